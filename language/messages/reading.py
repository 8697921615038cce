"""One message that says it all is read in one go: kind, subject, result, figures, dates.

Rules for figures and days, weights that were learned for kind, result and parts. What is not clear is None, and
somebody is asked; the text itself is kept whole, so nothing typed is lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Generic

from language.dates.reading import DayReading
from language.messages.clauses import Clause
from language.messages.confidence import of_fields
from language.messages.counts import Counts
from language.messages.index import ActivityIndex, Key, Meant
from language.messages.judged import Judged, Spot, judged
from language.messages.kinds import signs_of_result
from language.messages.organisations import organisation
from language.messages.spoken import punctuated
from language.messages.told import Told, within
from language.messages.verdicts import kind_of, result_of
from language.vocabulary.tables import Kind
from language.vocabulary.tongues import in_plain_words, language_of, tongue
from language.words import fold
from programme.calendar import Break
from programme.text import Phrase

NOTHING = Counts()
Day = date  # a field is called date
LONGEST = 1500  # letters that are read; what is longer is kept, but tells no more
_REPORTS = ("outcome", "progress", "contribution")
_ABOUT_NOTHING = ("rsvp", "smalltalk")


@dataclass(frozen=True, kw_only=True)
class Reading(Generic[Key]):
    """What a message says. A field that it does not say is None or empty.

    ``activity`` is filled in where there is no doubt; ``candidates`` are at most three that it may be about with
    their scores, the best first. ``result`` is success, partial or failed of an outcome; done, on_track, delayed or
    cancelled of progress; yes, no or maybe of an rsvp. ``wrong`` says what is wrong with a date that cannot be.
    ``parting``: it says that a partner leaves or a profile closes, among whatever else. ``confidence``: field → how
    likely it is right (0 to 1). ``at``: field → where it was read in the text; ``named``: where the words stand that
    name the first candidate.
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
    organisation: str = ""
    wrong: Phrase | None = None
    parting: bool = False
    confidence: Mapping[str, float] = field(default_factory=dict, hash=False, compare=False)
    at: Mapping[str, Spot] = field(default_factory=dict, hash=False, compare=False)
    named: tuple[Spot, ...] = field(default=(), compare=False)


def read_message(
    text: str,
    *,
    now: datetime,
    role: str,
    activities: ActivityIndex[Key],
    breaks: Sequence[Break] = (),
    before: Mapping[Key, float] | None = None,
    organisations: Sequence[str] = (),
    known: Kind | None = None,
) -> Reading[Key]:
    """Read ``text`` as sent at ``now`` (aware, in the sender's zone) by somebody in ``role``.

    ``before``: on which activities its sender reported before, and how often. ``organisations``: the names of those
    that take part. ``known``: the kind of what it adds to, where that is known.
    """
    if not text.strip():
        return Reading(text=text)
    message = judged(punctuated(text[:LONGEST]), now, breaks, role, organisations)
    meant = activities.meant(message.told.text, before=before, aside=message.aside())
    kind, likely = kind_of(message.told.plainly, message.evidence, about=meant.sure is not None)
    if known:
        kind, likely = known, 1.0
    return _reading(text, message, kind, likely, meant)


def read_result(kind: Kind, text: str) -> str | None:
    """Return the result that the words of ``text`` plainly give of something whose kind is known, or None.

    A few words are read, in answer to a question or beside others; what a whole message tells is ``Reading.result``.
    """
    plain = fold(text[:LONGEST])
    known = tongue(language_of(plain))
    return signs_of_result(kind, in_plain_words(plain, known), known)


