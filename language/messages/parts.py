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
from language.messages.evidence import Evidence, of_clause
from language.messages.told import Told

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
    """What tells the obstacles, the success and the next step; None where nothing does."""

    obstacles: Sequence[Part] = ()
    success: Part | None = None
    following: Part | None = None

    def likely(self) -> dict[str, float]:
        """Return how likely each part is told, by the name of its field in a reading."""
        told = {"praise": self.success, "next": self.following}
        found = {name: part.likely for name, part in told.items() if part}
        return found | ({"barrier": max(part.likely for part in self.obstacles)} if self.obstacles else {})


def parts(told: Told, among: Evidence) -> Parts:
    """Return the parts of a message. ``among``: what speaks for readings of the whole of it."""
    if told.language == "en":
        return _by_signs(told)
    evidence = [of_clause(told.plainly, place, among=among) for place in range(len(told.pieces))]
    each = {name: [answers(name, one)["yes"] for one in evidence] for name in ("obstacle", "success", "next")}
    success, following = _likeliest(each["success"]), _likeliest(each["next"]) or _signed(told, each["next"])
    return Parts(
        obstacles=_stretches(told, _reasons(told, each["obstacle"])),
        success=_part(unmarked(told.pieces[success[0]], told.tongue), success[1]) if success else None,
        following=_part(_announced(told, following[0]), following[1]) if following else None,
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


def _stretches(told: Told, each: Sequence[float]) -> list[Part]:
    """Return what tells a part: clauses beside each other in one sentence are one stretch."""
    found: list[Part] = []
    places = [place for place, likely in enumerate(each) if likely >= CLEAR]
    for place in places:
        first = last = place
        if last - 1 in places and together(told.text, told.pieces, last - 1):
            continue
        while last + 1 in places and together(told.text, told.pieces, last):
            last += 1
        stretch = unmarked(joined(told.text, told.pieces[first], told.pieces[last]), told.tongue)
        found.append(Part(clause=stretch, likely=max(each[first : last + 1])))
    return found


def _announced(told: Told, place: int) -> Clause:
    """Return the clause of the next step, with the clause behind it where only that one names its day."""
    piece = told.pieces[place]
    behind = next(iter(told.pieces[place + 1 :]), None)
    if behind is None or told.to_come(piece) or not told.to_come(behind):
        return piece
    return joined(told.text, piece, behind) if len(piece.plain.split()) <= _ANNOUNCES else piece


def _by_signs(told: Told) -> Parts:
    found, score = barrier(told.text, told.pieces, told.tongue, negative=True)
    place = next_step(told.pieces, told.tongue)
    following = None if place is None else _announced(told, place)
    return Parts(
        obstacles=[part] if (part := _part(found if score else None, BY_SIGNS)) else [],
        success=_part(praise(told.pieces, told.tongue), BY_SIGNS),
        following=_part(following, BY_SIGNS),
    )
