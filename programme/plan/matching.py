"""A new reading beside what is known of the same plan: everything that was there before keeps its key.

Activities are recognised by their title before their number, so that a plan may be renumbered; what is new gets a
key of its own.
"""

import hashlib
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from programme.plan.content import (
    KeptActivity,
    KeptIndicator,
    KeptMeeting,
    KeptMilestone,
    KeptSession,
    PlanContent,
)
from programme.plan.keys import align, alike, normal
from programme.plan.reading import ActivityRead, IndicatorRead, MilestoneRead, PlanReading
from programme.plan.teams import one_spelling
from programme.plan.years import period

Key = TypeVar("Key", bound=Hashable)
POORER = 0.7  # with fewer of the words than this, a file is a table of the plan rather than its whole text


@dataclass(frozen=True, kw_only=True)
class Matched:
    """A reading with the keys of the database; ``guessed`` are those that were found by likeness only.

    ``spellings``: names of owners as written that are kept under another spelling.
    """

    content: PlanContent
    guessed: frozenset[str] = frozenset()
    spellings: tuple[tuple[str, str], ...] = ()


def matched(known: PlanContent, reading: PlanReading, teams: Sequence[str]) -> Matched:
    """Give a reading of a plan the keys of what is ``known`` of it; ``teams`` are those that the region has."""
    ids = _activity_ids(known, reading)
    names = one_spelling(teams, [name for m in reading.milestones for name in m.owners])
    milestones, guessed = _milestones(known, reading, ids, names)
    first, last = period(known, reading) or (known.first, known.last)
    content = PlanContent(
        key=known.key,
        first=first,
        last=last,
        activities=_activities(known, reading, ids),
        milestones=milestones,
        indicators=_indicators(known, reading.indicators),
        meetings=_meetings(known, reading),
        sessions=_sessions(known, reading, ids),
    )
    spellings = tuple((name, kept) for name, kept in names.items() if normal(name) != normal(kept))
    return Matched(content=content, guessed=guessed, spellings=spellings)


def _activity_ids(known: PlanContent, reading: PlanReading) -> dict[int, int]:
    """Return the number in the key of each activity by the number that the reading gives it."""
    before = {_id(known.key, activity.key): activity for activity in known.activities}
    titles = [("", "" if activity.made_up else activity.title) for activity in reading.activities]
    found = likest({key: ("", activity.title) for key, activity in before.items()}, titles)
    ids = {reading.activities[index].number: key for index, key in found.items()}
    for activity in reading.activities:
        same = next((key for key, kept in before.items() if kept.number == activity.number), None)
        if activity.number not in ids and same is not None and same not in ids.values():
            ids[activity.number] = same
    taken = {*before, *ids.values()}
    for activity in reading.activities:
        if activity.number not in ids:
            free = activity.number if activity.number not in taken else max(taken) + 1
            taken.add(free)
            ids[activity.number] = free
    return ids


def _id(plan: str, key: str) -> int:
    number = key.removeprefix(f"{plan}-")
    return int(number) if number.isdigit() else 0


def _activities(known: PlanContent, reading: PlanReading, ids: Mapping[int, int]) -> tuple[KeptActivity, ...]:
    lines = {line.number: line.title for line in reading.lines}
    before = {activity.key: activity for activity in known.activities}
    return tuple(
        KeptActivity(
            key=(key := f"{known.key}-{ids[read.number]}"),
            number=read.number,
            title=_title(before.get(key), read),
            line=lines.get(read.line or 0, ""),
            words=_vocabulary(before[key].words if key in before else "", read.text),
        )
        for read in reading.activities
    )


def _title(known: KeptActivity | None, read: ActivityRead) -> str:
    return known.title if known and known.title and read.made_up else read.title


def _vocabulary(before: str, read: str) -> str:
    """Return the words of an activity; the sheet of a plan, without its prose, adds to them and takes none away."""
    known, new = set(normal(before).split()), set(normal(read).split())
    if len(new) >= POORER * len(known):
        return read
    return "\n".join([before, *(line for line in read.splitlines() if set(normal(line).split()) - known)])


@dataclass(frozen=True, kw_only=True)
class _Known:
    """What is known of a milestone, as ``align`` asks it."""

    key: str
    activity: int
    title: str
    start: date | None
    due: date | None
    owner: str


