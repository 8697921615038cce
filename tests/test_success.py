"""What the card shows as the success: the praise in the person's own words, without what only begins the report."""

import pytest

from tests.platforms import Direct
from tests.reports_region import START, seed


def success(text: str) -> str:
    """Return the success on the card of a report that is told so, "" for none."""
    bot = Direct(seed, START)
    bot.say("docent", "", text)
    heard = bot.heard("docent", "")[-1]
    if "Over welke activiteit" in heard.text:
        bot.press("docent", "", heard.buttons[0])
        heard = bot.heard("docent", "")[-1]
    lines = (line.partition(": ") for line in heard.text.splitlines())
    return next((value for name, _colon, value in lines if name == "Succes"), "")


@pytest.mark.parametrize(
    ("told", "praise"),
    [
        ("Gisteren keuzevak drones gedraaid en het was een groot succes", "het was een groot succes"),
        ("pilot robotica gedraaid met 12 lln ging super iedereen deed mee", "ging super iedereen deed mee"),
        (
            "Gastles lassen van de monteur vrijdag was erg leerzaam voor de 14 leerlingen",
            "was erg leerzaam voor de 14 leerlingen",
        ),
        ("Les drones met 3b verliep soepel", "verliep soepel"),
        (
            "techniekdag gehad met 60 kinderen en ouders waren laaiend enthousiast",
            "ouders waren laaiend enthousiast",
        ),
        ("keuzevak robotica weer lekker gelopen vandaag met 19 lln", "weer lekker gelopen"),
        ("Gisteren robotica klas 3 heeft prachtige robots gebouwd", "klas 3 heeft prachtige robots gebouwd"),
        ("Vandaag robotica, 18 leerlingen waren enthousiast", "18 leerlingen waren enthousiast"),
        ("robotica gelukt en de ouders waren trots", "de ouders waren trots"),
        ("pilot robotica gedraaid ouders enthousiast 20 lln", "ouders enthousiast"),
        ("robotica pilot yesterday was a big success for the girls", "was a big success for the girls"),
    ],
)
def test_only_the_praise_is_kept_as_it_was_told(told: str, praise: str) -> None:
    assert success(told) == praise


@pytest.mark.parametrize(
    "told",
    [
        "robotica gedraaid met 20 lln, ze vonden het geweldig",
        "robotica gedraaid, de kinderen van 3b waren heel blij",
    ],
)
def test_who_was_glad_stays_with_it(told: str) -> None:
    assert success(told) == told.partition(", ")[2]


@pytest.mark.parametrize(
    "told",
    [
        "Pilot gamedesign gedraaid vorige week dinsdag, 22 lln, top",
        "Vandaag technolab met 4 havo top",
        "robotica gisteren gedaan 18 lln ging heel goed",
        "pilot gedraaid en top",
    ],
)
def test_that_it_went_well_is_the_result_and_no_success_of_its_own(told: str) -> None:
    assert success(told) == ""
