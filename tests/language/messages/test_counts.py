"""Figures that cannot be are left out by name, never turned into others."""

import time

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
        ("2 lessen robotica van 2 uur", Counts(hours=4)),
        ("2 gastlessen over duurzame energie van 3 uur", Counts(hours=6)),
        ("drie lessen domotica van anderhalf uur", Counts(hours=4.5)),
        ("2 lessen gegeven, het gesprek van 3 uur", Counts(hours=3)),
        ("2x2 uur gastles", Counts(hours=4)),
        ("3 monteurs ieder 2 uur", Counts(hours=6)),
        ("maandag en dinsdag telkens 3 uur", Counts(hours=6)),
        ("anderhalf uur begeleid", Counts(hours=1.5)),
        ("90 minuten les", Counts(hours=1.5)),
        ("een dagdeel geholpen", Counts()),
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
        ("3 monteurs elk een dagdeel", Counts()),
        ("3 monteurs elk een uur", Counts(hours=3)),
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


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("gastles gehad met 18 lln en 2 docenten", Counts(pupils=18, teachers=2)),
        ("12 van de 20 lln waren er", Counts(pupils=12)),
        ("20ll, ca 3 doc", Counts(pupils=20, teachers=3)),
        ("29 + 31 kinderen hadden pret", Counts(pupils=60)),
        ("bezoek met 21 en 19 leerlingen", Counts(pupils=40)),
        ("24, 18 en 20 leerlingen op drie dagen", Counts(pupils=62)),
        ("klas 2 en 3 leerlingen hadden ruzie", Counts(pupils=3)),
        ("groep 7 en 8, 45 kinderen", Counts(pupils=45)),
        ("groep 7 en 24 leerlingen van groep 8", Counts(pupils=24)),
        ("12 jongens, een meisje", Counts(pupils=13)),
        ("vijf meiden en één jongen", Counts(pupils=6)),
        ("er waren 9 meiden en 11 jongens", Counts(pupils=20)),
        ("14 van de 20 leerlingen hebben het af", Counts(pupils=20)),
        ("14 van de 20 leerlingen kwamen opdagen", Counts(pupils=14)),
        ("er kwamen maar 8 van de 15 leerlingen", Counts(pupils=8)),
        ("6 van de 9 geslaagd", Counts(pupils=9)),
        ("18 vd 22 lln gehaald", Counts(pupils=22)),
        ("een man of 10 leerlingen", Counts(pupils=10)),
        ("een leerling of 10", Counts(pupils=10)),
        ("een stuk of 20 leerlingen", Counts(pupils=20)),
        ("zo'n 25 kinderen", Counts(pupils=25)),
        ("ruim 30 leerlingen", Counts(pupils=30)),
        ("20 à 25 leerlingen", Counts()),
        ("20-25 lln", Counts()),
        ("tussen de 20 en 25 leerlingen", Counts()),
        ("tien tot vijftien leerlingen", Counts()),
        ("3 of 4 leerlingen", Counts()),
        ("een paar leerlingen en 2 docenten", Counts(teachers=2)),
        ("een handvol leerlingen", Counts()),
        ("tientallen leerlingen", Counts()),
        ("twee klassen van 24", Counts(pupils=48)),
        ("3 groepjes van 5", Counts(pupils=15)),
        ("3 groepen van 6 leerlingen", Counts(pupils=18)),
        ("4 groepjes van 3 à 4 leerlingen", Counts()),
        ("3 scholen met elk 20 leerlingen", Counts(schools=3, pupils=60)),
        ("20 leerlingen per school, 3 scholen", Counts(schools=3, pupils=60)),
        ("5 leerlingen per bedrijf", Counts()),
        ("2x 24 leerlingen", Counts(pupils=48)),
        ("twee keer 20 leerlingen", Counts(pupils=40)),
        ("leerlingen 24, docenten 2", Counts(pupils=24, teachers=2)),
        ("leerlingen: 24\ndocenten: 2", Counts(pupils=24, teachers=2)),
        ("aantal leerlingen: 24", Counts(pupils=24)),
        ("aantal lln 24", Counts(pupils=24)),
        ("3b (22) en 3c (19) zijn geweest", Counts(pupils=41)),
        ("met 3a (24)", Counts(pupils=24)),
        ("2 docenten ziek", Counts()),
        ("3 leerlingen waren ziek, de andere 18 leerlingen deden mee", Counts(pupils=18)),
        ("24 lln, 3 afwezig", Counts(pupils=24)),
        ("we komen 2 docenten te kort", Counts()),
        ("11 lln in de keuken en 8 in de bediening", Counts(pupils=19)),
        ("20 leerlingen uit 3a, 18 leerlingen uit 3b", Counts(pupils=38)),
        ("3a: 21 lln, 3b: 19 lln", Counts(pupils=40)),
        ("20 lln, waarvan 6 meisjes", Counts(pupils=20)),
        ("20 leerlingen, 8 meisjes en 12 jongens", Counts(pupils=20)),
        ("21 en 19, samen 40 leerlingen", Counts(pupils=40)),
        ("40 leerlingen in totaal, 22 in 3a", Counts(pupils=40)),
        ("in totaal 60 kinderen van 3 basisscholen", Counts(pupils=60, schools=3)),
        ("vierentwintig pubers en twee docenten", Counts(pupils=24, teachers=2)),
        ("26 vmbo'ers", Counts(pupils=26)),
        ("18 brugklassers", Counts(pupils=18)),
        ("31 tweedejaars", Counts(pupils=31)),
        ("8 PIE docenten", Counts(teachers=8)),
        ("12 enthousiaste leerlingen", Counts(pupils=12)),
        ("12 hele leuke leerlingen", Counts(pupils=12)),
        ("3 bussen vol leerlingen", Counts()),
        ("9 begeleiders vd bedrijven", Counts()),
        ("30 kisten leerlingenwerk", Counts()),
        ("15 laptops voor leerlingen", Counts()),
        ("7 leerkrachten van 3 scholen", Counts(teachers=7, schools=3)),
        ("met z'n vijven", Counts(people=5)),
        ("meld mij en een collega aan", Counts(people=2)),
        ("40 ouders en 25 kinderen", Counts(people=40, pupils=25)),
        ("200 bezoekers", Counts(people=200)),
        ("5 wethouders", Counts()),
        ("geen leerlingen", Counts()),
        ("een dozijn leerlingen", Counts(pupils=12)),
        ("een twintigtal leerlingen", Counts(pupils=20)),
        ("vijf en twintig leerlingen", Counts(pupils=25)),
        ("honderd twintig leerlingen", Counts(pupils=120)),
        ("2u geholpen", Counts(hours=2)),
        ("het ene groepje van 9 en 's middags het andere van 8", Counts(pupils=17)),
        ("met negen man gedraaid, 7 leerlingen en 2 docenten", Counts(people=9, pupils=7, teachers=2)),
        ("leerlingen (24) en docenten (2)", Counts(pupils=24, teachers=2)),
        ("24 leerlingen (12 meisjes, 12 jongens)", Counts(pupils=24)),
        ("6 bedrijven, 4 scholen en 80 leerlingen", Counts(companies=6, schools=4, pupils=80)),
        ("er deden 3 bedrijven mee", Counts(companies=3)),
        ("drie van de vijf bedrijven kwamen", Counts(companies=3)),
        ("32 van de 40 leerlingen deden mee", Counts(pupils=40)),
        ("klas 3B met 22 leerlingen", Counts(pupils=22)),
        ("22 leerlingen uit klas 3", Counts(pupils=22)),
        ("groep 8 (28 leerlingen)", Counts(pupils=28)),
        ("4e klas, 18 lln", Counts(pupils=18)),
        ("aan 18 lln van leerjaar 3 les gegeven", Counts(pupils=18)),
        ("leerlingen: 18 meisjes: 4", Counts(pupils=18)),
        ("5 lln afgevallen, 19 over", Counts(pupils=5)),
        ("lokaal 3.12, 19 lln", Counts(pupils=19)),
        ("19 lln in lokaal 12", Counts(pupils=19)),
        ("2 groepen: 14 en 16 leerlingen", Counts(pupils=30)),
        ("14 leerlingen en later nog 12", Counts(pupils=14)),
        ("14 leerlingen en 's middags nog 12 leerlingen", Counts(pupils=26)),
        ("eerst 14 lln, daarna nog 12 lln", Counts(pupils=26)),
        ("20 lln, 18 lln geslaagd", Counts(pupils=20)),
        ("30 leerlingen waarvan 12 van de mavo en 18 van de havo", Counts(pupils=30)),
        ("in groepjes van 4, totaal 24 leerlingen", Counts(pupils=24)),
        ("in tweetallen gewerkt, 24 lln", Counts(pupils=24)),
        ("korting van 20 procent", Counts()),
        ("een tientje per leerling", Counts()),
    ],
)
def test_who_took_part_is_added_up_by_what_the_words_say(text: str, counts: Counts) -> None:
    assert read_counts(text) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("two classes of 24 at the harbour", Counts(pupils=48)),
        ("twenty four pupils and 2 teachers were there", Counts(pupils=24, teachers=2)),
        ("4 hours each for the two mechanics, they said", Counts()),
        ("two mechanics helped for 4 hours each, and the pupils liked it", Counts(hours=8)),
        ("we spent an hour and a half with 12 of our students", Counts(hours=1.5, pupils=12)),
        ("the workshop had 15 boys and 9 girls", Counts(pupils=24)),
        ("equipment worth €1,200 for the lab", Counts(euros=1200)),
        ("14 out of 20 students passed the test", Counts(pupils=20)),
        ("only 14 of the 20 students showed up for it", Counts(pupils=14)),
        ("about 30 pupils from 3 schools", Counts(pupils=30, schools=3)),
        ("20 to 25 pupils were there", Counts()),
        ("3 sessions of 2 hours for the pupils", Counts(hours=6)),
        ("2 hours per week for 6 weeks, we did it", Counts(hours=12)),
        ("12 primary school teachers came to the training", Counts(teachers=12)),
        ("half an hour of explaining to the students", Counts(hours=0.5)),
    ],
)
def test_english_figures_are_counted_by_the_same_rules(text: str, counts: Counts) -> None:
    assert read_counts(text) == counts


def test_a_text_full_of_figures_is_not_read_for_ever() -> None:
    assert read_counts("1 leerling " + "1 " * 5000) == Counts(pupils=1)


@pytest.mark.parametrize("word", ["x" * 12_000, "ab-" * 4_000], ids=["letters", "hyphens"])
def test_a_word_of_thousands_of_letters_is_known_by_its_end_and_read_at_once(word: str) -> None:
    text = f"3 {word}leerlingen en 4 {word}"
    read_counts(text)  # what is compiled at first use is nobody's reading
    begun = time.thread_time()
    assert read_counts(text) == Counts(pupils=3)
    assert time.thread_time() - begun < 0.2
