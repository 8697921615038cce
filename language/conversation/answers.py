"""What a reply to a reminder tells of the milestones that were asked about: which, how each stands, until when, why.

"Lukt niet, wordt eind maart, docent ziek" is of one; "de eerste is klaar, de tweede in mei" and "alles op schema
behalve de SWOT" are of several. Tables of words, in every language that people type.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from language.dates.reading import find_days
from language.words import fold
from programme.calendar import Break
from programme.records import Stand

_REACHED = (
    r"(?:klaar|af|gereed|rond|afgerond|gehaald|gelukt|behaald|opgeleverd|done|finished|ready|completed?)"
)
_PLANNED = r"(?:op schema|op koers|volgens plan(?:ning)?|op tijd|on track|on schedule|as planned|on time)"
# The first that fits a piece is how it stands.
STANDS: tuple[tuple[Stand, str], ...] = (
    (Stand.CANCELLED,
        r"gaa[nt]?(?:t)? (?:helaas |toch |definitief )*niet (?:meer )?door|vervalt|vervallen|geschrapt|geannuleerd|"
        r"stopgezet|cancell?ed|called off|not happening|dropped"),
    (Stand.DELAYED,
        rf"(?:niet|not|isn'?t|won'?t be|nooit) (?:\w+ ){{0,2}}?(?:{_REACHED}|{_PLANNED})|"
        r"lukt (?:\w+ ){0,2}niet|(?:haal|halen|red|redden) (?:\w+ ){0,2}niet|niet (?:halen|redden)|"
        r"won'?t make it|can'?t make it|vertraagd|vertraging|uitgesteld|uitstel|(?:loopt|lopen) (?:uit|achter)|"
        r"schuift(?: (?:op|door))?|schuiven|verschoven|doorgeschoven|delayed|postponed|late|later|running behind|"
        r"wordt pas|komt pas|moved to"),
    (Stand.ON_TRACK, rf"{_PLANNED}|bijna {_REACHED}|almost {_REACHED}|loopt goed|gaat goed|going well|"
        rf"(?:op|on) (?:tijd|time) {_REACHED}"),
    (Stand.DONE, _REACHED),
)  # fmt: skip
_PLACES: tuple[str, ...] = (
    r"eerste|1e|1ste|first|1st",
    r"tweede|2e|2de|second|2nd",
    r"derde|3e|3de|third|3rd",
    r"vierde|4e|4de|fourth|4th",
    r"vijfde|5e|5de|fifth|5th",
    r"zesde|6e|6de|sixth|6th",
)
_LAST = r"laatste|last"
_ONE = rf"(?:{'|'.join(_PLACES)}|{_LAST})"
_OF_THEM = r"(?: (?:mijlpaal|mijlpalen|milestones?|one))?"
_SUBJECTS: tuple[tuple[str, str], ...] = (
    ("places", rf"(?:(?:de|het|the) )?{_ONE}(?:(?: en|,| and)? (?:(?:de|het|the) )?{_ONE})*{_OF_THEM}"),
    ("number", r"(?:nummer|nr\.?|number|no\.?) ?\d{1,2}\b|\d{1,2}(?=[:=])"),
    ("rest", r"(?:(?:de|het|the|al het|alle) )?(?:rest|andere|anderen|overige|others|other ones)(?: mijlpalen)?"),
    ("everything", r"alles|allemaal|allebei|alle(?: (?:\w+ )?mijlpalen)?|beide|all(?: of them)?|everything|both"),
)  # fmt: skip
_EXCEPT = r"(?:behalve|uitgezonderd|op|except(?: for)?|apart from|but not|maar niet)"
_BORDER = (
    r"[.;,!\n]+\s*|\s+(?:en|and|maar|but)\s+(?!not\b|niet\b)|"
    r"\s+(?=(?:want|omdat|doordat|wegens|vanwege|because|due to|behalve|uitgezonderd|except|apart from|maar niet|"
    r"but not)\b)|\s+(?=door (?!naar\b|tot\b))"
)
_BECAUSE = (
    r"(?:want|omdat|doordat|door|wegens|vanwege|ivm|i\.v\.m\.|because(?: of)?|due to|reden:?|reason:?)\s+"
)
_CATCH_UP: tuple[tuple[bool, str], ...] = (
    (
        False,
        r"niet (?:meer )?in te halen|halen (?:we|ik) niet (?:meer )?in|can(?:no|')t (?:be made|catch) up",
    ),
    (True, r"(?:wel )?in te halen|halen (?:we|ik) (?:\w+ )?in|can be made up|will catch up"),
)
# What says nothing of which milestone is meant.
_FILLERS = frozenset(
    """het dat dit die deze de een is was wordt worden word zijn zal zullen gaat gaan komt komen kan kunnen lukt niet
    pas nu al nog wel er we ik wij ze ook dan en maar ja nee helaas sorry hoor denk verwacht waarschijnlijk ergens in
    op rond tegen uiterlijk voor tot met naar om van te inmiddels gelukkig helemaal mijlpaal datum nieuwe
    it this that they is are was will be we i in on by at the a to of for now not yet and but new date expected probably
    unfortunately milestone until till around""".split()  # noqa: SIM905
)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a reply tells of one milestone, or of several at once.

    ``places``: which of those that were listed, from 0, -1 the last; ``everything``: all of them; ``rest``: those of
    which nothing else is told; ``excepted``: what "everything" is not; ``words``: what may name it, "" where nothing
    does. ``stand``: None where only a day or an exception is told; ``until``: the day that is named; ``reason``: why,
    in the words that were typed.
    """

    places: tuple[int, ...] = ()
    everything: bool = False
    rest: bool = False
    excepted: bool = False
    words: str = ""
    stand: Stand | None = None
    until: date | None = None
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
            found[-1] = replace(last, stand=_later(last, told), until=told.until or last.until)
        elif told.catch_up is not None:
            found[-1] = replace(last, catch_up=told.catch_up)
        else:
            found[-1] = replace(last, reason=", ".join(filter(None, (last.reason, _why(piece)))))
    return tuple(found) if any(told.stand or told.until for told in found) else ()


