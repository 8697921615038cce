"""When somebody may be asked something: their working days and hour, one answer to one question."""

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from typing import Any

from handlers.dialogue.fields import Field, Option, Problem, always
from handlers.turns import Desk
from language.dates.rhythm import WORKDAYS, read_hour, read_workdays
from programme.invitations import EARLY, LATE
from programme.text import Text, _
from programme.wording import listed

MONDAY = date(2021, 11, 29)
FIRST, LAST = time(7), time(21)


def written(workdays: frozenset[int], hour: time) -> str:
    """Return working days and hour as a draft keeps them: "12345 16:00"."""
    return f"{''.join(str(day) for day in sorted(workdays))} {hour:%H:%M}"


def parted(rhythm: str) -> tuple[frozenset[int], time]:
    """Return what ``written`` wrote."""
    days, _space, hour = rhythm.partition(" ")
    return frozenset(int(day) for day in days), time.fromisoformat(hour)


def in_words(rhythm: str) -> Text:
    """Return working days and hour as people say them."""
    days, hour = parted(rhythm)
    if days == WORKDAYS:
        return _("on working days at {hour}", hour=f"{hour:%H:%M}")
    named = [_("{day:weekday}", day=MONDAY + timedelta(days=day - 1)) for day in sorted(days)]
    return _("{days} at {hour}", days=listed(named), hour=f"{hour:%H:%M}")


def field(usual: Callable[[Any, Desk], time]) -> Field:
    """Return the field ``rhythm``; ``usual``: the hour that is offered first."""

    def options(draft: Any, desk: Desk) -> Sequence[Option]:
        hours = dict.fromkeys((usual(draft, desk), EARLY, LATE))
        return [
            Option(label=_("On working days at {hour}", hour=f"{hour:%H:%M}"), value=written(WORKDAYS, hour))
            for hour in hours
        ]

    return Field(
        name="rhythm",
        label=_("Days and hour"),
        question=lambda draft, desk: _(
            "When may I ask you something? At weekends and in holidays I keep quiet. "
            "Tap, or type your own days and hour, for example: Mon Tue Thu 15:30"
        ),
        options=options,
        read=lambda text, draft, desk: _read(text, draft.rhythm or written(WORKDAYS, usual(draft, desk))),
        asked=always,
        skippable=False,
    )


def _read(text: str, known: str) -> str:
    """Read days, an hour or both; what is not typed stays as it is in ``known``."""
    days, hour = read_workdays(text), read_hour(text)
    if days is None and hour is None:
        raise Problem(_("I don't see a day or an hour in that. Type for example: Mon Tue Thu 15:30"))
    if hour is not None and not FIRST <= hour < LAST:
        raise Problem(
            _("Between nine in the evening and seven in the morning I say nothing. Which hour by day?")
        )
    known_days, known_hour = parted(known)
    return written(days or known_days, hour or known_hour)
