"""``make language-report``: measure, print, and write the figures into docs/language.md."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from tests.language.report import cases, held, messages, score
from tests.language.report.rivals import RIVALS
from tests.language.report.tables import beside, ours, written

PAGE = Path(__file__).parents[3] / "docs" / "language.md"


def main() -> None:
    """Do what was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.language.report", description=__doc__)
    parser.add_argument(
        "--ours", action="store_true", help="leave the other libraries' figures as they stand"
    )
    parser.add_argument(
        "--hold",
        action="store_true",
        help="let no figure fall below what it is now (tests/language/held.tsv)",
    )
    parser.add_argument(
        "--misses", action="store_true", help="list what is read wrong of the cases that anyone may see"
    )
    asked = parser.parse_args()
    tables = ours() | ({} if asked.ours else beside(RIVALS))
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), tables), encoding="utf-8")
    if asked.hold:
        held.hold()
    console = Console(soft_wrap=True, markup=False, highlight=False)
    for name, table in tables.items():
        console.print(f"\n{name}\n{table}")
    if asked.misses:
        for miss in (*missed_dates(), *missed_fields()):
            console.print(miss)


def missed_dates() -> Iterator[str]:
    """Yield the phrases of the open sets that are not read right, with what was meant and what was read."""
    for case in (case for name in cases.OPEN for case in cases.dates(name)):
        (read,) = score.ours([case])
        if score.verdict(case, read) != "right":
            yield f"{case.now:%Y-%m-%d} {case.text!r}: {case.meaning}, read {next(iter(read))}"


def missed_fields() -> Iterator[str]:
    """Yield the fields of the open sets' messages that are not read right."""
    for case in (case for name in cases.OPEN for case in cases.messages(name)):
        for field, verdict in messages.verdicts(case).items():
            if verdict != "right":
                read = messages.found(messages.read(case), field)
                yield f"{case.text!r}: {field} {case.expect[field]!r}, read {read!r}"


if __name__ == "__main__":
    main()
