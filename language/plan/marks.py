"""The words that periods are made of: each becomes a mark with its days, or an operator between marks."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from language.plan.spans import Edge, Kind, Mark, Span, months

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari feb febr",
            "maart mrt mar",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "augustus aug",
            "september sept sep",
            "oktober okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
SEASONS = {"voorjaar": (3, 5), "lente": (3, 5), "zomer": (6, 8), "najaar": (9, 11), "herfst": (9, 11)}
SEASONS |= {"winter": (12, 14)}  # December and on over the turn of the year, as in conversation
ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
SCHOOL_YEAR_STARTS = 8
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
# How a spreadsheet shows a day or a month: ``1-mei-27``, ``nov-26``; no days of two months, as in "12 mei-3 juni".
SPREADSHEET_DAY = re.compile(
    rf"\b(?:(?P<day>\d\d?)-)?(?P<month>{_NAMES})\.?-(?P<year>20\d\d|[2-3]\d)\b(?!\s*(?:[-/]\s*\d|20\d\d|{_NAMES}))"
)
SPREADSHEET_EPOCH = date(1899, 12, 30)


def marks(text: str) -> tuple[list[Mark], bool]:
    """Return the marks in ``text`` in order, and whether there is anything that was not understood."""
    rest = _plain(text)
    found: list[Mark] = []
    edge = Edge.NONE
    while rest:
        made, length = _first(rest)
        rest = rest[length:].lstrip()
        if isinstance(made, Edge):
            edge = made
        elif made is not None and made.kind in (Kind.POINT, Kind.YEAR):
            found.append(replace(made, edge=edge))
            edge = Edge.NONE
        elif made is not None:
            found.append(made)
    known = [mark for mark in found if mark.kind is not Kind.UNKNOWN]
    return _between(known), len(known) < len(found)


def _first(text: str) -> tuple[Mark | Edge | None, int]:
    for pattern, make in GRAMMAR:
        if match := pattern.match(text):
            return make(match), match.end()
    return None, 1


def _between(found: list[Mark]) -> list[Mark]:
    """An operator counts between two points only; a comma between a point and its year is none."""
    kept: list[Mark] = []
    for index, mark in enumerate(found):
        if mark.kind in (Kind.TO, Kind.AND):
            after = next((m for m in found[index + 1 :] if m.kind in (Kind.POINT, Kind.YEAR)), None)
            points = [m for m in kept if m.kind in (Kind.POINT, Kind.YEAR)]
            if not points or after is None or (kept and kept[-1].kind in (Kind.TO, Kind.AND)):
                continue
            if mark.kind is Kind.AND and _belongs(points[-1], after):
                continue
        kept.append(mark)
    return kept


def _belongs(before: Mark, after: Mark) -> bool:
    return before.kind is Kind.POINT and before.year is None and after.kind is Kind.YEAR


def _plain(text: str) -> str:
    plain = text.casefold().replace("\u00a0", " ").strip(" \t-–—•*")
    plain = re.sub(r"[‐‑‒–—−]", "-", plain)
    plain = re.sub(r"['’‘`´](\d\d)\b", r" 20\1", plain)
    plain = SPREADSHEET_DAY.sub(lambda m: f"{m['day'] or ''} {m['month']} {_year(m['year'])}", plain)
    plain = re.sub(r"\bt\s*/\s*m\b|\bt\.?\s*e\.?\s*m\b\.?|\btot en met\b", " tm ", plain)
    plain = re.sub(r"\bq\s*-?\s*([1-4])", r"q\1", plain)
    plain = re.sub(r"\b(q[1-4]|h[12]|w\w*\s*\d\d?)\s*-\s*(?=(?:19|20)\d\d)", r"\1 ", plain)
    plain = re.sub(r"\b((?:19|20)\d\d)\s*-\s*(?=[qwkh]\d|kw)", r"\1 ", plain)
    plain = re.sub(r"\b((?:19|20)\d\d)\s*-\s*(\d\d)\b(?![-/.\d])", _short_range, plain)
    if re.search(r"schoolja|studieja|cursusja|\bsj\b", plain):
        plain = re.sub(r"\b((?:20)?\d\d)\s*-\s*((?:20)?\d\d)\b", r"\1/\2", plain)
    return plain


def _short_range(match: re.Match[str]) -> str:
    first, second = int(match[1]), int(match[2])
    return f"{first}-{first // 100 * 100 + second}" if second > first % 100 else match[0]


def _quarters(first: int, last: int) -> Mark:
    return Mark(kind=Kind.POINT, days=lambda year: months(year, 3 * first - 2, 3 * last))


def _quarter_set(match: re.Match[str]) -> Mark:
    numbers = [int(digit) for digit in re.findall(r"[1-4]", match[0])]
    return _quarters(min(numbers), max(numbers))


def _ordinal(text: str) -> int:
    return ORDINALS.get(text) or int(re.sub(r"\D", "", text))


def _half(number: int) -> Mark:
    return Mark(kind=Kind.POINT, days=lambda year: months(year, 6 * number - 5, 6 * number))


def _day(day: int, month: int, year: str | None) -> Mark:
    def days(of: int) -> Span:
        return Span(start=date(of, month, day), due=date(of, month, day))

    return Mark(kind=Kind.POINT, days=days, year=_year(year) if year else None)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _named_day(match: re.Match[str]) -> Mark:
    return _day(int(match[1]), MONTHS[match[2]], match[3])


def _named_days(match: re.Match[str]) -> Mark:
    first, last, month = int(match[1]), int(match[2]), MONTHS[match[3]]

    def days(year: int) -> Span:
        return Span(start=date(year, month, first), due=date(year, month, last))

    return Mark(kind=Kind.POINT, days=days)


def _named_month(match: re.Match[str]) -> Mark:
    month = MONTHS[match[1]]
    return Mark(kind=Kind.POINT, days=lambda year: months(year, month, month))


def _numbered_month(month: str, year: str) -> Mark:
    number = int(month)
    return Mark(kind=Kind.POINT, days=lambda of: months(of, number, number), year=int(year))


def _season(match: re.Match[str]) -> Mark:
    first, last = SEASONS[match[1]]
    return Mark(kind=Kind.POINT, days=lambda year: months(year, first, last), either=last > 12)


def _season_of_two_years(match: re.Match[str]) -> Mark:
    """``winter 2026-2027`` is one winter; of another season it is most likely the one of that school year."""
    first, last = SEASONS[match[1]]
    year, until = _year(match[2]), _year(match[3])
    from_year = until if until == year + 1 and last < SCHOOL_YEAR_STARTS + 1 else year
    to_year = from_year if until == year + 1 else until
    span = Span(start=months(from_year, first, last).start, due=months(to_year, first, last).due)
    return Mark(kind=Kind.POINT, days=lambda _: span, year=year, either=last <= 12 or until != year + 1)


def _weeks(match: re.Match[str]) -> Mark:
    numbers = [int(number) for number in re.findall(r"\d+", match[1])]
    first, last = numbers[0], numbers[-1]

    def days(year: int) -> Span:
        until = date.fromisocalendar(year + (last < first), last, 7)
        return Span(start=date.fromisocalendar(year, first, 1), due=until)

    return Mark(kind=Kind.POINT, days=days)


def _school_year(match: re.Match[str]) -> Mark | None:
    first, second = _year(match[1]), _year(match[2])
    if second != first + 1:
        return None
    span = Span(start=date(first, SCHOOL_YEAR_STARTS, 1), due=date(second, SCHOOL_YEAR_STARTS - 1, 31))
    return Mark(kind=Kind.POINT, days=lambda _: span, year=first)


def _serial(match: re.Match[str]) -> Mark:
    day = SPREADSHEET_EPOCH + timedelta(days=int(match[0]))
    return _day(day.day, day.month, str(day.year))


_MONTH = rf"({_NAMES})\b\.?"
_SEASON = "(" + "|".join(SEASONS) + ")"
_SHORT = r"((?:19|20)?\d\d)"
_YEAR = r"((?:19|20)\d\d)\b"
_NUMBERS = r"(\d\d?(?:\s*(?:-|tm|tot|en|,|/|&)\s*(?:week|wk|w)?\s*\d\d?(?!\d))*)\b"
_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo)\b\.?"

GRAMMAR: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Mark | Edge | None]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"\s+|[.:()\[\]'’\"]+", lambda m: None),
        (r"(?:school|studie|cursus)ja+re?n?\b|sj\b", lambda m: None),
        (
            r"((?:19|20)\d\d)-(\d\d?)-(\d\d?)\b(?:\s+\d\d:\d\d(?::\d\d)?)?",
            lambda m: _day(int(m[3]), int(m[2]), m[1]),
        ),
        (r"(\d\d?)[-/.](\d\d?)[-/.]((?:19|20)?\d\d)\b", lambda m: _day(int(m[1]), int(m[2]), m[3])),
        (r"(\d\d?)(?:e|ste|de)?\s+" + _MONTH + r"(?:\s+'?((?:19|20)\d\d))?(?!\w)", _named_day),
        (r"(\d\d?)\s*(?:-|tm|en|tot)\s*(\d\d?)\s+" + _MONTH, _named_days),
        (_MONTH, _named_month),
        (_YEAR + r"-w(?=\d)", lambda m: Mark(kind=Kind.YEAR, year=int(m[1]))),
        (r"(?:weken|weeknummers?|weeknr|week|wk|w)\.?\s*" + _NUMBERS, _weeks),
        (r"q[1-4](?:\s*(?:-|/|&|,|en|\+)\s*q?[1-4](?!\d))*", _quarter_set),
        (r"(?:kwartaal|kw|k)\.?\s*([1-4])\b(?:\s*(?:-|/|en|tm)\s*([1-4])\b)?", _quarter_set),
        (r"([1-4])\s*(?:e|ste|de)?\s*kwartaal\b", _quarter_set),
        (r"(eerste|tweede|derde|vierde)\s+kwartaal\b", lambda m: _quarters(_ordinal(m[1]), _ordinal(m[1]))),
        (
            r"(eerste|tweede|[12]e?)\s+(?:half|helft|halfjaar|semester)\s?(?:jaar)?\b",
            lambda m: _half(_ordinal(m[1])),
        ),
        (r"h([12])\b", lambda m: _half(int(m[1]))),
        (_SEASON + r"\s+(?:van\s+)?" + _SHORT + r"\s*[-/]\s*" + _SHORT + r"\b", _season_of_two_years),
        (_SEASON + r"\b", _season),
        (r"((?:19|20)\d\d)\s*/\s*((?:19|20)?\d\d)\b", _school_year),
        (r"(\d\d)\s*/\s*(\d\d)\b", _school_year),
        (r"((?:19|20)\d\d)-(0[1-9]|1[0-2])\b", lambda m: _numbered_month(m[2], m[1])),
        (r"(0?[1-9]|1[0-2])[-/]((?:19|20)\d\d)\b", lambda m: _numbered_month(m[1], m[2])),
        (r"(?:3[6-9]|[4-6]\d|7[0-3])\d{3}\b", _serial),
        (_YEAR, lambda m: Mark(kind=Kind.YEAR, year=int(m[1]))),
        (r"(?:uiterlijk|deadline|tot uiterlijk|klaar|gereed)\b", lambda m: Edge.UNTIL),
        (r"(?:v[oó][oó]r)\b", lambda m: Edge.BEFORE),
        (r"(?:vanaf|met ingang van|start)\b", lambda m: Edge.FROM),
        (r"(?:begin)\b", lambda m: Edge.BEGIN),
        (r"(?:medio|half|midden)\b", lambda m: Edge.MIDDLE),
        (r"(?:eind|einde|ultimo)\b", lambda m: Edge.END),
        (r"tm\b|tot\b|-+", lambda m: Mark(kind=Kind.TO)),
        (r"(?:en|plus)\b|[,&+/]", lambda m: Mark(kind=Kind.AND)),
        (_WEEKDAY, lambda m: None),
        (r"(?:van|in|het|de|per|periode|jaar|kalenderjaar|op|maand|kwartaal|datum)\b", lambda m: None),
        (r"\w+", lambda m: Mark(kind=Kind.UNKNOWN)),
    )
)
