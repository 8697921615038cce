"""The last resort: whole dates in another notation or language (December 3, 2026), with the help of dateparser.

dateparser guesses wildly at anything else in Dutch, so it is shown nothing but a day and the name of a month, and it
has to give that very day back. It is slow to import, and imported only then.
"""

import warnings

from language.dates.named import dated
from language.dates.spans import Found, Frame
from language.late import Late

_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|\.|er)?"
_MONTH = r"(?P<m>(?:jan|f[eé][bv]|m[aä]r|apr|avr|ma[iy]|ju[nil]|aug|ao[uû]|sep|o[ck]t|nov|d[eé][cz])[^\W\d_]{0,7})\.?"
_YEAR = r"(?:,? (?P<y>20\d\d))?"
_SHAPES = tuple(
    Late(rf"(?:on |by |until |the )*{shape}{_YEAR}[.!]?")
    for shape in (rf"{_MONTH} {_DAY}", rf"{_DAY}(?: of)? {_MONTH}")
)
# Not a year: it only has to have a 29th of February.
_LEAP = 2028


def absolute(plain: str, frame: Frame) -> Found:
    """Return the day that the whole of ``plain`` names in English, German or French; None for anything else."""
    match = next((found for shape in _SHAPES if (found := shape.fullmatch(plain))), None)
    if match is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import dateparser  # type: ignore[import-untyped]

        found = dateparser.parse(
            f"{match['d']} {match['m']} {_LEAP}",
            languages=["en", "de", "fr"],
            settings={"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "DATE_ORDER": "DMY"},
        )
    if found is None or (found.year, found.day) != (_LEAP, int(match["d"])):
        return None
    return dated(found.day, found.month, int(match["y"]) if match["y"] else None, frame)
