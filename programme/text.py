"""Wording that waits for its reader: an English id with values, put into a language where it is said.

``_`` and ``n_`` mark an id for the catalogue and keep its values; nothing here knows a language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

# Control signs but tab and newline, half characters, and what turns the direction of all that follows.
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Phrase:
    """One sentence or label: its English id, the values in its braces, and the plural id where it counts."""

    id: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str = ""


@dataclass(frozen=True)
class Lines:
    """Several texts under each other; an empty string is a blank line."""

    texts: tuple["Text", ...]


Text = str | Phrase | Lines


def _(id: str, /, **values: object) -> Phrase:
    """Mark ``id`` for the catalogue; ``{name}`` in it takes the value of that name when it is rendered."""
    return Phrase(id, values)


def n_(one: str, many: str, n: int, /, **values: object) -> Phrase:
    """Mark a counted phrase; the count itself stands in it as ``{n}``."""
    return Phrase(one, {**values, "n": n}, many)


def lines(*texts: Text | None) -> Lines:
    """Join texts under each other; what is None is left out."""
    return Lines(tuple(text for text in texts if text is not None))


def visible(text: str) -> str:
    """Return what people wrote without signs that steer a terminal, a page or a file instead of being read."""
    return HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
