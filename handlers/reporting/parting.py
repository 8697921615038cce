"""Where a message tells of something else: its parts, each of which becomes a report of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.reporting.hearing import hear
from handlers.reporting.reports import FIGURES, TOLD, Report
from handlers.reporting.subjects import likeliest
from handlers.turns import Desk
from language.messages.contributions import given_and_promised
from language.messages.reading import read_result
from language.messages.several import Piece, goes_on, happened, held, likewise, opens, pieces, turned
from programme.records import Result, Stand, UpdateKind

MOST = 8  # cards from one message; what is more stays with the last
_LIKEWISE = "likewise"  # how it went: as was told of what stands before it, or not so
_MISSED = (Result.FAILED, Stand.CANCELLED)
LIKELY = 0.8  # the least that a guess must score to be taken for what a piece is about


@dataclass(frozen=True, kw_only=True)
class _Subject:
    """What a piece is about: an activity or a milestone by its key, or by its name what the plan does not know.

    ``sure``: the words leave no doubt. ``ahead``: it is named first of all, and not as the place or the company.
    ``of``: the activity of a milestone.
    """

    key: str = ""
    sure: bool = False
    ahead: bool = False
    known: bool = True
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class _Telling:
    """What a piece tells by itself. ``said``: how it went or stands, in so many words; None where it says neither."""

    report: Report
    about: _Subject
    said: str | None

    @property
    def counts(self) -> frozenset[str]:
        """Return what is counted in it, by the names of the fields."""
        return frozenset(name for name in FIGURES if getattr(self.report, name) is not None)

    @property
    def clear(self) -> bool:
        """Whether it says in so many words how it went, or with how many."""
        return bool(self.said or self.counts)

    @property
    def tells(self) -> bool:
        """Whether it says how it went, or with how many: a name alone may only be where the same took place."""
        return bool(self.report.result or self.counts)


@dataclass(frozen=True, kw_only=True)
class _Part:
    """A stretch of a message, and what its first telling piece tells; None as long as nothing is told in it."""

    start: int
    end: int
    telling: _Telling | None


def later(draft: Report, text: str, desk: Desk) -> Report:
    """Return a report with what ``text`` tells waiting behind it, to be told when this one is done."""
    return replace(draft, queue=(*draft.queue, *parted(text.strip(), desk)))


def parted(text: str, desk: Desk) -> tuple[str, ...]:
    """Return the texts of the updates in a message, as they were typed; the whole where it tells of one thing."""
    found: list[_Part] = []
    for piece in _gathered(text, desk):
        own = _telling(piece.text, desk)
        last = found[-1] if found else None
        if last is None or (own and _begins(own, piece, last) and len(found) < MOST):
            found.append(_Part(start=piece.start, end=piece.end, telling=own))
        else:
            found[-1] = replace(last, end=piece.end, telling=_together(last.telling, own))
    texts = [text[part.start : part.end].strip(" \n,;/") for part in found]
    whole = texts if len(texts) > 1 else [text.strip()]
    return tuple(one for part in whole for one in _told_apart(part, desk))


def _told_apart(text: str, desk: Desk) -> tuple[str, ...]:
    """Return what was given and what is promised as two: only one of them counts."""
    gift = desk.read(text).kind == UpdateKind.CONTRIBUTION.value
    both = given_and_promised(text) if gift else None
    return both if both and both[1] else (text,)


def _together(first: _Telling | None, more: _Telling | None) -> _Telling | None:
    """Return what a part tells when a piece is added to it that tells of the same."""
    if first is None or more is None or first.about.key:
        return first or more
    return replace(more, said=more.said or first.said)


def _gathered(text: str, desk: Desk) -> Sequence[Piece]:
    """Return the pieces of a message, each with what a comma or "en" parts from it and names nothing of its own."""
    found: list[Piece] = []
    for piece in pieces(text):
        if found and piece.hardly and not _stands_alone(piece, desk):
            before = found[-1]
            found[-1] = replace(before, text=text[before.start : piece.end].strip(), end=piece.end)
        else:
            found.append(piece)
    return found


def _stands_alone(piece: Piece, desk: Desk) -> bool:
    """Whether a piece names what it is about or who leaves, or tells of a day of its own."""
    own = _telling(piece.text, desk)
    if own is None or own.report.kind in TOLD:
        return own is not None and desk.read(piece.text).parting
    return bool(own.about.key or (own.report.day and own.tells))


def _telling(text: str, desk: Desk) -> _Telling | None:
    """Return what a piece tells by itself; None where it goes on about what stands before it, or only intends."""
    private = desk.read(text).parting
    rest = turned(text)
    if goes_on(rest):
        return None
    begun = Report(begun=desk.today, kind=UpdateKind.SIGNAL if private else None)
    report = hear(begun, rest, desk)
    said = read_result("outcome", rest) or read_result("progress", rest)
    if report is None or (report.next_step == report.said and said is None):
        return None
    said = said or (_LIKEWISE if likewise(rest) else None)
    return _Telling(report=report, about=_subject(rest, report, desk), said=said)


def _subject(text: str, report: Report, desk: Desk) -> _Subject:
    """Return what a piece is about; a day may stand before it where something is told of it."""
    if report.kind in TOLD:
        return _Subject(key=report.kind.value, sure=True, ahead=True)
    reading = desk.read(text)
    start, end = reading.at.get("date", (0, 0)) if report.kind else (0, 0)
    undated = text[:start] + " " * (end - start) + text[end:]
    ahead = bool(reading.named) and opens(undated, min(at for at, _end in reading.named))
    if report.milestone or report.activity:
        known = report.milestone or report.activity
        return _Subject(
            key=known, sure=True, ahead=ahead or bool(report.milestone), of=_of(report.milestone, desk)
        )
    if report.kind is UpdateKind.PROGRESS or read_result("progress", text):
        milestone, at = likeliest(text, desk.milestones())
        if milestone and opens(undated, at):
            return _Subject(key=milestone, ahead=True, of=_of(milestone, desk))
    if ahead and reading.candidates and reading.candidates[0][1] >= LIKELY:
        return _Subject(key=reading.candidates[0][0], ahead=True)
    thing = held(text)
    return _Subject(key=thing, ahead=bool(thing), known=not thing)


def _of(milestone: str, desk: Desk) -> str:
    known = desk.milestone(milestone) if milestone else None
    return known.activity if known else ""


def _begins(own: _Telling, piece: Piece, last: _Part) -> bool:
    """Whether a piece tells of something else than the part before it."""
    before = last.telling
    if before is None:
        return False
    if own.report.kind in TOLD or before.report.kind in TOLD:
        return _for_others(own, piece, before)
    if _on_another_day(before, own):
        return True
    if own.about.key in ("", before.about.key, before.about.of):
        return _once_more(own, piece, before)
    if not before.about.key:
        return bool(before.counts & own.counts) and own.about.ahead
    return _of_another(own, piece, before)


def _for_others(own: _Telling, piece: Piece, before: _Telling) -> bool:
    """Whether one of two is for other readers: who leaves stands by itself, however it is told beside the rest."""
    if own.report.kind is before.report.kind or not own.about.key:
        return False
    if own.report.kind is UpdateKind.SIGNAL:
        return bool(before.about.key) or before.clear
    if not before.about.key:
        return False
    return not piece.hardly or (before.report.kind is UpdateKind.SIGNAL and own.about.ahead and own.clear)


def _on_another_day(before: _Telling, own: _Telling) -> bool:
    """Whether both tell how it went, with how many, or that another thing took place, each on a day of its own."""
    days = (before.report.day, own.report.day)
    kinds = {before.report.kind, own.report.kind}
    dated = kinds == {UpdateKind.OUTCOME} and None not in days and days[0] != days[1]
    each = before.about.sure and own.about.sure and before.about.key != own.about.key
    return dated and all(one.clear or (each and happened(one.report.said)) for one in (before, own))


def _once_more(own: _Telling, piece: Piece, before: _Telling) -> bool:
    """Whether what names nothing else was done besides, or tells all of it once more."""
    if piece.plainly and None not in (own.report.kind, before.report.kind) and not own.about.key:
        gives = own.report.kind is UpdateKind.CONTRIBUTION and own.report.kind is not before.report.kind
        return gives or happened(piece.text)
    twice = before.counts & own.counts and None not in (before.said, own.said)
    return bool(own.about.key and own.about.ahead and twice)


def _of_another(own: _Telling, piece: Piece, before: _Telling) -> bool:
    """Whether enough is told of what is named for a report of it.

    Within a sentence both sides tell all: each with its own number, or it went otherwise.
    """
    if own.report.kind is None or before.report.kind is None:
        stands = before.report.kind is UpdateKind.PROGRESS
        return own.about.sure and own.about.ahead and before.tells and bool(own.said or stands)
    if goes_on(piece.text) and own.said is None:
        return False
    if piece.plainly:
        return own.about.sure or own.tells or happened(piece.text)
    if not piece.hardly and own.about.sure:
        return own.about.ahead and own.tells and (before.tells or happened(before.report.said))
    progress = own.report.kind is UpdateKind.PROGRESS and own.said is not None
    both = before.said and own.said and (progress or own.said != before.said)
    apart = progress and own.about.sure and before.tells
    missed = own.said in _MISSED and own.about.sure and before.counts  # these were counted somewhere else
    unknown = own.said is not None and before.tells and not own.about.known
    counted = before.counts & own.counts or (before.counts and own.counts and before.said and own.said)
    return own.about.ahead and bool(counted or both or apart or missed or unknown)
