"""How long a message may be, and where a text that is longer is split.

Lengths are counted as messengers count them: in UTF-16 code units, so that most emoji are two. What is counted is the
text that people read. A platform that writes it with a markup of its own does that afterwards, to one whole message
at a time, and counts neither its marks nor what a "<" becomes: so no mark is ever split.
"""

import re
import unicodedata
from itertools import takewhile

TEXT_AT_MOST = 4096  # of a message
CAPTION_AT_MOST = 1024  # of a message with a picture or a paper

# From the coarsest border to the finest, with how much of its room a part must fill before it may end there: better
# between two sentences than between two paragraphs of which the first is a heading. What is in the border is left out.
_BORDERS = (
    (re.compile(r"\n\s*\n"), 0.25),
    (re.compile(r"\n"), 0.25),
    (re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][\"'”’)\]])\s+"), 0.25),
    (re.compile(r"\s+"), 0.0),
)
_JOINERS = "\u200c\u200d"
# Signs that belong to the one before them, beside those that Unicode calls marks.
_SKINS = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_JAMO = range(0x1160, 0x1200)  # vowels and finals of a Korean syllable that is written sign by sign
_FLAGS = range(0x1F1E6, 0x1F200)  # letters, two of which are one flag


def room(*, attached: bool) -> int:
    """Return how long a message may be, by whether something is attached to it."""
    return CAPTION_AT_MOST if attached else TEXT_AT_MOST


def units(text: str) -> int:
    """Return the length of a text in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fits(text: str, most: int) -> bool:
    """Whether a text is no longer than ``most`` units."""
    return len(text) * 2 <= most or units(text) <= most


def split(text: str, first: int = TEXT_AT_MOST, most: int = TEXT_AT_MOST) -> tuple[str, ...]:
    """Return a text in parts of at most ``most`` units, the first of at most ``first``; only space is left out.

    A part ends with a paragraph, else with a line, else with a sentence, else with a word, else anywhere but inside
    what people see as one character.
    """
    parts: list[str] = []
    rest, here = text, first
    while not fits(rest, here):
        part, rest = _halves(rest.strip(), here)
        parts.append(part)
        here = most
    return (*parts, rest) if rest or not parts else tuple(parts)


def ended(text: str, line: str, most: int = TEXT_AT_MOST) -> str:
    """Return a text with a line below it; where both together are longer than ``most`` units, the text is cut."""
    return f"{split(text, most - units(line) - 2)[0]}\n\n{line}"


def _halves(text: str, most: int) -> tuple[str, str]:
    """Return what fits of a text that begins with no space, and the rest."""
    end = _reach(text, most)
    if end == len(text):
        return text, ""
    for border, least in _BORDERS:
        at_most = takewhile(lambda found: found.start() <= end, border.finditer(text))
        found = [one for one in at_most if one.start() >= end * least]
        if found:
            return text[: found[-1].start()].rstrip(), text[found[-1].end() :].lstrip()
    at = next((at for at in range(end, 0, -1) if _between(text, at)), end)
    return text[:at], text[at:]


def _reach(text: str, most: int) -> int:
    """Return how many signs of a text fit; at least one, or there would be no end."""
    used = 0
    for at, sign in enumerate(text):
        used += units(sign)
        if used > most:
            return max(at, 1)
    return len(text)


def _between(text: str, at: int) -> bool:
    """Whether one character ends before ``at`` and another begins there."""
    before, after = text[at - 1], text[at]
    if before in _JOINERS or after in _JOINERS or unicodedata.category(after).startswith("M"):
        return False
    if ord(after) in _FLAGS:
        letters = takewhile(lambda sign: ord(sign) in _FLAGS, reversed(text[:at]))
        return len(list(letters)) % 2 == 0
    return not any(ord(after) in signs for signs in (_SKINS, _TAGS, _JAMO))
