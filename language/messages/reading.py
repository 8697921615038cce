"""One message that says it all is read in one go: kind, subject, result, figures, dates.

Rules for figures and days, weights that were learned for kind, result and parts. What is not clear is None, and
somebody is asked; the text itself is kept whole, so nothing typed is lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Generic

from language.dates.reading import DayReading, find_days
from language.messages.clauses import Clause, clauses
from language.messages.confidence import of_fields
from language.messages.counts import Counts, read_counts
from language.messages.days import LONG_AGO, DaysTold, without_ranges
from language.messages.evidence import Evidence, Told, of_message
from language.messages.figures import patterns_of
from language.messages.index import ActivityIndex, Key, Meant
from language.messages.kinds import signs_of_result
from language.messages.organisations import organisation
from language.messages.parts import Parts, parts
from language.messages.verdicts import kind_of, result_of
from language.vocabulary.tables import Kind
from language.vocabulary.tongues import language_of, tongue
from language.words import fold
from programme.calendar import Break
from programme.text import Phrase

NOTHING = Counts()
Day = date  # a field is called date
Spot = tuple[int, int]  # from where to where in the text
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
    message = _Message.of(text[:LONGEST], now, breaks, role, organisations)
    meant = activities.meant(message.text, before=before, aside=message.aside())
    kind, likely = kind_of(message.told, message.evidence, about=meant.sure is not None)
    if known:
        kind, likely = known, 1.0
    return _reading(text, message, kind, likely, meant)


def read_result(kind: Kind, text: str) -> str | None:
    """Return the result that the words of ``text`` plainly give of something whose kind is known, or None.

    A few words are read, in answer to a question or beside others; what a whole message tells is ``Reading.result``.
    """
    plain = fold(text[:LONGEST])
    return signs_of_result(kind, plain, tongue(language_of(plain)))


def _told(text: str, counts: Counts, role: str) -> Told:
    plain = fold(text)
    language = language_of(plain)
    return Told(
        plain=plain,
        pieces=clauses(text),
        counts=counts,
        role=role,
        language=language,
        tongue=tongue(language),
    )


@dataclass(frozen=True, kw_only=True)
class _Message:
    """A message with what is read of it whatever its kind."""

    text: str
    now: datetime
    told: Told
    evidence: Evidence
    parts: Parts
    ahead: list[DayReading]
    behind: list[DayReading]
    organisations: Sequence[str] = ()

    @classmethod
    def of(
        cls, text: str, now: datetime, breaks: Sequence[Break], role: str, organisations: Sequence[str]
    ) -> "_Message":
        plain = fold(text)
        found = without_ranges(plain, find_days(text, now, breaks=breaks))
        counts = read_counts(text, [day.at for day in found if day.kind != "error"])
        rest = _without_hours(text, found, counts)
        days = without_ranges(plain, find_days(rest, now, breaks=breaks)) if rest != text else found
        behind = find_days(rest, now, back=True, breaks=breaks) if days else []
        behind = without_ranges(plain, behind)
        told = _told(text, counts, role)
        to_come = [any(_to_come(day, now) for day in _within(days, piece)) for piece in told.pieces]
        evidence = of_message(told)
        return cls(
            text=text, now=now, told=told, evidence=evidence, ahead=days, parts=parts(text, told, to_come, evidence),
            behind=behind, organisations=organisations,
        )  # fmt: skip

    def aside(self) -> list[Spot]:
        """Return the stretches that tell circumstances: who took part, what follows, what stood in the way."""
        obstacle = self.parts.obstacle
        stretches = [one for one in (obstacle and obstacle.clause, self.following("outcome")) if one]
        counted = [
            (end, end + 15)
            for kind, _start, end in self.told.counts.at
            if kind not in ("hours", "euros", "teachers")
        ]
        begun = self.told.pieces[0].end if self.told.pieces else 0  # the subject is mostly told at once
        return [(one.start, one.end) for one in stretches if one.start >= begun] + counted

    def following(self, kind: Kind | None) -> Clause | None:
        """Return the clause of the next step.

        What took place is followed by a clause whose day is still to come, even looking back, or is a new day for it.
        """
        told = self.parts.following
        if told is None and kind in ("outcome", "contribution"):
            return self._put_off()
        return told.clause if told else None

    def promises(self, due: DayReading | None, following: Clause | None) -> bool:
        """Whether what reads as done is to be done: by a day long gone, or by one that is told with it and to come."""
        if due and due.due and self.now.date() - due.due > LONG_AGO:
            return True
        days = _within(self.ahead, following) if following else []
        said = signs_of_result("progress", following.plain, self.told.tongue) if following else None
        return said == "done" and any(_to_come(day, self.now) for day in days)

    def _put_off(self) -> Clause | None:
        for piece in reversed(self.told.pieces[1:]):
            later = any(_to_come(day, self.now) for day in _within(self.ahead, piece))
            if any(_to_come(day, self.now) for day in _within(self.behind, piece)):
                return piece
            if later and self.told.tongue.put_off.search(piece.plain):
                return piece
        return None

    def due(self, after: Clause | None, *, kind: Kind | None, back: bool) -> DayReading | None:
        """Return the day that it is about: neither the next step's nor the one that is given up."""
        ahead, behind = (
            [day for day in days if not (after and after.start <= day.at[0] < after.end)]
            for days in (self.ahead, self.behind)
        )
        told = DaysTold(plain=self.told.plain, today=self.now.date(), ahead=ahead, behind=behind)
        if not back:
            return told.will_be() if kind else told.nearest()
        return told.took_place() if kind == "outcome" else told.given()


