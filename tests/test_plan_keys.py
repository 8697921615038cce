"""By which key a milestone is known when its plan is read again."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.plan.keys import align, with_keys
from programme.plan.reading import MilestoneRead


def milestone(title: str, year: int = 2026, activity: int = 1, owner: str = "Team") -> MilestoneRead:
    return MilestoneRead(
        key="",
        activity=activity,
        title=title,
        when=str(year),
        start=date(year, 1, 1),
        due=date(year, 12, 31),
        owner=owner,
        owners=(owner,),
    )


PLAN = (
    milestone("Folder maken en verspreiden"),
    milestone("Trainingen", 2026),
    milestone("Trainingen", 2027),
    milestone("Trainingen", 2027, owner="Ander team"),
    milestone("Folder maken en verspreiden", activity=2),
)


def test_every_milestone_has_a_key_of_its_own() -> None:
    assert len({m.key for m in with_keys(PLAN)}) == len(PLAN)


@given(st.permutations(PLAN))
def test_a_key_does_not_depend_on_the_order_of_the_rows(rows: list[MilestoneRead]) -> None:
    before = {(m.activity, m.title, m.due, m.owner): m.key for m in with_keys(PLAN)}

    assert {(m.activity, m.title, m.due, m.owner): m.key for m in with_keys(rows)} == before


@pytest.mark.parametrize(
    "title", ["Folder maken, en verspreiden.", "FOLDER maken & verspreiden", "De folder maken en verspreiden"]
)
def test_a_key_does_not_depend_on_capitals_punctuation_or_small_words(title: str) -> None:
    assert with_keys((milestone(title),))[0].key == with_keys(PLAN[:1])[0].key


def test_an_edited_title_or_a_moved_period_keeps_the_key_it_had() -> None:
    known = with_keys(PLAN)
    edited = (
        replace(PLAN[0], title="Folder ontwerpen, maken en verspreiden"),
        *PLAN[1:3],
        replace(PLAN[3], start=date(2028, 1, 1), due=date(2028, 6, 30)),
        PLAN[4],
    )

    aligned = align(known, with_keys(edited))

    assert [m.key for m in aligned.milestones] == [m.key for m in known]
    assert aligned.vanished == ()
    assert aligned.guessed == (known[0].key,)


def test_what_is_gone_is_named_and_what_is_new_gets_a_new_key() -> None:
    known = with_keys(PLAN)

    aligned = align(known, with_keys((*PLAN[1:], milestone("Iets heel anders bouwen"))))

    assert aligned.vanished == (known[0].key,)
    assert aligned.milestones[-1].key not in {m.key for m in known}


@given(st.lists(st.tuples(st.sampled_from(PLAN), st.integers(2024, 2029)), max_size=8))
def test_keys_stay_unique_whatever_changes(rows: list[tuple[MilestoneRead, int]]) -> None:
    changed = with_keys([replace(m, due=date(year, 12, 31)) for m, year in rows])

    keys = [m.key for m in align(with_keys(PLAN), changed).milestones]

    assert len(set(keys)) == len(keys)
