"""Who puts a figure right in the same breath, or takes some off it, means the figure that is left."""

from dataclasses import asdict

import pytest

from language.messages.confidence import of_fields
from language.messages.counts import Counts
from tests.language.messages.figures import counted, figures


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("26 lln min 2 zieken", Counts(pupils=24)),
        ("26, nee sorry 27 lln", Counts(pupils=27)),
        ("26 lln, nee sorry 27", Counts(pupils=27)),
        ("28 van de 30 lln waren er", Counts(pupils=28)),
        ("5 van de 6 waren er, stuurgroep", Counts()),
        ("3 van de 4 machines waren er", Counts()),
        ("26 lln, nee 27 lln", Counts(pupils=27)),
        ("26 lln nee wacht 27", Counts(pupils=27)),
        ("niet 28 maar 27 lln", Counts(pupils=27)),
        ("27 leerlingen, niet 28", Counts(pupils=27)),
        ("24 lln, sorry 2 laptops te weinig", Counts(pupils=24)),
        ("2 uur, nee 3 uur", Counts(hours=3)),
        ("300 euro, ik bedoel 350 euro", Counts(euros=350)),
        ("alle 26 leerlingen op 2 na", Counts(pupils=24)),
        ("26 leerlingen minus 3 afwezigen", Counts(pupils=23)),
        ("26 lln min 2", Counts(pupils=24)),
        ("90 min 2 lln", Counts(pupils=2, hours=1.5)),
        ("28 van de 30 waren er in de klas", Counts(pupils=28)),
        ("gastles gegeven, 28 van de 30 aanwezig", Counts(pupils=28)),
        ("training lassen, 8 van de 10 waren er", Counts()),
        ("5 van de 8 bedrijven waren er", Counts(companies=5)),
        ("28 vd 30 lln aanwezig", Counts(pupils=28)),
        ("24 lln aangemeld, 20 gekomen", Counts(pupils=20)),
        ("30 aanmeldingen, 22 lln kwamen", Counts(pupils=22)),
        ("22 lln ipv 26", Counts(pupils=22)),
        ("22 lln in plaats van 26", Counts(pupils=22)),
        ("22 lln i.p.v. 26 lln", Counts(pupils=22)),
        ("van de 26 lln waren er 22", Counts(pupils=22)),
        ("van de 26 leerlingen kwamen er 22 opdagen", Counts(pupils=22)),
        ("van de 26 waren er 22 lln", Counts(pupils=22)),
        ("verwacht 30 lln, gekomen 22", Counts(pupils=22)),
        ("100 euro, nee 150 euro", Counts(euros=150)),
        ("100 euro ipv 150 euro", Counts(euros=100)),
        ("niet 100 maar 150 euro", Counts(euros=150)),
        ("24 leerlingen, nee wacht 25", Counts(pupils=25)),
        ("24 oh nee 25 lln", Counts(pupils=25)),
        ("24 lln (sorry, 25)", Counts(pupils=25)),
        ("ik zei 24 maar het waren 25 lln", Counts(pupils=25)),
        ("25 lln i.p.v. de geplande 28", Counts(pupils=25)),
        ("30 ingeschreven, 25 lln gekomen", Counts(pupils=25)),
        ("30 lln uitgenodigd, 25 kwamen", Counts(pupils=25)),
        ("26 lln op 3 na aanwezig", Counts(pupils=23)),
        ("26 lln minus 1", Counts(pupils=25)),
        ("26 lln zonder de 2 zieken", Counts(pupils=24)),
        ("er waren 26 van de 28", Counts(pupils=26)),
        ("26 van de 28 waren aanwezig", Counts(pupils=26)),
        ("26 van de 28 ouders waren er", Counts(people=26)),
        ("15 van de 20 geslaagd", Counts(pupils=20)),
        ("15 van de 20 hebben het diploma", Counts()),
        ("2 van de 3 groepen klaar", Counts()),
        ("op 12 november 26 lln, nee 27 lln", Counts(pupils=27)),
        ("12-11 26 lln min 2 zieken", Counts(pupils=24)),
        ("28 van de 30 waren er, morgen de rest", Counts(pupils=28)),
        ("klas 2b, 28 van de 30 waren er gisteren", Counts(pupils=28)),
        ("gisteren gastles, 1 uur, 26 lln, nee sorry 27", Counts(pupils=27, hours=1)),
        ("de helft van de 24 lln was er", Counts(pupils=24)),
        ("30 aangemeld, 22 gekomen", Counts(pupils=22)),
        ("robotica, 30 ingeschreven en 22 aanwezig", Counts(pupils=22)),
        ("open avond, 30 aangemeld, 22 gekomen", Counts()),
        ("30 ouders aangemeld, 22 gekomen", Counts(people=22)),
        ("5 bedrijven uitgenodigd, 3 aanwezig", Counts(companies=3)),
        ("12 laptops besteld, 10 gekomen", Counts()),
    ],
)
def test_the_figure_that_is_left_counts(text: str, counts: Counts) -> None:
    assert figures(counted(text)) == figures(counts)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("24 lln en 2 docenten, 2 uur, € 50", Counts(pupils=24, teachers=2, hours=2, euros=50)),
        ("24 lln, geen 26", Counts(pupils=24)),
        ("20 lln, waarvan 2 te laat", Counts(pupils=20)),
        ("24 lln, maar 20 laptops", Counts(pupils=24)),
        ("24 lln maar 20 deden mee", Counts(pupils=24)),
        ("niet alle 24 lln waren er", Counts(pupils=24)),
        ("22 lln, 2 niet op komen dagen", Counts(pupils=22)),
        ("24 leerlingen, 4 docenten en 3 ouders", Counts(pupils=24, teachers=4, people=3)),
        ("met 4 vwo en 6 gymnasium", Counts()),
        ("1 op de 3 leerlingen", Counts(pupils=3)),
        ("1 docent op 24 lln", Counts(pupils=24, teachers=1)),
        ("de 24 lln van 3B en de 20 lln van 3C", Counts(pupils=44)),
        ("24 lln 3B + 20 lln 3C", Counts(pupils=44)),
        ("klas 1, 2 en 3, samen 75 lln", Counts(pupils=75)),
        ("75 lln verdeeld over 3 klassen", Counts(pupils=75)),
        ("3 klassen, 75 lln", Counts(pupils=75)),
        ("3 klassen 75 lln", Counts(pupils=75)),
        ("drie keer 25 lln", Counts(pupils=75)),
        ("gem. 25 lln", Counts(pupils=25)),
        ("les 3 met 24 lln", Counts(pupils=24)),
        ("les 2 van 3, 24 lln", Counts(pupils=24)),
        ("2e les, 24 lln, 2 uur", Counts(pupils=24, hours=2)),
        ("week 47: 2 lessen van 2 uur", Counts(hours=4)),
        ("3 november 2 uur, 10 november 3 uur", Counts(hours=5)),
        ("2 uur later begonnen, 24 lln", Counts(pupils=24)),
        ("2 uur les uitgevallen", Counts(hours=2)),
        ("2 uur te kort", Counts()),
        ("binnen 2 uur klaar", Counts()),
        ("over 2 uur begint de les", Counts()),
        ("duurt 2 uur", Counts(hours=2)),
        ("5 jaar ervaring, 2 uur gastles", Counts(hours=2)),
        ("1000 euro minder dan vorig jaar", Counts()),
        ("500 euro te kort", Counts()),
        ("we missen 500 euro", Counts(euros=500)),
        ("100 procent, 24 lln", Counts(pupils=24)),
        ("8,5 als cijfer, 24 lln", Counts(pupils=24)),
        ("cijfer: 8, 24 lln", Counts(pupils=24)),
        ("24 leerlingen gaven een 8", Counts(pupils=24)),
        ("24 lln, 06-12345678", Counts(pupils=24)),
        ("26 lln, nee 2 docenten", Counts(pupils=26, teachers=2)),
        ("sorry, 26 lln", Counts(pupils=26)),
        ("nee 26 lln", Counts(pupils=26)),
        ("26 lln? nee 27", Counts(pupils=27)),
        ("26 lln... eh 27 lln", Counts(pupils=27)),
        ("26 of eigenlijk 27 lln", Counts(pupils=27)),
        ("26 lln - sorry 28 - in de klas", Counts(pupils=28)),
    ],
)
def test_what_only_looks_like_it_stays_as_it_is(text: str, counts: Counts) -> None:
    assert figures(counted(text)) == figures(counts)


@pytest.mark.parametrize(
    ("text", "worked_out"),
    [("24 lln", set()), ("2 klassen van 28", {"pupils"}), ("2 uur en 3 uur", {"hours"}), ("2x 20 lln, € 50", set()),
     ("90 minuten met 24 lln", {"hours"})],
)  # fmt: skip
def test_a_figure_that_was_worked_out_is_less_sure(text: str, worked_out: set[str]) -> None:
    counts = counted(text)
    assert counts.worked_out == worked_out
    sure = of_fields(asdict(counts), 1.0, {}, counts.worked_out)
    plain = of_fields(asdict(counts), 1.0, {})
    assert {name for name in sure if sure[name] < plain[name]} == worked_out
