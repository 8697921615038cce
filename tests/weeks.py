"""Small weeks for tests, from an empty one to one that holds more than a picture can."""

from datetime import date, timedelta
from decimal import Decimal

from programme.week import Coming, ComingKind, IndicatorStand, OutcomeCounts, PlanCounts, WeekPicture

DAY = date(2021, 12, 2)
SINCE = date(2021, 11, 25)


def coming(days: int, title: str, kind: ComingKind = ComingKind.MILESTONE) -> Coming:
    return Coming(day=DAY + timedelta(days=days), kind=kind, title=title)


def stand(name: str, value: int | Decimal | None, target: int | Decimal | None) -> IndicatorStand:
    return IndicatorStand(name=name, value=value, target=target)


INDICATORS = (
    stand("Leerlingen in techniek", None, 420),
    stand("Doorstroom naar het mbo", 170, 180),
    stand("Bedrijven die meedoen", 34, 30),
    stand("Vernieuwde keuzevakken", 4, 4),
    stand("Docenten op stage in een bedrijf", 11, 20),
    stand("Werkstukken", 0, 120),
    stand("Techniekdagen", 2, None),
)
EMPTY = WeekPicture(region="Regio Nieuw", since=SINCE, day=DAY, plan=PlanCounts())
BUSY = WeekPicture(
    region="Regio Rivierenland",
    since=SINCE,
    day=DAY,
    plan=PlanCounts(done=38, on_track=29, late_with_date=8, late_without_date=5, newly_done=3),
    reported=OutcomeCounts(outcomes=6, pupils=1284, teachers=14, companies=7, schools=4),
    coming=(
        *(coming(29, f"Mijlpaal {n}") for n in range(14)),
        coming(13, "Lesmodule domotica getest"),
        coming(8, "Stuurgroep", ComingKind.MEETING),
        coming(7, "STO-café", ComingKind.SESSION),
    ),
    indicators=INDICATORS,
)
FULL = WeekPicture(
    region="Bovenmeer-Middenmeer-Benedenmeer-Overmeer-Achtermeer en de dorpen daartussenin, samen één regio",
    since=SINCE,
    day=DAY,
    plan=PlanCounts(done=1, on_track=99_998, late_with_date=1, late_without_date=12_000, newly_done=1),
    reported=OutcomeCounts(outcomes=1234, pupils=123_456, teachers=12_345, companies=5678, schools=890),
    coming=tuple(
        coming(n, f"Samenwerkingsovereenkomstenbespreking {n} " * 9, list(ComingKind)[n % 3])
        for n in range(20)
    ),
    indicators=(
        *INDICATORS,
        stand("Arbeidsmarktkwalificatieprogramma’s van de hele regio samen", Decimal("1234.5"), 1_200_000),
        stand("Gastlessen", 1, 2),
    ),
)
