"""Who owns a milestone, as plans write it: teams, roles and people, several of them, and who helps them.

A line is an owner, and so is each part of an enumeration: ``12 t/m 18`` is seven teams. What follows "i.s.m."
behind an owner on the same line helps that owner and is a partner; on a line of its own it is an owner too.
"""

import re
from dataclasses import dataclass

from programme.records import Role

BULLET = re.compile(r"^(?:\s*(?:[-–—•*▪·●o]|\d+[.)])(?=\s|-))*\s*[-–—•*▪·●]*\s*")
WITH = re.compile(
    r"\s*\b(?:i\.?\s?s\.?\s?m\b\.?|in samenwerking met|samen met|in overleg met|i\.?o\.?m\b\.)\s*:?\s*", re.I
)
NUMBERS = r"\d+(?:\s*(?:,|&|\+|/|-|–|en|t/m|tot en met|tm)\s*\d+)+"
NUMBERED = re.compile(
    r"^(?P<head>.*?(?:team|groep|cluster|kring|school|commissie|lijn)(?:s|en)?)\s*(?:nrs?\.?\s*)?(?P<list>"
    + NUMBERS
    + r")$",
    re.I,
)
RANGE = re.compile(r"(\d+)\s*(?:t/m|tot en met|tm|-|–)\s*(\d+)|(\d+)", re.I)
LARGEST_RANGE = 40
LONGEST = 3000  # more than this is a text, and a hostile one costs time
SINGULAR: tuple[tuple[str, str], ...] = (
    ("teams", "team"),
    ("groepen", "groep"),
    ("scholen", "school"),
    ("commissies", "commissie"),
)
SINGULAR += (("clusters", "cluster"), ("kringen", "kring"), ("lijnen", "lijn"))
GROUP = re.compile(
    r"(?:team|groep|commissie|raad|college|school|bestuur|cluster|afdeling|bedrijf|bureau|gemeente|netwerk)\b|"
    r"(?:teams|groepen|docenten|leraren|scholen|bedrijven|coördinatoren|coordinatoren|leiders|managers|"
    r"directeuren|directies|partners|gemeenten|medewerkers|besturen|decanen|mentoren)\b",
    re.I,
)
FUNCTION = re.compile(
    r"(?:coördinator|coordinator|manager|leider|leidster|docent|leraar|directeur|voorzitter|secretaris|decaan|"
    r"mentor|trekker|penvoerder|contactpersoon|adviseur|bestuurder|medewerker|ambassadeur|regisseur)\b",
    re.I,
)

# Who leads the programme of a region, by any name; of a part of it (a line, a school, a subregion) it is somebody else.
MANAGER = re.compile(
    r"(?:(?:de|het|onze|algeme?en|regiona(?:al|le)|sto)[- ])*"
    r"(?:(?:programma|project)[- ]?(?:manage(?:r|ment)|leid(?:er|ster|ing))|programma[- ]?co[oö]rdinator)s?"
    r"(?: (?:van )?(?:de |het )?(?:regio|programma|sto|sterk techniekonderwijs)| \((?:sto|regio)\))?",
    re.I,
)


@dataclass(frozen=True, kw_only=True)
class OwnersReading:
    """The owners, the lead first, and the partners; ``doubted`` are names that may be two owners."""

    owners: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    doubted: tuple[str, ...] = ()


def read_owners(text: str) -> OwnersReading:
    """Read the owners in a cell; names stay as written, an enumeration of numbers becomes as many names."""
    owners: list[str] = []
    partners: list[str] = []
    for line in re.split(r"[\n;]+", text[:LONGEST]):
        lead, *helpers = [part.strip(" ,:") for part in WITH.split(unbulleted(line))]
        if not lead and helpers:
            lead, *helpers = helpers
        owners += _names(lead)
        partners += [name for helper in helpers for name in _names(helper)]
    return OwnersReading(
        owners=_distinct(owners),
        partners=_distinct(partners),
        doubted=tuple(name for name in _distinct(owners) if _may_be_two(name)),
    )


