"""Which organisation a message names; where no words say so, none."""

import pytest

from language.messages.organisations import organisation


def named(text: str, *, gives: bool) -> str | None:
    spot = organisation(text, gives=gives)
    return text[spot[0] : spot[1]] if spot else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("de sloper gaf ons 20 kozijnen", "sloper"),
        ("Van de sloper kregen we kozijnen ter waarde van 2400 euro", "sloper"),
        ("bakker uit het dorp heeft tweeënhalf uur gratis meegedraaid bij de bakkerijles", "bakker"),
        ("de visafslag stopt per 1 januari als partner", "visafslag"),
        ("de coöperatie ziet verdere deelname niet meer zitten en stapt eruit", "coöperatie"),
        (
            "het distributiecentrum wil geen leerlingen meer en stopt met de samenwerking",
            "distributiecentrum",
        ),
        ("de branderij doet mee: 90 euro koffiebonen", "branderij"),
        ("visverwerker hier: kistje vis", "visverwerker"),
        ("Ter info: de woningstichting legt vijfduizend euro in", "woningstichting"),
        ("de slager heeft worst gesponsord", "slager"),
        ("slager uit de straat sponsort de barbecue", "slager"),
        ("gekregen van een boer uit de buurt: 3 balen stro", "boer"),
        ("twee pallets tegels, aangeboden door de tegelzetter", "tegelzetter"),
        ("groeten van het constructiebedrijf", "constructiebedrijf"),
        ("Jansen Techniek heeft 4 uur lesgegeven", "Jansen Techniek"),
        ("namens Bakkerij De Korenaar: 3 uur", "Bakkerij De Korenaar"),
        ("namens Van Dijk Techniek 2 uur gastles", "Van Dijk Techniek"),
        ("namens de gemeente Veldhoek, 3 uur", "gemeente Veldhoek"),
        ("hallo, hier de garage: 2 uur gastles", "garage"),
        ("an engineer from the shipyard gave 2 hours, the students liked it", "shipyard"),
        ("the brewery donated 300 euros for the kitchen, thanks to the teacher", "brewery"),
        ("the garage is pulling out of the programme, they have no time", "garage"),
        ("een collega van de drukkerij was er 2 uur", "drukkerij"),
        ("de kapper wil geen stagiairs meer en stapt uit het convenant", "kapper"),
        ("de fietsenmaker leent ons twee fietsen", "fietsenmaker"),
        ("hovenier heeft gratis planten gebracht", "hovenier"),
        ("de rabobank stopt als partner", "rabobank"),
    ],
)
def test_what_gives_or_leaves_is_named(text: str, name: str) -> None:
    assert named(text, gives=True) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("leerlingen waren op bezoek bij de gemeente", "gemeente"),
        ("mooie les, dankzij de hovenier", "hovenier"),
    ],
)
def test_what_is_plainly_named_is_so_in_any_message(text: str, name: str) -> None:
    assert named(text, gives=False) == name


@pytest.mark.parametrize(
    "text",
    [
        "onze monteur heeft 3 uur geholpen",
        "wij hebben 3 uur geholpen",
        "Wij stellen een scanner beschikbaar",
        "profiel gaat dicht",
        "het profiel PIE doet niet meer mee",
        "docent stopt met de samenwerking",
        "wij stoppen met de samenwerking",
        "gastles gehad met 20 lln",
        "de printer gaf fouten",
        "de machine heeft veel geld gekost, gratis was het niet",
        "ons bedrijf heeft 8 uur begeleid",
        "het ging niet door, de docent heeft gratis gewerkt",
        "de leerlingen hebben veel gegeven",
        "de helft van de klas haakt af",
        "3 leerlingen haken af",
    ],
)
def test_people_and_things_are_no_organisations(text: str) -> None:
    assert named(text, gives=True) is None
