"""What a new reading changes in a plan that is known: to be shown before anything is written."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum

from programme.plan.content import Item, Kind, PlanContent, label

Value = object
BESIDE = (
    Kind.INDICATOR,
    Kind.MEETING,
)  # what stands outside the tables of milestones, and may be in another file


class How(StrEnum):
    """What becomes of one thing in a plan. ``STAYS``: it is no longer in the plan, and was asked to stay."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    VANISHED = "vanished"
    STAYS = "stays"


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """A field of a kept record that says something else now; ``before`` and ``after`` are its values."""

    name: str
    before: Value
    after: Value


@dataclass(frozen=True, kw_only=True)
class Change:
    """What becomes of one thing; ``guessed`` when it was recognised by likeness only."""

    kind: Kind
    how: How
    item: Item
    fields: tuple[FieldChange, ...] = ()
    guessed: bool = False


@dataclass(frozen=True, kw_only=True)
class PlanChanges:
    """Every thing of a plan with what becomes of it, in the order of the plan, kind by kind."""

    changes: tuple[Change, ...]

    def that_are(self, *how: How, kind: Kind | None = None) -> tuple[Change, ...]:
        """Return what becomes so, of one kind or of all."""
        return tuple(change for change in self.changes if change.how in how and kind in (None, change.kind))


@dataclass(frozen=True, kw_only=True)
class PlanImported:
    """A plan was imported: what was different, for its history."""

    plan: str
    new: tuple[str, ...]
    vanished: tuple[str, ...]
    changed: tuple[tuple[str, str, str, str], ...]


def changes(
    known: PlanContent,
    read: PlanContent,
    *,
    staying: Collection[str] = (),
    guessed: Collection[str] = (),
) -> PlanChanges:
    """Lay a reading beside what is known. ``staying``: keys that may stay although no plan has them any more."""
    return PlanChanges(
        changes=tuple(change for kind in Kind for change in _of_kind(kind, known, read, staying, guessed))
    )


def imported(plan: str, found: PlanChanges) -> PlanImported:
    """Return what is kept in the history of an import; long texts are not repeated there."""
    return PlanImported(
        plan=plan,
        new=tuple(change.item.key for change in found.that_are(How.NEW)),
        vanished=tuple(change.item.key for change in found.that_are(How.VANISHED)),
        changed=tuple(
            (change.item.key, field.name, str(field.before), str(field.after))
            for change in found.that_are(How.CHANGED)
            for field in change.fields
            if field.name != "words"
        ),
    )


def _of_kind(
    kind: Kind, known: PlanContent, read: PlanContent, staying: Collection[str], guessed: Collection[str]
) -> Iterator[Change]:
    before = {item.key: item for item in known.of(kind)}
    for item in read.of(kind):
        old = before.pop(item.key, None)
        differs = _fields(old, item) if old else ()
        how = How.NEW if old is None else How.CHANGED if differs else How.SAME
        yield Change(kind=kind, how=how, item=item, fields=differs, guessed=item.key in guessed)
    for item in before.values() if read.of(kind) or kind not in BESIDE else ():
        how = How.STAYS if item.key in staying else How.VANISHED
        yield Change(kind=kind, how=how, item=item)


def _fields(old: Item, new: Item) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(name=field.name, before=before, after=after)
        for field in fields(old)
        if (before := getattr(old, field.name)) != (after := getattr(new, field.name))
    )


def name_of(change: Change) -> str:
    """Return what people call the thing that changes."""
    return label(change.item)
