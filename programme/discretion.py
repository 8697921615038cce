"""What is nobody else's business: somebody's illness, and the name of a pupil.

Both are Dutch, as people type it: what they wrote is shown to others in their own words.
"""

import re

INSTEAD = "personele uitval"
CAUSES = ("want", "omdat", "doordat")

_ILLNESS = re.compile(
    r"\b(?:(?:rug|nek|hoofd|buik|maag|keel)(?:klachten|pijn)|buikgriep|ziek(?:e|en|te|jes|ig|gemeld|melding(?:en)?|meldde|te?verlof|te?verzuim|geworden)?|longziekte|griep\w*|"
    r"verkouden\w*|koorts|corona\w*|covid\w*|in quarantaine|positief getest|overspannen\w*|burn-?\s?out\w*|"
    r"opgebrand|depressie\w*|depressief|kanker|tumor|chemo\w*|hernia|migraine|longontsteking|hartinfarct|"
    r"hersenschudding|gebroken (?:been|arm|pols|enkel|heup|voet)|(?:been|arm|pols|enkel|heup|voet) gebroken|"
    r"geopereerd|operatie aan|opgenomen (?:in|geweest)|(?:in|naar) het ziekenhuis|ziekenhuisopname|blessure|"
    r"geblesseerd|miskraam|zwanger\w*|psychisch\w*|mentale klachten|arbeidsongeschikt\w*|re-?integr\w*)\b",
    re.IGNORECASE,
)
_BORDER = re.compile(
    r"(?P<mark>[.!?;,:()\n]+\s*|\s+[-–]\s+)|"
    r"(?:^|\s)(?:want|omdat|doordat|waardoor|wegens|vanwege|door|maar|dus|en|i\.v\.m\.|ivm|in verband met)(?=\s)",
    re.IGNORECASE,
)
_NAME = r"(?-i:[A-ZÀ-Þ][a-zß-ÿ]+(?:[-'’][A-ZÀ-Þa-zß-ÿ]+)*)"
_WHOLE_NAME = rf"{_NAME}(?:(?: (?:van|de|der|den|el|ten|ter))* {_NAME})*"
_NO_NAME = (
    r"leerling|scholier|student|jongen|mei[sd]|iedereen|allemaal|niemand|iemand|klas|groep|kind|ouder|docent|"
    r"collega|teams?\b|een\b|twee\b|drie\b|vier\b|vijf\b|veel\b|alle"
)
_PUPIL = re.compile(
    rf"\b(?P<called>leerlinge?|lln|scholier|student|meisje|jongen)\s+{_WHOLE_NAME}\b|"
    rf"\b(?!{_NO_NAME}){_WHOLE_NAME}(?P<from> uit (?:(?:klas )?[1-6][a-z]|klas [1-6]|groep [1-8])\b)",
    re.IGNORECASE,
)


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


def nameless(text: str) -> str:
    """Return ``text`` with "leerling" in the place of what seems to be a pupil's name: such names are never kept."""
    return _PUPIL.sub(_pupil, text)


def _pupil(named: re.Match[str]) -> str:
    begins = named.string[: named.start()].rstrip()[-1:] in ("", ".", "!", "?")
    pupil = named["called"] or ("Een leerling" if begins else "een leerling")
    return pupil + (named["from"] or "")


def _piece(text: str, link: str, start: int, end: int) -> str:
    """Return a piece of a sentence after the word or mark that links it to the one before."""
    piece = text[start:end]
    if not _ILLNESS.search(piece):
        return link + piece
    word = link.strip()
    cause = "Door" if word.istitle() else "door"
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
