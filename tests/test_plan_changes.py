"""What becomes of each thing of a plan when it is read again."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.plan.changes import How, PlanChanges, changes, name_of
from programme.plan.content import Kind, PlanContent
from programme.plan.matching import matched
from programme.plan.reading import MilestoneRead, PlanReading
from programme.plan.years import same_period, years_of
from tests.small_plan import READING, ROWS, row, with_rows

EMPTY = PlanContent(key="STO26001-2026")
TITLES = ("Folder maken", "Folder maken en verspreiden", "Scholen bezoeken", "Terugblik", "Robot bouwen")
TEAMS = ("Regioteam", "Werkgroep 2", "werkgroep 2", "Werkgroepen")


def kept(reading: PlanReading, known: PlanContent = EMPTY) -> PlanContent:
    return matched(known, reading, ()).content


def compared(reading: PlanReading) -> PlanChanges:
    known = kept(READING)
    found = matched(known, reading, ())
    return changes(known, found.content, guessed=found.guessed)


def names(found: PlanChanges, *how: How) -> list[str]:
    return [name_of(change) for change in found.that_are(*how)]


rows = st.lists(
    st.builds(
        row,
        st.sampled_from([1, 2]),
        st.sampled_from(TITLES),
        st.sampled_from([None, 2026, 2027]),
        st.lists(st.sampled_from(TEAMS), max_size=3, unique=True).map(tuple),
    ),
    min_size=1,
    max_size=8,
)


@given(rows, rows)
def test_importing_twice_changes_nothing(
    first: Sequence[MilestoneRead], second: Sequence[MilestoneRead]
) -> None:
    before = kept(with_rows(*first))
    reading = with_rows(*second)
    once = kept(reading, before)
    again = matched(once, reading, ())

    assert {change.how for change in changes(once, again.content).changes} <= {How.SAME}


@given(rows, rows)
def test_everything_that_was_there_is_told_of_once(
    first: Sequence[MilestoneRead], second: Sequence[MilestoneRead]
) -> None:
    before, after = kept(with_rows(*first)), kept(with_rows(*second), kept(with_rows(*first)))
    told = [change.item.key for change in changes(before, after).changes]

    assert len(set(told)) == len(told)
    assert {item.key for kind in Kind for item in (*before.of(kind), *after.of(kind))} == set(told)


def test_of_a_first_reading_everything_is_new() -> None:
    found = changes(EMPTY, kept(READING))

    assert {change.how for change in found.changes} == {How.NEW}
    assert len(found.changes) == 2 + 5 + 2 + 2 + 1


def test_what_changed_is_told_field_by_field() -> None:
    edited = replace(ROWS[1], owners=("Werkgroep 3",), owner="Werkgroep 3")

    (change,) = compared(with_rows(ROWS[0], edited, *ROWS[2:])).that_are(How.CHANGED)

    assert [(field.name, field.before, field.after) for field in change.fields] == [
        ("owners", ("Werkgroep 2", "Werkgroep 3", "Programmamanager"), ("Werkgroep 3",))
    ]


def test_an_edited_title_is_recognised_by_likeness_and_said_to_be_so() -> None:
    edited = row(1, "Folders maken en verspreiden in de regio")

    (change,) = compared(with_rows(edited, *ROWS[1:])).that_are(How.CHANGED)

    assert change.guessed and {field.name for field in change.fields} == {"title", "words"}


def test_what_is_gone_has_vanished_and_what_may_stay_stays() -> None:
    known, found = kept(READING), compared(with_rows(*ROWS[1:]))
    (gone,) = found.that_are(How.VANISHED)

    assert name_of(gone) == "Folder maken en verspreiden"
    after = kept(with_rows(*ROWS[1:]), known)
    assert names(changes(known, after, staying={gone.item.key}), How.STAYS) == [name_of(gone)]


def test_a_file_without_figures_and_meetings_says_nothing_about_them() -> None:
    assert names(compared(replace(READING, indicators=(), meetings=())), How.VANISHED) == []
    assert names(compared(replace(READING, meetings=READING.meetings[:1])), How.VANISHED) == [
        "Klankbordgroep"
    ]


def test_milestones_alone_make_a_plan_longer_and_never_shorter() -> None:
    known = kept(READING)
    early, late = row(1, "Vooraf", 2024), row(1, "Nawerk", 2028)

    alone = kept(replace(with_rows(early, *ROWS, late), indicators=()), known)

    assert (alone.first, alone.last) == (2026, 2028)


def test_a_renumbered_plan_keeps_its_activities_and_their_milestones() -> None:
    new = replace(READING.activities[0], number=1, title="Open dagen", text="Open dagen")
    moved = [replace(one, number=one.number + 1) for one in READING.activities]
    reading = with_rows(
        row(1, "Open dag houden"),
        *(replace(one, activity=one.activity + 1) for one in ROWS),
        reading=replace(
            READING,
            activities=(new, *moved),
            sessions=tuple(replace(one, activity=one.activity + 1) for one in READING.sessions),
        ),
    )

    found = compared(reading)

    assert names(found, How.NEW) == ["Open dagen", "Open dag houden"]
    assert found.that_are(How.VANISHED) == ()
    assert {field.name for change in found.that_are(How.CHANGED) for field in change.fields} == {"number"}


def test_a_title_that_was_made_up_gives_way_to_any_other() -> None:
    known = kept(READING)
    nameless = tuple(
        replace(one, title=f"Activiteit {one.number}", made_up=True) for one in READING.activities
    )
    reading = replace(READING, activities=nameless)

    assert [one.title for one in kept(reading).activities] == ["Activiteit 1", "Activiteit 2"]
    assert kept(reading, known).activities == known.activities
    assert kept(READING, kept(reading)).activities == known.activities


def test_a_sheet_of_the_plan_takes_no_words_from_an_activity() -> None:
    whole = " ".join(f"woord{n}" for n in range(20))
    first, second = READING.activities
    known = kept(replace(READING, activities=(replace(first, text=whole), second)))
    sheet = replace(READING, activities=(replace(first, text="woord1\nlassen"), second))

    words = kept(sheet, known).activities[0].words

    assert words == f"{whole}\nlassen"


@pytest.mark.parametrize(
    ("years", "same"),
    [
        ((2026, 2027), True),
        ((2026, 2029), True),
        ((2027, 2027), True),
        ((2025, 2028), True),
        ((2028, 2031), False),
        ((2027, 2030), False),
        (None, True),
    ],
)
def test_a_plan_is_of_the_period_with_which_it_shares_most_years(
    years: tuple[int, int] | None, same: bool
) -> None:
    known = replace(EMPTY, first=2026, last=2027)

    assert (same_period([known], years) is known) is same


def test_a_plan_is_for_the_years_of_its_target_figures_or_else_of_its_due_dates() -> None:
    assert years_of(READING) == (2026, 2027)
    assert years_of(replace(READING, indicators=(), milestones=READING.milestones[:2])) == (2026, 2026)
    assert years_of(PlanReading()) is None


@pytest.mark.parametrize(
    ("first", "last", "years"), [(2027, 2027, "2027"), (2026, 2027, "2026–2027"), (None, None, "")]
)
def test_a_plan_is_named_by_its_years(first: int | None, last: int | None, years: str) -> None:
    assert PlanContent(key="p", first=first, last=last).years == years
