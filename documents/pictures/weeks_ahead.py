"""The weeks ahead in the picture of the week: what comes on which day, its kind told by a shape."""

from documents.pictures import week_words as words
from documents.pictures.picture_parts import (
    BLUE,
    BODY,
    FIGURE,
    GREEN,
    LEFT,
    QUIET,
    RIGHT,
    ROW,
    SPACE,
    TITLE,
    VERMILION,
    Block,
    Draft,
    more,
)
from documents.pictures.sheet import Shape, Sheet, diamond, disc, star
from programme.text import Phrase
from programme.week import Coming, ComingKind, by_day

SYMBOL, AFTER_DATE, AFTER_SYMBOL = 28, 24, 16
KINDS: dict[ComingKind, tuple[str, Shape]] = {
    ComingKind.MILESTONE: (BLUE, diamond),
    ComingKind.MEETING: (VERMILION, disc),
    ComingKind.SESSION: (GREEN, star),
}


def weeks_ahead(draft: Draft, room: int) -> list[Block]:
    """Return a title and a row for each coming thing, the nearest first, as many as ``room`` pixels hold."""
    items = by_day(draft.week.coming)
    if not items:
        return []
    head = _head(draft, [kind for kind in ComingKind if any(item.kind is kind for item in items)])
    fits = max(3, (room - head.height) // ROW)
    shown = items if len(items) <= fits else items[: fits - 1]
    dates = [draft.say(Phrase("{day:brief}", {"day": item.day}), FIGURE) for item in shown]
    symbols = LEFT + AFTER_DATE + max(round(draft.letters.width(date, FIGURE)) for date in dates)
    once = [date if date not in dates[:i] else "" for i, date in enumerate(dates)]
    rows = [_row(draft, item, date, symbols) for item, date in zip(shown, once, strict=True)]
    return [head, *rows, *more(draft, len(items) - len(shown), symbols + SYMBOL + AFTER_SYMBOL)]


def _row(draft: Draft, item: Coming, date: str, symbol: int) -> Block:
    left = symbol + SYMBOL + AFTER_SYMBOL
    title = draft.say(words.coming_title(item), BODY, RIGHT - left)

    def paint(sheet: Sheet, top: int) -> None:
        middle = top + ROW // 2
        sheet.write(LEFT, middle, date, FIGURE)
        _symbol(sheet, symbol, middle, item.kind)
        sheet.write(left, middle, title, BODY)

    return Block(ROW, paint)


def _head(draft: Draft, kinds: list[ComingKind]) -> Block:
    """Write the title with the meaning of the shapes beside it, or under it where they do not fit."""
    title = draft.say(words.coming_head(), TITLE)
    labels = {kind: draft.say(words.kind(kind), QUIET) for kind in kinds}
    widths = {kind: SYMBOL + 10 + round(draft.letters.width(label, QUIET)) for kind, label in labels.items()}
    taken = sum(widths.values()) + 34 * (len(kinds) - 1)
    beside = draft.letters.width(title, TITLE) + 40 + taken <= SPACE

    def paint(sheet: Sheet, top: int) -> None:
        sheet.write(LEFT, top + ROW / 2, title, TITLE)
        x, middle = (RIGHT - taken, top + ROW // 2) if beside else (LEFT, top + ROW // 2 + 48)
        for kind, label in labels.items():
            _symbol(sheet, x, middle, kind)
            sheet.write(x + SYMBOL + 10, middle, label, QUIET)
            x += widths[kind] + 34

    return Block(ROW if beside else ROW + 48, paint)


def _symbol(sheet: Sheet, left: int, middle: int, kind: ComingKind) -> None:
    colour, shape = KINDS[kind]
    half = SYMBOL // 2
    sheet.shape((left, middle - half, left + SYMBOL, middle + half), colour, shape)
