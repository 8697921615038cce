"""How often something is held, as plans write it: ``minimaal 6x per jaar``, ``halfjaarlijks``, ``2 x``."""

import re
from dataclasses import dataclass

WORDS = {
    word: number
    for number, words in enumerate(
        ("een één eenmaal eens", "twee tweemaal", "drie driemaal", "vier viermaal", "vijf vijfmaal",
         "zes zesmaal", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")"
TIMES = r"(?:x|×|xl|keer|maal)"
PERIODS = {"jaar": 1, "schooljaar": 1, "kalenderjaar": 1, "halfjaar": 2, "half jaar": 2, "semester": 2}
PERIODS |= {"kwartaal": 4, "periode": 4, "maand": 12, "week": 40}
ADVERBS = {"halfjaarlijks": 2, "tweejaarlijks": 0, "jaarlijks": 1, "driemaandelijks": 4, "tweemaandelijks": 6}
ADVERBS |= {"tweewekelijks": 20, "maandelijks": 12, "wekelijks": 40}
ADVERBS |= {"ieder kwartaal": 4, "elk kwartaal": 4, "elke maand": 12, "iedere maand": 12, "elke week": 40}
ADVERBS |= {"per kwartaal": 4, "per maand": 12, "per half jaar": 2, "per halfjaar": 2}
ADVERBS |= {"elk jaar": 1, "ieder jaar": 1, "elk half jaar": 2, "ieder half jaar": 2, "elk schooljaar": 1}
_PER = r"(?:per|/|p\.?|in een|in het)\s*(" + "|".join(sorted(PERIODS, key=len, reverse=True)) + r")\b"
COUNTED = re.compile(
    rf"(?P<at_least>(?:minimaal|ten minste|tenminste|minstens|min\.|minimum)\s+)?"
    rf"(?<![\w.,])(?P<count>{NUMBER})(?:\s*(?:-|–|tot|t/m|à|a|of)\s*(?P<until>{NUMBER}))?\s*{TIMES}(?!\w)"
    rf"(?:\s*{NUMBER}\s*{TIMES}(?!\w))?"
    rf"(?P<per>\s*{_PER})?",
    re.IGNORECASE,
)
MULTIPLE = re.compile(
    rf"(?P<at_least>(?:minimaal|ten minste|tenminste|minstens|min\.|minimum)\s+)?"
    rf"\b(?P<count>tweemaal|driemaal|viermaal|vijfmaal|zesmaal|eenmaal|eens)\b(?P<per>\s*{_PER})?",
    re.IGNORECASE,
)
EVERY = re.compile(
    rf"\b(?:eens per|elke|iedere|om de|1x per|één keer per)\s+({NUMBER})\s+(weken|maanden)\b", re.IGNORECASE
)
ADVERB = re.compile(r"\b(" + "|".join(sorted(ADVERBS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
SCHOOL_WEEKS = 40


@dataclass(frozen=True, kw_only=True)
class Frequency:
    """How often: ``count`` times, in a year when ``yearly``, else in the period that it is said of.

    ``before`` and ``after`` are what stands around it in the text; ``typo`` when it is written wrongly.
    """

    count: int
    yearly: bool
    minimum: bool = False
    typo: bool = False
    before: str = ""
    after: str = ""


def read_frequency(text: str) -> Frequency | None:
    """Return the first frequency in ``text``, or None; a week counts 40 times a year, as schools do."""
    readings = [read(text) for read in (_every, _counted, _adverb)]
    found = [reading for reading in readings if reading is not None and reading.count > 0]
    return min(found, key=lambda reading: len(reading.before), default=None)


def number(word: str) -> int:
    """Return what a number in figures or as a word up to twelve stands for."""
    return WORDS.get(word.casefold()) or int(word)


def _counted(text: str) -> Frequency | None:
    match = COUNTED.search(text) or MULTIPLE.search(text)
    if match is None:
        return None
    period = next((g for g in reversed(match.groups()) if g and g.casefold() in PERIODS), None)
    if match.re is MULTIPLE and period is None:
        return None
    return Frequency(
        count=number(match["count"]) * PERIODS[period.casefold()] if period else number(match["count"]),
        yearly=period is not None,
        minimum=bool(match["at_least"]) or bool(match.groupdict().get("until")),
        typo=bool(re.search(r"\dxl\b", match[0], re.IGNORECASE)),
        before=text[: match.start()],
        after=text[match.end() :],
    )


def _adverb(text: str) -> Frequency | None:
    match = ADVERB.search(text)
    if match is None:
        return None
    before, after = text[: match.start()], text[match.end() :]
    return Frequency(count=ADVERBS[match[1].casefold()], yearly=True, before=before, after=after)


def _every(text: str) -> Frequency | None:
    match = EVERY.search(text)
    if match is None:
        return None
    in_a_year = SCHOOL_WEEKS if match[2].casefold() == "weken" else 12
    return Frequency(
        count=max(1, round(in_a_year / number(match[1]))),
        yearly=True,
        before=text[: match.start()],
        after=text[match.end() :],
    )
