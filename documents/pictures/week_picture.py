"""One clear picture of a region's week, made for a phone in a corridor.

A chat shows it about 360 pixels wide, a third of its size: nothing is written smaller than 36 pixels, and it
is hardly taller than one and a half times its width, because chats shrink what is taller. No fact hangs on
colour alone: areas have patterns, kinds have shapes, and every figure is written out.
"""

from functools import partial

from documents.pictures import week_words as words
from documents.pictures.lettering import Lettering, Style
from documents.pictures.picture_parts import (
    BLUE,
    BODY,
    CARD,
    FIGURE,
    GAP,
    GREEN,
    GROUND,
    INSET,
    LARGE,
    LEFT,
    MARGIN,
    NAME,
    NAVY,
    ORANGE,
    QUIET,
    RIGHT,
    ROW,
    SKY,
    SPACE,
    TITLE,
    TOUCHING,
    TRACK,
    UNDER,
    VERMILION,
    WIDTH,
    Block,
    Draft,
    card,
    line,
    more,
)
from documents.pictures.sheet import Box, Shape, Sheet, check, dots, rounded, stripes
from documents.pictures.weeks_ahead import weeks_ahead
from language.catalogue import catalogue
from programme.text import Phrase
from programme.week import IndicatorStand, PlanCounts, WeekPicture

TALLEST = 1680
INDICATORS_AT_MOST = 7

Look = tuple[str, Shape | None]
STANDINGS: tuple[Look, ...] = (
    (BLUE, None),
    (SKY, None),
    (ORANGE, stripes),
    (VERMILION, dots),
)


def draw_week(week: WeekPicture, language: str) -> bytes:
    """Draw the week for readers of ``language`` ("nl" or "en").

    Returns a PNG, 1080 pixels wide and as tall as its content, 1680 at most; the same week gives the same
    bytes.
    """
    draft = Draft(week, catalogue(language), Lettering())
    header = _header(draft)
    upper = [card(blocks) for blocks in (_plan(draft), _reported(draft)) if blocks]
    lower = [card(blocks) for blocks in (_indicators(draft),) if blocks]
    taken = sum(part.height + GAP for part in (header, *upper, *lower)) + MARGIN - GAP
    ahead = [card(blocks) for blocks in (weeks_ahead(draft, TALLEST - taken - GAP - 2 * INSET),) if blocks]
    return _page(draft, [header, *upper, *ahead, *lower])


def _page(draft: Draft, parts: list[Block]) -> bytes:
    height = sum(part.height + GAP for part in parts) + MARGIN - GAP
    sheet = Sheet(WIDTH, height, GROUND, draft.letters)
    top = 0
    for part in parts:
        part.paint(sheet, top)
        top += part.height + GAP
    return sheet.png(*TOUCHING)


def _header(draft: Draft) -> Block:
    name = draft.letters.wrap(draft.week.region, NAME, SPACE, 2)
    height = 80 + 66 * len(name)
    under = draft.say(words.subtitle(draft.week), UNDER)

    def paint(sheet: Sheet, top: int) -> None:
        sheet.rectangle((0, top, WIDTH, top + height), NAVY)
        for i, part in enumerate(name):
            sheet.write(LEFT, top + 48 + 66 * i, part, NAME)
        sheet.write(LEFT, top + height - 42, under, UNDER)

    return Block(height, paint)


def _plan(draft: Draft) -> list[Block]:
    plan = draft.week.plan
    if not plan.total:
        return []
    return [Block(ROW, partial(_plan_head, draft)), Block(80, partial(_bar, plan)), *_legend(draft)]


def _plan_head(draft: Draft, sheet: Sheet, top: int) -> None:
    plan, room = draft.week.plan, SPACE
    if plan.newly_done:
        new = draft.say(words.newly_done(plan), QUIET)
        sheet.write(RIGHT, top + ROW / 2, new, QUIET, "r")
        room -= 30 + round(draft.letters.width(new, QUIET))
    sheet.write(LEFT, top + ROW / 2, draft.say(words.plan_sum(plan), TITLE, room), TITLE)


def _bar(plan: PlanCounts, sheet: Sheet, top: int) -> None:
    counts = [count for count, _label in words.standings(plan)]
    left = LEFT
    for width, look in zip(shares(counts, SPACE + 6), STANDINGS, strict=True):
        if width:
            _area(sheet, (left, top + 10, left + width - 6, top + 64), look)
        left += width


