"""What a company gives: is it promised or delivered, what of each, and is there something that can be touched?

Only what was given counts, so wherever a clause says that something may, will or could be given, it is to come; a
participle beside it ("er worden 2 lessen gegeven") changes nothing of that.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from language.late import compiled
from language.messages.clauses import clauses
from language.messages.counts import read_counts
from language.vocabulary.gifts import (
    BETWEEN,
    GIVEN,
    HAS_BEEN,
    KEPT,
    LENT,
    MANAGED,
    NOT_YET,
    ONCE,
    PROMISED,
    REFUSED,
    SENTENCE,
    THING,
    TO_COME,
)
from language.words import fold

LONGEST = 1500  # letters; of a longer text only the beginning is read, and nothing is taken apart


@dataclass(frozen=True, kw_only=True)
class _Part:
    """A stretch of a text: whether what it tells is to come (None: it does not say), and whether it tells of a gift.

    ``closed``: its verb stands at its end, so that what follows belongs to another.
    """

    start: int
    end: int
    to_come: bool | None
    holds: bool
    closed: bool


def promised(text: str) -> bool | None:
    """Whether ``text`` promises something (True) or says that it was given (False); None when it says neither.

    Of what tells of both it is False: ``given_and_promised`` tells them apart.
    """
    parts = _parts(text[:LONGEST])
    said = [part.to_come for part in parts if part.holds and part.to_come is not None]
    said = said or [part.to_come for part in parts if part.to_come is not None]
    return all(said) if said else None


def given_and_promised(text: str) -> tuple[str, str] | None:
    """Return what ``text`` says was given and what is still to come, as it was typed; None where it is one of the two.

    A promise of which is told only now what became of it is not promised again: the second is then empty.
    """
    parts = _joined(_parts(text)) if len(text) <= LONGEST else []
    given, to_come = ([one for one in parts if one.holds and one.to_come is ahead] for ahead in (False, True))
    if not given or not to_come:
        return None
    told = [text[one.start : one.end] for one in given]
    ahead = [text[one.start : one.end] for one in to_come if not _told_once(fold(text), one)]
    return ", ".join(told), ", ".join(ahead)


def _told_once(plain: str, part: _Part) -> bool:
    once = compiled(ONCE).search(plain, part.start, part.end)
    return bool(once or compiled(KEPT).match(plain, part.end))


def refused(text: str) -> bool:
    """Whether all that ``text`` tells of a gift is that there is none: "helaas kunnen we de 500 euro niet geven"."""
    plain = fold(text[:LONGEST])
    if compiled(NOT_YET).search(plain) or not any(compiled(sign).search(plain) for sign in REFUSED):
        return False
    told = [plain[part.start : part.end] for part in _parts(plain) if part.holds]
    return all(any(compiled(sign).search(one) for sign in REFUSED) for one in told)


def material(text: str) -> str:
    """Return what ``text`` calls the material, as it was typed; where only lending is told, that piece of it."""
    thing = compiled(THING).search(fold(text))
    if thing:
        return text[thing.start() : thing.end()]
    lent = (piece for piece in clauses(text) if compiled(LENT).search(piece.plain))
    return next((piece.text for piece in lent if read_counts(piece.text).euros is None), "")


def _parts(text: str) -> list[_Part]:
    plain, parts, start = fold(text), [], 0
    for border in (*compiled(BETWEEN).finditer(plain), None):
        end = border.start() if border else len(text)
        if plain[start:end].strip():
            parts.append(_part(text, plain, start, end))
        start = border.end() if border else end
    return parts


def _part(text: str, plain: str, start: int, end: int) -> _Part:
    said = plain[start:end]
    closes = compiled(SENTENCE).search(plain, end)
    asks = "?" if closes and closes[0] == "?" else ""
    counts = read_counts(text[start:end])
    return _Part(
        start=start,
        end=end,
        to_come=_to_come(said + asks),
        holds=bool(counts.hours or counts.euros or compiled(THING).search(said)),
        closed=any(compiled(f"(?:{sign})\\W*$").search(said) for sign in (*GIVEN, *PROMISED)),
    )


def _to_come(plain: str) -> bool | None:
    """Return whether what a folded part tells of is still to come; None where it does not say."""
    for signs, to_come in (
        (MANAGED, False),
        (TO_COME, True),
        (GIVEN, False),
        (PROMISED, True),
        (HAS_BEEN, False),
    ):
        if any(compiled(sign).search(plain) for sign in signs):
            return to_come
    return None


def _joined(parts: Sequence[_Part]) -> list[_Part]:
    """Return the parts, each with those beside it that do not say by themselves what it is."""
    found: list[_Part] = []
    for part in parts:
        before = found[-1] if found else None
        if before is None or (before.to_come is not None and (part.to_come is not None or before.closed)):
            found.append(part)
            continue
        to_come = before.to_come if part.to_come is None else part.to_come
        holds = before.holds or part.holds
        found[-1] = replace(part, start=before.start, to_come=to_come, holds=holds)
    return found
