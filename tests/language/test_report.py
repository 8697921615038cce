from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.language.moment import NOW
from tests.language.report import cases, held, messages, score
from tests.language.report.cases import DateCase, Meaning, MessageCase
from tests.language.report.meanings import around, between, day, moment, period
from tests.language.report.promises import MESSAGES, Promise, Tally, broken
from tests.language.report.tables import of_our_messages, of_ours, ours, written

PAGE = Path(__file__).parents[2] / "docs" / "language.md"
FRIDAY = ("day", "2026-11-20", "2026-11-20", "")
AFTERNOON = ("span", "2026-11-20T12:00+01:00", "2026-11-20T18:00+01:00", "")
WEEK = ("period", "2026-11-16", "2026-11-22", "")
THREE = ("moment", "2026-11-20T15:00+01:00", "", "")
NONE = ("none", "", "", "")
ERROR = ("error", "", "", "")


@pytest.mark.parametrize("name", ["examples"])
def test_the_examples_are_read_as_well_as_promised(name: str) -> None:
    assert list(broken(of_ours(name), of_our_messages(name))) == []


def test_no_figure_falls_below_what_was_reached() -> None:
    assert list(held.fallen(held.reached(), held.best())) == []


def test_the_figures_in_the_docs_are_those_of_today() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert written(page, ours()) == page, "python -m tests.language.report --ours writes them anew"


def case(meaning: Meaning, text: str = "x") -> DateCase:
    return DateCase(text=text, now=NOW, meaning=meaning)


@pytest.mark.parametrize(
    ("meant", "read", "own", "rival"),
    [
        (FRIDAY, {FRIDAY}, "right", "right"),
        (FRIDAY, {WEEK, FRIDAY}, "right", "right"),
        (FRIDAY, {("day", "2026-11-21", "2026-11-21", "")}, "wrong", "wrong"),
        (FRIDAY, set(), "nothing", "nothing"),
        (FRIDAY, {NONE}, "nothing", "nothing"),
        (FRIDAY, {ERROR}, "wrong", "wrong"),
        (FRIDAY, {THREE}, "partly", "partly"),
        (WEEK, {FRIDAY}, "partly", "partly"),
        (AFTERNOON, {THREE}, "partly", "right"),
        (NONE, set(), "right", "right"),
        (NONE, {NONE}, "right", "right"),
        (NONE, {FRIDAY}, "wrong", "wrong"),
        (ERROR, {ERROR}, "right", "right"),
        (ERROR, set(), "nothing", "right"),
        (ERROR, {FRIDAY}, "wrong", "wrong"),
    ],
)
def test_a_reading_is_right_partly_right_wrong_or_not_there(
    meant: Meaning, read: set[Meaning], own: str, rival: str
) -> None:
    readings = frozenset(read)
    assert score.verdict(case(meant), readings) == own
    assert score.rival_verdict(case(meant), readings) == rival


@pytest.mark.parametrize(
    ("text", "needed"), [("na de kerstvakantie", True), ("einde schooljaar", True), ("morgen", False)]
)
def test_what_only_a_school_calendar_can_answer_is_known_by_its_words(text: str, needed: bool) -> None:
    assert score.needs_calendar(case(FRIDAY, text)) is needed


@pytest.mark.parametrize(
    ("grain", "meaning"),
    [
        ("day", day(date(2026, 11, 18))),
        ("week", period(date(2026, 11, 16), date(2026, 11, 22))),
        ("month", period(date(2026, 11, 1), date(2026, 11, 30))),
        ("quarter", period(date(2026, 10, 1), date(2026, 12, 31))),
        ("year", period(date(2026, 1, 1), date(2026, 12, 31))),
        ("hour", moment(datetime(2026, 11, 18, 10))),  # noqa: DTZ001
    ],
)
def test_a_grain_is_the_whole_of_what_is_as_long(grain: str, meaning: Meaning) -> None:
    assert around(datetime(2026, 11, 18, 10), grain) == meaning  # noqa: DTZ001


def test_an_interval_may_end_with_its_end_or_before_it() -> None:
    first, after = datetime(2026, 11, 30), datetime(2026, 12, 5)  # noqa: DTZ001
    found = set(between(first, after, "day"))
    assert found == {
        period(first.date(), after.date()),
        period(first.date(), date(2026, 12, 4)),
    }


def test_a_message_is_judged_by_the_fields_that_its_case_gives() -> None:
    text = "Pilot gamedesign gedraaid met 26 leerlingen, ging goed. Alleen te weinig tijd."
    told = {"kind": "outcome", "activity": 7, "pupils": 25, "barrier": "tijd", "euros": 5, "hours": None}
    found = messages.verdicts(
        MessageCase(text=text, role="teacher", now=cases.SMALL_PLANS_NOW, plan="", expect=told)
    )
    assert found == {
        "kind": "right",
        "activity": "right",
        "pupils": "wrong",
        "barrier": "right",
        "euros": "nothing",
        "hours": "right",
    }


def test_a_promise_is_kept_to_the_last_case() -> None:
    promise = Promise(right=97, wrong=1)
    assert Tally(right=97, wrong=1, nothing=2).keeps(promise)
    assert not Tally(right=97, wrong=2, nothing=1).keeps(promise)
    assert not Tally(right=96, wrong=0, nothing=4).keeps(promise)


def test_what_was_reached_is_held_but_for_a_case_or_one_in_a_hundred() -> None:
    few, many = ("unseen", "success"), ("unseen", "dates")
    best = {few: Promise(right=90, wrong=10), many: Promise(right=97, wrong=1)}
    kept = {few: Tally(right=8, wrong=2, nothing=0), many: Tally(right=960, wrong=20, nothing=20)}
    assert list(held.fallen(kept, best)) == []
    fell = {few: Tally(right=7, wrong=1, nothing=2), many: Tally(right=979, wrong=21, nothing=0)}
    assert list(held.fallen(fell, best)) == [
        "unseen, success: 70.0 % right, 10.0 % wrong; it was ≥ 90 % right, ≤ 10 % wrong",
        "unseen, dates: 97.9 % right, 2.1 % wrong; it was ≥ 97 % right, ≤ 1 % wrong",
    ]
    assert held.better(best, fell) == {few: Promise(right=90, wrong=10), many: Promise(right=97.9, wrong=1)}


def test_what_is_promised_is_judged_and_what_falls_short_is_named() -> None:
    dates = {"day": Counter[score.Verdict]({"right": 99, "partly": 2})}
    told = {row: Counter[messages.Verdict]({"right": 99, "nothing": 1}) for row in MESSAGES}
    told["result"]["nothing"] = 30
    assert list(broken(dates, told)) == ["dates", "result"]


def test_a_table_is_written_between_its_markers_only() -> None:
    page = "before\n<!-- dates -->\nold\n<!-- end -->\nafter\n<!-- end -->"
    assert (
        written(page, {"dates": r"| \1 |"})
        == "before\n<!-- dates -->\n| \\1 |\n<!-- end -->\nafter\n<!-- end -->"
    )
    with pytest.raises(ValueError, match="rivals"):
        written(page, {"rivals": "new"})


def test_what_stands_in_an_open_set_is_no_longer_unseen() -> None:
    for read in (cases.dates, cases.messages):
        known = {case.text.casefold() for name in cases.OPEN for case in read(name)}
        unseen = {case.text.casefold() for case in read("unseen")}
        assert len(unseen) > 100
        assert not (known & unseen)
