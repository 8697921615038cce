"""Where a message that tells of several things may part: at sentences, at lines and bullets, at "verder" and "ook".

At a comma and at "en" too, where both sides tell all of a report. Only where, and how plainly: whether both sides do
tell of something of their own is for whoever knows the plan.
"""

import re
from dataclasses import dataclass
from functools import cache

from language.late import compiled
from language.messages.spoken import punctuated
from language.vocabulary.tongues import joints
from language.words import fold, says_little

_FURTHER, _TOO = f"(?i:{joints('further')})", f"(?i:{joints('too')})"
_AND = rf"(?:{joints('and_')})"
_BULLET = r"(?:[-*•–·]|\d{1,2}[.)])[ \t]+"
# A run of blanks or of marks is tried from its first only: from each of them it would be slow.
_ALL_OF, _MARKS = r"(?<!\s)", r"(?<![.;!?,])[.;!?,]+"
PLAINLY, PERHAPS, HARDLY = 2, 1, 0  # how a border parts
# (how it parts, how plainly); what each finds is left out of both sides. "Ook" parts nothing within a clause.
_BORDERS: tuple[tuple[str, int], ...] = (
    (rf"\s*\n\s*(?:{_BULLET})?", PLAINLY),
    (rf"(?:{_MARKS}|{_ALL_OF})\s+(?=(?:{_AND} )?{_FURTHER}\b)", PLAINLY),
    (rf"(?:{_MARKS}\s+|{_ALL_OF}\s+(?={_AND} ))(?=(?:{_AND} )?{_TOO}\b)", PLAINLY),
    (r"[!?;]+\s+|(?<=[\w)%€]{4})\.+\s+|\.+\s+(?=[A-ZÀ-Þ])|(?<=[a-z]{3})\.(?=[A-ZÀ-Þ][a-z]{3})", PERHAPS),
    (rf"(?:,|{_ALL_OF})\s+{_AND}\s+(?=.{{3,80}}\b(?:{joints('stands')})\b)", PERHAPS),
    (
        rf",\s+(?:{_AND}\s+)?|{_ALL_OF}\s+(?:{_AND}\s+(?:(?:{joints('then')})\s+)?|[+&/–-]\s+)|"
        rf"{_ALL_OF}\s+(?=(?i:{joints('turn')})\s|\d[.)]\s+\w)",
        HARDLY,
    ),
)
_LEAD = rf"(?:{_BULLET}|(?:{_AND}|{_FURTHER}|{_TOO})\b[ ,:]*)+"


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
    """Whether ``text`` begins as what goes on about what was said just before: a reason, a next step, who it was."""
    return compiled(rf"(?:{joints('goes_on')}|{joints('turn')})\b").match(fold(text).lstrip()) is not None


def turned(text: str) -> str:
    """Return ``text`` without the word by which it only says that it went otherwise: "maar"."""
    turn = compiled(rf"\s*(?:(?:{joints('turn')})\s+)+").match(fold(text))
    return text[turn.end() :] if turn else text


def happened(text: str) -> bool:
    """Whether ``text`` says by its verb that something took place."""
    return compiled(rf"\b(?:{joints('happened')})\b").search(fold(text)) is not None


def opens(text: str, at: int) -> bool:
    """Whether ``text`` opens with the noun that stands at ``at``.

    It is not where, with whom or with how many it was, nor what was done: "in het technolab", "gedeeld met".
    """
    plain = fold(text)
    before = compiled(r"[\w&']+").findall(plain[:at])
    done = compiled(r"(?:ge|be|ver|ont)\w+[dt]\b").match(plain, at)
    return done is None and all(word in _openers() or says_little(word) for word in before)


@cache
def _openers() -> frozenset[str]:
    names = ("article", "turn", "too", "and_", "then", "stands")
    return frozenset(word for name in names for word in joints(name).split("|"))


def held(text: str) -> str:
    """Return the thing of its own that ``text`` begins with, be it in the plan or not: "de kookles"; "" for none."""
    thing = compiled(rf"(?:\w{{2,5}} )?({joints('held')})\b").match(fold(turned(text)).lstrip())
    return thing[1] if thing else ""


def likewise(text: str) -> bool:
    """Whether ``text`` only says of something that it went like what was told before, or not: "technolab niet"."""
    noun = rf"(?:(?:{joints('article')}|{joints('turn')}) )*(?:[\w&'-]+ ){{1,2}}"
    return compiled(rf"{noun}(?:{joints('likewise')})[.!]*").fullmatch(fold(text).strip()) is not None


def _borders(text: str) -> list[tuple[re.Match[str], int]]:
    """Return the borders in their order, of those that touch the first."""
    found = [(match, sort) for border, sort in _BORDERS for match in compiled(border).finditer(text)]
    kept: list[tuple[re.Match[str], int]] = []
    for match, sort in sorted(found, key=lambda one: (one[0].start(), -one[1])):
        if not kept or match.start() >= kept[-1][0].end():
            kept.append((match, sort))
    return kept
