"""Which clauses of a message tell the obstacle, the success and the next step: as was learned, in English by signs."""

from collections.abc import Sequence
from dataclasses import dataclass

from language.judging.judge import answers
from language.messages.clauses import (
    Clause,
    barrier,
    joined,
    next_step,
    only_states,
    praise,
    together,
    unmarked,
)
from language.messages.evidence import Evidence, Told, of_clause

_ANNOUNCES = 3  # words of a clause that only announces what stands behind it ("volgende stap:")
CLEAR = 0.4  # how likely a clause has to tell a part: what stands on a card is seen, and put right
BY_SIGNS = 0.85  # how often signs alone are right


@dataclass(frozen=True, kw_only=True)
class Part:
    """A clause, or some beside each other, and how likely it tells what it is taken for (0 to 1)."""

    clause: Clause
    likely: float


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What tells the obstacle, the success and the next step; None where nothing does."""

    obstacle: Part | None = None
    success: Part | None = None
    following: Part | None = None

    def likely(self) -> dict[str, float]:
        """Return how likely each part is told, by the name of its field in a reading."""
        told = {"barrier": self.obstacle, "praise": self.success, "next": self.following}
        return {name: part.likely for name, part in told.items() if part}


def parts(text: str, told: Told, ahead: Sequence[bool], among: Evidence) -> Parts:
    """Return the parts of a message.

    ``ahead``: for each clause whether a day that is still to come stands in it; ``among``: what speaks for readings of
    the whole message.
    """
    if told.language == "en":
        return _by_signs(text, told, ahead)
    evidence = [of_clause(told, place, ahead=there, among=among) for place, there in enumerate(ahead)]
    each = {name: [answers(name, one)["yes"] for one in evidence] for name in ("obstacle", "success", "next")}
    success, following = _likeliest(each["success"]), _likeliest(each["next"]) or _signed(told, each["next"])
    return Parts(
        obstacle=_stretch(text, told, _reasons(told, each["obstacle"])),
        success=_part(unmarked(told.pieces[success[0]], told.tongue), success[1]) if success else None,
        following=_part(_announced(text, told, ahead, following[0]), following[1]) if following else None,
    )


def _reasons(told: Told, each: Sequence[float]) -> list[float]:
    """Return how likely each clause tells an obstacle, of those that say more than that it went badly."""
    return [
        0.0 if only_states(piece, told.tongue) else likely
        for piece, likely in zip(told.pieces, each, strict=True)
    ]


def _part(clause: Clause | None, likely: float) -> Part | None:
    return Part(clause=clause, likely=likely) if clause else None


def _likeliest(each: Sequence[float]) -> tuple[int, float] | None:
    """Return the place of the clause that most likely tells a part, and how likely; None where none does."""
    likely, place = max(((likely, -place) for place, likely in enumerate(each)), default=(0.0, 0))
    return (-place, likely) if likely >= CLEAR else None


def _signed(told: Told, each: Sequence[float]) -> tuple[int, float] | None:
    """Return the clause that announces the next step in so many words."""
    place = next_step(told.pieces, told.tongue)
    return (place, max(each[place], CLEAR)) if place is not None else None


def _stretch(text: str, told: Told, each: Sequence[float]) -> Part | None:
    """Return the likeliest clause of a part, with what tells more of it in the same sentence."""
    found = _likeliest(each)
    if found is None:
        return None
    first = last = found[0]
    while first > 0 and each[first - 1] >= CLEAR and together(text, told.pieces, first - 1):
        first -= 1
    while last + 1 < len(each) and each[last + 1] >= CLEAR and together(text, told.pieces, last):
        last += 1
    return _part(unmarked(joined(text, told.pieces[first], told.pieces[last]), told.tongue), found[1])


def _announced(text: str, told: Told, ahead: Sequence[bool], place: int) -> Clause:
    """Return the clause of the next step, with the clause behind it where only that one names its day."""
    piece = told.pieces[place]
    if place + 1 == len(told.pieces) or ahead[place] or not ahead[place + 1]:
        return piece
    behind = told.pieces[place + 1]
    return joined(text, piece, behind) if len(piece.plain.split()) <= _ANNOUNCES else piece


def _by_signs(text: str, told: Told, ahead: Sequence[bool]) -> Parts:
    found, score = barrier(text, told.pieces, told.tongue, negative=True)
    place = next_step(told.pieces, told.tongue)
    following = None if place is None else _announced(text, told, ahead, place)
    return Parts(
        obstacle=_part(found if score else None, BY_SIGNS),
        success=_part(praise(told.pieces, told.tongue), BY_SIGNS),
        following=_part(following, BY_SIGNS),
    )
