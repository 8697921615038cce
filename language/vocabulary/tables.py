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
Idiom = tuple[str, str]  # a turn of phrase, and the plain words it means (what ``re.sub`` puts in its place)


@dataclass(frozen=True, kw_only=True)
class Words:
    """Word lists. ``function``: by which the language is known. ``stop``, ``generic``, ``everyday``: what says
    nothing, or little, of what a message is about. ``telling``: words of which one is enough to know the language,
    where no other language has a word beside it.
    """

    function: frozenset[str]
    stop: frozenset[str]
    generic: frozenset[str]
    everyday: frozenset[str]
    telling: frozenset[str] = frozenset()
    done: str
    synonyms: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How a language counts: its nouns, and what stands before, between and behind figures."""

    nouns: Mapping[str, str]  # field of Counts → the words for it
    few: frozenset[str]  # numbers that are none: "een paar"
    # Behind a figure.
    own: str  # may stand before its noun: "12 van onze leerlingen"
    thing: str  # a noun of something else
    turn: str  # any other word behind which no noun of the figure follows
    absent: str  # they were not there
    came: str  # of a whole only they were there
    expected_behind: str
    absentees: str  # who was not there
    group: str  # of which part of the whole it tells
    hours: str
    minutes: str
    quarters: str
    timed_for: str  # what stands here tells how long it took, and not when it began
    euros: str
    thousands: str
    tons: str  # hundred thousands, where ``money`` is spoken of
    waited: str  # the time was lost
    lacking: str  # the money is not there
    per: str  # each ``what`` has so much
    apart: str  # each of those told of has so much
    item: str  # follows on a figure that is ``listed``
    in_all_behind: str
    times: str  # it was ``n`` times
    # Before a figure.
    or_so: str  # "een man of 10", and "een uur of 3"
    or_hours: str
    lasted: str  # how long it took
    clock: str  # a time of day
    costs: str  # these are euros
    goods: str  # these too where other euros stand beside them
    listed: str  # these are hours
    class_of: str  # these are pupils
    coming_with: str  # these are people
    came_before: str
    expected: str  # they were to come
    denied: str  # it was another figure
    fewer_than: str  # nobody tells how many
    of_these: str  # a part of what was counted
    group_before: str
    opens: str  # the first of two figures that share a noun
    joins: str  # the second
    every: str  # each of those told of has so much
    repeated: str  # each ``what`` has so much
    both: str
    days_each: str
    never: str  # no time spent, but gone by
    spent: str  # time spent, though it looks like a time to come
    in_all: str
    # Around a figure.
    of_days: str  # two of them tell how long it took on each day, and not when
    # Between two figures.
    each: str  # so many of so many hours
    priced: str  # so many of so many euros
    classes: str  # so many groups of so many pupils
    range_of: str  # from, to
    between_and: str  # the same, behind ``between``
    next_class: str  # so many in one class, so many in the next
    between: str  # before the first of those
    out_of: str  # a part of a whole
    taken_back: str  # the second in the place of the first
    but: str  # and this, where the first is ``denied``
    instead_of: str  # the first in the place of the second
    less: str  # the second was not there
    # Told in words, or anywhere.
    timed: str  # as on a clock: ``h`` and ``m``
    money: str
    others: str  # people who are no pupils
    an_hour: Mapping[str, float]
    parts: str  # pupils who are told apart and are one group together: boys and girls
    one_more: str  # a single one of those
    passed: str
    together: Mapping[str, int]
    with_us: str
    me_too: str


@dataclass(frozen=True, kw_only=True)
class Signs:
    """What gives a message away. In ``outcomes``, ``progress`` and ``rsvp`` the first result whose signs fit wins.

    ``good`` and ``bad``: how something went, and what stood in its way. ``not_good``: good words that are denied.
    ``idioms``: turns of phrase → the plain words they mean. ``unclear``: what says two things at once, or what
    should have been. ``not_late``: it denies that something is late or given up. ``cause`` begins a reason, ``marker``
    is what is cut off before it, ``following`` says what comes next, ``topics``: kind → where its topic stands.
    """

    kinds: Mapping[Kind, tuple[Weighed, ...]]
    partings: tuple[Weighed, ...]
    outcomes: tuple[Named, ...]
    progress: tuple[Named, ...]
    rsvp: tuple[Named, ...]
    idioms: tuple[Idiom, ...]
    unclear: str
    not_late: str
    good: str
    bad: str
    reason: str
    cause: str
    marker: str
    turn: str
    following: str
    put_off: str
    topics: Mapping[Kind, str]


@dataclass(frozen=True, kw_only=True)
class Joints:
    """What stands between the things that are told. Alternatives of a pattern each, but for ``clause``.

    ``further``, ``too``: it leads in another update, the second only where a clause begins. ``and_``, ``then``:
    between two. ``stands``: a verb by which what is behind "and" is one of its own. ``turn``: it went otherwise
    there, or later. ``goes_on``: what begins so is about the same as before. ``happened``: it took place.
    ``article``: what may stand before the noun that a piece opens with. ``held``: a thing that is held, whether the
    plan knows it or not. ``likewise``: how it went, said by the side of how it went elsewhere. ``clause``: where a
    clause begins without a comma.
    """

    further: str
    too: str
    and_: str
    then: str
    stands: str
    turn: str
    goes_on: str
    happened: str
    article: str
    held: str
    likewise: str
    clause: tuple[str, ...]
