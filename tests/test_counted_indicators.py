"""What counts toward an indicator, and what never does."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from programme.indicators import Counted, Indicator, concerns, counted, figure
from programme.records import Membership, Person, Role, UpdateKind
from programme.updates import Details
from storage.database import MemoryStore, Transaction
from storage.people import people
from storage.plan import indicators
from tests.week_region import REGION, START, report, seed

UNTIL = START + timedelta(days=3)
HOUR = timedelta(hours=1)


@pytest.fixture
def tx() -> Transaction:
    store = MemoryStore()
    store.write(seed).result()
    return store.read(lambda tx: tx)


def stands(tx: Transaction, year: int = 2021, until: datetime = UNTIL) -> dict[str, object]:
    found = indicators.indicators(tx, REGION, year, until)
    return {one.key: one.value for one in found}


def test_companies_and_teachers_count_once_an_indicator_year(tx: Transaction) -> None:
    for n in range(3):
        at = START + n * HOUR
        report(tx, f"c{n}", at, person="company", kind=UpdateKind.CONTRIBUTION, details=Details(hours=2))
        report(tx, f"t{n}", at, person="teacher", activity="a8")
    report(tx, "k1", START, person="colleague", activity="a8")
    report(tx, "k2", START, person="manager", activity="a8")
    assert stands(tx) == {"i1": None, "i2": 1, "i3": 2}
    assert stands(tx, 2022, datetime(2022, 2, 1, tzinfo=UTC)) == {"i1": None, "i2": 0, "i3": 0}


def test_a_company_that_was_written_in_two_ways_counts_once(tx: Transaction) -> None:
    tx.insert("organisations", key="again", region=REGION.key, name="bakker installatie")
    member = Membership(region=REGION.key, role=Role.COMPANY, organisation="again")
    people.add_person(tx, Person(key="other", name="Ed Vos", memberships=(member,)), START)
    for person in ("company", "other"):
        report(tx, person, START, person=person, kind=UpdateKind.CONTRIBUTION, details=Details(hours=2))

    assert stands(tx)["i2"] == 1


def test_what_was_only_promised_or_is_about_something_else_does_not_count(tx: Transaction) -> None:
    promised = Details(hours=2, delivered=False)
    report(tx, "c1", START, person="company", kind=UpdateKind.CONTRIBUTION, details=promised)
    report(tx, "t1", START, person="teacher", activity="a7")
    assert stands(tx) == {"i1": None, "i2": 0, "i3": 0}


def test_the_day_on_which_something_took_place_decides_the_year(tx: Transaction) -> None:
    report(tx, "t1", START, person="teacher", activity="a8")
    tx.run("UPDATE updates SET saved_at = saved_at + 86400 * 60")
    january = datetime(2022, 2, 1, tzinfo=UTC)
    assert stands(tx, 2022, january)["i3"] == 0


def test_an_entered_figure_goes_before_a_counted_one_and_a_newer_one_replaces_it(tx: Transaction) -> None:
    for value in (12, Decimal("12.5")):
        entered = Indicator(key="i3", name="", year=2021, value=value)
        indicators.enter(tx, REGION.key, entered, "manager", START)
    assert stands(tx)["i3"] == Decimal("12.5")
    assert stands(tx, 2022)["i3"] == 0


def test_nobody_enters_a_figure_in_another_region(tx: Transaction) -> None:
    indicators.enter(tx, "elsewhere", Indicator(key="i1", name="", year=2021, value=1), "manager", START)
    assert stands(tx)["i1"] is None


def test_two_indicators_of_one_name_are_left_to_the_programme_manager(tx: Transaction) -> None:
    tx.insert("indicators", key="i4", region=REGION.key, plan="p", name="Professionalisering docenten")
    assert {stands(tx)["i3"], stands(tx)["i4"]} == {None}


def test_an_indicator_without_a_target_in_the_year_belongs_to_another_plan(tx: Transaction) -> None:
    assert stands(tx, 2025) == {}


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Samenwerking aantal bedrijven", Counted.COMPANIES),
        ("Professionalisering docenten", Counted.TEACHERS),
        ("Aantal leerlingen in technisch vmbo", None),
        ("Uitstroom naar technisch mbo", None),
        ("Docenten op stage in een bedrijf", None),
        ("Leerlingen op bezoek bij bedrijven", None),
        ("Uren van bedrijven", None),
        ("Breed aanbod keuzevakken", None),
        ("Techniekdagen", None),
    ],
)
def test_only_what_is_certain_by_its_name_is_counted(name: str, what: Counted | None) -> None:
    assert counted(name) is what


def test_an_indicator_concerns_the_activities_whose_titles_hold_its_words() -> None:
    assert concerns("Professionalisering docenten", "Professionalisering docenten PIE en BWI")
    assert not concerns("Professionalisering docenten", "Borging samenwerking en kwaliteit")
    assert not concerns("Aantal", "Aantal")


def test_figures_are_whole_where_they_are() -> None:
    assert [figure(3.0), figure(2.5)] == [3, Decimal("2.5")]
    assert isinstance(figure(3.0), int)
