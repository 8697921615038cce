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
        ("4 collega's x 2 uur", Counts(teachers=4, hours=8)),
        ("3 monteurs x 2,5 uur", Counts(hours=7.5)),
        ("2 uur x 4 collega's", Counts(teachers=4, hours=8)),
        ("2 collega's keer 3 uur", Counts(teachers=2, hours=6)),
        ("4 man à 2 uur", Counts(people=4, hours=8)),
        ("gisteren 3 uur, vandaag 2 uur", Counts(hours=5)),
        ("maandag 2 uur en dinsdag 3 uur gastles gegeven", Counts(hours=5)),
        ("ma 2 uur, di 3 uur, wo 1 uur begeleid", Counts(hours=6)),
        ("vandaag om 2 uur", Counts()),
        ("6,667 uur", Counts(impossible=(("hours", "6,667"),))),
        ("12,345 uur besteed", Counts(impossible=(("hours", "12,345"),))),
        ("1,250 leerlingen", Counts(pupils=1250)),
        ("6,66 uur", Counts(hours=6.66)),
        ("3 leerlingen minder dan vorig jaar", Counts()),
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
        ("6 weken lang 2 uur", Counts(hours=12)),
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
        ("24 lln 2 doc 3 uur", Counts(pupils=24, teachers=2, hours=3)),
        ("3 uur en 30 minuten", Counts(hours=3.5)),
        ("3 uur 30 min", Counts(hours=3.5)),
        ("2x een uur", Counts(hours=2)),
        ("twee middagen van 3 uur en een ochtend van 2 uur", Counts(hours=8)),
        ("5 gastlessen à 1,5 uur", Counts(hours=7.5)),
        ("8 lesuren begeleid", Counts(hours=8)),
        ("totaal 12 uur: 8 begeleiding, 4 voorbereiding", Counts(hours=12)),
        ("12 uur totaal", Counts(hours=12)),
        ("12 uur, waarvan 4 uur voorbereiding", Counts(hours=12)),
        ("1 dag (8 uur)", Counts(hours=8)),
        ("er ging 3 uur in zitten", Counts(hours=3)),
        ("3 uurtjes", Counts(hours=3)),
        ("4 x 45 min", Counts(hours=3)),
        ("duurde anderhalf uur", Counts(hours=1.5)),
        ("ik ben er 2,5 uur geweest met 2 monteurs", Counts(hours=2.5)),
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
        ("500 euro plus 250 euro", Counts(euros=750)),
        ("totaal €900", Counts(euros=900)),
        ("€ 900, waarvan 400 voor hout", Counts(euros=900)),
        ("€ 900, waarvan € 400 voor hout", Counts(euros=900)),
        ("500 euro excl. 21% btw", Counts(euros=500)),
        ("voor €12,50 pp, 20 lln", Counts(euros=250, pupils=20)),
        ("10k", Counts(euros=10000)),
        ("100 stuks à € 2,50", Counts(euros=250)),
        ("8 jassen van € 45 per stuk", Counts(euros=360)),
        ("per leerling 10 euro, 20 leerlingen", Counts(euros=200, pupils=20)),
        ("budget van 12000 euro", Counts(euros=12000)),
        ("vier laptops ter waarde van 400 euro", Counts(euros=400)),
        ("2 laptops, samen 800 euro", Counts(euros=800)),
        ("750 euro gesponsord en 6 uur geholpen", Counts(euros=750, hours=6)),
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