def _milestones(
    known: PlanContent, reading: PlanReading, ids: Mapping[int, int], names: Mapping[str, str]
) -> tuple[tuple[KeptMilestone, ...], frozenset[str]]:
    before = [
        _Known(
            key=one.key.removeprefix(f"{known.key}-"),
            activity=_id(known.key, one.activity),
            title=one.title,
            start=one.start,
            due=one.due,
            owner="\n".join(one.owners),
        )
        for one in known.milestones
    ]
    aligned = align(before, [_under(ids[read.activity], read) for read in reading.milestones])
    kept = tuple(_milestone(known.key, read, names) for read in aligned.milestones)
    return kept, frozenset(f"{known.key}-{key}" for key in aligned.guessed)


def _under(activity: int, read: MilestoneRead) -> MilestoneRead:
    """Put a milestone under the number that its activity has in keys."""
    return replace(read, activity=activity, key=f"{activity}-{read.key.partition('-')[2]}")


def _milestone(plan: str, read: MilestoneRead, names: Mapping[str, str]) -> KeptMilestone:
    return KeptMilestone(
        key=f"{plan}-{read.key}",
        activity=f"{plan}-{read.activity}",
        title=read.title,
        written=read.when,
        words="\n".join((*read.what, *read.how)),
        start=read.start,
        due=read.due,
        owners=tuple(dict.fromkeys(names[name] for name in read.owners)),
    )


def _indicators(known: PlanContent, read: Sequence[IndicatorRead]) -> tuple[KeptIndicator, ...]:
    keys = _keys(
        known.key, "i", {one.key: ("", one.name) for one in known.indicators}, [("", r.name) for r in read]
    )
    return tuple(
        KeptIndicator(
            key=key,
            name=one.name,
            baseline=one.baseline,
            targets=tuple(
                (year, float(target))
                for year, target in zip(one.years, one.targets, strict=False)
                if target is not None
            ),
        )
        for key, one in zip(keys, read, strict=True)
    )


def _meetings(known: PlanContent, reading: PlanReading) -> tuple[KeptMeeting, ...]:
    read = reading.meetings
    keys = _keys(
        known.key, "o", {one.key: ("", one.name) for one in known.meetings}, [("", r.name) for r in read]
    )
    return tuple(
        KeptMeeting(key=key, name=one.name, per_year=one.per_year)
        for key, one in zip(keys, read, strict=True)
    )


def _sessions(known: PlanContent, reading: PlanReading, ids: Mapping[int, int]) -> tuple[KeptSession, ...]:
    read = [(f"{known.key}-{ids[one.activity]}", one) for one in reading.sessions]
    before = {one.key: (one.activity, one.name) for one in known.sessions}
    keys = _keys(known.key, "s", before, [(activity, one.name) for activity, one in read])
    return tuple(
        KeptSession(key=key, activity=activity, name=one.name, per_year=one.per_year)
        for key, (activity, one) in zip(keys, read, strict=True)
    )


def _keys(
    plan: str, letter: str, known: Mapping[str, tuple[str, str]], read: Sequence[tuple[str, str]]
) -> list[str]:
    """Return a key for each (group, name) read: that of the one it was, or a new one made of its words."""
    found = likest(known, read)
    taken = set(known)
    keys = []
    for index, (group, name) in enumerate(read):
        key = found.get(index) or _new_key(f"{plan}-{letter}{_digest(f'{group}|{normal(name)}')}", taken)
        taken.add(key)
        keys.append(key)
    return keys


def _new_key(base: str, taken: Collection[str]) -> str:
    return next(
        key for n in range(1, len(taken) + 2) if (key := base if n == 1 else f"{base}-{n}") not in taken
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def likest(known: Mapping[Key, tuple[str, str]], read: Sequence[tuple[str, str]]) -> dict[int, Key]:
    """Return the key of the known (group, name) that each one read is, by its index; the likest go first."""
    pairs = [
        (alike(normal(was), normal(name)), index, order, key)
        for index, (group, name) in enumerate(read)
        for order, (key, (where, was)) in enumerate(known.items())
        if where == group
    ]
    found: dict[int, Key] = {}
    for score, index, _order, key in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if score and index not in found and key not in found.values():
            found[index] = key
    return found
