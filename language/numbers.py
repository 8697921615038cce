"""Numbers as people type them, in Dutch or English: in figures, in words, and as "2x 2".

Figures follow Dutch habits (a dot groups thousands, a comma starts decimals). A number glued to letters or to
another number by a hyphen or a colon ("4H2", "13-15", "9:30") is a name or a time, and is left alone. What stands
behind a minus is below zero; behind a dash that begins a line among others it is an item of a list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from language.late import Late

_UNITS = {
    "nul": 0, "één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
}  # fmt: skip
_TENS = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90,
}  # fmt: skip
_ENGLISH_UNITS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()  # noqa: SIM905
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_ENGLISH: dict[str, float] = {name: number for number, name in enumerate(_ENGLISH_UNITS, start=1)}
_ENGLISH |= {name: number for number, name in zip(range(20, 100, 10), _ENGLISH_TENS, strict=True)}
_ENGLISH |= {
    f"{ten}-{one}": _ENGLISH[ten] + _ENGLISH[one] for ten in _ENGLISH_TENS for one in _ENGLISH_UNITS[:9]
}
_ENGLISH |= {f"{count} hundred": 100.0 * _ENGLISH[count] for count in _ENGLISH_UNITS[:9]}
_ENGLISH |= {"hundred": 100.0, "a hundred": 100.0, "thousand": 1000.0, "dozen": 12.0}
_PARTS = {"half": 0.5, "halve": 0.5, "anderhalf": 1.5, "anderhalve": 1.5}
MOST = 999_999_999  # of anything that people count; what is longer is a telephone or account number
_PAIR, _DOZEN = {"paar": 2}, {"tiental": 10, "dozijn": 12, "twintigtal": 20, "dertigtal": 30}
_MILLION = {"miljoen": 1_000_000, "mln": 1_000_000}
_SIZES = {"honderd": 100, "duizend": 1000, "hundred": 100, "thousand": 1000} | _MILLION

# Figures: grouped thousands first, so that "1.875,50" is not read as 1.
# Three figures behind a comma are thousands too: so English groups them, and nobody counts people in thousandths.
FIGURES = r"(?:\d{1,3}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3})+(?!\d)|\d+)(?:[.,]\d{1,2}(?!\d))?"
_BEFORE = r"(?:(?<!\w)|(?<=\d[x×]))(?<!\w-)(?<!\d[:.,/])"
_AFTER = r"(?=$|[^\w:/-]|[x×]\d|x\b|u\b|k\b|ll\b|[-/:](?!\d)|[a-z]{3})"
_FIGURE = Late(rf"{_BEFORE}({FIGURES}){_AFTER}", re.IGNORECASE)
_FRACTION = Late(rf"{_BEFORE}(?:(\d{{1,2}}) ?)?(?:([1-9])/([2-9])(?= ?(?:uur|uren|u\b|\w+uur))|([½¼¾]))")
_ENGLISH_THOUSANDS = Late(r",(?=\d{3}(?!\d))")
_AND_A = " en een "  # between "twee" and "half"
_REST = (" ", " and ")  # between "drieduizend" and "vijfhonderd"
_PARTS_OF = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_RANGE = Late(r"\d\s*[-−]$|\+/?[-−]$")  # and "+-20" is about twenty
_QUARTERS = Late(r"\b(?P<three>drie)?kwart(?= (?:miljoen|mln|ton)\b)", re.IGNORECASE)
_WORD = Late(r"[a-zéëèïü]+", re.IGNORECASE)
_ENGLISH_WORD = Late(r"(?:[a-z]+ hundred\b|[a-z]+(?:-[a-z]+)?)", re.IGNORECASE)
_TIMES = Late(r"\s*(?:x|×|keer|maal)\s*", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number in a text: its value and where it stands (``text[start:end]``)."""

    value: float
    start: int
    end: int


def typed_number(text: str) -> int | None:
    """Return the whole number that a text is, of at most nine digits; None for everything else, "²" among it."""
    said = text.strip()
    return int(said) if said.isdecimal() and len(said) <= 9 else None


def number_word(word: str, language: str = "nl") -> float | None:
    """Return the value of a word or of figures (honderdtwintig, anderhalf, 1.875,50), or None."""
    word = word.lower().strip()
    if language == "en":
        return float(_ENGLISH[word]) if word in _ENGLISH else None
    if re.fullmatch(FIGURES, word):
        return _figures(word)
    for table in (_PARTS, _PAIR, _DOZEN, _MILLION):
        if word in table:
            return float(table[word])
    if (halves := re.fullmatch(r"(.+)[eë]nhalf|(.+)[eë]neenhalf", word)) and (
        halves[1] or halves[2]
    ) in _UNITS:
        return _UNITS[halves[1] or halves[2]] + 0.5
    return _whole(word)


