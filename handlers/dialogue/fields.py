"""What a dialogue is made of: fields with their questions, options and reading, and the form that holds them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.turns import Desk, Turn
from language.conversation.wishes import yes_no
from language.numbers import typed_number
from programme.events import Event
from programme.messages import Draft
from programme.text import Text, _

LONGEST = 1000


class Problem(Exception):
    """An answer that cannot be taken; ``text`` says what is wrong with it and what would be right.

    ``answers``: it was plainly meant for this question, so it is no more of the story either; ``draft``: what is known
    now all the same, None where nothing is.
    """

    def __init__(self, text: Text, *, answers: bool = False, draft: Draft | None = None) -> None:
        super().__init__()
        self.text = text
        self.answers = answers or draft is not None
        self.draft = draft


@dataclass(frozen=True, kw_only=True)
class Option:
    """One possible answer: the label that people see and the value it gives the field."""

    label: Text
    value: str | int | float | bool


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of a draft: its name there, what the card calls it, what is asked.

    ``options`` are computed from the draft and the desk. ``read`` turns typed text into the field's value or raises
    ``Problem``; without it the answer is one of the options. ``asked`` says whether the dialogue asks for it unbidden
    (else it waits on the card); ``applies`` whether it has a place in this draft at all. ``numbered``: False where a
    typed number is an answer of its own.
    ``put`` brings a value into the draft (by default under the field's name); ``happens`` tells what an answer
    brings about at once, before anything is saved. ``on_card``: False where there is nothing to change later;
    ``remark``: what there is to say of an answer, above what is asked next. ``once``: an answer that cannot be taken
    back; ``free``: any words are the answer, a question too.
    """

    name: str
    label: Text
    question: Callable[[Any, Desk], Text]
    read: Callable[[str, Any, Desk], Any] | None = None
    options: Callable[[Any, Desk], Sequence[Option]] = lambda draft, desk: ()
    asked: Callable[[Any], bool] = lambda draft: False
    applies: Callable[[Any], bool] = lambda draft: True
    takes_pictures: bool = False
    skippable: bool = True
    numbered: bool = True
    put: Callable[[Any, Any, Desk], Draft] | None = None
    happens: Callable[[Any, Any, Desk], tuple[Event, ...]] = lambda draft, value, desk: ()
    remark: Callable[[Any, Any, Desk], Text | None] = lambda draft, value, desk: None
    on_card: bool = True
    once: bool = False
    free: bool = False
    cancel: Text = field(default_factory=lambda: _("Cancel"))

    def value(self, text: str, draft: Draft, desk: Desk) -> Any:
        """Return what was typed as the field's value, or raise ``Problem``."""
        return self.read(text, draft, desk) if self.read else choice(text, self.options(draft, desk))


@dataclass(frozen=True, kw_only=True)
class Shortcut:
    """A field that a tap on the card sets at once; ``saves``: and with it the card is right."""

    label: Text
    name: str
    value: str | int | float | bool
    saves: bool = False


@dataclass(frozen=True, kw_only=True)
class Unclear:
    """What there is to ask about something that puts the draft right.

    One field alone is asked at once, below the ``remark``. Else ``question`` is, with a button for each of the
    ``choices``, for each of the ``fields`` that it may be about, and for giving the draft up, where that may be meant
    (``cancels``). ``known``: the draft with what is clear, where that stands beside it.
    """

    question: Text = ""
    remark: Text | None = None
    choices: tuple[Shortcut, ...] = ()
    fields: tuple[str, ...] = ()
    cancels: bool = False
    known: Draft | None = None


