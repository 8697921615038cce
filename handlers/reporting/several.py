"""Several updates in one message: each that names something of its own becomes a card of its own, one after another."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.reporting.hearing import KINDS, hear
from handlers.reporting.reports import DATED, TOLD, Report
from handlers.reporting.subjects import likeliest, meant
from handlers.turns import Desk
from language.messages.contributions import promised
from language.messages.reading import read_result
from language.messages.several import held, likewise
from programme.records import UpdateKind
from programme.text import Text, _, lines, n_, shortened


def begun(texts: Sequence[str], desk: Desk, *, after: Report | None = None) -> Report | None:
    """Return the report of the first of some texts, the others waiting behind it; None for none.

    ``after``: the one before it. What names no day of its own was on the same day: who lists what they did names the
    day once.
    """
    if not texts:
        return None
    first, *later = texts
    desk = desk.as_of(after.begun) if after and after.begun else desk  # "gisteren" is as it was typed
    kind = _kind(first, later, desk, after=after)
    heard = hear(Report(kind=kind), first, desk) or Report(said=first)
    if after and _promised_besides(after, first, heard):
        heard = hear(Report(kind=after.kind, activity=after.activity), first, desk) or heard
    else:
        heard = _of_the_same(heard, first, later, desk, after=after)
    return replace(heard, begun=desk.today, queue=tuple(later), place=after.place + 1 if after else 1)


def _kind(text: str, later: Sequence[str], desk: Desk, *, after: Report | None) -> UpdateKind | None:
    """Return the kind of one of several where those beside it tell.

    A stand among stands, what went otherwise among outcomes, and what is private always a signal.
    """
    if after is None and not later:
        return None
    if desk.read(text).parting:
        return UpdateKind.SIGNAL
    beside = [KINDS.get(desk.read(one).kind or "") for one in later] + ([after.kind] if after else [])
    reading, milestones = desk.read(text), desk.milestones()
    went, stands = read_result("outcome", text), read_result("progress", text)
    if UpdateKind.PROGRESS in beside and (stands or reading.kind is None) and not went:
        return UpdateKind.PROGRESS if likeliest(text, milestones)[0] else None
    held_one = reading.activity is not None and (likewise(text) or (went and not meant(text, milestones)))
    if UpdateKind.OUTCOME in beside and held_one:
        return UpdateKind.OUTCOME
    return None


def _of_the_same(
    heard: Report, text: str, later: Sequence[str], desk: Desk, *, after: Report | None
) -> Report:
    """Fill in what is said once for several: the day, and the activity where this one names nothing at all."""
    if heard.kind not in DATED:
        return heard
    if after and after.kind in DATED and heard.day is None:
        heard = replace(heard, day=after.day)
    if heard.activity or heard.guesses or held(text):
        return heard
    if after:
        return replace(heard, activity=after.activity if after.kind in DATED else "", guesses=after.guesses)
    named = next((one for one in map(desk.read, later) if one.kind == heard.kind), None)
    guesses = tuple(key for key, _score in named.candidates) if named else ()
    return replace(heard, activity=(named.activity if named else None) or "", guesses=guesses)


def _promised_besides(after: Report, text: str, heard: Report) -> bool:
    """Whether a text promises more of what was given just before, and names nothing of its own."""
    gift = after.kind is UpdateKind.CONTRIBUTION and heard.kind in (None, *DATED)
    return bool(gift and promised(text) and not heard.activity and after.delivered)


def following(draft: Report, desk: Desk) -> Report | None:
    """Return the report that comes after this one; None where it was the last, or all were saved."""
    return None if draft.together else begun(draft.queue, desk, after=draft)


def heading(draft: Report, on_card: bool) -> Text | None:
    """Say which of several this one is; None where it is the only one. The card has its words, a question has not."""
    many = draft.place + len(draft.queue)
    if many == 1:
        return None
    words = None if on_card or not draft.said else _("“{said}”", said=shortened(draft.said))
    if draft.place == 1:
        return lines(
            n_("I read {n} report in this. The first:", "I read {n} reports in this. The first:", many), words
        )
    return lines(_("One more: {place} of {many}", place=draft.place, many=many), words)


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
