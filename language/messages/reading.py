"""One message that says it all is read in one go: kind, subject, result, figures, dates.

Simple rules over tables of signs. Where they are not sure they say so (None), and somebody is asked; the text
itself is kept whole, so nothing typed is lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Generic

from language.dates.reading import DayReading, find_days
from language.messages.clauses import Clause, barrier, clauses, explanation, joined, next_step, praise
from language.messages.confidence import of_fields, of_kind
from language.messages.counts import Counts, read_counts
from language.messages.days import LONG_AGO, Told, without_ranges
from language.messages.index import ActivityIndex, Key, Meant
from language.messages.kinds import clear_kind, result_of, weigh
from language.messages.organisations import organisation
from language.vocabulary.tables import Kind
from language.vocabulary.tongues import Tongue, language_of, tongue
from language.words import fold
from programme.calendar import Break
from programme.text import Phrase

NOTHING = Counts()
Day = date  # a field is called date
Spot = tuple[int, int]  # from where to where in the text
LONGEST = 1500  # letters that are read; what is longer is kept, but tells no more
_REPORTS = ("outcome", "progress", "contribution")
_NEGATIVE = ("failed", "partial", "delayed", "cancelled")
_ABOUT_NOTHING = ("rsvp", "smalltalk")


@dataclass(frozen=True, kw_only=True)
class Reading(Generic[Key]):
    """What a message says. A field that it does not say is None or empty.

    ``activity`` is filled in where there is no doubt; ``candidates`` are at most three that it may be about with
    their scores, the best first. ``result`` is success, partial or failed of an outcome; done, on_track, delayed or
    cancelled of progress; yes, no or maybe of an rsvp. ``wrong`` says what is wrong with a date that cannot be.
    ``parting``: it says that a partner leaves or a profile closes, among whatever else. ``confidence``: field → how
    likely it is right (0 to 1). ``at``: field → where it was read in the text.
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


def read_message(
    text: str,
    *,
    now: datetime,
    role: str,
    activities: ActivityIndex[Key],
    breaks: Sequence[Break] = (),
    before: Mapping[Key, float] | None = None,
) -> Reading[Key]:
    """Read ``text`` as sent at ``now`` (aware, in the sender's zone) by somebody in ``role``.

    ``before``: on which activities its sender reported before, and how often.
    """
    message = _Message.of(text[:LONGEST], now, breaks)
    meant = activities.meant(message.text, before=before, aside=message.aside())
    weighed = weigh(message.plain, role, message.counts, message.tongue, about=meant.sure is not None)
    return _reading(
        text, message, clear_kind(weighed), of_kind(weighed[0][1], weighed[0][1] - weighed[1][1]), meant
    )


def read_result(kind: Kind, text: str) -> str | None:
    """Return the result that ``text`` gives of something whose kind is known, or None."""
    plain = fold(text[:LONGEST])
    return result_of(kind, plain, tongue(language_of(plain)))


@dataclass(frozen=True, kw_only=True)
class _Message:
    """A message with what is read of it whatever its kind."""

    text: str
    plain: str
    now: datetime
    tongue: Tongue
    ahead: list[DayReading]
    behind: list[DayReading]
    counts: Counts
    pieces: list[Clause]

    @classmethod
    def of(cls, text: str, now: datetime, breaks: Sequence[Break]) -> "_Message":
        plain = fold(text)
        signs = tongue(language_of(plain))
        found = without_ranges(plain, find_days(text, now, breaks=breaks))
        counts = read_counts(text, [day.at for day in found if day.kind != "error"])
        days = [day for day in found if not _counted(day, counts)]
        behind = find_days(text, now, back=True, breaks=breaks) if days else []
        behind = without_ranges(plain, behind)
        return cls(
            text=text, plain=plain, now=now, tongue=signs, ahead=days, pieces=clauses(text), counts=counts,
            behind=[day for day in behind if not _counted(day, counts)],
        )  # fmt: skip

    def aside(self) -> list[Spot]:
        """Return the stretches that tell circumstances: who took part, what follows, what stood in the way."""
        found, score = barrier(self.text, self.pieces, self.tongue, negative=False)
        stretches = [piece for piece in (found if score else None, self.following("outcome")) if piece]
        counted = [
            (end, end + 15)
            for kind, _start, end in self.counts.at
            if kind not in ("hours", "euros", "teachers")
        ]
        begun = self.pieces[0].end if self.pieces else 0  # the subject is mostly told at once
        return [(one.start, one.end) for one in stretches if one.start >= begun] + counted

    def following(self, kind: Kind | None) -> Clause | None:
        """Return the clause of the next step, with the clause behind it where only that one names its day.

        What took place is followed by a clause whose day is still to come, even looking back, or is a new day for it.
        """
        place = next_step(self.pieces, self.tongue)
        if place is None:
            return self._to_come() if kind in ("outcome", "contribution") else None
        piece, behind = self.pieces[place], self.pieces[place + 1 : place + 2]
        if not behind or _within(self.ahead, piece) or not _within(self.ahead, behind[0]):
            return piece
        return joined(self.text, piece, behind[0]) if len(piece.plain.split()) <= _ANNOUNCES else piece

    def _to_come(self) -> Clause | None:
        today = self.now.date()
        for piece in reversed(self.pieces[1:]):
            day, later = _within(self.behind, piece), _within(self.ahead, piece)
            if day and day.due and day.due > today:
                return piece
            if later and later.due and later.due > today and self.tongue.put_off.search(piece.plain):
                return piece
        return None

    def due(self, after: Clause | None, *, kind: Kind | None, back: bool) -> DayReading | None:
        """Return the day that it is about: neither the next step's nor the one that is given up."""
        ahead, behind = (
            [day for day in days if not (after and after.start <= day.at[0] < after.end)]
            for days in (self.ahead, self.behind)
        )
        told = Told(plain=self.plain, today=self.now.date(), ahead=ahead, behind=behind)
        if not back:
            return told.will_be() if kind else told.nearest()
        return told.took_place() if kind == "outcome" else told.given()