def owner_like(text: str) -> bool:
    """Return whether a cell looks like owners by its words: a team, a role, a school, a company."""
    return len(text) < 300 and bool(GROUP.search(text) or FUNCTION.search(text))


def unbulleted(line: str) -> str:
    """Return a line without its bullet and surrounding space; inner runs of space become one."""
    return " ".join(BULLET.sub("", line, count=1).split())


def numbers_in(text: str) -> list[int]:
    """Return the numbers of an enumeration such as ``1, 2 t/m 4 en 7``; none when a range makes no sense."""
    found: list[int] = []
    for first, last, single in RANGE.findall(text):
        low, high = (int(first), int(last)) if first else (int(single), int(single))
        if high < low or high - low > LARGEST_RANGE:
            return []
        found += range(low, high + 1)
    return found


def _names(text: str) -> list[str]:
    parts = [text] if NUMBERED.match(text) else _parts(text)
    return [name for part in parts for name in _expanded(part.strip(" ,.")) if name]


def _parts(text: str) -> list[str]:
    """Split an enumeration at commas and spaced slashes, and at ``en`` where both sides are owners."""
    label, colon, rest = text.partition(":")
    listed = _outside_brackets(rest if colon and "," in rest and label.count(" ") < 3 else text)
    return [name for part in listed for name in _at_and(part)]


def _outside_brackets(text: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for match in re.finditer(r"[()]|,(?!\d)|\s/\s|(?<=\D),(?=\d)", text):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if match[0] not in "()" and depth == 0:
            parts.append(text[start : match.start()])
            start = match.end()
    return _whole([*parts, text[start:]])


def _whole(parts: list[str]) -> list[str]:
    """A comma before bare numbers belongs to an enumeration: ``Team 1, 2 en 3``."""
    joined: list[str] = []
    for part in parts:
        if joined and re.match(r"\s*\d", part):
            joined[-1] += "," + part
        else:
            joined.append(part)
    return joined


def _at_and(text: str) -> list[str]:
    for match in re.finditer(r"\s+(?:en|&|\+)\s+", text):
        left, right = text[: match.start()], text[match.end() :]
        if text[: match.start()].count("(") > text[: match.start()].count(")"):
            continue
        if _two(left, right):
            return [left, *_at_and(right)]
    return [text]


def _two(left: str, right: str) -> bool:
    """Two groups, or two functions of one kind, are two owners; two functions may be one person's."""
    if not (_owner(left) and _owner(right)):
        return False
    if GROUP.search(left) or GROUP.search(right):
        return bool(GROUP.search(_first_words(right)) or FUNCTION.search(_first_words(right)))
    return _kind(left) == _kind(right)


def _may_be_two(name: str) -> bool:
    left, both, right = name.partition(" en ")
    return bool(both) and bool(FUNCTION.search(left) and FUNCTION.search(_first_words(right)))


def _owner(text: str) -> bool:
    return bool(GROUP.search(text) or FUNCTION.search(text))


def _first_words(text: str) -> str:
    return " ".join(text.split()[:2])


def _kind(text: str) -> str:
    match = FUNCTION.search(text)
    return match[0].casefold() if match else ""


def _expanded(name: str) -> list[str]:
    match = NUMBERED.match(name)
    if not match:
        return [name]
    numbers = numbers_in(match["list"])
    return [f"{_singular(match['head'])} {number}" for number in numbers] if numbers else [name]


def _singular(head: str) -> str:
    for plural, singular in SINGULAR:
        if head.casefold().endswith(plural):
            return head[: -len(plural)] + _cased(singular, head[-len(plural) :])
    return head


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word


def _distinct(names: list[str]) -> tuple[str, ...]:
    return tuple(
        {name.casefold(): name for name in reversed(names)}[key]
        for key in dict.fromkeys(n.casefold() for n in names)
    )


def role_of(name: str) -> Role | None:
    """Return the role that a name is by itself; None for a team, or for a function that many may have."""
    return Role.MANAGER if MANAGER.fullmatch(name.strip(" .:")) else None
