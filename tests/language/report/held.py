"""What was reached is held: the shares of what is read right and wrong, by set and field, as ``held.tsv`` has them.

Totals only: what falls is told without a case, so that the unseen ones stay unseen.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.language.report import cases, messages, score
from tests.language.report.promises import Promise, Tally, of_dates, of_messages
from tests.language.report.tables import of_our_messages, of_ours

FILE = Path(__file__).parents[1] / "held.tsv"
SPARE = 0.01  # of the cases, and one at least: a rule that mends ten may cost one
Row = tuple[str, str]  # the set, and the field or kind of date


def reached() -> dict[Row, Tally]:
    """Return what is reached today."""
    found: dict[Row, Tally] = {}
    for name in cases.SETS:
        found |= {(name, f"dates: {kind}"): of_dates(of_ours(name), kind) for kind in score.KINDS}
        found[name, "dates"] = of_dates(of_ours(name))
        found |= {(name, row): of_messages(of_our_messages(name), row) for row in messages.ROWS}
    return {row: tally for row, tally in found.items() if tally.cases}


def best() -> dict[Row, Promise]:
    """Return what was reached before, from the file."""
    lines = (line.split("\t") for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {(name, row): Promise(right=float(right), wrong=float(wrong)) for name, row, right, wrong in lines}


def fallen(now: Mapping[Row, Tally], before: Mapping[Row, Promise]) -> Iterator[str]:
    """Yield what is worse than before by more than the spare; what has no cases any more is worse, too."""
    for row, promise in before.items():
        tally = now.get(row)
        if tally is None or not tally.keeps(promise, max(1, SPARE * tally.cases)):
            right, wrong = _shares(tally) if tally else (0.0, 0.0)
            yield f"{', '.join(row)}: {right} % right, {wrong} % wrong; it was {promise}"


def better(before: Mapping[Row, Promise], now: Mapping[Row, Tally]) -> dict[Row, Promise]:
    """Return the better of before and now."""
    found = dict(before)
    for row, tally in now.items():
        right, wrong = _shares(tally)
        known = before.get(row, Promise(right=right, wrong=wrong))
        found[row] = Promise(right=max(right, known.right), wrong=min(wrong, known.wrong))
    return found


def hold() -> None:
    """Write the better of before and now into the file."""
    lines = [
        f"{name}\t{row}\t{one.right:g}\t{one.wrong:g}"
        for (name, row), one in better(best(), reached()).items()
    ]
    FILE.write_text("\n".join(["# set\tfield\tper cent right\tper cent wrong", *lines, ""]), "utf-8")


def _shares(tally: Tally) -> tuple[float, float]:
    return round(100 * tally.right / tally.cases, 1), round(100 * tally.wrong / tally.cases, 1)
