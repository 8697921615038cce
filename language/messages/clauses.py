"""A message in pieces, and which of them is the obstacle, the success, the next step."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from language.late import Late, compiled
from language.vocabulary.tongues import Tongue, in_plain_words, joints
from language.words import fold

_PUNCTUATION = r"[.!?;\n]+(?=\s|$)|,(?=\s)|:(?=\s)|\s[-–](?=\s)|\.{2,}|[👍👎🎉💪🙌🔥👏]|[()]"
_SENTENCE = Late(r"[.!?;\n:]")
_MOST = 60  # borders; the clause behind the last of them holds the rest
_ENOUGH = 2.0


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
    borders = [*islice(compiled(f"{_PUNCTUATION}|{joints('clause')}").finditer(plain), _MOST)]
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


def joined(text: str, first: Clause, last: Clause) -> Clause:
    """Return the stretch of ``text`` from one clause through another."""
    end = last.start + len(last.text)
    return Clause(
        text=text[first.start : end], plain=fold(text)[first.start : end], start=first.start, end=last.end
    )


def next_step(pieces: Sequence[Clause], tongue: Tongue) -> int | None:
    """Return the place of the clause that says what follows."""
    return next((n for n, piece in enumerate(pieces) if tongue.following.search(piece.plain)), None)


def barrier(
    text: str, pieces: Sequence[Clause], tongue: Tongue, *, negative: bool
) -> tuple[Clause | None, float]:
    """Return what stood in the way, in the sender's own words, and how plainly it is one (0, or 2 and more).

    A clause that only states the result ("gaat niet door") is not its cause. ``negative``: the result is
    bad, so that a bare cause ("door de storm") is an obstacle too. What stood in the way may take two clauses
    of one sentence ("docent ziek, geen vervanging").
    """
    scores = [_hindrance(piece, tongue, negative=negative) for piece in pieces]
    score, place = max(((score, -place) for place, score in enumerate(scores)), default=(0.0, 0))
    if score < _ENOUGH:
        return None, 0.0
    last = first = -place
    while last + 1 < len(pieces) and scores[last + 1] >= _ENOUGH and together(text, pieces, last):
        last += 1
    return unmarked(joined(text, pieces[first], pieces[last]), tongue), score


def together(text: str, pieces: Sequence[Clause], place: int) -> bool:
    """Whether a clause and the one behind it stand in one sentence."""
    here, following = pieces[place], pieces[place + 1]
    return not _SENTENCE.search(text[here.start + len(here.text) : following.start])


def _hindrance(piece: Clause, tongue: Tongue, *, negative: bool) -> float:
    if not any(sign.isalpha() for sign in unmarked(piece, tongue).text):  # "Knelpunt:" only announces one
        return 0.0
    reason = tongue.reason.search(piece.plain)
    told = piece.plain if reason else _without_result(piece.plain, tongue)
    score = 2.0 * bool(tongue.bad.search(told)) + 2.0 * bool(tongue.turn.search(told))
    score += (2.0 if negative else 1.0) * bool(tongue.cause.search(piece.plain))
    return score - 2.0 * bool(tongue.good.search(piece.plain))


def _without_result(plain: str, tongue: Tongue) -> str:
    """Strike out what says that it failed, was put off or was called off: it is no reason why."""
    plain = in_plain_words(plain, tongue)
    for sign in tongue.stated:
        plain = sign.sub("", plain)
    return plain


def only_states(piece: Clause, tongue: Tongue) -> bool:
    """Whether a clause says no more than that it failed or was put off: it tells no reason."""
    return not any(sign.isalnum() for sign in _without_result(piece.plain, tongue))


def praise(pieces: Sequence[Clause], tongue: Tongue) -> Clause | None:
    """Return the last clause that says what went well; the first is mostly the report itself."""
    good = [
        piece for piece in pieces if tongue.good.search(piece.plain) and any(map(str.isalpha, piece.text))
    ]
    return unmarked(good[-1], tongue) if good else None


def unmarked(piece: Clause, tongue: Tongue) -> Clause:
    """Cut off the words that only connect a clause to what stands before it."""
    marker = tongue.marker.match(piece.plain)
    cut = marker.end() if marker else 0
    return Clause(text=piece.text[cut:], plain=piece.plain[cut:], start=piece.start + cut, end=piece.end)
