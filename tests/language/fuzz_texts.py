"""Random texts for readers of Dutch: nonsense, words of the grammar in any order, cases with mistakes, repetition."""

import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from random import Random

import language
from tests.language.report import cases

# Scripts and signs that phones produce, besides what any code point may be.
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x300, 0x36F),
    (0x5D0, 0x6FF),
    (0x900, 0x97F),
    (0x2000, 0x206F),
    (0x2150, 0x218F),
    (0x1F300, 0x1FAFF),
    (0x0, 0xD7FF),
    (0xE000, 0x10FFFF),
)
LONGEST = 4000
_WORD = re.compile(r"[^\W\d_]+")


@cache
def vocabulary() -> Sequence[str]:
    """Return the words in the tables of the language package and in the cases that anyone may see."""
    modules = [import_module(one.name) for one in pkgutil.walk_packages(language.__path__, "language.")]
    tables = [text for module in modules for table in vars(module).values() for text in _strings(table)]
    return sorted({word for text in (*tables, *phrases()) for word in _WORD.findall(text)})


def _strings(table: object) -> Iterator[str]:
    """Yield the strings in a table of tables."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, re.Pattern):
        yield table.pattern
    elif isinstance(table, Mapping):
        for pair in table.items():
            yield from _strings(pair)
    elif isinstance(table, tuple | list | frozenset | set):
        for one in table:
            yield from _strings(one)


@cache
def phrases() -> Sequence[str]:
    """Return the texts of the cases that anyone may see."""
    return [case.text for read in (cases.dates, cases.messages) for name in cases.OPEN for case in read(name)]


def nonsense(random: Random) -> str:
    """Return signs of one or more scripts."""
    ranges = random.choices(RANGES, k=random.randint(1, 4))
    return "".join(chr(random.randint(*random.choice(ranges))) for _ in range(random.randint(0, 120)))


def jumbled(random: Random) -> str:
    """Return words of the grammar, figures and punctuation in any order."""
    return "".join(
        _token(random) + random.choice(("", " ", " ", " ", "\n")) for _ in range(random.randint(1, 40))
    )


def _token(random: Random) -> str:
    choice = random.random()
    if choice < 0.6:
        return random.choice(vocabulary())
    if choice < 0.85:
        return str(random.randint(0, 10 ** random.randint(1, 6)))
    return random.choice(".,:;-/'’%€()?!&+–uUeE")


def mistaken(random: Random) -> str:
    """Return one or two cases joined, with some typing errors."""
    text = random.choice((" ", ", ", "\n", "")).join(random.choices(phrases(), k=random.randint(1, 2)))
    for _ in range(random.randint(1, 6)):
        text = _mistyped(random, text)
    return text


def _mistyped(random: Random, text: str) -> str:
    at = random.randint(0, len(text))
    upto = min(len(text), at + random.randint(1, 3))
    return random.choice(
        (
            text[:at] + text[upto:],
            text[:at] + text[at:upto] * 2 + text[upto:],
            text[:at] + _token(random) + text[at:],
            text[:at] + text[at:upto][::-1] + text[upto:],
            text[:at] + text[at:].upper(),
            re.sub(r"\d", lambda _: str(random.randint(0, 9)), text),
        )
    )


def repeated(random: Random) -> str:
    """Return a few tokens over and over, with something else at the end: what makes patterns search in vain."""
    piece = random.choice(("", " ")).join(_token(random) for _ in range(random.randint(1, 4)))
    piece = (piece + random.choice(("", " ", ", ", "-"))) or " "
    return (piece * (random.randint(2, LONGEST) // len(piece) + 1))[:LONGEST] + _token(random)


MAKERS: Sequence[Callable[[Random], str]] = (nonsense, jumbled, mistaken, repeated)


def texts(seed: int, count: int) -> Iterator[str]:
    """Yield ``count`` texts, of all makers in turn, the same for the same ``seed``."""
    random = Random(seed)
    for number in range(count):
        yield MAKERS[number % len(MAKERS)](random)