def _without_hours(text: str, days: Sequence[DayReading], counts: Counts) -> str:
    """Return ``text`` without what looks like a time of day and was counted as hours: the day itself is still one."""
    unit = patterns_of(language_of(fold(text))).signs["hours"]
    for kind, start, end in counts.at:
        if kind == "hours" and any(day.at[0] <= start < day.at[1] for day in days):
            told = unit.match(fold(text), end)
            last = told.end() if told else end
            text = text[:start] + " " * (last - start) + text[last:]
    return text


def _within(days: Sequence[DayReading], piece: Clause) -> list[DayReading]:
    return [day for day in days if day.due and piece.start <= day.at[0] < piece.end]


def _to_come(day: DayReading, now: datetime) -> bool:
    return day.due is not None and day.due > now.date()


def _reading(text: str, message: _Message, kind: Kind | None, sure: float, meant: Meant[Key]) -> Reading[Key]:
    result, likely = result_of(kind, message.told, message.evidence)
    following = message.following(kind) if kind in _REPORTS else None
    back = kind in ("outcome", "contribution") or result == "done"
    due = message.due(following, kind=kind, back=back)
    if result == "done" and message.promises(due, following):
        back, result, following = False, "on_track", None  # "eind juni klaar"
        due = message.due(following, kind=kind, back=back)
    if result == "delayed":
        due = message.due(None, kind=kind, back=False)  # what follows is when it will be done
        following = None if following and due in _within(message.ahead, following) else following
    found = _pieces(message, kind, result, following)
    after = next(iter(_within(message.ahead, following)), None) if following else None
    about = kind not in _ABOUT_NOTHING
    told = {name: piece.text for name, piece in found.items()}
    days = {"date": due.due if due else None, "next_date": after.due if after else None}
    filled = {"result": result, **asdict(message.told.counts), **told, **days}
    confidence = of_fields(filled, sure, message.parts.likely() | {"result": likely})
    confidence |= {"kind": round(sure, 2)} if kind else {}
    confidence |= {"activity": round(meant.confidence, 2)} if about and meant.candidates else {}
    return Reading(
        text=text, kind=kind, result=result, counts=message.told.counts,
        date=days["date"], next_date=days["next_date"], **told,
        activity=meant.sure if about and kind != "signal" else None,  # the profile that closes is no activity
        candidates=meant.candidates if about else (),
        wrong=next((day.wrong for day in message.ahead if day.wrong), None),
        parting=any(sign.search(message.told.plain) for sign in message.told.tongue.partings),
        confidence=confidence, at=_spots(message, found, {"date": due, "next_date": after}),
        named=meant.at,
    )  # fmt: skip


def _spots(
    message: _Message, found: Mapping[str, Clause], days: Mapping[str, DayReading | None]
) -> dict[str, Spot]:
    """Return where each field was read."""
    spots = {name: (piece.start, piece.start + len(piece.text)) for name, piece in found.items()}
    spots |= {name: (start, end) for name, start, end in message.told.counts.at}
    return spots | {name: day.at for name, day in days.items() if day}


def _pieces(
    message: _Message, kind: Kind | None, result: str | None, following: Clause | None
) -> dict[str, Clause]:
    """Return what is cut out of the message, by its field: obstacle, success, next step, topic, organisation."""
    found: dict[str, Clause | None] = {"next": following}
    told = message.parts
    if kind in (*_REPORTS, "signal"):
        found["barrier"] = told.obstacle.clause if told.obstacle else None
        gives = kind in ("contribution", "signal")
        found["organisation"] = _cut(
            message.text, organisation(message.text, gives=gives, known=message.organisations)
        )
    if kind == "outcome" and result in ("success", "partial"):
        found["praise"] = told.success.clause if told.success else None
    found["topic"] = _topic(kind, message)
    return {name: piece for name, piece in found.items() if piece}


def _cut(text: str, spot: Spot | None) -> Clause | None:
    if spot is None:
        return None
    start, end = spot
    start += len(text[start:end]) - len(text[start:end].lstrip())
    cut = text[start:end].rstrip()
    return Clause(text=cut, plain=fold(cut), start=start, end=start + len(cut))


def _topic(kind: Kind | None, message: _Message) -> Clause | None:
    """Return what an agenda point or signal is about, without the words that only say that it is one."""
    sign = message.told.tongue.topics.get(kind) if kind else None
    if sign is None:
        return None
    match = sign.search(message.told.plain)
    if match is None or match.lastgroup is None:
        return _cut(message.text, (0, len(message.text)))
    return _cut(message.text, match.span(match.lastgroup))
