"""A sheet to draw on: smooth shapes, patterns that tell areas apart without colour, and text.

Pillow draws hard edges; each shape is therefore drawn as a mask at four times its size and reduced.
"""

import io
from collections.abc import Callable
from functools import reduce
from math import cos, pi, sin

from PIL import Image, ImageChops, ImageColor, ImageDraw

from documents.pictures.lettering import CAPITAL, Lettering, Style

FINE = 4

Box = tuple[int, int, int, int]  # left, top, right, bottom; right and bottom are outside
Shape = Callable[
    [ImageDraw.ImageDraw, int, int], None
]  # paints white on a black mask of this width and height


def rounded(radius: int) -> Shape:
    """Fill the whole box, with round corners of ``radius`` pixels."""

    def paint(mask: ImageDraw.ImageDraw, width: int, height: int) -> None:
        mask.rounded_rectangle(
            (0, 0, width - 1, height - 1), min(radius * FINE, width // 2, height // 2), 255
        )

    return paint


def stripes(mask: ImageDraw.ImageDraw, width: int, height: int) -> None:
    """Slanted lines, seven pixels wide, every eighteen."""
    for x in range(-height, width + height, 18 * FINE):
        mask.line((x, height, x + height, 0), fill=255, width=7 * FINE)


def dots(mask: ImageDraw.ImageDraw, width: int, height: int) -> None:
    """Fill the box with rows of dots, each row shifted by half."""
    step, radius = 16 * FINE, 4 * FINE
    for row, y in enumerate(range(step // 2, height, step // 2)):
        for x in range(step // 4 + row % 2 * step // 2, width, step):
            mask.ellipse((x - radius, y - radius, x + radius, y + radius), 255)


def diamond(mask: ImageDraw.ImageDraw, width: int, height: int) -> None:
    """Draw a square on its point."""
    mask.polygon([(width / 2, 0), (width, height / 2), (width / 2, height), (0, height / 2)], 255)


def disc(mask: ImageDraw.ImageDraw, width: int, height: int) -> None:
    """Draw a circle, somewhat smaller than its box, as the eye wants beside a diamond."""
    inset = width // 10
    mask.ellipse((inset, inset, width - inset, height - inset), 255)


def star(mask: ImageDraw.ImageDraw, width: int, height: int) -> None:
    """Draw a star of five points."""
    turns = [(pi * i / 5 - pi / 2, 0.54 if i % 2 == 0 else 0.26) for i in range(10)]
    mask.polygon([(width * (0.5 + r * cos(a)), height * (0.53 + r * sin(a))) for a, r in turns], 255)


def check(mask: ImageDraw.ImageDraw, width: int, height: int) -> None:
    """Draw a tick."""
    points = [(width * 0.1, height * 0.55), (width * 0.4, height * 0.82), (width * 0.9, height * 0.2)]
    mask.line(points, 255, width=width // 6, joint="curve")


class Sheet:
    """A picture of one size and ground colour; positions are in pixels from its upper left corner."""

    def __init__(self, width: int, height: int, ground: str, lettering: Lettering) -> None:
        self._image = Image.new("RGB", (width, height), ground)
        self._pen = ImageDraw.Draw(self._image)
        self._lettering = lettering

    def rectangle(self, box: Box, colour: str) -> None:
        """Fill a box with straight edges."""
        self._pen.rectangle((box[0], box[1], box[2] - 1, box[3] - 1), colour)

    def shape(self, box: Box, colour: str, *within: Shape) -> None:
        """Colour what all of the given shapes have in common."""
        masks = [_mask((box[2] - box[0]) * FINE, (box[3] - box[1]) * FINE, shape) for shape in within]
        self._image.paste(colour, box, reduce(ImageChops.darker, masks).reduce(FINE))

    def write(self, x: float, middle: float, text: str, style: Style, align: str = "l") -> None:
        """Write a line whose capitals are centred on ``middle``; ``x`` is its ``align``: l, m or r."""
        baseline = round(middle + CAPITAL * style.size / 2)
        font = self._lettering.font(style)
        self._pen.text((round(x), baseline), text, fill=style.colour, font=font, anchor=align + "s")

    def png(self, *pairs: tuple[str, str]) -> bytes:
        """Return the picture as PNG without metadata, in the colours of each pair and those between.

        The pairs are those that touch, such as letters and their ground. A palette found by counting colours
        would give up what is rare, and a small symbol would lose the very colour that tells it apart.
        """
        palette = Image.new("P", (1, 1))
        palette.putpalette(_between(pairs))
        out = io.BytesIO()
        self._image.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", compress_level=6)
        return out.getvalue()


def _between(pairs: tuple[tuple[str, str], ...]) -> list[int]:
    found: list[int] = []
    for pair in pairs:
        one, other = (ImageColor.getrgb(colour) for colour in pair)
        steps = 1 + max(abs(a - b) for a, b in zip(one, other, strict=True)) // 16
        for i in range(steps + 1):
            found += [round(a + (b - a) * i / steps) for a, b in zip(one, other, strict=True)]
    return found


def _mask(width: int, height: int, shape: Shape) -> Image.Image:
    mask = Image.new("L", (width, height), 0)
    shape(ImageDraw.Draw(mask), width, height)
    return mask
