"""What all parts of a picture share: measures, colours, styles, and the block that is stacked on a page."""

from collections.abc import Callable
from dataclasses import dataclass

from documents.pictures.lettering import STRONG, Lettering, Style
from documents.pictures.sheet import Sheet, rounded
from language.catalogue import Catalogue
from programme.text import Text, n_
from programme.week import WeekPicture

WIDTH = 1080
MARGIN, PAD, GAP, INSET = 28, 40, 16, 22
LEFT, RIGHT = MARGIN + PAD, WIDTH - MARGIN - PAD
SPACE = RIGHT - LEFT
ROW = 52

# The colours of Okabe and Ito, which people with any kind of colour vision can tell apart, on calm greys.
NAVY, GROUND, CARD, TRACK = "#12344D", "#EDF1F4", "#FFFFFF", "#DCE4EA"
INK, MUTED, PALE = "#16212B", "#51606D", "#D5E3EE"
BLUE, SKY, ORANGE, VERMILION, GREEN = "#0072B2", "#56B4E9", "#E69F00", "#D55E00", "#00785A"
TOUCHING = (
    *((colour, CARD) for colour in (INK, MUTED, NAVY, BLUE, SKY, ORANGE, VERMILION, GREEN, TRACK, GROUND)),
    *((colour, NAVY) for colour in (CARD, PALE)),
    (BLUE, TRACK),
)

NAME, UNDER = Style(54, CARD, STRONG), Style(37, PALE)
TITLE, BODY, QUIET, FIGURE = Style(42, INK, STRONG), Style(37, INK), Style(36, MUTED), Style(37, INK, STRONG)
LARGE = Style(58, NAVY, STRONG)


@dataclass(frozen=True)
class Block:
    """A part of the picture: how tall it is, and how it is painted from a top downwards."""

    height: int
    paint: Callable[[Sheet, int], None]


@dataclass(frozen=True)
class Draft:
    """What every part needs: the week, the reader's wording, and the measure of its letters."""

    week: WeekPicture
    wording: Catalogue
    letters: Lettering

    def say(self, text: Text, style: Style, width: float = SPACE) -> str:
        """Return the text in the reader's language, shortened to what fits."""
        return self.letters.shorten(self.wording.render(text), style, width)


def line(text: str, style: Style, height: int) -> Block:
    """Write one line, centred in ``height``."""
    return Block(height, lambda sheet, top: sheet.write(LEFT, top + height / 2, text, style))


def card(blocks: list[Block]) -> Block:
    """Stack blocks on a white card, as wide as the page."""
    height = sum(block.height for block in blocks) + 2 * INSET

    def paint(sheet: Sheet, top: int) -> None:
        sheet.shape((MARGIN, top, WIDTH - MARGIN, top + height), CARD, rounded(24))
        inner = top + INSET
        for block in blocks:
            block.paint(sheet, inner)
            inner += block.height

    return Block(height, paint)


def more(draft: Draft, hidden: int, left: int) -> list[Block]:
    """Say how many more there are; nothing where all are shown."""
    if not hidden:
        return []
    text = draft.say(n_("and {n} more", "and {n} more", hidden), QUIET)
    return [Block(ROW, lambda sheet, top: sheet.write(left, top + ROW / 2, text, QUIET))]
