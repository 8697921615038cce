"""What a rehearsal tells: every message for a program, and for a reader how much each person hears in each week."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text as Cell

from bot.voice import Voice
from jobs.rehearsal import Rehearsed, Said
from programme.groups import as_counted
from programme.text import Text, _, lines, n_
from programme.wording import school_years

WEEKS = 13
MUCH = 3
NAMES = 28
Quarter = tuple[
    int, int
]  # the ISO year, and which of its stretches of thirteen weeks; the last holds week 53


def as_json(rehearsed: Rehearsed) -> list[dict[str, str]]:
    """Return every message as ``{"at", "to", "chat", "kind", "item", "text"}``, ``at`` in ISO with its offset."""
    return [
        {
            "at": one.at.isoformat(),
            "to": one.to,
            "chat": "private" if one.private else "channel",
            "kind": one.kind,
            "item": ", ".join(one.items),
            "text": one.text,
        }
        for one in rehearsed.said
    ]


def report(rehearsed: Rehearsed, voice: Voice, *, aside: bool) -> None:
    """Say what the load is and what to know about it; ``aside`` leaves standard output to the messages."""
    if not aside:
        for table in load(rehearsed, voice):
            voice.show(table)
        for text in _told(rehearsed.said):
            voice.say(text)
    for text in (*_stand_ins(rehearsed), *_warnings(rehearsed)):
        voice.mention(text)


def load(rehearsed: Rehearsed, voice: Voice) -> Iterator[Table]:
    """Yield a table for each quarter of a year in which somebody hears something: people down, weeks across."""
    quarters: dict[Quarter, list[Said]] = defaultdict(list)
    for one in rehearsed.said:
        if one.private:
            quarters[_quarter(one)].append(one)
    for quarter, said in quarters.items():
        yield _table(quarter, said, rehearsed, voice)


def _quarter(one: Said) -> Quarter:
    year, week, _day = one.at.isocalendar()
    return year, min((week - 1) // WEEKS, 3)


def _table(quarter: Quarter, said: Iterable[Said], rehearsed: Rehearsed, voice: Voice) -> Table:
    year, number = quarter
    people: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        people[one.recipient].append(one)
    held = {one.at.isocalendar().week for theirs in people.values() for one in theirs}
    weeks = range(number * WEEKS + 1, max(number * WEEKS + WEEKS, *held) + 1)
    title = voice.render(_("{year}, messages in week", year=str(year)))
    table = Table(box=SIMPLE_HEAD, padding=0, pad_edge=False)
    table.add_column(title, width=NAMES, overflow="fold")
    for week in weeks:
        table.add_column(str(week), justify="right", width=2, no_wrap=True)
    table.add_column(voice.render(_("together")), justify="right", no_wrap=True)
    for recipient, theirs in sorted(people.items(), key=lambda one: (-len(one[1]), as_counted(one[1][0].to))):
        mark = "* " if recipient in rehearsed.stand_ins else ""
        table.add_row(f"{mark}{theirs[0].to}", *_cells(theirs, weeks))
    return table


def _cells(theirs: list[Said], weeks: range) -> Iterator[Cell]:
    heard = Counter(one.at.isocalendar().week for one in theirs)
    for week in weeks:
        count = heard[week]
        yield Cell(str(count or "·"), style="bold" if count >= MUCH else "")
    yield Cell(str(len(theirs)))


def _told(said: tuple[Said, ...]) -> Iterator[Text]:
    private = [one for one in said if one.private]
    channels = len(said) - len(private)
    yield n_("{n} message to {people}", "{n} messages to {people}", len(private), people=_people(private))
    yield n_("{n} message in a channel", "{n} messages in channels", channels)
    if private:
        weeks = Counter((one.recipient, one.to, one.at.isocalendar()[:2]) for one in private)
        (_key, name, (_year, week)), count = max(weeks.items(), key=lambda one: one[1])
        yield _("Most in one week: {count} for {name}, in week {week}.", count=count, name=name, week=week)
    yield _("With --json every message is shown as it would be said.")


def _people(private: list[Said]) -> Text:
    return n_("{n} person", "{n} people", len({one.recipient for one in private}))


def _stand_ins(rehearsed: Rehearsed) -> Iterator[Text]:
    names = sorted(rehearsed.stand_ins.values(), key=as_counted)
    if names:
        yield lines(
            n_(
                "Nobody has been invited yet for {n} owner of the plan (*); somebody who does not exist stood in:",
                "Nobody has been invited yet for {n} owners of the plan (*); people who do not exist stood in:",
                len(names),
            ),
            ", ".join(names),
        )


def _warnings(rehearsed: Rehearsed) -> Iterator[Text]:
    for name, years in rehearsed.uncovered:
        yield _(
            "{region} has no school holidays for {years}: reminders would come in them.",
            region=name or rehearsed.region.name,
            years=school_years(years),
        )
