"""Wording that waits for its reader: an English id with values, put into a language where it is said.

``_`` and ``n_`` mark an id for the catalogue and keep its values; nothing here knows a language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

# Control signs but tab and newline, half characters, what turns the direction of all that follows, and what takes no
# room: a name or a message of these alone would be an empty one.
_UNSEEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u2800\u3164"
    "\ufeff\uffa0\ufff9-\ufffb"
)
# Joiners and variants belong to the sign before them (a family of emoji, a coloured heart); by themselves they are
# as empty.
_BORDER = rf"(?<![^\s{_UNSEEN}])"
HIDDEN = re.compile(
    rf"[{_UNSEEN}]|{_BORDER}[\u200c\u200d\ufe00-\ufe0f\U000e0000-\U000e01ef]+|[\u200c\u200d]+(?![^\s{_UNSEEN}])"
)
LABEL = 60  # characters of a title or a text where it is one of several


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


def shortened(text: str, most: int = LABEL) -> str:
    """Return ``text`` on one line, cut off where it is longer than ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def visible(text: str) -> str:
    """Return what people wrote without signs that steer a terminal, a page or a file instead of being read."""
    return HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
