"""One message that says it all is read in one go: kind, subject, result, figures, dates.

Simple rules over tables of signs. Where they are not sure they say so (None), and somebody is asked; the text
itself is kept whole, so nothing typed is lost.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Generic

from language.clauses import Clause, barrier, clauses, next_step, praise
from language.counts import Counts, read_counts
from language.dates import DayReading, find_days
from language.index import ActivityIndex, Key, clear_winner
from language.partings import SIGNS as PARTINGS
from language.signs import (
    ENOUGH,
    EUROS,
    HOURS,
    KINDS,
    MARGIN,
    OUTCOMES,
    PARTICIPANTS,
    PROGRESS,
    ROLES,
    RSVP,
    TOPICS,
    UNCLEAR,
    Kind,
)
from language.words import fold
from programme.calendar import Break
from programme.text import Phrase

NOTHING = Counts()
Day = date  # a field is called date
LONG_AGO = timedelta(days=60)
LONGEST = 2000  # letters that are read; what is longer is kept, but tells no more


@dataclass(frozen=True, kw_only=True)
class Reading(Generic[Key]):
    """What a message says. A field that it does not say is None or empty.

    ``candidates`` are the activities that it may be about with their scores, the best first; ``activity``
    is the first when it is clearly ahead. ``result`` is success, partial or failed of an outcome; done,
    on_track, delayed or cancelled of progress; yes, no or maybe of an rsvp. ``wrong`` says what is wrong
    with a date that cannot be. ``parting``: it says that a partner leaves or a profile closes, among whatever else.
    """

    text: str
    kind: Kind | None = None
    activity: Key | None = None
    candidates: tuple[tuple[Key, float], ...] = ()
    result: str | None = None
    counts: Counts = NOTHING
    date: Day | None = None
    next: str = ""
    next_date: Day | None = None
    barrier: str = ""
    praise: str = ""
    topic: str = ""
    wrong: Phrase | None = None
    parting: bool = False


def read_message(
    text: str,
    *,
    now: datetime,
    role: str,
    activities: ActivityIndex[Key],
    breaks: Sequence[Break] = (),
) -> Reading[Key]:
    """Read ``text`` as sent at ``now`` (aware, in the sender's zone) by somebody in ``role``."""
    head = text[:LONGEST]
    plain = fold(head)
    days = find_days(head, now, breaks=breaks)
    counts = read_counts(head, [day.at for day in days if day.kind != "error"])
    candidates = activities.rank(head)
    kind = read_kind(plain, role, counts, about=clear_winner(candidates) is not None)
    result = _result(kind, plain)
    pieces = clauses(head)
    following = next_step(pieces) if kind in ("outcome", "progress", "contribution") else None
    back = kind in ("outcome", "contribution") or result == "done"
    on = _date(find_days(head, now, back=True, breaks=breaks) if back else days, following, plain)
    if result == "done" and on and now.date() - on > LONG_AGO:
        result, on = "on_track", _date(days, following, plain)  # "eind juni klaar" is a promise
    return Reading(
        text=text,
        kind=kind,
        activity=activities.sure(head),
        candidates=tuple(candidates),
        result=result,
        counts=counts,
        date=on,
        next=following.text if following else "",
        next_date=_within(days, following) if following else None,
        barrier=_barrier(kind, pieces, result),
        praise=praise(pieces) if kind == "outcome" and result in ("success", "partial") else "",
        topic=_topic(kind, head),
        wrong=next((day.wrong for day in days if day.wrong), None),
        parting=any(sign.search(plain) for sign in _partings()),
    )


@cache
def _kinds() -> dict[Kind, tuple[tuple[float, re.Pattern[str]], ...]]:
    """Compile the table of signs at first use: it takes longer than importing."""
    return {kind: tuple((w, re.compile(p, re.DOTALL)) for w, p in signs) for kind, signs in KINDS.items()}


@cache
def _partings() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(sign) for _weight, sign in PARTINGS)


def read_kind(plain: str, role: str, counts: Counts, *, about: bool = False) -> Kind | None:
    """Return the kind of a folded message, or None when no kind is clearly ahead.

    A message ``about`` an activity is the likelier what its sender's role mostly says.
    """
    scores = {kind: sum(w for w, sign in signs if sign.search(plain)) for kind, signs in _kinds().items()}
    scores["outcome"] += PARTICIPANTS * _participants(counts)
    scores["contribution"] += HOURS * bool(counts.hours) + EUROS * bool(counts.euros)
    if "company" in role:  # what a company tells about a lesson is what it gave
        scores["contribution"] += scores["outcome"]
        scores["outcome"] = 0
    if any(scores.values()):
        for name, kind, weight in ROLES:
            scores[kind] += weight * (1 + about) * (name in role)
    (best, most), (_, second), *_rest = sorted(scores.items(), key=lambda item: -item[1])
    return best if most >= ENOUGH and most - second >= MARGIN else None


def _participants(counts: Counts) -> bool:
    return any((counts.pupils, counts.teachers, counts.companies, counts.schools))


def read_result(kind: Kind, text: str) -> str | None:
    """Return the result that ``text`` gives of something whose kind is known, or None."""
    return _result(kind, fold(text[:LONGEST]))


def _result(kind: Kind | None, plain: str) -> str | None:
    if kind == "progress" and UNCLEAR.search(plain):
        return None
    table = {"outcome": OUTCOMES, "progress": PROGRESS, "rsvp": RSVP}.get(kind or "", ())
    return next((result for result, signs in table if signs.search(plain)), None)


def _barrier(kind: Kind | None, pieces: Sequence[Clause], result: str | None) -> str:
    if kind not in ("outcome", "progress", "signal", "contribution"):
        return ""
    return barrier(
        pieces, negative=result in ("failed", "partial", "delayed", "cancelled") or kind == "signal"
    )


_INSTEAD = re.compile(r"(?:\bi\.?p\.?v\.?|in plaats van|gepland voor|gepland op|oorspronkelijk|was)\s*$")
_NOT_MET = re.compile(r"\b(?:haal\w*|red\w*|lukt)\b.{0,20}$")


def _date(days: Sequence[DayReading], following: Clause | None, plain: str) -> date | None:
    """Return the last date that is neither the next step's nor the one that is given up."""
    own = [
        day for day in days if day.due and not (following and following.start <= day.at[0] < following.end)
    ]
    kept = [day for day in own if not _given_up(plain, day)]
    return (kept or own)[-1].due if own else None


def _given_up(plain: str, day: DayReading) -> bool:
    before, after = plain[: day.at[0]], plain[day.at[1] :]
    missed = _NOT_MET.search(before) and re.match(r".{0,15}\bniet\b", after)
    return bool(_INSTEAD.search(before) or missed)


def _within(days: Sequence[DayReading], piece: Clause) -> date | None:
    return next((day.due for day in days if piece.start <= day.at[0] < piece.end), None)


def _topic(kind: Kind | None, text: str) -> str:
    """Return what an agenda point or signal is about, without the words that only say that it is one."""
    if kind not in TOPICS:
        return ""
    match = TOPICS[kind].search(fold(text))
    if match is None or match.lastgroup is None:
        return text
    return text[slice(*match.span(match.lastgroup))].strip()
