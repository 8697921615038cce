"""Several updates in one message: each that names something of its own becomes a card of its own, one after another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.reporting.hearing import hear
from handlers.reporting.reports import DATED, FIGURES, TOLD, Report
from handlers.turns import Desk
from language.messages.contributions import given_and_promised, promised
from language.messages.reading import read_result
from language.messages.several import Piece, goes_on, happened, pieces
from programme.records import UpdateKind
from programme.text import Text, _, n_

MOST = 8  # cards from one message; what is more stays with the last
REPORTED = 3  # words, of the shortest report that stands beside another in a sentence


@dataclass(frozen=True, kw_only=True)
class _Part:
    """A stretch of a message, and the report that it begins; None as long as nothing is named in it."""

    start: int
    end: int
    report: Report | None


def parted(text: str, desk: Desk) -> tuple[str, ...]:
    """Return the texts of the updates in a message, as they were typed; the whole where it tells of one thing."""
    found: list[_Part] = []
    for piece in _gathered(text, desk):
        own = _own(piece, desk)
        last = found[-1] if found else None
        if last is None or (own and _begins(own, piece, last) and len(found) < MOST):
            found.append(_Part(start=piece.start, end=piece.end, report=own))
        else:
            found[-1] = replace(last, end=piece.end, report=last.report or own)
    texts = (
        [text[part.start : part.end].strip(" \n,;") for part in found] if len(found) > 1 else [text.strip()]
    )
    return tuple(one for part in texts for one in _told_apart(part, desk))


def _told_apart(text: str, desk: Desk) -> tuple[str, ...]:
    """Return what was given and what is promised as two: only one of them counts."""
    gift = desk.read(text).kind == UpdateKind.CONTRIBUTION.value
    both = given_and_promised(text) if gift else None
    return both if both and both[1] else (text,)


def _own(piece: Piece, desk: Desk) -> Report | None:
    """Return the report that a piece would begin by itself, where it names what it is about."""
    private = desk.read(piece.text).parting
    begun = Report(begun=desk.today, kind=UpdateKind.SIGNAL if private else None)
    report = None if goes_on(piece.text) and not private else hear(begun, piece.text, desk)
    if report is None or report.next_step == report.said:
        return None
    return report if _names(report, piece) else None


def _names(report: Report, piece: Piece) -> bool:
    if report.kind in TOLD:
        return True
    if report.kind is UpdateKind.PROGRESS:
        return bool(report.milestone or (report.result and report.guesses))
    if report.kind is UpdateKind.CONTRIBUTION and piece.plainly:
        return bool(report.activity or report.hours or report.euros or report.material)
    if piece.plainly and happened(piece.text):
        return report.kind is not None
    return report.kind is not None and bool(report.activity or (report.result and report.guesses))


def _gathered(text: str, desk: Desk) -> Sequence[Piece]:
    """Return the pieces of a message, each with what a comma or "en" parts from it and names nothing of its own."""
    found: list[Piece] = []
    for piece in pieces(text):
        if found and piece.hardly and not _named(piece, desk):
            before = found[-1]
            found[-1] = replace(before, text=text[before.start : piece.end].strip(), end=piece.end)
        else:
            found.append(piece)
    return found


def _named(piece: Piece, desk: Desk) -> bool:
    """Whether a piece names an activity, and is long enough to be a report; or tells who leaves or what closes."""
    read = desk.read(piece.text)
    return read.parting or (len(piece.text.split()) >= REPORTED and read.activity is not None)


def _begins(own: Report, piece: Piece, last: _Part) -> bool:
    """Whether a piece that names something tells of something else than the part before it."""
    before = last.report
    if before is None:
        return False
    signal = own.kind is UpdateKind.SIGNAL  # for other readers, however it is told beside the rest
    return _each_by_itself(before, own) if piece.hardly and not signal else _another(own, piece, before)


def _another(own: Report, piece: Piece, before: Report) -> bool:
    """Whether a piece of its own sentence, or behind a word for more, tells of something else."""
    if own.kind in TOLD or before.kind in TOLD:
        return own.kind is not before.kind
    if own.kind is UpdateKind.PROGRESS:
        return own.kind is not before.kind or (own.milestone or own.guesses) != (
            before.milestone or before.guesses
        )
    if own.kind is not before.kind and (piece.plainly or before.kind is UpdateKind.PROGRESS):
        return True
    if not own.activity:
        return (piece.plainly and happened(piece.text)) or _otherwise(own, before)
    return own.activity != before.activity and (piece.plainly or _tells(own))


def _each_by_itself(before: Report, own: Report) -> bool:
    """Whether two reports that stand beside each other in a sentence each tell all: of what, and how it went there.

    Of the same activity they are of two days; of two activities each has its own day, or its own result and number,
    or it went otherwise.
    """
    if before.kind is not own.kind or own.kind not in DATED or not own.activity:
        return False
    if before.day and own.day and before.day != own.day:
        return _tells(before) and _tells(own) and bool(before.activity or before.guesses)
    if before.activity in ("", own.activity) or not (before.result and own.result):
        return False
    said = [read_result("outcome", one.said) for one in (before, own)]
    return (None not in said and said[0] != said[1]) or (_counts(before) and _counts(own))


def _otherwise(own: Report, before: Report) -> bool:
    """Whether it went otherwise than before, with something that is probably of another activity."""
    likeliest = next(iter(own.guesses), "")
    return likeliest not in ("", before.activity) and bool(before.result) and own.result != before.result


def _tells(report: Report) -> bool:
    """Whether it says how it went, or with how many: a name alone may only be where the same took place."""
    return bool(report.result) or _counts(report)


def _counts(report: Report) -> bool:
    return any(getattr(report, name) is not None for name in FIGURES)


def begun(texts: Sequence[str], desk: Desk, *, after: Report | None = None) -> Report | None:
    """Return the report of the first of some texts, the others waiting behind it; None for none.

    ``after``: the one before it. What names no day of its own was on the same day: who lists what they did names the
    day once.
    """
    if not texts:
        return None
    first, *later = texts
    private = after is not None and desk.read(first).parting
    heard = hear(Report(kind=UpdateKind.SIGNAL if private else None), first, desk) or Report(said=first)
    if after and _promised_besides(after, first, heard):
        heard = hear(Report(kind=after.kind, activity=after.activity), first, desk) or heard
    elif after and heard.kind in DATED and heard.day is None and after.kind in DATED:
        heard = replace(heard, day=after.day)
    return replace(heard, begun=desk.today, queue=tuple(later), place=after.place + 1 if after else 1)


def _promised_besides(after: Report, text: str, heard: Report) -> bool:
    """Whether a text promises more of what was given just before, and names nothing of its own."""
    gift = after.kind is UpdateKind.CONTRIBUTION and heard.kind in (None, *DATED)
    return bool(gift and promised(text) and not heard.activity and after.delivered)


def following(draft: Report, desk: Desk) -> Report | None:
    """Return the report that comes after this one; None where it was the last, or all were saved."""
    return None if draft.together else begun(draft.queue, desk, after=draft)


def heading(draft: Report) -> Text | None:
    """Say which of several this one is; None where it is the only one."""
    many = draft.place + len(draft.queue)
    if many == 1:
        return None
    if draft.place == 1:
        return n_("I read {n} report in this. The first:", "I read {n} reports in this. The first:", many)
    return _("One more: {place} of {many}", place=draft.place, many=many)


def waiting(draft: Report, desk: Desk) -> tuple[Report, ...]:
    """Return the reports that wait behind a draft."""
    found = [draft]
    while (one := begun(found[-1].queue, desk, after=found[-1])) is not None:
        found.append(one)
    return tuple(found[1:])


def all_complete(draft: Report, desk: Desk) -> bool:
    """Whether a draft and all that wait behind it can be saved without another question."""
    return bool(draft.queue) and all(map(_complete, (draft, *waiting(draft, desk))))


def _complete(draft: Report) -> bool:
    if draft.kind is None or (draft.kind not in TOLD and not (draft.activity or draft.milestone)):
        return False
    if draft.undated and draft.day is None:
        return False
    return bool(draft.result) or draft.kind not in (UpdateKind.OUTCOME, UpdateKind.PROGRESS)
