"""What a reply to a reminder tells of the milestones that were asked about: which, how each stands, until when, why.

"Lukt niet, wordt eind maart, docent ziek" is of one; "de eerste is klaar, de tweede in mei" and "alles op schema
behalve de SWOT" are of several. The words for it stand in ``vocabulary/answers`` and ``vocabulary/stands``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import cache

from language.conversation.subjects import subject
from language.dates.reading import DayReading, find_days
from language.late import compiled
from language.vocabulary.answers import (
    AHEAD,
    AS_A_DAY,
    BECAUSE,
    BORDER,
    CATCH_UP,
    DENIED,
    EXCEPT,
    FILLERS,
    LATER,
    ONE,
    REWRITTEN,
    SAME,
    STILL,
    TURNED,
    UNITS,
    UNTIL,
)
from language.vocabulary.stands import ASK_AGAIN, BUT_FOR, STANDS, Hint
from language.words import fold
from programme.calendar import Break
from programme.records import Stand


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a reply tells of one milestone, or of several at once.

    ``places``: which of those that were listed, from 0, -1 the last; ``everything``: all of them, of which it says
    how ``many`` there are (0: it does not); ``rest``: those of which nothing else is told; ``excepted``: what
    "everything" is not; ``words``: what may name it, "" where nothing does. ``stand``: None where only a day, an
    exception or a ``hint`` is told; ``until``: the day that is named, of no news the day on which there is some;
    ``later``: how much later than planned, for ``day_after``; ``reason``: why, in the words that were typed;
    ``said``: all that was typed of it.
    """

    places: tuple[int, ...] = ()
    everything: bool = False
    many: int = 0
    rest: bool = False
    excepted: bool = False
    words: str = ""
    stand: Stand | None = None
    hint: Hint | None = None
    until: date | None = None
    later: str = ""
    reason: str = ""
    catch_up: bool | None = None
    said: str = field(default="", compare=False)

    @property
    def which(self) -> bool:
        """Whether it says of which it tells."""
        return bool(self.places or self.everything or self.rest or self.words)

    @property
    def tells(self) -> bool:
        """Whether it says how or when."""
        return bool(self.stand or self.hint or self.until)


def read_answers(text: str, now: datetime, breaks: Sequence[Break] = ()) -> tuple[Told, ...]:
    """Return what ``text`` tells, in its order; nothing where it tells of no stand, leaves none open, and names no day.

    ``now`` is aware and in the reader's zone; ``breaks`` are the school holidays of the person's calendar.
    """
    found: list[Told] = []
    for piece in _pieces(_in_order(text)):
        told = _told(piece, now, breaks)
        last = found[-1] if found else None
        if last and not told.tells and compiled(SAME).search(fold(piece)):
            told = replace(
                last, places=told.places, words="" if told.places else named(fold(piece), None), said=piece
            )
        if last is None or told.excepted or (told.which and told.tells):
            if last and last.places and told.places and last == Told(places=last.places):
                found.pop()  # "eerste en tweede klaar"
                told = replace(told, places=(*last.places, *told.places))
            found.append(told)
        elif not (last.tells or last.which or told.tells):
            found.append(told)  # "leskist, pilot en swot klaar": by itself no more than a name, or why
        else:
            found[-1] = joined(last, told)
    return tuple(found) if any(told.tells for told in found) else ()


def joined(last: Told, told: Told) -> Told:
    """Return what is told of one milestone with one more piece of it: a stand that was told stays what it is."""
    said = f"{last.said}, {told.said}".strip(", ")
    if told.tells:
        vague = last.hint is Hint.NO_NEWS or (last.stand is None and told.hint is Hint.NO_NEWS)
        until = told.until if vague or told.hint is not Hint.NO_NEWS else None
        stand = last.stand or told.stand
        return replace(
            last,
            stand=stand,
            hint=None if stand else last.hint or told.hint,
            until=until or last.until,
            later=told.later or last.later,
            reason=_and(last.reason, told.reason),
            said=said,
        )
    if told.catch_up is not None:
        return replace(last, catch_up=told.catch_up, said=said)
    if last.stand is Stand.DONE and compiled(BUT_FOR).search(" ".join(fold(told.said).split())):
        return replace(last, stand=None, hint=Hint.NEARLY, said=said)
    return replace(last, reason=_and(last.reason, told.reason), said=said)


def _and(first: str, second: str) -> str:
    return ", ".join(filter(None, (first, second)))


def not_before(text: str, now: datetime, breaks: Sequence[Break] = ()) -> bool:
    """Whether ``text`` names no day but one before which it will not be done."""
    days = find_days(text, now, breaks=breaks)
    return bool(days) and not _promised(days, fold(text))[0]


def day_after(words: str, start: date) -> date | None:
    """Return the day that lies so far ("over 2 weken") behind another; None where that is no day."""
    days = find_days(words, datetime.combine(start, time(12), UTC))
    return days[0].due if days else None


def _in_order(text: str) -> str:
    """Return a text in which what is excepted stands behind what it is excepted from."""
    text = text.strip()
    for said, meant in REWRITTEN:
        text = compiled(f"(?i){said}").sub(meant, text)
    return text


