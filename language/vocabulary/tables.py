"""What a language has to bring to be read: tables of words and of signs, the same in every language.

The data stand in ``words_nl``, ``signs_nl`` and their English likes; the code that reads messages knows none of it.
Patterns are regular expressions for folded text (lower case, no accents); those that are compiled at first use are
strings here, because compiling them takes longer than importing everything else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["outcome", "progress", "contribution", "agenda", "signal", "rsvp", "smalltalk"]
Weighed = tuple[float, str]  # what a sign adds to a kind, and the sign
Named = tuple[str, str]  # a result, and its signs


@dataclass(frozen=True, kw_only=True)
class Words:
    """Word lists. ``function``: by which the language is known. ``stop``, ``generic``, ``everyday``: what says
    nothing, or little, of what a message is about. ``counted``: field of Counts → the words for it.
    """

    function: frozenset[str]
    stop: frozenset[str]
    generic: frozenset[str]
    everyday: frozenset[str]
    done: str
    synonyms: Mapping[str, str]
    counted: Mapping[str, str]
    other: str
    hours: str
    minutes: str
    half_days: str
    an_hour: Mapping[str, float]
    euros: str
    thousands: str
    each: str
    priced: str
    days_each: str
    passed: str
    listed: str
    together: Mapping[str, int]
    with_us: str
    coming_with: str
    in_all: str
    class_of: str
    classes: str
    joins: str
    parts: str
    few: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Signs:
    """What gives a message away. In ``outcomes``, ``progress`` and ``rsvp`` the first result whose signs fit wins.

    ``good`` and ``bad``: how something went, and what stood in its way. ``not_good``: good words that are denied.
    ``unclear``: what says two things at once, or what should have been. ``cause`` begins a reason, ``marker`` is
    what is cut off before it, ``following`` says what comes next, ``topics``: kind → where its topic stands.
    """

    kinds: Mapping[Kind, tuple[Weighed, ...]]
    partings: tuple[Weighed, ...]
    outcomes: tuple[Named, ...]
    progress: tuple[Named, ...]
    rsvp: tuple[Named, ...]
    unclear: str
    good: str
    bad: str
    reason: str
    cause: str
    marker: str
    turn: str
    following: str
    put_off: str
    instead: str
    missed: tuple[str, str]
    topics: Mapping[Kind, str]
