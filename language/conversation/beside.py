"""What somebody puts right in one text, piece by piece: "was gisteren, 12 lln, laptops leeg" is three of them."""

from collections.abc import Sequence

from language.conversation.corrections import COUNTED, bare_number
from language.late import compiled
from language.messages.counts import read_counts
from language.messages.spoken import punctuated
from language.numbers import find_numbers
from language.vocabulary.corrections import BEGIN, BORDER, DENIED, MEANT, MORE, PERHAPS, SURE
from language.words import fold

Spot = tuple[int, int]  # from where to where in the text


def beside(text: str) -> list[Spot]:
    """Return the pieces of ``text``; a word that only begins one, and figures beside each other, stay together."""
    plain = fold(punctuated(text))
    borders = [border.span() for border in compiled(BORDER).finditer(plain)]
    starts, ends = [0, *(end for _start, end in borders)], [*(start for start, _end in borders), len(text)]
    found: list[Spot] = []
    for start, end in zip(starts, ends, strict=True):
        if not plain[start:end].strip():
            continue
        before = found[-1] if found else None
        if before and (
            _leads(plain[slice(*before)]) or (_counts(text[slice(*before)]) and _counts(text[start:end]))
        ):
            found[-1] = (before[0], end)
        else:
            found.append((start, end))
    return found


def run_on(text: str, spots: Sequence[Spot]) -> tuple[str, ...]:
    """Return what stands at some spots of ``text``; those that no more than a comma parts are one."""
    found: list[Spot] = []
    for start, end in spots:
        if found and not text[found[-1][1] : start].strip(" ,"):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(text[slice(*spot)].strip(" ,.") for spot in found)


def denies(text: str) -> bool:
    """Whether a piece begins as what is taken back does ("niet 26"): the piece before it may be what is right."""
    return compiled(DENIED).match(fold(text).strip()) is not None


def _leads(plain: str) -> bool:
    return compiled(rf"(?:(?:{SURE}|{PERHAPS}|{MORE}|{MEANT}){BEGIN})+").fullmatch(plain.strip()) is not None


def _counts(text: str) -> bool:
    """Whether there is no more than a figure in a piece, with its noun perhaps."""
    few = len(text.split()) <= COUNTED and bool(find_numbers(text))
    return few and (bare_number(text) is not None or read_counts(text).at != ())
