"""A dialogue as it waits for the next answer; everything that it knows is in this record."""

from dataclasses import dataclass

from programme.messages import Draft


@dataclass(frozen=True, kw_only=True)
class Dialogue:
    """A dialogue between two messages.

    ``asking``: the field that was asked last, "" at the card. ``trail``: the fields asked before it, for going
    back. ``step``: counts the messages, so that each has its own subject. ``page``: of the options shown.
    ``untouched``: it was begun by a mere command and nothing was answered yet, so another may take its place.
    """

    key: str
    region: str
    draft: Draft
    asking: str = ""
    trail: tuple[str, ...] = ()
    step: int = 0
    page: int = 0
    untouched: bool = False

    @property
    def subject(self) -> str:
        """The subject of the message that asks."""
        return f"dialogue:{self.key}:{self.step}"
