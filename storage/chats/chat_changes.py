"""What becomes of chats when something happens to them: gone and back, moved, titled, a topic that is no more."""

from datetime import datetime

from programme.happenings import Happened
from programme.messages import Urgency
from programme.records import Chat
from storage import occurrences
from storage.chats import chats
from storage.chats.chats import APART
from storage.database import Transaction
from storage.moments import seconds

WHOLE = (
    Happened.REMOVED,
    Happened.DELETED,
    Happened.SILENCED,
)  # what is so of a group is so of all its topics


def lose(tx: Transaction, key: str, why: Happened, now: datetime) -> None:
    """Note that nothing arrives in a chat any more; of a group, in none of its topics. What it is tied to stays.

    What a platform says of a topic may be about the group's general one: then it is about that alone.
    """
    gone = None if why is Happened.SILENCED else seconds(now)
    for one in _whole(tx, key):
        if one.key != key and (why not in WHOLE or one.lost not in ("", *WHOLE)):
            continue  # a topic that was closed stays so
        tx.run(
            "UPDATE chats SET lost = :why, gone_at = :gone WHERE key = :key",
            key=one.key,
            why=why.value,
            gone=gone,
        )
        _take_back(tx, one, now)
        _derive_again(tx, one)


def _take_back(tx: Transaction, one: Chat, now: datetime) -> None:
    """Let what was to be said unasked in a chat expire: a summary that nobody saw is told with the next."""
    unseen = {"chat": one.key, "unasked": int(Urgency.REMINDER)}
    tx.run(
        """UPDATE occurrences SET state = 'expired' WHERE region = :region AND chat = :chat AND rule = 'summary'
           AND state = 'said' AND settled_at IN (SELECT said_at FROM outbox WHERE chat = :chat
               AND shown_revision = 0 AND urgency >= :unasked AND state IN ('ready', 'sending'))""",
        region=one.region,
        **unseen,
    )
    tx.run(
        """UPDATE outbox SET state = 'expired', settled_at = :now WHERE chat = :chat AND state = 'ready'
           AND shown_revision = 0 AND urgency >= :unasked""",
        now=seconds(now),
        **unseen,
    )


def find(tx: Transaction, key: str) -> None:
    """Note that what is said in a chat arrives again; of a group, in all topics that were lost with it."""
    for one in _whole(tx, key):
        if one.key == key or one.lost in WHOLE:
            tx.run("UPDATE chats SET lost = '', gone_at = NULL WHERE key = :key", key=one.key)
            _derive_again(tx, one)


def _whole(tx: Transaction, key: str) -> list[Chat]:
    """Return a chat, and for a group its topics."""
    found = chats.group_of(tx, key)
    mine = next(one for one in found if one.key == key)
    return [mine] if mine.group or mine.private else found


def _derive_again(tx: Transaction, one: Chat) -> None:
    if one.region:
        occurrences.mark_stale(tx, one.region, one.key)


def title(tx: Transaction, key: str, called: str) -> None:
    """Give a group another title, with which its topics begin, or a topic one of its own."""
    first, *topics = _whole(tx, key)
    _titled(tx, first, called if first.group is None else _below(_title(tx, first.group), called))
    for topic in topics:
        _titled(tx, topic, _below(called, topic.title.partition(APART)[2]))


def _below(group: str, topic: str) -> str:
    return f"{group}{APART}{topic}" if topic else ""


def _title(tx: Transaction, key: str) -> str:
    return str(tx.value("SELECT title FROM chats WHERE key = :key", key=key))


def _titled(tx: Transaction, one: Chat, called: str) -> None:
    tx.run("UPDATE chats SET title = :title WHERE key = :key", key=one.key, title=called)


def close_topic(tx: Transaction, key: str, why: Happened, now: datetime) -> None:
    """Let all that goes to a topic go to its group instead: what waits, and what it was tied for."""
    topic = chats.chat(tx, key)
    if topic is None or topic.group is None:
        return
    main = chats.group_of(tx, key)[0]
    if topic.tied and topic.region:
        _take_over(tx, main, topic, topic.region)
    tx.run(
        """UPDATE outbox SET chat = :main WHERE chat = :topic AND shown_revision = 0
           AND state IN ('ready', 'sending')""",
        main=main.key,
        topic=key,
    )
    lose(tx, key, why, now)


def _take_over(tx: Transaction, main: Chat, topic: Chat, region: str) -> None:
    chats.untie(tx, topic.key)
    if not main.tied:
        chats.tie(tx, main.key, region, topic.subregion, topic.hears)
    elif (main.region, main.subregion) == (topic.region, topic.subregion):
        tx.run(
            "UPDATE chats SET hears = '' WHERE key = :key AND hears <> :hears",
            key=main.key,
            hears=topic.hears,
        )
    tx.run(
        "UPDATE occurrences SET chat = :main WHERE chat = :topic AND region = :region AND state = 'said'",
        main=main.key,
        topic=topic.key,
        region=region,
    )
    occurrences.mark_stale(tx, region, main.key)


def move(tx: Transaction, key: str, to: str) -> None:
    """Give a group and its topics another address. Who has it already becomes one with it, and nothing is lost."""
    if chats.chat(tx, key) is None:
        return  # it has become one with another already
    platform, before = chats.address(tx, key)
    for one in chats.group_of(tx, key):
        _platform, address = chats.address(tx, one.key)
        _move(tx, one, platform, to + address[len(before) :])


def _move(tx: Transaction, one: Chat, platform: str, to: str) -> None:
    there = tx.row(
        "SELECT key, region, lost, gone_at FROM chats WHERE platform = :platform AND address = :to",
        platform=platform,
        to=to,
    )
    if there is None:
        tx.run("UPDATE chats SET address = :to WHERE key = :key", key=one.key, to=to)
    elif there["key"] != one.key:
        keys = (there["key"], one.key) if there["region"] or not one.tied else (one.key, there["key"])
        _merge(tx, *keys)
        tx.run(
            "UPDATE chats SET address = :to, lost = :lost, gone_at = :gone WHERE key = :key",
            key=keys[0],
            to=to,
            lost=there["lost"],
            gone=there["gone_at"],
        )
        region = there["region"] or one.region
        if region:
            occurrences.mark_stale(tx, region, keys[0])


def _merge(tx: Transaction, kept: str, dropped: str) -> None:
    """Give all that a chat had to another, and forget it."""
    both = {"kept": kept, "dropped": dropped}
    tx.run("DELETE FROM occurrences WHERE chat = :dropped AND state = 'pending'", dropped=dropped)
    tx.run(
        """UPDATE OR REPLACE occurrences SET key = replace(key, :dropped, :kept), chat = :kept,
               item = replace(item, :dropped, :kept) WHERE chat = :dropped""",
        **both,
    )
    tx.run("UPDATE inbox SET chat = :kept WHERE chat = :dropped", **both)
    tx.run("UPDATE outbox SET chat = :kept WHERE chat = :dropped", **both)
    tx.run("UPDATE outbox SET sent_to = :kept WHERE sent_to = :dropped", **both)
    tx.run("UPDATE OR IGNORE conversations SET chat = :kept WHERE chat = :dropped", **both)
    tx.run("DELETE FROM conversations WHERE chat = :dropped", dropped=dropped)
    tx.run("DELETE FROM chats WHERE key = :dropped", dropped=dropped)
