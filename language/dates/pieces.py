"""How a rule of the grammar is written: "<o> week van <m><year>", each name in angles a piece of ``PIECES``.

``<wd>`` has to be there and gives the group ``wd``; ``<wd?>`` may be missing, with the space behind it. A figure tells
two of a kind apart (``<d>``, ``<d2>``). A rule is only tried where words of all the sorts that it needs stand in
the text: most messages hold none, and are done.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from language.dates.english import ENGLISH
from language.dates.spans import Found, Frame
from language.dates.words import (
    AMOUNT,
    BREAK_NAMES,
    DAY_NAMES,
    DAYS_IN_WORDS,
    EDGES,
    FEAST_NAMES,
    MINUTES,
    MONTH_NAMES,
    NAMED_DAYS,
    ORDINALS,
    PARTS,
    SEASONS,
    SHORT_DAYS,
    SHORT_MONTHS,
    STEPS,
    UNITS,
    any_of,
)
from language.late import Late

DATE = "§"  # stands for each letter of a date that was read

_THROUGH = r"(?:-|–|/|t/m|tot en met|tot|en)"
_STEPPED_YEAR = r"(?:volgend|komend|dit|vorig|afgelopen) jaar"
# A year behind a date; in front of it the same, told from today.
_YEAR = (
    r"(?:,? (?:van |in )?(?P<y>20\d\d)\b(?![-/.]\d)| ?(?:van )?'(?P<yy>\d\d)\b|"
    rf",? (?:van )?(?P<ystep>{_STEPPED_YEAR})\b)?"
)
PIECES: Mapping[str, str] = {
    "wd": any_of(DAY_NAMES),
    "m": any_of(MONTH_NAMES),
    "d": r"\d{1,2}",
    "dth": r"\d{1,2}(?:e|ste|de)?",
    "o": any_of(ORDINALS),
    "edge": any_of(EDGES),
    "step": any_of(STEPS),
    "n": AMOUNT,
    "unit": any_of(UNITS),
    "minutes": any_of(MINUTES),
    "part": any_of(PARTS),
    "season": any_of(SEASONS),
    "b": any_of(BREAK_NAMES),
    "f": any_of(FEAST_NAMES),
    "name": any_of(NAMED_DAYS),
    "figure": r"20\d\d",
}
_FREE: Mapping[str, str] = {
    "year": _YEAR,
    "yearbefore": rf"(?:(?P<ybefore>{_STEPPED_YEAR}) (?:in |op )?)?",
    "to": rf" ?{_THROUGH} ?",
    "upto": rf" ?{_THROUGH.replace('|en)', ')')} ?",
}
# What gives a rule's words away: figures, or words that no dictionary but this has.
_RUNS = (
    "week",
    "weken",
    "weekend",
    "maand",
    "kwartaal",
    "jaar",
    "q",
    "schooljaar",
    "schooljaren",
    "halfjaar",
    "helft",
)
_KINDS: Mapping[str, Iterable[str]] = {
    "wd": DAY_NAMES,
    "m": MONTH_NAMES,
    "o": (*(o for o in ORDINALS if o.isalpha()), "e", "ste", "de"),
    "edge": EDGES,
    "step": STEPS,
    "unit": UNITS,
    "minutes": MINUTES,
    "part": PARTS,
    "season": SEASONS,
    "b": (name.split()[-1] for name in BREAK_NAMES),
    "f": (name.split()[-1] for name in FEAST_NAMES),
    "name": NAMED_DAYS,
    "run": _RUNS,
    "_work": ("werkdag", "werkdagen", "schooldag", "schooldagen", "lesdag"),
    "_ago": ("geleden", "terug"),
    "_short_day": SHORT_DAYS,
    "_short_month": SHORT_MONTHS,
    "_count": DAYS_IN_WORDS,
    "_clock": (
        "half", "kwart", "voor", "over", "vanaf", "na", "middernacht", "uur", "u", "h", "hr", "om", "rond",
        "tegen", "omstreeks", "tussen", "tot", "klokke", "ochtends", "middags", "avonds", "morgens",
        "nachts", "nacht", "ochtend", "middag", "avond", "smiddags", "sochtends", "savonds", "smorgens",
    ),
    "_english": ENGLISH,
    "_every": (
        "elk", "elke", "ieder", "iedere", "alle", "per", "dagelijks", "wekelijks", "maandelijks",
        "jaarlijks", "tweewekelijks", "driewekelijks", "vierwekelijks", "vijfwekelijks", "zeswekelijks",
        "achtwekelijks", "tweemaandelijks", "driemaandelijks", "halfjaarlijks", "dagelijkse", "wekelijkse",
        "maandelijkse", "jaarlijkse", "tweewekelijkse", "om", "keer", "x", "werkdagen", "eens", "eenmaal",
        "doordeweeks", "maal", "weekenden",
    ),
}  # fmt: skip
BITS = {name: 1 << number for number, name in enumerate(_KINDS)}
SHORT_DAY, SHORT_MONTH, WORD_FOR_DAY = BITS["_short_day"], BITS["_short_month"], BITS["_count"]
FIGURE = 1 << len(BITS)
ENGLISH_WORD = BITS["_english"]
CLOCK, REPEATED, MINUTE = BITS["_clock"], BITS["_every"], BITS["minutes"]
# Words around dates that are mended when they are mistyped, though they make no date by themselves.
_AROUND = ("uiterlijk", "vanaf", "binnen", "tussen")

# Words and figures that a rule spells out itself; where it names several, the text has to have one of their sort.
_SIGNS = (
    (Late(r"\\d"), FIGURE),
    (Late(rf"\b{any_of(_RUNS)}\b"), BITS["run"]),
    (Late(r"\bwerkdagen\b"), BITS["_work"]),
    (Late(r"\bgeleden\b"), BITS["_ago"]),
    (Late(r"(?<!\|)\(\?P<step>"), BITS["step"]),
)
_ASIDE = Late(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")
# What may be missing: a group, with at most one level of groups in it, and a question mark behind it.
_OPTIONAL = Late(r"\((?:[^()]|\([^()]*\))*\)\?")

Match = re.Match[str]
Build = Callable[[Match, Frame], Found]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What a phrase looks like, the sorts of words that it needs, and what it yields."""

    pattern: re.Pattern[str]
    needs: int
    build: Build


