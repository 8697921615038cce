"""Text in a picture: the font that is shipped, how wide words are, and how they are shortened or wrapped.

Letters are placed one after the other by their own widths (Pillow's basic layout): the same picture on every
machine, whichever text-shaping library it has.
"""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
REGULAR = "Inter-Regular.otf"
STRONG = "Inter-SemiBold.otf"
ELLIPSIS = "…"
UNKNOWN = "\U0010ffff"  # no font has it: it is drawn as the empty box
LONGEST = 300
CAPITAL = 0.727  # height of Inter's capitals, as a part of the size


@dataclass(frozen=True)
class Style:
    """How text is written: its size in pixels, its colour, its font file."""

    size: int
    colour: str
    font: str = REGULAR


class Lettering:
    """Measures and fits text. Made anew for each drawing: a font object is not safe in two threads."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}
        self._known: dict[str, bool] = {}

    def font(self, style: Style) -> ImageFont.FreeTypeFont:
        """Return the font of a style, opened once."""
        key = (style.font, style.size)
        if key not in self._fonts:
            path = FONTS / style.font
            self._fonts[key] = ImageFont.truetype(path, style.size, layout_engine=ImageFont.Layout.BASIC)
        return self._fonts[key]

    def width(self, text: str, style: Style) -> float:
        """Return how wide ``text`` is, in pixels."""
        return self.font(style).getlength(text)

    def has(self, character: str, font: str = REGULAR) -> bool:
        """Tell whether the font can write this character; what it cannot shows as an empty box."""
        key = font + character
        if key not in self._known:
            mask = self.font(Style(20, "", font)).getmask
            self._known[key] = character == " " or bytes(mask(character)) not in (bytes(mask(UNKNOWN)), b"")
        return self._known[key]

    def writable(self, text: str) -> str:
        """Return ``text`` on one line, composed, without what the font cannot write (emoji, controls)."""
        composed = unicodedata.normalize("NFC", text[:LONGEST].encode(errors="ignore").decode())
        spaced = "".join(" " if letter.isspace() else letter for letter in composed)
        return " ".join("".join(letter for letter in spaced if self.has(letter)).split())

    def shorten(self, text: str, style: Style, width: float) -> str:
        """Return ``text`` if it fits in ``width`` pixels, else its first words and an ellipsis.

        Where the next word is so long that half the room would stay empty, it is cut within that word.
        """
        text = self.writable(text)
        if self.width(text, style) <= width:
            return text
        letters = self._letters(text, style, width - self.width(ELLIPSIS, style))
        end = max(text.rfind(between, 0, letters + 1) for between in " -")
        if end < letters / 2:
            end = letters
        return text[:end].rstrip(" ,.;:-–(/&") + ELLIPSIS

    def wrap(self, text: str, style: Style, width: float, most: int) -> list[str]:
        """Break ``text`` at spaces and hyphens into lines of ``width``; the last of ``most`` is shortened."""
        left, found = self.writable(text), list[str]()
        while left and len(found) < most - 1:
            line = self._first_line(left, style, width)
            found.append(line.strip())
            left = left[len(line) :].strip()
        return [*found, self.shorten(left, style, width)] if left else found

    def _first_line(self, text: str, style: Style, width: float) -> str:
        ends = [i + 1 for i, letter in enumerate(text) if letter in " -–/"] + [len(text)]
        fitting = [end for end in ends if self.width(text[:end].rstrip(), style) <= width]
        return text[: fitting[-1]] if fitting else text[: self._letters(text, style, width)]

    def _letters(self, text: str, style: Style, width: float) -> int:
        return max((n for n in range(1, len(text) + 1) if self.width(text[:n], style) <= width), default=1)
