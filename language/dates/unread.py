"""What stands straight beside a date, belongs to it, and was not understood: then the date is not read either.

"Maandag over een paar weken" is no Monday that anybody knows, "een paar dagen voor kerst" not the day before it: half
of what was said is another day, and looks right. ``BEFORE`` and ``AFTER`` are what may stand there, a line for each way
of saying; what the grammar understands is struck out before they are tried.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from language.dates.pieces import DATE
from language.dates.placed import Placed
from language.dates.spans import Span
from language.dates.words import (
    DAYS_IN_WORDS,
    EDGES,
    FULL_DAY,
    MINUTES,
    ORDINAL,
    ORDINAL_WORDS,
    STEPS,
    UNITS,
    any_of,
)
from language.late import Late

CLOSE = 12  # letters between a date and its time
REACH = 48  # letters on either side
_AT = "|"  # the border of a date, in front of which ``BEFORE`` stands
COUNT = rf"(?:\d{{1,4}}|{any_of(word for word in DAYS_IN_WORDS if word not in ORDINAL_WORDS)})"
_VAGUE = (
    r"(?:een )?(?:paar|few|couple(?: of)?|several|enkele|aantal|tal|stuk of wat|handvol|beetje|week of wat)"
)
_UNIT = any_of((*UNITS, *MINUTES, "weekend", "schooldag", "schooldagen", "lesweek", "lesweken", "helft"))
_SIDE = r"(?:voor|na|tot|vanaf)\b"
_THE = r"(?:de |het |een |'t )?"
_ENDS = r"(?= ?(?:$|[,;:!?)]|\.(?! \w)))"  # in "25 januari 3. besteld" the number begins a line of a list
_LATER = r"(?:later|erna|erop|daarna|daarop|nadien|ervoor|daarvoor|eerder|vroeger|tevoren|ertussen)"

BEFORE = (
    # 2 à 3 weken geleden; 3 of 4 …
    rf"\b{COUNT} ?(?:à|a|of|tot) ?\{_AT}",
    # een paar dagen voor kerst; de laatste les voor de vakantie; de tweede helft van volgende week
    rf"\b(?:{_VAGUE}|{COUNT}|halve|{ORDINAL}) {_UNIT} (?:(?:van|vanaf|tot) {_THE}\{_AT}|\{_AT}{_SIDE})",
    rf"\b(?:{any_of(STEPS)}|{any_of(EDGES)}|{ORDINAL}) (?:of|en|à) {_THE}\{_AT}",
    rf"\b(?:on)?even (?:weken|week)(?: op)? {_THE}\{_AT}",
    rf"\bof wat \{_AT}{_SIDE}",
    rf"\b{ORDINAL} (?!keer|maal)[a-z]+ \{_AT}{_SIDE}",
    rf"\b{COUNT} ?(?:keer|maal|x) \{_AT}op [a-z]|\b{COUNT} (?:weken|maanden|dagen|jaar) lang,? \{_AT}",
    rf"\b(?:elke|elk|iedere|ieder|om de) (?:andere )?\{_AT}",
    # zondagnacht om half drie: of which of two days, and that it is no afternoon
    rf"\b{FULL_DAY}nacht,? (?:(?:om|rond|tegen|vanaf) )?\{_AT}",
)  # fmt: skip
# In front of what lasts longer than a day; "ik begin maandag" is no part of that Monday.
BEFORE_A_PERIOD = (
    rf"\b(?:de|\d{{1,2}}) helft (?:van )?{_THE}\{_AT}",
    rf"\b{any_of(EDGES)} (?:van )?{_THE}\{_AT}",
)
AFTER = (
    # maandag 32; but "maandag 32 leerlingen" counts them
    rf",? {_THE}{COUNT}(?:e|ste|de)?(?: (?:of|à|en) {COUNT})?{_ENDS}(?!,)",
    rf",? (?:(?:rond|tegen|om|omstreeks) )?{COUNT} (?:of|à|a) {COUNT} ?(?:uur|u)\b",
    rf" (?:van )?{COUNT} ?(?:t/m|tot en met|tot) ?{COUNT} ?(?:uur|u)\b",
    r"u?,? (?:of|en) (?:om |van )?\d{1,2}[:.u]\d\d",
    r",? en (?:van|tussen) \d{1,2}\b",
    rf",? over {_THE}(?:\w+ ){{0,3}}?{_UNIT}\b",
    rf" (?:op )?{FULL_DAY}nacht\b",
    # over een week of wat, 3 uur of half 4, maandag of de week erna
    rf",? (?:of|à|a) {_THE}(?:wat\b|half\b|kwart\b|{COUNT}(?:{_ENDS}| ?(?:uur|u)\b)|{_UNIT}\b)",
    rf",? (?:(?:maar|of|en) )?(?:{_THE}|{COUNT} ){_UNIT} {_LATER}\b",
    rf",? (?:(?:maar|of|en) )?{_LATER}\b",
    rf",? (?:gedurende |voor )?{COUNT} (?:weken|maanden|dagen|jaar) lang\b",
    r",? (?:(?:in|van) )?(?:de )?(?:on)?even (?:weken|week)\b",
    r" (?:van )?(?:maand|jaar|week|kwartaal)\b",
    rf",? (?:rond|tegen|om|omstreeks|tot|t/m|vanaf) {_THE}(?:een uur of )?{COUNT}{_ENDS}",
    rf" tot (?:en met )?{_THE}(?:{any_of(EDGES)}|{ORDINAL}|{FULL_DAY}|\w+vakantie)\b",
)

_BEFORE = Late("|".join(f"(?:{line})" for line in BEFORE))
_BEFORE_A_PERIOD = Late("|".join(BEFORE_A_PERIOD))
_AFTER = Late("|".join(f"(?:{line})" for line in AFTER))
_BETWEEN = Late(rf"\btussen {_THE}$")
ALL_READ = f"{DATE} .,!?"
_OR = Late(r",? of (?:op )?(?:de |het )?")
# Between two dates that say one day together, or contradict each other.
_BESIDE = Late(r" (?:(?:in|op|van|uit) )?(?:de |het )?")


def unread(text: str, masked: str, found: Sequence[Placed], clock: tuple[int, int] | None) -> set[int]:
    """Return the places in ``found`` of the dates that are half read; the first of them has the clock time.

    ``masked`` is ``text`` with the dates struck out by ``DATE``, ``clock`` where a time or a part of the day stands.
    """
    spots = [(one.start, one.end) for one in found]
    wrong = _contradicted(text, found) if len(found) > 1 else set[int]()
    if clock:
        masked = struck(masked, [clock])
    masked = struck(masked, spots)
    if not masked.strip(ALL_READ):
        return wrong
    for place, one in enumerate(found):
        period = isinstance(one.found, Span) and one.found.period
        if isinstance(one.found, Span) and half(text, masked, one.start, one.end, period=period):
            wrong.add(place)
    if clock and (not spots or _close(clock, spots[0])) and half(text, masked, *clock):
        wrong.add(0)
    for place in range(1, len(found)):
        if place - 1 in wrong and _OR.fullmatch(text, found[place - 1].end, found[place].start):
            wrong.add(place)
    return wrong


def _close(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a time stands beside a date; of two that stand far apart each is whole by itself."""
    return max(one[0], other[0]) - min(one[1], other[1]) <= CLOSE