def shares(counts: list[int], width: int) -> list[int]:
    """Divide ``width`` pixels by the counts: at least 24 for what is not zero, none for what is."""
    least = [24 if count else 0 for count in counts]
    spare = width - sum(least)
    ends = [spare * sum(counts[: i + 1]) // sum(counts) for i in range(len(counts))]
    return [few + end - start for few, start, end in zip(least, [0, *ends], ends, strict=False)]


def _area(sheet: Sheet, box: Box, look: Look) -> None:
    colour, pattern = look
    sheet.shape(box, colour, rounded(10))
    if pattern:
        sheet.shape(box, CARD, rounded(10), pattern)


def _legend(draft: Draft) -> list[Block]:
    entries = list(zip(words.standings(draft.week.plan), STANDINGS, strict=True))
    return [Block(ROW, partial(_legend_row, draft, entries[first::2])) for first in (0, 1)]


def _legend_row(draft: Draft, entries: list[tuple[tuple[int, Phrase], Look]], sheet: Sheet, top: int) -> None:
    middle = top + ROW // 2
    for x, end, ((count, label), look) in zip((LEFT, LEFT + 370), (LEFT + 350, RIGHT), entries, strict=True):
        _area(sheet, (x, middle - 18, x + 36, middle + 18), look)
        number = draft.say(Phrase("{n}", {"n": count}), FIGURE)
        sheet.write(x + 52, middle, number, FIGURE)
        start = x + 66 + draft.letters.width(number, FIGURE)
        sheet.write(start, middle, draft.say(label, BODY, end - start), BODY)


def _reported(draft: Draft) -> list[Block]:
    title = line(draft.say(words.reported_since(draft.week), TITLE), TITLE, ROW)
    tiles = words.reported(draft.week.reported)
    if not tiles:
        return [title, line(draft.say(words.no_outcomes(), QUIET), QUIET, ROW)]
    return [title, Block(124, partial(_tiles, draft, tiles))]


def _tiles(draft: Draft, tiles: tuple[tuple[int, Phrase], ...], sheet: Sheet, top: int) -> None:
    labels = [draft.say(label, QUIET) for _count, label in tiles]
    numbers = [draft.say(Phrase("{n}", {"n": count}), LARGE) for count, _label in tiles]
    style = LARGE if sum(_tile_widths(draft, numbers, labels, LARGE)) <= SPACE - 60 else FIGURE
    widths = _tile_widths(draft, numbers, labels, style)
    gap, x = min(64.0, (SPACE - sum(widths)) / 4), float(LEFT)
    for number, label, width in zip(numbers, labels, widths, strict=True):
        sheet.write(x, top + 44, number, style)
        sheet.write(x, top + 98, label, QUIET)
        x += width + gap


def _tile_widths(draft: Draft, numbers: list[str], labels: list[str], style: Style) -> list[float]:
    measure = draft.letters.width
    return [max(measure(n, style), measure(t, QUIET)) for n, t in zip(numbers, labels, strict=True)]


def _indicators(draft: Draft) -> list[Block]:
    stands = draft.week.indicators
    if not stands:
        return []
    shown = stands if len(stands) <= INDICATORS_AT_MOST else stands[: INDICATORS_AT_MOST - 1]
    title = line(draft.say(words.indicators_head(), TITLE), TITLE, ROW + 4)
    rows = [Block(62, partial(_indicator, draft, stand)) for stand in shown]
    return [title, *rows, *more(draft, len(stands) - len(shown), LEFT)]


def _indicator(draft: Draft, stand: IndicatorStand, sheet: Sheet, top: int) -> None:
    middle, bar, reached = top + 22, (top + 46, top + 56), words.reached(stand)
    sheet.shape((LEFT, bar[0], RIGHT, bar[1]), TRACK, rounded(5))
    if reached:
        sheet.shape((LEFT, bar[0], LEFT + max(10, round(SPACE * reached)), bar[1]), BLUE, rounded(5))
    figure = draft.say(words.stand(stand), FIGURE, SPACE / 2)
    sheet.write(RIGHT, middle, figure, FIGURE, "r")
    end = RIGHT - round(draft.letters.width(figure, FIGURE))
    if reached >= 1:
        end -= 46
        sheet.shape((end, middle - 16, end + 32, middle + 16), GREEN, check)
    sheet.write(LEFT, middle, draft.say(stand.name, BODY, end - LEFT - 30), BODY)
