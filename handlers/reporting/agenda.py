"""Agenda points: what people want to have discussed, listed for the programme manager who makes the agenda."""

from datetime import timedelta

from handlers.turns import Desk, Turn, reply
from language.messages.discretion import for_others
from programme.records import UpdateKind
from programme.text import Text, _, lines, shortened
from programme.updates import Update

RECENT = timedelta(days=120)
MOST = 20


def agenda(rest: str, desk: Desk) -> Turn:
    """List the agenda points of the last four months, the newest first."""
    points = desk.updates_of(UpdateKind.AGENDA, desk.now - RECENT)
    if not points:
        return reply(_("Nobody has brought up an agenda point yet."))
    more = _("… and {n} older ones.", n=len(points) - MOST) if len(points) > MOST else None
    return reply(
        lines(_("Agenda points, the newest first:"), *(_line(one, desk) for one in points[:MOST]), more)
    )


def _line(update: Update, desk: Desk) -> Text:
    who = desk.somebody(update.person)
    name: Text = who.name if who else _("somebody who has left")
    topic = shortened(for_others(update.details.topic or update.details.said), 120)
    return _("• {topic} ({name}, {day:short})", topic=topic, name=name, day=update.day)
