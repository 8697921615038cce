"""What was told to a channel, and nobody knows whether it arrived: a programme manager decides."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """A message in doubt: ``message`` by its number, the title of its ``channel``, how it begins.

    ``open``: it waits for a decision. ``again``: what was decided last, by the person ``by``; None for nothing yet.
    """

    message: int
    channel: str
    begins: str
    open: bool
    again: bool | None = None
    by: str = ""


def item_of(message: int) -> str:
    """Return the key under which messages show one that is in doubt."""
    return f"doubt:{message}"
