"""What a reply to a reminder tells of the milestones that were asked about: which, how each stands, until when, why.

"Lukt niet, wordt eind maart, docent ziek" is of one; "de eerste is klaar, de tweede in mei" and "alles op schema
behalve de SWOT" are of several. The words for it stand in ``vocabulary/answers``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from language.dates.reading import find_days
from language.late import compiled
from language.vocabulary.answers import (
    AHEAD,
    BECAUSE,
    BORDER,
    CATCH_UP,
    EXCEPT,
    FILLERS,
    LAST,
    LATER,
    PLACES,
    STANDS,
    STILL,
    SUBJECTS,
    UNITS,
)
from language.words import fold
from programme.calendar import Break
from programme.records import Stand


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a reply tells of one milestone, or of several at once.

    ``places``: which of those that were listed, from 0, -1 the last; ``everything``: all of them; ``rest``: those of
    which nothing else is told; ``excepted``: what "everything" is not; ``words``: what may name it, "" where nothing
    does. ``stand``: None where only a day or an exception is told; ``until``: the day that is named; ``later``: how
    much later than planned, for ``day_after``; ``reason``: why, in the words that were typed.
    """

    places: tuple[int, ...] = ()
    everything: bool = False
    rest: bool = False
    excepted: bool = False
    words: str = ""
    stand: Stand | None = None
    until: date | None = None
    later: str = ""
    reason: str = ""
    catch_up: bool | None = None

    @property
    def which(self) -> bool:
        """Whether it says of which it tells."""
        return bool(self.places or self.everything or self.rest or self.words)


def read_answers(text: str, now: datetime, breaks: Sequence[Break] = ()) -> tuple[Told, ...]:
    """Return what ``text`` tells, in its order; nothing where it tells of no stand and no day.

    ``now`` is aware and in the reader's zone; ``breaks`` are the school holidays of the person's calendar.
    """
    found: list[Told] = []
    for piece in _pieces(text):
        told = _told(piece, now, breaks)
        last = found[-1] if found else None
        if last and last.places and told.places and last == Told(places=last.places):
            found[-1] = replace(told, places=(*last.places, *told.places))  # "eerste en tweede klaar"
        elif last is None or told.excepted or (told.which and (told.stand or told.until)):
            found.append(told)
        elif told.stand or told.until:
            found[-1] = replace(
                last, stand=_later(last, told), until=told.until or last.until, later=told.later or last.later
            )
        elif told.catch_up is not None:
            found[-1] = replace(last, catch_up=told.catch_up)
        else:
            found[-1] = replace(last, reason=", ".join(filter(None, (last.reason, _why(piece)))))
    return tuple(found) if any(told.stand or told.until for told in found) else ()


def day_after(words: str, start: date) -> date | None:
    """Return the day that lies so far ("over 2 weken") behind another; None where that is no day."""
    days = find_days(words, datetime.combine(start, time(12), UTC))
    return days[0].due if days else None


def _later(last: Told, told: Told) -> Stand | None:
    """Return how it stands after one more piece: "lukt niet, is eind maart klaar" is late, and no more."""
    return last.stand or told.stand


def _pieces(text: str) -> list[str]:
    starts = [0, *(border.end() for border in compiled(BORDER).finditer(text))]
    ends = [*(border.start() for border in compiled(BORDER).finditer(text)), len(text)]
    return [piece for start, end in zip(starts, ends, strict=True) if (piece := text[start:end].strip())]


def _told(piece: str, now: datetime, breaks: Sequence[Break]) -> Told:
    plain = fold(piece)
    if compiled(BECAUSE).match(plain):
        return Told()
    days = [day for day in find_days(piece, now, breaks=breaks) if day.due]
    rest = _without(plain, [day.at for day in days])
    still, later = (_so_long(sign, rest) for sign in (STILL, LATER))
    rest = _without(rest, [one.span() for one in (still, later) if one])
    excepted = compiled(rf"{EXCEPT}\b ").match(rest)
    if excepted:
        other = rest[excepted.end() :].strip()
        return replace(_subject(other), excepted=True, words=other)
    caught = next((answer for answer, words in CATCH_UP if compiled(rf"\b(?:{words})\b").search(rest)), None)
    stand = next((one for one, words in STANDS if compiled(rf"\b(?:{words})\b").search(rest)), None)
    if caught is not None:
        return Told(catch_up=caught)
    if later:
        stand = Stand.DELAYED
    named = _named(rest, stand) if stand or days or still else ""
    until = days[-1].due if days else day_after(_ahead(still), now.date()) if still else None
    subject = _subject(rest)
    told = replace(subject, words="" if subject.which else named, stand=stand, until=until)
    return replace(told, later=_ahead(later) if later else "")


def _so_long(sign: str, rest: str) -> re.Match[str] | None:
    return compiled(rf"\b(?:{sign})\b").search(rest)


def _ahead(so_long: re.Match[str]) -> str:
    unit = next(name for known, name in UNITS.items() if so_long["unit"].startswith(known))
    return AHEAD.format(n=so_long["n"], unit=unit)


def _without(plain: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain


def _named(rest: str, stand: Stand | None) -> str:
    """Return what is left of a piece when its stand and all that names nothing are left out."""
    for one, words in STANDS:
        if one is stand:
            rest = compiled(rf"\b(?:{words})\b").sub(" ", rest)
    return " ".join(word for word in re.findall(r"[\w&'-]+", rest) if word not in FILLERS)


def _subject(rest: str) -> Told:
    """Return of which milestones a piece tells, where it says so by their place or their number."""
    for name, words in SUBJECTS:
        match = compiled(rf"(?:(?:ja|nee|en|and|yes|no|met|van|of|with)[ ,]+)*(?P<it>{words})\b").match(
            rest.strip()
        )
        if match and name in ("places", "number"):
            return Told(places=_places(match["it"]))
        if match:
            return Told(everything=name == "everything", rest=name == "rest")
    return Told()


def _places(words: str) -> tuple[int, ...]:
    number = re.search(r"\d+$", words)
    if number:
        return (int(number[0]) - 1,)
    found = (
        (match.start(), place)
        for place, one in enumerate(PLACES)
        for match in re.finditer(rf"\b(?:{one})\b", words)
    )
    last = (-1,) if re.search(rf"\b(?:{LAST})\b", words) else ()
    return (*(place for _at, place in sorted(found)), *last)


def _why(piece: str) -> str:
    lead = compiled(BECAUSE).match(fold(piece))
    return piece[lead.end() if lead else 0 :].strip(" .!")
