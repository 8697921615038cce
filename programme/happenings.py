"""What happens to a chat rather than in it: the bot comes in or is thrown out, a group moves, a person blocks it.

A platform tells of some of it by an event of its own, and of the rest by refusing a message; both become one record.
"""

from dataclasses import dataclass
from enum import StrEnum


class Happened(StrEnum):
    """Kinds of happenings. ``TOPIC_…`` are about one topic of a group, the others about the whole chat."""

    ADDED = "added"  # the bot is in the group now
    REMOVED = "removed"  # thrown out, or the group is gone
    PROMOTED = "promoted"  # made an administrator
    DEMOTED = "demoted"  # an administrator no more
    SILENCED = "silenced"  # still there, but may not write
    HEARD = "heard"  # may write (again)
    MOVED = "moved"  # the group has another address: ``to``
    TITLED = "titled"  # the group is called otherwise: ``to``
    TOPIC_OPENED = "topic_opened"  # made (``to`` is what it is called), or open again
    TOPIC_TITLED = "topic_titled"  # called otherwise: ``to``
    TOPIC_CLOSED = "topic_closed"
    TOPIC_DELETED = "topic_deleted"
    BLOCKED = "blocked"  # a person wants no messages from the bot
    UNBLOCKED = "unblocked"
    DELETED = "deleted"  # the person's account is no more


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One happening; ``to``: the new address or title, where it brings one."""

    kind: Happened
    to: str = ""
