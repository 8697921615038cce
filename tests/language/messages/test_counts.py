"""Figures that cannot be are left out by name, never turned into others."""

import pytest

from language.messages.counts import Counts, read_counts


@pytest.mark.parametrize(
    ("text", "impossible"),
    [
        ("-5 leerlingen", (("pupils", "-5"),)),
        ("-300 euro", (("euros", "-300"),)),
        ("€ -300", (("euros", "-300"),)),
        ("1.000.000 leerlingen", (("pupils", "1.000.000"),)),
        ("999999 uur", (("hours", "999999"),)),
        ("3,5 leerling", (("pupils", "3,5"),)),
        ("-2 uur en 4000 scholen", (("schools", "4000"), ("hours", "-2"))),
    ],
)
def test_what_cannot_be_is_named_and_not_counted(text: str, impossible: tuple[tuple[str, str], ...]) -> None:
    assert read_counts(text) == Counts(impossible=impossible)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("1/2 uur", Counts(hours=0.5)),
        ("1 1/2 uur gastles", Counts(hours=1.5)),
        ("½ uur", Counts(hours=0.5)),
        ("0 leerlingen", Counts(pupils=0)),
        ("12.000 leerlingen", Counts(pupils=12_000)),
        ("250 uur en 1.500 euro", Counts(hours=250, euros=1500)),
        ("- 26 leerlingen", Counts(pupils=26)),
        ("13-15 leerlingen", Counts()),
    ],
)
def test_what_can_be_is_counted(text: str, counts: Counts) -> None:
    assert read_counts(text) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("les gegeven aan vierentwintig leerlingen", Counts(pupils=24)),
        ("met een paar leerlingen", Counts()),
        ("een paar uur geholpen", Counts()),
        ("2 gastlessen van 3 uur", Counts(hours=6)),
        ("2x2 uur gastles", Counts(hours=4)),
        ("3 monteurs ieder 2 uur", Counts(hours=6)),
        ("maandag en dinsdag telkens 3 uur", Counts(hours=6)),
        ("anderhalf uur begeleid", Counts(hours=1.5)),
        ("90 minuten les", Counts(hours=1.5)),
        ("een dagdeel geholpen", Counts(hours=4)),
        ("een dagdeel geholpen, 3 uur", Counts(hours=3)),
        ("4 uur en 2 uur, samen 6 uur", Counts(hours=6)),
        ("€ 1.250,- aan hout", Counts(euros=1250)),
        ("1,5k bijgedragen", Counts(euros=1500)),
        ("3 tablets à 250 euro", Counts(euros=750)),
        ("7 jongens en 4 meisjes", Counts(pupils=11)),
        ("15 meiden, 2 jongens", Counts(pupils=17)),
        ("een klas van 24", Counts(pupils=24)),
        ("leerlingen (19)", Counts(pupils=19)),
        ("9 van de 11 geslaagd", Counts(pupils=11)),
        ("20 helmen voor de leerlingen", Counts()),
        ("nog 30 helmen bestellen", Counts()),
        ("begroting 2027 vaststellen", Counts()),
        ("24 vmbo-lln", Counts(pupils=24)),
        ("3 monteurs elk een dagdeel", Counts(hours=12)),
        ("materiaalkosten 430,50", Counts(euros=430.5)),
        ("three lessons of 2 hours for twenty-four pupils with the class", Counts(hours=6, pupils=24)),
    ],
)
def test_figures_and_words_are_counted_and_summed(text: str, counts: Counts) -> None:
    assert read_counts(text) == counts


@pytest.mark.parametrize(
    ("text", "pupils"),
    [
        ("twee klassen van 24 op de kade gehad", 48),
        ("gewerkt met 3 groepen van 6 leerlingen", 18),
        ("gemeten met 2 klassen v 22 leerlingen", 44),
        ("met alle 28 van 2b op de werf", 28),
        ("een klas van 24", 24),
        ("klas 3 met 20 leerlingen", 20),
    ],
)
def test_so_many_classes_of_so_many_pupils_are_multiplied(text: str, pupils: int) -> None:
    assert read_counts(text).pupils == pupils
