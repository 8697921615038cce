"""Where a message that tells of several things may part: at sentences, at lines and bullets, at "verder" and "ook".

At a comma and at "en" too, where both sides tell all of a report. Only where, and how plainly: whether both sides do
tell of something of their own is for whoever knows the plan.
"""

import re
from dataclasses import dataclass

from language.late import compiled
from language.messages.spoken import punctuated
from language.words import fold

_FURTHER = (
    r"(?i:verder(?: nog)?|daarnaast|bovendien|tevens|tot slot|ten tweede|"
    r"besides|in addition|furthermore|next to that|finally)"
)
_TOO = r"(?i:ook(?: nog)?|also)"  # in the middle of a sentence it parts nothing: "ze vonden het ook leuk"
_WORDS = rf"{_FURTHER}|{_TOO}"
_BULLET = r"(?:[-*•–·]|\d{1,2}[.)])[ \t]+"
PLAINLY, PERHAPS, HARDLY = 2, 1, 0  # how a border parts
# (how it parts, how plainly); what each finds is left out of both sides.
_BORDERS: tuple[tuple[str, int], ...] = (
    (rf"\s*\n\s*(?:{_BULLET})?", PLAINLY),
    (rf"[.;!?,]*\s+(?=(?:(?:en|and) )?(?:{_FURTHER})\b)", PLAINLY),
    (rf"(?:[.;!?,]+\s+|\s+(?=(?:en|and) ))(?=(?:(?:en|and) )?(?:{_TOO})\b)", PLAINLY),
    (r"[!?]+\s+|(?<=[\w)%€]{4})[.;]+\s+|[.;]+\s+(?=[A-ZÀ-Þ])", PERHAPS),
    (r",?\s+(?:en|and)\s+(?=.{3,80}\b(?:is|zijn|are|has been|have been)\b)", PERHAPS),
    (
        r",\s+(?:(?:en|and)\s+)?|\s+(?:(?:en|and)\s+(?:(?:dan|toen|then)\s+)?|[+&–-]\s+)|"
        r"\s+(?=(?i:maar|helaas|but|unfortunately)\s)",
        HARDLY,
    ),
)
_LEAD = rf"(?:{_BULLET}|(?:en|and|{_WORDS})\b[ ,:]*)+"
# What goes on about the same: a turn, a reason, a next step, or whoever and whatever was just spoken of.
_GOES_ON = (
    r"(?:maar|alleen|want|helaas|jammer|wel|vervolg|volgende|daarna|hierna|dus|omdat|doordat|nadeel|knelpunt|reden|"
    r"ze|zij|het was|dat was|dit was|they|it was|"
    r"but|only|because|unfortunately|next|then|so)\b"
)
_HAPPENED = (
    r"\b(?:gedraaid|gegeven|gehouden|geweest|uitgevoerd|verzorgd|georganiseerd|gedaan|gevolgd|bezocht|gehad|"
    r"given|held|ran|done|visited|organi[sz]ed|taught|took place)\b"
)


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A part of a message as it was typed, where it stands, and how plainly it is parted from what is before."""

    text: str
    start: int
    end: int
    parted: int

    @property
    def plainly(self) -> bool:
        """Whether no sense is needed to see that it is another part."""
        return self.parted == PLAINLY

    @property
    def hardly(self) -> bool:
        """Whether most that is parted so is of one thing."""
        return self.parted == HARDLY


def pieces(text: str) -> list[Piece]:
    """Return the pieces in which ``text`` may part, in their order."""
    text = punctuated(text)
    plain = fold(text)
    found: list[Piece] = []
    start, parted = 0, HARDLY
    for border, sort in (*_borders(text), (None, HARDLY)):
        end = border.start() if border else len(text)
        if text[start:end].strip() and end > start:
            lead = compiled(_LEAD).match(plain, start, end)
            at = lead.end() if lead else start
            found.append(Piece(text=text[at:end].strip(), start=at, end=end, parted=parted))
            parted = sort
        else:
            parted = max(parted, sort)
        start = border.end() if border else end
    return [piece for piece in found if piece.text]


def goes_on(text: str) -> bool:
    """Whether ``text`` begins as what goes on about what was said just before."""
    return compiled(_GOES_ON).match(fold(text).lstrip()) is not None


def happened(text: str) -> bool:
    """Whether ``text`` says by its verb that something took place."""
    return compiled(_HAPPENED).search(fold(text)) is not None


def _borders(text: str) -> list[tuple[re.Match[str], int]]:
    """Return the borders in their order, of those that touch the first."""
    found = [(match, sort) for border, sort in _BORDERS for match in compiled(border).finditer(text)]
    kept: list[tuple[re.Match[str], int]] = []
    for match, sort in sorted(found, key=lambda one: (one[0].start(), -one[1])):
        if not kept or match.start() >= kept[-1][0].end():
            kept.append((match, sort))
    return kept
