"""Whether two figures are a day and a month: "op 3-12" is, "3-4 lessen", "pagina 12-15" and "het werd 3-1" are not."""

from language.dates.pieces import DATE, Match
from language.dates.words import FULL_DAY, GOES_ON, NAMED_DAYS, NUMBERED, PARTS, any_of
from language.late import Late

# What goes on after a date in figures; a noun would make it a number ("3-4 lessen").
ON_WORDS = (
    rf"(?::(?!\d)| (?:{any_of(GOES_ON)}|van(?! de| het| alle| onze| hun)|'s|j\.?l|a\.?s|l\.?l)\b"
    r"|[,;!?)]|\.(?!\d)| ?§|$| (?:\d{1,2}[:.]\d\d|\d{1,2} ?u\b)| ?[-–] ?\d{1,2}[-/]\d{1,2}(?![\d/-]))"
)
_ON = Late(ON_WORDS)
# After these it is a date whatever follows, but for what is counted.
_LEADS = frozenset(
    ("op", "per", "d.d.", "dd", "vanaf", "uiterlijk", "datum", "datum:", "wordt", "sinds", "deadline")
)
# "Het werd 3-1", "1/2 dag": no date for anybody.
_SCORES = frozenset(
    ("werd", "uitslag", "eindstand", "gewonnen", "verloren", "stap", "staan", "stonden", "met", "schaal", "€")
)
_SCORED = Late(
    rf"\b(?:verhouding|stand|tussenstand|score|ratio|{any_of(_SCORES)}) (?:is|was|werd|wordt|bleef|van|nu|van een) $"
)
_CHAIN = Late(r"(?:^|[^/\d])\d{1,2}-$")  # the end of 5-5-5
_AGED = Late(r"(?:kinderen|jongeren|leerlingen|jongens|meisjes|jeugd|leeftijd|groep|groepen|groepjes) van $")
_COUNTED = Late(
    r" ?(?:uur|u|x|keer|procent|%|€|euro|lessen|leerlingen|lln|docenten|scholen|bedrijven|dagen|weken)\b"
)


# Between two weekdays that share what stands behind them.
BETWEEN_DAYS = r"(?: ?[,/&+-] ?| en | of | t/m | tot )(?:op )?"
# "Morgen 9-12" and "di en do 9-12" are from nine to twelve; behind a date as short as "3-12" stands another one.
_HOURS_BEHIND = Late(
    rf"(?:{any_of((*NAMED_DAYS, *PARTS))}|\bweek \w+dag|{DATE}{{6}}"
    rf"|{FULL_DAY}{BETWEEN_DAYS}{FULL_DAY}),? (?:van |tussen )?$"
)


def is_date(m: Match) -> bool:
    """Whether the ``d`` and ``m`` of a match are a day and a month, by the words around them."""
    text, number = m.string, int(m["m"])
    before = text[max(0, m.start() - 14) : m.start()].split()
    lead = before[-1].strip(".:(") if before else ""
    sure = lead in _LEADS or int(m["d"]) > (
        number if "/" in m[0] else 12
    )  # 12 of 11 is no share, nor 14 to 1 a range
    goes_on = _ON.match(text, m.end()) or (sure and not _COUNTED.match(text, m.end()))
    if (
        lead in NUMBERED
        or lead in _SCORES
        or _SCORED.search(text[: m.start()])
        or (m[0].count("-") and int(m["d"]) < number and _HOURS_BEHIND.search(text[: m.start()]))
        or not goes_on
        or min(int(m["d"]), number) > 12
    ):
        return False
    return not _runs_on(m, lead) and (m[0] != "24/7" or lead in _LEADS)


def _runs_on(m: Match, lead: str) -> bool:
    """Whether figures behind a word that no date stands behind run on: "kinderen van 10-12", "boot 5-6"."""
    number, text = int(m["m"]), m.string
    if number == int(m["d"]) + 1 > 12 or _CHAIN.search(text[: m.start()]):
        return True
    if lead == "van" and _AGED.search(text[: m.start()]):
        return True
    if not lead or lead in _LEADS or lead in GOES_ON or DATE in lead or "0" in (m["d"][0], m["m"][0]):
        return False
    if text[: m.start()].rstrip().endswith((",", ".", ";", "!", "?", ")", ":")):
        return False
    return number > 12 or (number == int(m["d"]) + 1 and text[m.end("d")] == "-")
