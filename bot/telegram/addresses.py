"""Addresses of chats on Telegram: ``"123"`` a person, ``"-100123"`` a group, ``"-100123/45"`` a topic of it."""

from typing import NamedTuple


class Place(NamedTuple):
    """A chat as Telegram has it; ``topic`` is None in the general topic, which has no number."""

    chat: int
    topic: int | None


def place(address: str) -> Place:
    """Return the chat, and the topic in it, of an address."""
    chat, _slash, topic = address.partition("/")
    return Place(int(chat), int(topic) if topic else None)


def address(chat: int, topic: int | None = None) -> str:
    """Return the address of a chat, or of a topic in it."""
    return f"{chat}/{topic}" if topic else str(chat)
