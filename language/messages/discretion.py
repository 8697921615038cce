"""What is nobody else's business: somebody's illness, and the name of a pupil.

What people wrote is shown to others in their own words.
"""

import re

from language.late import Late
from language.vocabulary.discretion import A_PUPIL, BY, CAUSES, ILLNESS, INSTEAD, LINKS, PUPIL

_ILLNESS, _PUPIL = Late(f"(?i){ILLNESS}"), Late(f"(?i){PUPIL}")
_BORDER = Late(rf"(?i)(?P<mark>[.!?;,:()\n]+\s*|\s+[-–]\s+)|(?:^|\s)(?:{LINKS})(?=\s)")


def discreet(text: str) -> str:
    """Return ``text`` as others may read it: each piece of a sentence that tells of illness says only what it meant.

    The whole piece goes, because it may name who was ill: "omdat Jan ziek was" becomes "door personele uitval".
    """
    if not _ILLNESS.search(text):
        return text
    borders = [*_BORDER.finditer(text)]
    starts, ends = [0, *(one.end() for one in borders)], [*(one.start() for one in borders), len(text)]
    links = ["", *(one.group() for one in borders)]
    return "".join(_piece(text, *one) for one in zip(links, starts, ends, strict=True))


def for_others(text: str) -> str:
    """Return ``text`` as a colleague may read it: discreet, and "leerling" in the place of a pupil's name."""
    return discreet(nameless(text))


def for_everyone(text: str) -> str:
    """Return ``text`` as a channel may read it: discreet, and nothing where it seems to name a pupil."""
    return "" if names_pupil(text) else discreet(text)


def nameless(text: str) -> str:
    """Return ``text`` with "leerling" in the place of what seems to be a pupil's name: such names are never kept."""
    return _PUPIL.sub(_pupil, text)


def _pupil(named: re.Match[str]) -> str:
    begins = named.string[: named.start()].rstrip()[-1:] in ("", ".", "!", "?")
    pupil = named["called"] or (A_PUPIL.capitalize() if begins else A_PUPIL)
    return pupil + (named["from"] or "")


def _piece(text: str, link: str, start: int, end: int) -> str:
    """Return a piece of a sentence after the word or mark that links it to the one before."""
    piece = text[start:end]
    if not _ILLNESS.search(piece):
        return link + piece
    word = link.strip()
    cause = BY.capitalize() if word.istitle() else BY
    before = link.replace(word, cause) if word.lower() in CAUSES else link
    return before + _without_illness(text, start, piece)


def _without_illness(text: str, start: int, piece: str) -> str:
    begins = not text[:start].strip() or text[:start].rstrip()[-1] in ".!?"
    return piece.replace(
        piece.strip(), INSTEAD.capitalize() if begins and piece.strip()[0].isupper() else INSTEAD
    )


def names_pupil(text: str) -> bool:
    """Whether ``text`` seems to name a pupil ("leerling Sanne"); the sender reads that it is left out."""
    return _PUPIL.search(text) is not None