def _counted(day: DayReading, counts: Counts) -> bool:
    """Whether what looks like a time of day was counted as hours."""
    return any(kind == "hours" and day.at[0] <= start < day.at[1] for kind, start, _end in counts.at)


_ANNOUNCES = 3  # words of a clause that only announces what stands behind it ("volgende stap:")


def _within(days: Sequence[DayReading], piece: Clause) -> DayReading | None:
    return next((day for day in days if day.due and piece.start <= day.at[0] < piece.end), None)


def _reading(text: str, message: _Message, kind: Kind | None, sure: float, meant: Meant[Key]) -> Reading[Key]:
    result = result_of(kind, message.plain, message.tongue)
    following = message.following(kind) if kind in _REPORTS else None
    back = kind in ("outcome", "contribution") or result == "done"
    due = message.due(following, kind=kind, back=back)
    if result == "done" and due and due.due and message.now.date() - due.due > LONG_AGO:
        result, due = (
            "on_track",
            message.due(following, kind=kind, back=False),
        )  # "eind juni klaar" is a promise
    if result == "delayed" and not due:
        due, following = (
            message.due(None, kind=kind, back=False),
            None,
        )  # what follows is when it will be done
    found = _pieces(message, kind, result, following)
    after = _within(message.ahead, following) if following else None
    about = kind not in _ABOUT_NOTHING
    sure_of = meant.sure if about and kind != "signal" else None  # the profile that closes is no activity
    told = {name: piece.text for name, piece in found.items()} | {"next": following.text if following else ""}
    days = {"date": due.due if due else None, "next_date": after.due if after else None}
    filled = {"result": result, **asdict(message.counts), **told, **days}
    spots = {name: (piece.start, piece.start + len(piece.text)) for name, piece in found.items()}
    spots |= {name: (start, end) for name, start, end in message.counts.at}
    spots |= {name: day.at for name, day in (("date", due), ("next_date", after)) if day}
    spots |= {"next": (following.start, following.start + len(following.text))} if following else {}
    confidence = of_fields(filled, sure) | ({"kind": round(sure, 2)} if kind else {})
    confidence |= {"activity": round(meant.confidence, 2)} if about and meant.candidates else {}
    return Reading(
        text=text, kind=kind, result=result, counts=message.counts,
        date=days["date"], next_date=days["next_date"], **told,
        activity=sure_of,
        candidates=meant.candidates if about else (),
        wrong=next((day.wrong for day in message.ahead if day.wrong), None),
        parting=any(sign.search(message.plain) for sign in message.tongue.partings),
        confidence=confidence, at=spots,
    )  # fmt: skip


def _pieces(
    message: _Message, kind: Kind | None, result: str | None, following: Clause | None
) -> dict[str, Clause]:
    """Return what is cut out of the message, by its field: obstacle, success, topic, organisation."""
    found: dict[str, Clause | None] = {}
    if kind in (*_REPORTS, "signal"):
        negative = result in _NEGATIVE or kind == "signal"
        pieces = [one for one in message.pieces if following is None or not _overlap(one, following)]
        found["barrier"], score = barrier(message.text, pieces, message.tongue, negative=negative)
        if score == 0 and negative:
            taken = [day.at for day in message.ahead] + [(start, end) for _k, start, end in message.counts.at]
            found["barrier"] = explanation(pieces, message.tongue, taken)
        found["organisation"] = _cut(
            message.text, organisation(message.text, gives=kind in ("contribution", "signal"))
        )
    if kind == "outcome" and result in ("success", "partial"):
        found["praise"] = praise(message.pieces, message.tongue)
    found["topic"] = _topic(kind, message)
    return {name: piece for name, piece in found.items() if piece}


def _overlap(one: Clause, other: Clause) -> bool:
    return one.start < other.end and other.start < one.end


def _cut(text: str, spot: Spot | None) -> Clause | None:
    if spot is None:
        return None
    start, end = spot
    start += len(text[start:end]) - len(text[start:end].lstrip())
    cut = text[start:end].rstrip()
    return Clause(text=cut, plain=fold(cut), start=start, end=start + len(cut))


def _topic(kind: Kind | None, message: _Message) -> Clause | None:
    """Return what an agenda point or signal is about, without the words that only say that it is one."""
    sign = message.tongue.topics.get(kind) if kind else None
    if sign is None:
        return None
    match = sign.search(message.plain)
    if match is None or match.lastgroup is None:
        return _cut(message.text, (0, len(message.text)))
    return _cut(message.text, match.span(match.lastgroup))
