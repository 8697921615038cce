"""Which commands a platform lists in its menu, per person, chat and language: a help to find them, no permission.

What a menu should list is kept in a few words ("nl:melden,mijn"), for a platform is told only when it changes.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from handlers.commands import COMMANDS, for_groups, may_use
from language.catalogue import LANGUAGES, catalogue
from programme.records import Membership, Person

Menu = Sequence[tuple[str, str]]  # names without a slash, and what each does
FOR_STRANGERS = ("start", "help")
FOR_GROUPS = tuple(for_groups())


def wanted(person: Person) -> str:
    """Return what the menu in this person's private chat should list; "" for who takes part nowhere.

    Who takes part in several regions finds there what they may do in any.
    """
    return f"{person.language}:{_names(person.memberships)}" if person.memberships else ""


@lru_cache(maxsize=4096)
def _names(memberships: tuple[Membership, ...]) -> str:
    """Return the commands that come with these memberships: asked at every message, and hardly ever another answer."""
    anybody = Person(key="", name="", memberships=memberships)
    known = ((name, one) for name, one in COMMANDS.items() if not one.hidden)
    return ",".join(name for name, one in known if may_use(one, anybody, anybody.regions))


def menu(wanted: str) -> Menu:
    """Return the menu that is meant, in its language; a command that is no more is left out."""
    language, _colon, names = wanted.partition(":")
    return in_words([name for name in names.split(",") if name in COMMANDS], language) if names else ()


def in_words(names: Iterable[str], language: str) -> Menu:
    """Return these commands with what each does, in a language."""
    wording = catalogue(language)
    return tuple((name, wording.render(COMMANDS[name].help)) for name in names)


def edition() -> str:
    """Return every menu there can be: when this changes, what is shown is out of date."""
    return repr([in_words(COMMANDS, language) for language in LANGUAGES])
