"""A report as a dialogue has gathered it so far, and what it becomes when it is saved."""

from dataclasses import dataclass, fields
from datetime import date

from handlers.turns import Desk
from language.messages.discretion import nameless
from programme.messages import Draft
from programme.records import Result, Stand, UpdateKind
from programme.updates import Details, Update, retold

DATED = (UpdateKind.OUTCOME, UpdateKind.CONTRIBUTION)
TOLD = (UpdateKind.AGENDA, UpdateKind.SIGNAL)
FIGURES = ("pupils", "teachers", "companies", "schools", "hours", "euros")


@dataclass(frozen=True, kw_only=True)
class Report(Details, Draft):
    """A report as far as it is known: the details, and what it will be saved as.

    ``result``: a Result or a Stand, by its value. ``waiting``: pictures of which it is not yet known whether pupils
    can be recognised in them. ``guesses``: activities that it may be about, the likeliest first. ``editing``: key of
    the update that is changed. ``begun``: the day on which it was told, which it is about when no other is named;
    ``undated``: the words that name
    one on which it cannot have been, so that it is asked; who skips that leaves it unknown.
    ``queue``: what else the message told, a text for each report that comes after this one; ``place``: which of them
    it is; ``together``: all are saved at once. ``before``: the report before and after it was last put right, as
    ``kept.keep`` wrote them.
    """

    kind: UpdateKind | None = None
    activity: str = ""
    milestone: str = ""
    result: str = ""
    day: date | None = None
    undated: str = ""
    elsewhere: str = ""
    waiting: tuple[str, ...] = ()
    shared: bool = False
    editing: str = ""
    begun: date | None = None
    guesses: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    queue: tuple[str, ...] = ()
    place: int = 1
    together: bool = False

    @property
    def ready(self) -> bool:
        """Whether it can be saved: only of progress the stand is all there is to say."""
        return self.kind is not UpdateKind.PROGRESS or bool(self.result)


DETAILS = tuple(field.name for field in fields(Details))


def update_of(draft: Report, desk: Desk, key: str = "") -> Update:
    """Return the update that a draft becomes, without names of pupils; a change keeps the key that the update has."""
    kind = draft.kind or UpdateKind.OUTCOME
    details = {name: getattr(draft, name) for name in DETAILS}
    milestone = desk.milestone(draft.milestone) if kind is UpdateKind.PROGRESS else None
    return Update(
        key=draft.editing or key or desk.fresh,
        region=desk.region.key,
        person=desk.person.key,
        kind=kind,
        activity=(milestone.activity if milestone else draft.activity) or None,
        milestone=milestone.key if milestone else None,
        result=draft.result if _fits(kind, draft.result) else "",
        day=_day(draft, desk),
        details=retold(Details(**{**details, "pictures": desk.pictures(draft.pictures)}), nameless),
        shared=draft.shared and kind is UpdateKind.OUTCOME,
    )


def _day(draft: Report, desk: Desk) -> date | None:
    """Return the day that it is about; what was promised for a coming day and is delivered now, was so today.

    None where another day was told than can be, or the day was not known when it was saved: never today instead.
    """
    if draft.day is None and (draft.undated or draft.editing):
        return None
    day = draft.day or draft.begun or desk.today
    given = draft.kind is UpdateKind.CONTRIBUTION and draft.delivered
    return min(day, desk.today) if given else day


def report_of(update: Update) -> Report:
    """Return the draft with which a saved update is changed."""
    return Report(
        **{name: getattr(update.details, name) for name in DETAILS},
        kind=update.kind,
        activity=update.activity or "",
        milestone=update.milestone or "",
        result=update.result,
        day=update.day,
        shared=update.shared,
        editing=update.key,
    )


def _fits(kind: UpdateKind, result: str) -> bool:
    return result in {UpdateKind.OUTCOME: tuple(Result), UpdateKind.PROGRESS: tuple(Stand)}.get(kind, ())