def find_numbers(text: str, language: str = "nl") -> list[Number]:
    """Return the numbers in ``text`` in order; "2x 2" is one number, 4; the article "een" is none."""
    return _multiplied(text, sorted(_all(text, language), key=lambda number: number.start))


def _all(text: str, language: str) -> Iterator[Number]:
    fractions = [_fraction(match) for match in _FRACTION.finditer(text)]
    yield from fractions
    for match in _FIGURE.finditer(text):
        value, start = _figures(match[1]), match.start(1)
        if value is None or any(one.start <= start < one.end for one in fractions):
            continue
        below = _below_zero(text[:start], text)
        yield Number(value=-value if below else value, start=start - below, end=match.end(1))
    for match in _QUARTERS.finditer(text):
        yield Number(value=0.75 if match["three"] else 0.25, start=match.start(), end=match.end())
    for match in (_ENGLISH_WORD if language == "en" else _WORD).finditer(text):
        value = None if match[0].lower() == "een" else number_word(match[0], language)
        if value is not None:
            yield Number(value=value, start=match.start(), end=match.end())


def _fraction(match: re.Match[str]) -> Number:
    """1/2 uur, 1 1/2 uur, ½."""
    part = _PARTS_OF[match[4]] if match[4] else int(match[2]) / int(match[3])
    return Number(value=int(match[1] or 0) + part, start=match.start(), end=match.end())


def _below_zero(before: str, text: str) -> bool:
    if not before.endswith(("-", "−")) or _RANGE.search(before):
        return False
    alone = before[:-1].rpartition("\n")[2].strip() == ""
    return not (alone and "\n" in text.strip())


def _multiplied(text: str, numbers: list[Number]) -> list[Number]:
    joined: list[Number] = []
    for number in numbers:
        before = joined[-1] if joined else None
        if before and _TIMES.fullmatch(text[before.end : number.start]):
            joined[-1] = Number(value=before.value * number.value, start=before.start, end=number.end)
        elif before and (value := _continued(text, before, number)):
            joined[-1] = Number(value=value, start=before.start, end=number.end)
        else:
            joined.append(number)
    return joined


def _continued(text: str, before: Number, number: Number) -> float | None:
    """Return what two numbers are together: drieduizend vijfhonderd, vijf en twintig, 2 duizend; None of any others."""
    between, word = text[before.end : number.start], text[number.start : number.end].lower()
    size, known = _SIZES.get(word, 0), before.value
    if between == " " and 0 < known < size:
        return known * size
    if between == _AND_A and number.value == _PARTS["half"]:
        return known + number.value
    if not (text[before.start].isalpha() and word[0].isalpha()):
        return None
    rest = any(known % size == 0 < known and number.value < size for size in (1000, 100))
    split = between == " en " and 1 <= known < 10 and word in _TENS
    split = split or (between == " " and known in range(20, 100, 10) and word in _ENGLISH_UNITS[:9])
    return known + number.value if split or (rest and between in _REST) else None


def _figures(text: str) -> float | None:
    text = _ENGLISH_THOUSANDS.sub("", text)
    if re.search(r"\.\d{1,2}$", text) and "," not in text:
        whole, _dot, part = text.rpartition(
            "."
        )  # "12.50": a dot before two figures can only be a decimal point
    else:
        whole, _comma, part = text.partition(",")
    value = float(f"{whole.replace('.', '')}.{part}")
    return value if value <= MOST else None


def _whole(word: str) -> float | None:
    """Return the value of a whole number in words: [x]duizend[x], [x]honderd[x], unit-en-ten, unit or ten."""
    for name, size in (("duizend", 1000), ("honderd", 100)):
        head, found, tail = word.partition(name)
        if found:
            times = _whole(head) if head else 1
            rest = _whole(tail.removeprefix("en")) if tail else 0
            return None if times is None or rest is None else times * size + rest
    if word in _UNITS or word in _TENS:
        return float(_UNITS.get(word, _TENS.get(word, 0)))
    split = re.fullmatch(r"(\w+?)[eë]n(\w+)", word)
    if split and split[1] in _UNITS and split[2] in _TENS and _UNITS[split[1]] < 10:
        return float(_UNITS[split[1]] + _TENS[split[2]])
    return None
