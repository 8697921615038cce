"""A message in pieces, and which of them is the obstacle, the success, the next step."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from language.signs import BAD, CAUSE, GOOD, MARKER, NEXT, OUTCOMES, PROGRESS, REASON
from language.words import fold

_BORDER = re.compile(
    r"[.!?;\n]+(?=\s|$)|,(?=\s)|:(?=\s)|\s[-–](?=\s)|[👍👎🎉💪🙌]|"
    r"\s(?=(?:want|omdat|doordat|wegens|vanwege|maar|dus)\s)|"
    # "Gaat niet door" and "schuift door naar" hold no cause.
    r"(?<!niet)(?<!gaat)(?<!gaan)(?<!ging)(?<!schuift)(?<!schuiven)\s(?=door\s(?!naar\b|tot\b))"
)


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A piece of a message as it was typed, the same folded, and where it stands."""

    text: str
    plain: str
    start: int
    end: int


def clauses(text: str) -> list[Clause]:
    """Split ``text`` at its punctuation and before its causes."""
    plain = fold(text)
    borders = [*_BORDER.finditer(plain)]
    starts = [0, *(border.end() for border in borders)]
    ends = [*(border.start() for border in borders), len(text)]
    return [
        piece for start, end in zip(starts, ends, strict=True) if (piece := _clause(text, plain, start, end))
    ]


def _clause(text: str, plain: str, start: int, end: int) -> Clause | None:
    while start < end and not (text[start].isalnum() or text[start] in "€👍👎"):
        start += 1
    kept = text[start:end].rstrip(" ,:")
    return Clause(text=kept, plain=plain[start : start + len(kept)], start=start, end=end) if kept else None


def next_step(pieces: Sequence[Clause]) -> Clause | None:
    """Return the clause that says what follows."""
    return next((piece for piece in pieces if NEXT.search(piece.plain)), None)


def barrier(pieces: Sequence[Clause], *, negative: bool) -> str:
    """Return what stood in the way, in the sender's own words, or an empty text.

    A clause that only states the result ("gaat niet door") is not its cause. ``negative``: the result is
    bad, so that a bare cause ("door de storm") is an obstacle too.
    """
    scored = [
        (_hindrance(piece, negative=negative), -place)
        for place, piece in enumerate(pieces)
        if _unmarked(piece)  # "Knelpunt:" only announces one
    ]
    score, place = max(scored, default=(0.0, 0))
    return _unmarked(pieces[-place]) if score >= 2 else ""


def _hindrance(piece: Clause, *, negative: bool) -> float:
    score = 2.0 * bool(BAD.search(piece.plain))
    score += (2.0 if negative else 1.0) * bool(CAUSE.search(piece.plain))
    score -= 2.0 * _states_a_result(piece.plain)
    return score - 1.5 * bool(GOOD.search(piece.plain))


def _states_a_result(plain: str) -> bool:
    if REASON.search(plain):
        return False
    bad = (OUTCOMES[0][1], PROGRESS[0][1], PROGRESS[1][1])
    return any(pattern.search(plain) for pattern in bad)


def praise(pieces: Sequence[Clause]) -> str:
    """Return the last clause that says what went well; the first is mostly the report itself."""
    good = [
        piece.text for piece in pieces if GOOD.search(piece.plain) and any(c.isalpha() for c in piece.text)
    ]
    return good[-1] if good else ""


def _unmarked(piece: Clause) -> str:
    marker = MARKER.match(piece.plain)
    return piece.text[marker.end() :] if marker else piece.text
