"""What happened in the demo's region before it begins: answers and reports, as the same events as today's, and talk."""

from datetime import date, timedelta

import msgspec

from bot.demo.rows import REGION, moment, rows
from language.catalogue import catalogue
from programme.events import Answered, Confirmed, Reported
from programme.records import Stand, UpdateKind
from programme.text import _
from programme.updates import Details, Update
from storage import events
from storage.chats import chats
from storage.database import Transaction
from storage.messages import local_chat
from storage.messages.local_chat import BOT, LocalMessage
from storage.plan import plans
from storage.plan.progress import LEAD

MANAGER = "manager"


def answer_milestones(tx: Transaction) -> None:
    """Keep what lead owners said about their milestones, in the order in which they said it."""
    keys = {milestone.title: milestone.key for milestone in plans.milestones(tx, REGION.key)}
    for row in rows("answers"):
        answer = Answered(
            region=REGION.key,
            person=row["person"],
            milestone=keys[row["milestone"]],
            position=LEAD,
            stand=Stand(row["stand"]),
            forecast=date.fromisoformat(row["forecast"]) if row["forecast"] else None,
            reason=row["reason"],
        )
        events.apply(tx, (answer,), moment(row["day"]))


def report(tx: Transaction) -> None:
    """Keep what people reported, and show in their chats that they did."""
    keys = {str(activity.number): activity.key for activity in plans.activities(tx, REGION.key)}
    thanks = catalogue(REGION.language).render(_("Saved, thank you!"))
    for number, row in enumerate(rows("reports"), 1):
        update = _update(f"{REGION.key}-u{number}", keys[row["activity"]], row)
        event = Reported(region=REGION.key, person=update.person, update=update)
        events.apply(tx, (event,), moment(row["day"], row["at"]))
        if update.kind is UpdateKind.CONTRIBUTION and update.details.delivered:
            confirmed = Confirmed(region=REGION.key, person=MANAGER, update=update.key)
            events.apply(tx, (confirmed,), moment(row["day"], row["at"]) + timedelta(days=1))
        chat = chats.private_chat(tx, update.person) or ""
        _say(tx, chat, update.person, row["said"], row)
        _say(tx, chat, BOT, thanks, row)


def talk(tx: Transaction) -> None:
    """Show what people said to each other in the channels."""
    channels = {chat.subregion or "": chat.key for chat in chats.channels(tx, REGION.key)}
    for row in rows("talk"):
        _say(tx, channels[row["chat"]], row["person"], row["text"], row)


def _update(key: str, activity: str, row: dict[str, str]) -> Update:
    """Read an update; the columns are named after the fields of ``Details`` and ``Update``."""
    filled = {name: value for name, value in row.items() if value}
    details = {name: value for name, value in filled.items() if name in Details.__dataclass_fields__}
    return Update(
        key=key,
        region=REGION.key,
        person=row["person"],
        kind=UpdateKind(row["kind"]),
        activity=activity,
        result=row["result"],
        day=date.fromisoformat(row["day"]),
        details=msgspec.convert(details, Details, strict=False),
        shared=row["shared"] == "true",
    )


def _say(tx: Transaction, chat: str, sender: str, text: str, when: dict[str, str]) -> None:
    at = moment(when["day"], when["at"])
    local_chat.post(tx, LocalMessage(key=0, chat=chat, sender=sender, text=text, buttons=(), files=(), at=at))
