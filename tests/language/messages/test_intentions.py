"""What is going to be done is told apart from what was done."""

import pytest

from language.messages.intentions import intends


@pytest.mark.parametrize(
    "text",
    [
        "ik ga vrijdag met 28 lln robotica doen",
        "Vrijdag ga ik met 28 lln robotica doen",
        "volgende week gaan we een pilot draaien",
        "we gaan vandaag met 20 leerlingen lassen",
        "Ik wil vrijdag een pilot robotica draaien",
        "wij zijn van plan een gastles te geven",
    ],
)
def test_what_somebody_is_going_to_do_is_an_intention(text: str) -> None:
    assert intends(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik ging vrijdag met 28 lln robotica doen",
        "vrijdag robotica gedaan met 28 lln, volgende week gaan we verder",
        "ik wil melden dat de pilot met 28 leerlingen is gelukt",
        "ik wil graag doorgeven: vrijdag pilot gedraaid",
        "we gaan goed vooruit",
        "We gaan verder. Vrijdag pilot gedraaid met 28 lln",
        "de leerlingen gaan vrijdag naar het technolab",
        "",
    ],
)
def test_what_was_or_what_others_do_is_none(text: str) -> None:
    assert not intends(text)