def rule(template: str, build: Build) -> Rule:
    """Compile one line of the grammar, with borders of words around it."""
    needed = _ASIDE.sub("", _OPTIONAL.sub("", template))
    needs = 0
    for name in re.findall(r"(?<!\?P)<([a-z]+)\d*>", needed):
        needs |= FIGURE if name in ("d", "dth", "figure") else BITS.get(name, 0)
    for sign, bit in _SIGNS:
        if sign.search(needed):
            needs |= bit
    return Rule(
        pattern=re.compile(rf"(?<![\w{DATE}])(?:{written(template)})(?!\w)"), needs=needs, build=build
    )


def written(template: str) -> str:
    """Return a template as a regular expression."""
    return re.sub(r"(?<!\?P)<(([a-z]+)\d*)(\??)>", _piece, template)


def _piece(match: Match) -> str:
    group, name, optional = match.groups()
    if name in _FREE:
        return _FREE[name]
    piece = f"(?P<{group}>{PIECES[name]})"
    if not optional:
        return piece
    if name == "wd":
        part = f"(?:{PIECES['part']})?" if group != name else f"(?P<part>{PIECES['part']})?"
        return rf"(?:{piece}{part}\.?,? )?"
    return f"(?:{piece} )?"


@cache
def sorts() -> dict[str, int]:
    """Return the grammar's words with the sorts that they are of."""
    found: dict[str, int] = dict.fromkeys(_AROUND, 0)
    for kind, words in _KINDS.items():
        for word in words:
            found[word] = found.get(word, 0) | BITS[kind]
    days = (*DAY_NAMES, *NAMED_DAYS, "van")
    for day in days:
        for part in PARTS:
            found[day + part] = BITS["part"] | BITS["wd" if day in DAY_NAMES else "name"]
            if day in DAY_NAMES:
                found[f"{day}{part}en"] = BITS["wd"] | REPEATED
    found["morgenvroeg"] = BITS["name"]
    for day in DAY_NAMES:
        for many in ("s", "en"):
            found[day + many] = BITS["wd"] | REPEATED
    return found
