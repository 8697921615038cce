"""What a message is about: by the plan's own words and abbreviations, and by what its sender reported on before."""

import pytest

from language.messages.index import ActivityIndex, Vocabulary

PLAN = ActivityIndex(
    [
        Vocabulary(number=1, title="Bouwen, wonen en interieur", text="Keuzevak houtskeletbouw. Tiny house."),
        Vocabulary(number=2, title="Produceren, installeren en energie", text="Keuzevak lasrobot. Warmtepompen."),
        Vocabulary(number=3, title="Loopbaan Oriëntatie Begeleiding", text="Speeddates met bedrijven. Talentenscan."),
        Vocabulary(number=4, title="Mobiliteit en transport", text="E-bikes en laadpalen. Keuzevak lasrobot."),
        Vocabulary(number=5, title="Professionalisering docenten BWI", text="Cursus warmtepomptechniek."),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("PIE les gegeven", 2),
        ("LOB gesprek gevoerd", 3),
        ("lesje M&T", 4),
        ("lesje m en t", 4),
        ("tinyhouse gebouwd", 1),
        ("houtskletbouw gedaan", 1),
        ("houtskeletbouwles gedaan", 1),
        ("de talentenscans zijn klaar", 3),
        ("laadpaal aangesloten", 4),
    ],
)
def test_what_a_plan_calls_itself_in_full_is_known_by_its_initials_too(text: str, number: int) -> None:
    assert PLAN.sure(text) == number


def test_initials_typed_small_are_words_like_others() -> None:
    assert PLAN.sure("de pie was lekker") is None


def test_what_two_activities_share_is_offered_and_not_filled_in() -> None:
    meant = PLAN.meant("lasrobot gedraaid met 12 lln")
    assert meant.sure is None
    assert {key for key, _score in meant.candidates} == {2, 4}
    assert meant.confidence < 0.6


def test_what_its_sender_reported_on_before_settles_it() -> None:
    assert PLAN.meant("lasrobot gedraaid met 12 lln", before={4: 6}).sure == 4


def test_what_its_sender_reported_on_before_decides_nothing_alone() -> None:
    meant = PLAN.meant("ging goed vandaag", before={4: 20})
    assert (meant.sure, meant.candidates) == (None, ())


def test_no_more_than_three_are_offered() -> None:
    same = ActivityIndex([Vocabulary(number=n, title=f"Keuzevak lassen {n}") for n in range(8)])
    assert len(same.meant("lassen gedaan").candidates) <= 3


def test_what_stood_in_the_way_names_no_activity() -> None:
    text = "laadpaal aangesloten, helaas was de warmtepomp stuk"
    at = text.index("helaas")
    assert PLAN.meant(text, aside=[(at, len(text))]).sure == 4
