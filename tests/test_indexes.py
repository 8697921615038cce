"""What is asked at every wake, press and reminder is found by an index, however much is kept."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from programme.messages import Urgency
from storage import calendars, occurrences, pictures, silence, weeks
from storage.chats import chats, menus
from storage.database import Row, Transaction
from storage.driver import in_memory
from storage.messages import conversations, inbox, outbox, presses, queues
from storage.messages.inbox import Arrival
from storage.messages.queues import Closed, Waiting
from storage.plan import plans
from tests.region import REGION

NOW = datetime(2021, 11, 29, 7, 0, tzinfo=UTC)
SCAN = re.compile(r"SCAN (?!json_each)\w+(?! USING)")


CLOSED = Closed(chats=frozenset("ab"), people=frozenset("cd"))
BEFORE = Waiting(
    key=1,
    urgency=Urgency.REPLY,
    chat=None,
    person="person",
    region=None,
    said_at=NOW,
    unsaid=True,
    place=None,
)


class Explained(Transaction):
    """A transaction that notes every table of which a statement would read all rows."""

    def __init__(self) -> None:
        super().__init__(in_memory())
        self.scans: list[str] = []

    def rows(self, sql: str, **values: object) -> list[Row]:
        self._note(sql, values)
        return super().rows(sql, **values)

    def value(self, sql: str, **values: object) -> object:
        self._note(sql, values)
        return super().value(sql, **values)

    def run(self, sql: str, **values: object) -> int:
        self._note(sql, values)
        return super().run(sql, **values)

    def _note(self, sql: str, values: dict[str, object]) -> None:
        plan = super().rows(f"EXPLAIN QUERY PLAN {sql}", **values)
        self.scans += [step["detail"] for step in plan if SCAN.fullmatch(step["detail"])]


@pytest.mark.parametrize(
    "ask",
    [
        lambda tx: inbox.waiting(tx, 8),
        lambda tx: inbox.to_fetch(tx, NOW, 8),
        lambda tx: inbox.to_fetch(tx, NOW, 8, again=True),
        lambda tx: inbox.next_fetch(tx, NOW),
        lambda tx: inbox.parts(tx, Arrival(platform="p", event="1", chat="c", account="a", album="A")),
        lambda tx: queues.come_forward(tx, NOW),
        queues.queues,
        lambda tx: queues.toasts(tx, "telegram", 8),
        lambda tx: queues.waiting(tx, "telegram", Closed(), None, 8),
        lambda tx: queues.waiting(tx, "telegram", CLOSED, BEFORE, 8),
        lambda tx: queues.closed(tx, "telegram", ("1", "-2")),
        lambda tx: queues.addresses(tx, "telegram", replies=True),
        lambda tx: queues.addresses(tx, "telegram", replies=False),
        lambda tx: queues.anything(tx, "telegram"),
        lambda tx: queues.next_moment(tx, NOW),
        lambda tx: occurrences.due(tx, NOW),
        occurrences.next_due,
        lambda tx: occurrences.pending(tx, "item"),
        conversations.next_expiry,
        lambda tx: conversations.expired(tx, NOW),
        pictures.dropped,
        pictures.next_forgotten,
        lambda tx: pictures.attach(tx, "update", "person", (), NOW),
        lambda tx: presses.chosen(tx, "chat", "1", NOW, person="person"),
        lambda tx: presses.offered(tx, "chat", "person", NOW, NOW),
        lambda tx: outbox.said_to(tx, "person", NOW),
        lambda tx: outbox.withdraw(tx, "person", NOW),
        lambda tx: silence.reminded(tx, "person", "reminder:2021-11-29"),
        lambda tx: silence.heard_of(tx, "person", NOW),
        lambda tx: chats.private_chat(tx, "person"),
        lambda tx: menus.want(tx, "person", "nl:help"),
        lambda tx: menus.gaps(tx, "telegram", "", 5),
        lambda tx: menus.crowded(tx, "telegram", NOW, 30),
        lambda tx: chats.channels(tx, "region"),
        lambda tx: plans.activities(tx, "region"),
        lambda tx: plans.milestones(tx, "region"),
        lambda tx: calendars.calendar(tx, "region"),
        lambda tx: weeks.last_said(tx, "region", "chat"),
        lambda tx: weeks.first_due(tx, "region", "chat"),
        lambda tx: weeks.summary(tx, REGION, None, NOW, NOW),
    ],
)
def test_no_table_is_read_as_a_whole(ask: Callable[[Transaction], object]) -> None:
    tx = Explained()
    ask(tx)
    assert tx.scans == []
