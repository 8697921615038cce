"""The words that Dutch makes dates of, as tables and as pieces of regular expressions."""

from collections.abc import Iterable

_DAY_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
WEEKDAYS = {name: number for number, name in enumerate(_DAY_NAMES)}
WEEKDAYS |= {name[:2]: number for name, number in WEEKDAYS.items()}
WEEKDAYS |= {"din": 1, "woe": 2, "don": 3, "vrij": 4, "zat": 5, "zon": 6, "maa": 0}

_MONTH_NAMES = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()}
MONTHS |= {"mrt": 3, "maa": 3, "febr": 2, "sept": 9, "apr": 4, "aug": 8}

ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "laatste": -1}
ORDINALS |= {f"{n}{ending}": n for n in range(1, 6) for ending in ("e", "ste", "de")}

UNITS = {
    "dag": "days", "dagen": "days", "week": "weeks", "weken": "weeks", "maand": "months", "maanden": "months",
    "kwartaal": "quarters", "kwartalen": "quarters", "jaar": "years", "jaren": "years",
}  # fmt: skip
MINUTES = {"minuut": 1, "minuten": 1, "min": 1, "kwartier": 15, "uur": 60, "uren": 60}

SEASONS = {"voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9, "winter": 12}
BREAKS = ("herfstvakantie", "kerstvakantie", "voorjaarsvakantie", "meivakantie", "zomervakantie")
BREAK_NAMES = {name: name for name in BREAKS} | {
    "krokusvakantie": "voorjaarsvakantie", "carnavalsvakantie": "voorjaarsvakantie",
    "grote vakantie": "zomervakantie", "kerstverlof": "kerstvakantie",
}  # fmt: skip

# Dutch name → English name in the library of holidays; a pair where the feast is two days.
FEASTS = {
    "nieuwjaarsdag": ("New Year's Day",), "nieuwjaar": ("New Year's Day",), "goede vrijdag": ("Good Friday",),
    "eerste paasdag": ("Easter Sunday",), "tweede paasdag": ("Easter Monday",),
    "1e paasdag": ("Easter Sunday",), "2e paasdag": ("Easter Monday",),
    "pasen": ("Easter Sunday", "Easter Monday"), "koningsdag": ("King's Day",),
    "hemelvaartsdag": ("Ascension Day",), "hemelvaart": ("Ascension Day",),
    "eerste pinksterdag": ("Pentecost",), "tweede pinksterdag": ("Pentecost Monday",),
    "1e pinksterdag": ("Pentecost",), "2e pinksterdag": ("Pentecost Monday",),
    "pinksteren": ("Pentecost", "Pentecost Monday"),
    "eerste kerstdag": ("Christmas Day",), "tweede kerstdag": ("Second Day of Christmas",),
    "1e kerstdag": ("Christmas Day",), "2e kerstdag": ("Second Day of Christmas",),
    "kerstmis": ("Christmas Day", "Second Day of Christmas"),
    "kerst": ("Christmas Day", "Second Day of Christmas"),
}  # fmt: skip
FIXED_DAYS = {
    "sinterklaas": (12, 5), "pakjesavond": (12, 5), "bevrijdingsdag": (5, 5), "dodenherdenking": (5, 4),
    "oudejaarsdag": (12, 31), "oudjaar": (12, 31), "kerstavond": (12, 24), "dag van de arbeid": (5, 1),
}  # fmt: skip

PARTS = {
    "ochtend": (6, 12), "morgen": (6, 12), "middag": (12, 18), "avond": (18, 24),
}  # fmt: skip


def any_of(words: Iterable[str]) -> str:
    """Return a group that matches one of ``words``, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


FULL_DAY = any_of(_DAY_NAMES)
ANY_DAY = any_of(WEEKDAYS)
FULL_MONTH = any_of(_MONTH_NAMES)
ANY_MONTH = any_of(MONTHS)
PART = any_of(PARTS)
ORDINAL = any_of(ORDINALS)
YEAR = r"(?:\s+(?:van\s+)?(?P<y>20\d\d)\b|\s*['’](?P<yy>\d\d)\b)?"
# A number in front of a unit: figures, a word, or "een half".
AMOUNT = r"(?P<n>een half|een halve|\d{1,3}|[a-zéë]+)"
