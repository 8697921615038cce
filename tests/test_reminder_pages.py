"""A reminder of any length: every milestone stands on one page, and a page has room for its buttons."""

import pytest

from handlers.desk import OpenDesk
from handlers.plan.milestones import Turned
from handlers.plan.milestones import reminder as compose
from handlers.plan.reminder_lines import Part, Reminder
from language.catalogue import catalogue
from programme.cadence import Rule
from programme.messages import MOST_OPTIONS, Outgoing
from programme.records import NO_CHAT
from storage.database import MemoryStore, Transaction
from storage.people import people
from tests.reminders_region import REGION, START, seed


def reminder(many: int, page: int = 0) -> Reminder:
    keys = [f"m{number}" for number in range(many)]
    due = tuple((key, Rule.LATE.value) for key in keys[::2])
    part = Part(region="R", items=due, unanswered=tuple(keys))
    return Reminder(parts=(part,), mark=0, subject="reminder", page=page)


@pytest.mark.parametrize("many", [1, 2, 6, 7, 8, 12, 13, 14, 79])
def test_every_milestone_stands_on_one_page(many: int) -> None:
    pages = reminder(many).pages
    shown = [key for page in range(pages) for key in reminder(many, page).shown]
    assert sorted(shown) == sorted(reminder(many).items)
    assert len(shown) == many


@pytest.mark.parametrize(("many", "pages"), [(1, 1), (7, 1), (8, 2), (12, 2), (13, 3), (79, 14)])
def test_a_page_has_room_for_all_its_buttons(many: int, pages: int) -> None:
    view = reminder(many)
    others = 1 if view.pages == 1 else 2  # everything on track, and more
    assert view.pages == pages
    assert len(view.shown) + others <= MOST_OPTIONS


def test_a_page_that_is_gone_turns_to_one_that_is_there() -> None:
    assert Turned(view=reminder(8, 5)).view.shown == reminder(8, 1).shown


LISTED = ("m1", "m2", "m3")


@pytest.mark.parametrize(
    ("own", "silent", "unanswered", "offered"),
    [
        (("m1", "m2", "m3"), (), (), True),
        (("m1",), ("m2", "m3"), (), True),
        (("m1", "m2", "m3"), (), LISTED, True),
        ((), (), LISTED, False),
        (("m1", "m2"), (), LISTED, False),
        (("m1",), ("m2",), ("m3",), False),
    ],
)
def test_one_tap_for_all_is_offered_only_where_all_are_ones_own(
    own: tuple[str, ...], silent: tuple[str, ...], unanswered: tuple[str, ...], offered: bool
) -> None:
    items = tuple((key, Rule.LATE.value) for key in own)
    part = Part(region=REGION.key, items=items, silent=silent, unanswered=unanswered)
    labels = offered_to_the_manager(Reminder(parts=(part,), mark=0, subject="reminder"))
    assert ("All on track" in labels) is offered
    assert {"Pilot twee keuzevakken", "Docenten geschoold"} < set(labels)


def offered_to_the_manager(view: Reminder) -> list[str]:
    store = MemoryStore()
    store.write(seed("late_once_a_week")).result()
    try:
        return store.read(
            lambda tx: [catalogue("en").render(one.label) for one in _message(tx, view).buttons]
        )
    finally:
        store.close()


def _message(tx: Transaction, view: Reminder) -> Outgoing:
    manager = people.person(tx, "manager")
    assert manager is not None
    desk = OpenDesk(tx=tx, now=START, fresh="f", person=manager, region=REGION, chat=NO_CHAT)
    return compose(view, desk)
