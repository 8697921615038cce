"""The figures as tables in Markdown, the same in docs/language.md and in the terminal."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from tests.language.report import cases, messages, score
from tests.language.report.promises import DATES, MESSAGES, Tally, of_dates, of_messages
from tests.language.report.score import Reader


def ours() -> dict[str, str]:
    """Return the tables of the bot's own figures by the name of their place in the docs."""
    return {"dates": _dates(), "messages": _messages()}


def beside(rivals: Mapping[str, Reader]) -> dict[str, str]:
    """Return the tables in which other libraries stand beside the bot."""
    return {"rivals": _totals(rivals), "rivals by kind": _by_kind(rivals)}


def written(page: str, tables: Mapping[str, str]) -> str:
    """Return ``page`` with each table between its markers; a place that is not there is a ValueError."""
    for name, table in tables.items():
        place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        if not place.search(page):
            raise ValueError(f"no place for {name}")
        page = place.sub(lambda match, text=table: f"{match[1]}{text}\n{match[2]}", page)  # type: ignore[misc]
    return page


def _dates() -> str:
    scored = {name: of_ours(name) for name in cases.SETS}
    rows = [
        [kind, *(_cell(of_dates(scored[name], kind)) for name in cases.SETS)]
        for kind in score.KINDS
        if any(of_dates(one, kind).cases for one in scored.values())
    ]
    rows.append(["**all**", *(_share(of_dates(scored[name])) for name in cases.SETS)])
    english = {name: [c for c in cases.dates(name) if c.language == "en"] for name in cases.SETS}
    rows.append(
        ["in English", *(_cell(of_dates(_scored(c, score.ours, score.verdict))) for c in english.values())]
    )
    rows.append(["promised", "", "", str(DATES)])
    return _table(["kind", *cases.SETS], rows)


def _messages() -> str:
    scored = {name: of_our_messages(name) for name in cases.SETS}
    rows = [
        [row, *(_share(of_messages(scored[name], row)) for name in cases.SETS), _promised(row)]
        for row in messages.ROWS
        if any(of_messages(one, row).cases for one in scored.values())
    ]
    return _table(["field", *cases.SETS, "promised"], rows)


def _promised(row: str) -> str:
    return str(MESSAGES[row]) if row in MESSAGES else ""


@cache
def of_ours(name: str) -> score.Scores:
    """Score the bot on the dates of one set."""
    chosen = cases.dates(name)
    readings = score.ours(chosen)
    return score.tally(chosen, map(score.verdict, chosen, readings))


@cache
def of_our_messages(name: str) -> messages.Scores:
    """Score the bot on the messages of one set."""
    return messages.scores(cases.messages(name))


def _totals(rivals: Mapping[str, Reader]) -> str:
    every = {name: cases.dates(name) for name in cases.SETS}
    plain = {
        name: [case for case in chosen if not score.needs_calendar(case)] for name, chosen in every.items()
    }
    rows = [*_readers(rivals, every, ""), *_readers(rivals, plain, ", no school calendar needed")]
    return _table(["", *cases.SETS], rows)


def _readers(
    rivals: Mapping[str, Reader], sets: Mapping[str, Sequence[cases.DateCase]], note: str
) -> Iterable[list[str]]:
    yield [
        f"**Aanjager**{note}",
        *(_share(of_dates(_scored(chosen, score.ours, score.verdict))) for chosen in sets.values()),
    ]
    for name, reader in rivals.items():
        found = (of_dates(_scored(chosen, reader, score.rival_verdict)) for chosen in sets.values())
        yield [f"{name}{note}", *map(_share, found)]


def _by_kind(rivals: Mapping[str, Reader]) -> str:
    unseen = cases.dates("unseen")  # nobody's examples, so nobody's advantage
    scored = [_scored(unseen, score.ours, score.verdict)]
    scored += [_scored(unseen, reader, score.rival_verdict) for reader in rivals.values()]
    rows = [
        [kind, str(of_dates(scored[0], kind).cases), *(_cell(of_dates(one, kind)) for one in scored)]
        for kind in score.KINDS
    ]
    return _table(["kind", "cases", "**Aanjager**", *rivals], rows)


def _scored(chosen: Sequence[cases.DateCase], reader: Reader, judge: score.Judge) -> score.Scores:
    return score.tally(chosen, map(judge, chosen, reader(chosen)))


def _cell(tally: Tally) -> str:
    if not tally.cases:
        return "–"
    partly = f" ({tally.partly} partly)" if tally.partly else ""
    return f"{tally.right} / {tally.wrong}{partly} / {tally.nothing}"


def _share(tally: Tally) -> str:
    return f"{100 * tally.right / tally.cases:.1f} %: {_cell(tally)}" if tally.cases else "–"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
