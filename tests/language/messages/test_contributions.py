"""Only what a company gave is given: what may, will or could be is a promise, and the two are told apart."""

import pytest

from language.messages.contributions import given_and_promised, material, promised, refused


@pytest.mark.parametrize(
    "text",
    [
        "we kunnen 10 uur leveren voor gamedesign",
        "willen jullie 3 machines?",
        "volgende maand geven we 2 gastlessen van 2 uur",
        "wij zouden 500 euro kunnen geven",
        "we hebben nog 4 laptops staan, interesse?",
        "als jullie willen komen we 3 uur helpen",
        "hebben jullie iets aan een partij hout ter waarde van 300 euro?",
        "hebben jullie iets aan een partij hout voor het lab, ter waarde van 300 euro?",
        "zouden jullie 20 helmen kunnen gebruiken? waarde 400 euro",
        "we overwegen 1000 euro te sponsoren",
        "er staat nog 6 uur open",
        "nog te leveren: 20 uur",
        "er worden 2 gastlessen van 2 uur gegeven",
        "vandaag 500 euro toegezegd",
        "gisteren besloten om 500 euro te geven",
        "we maken 5.000 euro over voor het lab, zoals beloofd",
        "onze monteur kan 4 uur komen in maart",
        "bereid om 8 uur te helpen",
        "we bieden 3 gastlessen van 1 uur aan",
        "aanbod: 10 uur begeleiding",
        "12 uur beschikbaar voor begeleiding",
        "onze monteur is 6 uur beschikbaar",
        "Bakker gaat ons 500 euro geven",
        "installateur Smit wil sponsoren met 300 euro",
        "Smit sponsort 300 euro",
        "het bedrijf komt morgen 3 uur helpen",
        "we krijgen 2 laptops van de gemeente",
        "3 laptops te leen, als we willen",
        "wat dachten jullie van 2 rondleidingen van een uur?",
        "zou 2 uur gastles iets zijn?",
        "bij ons staan 3 machines die weg mogen",
        "jullie mogen onze machine hebben",
        "we hebben 3 uur staan voor volgend jaar",
        "20 uur gereserveerd voor begeleiding",
        "We could offer 10 hours of coaching",
        "we will donate 500 euros",
    ],
)
def test_what_may_still_come_is_promised(text: str) -> None:
    assert promised(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "2 uur gastles gegeven",
        "graag wil ik melden: 2 uur gegeven",
        "we kunnen melden dat er 5 uur gegeven is",
        "mag ik 6 uur opgeven voor gisteren?",
        "kunnen jullie 6 uur bijschrijven voor gisteren?",
        "we hebben 500 euro kunnen doneren",
        "zoals beloofd 500 euro overgemaakt",
        "de toegezegde 500 euro is overgemaakt",
        "6 lashelmen afgegeven bij de balie, mogen jullie houden, nieuwwaarde 540 euro",
        "halve dag de heftruck beschikbaar gesteld, 4 uur",
        "3 uur begeleid zodat ze zelf kunnen lassen",
        "4 uur geholpen, volgende keer graag eerder bellen",
        "12 uur begeleiding afgelopen week",
        "we gaven 3 uur les",
        "500 euro gekregen van Bakker BV",
        "Bakker BV heeft 500 euro gegeven",
        "de monteur kwam 3 uur helpen",
        "ik kon een middag helpen, 4 uur",
        "3 laptops te leen gekregen",
        "3 uur noteren aub, les gegeven",
        "we donated 500 euros",
    ],
)
def test_what_was_given_is_given_whatever_stands_beside_it(text: str) -> None:
    assert promised(text) is False


@pytest.mark.parametrize(
    "text", ["12 uur gastles", "ik wil 12 uur noteren voor begeleiding", "24 leerlingen"]
)
def test_what_says_neither_is_neither(text: str) -> None:
    assert promised(text) is None


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("2 uur gegeven en 2 uur toegezegd", ("2 uur gegeven", "2 uur toegezegd")),
        (
            "gisteren 2 uur gastles gegeven, volgende week nog 3 uur",
            ("gisteren 2 uur gastles gegeven", "volgende week nog 3 uur"),
        ),
        (
            "4 uur gastles en 2 uur voorbereiding gegeven, 2 uur toegezegd",
            ("4 uur gastles en 2 uur voorbereiding gegeven", "2 uur toegezegd"),
        ),
        (
            "2 uur gegeven, 4 uur gastles en 2 uur begeleiding toegezegd",
            ("2 uur gegeven", "4 uur gastles en 2 uur begeleiding toegezegd"),
        ),
        (
            "€ 1.250,- overgemaakt en we kunnen nog 3 machines leveren",
            ("€ 1.250,- overgemaakt", "we kunnen nog 3 machines leveren"),
        ),
        (
            "we gaven 2 uur gastles en 3 uur begeleiding en zeggen 4 uur toe",
            ("we gaven 2 uur gastles en 3 uur begeleiding", "zeggen 4 uur toe"),
        ),
        ("we hadden 10 uur toegezegd, 4 uur zijn nu gegeven", ("4 uur zijn nu gegeven", "")),
        ("10 uur toegezegd waarvan 4 uur gegeven", ("4 uur gegeven", "")),
        ("2 uur gegeven, leuke klas", None),
        ("van de beloofde 10 uur zijn er 4 uur gegeven", None),
        ("we zeggen 10 uur en 500 euro toe", None),
    ],
)
def test_what_was_given_and_what_is_promised_are_told_apart(text: str, both: tuple[str, str] | None) -> None:
    assert given_and_promised(text) == both


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("helaas kunnen we de 500 euro niet geven", True),
        ("we trekken de toezegging van 500 euro in", True),
        ("geen uren gegeven deze maand", True),
        ("de sponsoring van 1000 euro gaat niet door", True),
        ("we can not give the 500 euros", True),
        ("de 10 uur zijn nog niet gegeven", False),
        ("niet 4 maar 6 uur gegeven", False),
        ("4 uur gegeven, maar we kunnen geen laptops leveren", False),
        ("4 uur gegeven, de klas was niet groot", False),
        ("10 uur geholpen in november", False),
        ("geen kosten, 3 uur geholpen", False),
    ],
)
def test_a_gift_that_is_refused_is_none(text: str, none: bool) -> None:
    assert refused(text) is none


@pytest.mark.parametrize(
    ("text", "thing"),
    [("we doneren 250 euro", ""), ("de heftruck is uitgeleend", "de heftruck is uitgeleend")],
)
def test_money_is_no_material(text: str, thing: str) -> None:
    assert material(text) == thing


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("we hebben geen 500 euro gekregen", True),
        ("geen cent ontvangen", True),
        ("we hebben geen 3 uur begeleiding gehad", True),
        ("we didn't get 500 euros", True),
        ("we haven't received 500 euros", True),
        ("niet 500 maar 300 euro gekregen", False),
        ("we didn't get 500 but 300 euros", False),
        ("we kregen 500 euro, geen materiaal", False),
        ("het waren er niet 12, we kregen 500 euro", False),
    ],
)
def test_what_was_not_received_is_no_gift(text: str, none: bool) -> None:
    assert refused(text) is none
