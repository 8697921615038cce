"""What the command menu of each chat should list, and what it lists: told apart, so that the gap can be closed."""

from dataclasses import dataclass
from datetime import datetime

from storage.database import Transaction
from storage.moments import seconds

OLD = "-"  # what is shown is out of date: it is unlike anything that can be wanted


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A chat at a platform's address that should list something else: ``wanted``, as the handlers write it."""

    chat: str
    address: str
    wanted: str


def want(tx: Transaction, person: str, wanted: str) -> None:
    """Keep what a person's private chats should list; nothing is written where they should already."""
    tx.run(
        """UPDATE chats SET menu_wanted = :wanted
           WHERE person = :person AND kind = 'private' AND menu_wanted <> :wanted""",
        person=person,
        wanted=wanted,
    )


def gaps(tx: Transaction, platform: str, after: str, limit: int) -> list[Gap]:
    """Return chats whose menu is not as it should be, by key, those after ``after``."""
    rows = tx.rows(
        """SELECT key, address, menu_wanted FROM chats WHERE menu_wanted <> menu_shown AND key > :after
           AND platform = :platform AND gone_at IS NULL ORDER BY key LIMIT :limit""",
        platform=platform,
        after=after,
        limit=limit,
    )
    return [Gap(chat=row["key"], address=row["address"], wanted=row["menu_wanted"]) for row in rows]


def shown(tx: Transaction, gap: Gap) -> None:
    """Keep that a chat lists what was wanted; what is wanted by now may be something else."""
    tx.run("UPDATE chats SET menu_shown = :shown WHERE key = :key", key=gap.chat, shown=gap.wanted)


def outdate(tx: Transaction, platform: str) -> None:
    """Let every menu that a platform shows be out of date."""
    tx.run(
        "UPDATE chats SET menu_shown = :old WHERE platform = :platform AND menu_shown <> ''",
        platform=platform,
        old=OLD,
    )


def crowded(tx: Transaction, platform: str, now: datetime, most: int) -> bool:
    """Whether at least so many messages wait for delivery on a platform: menus can wait, people should not."""
    found = tx.value(
        """SELECT COUNT(*) FROM (
               SELECT 1 FROM outbox WHERE state = 'ready' AND queue <> '' AND queue = :platform
               UNION ALL SELECT 1 FROM outbox WHERE state = 'ready' AND queue = '' AND ready_at <= :now
               LIMIT :most)""",
        platform=platform,
        now=seconds(now),
        most=most,
    )
    return int(found) >= most