def struck(text: str, spots: Iterable[tuple[int, int]], sign: str = DATE) -> str:
    """Return ``text`` with ``sign`` for each letter of what was read."""
    for start, end in spots:
        text = text[:start] + sign * (end - start) + text[end:]
    return text


def half(text: str, masked: str, start: int, end: int, *, period: bool = False) -> bool:
    """Whether ``text[start:end]`` is half a date: what stands beside it belongs to it, and was not understood.

    ``masked`` is ``text`` with all that was read struck out by ``DATE``.
    """
    if end < len(masked) and _AFTER.match(masked, end):
        return True
    head = masked[max(0, start - REACH) : start]
    if not head or head[-1] == DATE:
        return False
    if masked.startswith(" en ", end) and _BETWEEN.search(head):
        return True
    bordered = f"{head}{_AT}{text[start : start + 8]}"
    return bool(_BEFORE.search(bordered) or (period and _BEFORE_A_PERIOD.search(bordered)))


def _contradicted(text: str, found: Sequence[Placed]) -> set[int]:
    """Return the places of dates that stand straight beside another, where neither holds the other."""
    wrong = set[int]()
    for place, (one, other) in enumerate(pairwise(found)):
        if _BESIDE.fullmatch(text, one.end, other.start) and not _one_holds_other(one, other):
            wrong |= {place, place + 1}
    return wrong


def _one_holds_other(one: Placed, other: Placed) -> bool:
    first, second = one.found, other.found
    if not isinstance(first, Span) or not isinstance(second, Span):
        return True
    return first.start <= second.start <= second.end <= first.end or (
        second.start <= first.start <= first.end <= second.end
    )
