"""Hours and euros are counted as often as they were given, and not at all where nobody can tell how often."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from language.dates.reading import find_days
from language.messages.counts import Counts, read_counts

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("ochtend 20 lln, middag 18 lln", Counts(pupils=38)),
        ("2 uur geholpen", Counts(hours=2)),
        ("2,5 uur en daarna nog een half uur", Counts(hours=3)),
        ("anderhalf uur les en 45 minuten voorbereiding", Counts(hours=2.25)),
        ("een uur en een kwartier", Counts(hours=1.25)),
        ("drie kwartier", Counts(hours=0.75)),
        ("een uur of drie geholpen", Counts(hours=3)),
        ("2 à 3 uur geholpen", Counts()),
        ("paar uur geholpen", Counts()),
        ("een dagdeel", Counts()),
        ("2 dagdelen van 4 uur", Counts(hours=8)),
        ("twee dagen gestaan", Counts()),
        ("2 dagen van 6 uur", Counts(hours=12)),
        ("3 collega's waren er elk 2 uur", Counts(teachers=3, hours=6)),
        ("2 monteurs, ieder 3 uur", Counts(hours=6)),
        ("2 monteurs 3 uur p.p.", Counts(hours=6)),
        ("3 uur per persoon, we waren met 4 personen", Counts(people=4, hours=12)),
        ("2 uur per week", Counts()),
        ("2 uur per week, 6 weken lang", Counts(hours=12)),
        ("6 weken lang elke week 2 uur", Counts(hours=12)),
        ("6 weken 2 uur per week", Counts(hours=12)),
        ("elke dinsdag 2 uur", Counts()),
        ("10 lessen van 50 minuten", Counts(hours=8.333333333333334)),
        ("na een uur konden we stoppen", Counts()),
        ("na 10 minuten ging het mis", Counts()),
        ("een uur te laat begonnen", Counts()),
        ("monteur kwam 2 uur te laat", Counts()),
        ("4 uur voorbereiding + 2 uur les = 6 uur", Counts(hours=6)),
        ("4 uur en 2 uur, 6 uur in totaal", Counts(hours=6)),
        ("uren: 12", Counts(hours=12)),
        ("uren: 6 op maandag, 3 op dinsdag", Counts(hours=9)),
        ("Kees en Piet ieder 2 uur", Counts()),
        ("allebei 3 uur", Counts(hours=6)),
        ("half uurtje uitleg gegeven", Counts(hours=0.5)),
        ("2 x anderhalf uur", Counts(hours=3)),
        ("twee keer een uur", Counts(hours=2)),
        ("3 keer een half uur", Counts(hours=1.5)),
        ("van 9 tot 12 uur geholpen", Counts()),
        ("16 manuren", Counts(hours=16)),
        ("acht uren gastles", Counts(hours=8)),
        ("directeur 3 uur", Counts(hours=3)),
    ],
)
def test_time_is_counted_as_often_as_it_was_spent(text: str, counts: Counts) -> None:
    assert read_counts(text) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("€1.250,-", Counts(euros=1250)),
        ("€ 1,200 aan hout", Counts(euros=1200)),
        ("1200,- aan hout", Counts(euros=1200)),
        ("EUR 1250", Counts(euros=1250)),
        ("1.5k", Counts(euros=1500)),
        ("2,5k euro", Counts(euros=2500)),
        ("2 mille", Counts(euros=2000)),
        ("drieduizend euro", Counts(euros=3000)),
        ("drie duizend euro", Counts(euros=3000)),
        ("250 euro hout en 50 euro schroeven", Counts(euros=300)),
        ("3 laptops van 400 euro", Counts(euros=1200)),
        ("6 meters van 80 euro per stuk", Counts(euros=480)),
        ("5 euro per leerling, 24 leerlingen", Counts(euros=120, pupils=24)),
        ("24 leerlingen à 5 euro", Counts(euros=120, pupils=24)),
        ("24 leerlingen, 5 euro p.p.", Counts(euros=120, pupils=24)),
        ("10 euro per leerling", Counts()),
        ("50 euro per uur, 10 uur", Counts(hours=10, euros=500)),
        ("10 uur à 50 euro", Counts(hours=10, euros=500)),
        ("kosten 240 euro, vervoer 60", Counts(euros=300)),
        ("hout 120 euro, schroeven 30 euro, samen 150 euro", Counts(euros=150)),
        ("waarde 85,-", Counts(euros=85)),
        ("twv 350", Counts(euros=350)),
        ("t.w.v. € 2.250,-", Counts(euros=2250)),
        ("ter waarde van 1.100 euro", Counts(euros=1100)),
        ("paar honderd euro", Counts()),
        ("honderden euro's", Counts()),
        ("een bedrag van 750", Counts(euros=750)),
        ("sponsoring van 500 euro en nog eens 250", Counts(euros=750)),
        ("1,2 miljoen euro", Counts(euros=1200000)),
        ("€ 300 tot € 400", Counts()),
        ("300 à 400 euro", Counts()),
        ("40 helmen van €12,50", Counts(euros=500)),
        ("12 overalls, samen 600 euro", Counts(euros=600)),
    ],
)
def test_money_is_counted_as_often_as_it_was_given(text: str, counts: Counts) -> None:
    assert read_counts(text) == counts


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Uren: september 6, oktober 9", 15),
        ("we put in 7 hours on the quay", 7),
        ("uren voor het magazijn\n- 3 nov: 2 uur\n- 10 nov: 2 uur", 4),
        ("gastles om 3 uur", None),
        ("an hour or 3 with the class, we liked it", 3),
    ],
)
def test_hours_that_look_like_a_day_or_a_time_are_counted(text: str, hours: float | None) -> None:
    assert read_counts(text, [day.at for day in find_days(text, NOW)]).hours == hours