@dataclass(frozen=True, kw_only=True)
class Form:
    """A kind of dialogue. ``card``: the whole draft as text; ``ends``: what saving it brings about.

    Without a card every field is asked, and the dialogue ends with the last answer.

    ``hears`` takes what is typed at the card, or what does not fit a question (None when it means nothing there);
    ``unclear`` is what must be asked about a text first, None where nothing need be;
    ``another`` is the draft that it would begin where it seems to be about something else, None where it does not;
    ``later`` has it wait until this one is done.
    ``takes`` takes pictures into the draft, whatever was asked. ``ready``: whether the draft can be saved as it is;
    ``following``: the draft that comes after this one, saved or not; ``heading`` says so above all that is asked,
    and above the card.
    ``shortcuts`` stand on the card beside its fields. ``leaves``: what giving the draft up brings about.
    ``turns`` is what follows where an answer to a field takes back what the dialogue is about, which is then over; None
    where it does not. ``numbered``: False where a number typed at the card says something of its own.
    """

    draft: type[Draft]
    fields: tuple[Field, ...]
    ends: Callable[[Any, Desk], Turn]
    card: Callable[[Any, Desk], Text] | None = None
    hears: Callable[[Any, str, Desk], Draft | None] = lambda draft, text, desk: None
    unclear: Callable[[Any, str, Desk], Unclear | None] = lambda draft, text, desk: None
    another: Callable[[Any, str, Desk], Draft | None] = lambda draft, text, desk: None
    later: Callable[[Any, str, Desk], Draft] = lambda draft, text, desk: draft
    takes: Callable[[Any, tuple[str, ...], Desk], Draft] | None = None
    ready: Callable[[Any], bool] = lambda draft: True
    following: Callable[[Any, Desk], Draft | None] = lambda draft, desk: None
    heading: Callable[[Any, bool], Text | None] = lambda draft, on_card: None
    shortcuts: Callable[[Any, Desk], Sequence[Shortcut]] = lambda draft, desk: ()
    leaves: Callable[[Any, Desk], tuple[Event, ...]] = lambda draft, desk: ()
    turns: Callable[[Any, str, Field, Desk], Turn | None] = lambda draft, text, asked, desk: None
    numbered: bool = True
    cancelled: Callable[[Any], Text] = lambda draft: _("Cancelled. Nothing was saved.")
    save: Text = field(default_factory=lambda: _("Save"))

    def field_named(self, name: str) -> Field:
        """Return the field of that name."""
        return next(one for one in self.fields if one.name == name)

    def asks(self, field: Field, draft: Draft) -> bool:
        """Tell whether a field is asked for unbidden."""
        return self.card is None or field.asked(draft)

    def shown(self, draft: Draft, desk: Desk) -> Text:
        """Return the draft as its card shows it."""
        return self.card(draft, desk) if self.card else ""


Forms = Mapping[type[Draft], Form]


def always(draft: Draft) -> bool:
    """For fields that are asked (or apply) whatever the draft."""
    return True


def ask(text: Text) -> Callable[[Any, Desk], Text]:
    """A question that is the same for every draft."""
    return lambda draft, desk: text


def choice(text: str, options: Sequence[Option]) -> Any:
    """Return the value of the option that was typed as its number; other words are not one of them."""
    number = typed_number(text)
    if number is not None and 1 <= number <= len(options):
        return options[number - 1].value
    unknown = _("I don't recognise that. Tap one of the options, or type its number.")
    raise Problem(unknown, answers=number is not None)


def by_name(text: str, options: Sequence[Option]) -> Sequence[Option]:
    """Return the options whose label holds what was typed; the one that it is whole, where there is one."""
    said = text.strip().casefold()
    fits = [option for option in options if said and said in str(option.label).casefold()]
    exact = [option for option in fits if str(option.label).casefold() == said]
    return exact or fits


def yes_or_no(draft: Draft, desk: Desk) -> Sequence[Option]:
    """Offer yes and no."""
    return [Option(label=_("Yes"), value=True), Option(label=_("No"), value=False)]


def read_yes_no(text: str, draft: Draft, desk: Desk) -> Any:
    """Take a yes or a no in any of the words for it ("nee, helaas"), or the number of one."""
    answer = yes_no(text)
    return choice(text, yes_or_no(draft, desk)) if answer is None else answer


def words(text: str, draft: Draft, desk: Desk) -> str:
    """Take what was typed, to the letter; it may not be empty or longer than a message."""
    said = text.strip()
    if not said:
        raise Problem(_("I didn't get any text. Type it in your own words."))
    if len(said) > LONGEST:
        raise Problem(
            _(
                "That is very long ({n} characters). Can you say it in {most} or fewer?",
                n=len(said),
                most=LONGEST,
            )
        )
    return said
