"""The buttons of a dialogue. Each carries the dialogue's key and the field it was shown for, so an old one is known."""

from dataclasses import dataclass

from programme.messages import Action

CARD = ""


@dataclass(frozen=True, kw_only=True)
class Answered(Action):
    """An option of a question: ``value`` for ``field``."""

    dialogue: str
    field: str
    value: str | int | float | bool


@dataclass(frozen=True, kw_only=True)
class Change(Action):
    """Ask a field again, from the card."""

    dialogue: str
    field: str


@dataclass(frozen=True, kw_only=True)
class Page(Action):
    """Show other options of the same question, or other fields of the card."""

    dialogue: str
    field: str
    page: int


@dataclass(frozen=True, kw_only=True)
class Back(Action):
    """To the question before this one."""

    dialogue: str
    field: str


@dataclass(frozen=True, kw_only=True)
class Skip(Action):
    """Leave this field as it is."""

    dialogue: str
    field: str


@dataclass(frozen=True, kw_only=True)
class Cancel(Action):
    """Stop the dialogue and forget the draft."""

    dialogue: str


@dataclass(frozen=True, kw_only=True)
class Save(Action):
    """The card is right."""

    dialogue: str
    field: str = CARD


@dataclass(frozen=True, kw_only=True)
class Put(Action):
    """A shortcut on the card: ``value`` for the field ``name``, and saved if ``saves``."""

    dialogue: str
    name: str
    value: str | int | float | bool
    saves: bool = False
    field: str = CARD


@dataclass(frozen=True, kw_only=True)
class Add(Action):
    """What was typed belongs to the open dialogue after all."""

    dialogue: str
    text: str


@dataclass(frozen=True, kw_only=True)
class AfterThis(Action):
    """What was typed is something new, for when the open dialogue is done."""

    dialogue: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Instead(Action):
    """Forget the open dialogue and begin this one; ``draft`` as ``kept.keep`` wrote it."""

    draft: str


@dataclass(frozen=True, kw_only=True)
class Again(Action):
    """Go on with a draft of which the dialogue has ended; ``draft`` as ``kept.keep`` wrote it."""

    draft: str


@dataclass(frozen=True, kw_only=True)
class Resume(Action):
    """Go on with the dialogue that is open."""


@dataclass(frozen=True, kw_only=True)
class Taken(Action):
    """What was pressed is no longer there to choose: ``choice`` was chosen, by ``chooser`` ("" for oneself)."""

    choice: str
    chooser: str = ""


@dataclass(frozen=True, kw_only=True)
class Copied(Action):
    """What was pressed stood under a copy of a message that was said elsewhere."""


@dataclass(frozen=True, kw_only=True)
class Gone(Action):
    """What was pressed is too old, or never was ours."""


NOTHING = (Taken, Copied, Gone)