def _reading(text: str, message: Judged, kind: Kind | None, sure: float, meant: Meant[Key]) -> Reading[Key]:
    told = message.told
    result, likely = result_of(kind, told.plainly, message.evidence)
    result, due, following = _days(message, kind, result)
    found = _pieces(message, kind, result, following)
    after = next(iter(within(told.ahead, following)), None) if following else None
    about = kind not in _ABOUT_NOTHING
    cut = {name: "; ".join(piece.text for piece in pieces) for name, pieces in found.items()}
    days = {"date": due.due if due else None, "next_date": after.due if after else None}
    confidence = of_fields(
        {"result": result, **asdict(told.counts), **cut, **days},
        sure,
        message.parts.likely() | {"result": likely},
        told.counts.worked_out,
    )
    confidence |= {"kind": round(sure, 2)} if kind else {}
    confidence |= {"activity": round(meant.confidence, 2)} if about and meant.candidates else {}
    return Reading(
        text=text, kind=kind, result=result, counts=told.counts,
        date=days["date"], next_date=days["next_date"], **cut,
        activity=meant.sure if about and kind != "signal" else None,  # the profile that closes is no activity
        candidates=meant.candidates if about else (),
        wrong=next((day.wrong for day in told.ahead if day.wrong), None),
        parting=any(sign.search(told.plain) for sign in told.tongue.partings),
        confidence=confidence, at=_spots(message, found, {"date": due, "next_date": after}),
        named=meant.at,
    )  # fmt: skip


def _days(
    message: Judged, kind: Kind | None, result: str | None
) -> tuple[str | None, DayReading | None, Clause | None]:
    """Return the result, the day that it is about and the clause of the next step: each depends on the others."""
    following = message.following(kind) if kind in _REPORTS else None
    back = kind in ("outcome", "contribution") or result == "done"
    due = message.due(following, kind=kind, back=back)
    if result == "done" and message.promises(due, following):  # "eind juni klaar"
        return "on_track", message.due(None, kind=kind, back=False), None
    if result == "delayed":
        due = message.due(None, kind=kind, back=False)  # what follows is when it will be done
        following = None if following and due in within(message.told.ahead, following) else following
    return result, due, following


def _spots(
    message: Judged, found: Mapping[str, Sequence[Clause]], days: Mapping[str, DayReading | None]
) -> dict[str, Spot]:
    """Return where each field was read; of what is told in several places the first."""
    spots = {name: (piece.start, piece.start + len(piece.text)) for name, (piece, *_) in found.items()}
    spots |= {name: (start, end) for name, start, end in message.told.counts.at}
    return spots | {name: day.at for name, day in days.items() if day}


def _pieces(
    message: Judged, kind: Kind | None, result: str | None, following: Clause | None
) -> dict[str, list[Clause]]:
    """Return what is cut out of the message, by its field: obstacle, success, next step, topic, organisation."""
    parts, text = message.parts, message.told.text
    found: dict[str, list[Clause | None]] = {"next": [following]}
    if kind in (*_REPORTS, "signal"):
        found["barrier"] = [part.clause for part in parts.obstacles]
        gives = kind in ("contribution", "signal")
        found["organisation"] = [
            _cut(text, organisation(text, gives=gives, known=message.told.organisations))
        ]
    if kind == "outcome" and result in ("success", "partial"):
        found["praise"] = [parts.success.clause if parts.success else None]
    found["topic"] = [_topic(kind, message.told)]
    kept = {name: [piece for piece in pieces if piece] for name, pieces in found.items()}
    return {name: pieces for name, pieces in kept.items() if pieces}


def _cut(text: str, spot: Spot | None) -> Clause | None:
    if spot is None:
        return None
    start, end = spot
    start += len(text[start:end]) - len(text[start:end].lstrip())
    cut = text[start:end].rstrip()
    return Clause(text=cut, plain=fold(cut), start=start, end=start + len(cut))


def _topic(kind: Kind | None, told: Told) -> Clause | None:
    """Return what an agenda point or signal is about, without the words that only say that it is one."""
    sign = told.tongue.topics.get(kind) if kind else None
    if sign is None:
        return None
    match = sign.search(told.plain)
    if match is None or match.lastgroup is None:
        return _cut(told.text, (0, len(told.text)))
    return _cut(told.text, match.span(match.lastgroup))
