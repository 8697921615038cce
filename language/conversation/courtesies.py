"""What people say that needs no form: a greeting, thanks, "niets te melden", a question that is not put to the bot."""

from typing import Literal

from language.late import compiled
from language.vocabulary.courtesies import ANSWERED, LOOKED_UP
from language.words import fold

Courtesy = Literal["looked_up", "asked", "thanks", "fine", "hello"]


def courtesy(text: str) -> Courtesy:
    """Return what kind of answer a text wants that tells nothing; a greeting, where nothing says otherwise."""
    plain = fold(text)
    return next((answer for sign, answer in ANSWERED if compiled(sign).search(plain)), "hello")


def looks_up(text: str) -> bool:
    """Whether ``text`` asks for a fact: when, who, where, how many."""
    return compiled(LOOKED_UP).search(fold(text)) is not None
