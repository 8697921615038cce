"""A reminder of any length: every milestone stands on one page, and a page has room for its buttons."""

import pytest

from handlers.plan.milestones import Turned
from handlers.plan.reminder_lines import Part, Reminder
from programme.cadence import Rule
from programme.messages import MOST_OPTIONS


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
