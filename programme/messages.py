"""What comes in and what goes out: messages, buttons, and the actions behind them.

Actions, views, drawings and drafts are records that are kept as JSON under the name of their class. A platform
never sees an action: it sees the random key under which the action waits on the server.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import TypeVar

from programme.text import Phrase, Text

MOST_OPTIONS = 8
T = TypeVar("T")


class Action:
    """What a button does, decided when it is pressed and for whoever presses it."""


class View:
    """How a message is composed from what it shows; composed anew when one of its ``items`` changes."""

    @property
    def items(self) -> tuple[str, ...]:
        """Keys of the records that the message shows."""
        return ()


class Drawing:
    """Data of a picture or paper that delivery draws when the message goes out."""


class Draft:
    """What a dialogue has gathered so far; every field has an empty value."""


class Urgency(IntEnum):
    """What goes first when much is waiting; the lowest number wins."""

    TOAST = 0
    REPLY = 1
    REMINDER = 2
    BROADCAST = 3


class News(StrEnum):
    """What a channel is told unasked, each of which can have a topic of its own."""

    SUMMARY = "summary"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Button:
    """One option under a message: the label that people see and the action that waits behind it."""

    label: Text
    press: Action


@dataclass(frozen=True, kw_only=True)
class Address:
    """Where a message goes: a chat by its key, or a person, whose private chat is found when it is sent."""

    chat: str | None = None
    person: str | None = None


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """One message to be said.

    ``to``: None is where the turn was asked. ``subject``: the same subject to the same address replaces what
    stands there. ``view``: how to compose it anew. ``picture``: key of a kept picture. ``answers``: the event of
    the press that a toast answers. ``expires``: not worth saying after this moment. ``numbered``: False where a
    number is an answer of its own, so that the options have only their labels. ``aloud``: False where a change
    need not be said again on a platform that cannot edit. ``news``: what kind of news it is for a channel, which may
    have a topic for it. ``private``: it comes with a link to a private chat with the bot, where a platform has such
    links; ``begin`` is the command that is carried out there.
    """

    text: Text
    buttons: tuple[Button, ...] = ()
    to: Address | None = None
    subject: str = ""
    urgency: Urgency = Urgency.REPLY
    view: View | None = None
    drawing: Drawing | None = None
    picture: str = ""
    answers: str = ""
    expires: datetime | None = None
    numbered: bool = True
    aloud: bool = True
    news: News = News.OTHER
    private: bool = False
    begin: str = ""


@dataclass(frozen=True, kw_only=True)
class Declined:
    """Something that a person sent and the bot does not take: ``what``, and what to do instead, ``next``."""

    what: Phrase
    next: Phrase


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """What a person sent: text, a press (its action already found), pictures by their keys, or several.

    ``declined``: what came with it and is not taken.
    """

    text: str = ""
    press: Action | None = None
    pictures: tuple[str, ...] = ()
    declined: tuple[Declined, ...] = ()


def page_of(options: Sequence[T], page: int, room: int = MOST_OPTIONS) -> tuple[Sequence[T], int | None]:
    """Return a page of options, and the number of the next for a button of its own; None where ``room`` holds all."""
    if len(options) <= room:
        return options, None
    size = room - 1
    here = page % -(-len(options) // size)
    return options[here * size :][:size], here + 1
