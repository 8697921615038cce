"""What somebody types at the card to put it right: what stands on the card then, and nothing else of it changed."""

import pytest

from tests.platforms import Direct
from tests.reports_region import START, seed

REPORT = (
    "Op 26 november pilot robotica gedraaid met 20 lln, ging goed, wel te weinig laptops, vervolg eind maart"
)
NAMES = ("Aantallen", "Dag", "Knelpunt", "Vervolg", "Resultaat", "Activiteit", "Bij")
BEFORE = {
    "Activiteit": "Keuzevakken vernieuwen",
    "Resultaat": "Gelukt",
    "Aantallen": "20 leerlingen",
    "Dag": "vrijdag 26 november 2021",
    "Knelpunt": "te weinig laptops",
    "Vervolg": "eind maart",
}


def shown(*said: str) -> dict[str, str]:
    """Return the lines of the card, by their names, after these were typed."""
    bot = Direct(seed, START)
    for text in said:
        bot.say("docent", "", text)
    card = bot.heard("docent", "")[-1].text
    lines = (line.partition(": ") for line in card.splitlines())
    return {name: value for name, _colon, value in lines if name in NAMES}


def test_the_card_stands_as_it_was_told() -> None:
    assert shown(REPORT) == BEFORE


def test_the_day_that_is_told_stays_though_other_news_is_told_with_it() -> None:
    told = shown("gisteren robotica met 20 lln, ging goed, maar het profiel BWI gaat volgend jaar dicht")
    assert told["Dag"] == "zondag 28 november 2021"


@pytest.mark.parametrize(
    ("said", "name", "value"),
    [
        ("niet 26 maar 25 november", "Dag", "donderdag 25 november 2021"),
        ("25 november, niet 26", "Dag", "donderdag 25 november 2021"),
        ("not 26 but 25 November", "Dag", "donderdag 25 november 2021"),
        ("nee, de 25e", "Dag", "donderdag 25 november 2021"),
        ("datum 25 november", "Dag", "donderdag 25 november 2021"),
        ("het waren er 22 en 2 docenten", "Aantallen", "22 leerlingen, 2 docenten"),
        ("nee, 22 en 2 docenten", "Aantallen", "22 leerlingen, 2 docenten"),
        ("was met 22 en 2 docenten", "Aantallen", "22 leerlingen, 2 docenten"),
        ("ik bedoel 2 docenten en 22", "Aantallen", "22 leerlingen, 2 docenten"),
        ("toch 24", "Aantallen", "24 leerlingen"),
        ("er waren er 24", "Aantallen", "24 leerlingen"),
        ("niet 20 leerlingen maar 24", "Aantallen", "24 leerlingen"),
        ("aantal 24", "Aantallen", "24 leerlingen"),
        ("3 leerlingen minder", "Aantallen", "17 leerlingen"),
        ("er waren 3 leerlingen minder", "Aantallen", "17 leerlingen"),
        ("3 minder", "Aantallen", "17 leerlingen"),
        ("min 3", "Aantallen", "17 leerlingen"),
        ("2 erbij", "Aantallen", "22 leerlingen"),
        ("er kwamen nog 2 bij", "Aantallen", "22 leerlingen"),
        ("+2", "Aantallen", "22 leerlingen"),
        ("twee leerlingen meer", "Aantallen", "22 leerlingen"),
        ("2 docenten erbij", "Aantallen", "20 leerlingen, 2 docenten"),
        ("2 leerlingen minder en 1 docent erbij", "Aantallen", "18 leerlingen, 1 docent"),
        ("vervolg half april", "Vervolg", "half april"),
        ("vervolg: les met klas 3", "Vervolg", "les met klas 3"),
        ("volgende stap evaluatie in mei", "Vervolg", "evaluatie in mei"),
        ("niet eind maart maar eind april", "Vervolg", "eind april"),
        ("knelpunt geen beamer", "Knelpunt", "geen beamer"),
        ("obstakel was het rooster", "Knelpunt", "het rooster"),
        ("resultaat deels gelukt", "Resultaat", "Deels gelukt"),
    ],
)  # fmt: skip
def test_what_is_put_right_changes_and_nothing_else(said: str, name: str, value: str) -> None:
    assert shown(REPORT, said) == {**BEFORE, name: value}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("haal het vervolg weg", "Vervolg"),
        ("geen vervolg", "Vervolg"),
        ("vervolg mag weg", "Vervolg"),
        ("schrap de volgende stap", "Vervolg"),
        ("remove the next step", "Vervolg"),
        ("geen knelpunt", "Knelpunt"),
        ("er waren geen obstakels", "Knelpunt"),
        ("laat het knelpunt maar weg", "Knelpunt"),
        ("verwijder dat obstakel graag", "Knelpunt"),
        ("haal het aantal eruit", "Aantallen"),
    ],
)
def test_what_is_taken_out_is_gone(said: str, name: str) -> None:
    assert shown(REPORT, said) == {key: value for key, value in BEFORE.items() if key != name}


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("obstakel klopt niet", "Wat zat er in de weg?"),
        ("het knelpunt is niet goed", "Wat zat er in de weg?"),
        ("vervolg klopt niet", "Wat is het vervolg?"),
        ("25 leerlingen minder", "Hoeveel leerlingen"),
        ("haal de activiteit weg", "Over welke activiteit gaat het?"),
    ],
)
def test_what_is_not_clear_is_asked(said: str, asked: str) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", REPORT)
    bot.say("docent", "", said)
    assert bot.heard("docent", "")[-1].text.startswith(asked)


@pytest.mark.parametrize("said", ["niks", "geen", "er was geen", "Er was er geen"])
def test_there_may_be_nothing_to_tell_after_all(said: str) -> None:
    assert "Knelpunt" not in shown(REPORT, "obstakel klopt niet", said)


@pytest.mark.parametrize(
    "said", ["was met 4 havo", "het was met klas 3b", "was in lokaal 12", "was voor 4H", "het was groep 8"]
)
def test_a_class_or_a_room_is_no_figure_and_is_kept_in_words(said: str) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", REPORT)
    bot.say("docent", "", said)
    assert f"{said}”" in bot.heard("docent", "")[-1].text
    assert shown(REPORT, said) == BEFORE


def test_what_compares_with_another_time_is_asked_before_it_changes_anything() -> None:
    bot = Direct(seed, START)
    for text in (REPORT, "3 leerlingen minder dan vorige keer"):
        bot.say("docent", "", text)
    assert bot.heard("docent", "")[-1].text.startswith("Hoort dit bij wat je aan het melden bent")


@pytest.mark.parametrize("said", ["3 laptops te weinig", "we gaan in maart verder"])
def test_what_tells_more_changes_no_figure_and_no_day(said: str) -> None:
    after = shown(REPORT, said)
    assert (after["Aantallen"], after["Dag"]) == (BEFORE["Aantallen"], BEFORE["Dag"])


def test_of_several_figures_is_asked_which_with_what_it_becomes() -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", "Pilot robotica met 20 lln en 2 docenten, ging goed")
    bot.say("docent", "", "4 meer")
    assert bot.heard("docent", "")[-1].buttons[:2] == ("24 leerlingen", "6 docenten")