def _later(last: Told, told: Told) -> Stand | None:
    """Return how it stands after one more piece: "lukt niet, is eind maart klaar" is late, and no more."""
    return last.stand or told.stand


def _pieces(text: str) -> list[str]:
    starts = [0, *(border.end() for border in _pattern(_BORDER).finditer(text))]
    ends = [*(border.start() for border in _pattern(_BORDER).finditer(text)), len(text)]
    return [piece for start, end in zip(starts, ends, strict=True) if (piece := text[start:end].strip())]


def _told(piece: str, now: datetime, breaks: Sequence[Break]) -> Told:
    plain = fold(piece)
    if _pattern(_BECAUSE).match(plain):
        return Told()
    days = [day for day in find_days(piece, now, breaks=breaks) if day.due]
    rest = _without(plain, [day.at for day in days])
    excepted = _pattern(rf"{_EXCEPT}\b ").match(rest)
    if excepted:
        other = rest[excepted.end() :].strip()
        return replace(_subject(other), excepted=True, words=other)
    caught = next((answer for answer, words in _CATCH_UP if _pattern(rf"\b(?:{words})\b").search(rest)), None)
    stand = next((one for one, words in STANDS if _pattern(rf"\b(?:{words})\b").search(rest)), None)
    if caught is not None:
        return Told(catch_up=caught)
    named = _named(rest, stand) if stand or days else ""
    until = days[-1].due if days else None
    subject = _subject(rest)
    return replace(subject, words="" if subject.which else named, stand=stand, until=until)


def _without(plain: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain


def _named(rest: str, stand: Stand | None) -> str:
    """Return what is left of a piece when its stand and all that names nothing are left out."""
    for one, words in STANDS:
        if one is stand:
            rest = _pattern(rf"\b(?:{words})\b").sub(" ", rest)
    return " ".join(word for word in re.findall(r"[\w&'-]+", rest) if word not in _FILLERS)


def _subject(rest: str) -> Told:
    """Return of which milestones a piece tells, where it says so by their place or their number."""
    for name, words in _SUBJECTS:
        match = _pattern(rf"(?:(?:ja|nee|en|and|yes|no|met|van|of|with)[ ,]+)*(?P<it>{words})\b").match(
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
        for place, one in enumerate(_PLACES)
        for match in re.finditer(rf"\b(?:{one})\b", words)
    )
    last = (-1,) if re.search(rf"\b(?:{_LAST})\b", words) else ()
    return (*(place for _at, place in sorted(found)), *last)


def _why(piece: str) -> str:
    lead = _pattern(_BECAUSE).match(fold(piece))
    return piece[lead.end() if lead else 0 :].strip(" .!")


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Compile at first use: importing stays quick."""
    return re.compile(words)
