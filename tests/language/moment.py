"""The moment and the school calendar at which the cases of dates are read."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from programme.calendar import Break

HOME = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=HOME)
BREAKS = (
    Break(name="Herfstvakantie", first=date(2026, 10, 10), last=date(2026, 10, 18)),
    Break(name="Kerstvakantie", first=date(2026, 12, 19), last=date(2027, 1, 3)),
    Break(name="Voorjaarsvakantie", first=date(2027, 2, 20), last=date(2027, 2, 28)),
    Break(name="Meivakantie", first=date(2027, 4, 24), last=date(2027, 5, 2)),
    Break(name="Zomervakantie", first=date(2027, 7, 10), last=date(2027, 8, 22)),
)
