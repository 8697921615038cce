"""What happened to a chat, as a turn tells it: nothing arrives in it any more, it is back, it moved, it has a title."""

from dataclasses import dataclass

from programme.events import Event
from programme.happenings import Happened
from programme.people_events import Departure


@dataclass(frozen=True, kw_only=True)
class ChatEvent(Event):
    """Something that happened to a chat, ``chat`` by its key; ``region`` is "" for one that is nobody's channel."""

    chat: str


@dataclass(frozen=True, kw_only=True)
class ChatLost(ChatEvent):
    """Nothing arrives in a group any more; what it is tied to is remembered."""

    why: Happened


@dataclass(frozen=True, kw_only=True)
class ChatFound(ChatEvent):
    """What is said there arrives (again)."""


@dataclass(frozen=True, kw_only=True)
class ChatMoved(ChatEvent):
    """A group has another address on its platform, with all its topics."""

    to: str


@dataclass(frozen=True, kw_only=True)
class ChatTitled(ChatEvent):
    """A group, or a topic of one, is called otherwise."""

    title: str


@dataclass(frozen=True, kw_only=True)
class TopicLost(ChatEvent):
    """A topic was closed or deleted: what goes there goes to its group from now on."""

    why: Happened


@dataclass(frozen=True, kw_only=True)
class ReachLost(Departure):
    """Nothing arrives in somebody's private chat any more; ``chat`` by its key."""

    chat: str
    why: Happened


@dataclass(frozen=True, kw_only=True)
class ReachFound(Event):
    """What is said to somebody arrives again."""

    chat: str
