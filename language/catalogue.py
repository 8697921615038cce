"""The message catalogue: English ids in the code, Dutch (or English) for the reader.

Values in braces are rendered for the same reader. A date takes one of the formats of ``DATES`` after a colon:
``{due}`` is "dinsdag 30 november 2021", ``{due:short}`` "30 nov"; a number takes the language's separators.
Babel is imported when something is worded: who only reads what people type does not wait for it.
"""

import gettext
import io
import string
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from programme.text import Lines, Phrase, Text

LANGUAGES = ("nl", "en")
FOLDER = Path(__file__).parent / "locale"
DATES = {
    "": "EEEE d MMMM y",
    "short": "d MMM",
    "dated": "d MMM y",
    "brief": "EEE d MMM",
    "day": "EEEE d MMMM",
    "year": "d MMMM y",
    "month": "MMMM y",
    "weekday": "EEEE",
    "plain": "d MMMM",
    "name": "MMMM",
    "time": "HH:mm",
    "moment": "EEEE d MMMM HH:mm",
}


class Catalogue:
    """The wording of one language; an id without a translation is shown as it stands."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"language {language!r} is not one of {', '.join(LANGUAGES)}")
        self.language = language
        self._translations = _load(language)

    def render(self, text: Text) -> str:
        """Return ``text`` in this language, its values filled in, its lines joined."""
        if isinstance(text, str):
            return text
        if isinstance(text, Lines):
            return "\n".join([self.render(line) for line in text.texts])
        wording = self._translations.gettext(text.id)
        if text.plural:
            wording = self._translations.ngettext(text.id, text.plural, int(str(text.values["n"])))
        pieces = [
            literal if name is None else literal + self._written(text.values[name], form or "")
            for literal, name, form in _pieces(wording)
        ]
        return "".join(pieces)

    def _written(self, value: object, form: str) -> str:
        """Write a value as readers of this language do."""
        if isinstance(value, Phrase | Lines | str):
            return self.render(value)
        if isinstance(value, datetime):
            from babel.dates import format_datetime

            return format_datetime(value, DATES[form], value.tzinfo, locale=self.language)
        if isinstance(value, date):
            return _day(value, DATES[form], self.language)
        if isinstance(value, bool):
            raise TypeError("a truth value has no wording")
        if isinstance(value, int | float | Decimal):
            return _number(value, form or None, self.language)
        return str(value)


@lru_cache(maxsize=4096)
def _pieces(wording: str) -> tuple[tuple[str, str | None, str | None], ...]:
    """Take a wording apart once: what stands before each brace, the name of the value in it, and its form."""
    return tuple((literal, name, form) for literal, name, form, _ in string.Formatter().parse(wording))


@lru_cache(maxsize=2048)
def _day(value: date, pattern: str, language: str) -> str:
    from babel.dates import format_date

    return format_date(value, pattern, locale=language)


@lru_cache(maxsize=2048, typed=True)
def _number(value: float | Decimal, pattern: str | None, language: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, pattern, locale=language)


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language, read once for the process."""
    return Catalogue(language)


def _load(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (FOLDER / f"{language}.po").open("rb") as file:
        messages = read_po(file, locale=language)
    binary = io.BytesIO()
    write_mo(binary, messages)
    binary.seek(0)
    return gettext.GNUTranslations(binary)
