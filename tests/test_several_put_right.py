"""What stands beside each other in something that puts right, at the card: each piece changes what it is about."""

import pytest

from tests.platforms import Direct
from tests.reports_region import START, seed
from tests.test_put_right import BEFORE, REPORT, shown

THURSDAY, SUNDAY = "donderdag 25 november 2021", "zondag 28 november 2021"


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("was gisteren, 12 lln, laptops leeg",
         {"Dag": SUNDAY, "Aantallen": "12 leerlingen", "Knelpunt": "te weinig laptops; laptops leeg"}),
        ("18 ipv 20, ging trouwens matig", {"Aantallen": "18 leerlingen", "Resultaat": "Deels gelukt"}),
        ("nee, 24 en was gisteren", {"Aantallen": "24 leerlingen", "Dag": SUNDAY}),
        ("nee 24, en het was domotica niet robotica", {"Aantallen": "24 leerlingen"}),
        ("was donderdag en de beamer was stuk",
         {"Dag": THURSDAY, "Knelpunt": "te weinig laptops; de beamer was stuk"}),
        ("sorry 23 lln, vervolg in mei", {"Aantallen": "23 leerlingen", "Vervolg": "in mei"}),
        ("het waren er 23 en vervolg half april", {"Aantallen": "23 leerlingen", "Vervolg": "half april"}),
        ("nee, niet gelukt, wifi lag eruit",
         {"Resultaat": "Niet gelukt", "Knelpunt": "te weinig laptops; wifi lag eruit"}),
        ("nee donderdag, bij de rivierschool", {"Dag": THURSDAY, "Bij": "De Rivierschool"}),
        ("+ 2 docenten, en was donderdag", {"Dag": THURSDAY, "Aantallen": "20 leerlingen, 2 docenten"}),
        ("dag klopt niet, was donderdag", {"Dag": THURSDAY}),
        ("aantal klopt niet, 24", {"Aantallen": "24 leerlingen"}),
        ("klopt niet, 24", {"Aantallen": "24 leerlingen"}),
        ("moet 24 zijn en donderdag", {"Aantallen": "24 leerlingen", "Dag": THURSDAY}),
        ("wacht, 21 lln en 1 docent, donderdag", {"Aantallen": "21 leerlingen, 1 docent", "Dag": THURSDAY}),
        ("niet robotica maar technolab, 12 lln", {"Activiteit": "Technolab", "Aantallen": "12 leerlingen"}),
        ("25 november, niet 26, en 24 lln", {"Aantallen": "24 leerlingen", "Dag": THURSDAY}),
        ("resultaat was matig, 18 lln", {"Resultaat": "Deels gelukt", "Aantallen": "18 leerlingen"}),
        ("2 lln minder, was donderdag", {"Aantallen": "18 leerlingen", "Dag": THURSDAY}),
        ("verkeerde school, was de rivierschool", {"Bij": "De Rivierschool"}),
        ("vervolg niet in maart maar in april", {"Vervolg": "in april"}),
        ("zet vervolg op mei", {"Vervolg": "mei"}),
        ("20 is fout moet 21 zijn", {"Aantallen": "21 leerlingen"}),
        ("klopt maar wel 24 lln", {"Aantallen": "24 leerlingen"}),
        ("top maar het was donderdag", {"Dag": THURSDAY}),
        ("no, 24, and it was yesterday", {"Aantallen": "24 leerlingen", "Dag": SUNDAY}),
    ],
)  # fmt: skip
def test_each_piece_puts_right_what_it_is_about(said: str, changed: dict[str, str]) -> None:
    assert shown(REPORT, said) == {**BEFORE, **changed}


@pytest.mark.parametrize(
    ("said", "gone", "changed"),
    [
        ("geen 20 maar 21, geen vervolg", "Vervolg", {"Aantallen": "21 leerlingen"}),
        ("knelpunt weg, vervolg in april", "Knelpunt", {"Vervolg": "in april"}),
    ],
)
def test_a_piece_may_take_something_out(said: str, gone: str, changed: dict[str, str]) -> None:
    left = {name: value for name, value in BEFORE.items() if name != gone}
    assert shown(REPORT, said) == {**left, **changed}


def test_what_is_clear_is_kept_where_the_rest_is_asked() -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", REPORT)
    bot.say("docent", "", "aantal klopt niet, was donderdag")
    assert bot.heard("docent", "")[-1].text.startswith("Hoeveel leerlingen")
    bot.say("docent", "", "24")
    assert f"Aantallen: 24 leerlingen\nDag: {THURSDAY}" in bot.heard("docent", "")[-1].text


@pytest.mark.parametrize("said", ["24", "24!", "24 dus", "vierentwintig", "24 ipv 20", "het zijn er 24"])
def test_a_number_by_itself_is_the_one_figure_there_is(said: str) -> None:
    assert shown(REPORT, said) == {**BEFORE, "Aantallen": "24 leerlingen"}


def test_of_a_number_by_itself_is_asked_what_it_counts_where_it_may_be_several() -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", "Pilot robotica met 20 lln en 2 docenten, ging goed")
    bot.say("docent", "", "24")
    assert bot.heard("docent", "")[-1].buttons[:2] == ("24 leerlingen", "24 docenten")


@pytest.mark.parametrize(
    "said",
    [
        "bij De Rivierschool",
        "op de rivierschool",
        "De Rivierschool",
        "het was op de Rivierschol",
        "niet bij ons maar op de Rivierschool",
        "locatie De Rivierschool",
    ],
)
def test_where_it_was_is_filled_in_where_the_place_takes_part(said: str) -> None:
    assert shown(REPORT, said) == {**BEFORE, "Bij": "De Rivierschool"}


def test_ours_is_ones_own_school() -> None:
    assert shown(REPORT, "was bij ons")["Bij"] == "Het Oevercollege"


@pytest.mark.parametrize(
    "said", ["niet bij ons maar op het Techlab", "was bij het Techlab", "bij Bouwbedrijf Jansen"]
)
def test_of_another_place_is_said_that_it_is_not_known_and_it_is_kept(said: str) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", REPORT)
    bot.say("docent", "", said)
    card = bot.heard("docent", "")[-1].text
    assert "ken ik niet in deze regio" in card
    assert f"{said}”" in card
    assert shown(REPORT, said) == BEFORE


@pytest.mark.parametrize(
    "said", ["klopt niet", "foutje", "dat klopt niet helemaal", "ik had iets fout ingevuld"]
)
def test_what_is_wrong_and_not_said_is_asked(said: str) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", REPORT)
    bot.say("docent", "", said)
    asked = bot.heard("docent", "")[-1]
    assert asked.text == "Wat klopt er niet?"
    assert "Aantallen" in asked.buttons
    assert "Laat het zo" in asked.buttons


@pytest.mark.parametrize(
    "said",
    [
        "het was heel druk en gezellig op school",
        "bij de les waren ook ouders",
        "het was leuk, de kinderen leerden veel",
        "ze werkten heel hard, dat ging goed",
    ],
)
def test_more_of_the_story_changes_no_day_and_no_figure(said: str) -> None:
    after = shown(REPORT, said)
    assert (after["Aantallen"], after["Dag"], after.get("Bij")) == (BEFORE["Aantallen"], BEFORE["Dag"], None)
