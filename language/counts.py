"""How many? Pupils, teachers, companies, schools, people, hours and euros in a message."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from language.numbers import Number, find_numbers
from language.words import fold

# What is counted → the words for it; a compound ("bouwbedrijven", "vmbo-leerlingen") ends in one of them.
_NOUNS = {
    "pupils": "leerlinge?n? lln llen ll leerl studenten student kinderen kind scholieren meisjes jongens "
    "deelnemers klassers",
    "teachers": "docente?n? leraren leraar lerares leraressen leerkrachte?n? collegas? collega's mentoren",
    "companies": "bedrijf bedrijven bedrijfjes werkgevers? ondernemers? ondernemingen zorginstellinge?n? "
    "instellinge?n? installateurs aannemers firmas firma's organisaties",
    "schools": "school scholen",
    "people": "mensen personen man vrouw pers",
}
_KINDS = {
    kind: re.compile(rf"(?:[\w&'-]*[\w-])?(?:{'|'.join(words.split())})$") for kind, words in _NOUNS.items()
}
_BREAKS = re.compile(
    r"(?:uur|uren|u|euro|eur|week|weken|dag|dagen|keer|maal|x|procent|klassen|groepen|jaar|minuten)$"
)
_WORD = re.compile(r"[a-z&'-]*[a-z]")
_HOURS = re.compile(r" ?-?(?:uur|uren|u|klokuur|lesuur|lesuren)\b")
_AN_HOUR = re.compile(r"\b(een half uur|half uur|een uur)\b")
_EUROS = re.compile(r"(?:,-)? ?(?:euro|eur|€)(?!\w)")
_EACH = re.compile(r" [a-z]+(?:en|s) (?:van|a) ")
_LISTED = re.compile(r"\b(?:uur|uren)\b[^:\d]*: ?$")
_THOUSANDS = re.compile(r" ?k\b(?: ?euro)?")
_WE_TOO = {"tweeen": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6}
_TOGETHER = re.compile(rf"\bmet (?:z'n|zijn|ons|hun) ({'|'.join(_WE_TOO)})\b")
_COMING_WITH = re.compile(r"\b(?:kom\w*|zijn|ben) (?:er )?met (?:ongeveer |ca\.? )?$")


# More than this of anything in one report is a slip of the finger.
_MOST = {
    "pupils": 50_000, "teachers": 5_000, "companies": 5_000, "schools": 1_000, "people": 50_000, "hours": 10_000,
    "euros": 10_000_000,
}  # fmt: skip
_IN_PARTS = ("hours", "euros")


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What a message counts; None is not said. Hours and euros are summed, people are not counted twice.

    ``impossible``: (what would be counted, the figure as it was typed) of figures that cannot be and are left out.
    """

    pupils: int | None = None
    teachers: int | None = None
    companies: int | None = None
    schools: int | None = None
    people: int | None = None
    hours: float | None = None
    euros: float | None = None
    impossible: tuple[tuple[str, str], ...] = ()


def possible(kind: str, value: float) -> bool:
    """Whether there can be so many of a kind (by its field in ``Counts``) in one report."""
    return 0 <= value <= _MOST[kind] and (kind in _IN_PARTS or value == int(value))


def read_counts(text: str, taken: Iterable[tuple[int, int]] = ()) -> Counts:
    """Count in ``text``; numbers inside the stretches ``taken`` belong to dates and times."""
    plain = fold(text)
    taken = tuple(taken)
    numbers = [n for n in find_numbers(text) if not any(start <= n.start < end for start, end in taken)]
    heads: dict[str, int] = {}
    impossible: list[tuple[str, str]] = []
    for place, number in enumerate(numbers):
        end = numbers[place + 1].start if place + 1 < len(numbers) else len(plain)
        kind = _counted(plain, number, end)
        if kind and not possible(kind, number.value):
            impossible.append((kind, text[number.start : number.end]))
        elif kind:
            heads[kind] = _together(heads.get(kind), int(number.value), plain[: number.start])
    if match := _TOGETHER.search(plain):
        heads.setdefault("people", _WE_TOO[match[1]])
    sums: dict[str, float] = {}
    for kind, found in (("hours", _hours(plain, numbers)), ("euros", _euros(plain, numbers))):
        wrong = [(kind, text[at:end]) for value, at, end in found if not possible(kind, value)]
        impossible += wrong
        if found and not wrong:
            sums[kind] = sum(value for value, _at, _end in found)
    hours, euros = sums.get("hours"), sums.get("euros")
    return Counts(**heads, hours=hours, euros=euros, impossible=tuple(impossible))


def _together(known: int | None, value: int, before: str) -> int:
    """Add what is joined by "en"; otherwise a second figure is a part of the first ("14 van de 20")."""
    if known is None:
        return value
    return known + value if re.search(r"(?:\ben|\bplus|\+) ?$", before) else max(known, value)


def _counted(plain: str, number: Number, end: int) -> str:
    """Return what ``number`` counts: one of the next four words, or the word before a colon."""
    after = re.split(r"[,;.!?(:)\n]", plain[number.end : end], maxsplit=1)[0]
    for word in _WORD.findall(after)[:4]:
        if _BREAKS.fullmatch(word):
            return ""
        if kind := _kind_of(word):
            return kind
    if before := re.search(r"([a-z&'-]+) ?[:=] ?$", plain[: number.start]):
        return _kind_of(before[1])
    return "people" if _COMING_WITH.search(plain[: number.start]) else ""


def _kind_of(word: str) -> str:
    return next((kind for kind, pattern in _KINDS.items() if pattern.fullmatch(word)), "")


_Amount = tuple[float, int, int]  # how much, and where it stands


def _hours(plain: str, numbers: list[Number]) -> list[_Amount]:
    amounts: list[_Amount] = []
    for before, number in zip((None, *numbers), numbers, strict=False):
        if _HOURS.match(plain, number.end) or _LISTED.search(plain[: number.start]):
            times = before.value if before and _EACH.fullmatch(plain[before.end : number.start]) else 1
            amounts.append((times * number.value, number.start, number.end))
    return amounts + [(1.0, *match.span()) for match in _AN_HOUR.finditer(plain) if match[1] == "een uur"]


def _euros(plain: str, numbers: list[Number]) -> list[_Amount]:
    amounts: list[_Amount] = []
    for number in numbers:
        times = 1000 if _THOUSANDS.match(plain, number.end) else 1
        if re.search(r"(?:€|eur) ?$", plain[: number.start]) or _EUROS.match(plain, number.end) or times > 1:
            amounts.append((number.value * times, number.start, number.end))
    return amounts
