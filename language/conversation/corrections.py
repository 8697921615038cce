"""What puts right something that was said before: "nee, 24", "was gisteren", "niet mislukt maar gelukt".

``vocabulary/corrections`` says how corrections are worded, in every language that people type; what the value is that
such a text gives, the readers of counts, days and results say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from language.late import compiled
from language.messages.counts import read_counts
from language.messages.spoken import punctuated
from language.numbers import find_numbers
from language.vocabulary.corrections import (
    AND,
    ASIDE,
    BEGIN,
    CHANGES,
    END,
    FIELDS,
    HOURS,
    JUST,
    MEANT,
    MORE,
    NAMED,
    NOT_RIGHT,
    NOTHING,
    OURS,
    PADDING,
    PERHAPS,
    PLACE,
    PLAINLY,
    REMOVED,
    SET,
    SURE,
    TAKEN_BACK,
    TURNED,
    UNDONE,
    VAGUE,
    WAS,
)
from language.vocabulary.tongues import joints
from language.words import fold

BRIEF = 60  # letters, of what only says that something is wrong
LONGEST = 120  # letters; what is longer is a story, even where it begins with "nee"
COUNTED = 3  # words that a figure with its noun takes: "24 leuke leerlingen"
WHO = ("pupils", "teachers", "companies", "schools")
SHORT = 5  # words after a bare "was", or behind the name of a field: more of them begin a story


@dataclass(frozen=True, kw_only=True)
class Change:
    """So many more (``by`` 1) or fewer (-1) than was said, in the words that were typed: "3 leerlingen"."""

    by: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A text that may put something right.

    ``field``: the field of a report that it names, "" where only its value tells. ``value``: the words that are
    right, "" for none; ``wrong``: the words that they take the place of; ``rest``: all that it says. ``place``: where
    it was, where that may be all it says. ``other``: another one is meant than the one that is known. ``removed``: the
    field is to be empty. ``changes``: how many more or fewer. ``undone``: it takes the last word back;
    ``taken_back``: all that was told. ``vague``: something is wrong, and it does not say what. ``sure``: it says itself
    that it corrects, whatever it says; ``more``: that it adds to what was told.
    """

    field: str = ""
    value: str = ""
    wrong: str = ""
    rest: str = ""
    place: str = ""
    other: bool = False
    removed: bool = False
    changes: tuple[Change, ...] = ()
    undone: bool = False
    taken_back: bool = False
    vague: bool = False
    sure: bool = False
    more: bool = False


def correction(text: str) -> Correction | None:
    """Return what ``text`` puts right, in the words that were typed; None for a text that is not worded so."""
    whole = " ".join(punctuated(text).split()).strip(" .,!")
    if not whole or len(whole) > LONGEST:
        return None
    whole, more = _told_besides(whole)
    if more and not whole:
        return Correction(vague=True, more=True)
    of_all = _OF_ALL if len(whole) <= BRIEF else ()
    said = next((said for said, words in of_all if compiled(words).fullmatch(f"{fold(whole)} ")), None)
    return said or _read(whole, more=more)


_OF_ALL = (
    (Correction(undone=True, sure=True), rf"(?:{UNDONE}) "),
    (Correction(taken_back=True, sure=True), TAKEN_BACK),
    (Correction(vague=True, sure=True), VAGUE),
)


def _read(whole: str, *, more: bool) -> Correction | None:
    rest, sure, perhaps = _unwrapped(whole)
    if not rest:
        return None
    found = _removed(rest) or _changed(whole) or _changed(rest) or _named(rest) or _turned(rest)
    if found is not None:
        return replace(found, rest=rest, sure=sure, more=more)
    place = _place(whole) or _place(rest)
    if sure or perhaps or place or bare_number(rest) is not None or _people(rest):
        return Correction(value=rest, rest=rest, place=place, sure=sure, more=more)
    return Correction(rest=rest, more=True) if more else None


def worded(text: str) -> bool:
    """Whether ``text`` is worded as a correction, and is no bare figure or place, as any report holds."""
    said = correction(text)
    return said is not None and (said.sure or said.more or replace(said, place="") != _bare(text))


def _bare(text: str) -> Correction:
    return Correction(value=text.strip(" .!"), rest=text.strip(" .!"))


def _told_besides(text: str) -> tuple[str, bool]:
    """Return ``text`` without the words that only say that it adds to what was told, and whether there were any."""
    lead = compiled(rf"(?:{MORE}{BEGIN})+").match(fold(text))
    rest = text[lead.end() if lead else 0 :]
    aside = compiled(ASIDE).search(fold(rest))
    if aside:
        rest = f"{rest[: aside.start()]} {rest[aside.end() :]}".strip()
    return rest, bool(lead or aside)


def _place(text: str) -> str:
    """Return the words for where it was, where that may be all that ``text`` says; they may be anything else too."""
    match = compiled(PLACE).fullmatch(fold(text))
    return text[slice(*match.span("value"))] if match and len(match["value"].split()) <= SHORT else ""


def _people(rest: str) -> bool:
    """Whether all there is are people who are counted ("24 leerlingen en 2 docenten"): they are of what was told."""
    parts = told_apart(rest)
    if not all(find_numbers(part) and len(part.split()) <= COUNTED for part in parts):
        return False
    return all({kind for kind, _start, _end in read_counts(part).at} & set(WHO) for part in parts)