def _pieces(text: str) -> list[str]:
    borders = list(compiled(BORDER).finditer(text))
    starts, ends = (
        [0, *(border.end() for border in borders)],
        [*(border.start() for border in borders), len(text)],
    )
    return [piece for start, end in zip(starts, ends, strict=True) if (piece := text[start:end].strip())]


def _told(piece: str, now: datetime, breaks: Sequence[Break]) -> Told:
    plain = fold(piece)
    because = compiled(BECAUSE).match(plain)
    if because:
        return Told(reason=piece[because.end() :].strip(" .!"), said=piece)
    days = [day for day in find_days(piece, now, breaks=breaks) if day.due and not _a_place(day, plain)]
    rest = _without(plain, [day.at for day in days])
    still, later = (_so_long(sign, rest) for sign in (STILL, LATER))
    rest = _without(rest, [one.span() for one in (still, later) if one])
    excepted = compiled(rf"{EXCEPT}\b ").match(rest)
    if excepted:
        return _excepted(rest[excepted.end() :].strip(), days, piece)
    caught = next((answer for answer, words in CATCH_UP if compiled(rf"\b(?:{words})\b").search(rest)), None)
    if caught is not None:
        return Told(catch_up=caught, said=piece)
    how = _how(rest)
    promised, denied = _promised(days, plain)
    undone = denied and not promised and how in (None, Stand.ON_TRACK, Stand.DONE)
    if later or undone:
        how = Stand.DELAYED
    if promised and how is None and named(rest, how) and _of_why(promised[-1], plain):
        promised = []
    until = _day(promised[-1], how, rest) if promised else None
    if still and until is None:
        until = day_after(_ahead(still), now.date())
    return _of(piece, rest, how, until, _ahead(later) if later else "")


def _a_place(day: DayReading, plain: str) -> bool:
    """Whether what reads as a day of the month is a place in the list: "1e en 3e klaar"."""
    first = not plain[: day.at[0]].strip()
    return first and compiled(AS_A_DAY).fullmatch(plain, *day.at) is not None


def _of(piece: str, rest: str, how: Stand | Hint | None, until: date | None, later: str) -> Told:
    """Return what a piece tells: what names nothing and says nothing of a stand or a day may be why."""
    one, left = subject(rest), named(rest, how)
    tells = how is not None or until is not None
    return Told(
        places=one.places,
        everything=one.everything,
        many=one.many,
        rest=one.rest,
        words=left if tells and not (one.places or one.everything or one.rest) else "",
        stand=how if isinstance(how, Stand) else None,
        hint=how if isinstance(how, Hint) else None,
        until=until,
        later=later,
        reason="" if tells or not left or one.places else piece.strip(" .!"),
        said=piece,
    )


def _excepted(other: str, days: Sequence[DayReading], piece: str) -> Told:
    one = subject(other)
    how = _how(other)
    return Told(
        excepted=True,
        places=one.places,
        words="" if one.places else other,
        stand=how if isinstance(how, Stand) else None,
        until=days[-1].due if days else None,
        said=piece,
    )


def _how(rest: str) -> Stand | Hint | None:
    return next((one for one, words in STANDS if _said(words).search(rest)), None)


def _promised(days: Sequence[DayReading], plain: str) -> tuple[list[DayReading], bool]:
    """Return the days on which it may be done, and whether one is named on which it is not: "niet voor de kerst"."""
    good = [day for day in days if not _denied(day, plain)]
    return good, len(good) < len(days)


def _of_why(day: DayReading, plain: str) -> bool:
    """Whether a day says how long something else lasts: "docent ziek tot 10 januari"."""
    first, last = day.at
    return compiled(UNTIL).search(f"{plain[:first]} {plain[first:last].split(maxsplit=1)[0]}") is not None


def _day(day: DayReading, how: Stand | Hint | None, rest: str) -> date | None:
    """Return the day that counts: its last, but the first on which somebody wants to be asked again."""
    if how is not Hint.NO_NEWS or day.start is None or not compiled(ASK_AGAIN).search(rest):
        return day.due
    return day.start.date() if isinstance(day.start, datetime) else day.start


def _denied(day: DayReading, plain: str) -> bool:
    before, after = plain[: day.at[0]], plain[day.at[1] :]
    if compiled(DENIED).search(plain[slice(*day.at)]):
        return True
    deny = [*compiled(DENIED).finditer(before)]
    if deny:
        return not compiled(TURNED).search(before[deny[-1].end() :])
    return not compiled(TURNED).search(before) and compiled(rf"^[^,;]*{DENIED}").search(after) is not None


def _so_long(sign: str, rest: str) -> re.Match[str] | None:
    return compiled(rf"\b(?:{sign})\b").search(rest)


def _ahead(so_long: re.Match[str]) -> str:
    unit = next(name for known, name in UNITS.items() if so_long["unit"].startswith(known))
    return AHEAD.format(n=so_long["n"] or ONE, unit=unit)


def _without(plain: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return " ".join(plain.split())


def named(rest: str, how: Stand | Hint | None) -> str:
    """Return what is left of a piece when its stand and all that names nothing are left out."""
    for one, words in STANDS:
        if one in (how, Stand.DONE):
            rest = _said(words).sub(" ", rest)
    return " ".join(word for word in re.findall(r"[\w&'-]+", rest) if word not in FILLERS)


@cache
def _said(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:\b|^)(?:{'|'.join(words)})(?:\b|$)")
