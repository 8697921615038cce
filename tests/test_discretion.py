"""What others may read of what people type, which reports say the same, and what a company gives."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from handlers.plan.milestone_lines import answer_lines
from language.catalogue import catalogue
from language.messages.contributions import material, promised
from language.messages.discretion import discreet, for_everyone, for_others, names_pupil
from programme.doubles import likeliest, same_event, same_gift
from programme.naming import Names
from programme.records import OwnerAnswer, Stand, UpdateKind
from programme.summary import quotation
from programme.updates import Details, Update

DAY = date(2021, 11, 26)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Collega Kees was ziek", "Personele uitval"),
        ("De les viel uit omdat Jan griep heeft.", "De les viel uit door personele uitval."),
        ("Twee docenten met corona, de rest ging door", "Personele uitval, de rest ging door"),
        ("Marieke is met zwangerschapsverlof", "Personele uitval"),
        ("Doordat Jan ziek was, viel de les uit", "Door personele uitval, viel de les uit"),
        ("Wij stoppen want Jan is ziek", "Wij stoppen door personele uitval"),
        ("Te weinig soldeerbouten", "Te weinig soldeerbouten"),
        ("Ik zit thuis met rugklachten", "Personele uitval"),
        ("Er kwamen klachten van ouders", "Er kwamen klachten van ouders"),
        ("Het ziekenhuis Rijnstate bood een gastles aan", "Het ziekenhuis Rijnstate bood een gastles aan"),
        ("De leerlingen maakten een muziekdoos", "De leerlingen maakten een muziekdoos"),
    ],
)
def test_illness_is_read_as_absence_only(said: str, read: str) -> None:
    assert discreet(said) == read


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("leerling Sanne won", True),
        ("Sanne uit 3b deed niet mee", True),
        ("Met Sanne de Wit uit klas 2C", True),
        ("Leerlingen uit 3b wonnen", False),
        ("Robotica in 3b", False),
        ("De leerling won", False),
        ("26 leerlingen bij Technolab", False),
        ("Lisa uit groep 7 bouwde een brug", True),
        ("Kinderen uit groep 7 bouwden een brug", False),
        ("Ouders uit klas 2 kwamen kijken", False),
    ],
)
def test_the_name_of_a_pupil_is_noticed(said: str, named: bool) -> None:
    assert names_pupil(said) is named


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("leerling Kevin de Vries is gestopt", "leerling is gestopt"),
        ("Anouk heeft een burn-out en Kevin uit 3B stopt", "Personele uitval en een leerling uit 3B stopt"),
        ("Anne-Fleur van den Berg uit klas 2 wil niet meer", "Een leerling uit klas 2 wil niet meer"),
        ("De machines komen later", "De machines komen later"),
    ],
)
def test_a_colleague_reads_neither_illness_nor_the_name_of_a_pupil(said: str, read: str) -> None:
    assert for_others(said) == read


def test_the_week_quotes_neither_illness_nor_pupils() -> None:
    said = ("Door ziekte van Kees met minder mensen", "Leerling Sanne won")
    assert quotation(said, Names(), for_everyone) == "Door personele uitval"


def outcome(**fields: object) -> Update:
    base = Update(
        key="one",
        region="R",
        person="a",
        kind=UpdateKind.OUTCOME,
        activity="a2",
        day=DAY,
        details=Details(pupils=26, teachers=2),
    )
    return replace(base, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"details": Details(pupils=25)}, True),
        ({"details": Details(pupils=12)}, False),
        ({"details": Details()}, True),
        ({"details": Details(), "day": DAY + timedelta(days=1)}, False),
        ({"day": DAY + timedelta(days=3)}, True),
        ({"day": DAY + timedelta(days=4)}, False),
        ({"activity": "a3"}, False),
        ({"activity": None}, False),
        ({"kind": UpdateKind.CONTRIBUTION}, False),
        ({"key": "one"}, False),
    ],
)
def test_a_likely_double_has_the_same_activity_about_the_same_day_and_figures(
    other: dict[str, object], same: bool
) -> None:
    assert same_event(outcome(**{"key": "two", **other}), outcome()) is same


@pytest.mark.parametrize(("person", "same"), [("b", True), ("a", False)])
def test_only_two_people_can_have_told_of_one_gift(person: str, same: bool) -> None:
    gift = outcome(kind=UpdateKind.CONTRIBUTION, details=Details(hours=12))
    assert same_gift(replace(gift, key="two", person=person), gift) is same


@pytest.mark.parametrize(
    ("said", "to_come", "thing"),
    [
        ("We leveren in januari een lasapparaat van 800 euro", True, "een lasapparaat"),
        ("Gisteren twee oude laptops gebracht", False, "twee oude laptops"),
        ("12 uur gastlessen gegeven", False, ""),
        ("We hebben toegezegd volgend jaar hout te leveren", True, "hout"),
        ("12 uur gastles", None, ""),
        ("De heftruck is aan school uitgeleend, tot maart", False, "De heftruck is aan school uitgeleend"),
    ],
)
def test_what_a_company_gives_is_read(said: str, to_come: bool | None, thing: str) -> None:
    assert (promised(said), material(said)) == (to_come, thing)


def test_why_a_milestone_is_late_is_told_without_who_is_ill() -> None:
    said = OwnerAnswer(
        position=0,
        owner="Team Zon",
        stand=Stand.DELAYED,
        forecast=None,
        by="Trekker",
        at=datetime(2021, 11, 30, tzinfo=UTC),
        reason="Anouk heeft een burn-out, leerling Kevin stopt",
    )
    told = [catalogue("nl").render(line) for line in answer_lines([said])]
    assert told[-1] == "“Personele uitval, leerling stopt”"


def test_of_several_likely_doubles_the_nearest_day_and_figures_are_offered() -> None:
    update = outcome(key="new", day=DAY, details=Details(pupils=26))
    earlier = outcome(key="earlier", day=DAY - timedelta(days=2), details=Details(pupils=26))
    other = outcome(key="other", day=DAY, details=Details(pupils=24))
    same = outcome(key="same", day=DAY, details=Details(pupils=26))
    assert likeliest(update, (earlier, other, same)) == same
    assert likeliest(update, (earlier, other)) == other
    assert likeliest(update, ()) is None