def bare_number(words: str) -> float | None:
    """Return the number that is all there is in ``words``; None for anything else."""
    numbers = find_numbers(words)
    if len(numbers) != 1:
        return None
    around = f"{words[: numbers[0].start]} {words[numbers[0].end :]}"
    return numbers[0].value if compiled(JUST).fullmatch(fold(around)) else None


def told_apart(words: str) -> Sequence[str]:
    """Return the figures in ``words`` that are told beside each other: "22 en 2 docenten" is two."""
    return [part for part in re.split(compiled(AND), words) if part]


def hours_alone(words: str) -> bool:
    """Whether what may be a time of day is, said by itself, how long something took ("14 uur")."""
    return compiled(HOURS).fullmatch(fold(words).strip()) is not None


def ours(words: str) -> bool:
    """Whether a place is called one's own ("bij ons")."""
    return compiled(OURS).fullmatch(fold(words).strip()) is not None


def place_of(words: str) -> str:
    """Return where something was, as ``words`` say it ("op het lab"); they are a place already without "op"."""
    return _place(words) or words


def nothing(text: str) -> bool:
    """Whether an answer says that there was none: "geen", "niks"."""
    return compiled(NOTHING).fullmatch(fold(text).strip(" .!")) is not None


def _unwrapped(text: str) -> tuple[str, bool, bool]:
    """Return ``text`` without the words that only say that it corrects, whether it surely does, and perhaps."""
    rest, sure, before = text, False, ""
    while rest != before:
        before = rest
        plain = fold(rest)
        opened = compiled(rf"(?:{SURE}|{MEANT}){BEGIN}").match(plain)
        begun = opened or compiled(rf"{PERHAPS}{BEGIN}").match(plain) or _was(plain, sure=sure)
        closed = compiled(END).search(plain) if begun or before != text or _ends_so(plain) else None
        sure = sure or opened is not None or _ends_so(plain)
        rest = rest[begun.end() if begun else 0 : closed.start() if closed else len(rest)].strip(" ,")
    return rest, sure, rest != text


def _was(plain: str, *, sure: bool) -> re.Match[str] | None:
    found = compiled(rf"{WAS} {PADDING}").match(plain)
    few = found and (sure or len(plain[found.end() :].split()) <= SHORT)
    return found if few else None


def _ends_so(plain: str) -> bool:
    return compiled(rf"\b{MEANT}[ .!]*$").search(plain) is not None


def _removed(rest: str) -> Correction | None:
    plain = fold(rest)
    for name, names in FIELDS.items():
        if any(compiled(frame.format(field=f"(?:{names})")).fullmatch(plain) for frame in REMOVED):
            return Correction(field=name, removed=True)
    return None


def _changed(rest: str) -> Correction | None:
    """Return how many more or fewer are told, where that is all there is."""
    found = [_change(part) for part in re.split(compiled(rf"\s*(?:,|\b(?:{joints('and_')})\b)\s*"), rest)]
    changes = tuple(one for one in found if one)
    return Correction(changes=changes) if changes and len(changes) == len(found) else None


def _change(part: str) -> Change | None:
    plain = fold(part).strip(" .!")
    for by, frame in CHANGES:
        match = compiled(frame).fullmatch(plain)
        if match and find_numbers(match["value"]):
            return Change(by=by, words=match["value"])
    return None


def _named(rest: str) -> Correction | None:
    plain = fold(rest)
    if not compiled("|".join(FIELDS.values())).search(plain):
        return None
    for name, names in FIELDS.items():
        put = compiled(SET.format(names=names)).fullmatch(plain)
        if put:
            return Correction(field=name, value=rest[slice(*put.span("value"))].strip())
        match = compiled(NAMED.format(names=names)).fullmatch(plain)
        value = _right(rest[slice(*match.span("value"))].strip()) if match else ""
        if match and (match["other"] or match["says"] or _plainly(name, value)):
            value = "" if compiled(NOT_RIGHT).match(match["says"]) else value
            return Correction(field=name, value=value, other=bool(match["other"]) and not value)
    return None


def _right(value: str) -> str:
    """Return what takes the place of something else, where a value tells both: "niet in maart maar in april"."""
    turned = _turned(value)
    return turned.value if turned else value


def _plainly(name: str, value: str) -> bool:
    return name in PLAINLY and 0 < len(value.split()) <= SHORT


def _turned(rest: str) -> Correction | None:
    for words in TURNED:
        match = compiled(words).fullmatch(fold(rest))
        if match:
            right, wrong = (rest[slice(*match.span(part))].strip(" ,") for part in ("value", "wrong"))
            return Correction(value=_like(right, wrong), wrong=_like(wrong, right))
    return None


def _like(words: str, other: str) -> str:
    """Return a bare number with what the other side says of its own: "niet 28 maar 27 november" is of November."""
    numbers = find_numbers(other)
    if bare_number(words) is None or bare_number(other) is not None or len(numbers) != 1:
        return words
    return f"{other[: numbers[0].start]}{words}{other[numbers[0].end :]}"
