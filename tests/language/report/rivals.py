"""Three libraries that read dates, each asked as its documentation says, in the wall clock of the case.

They are told the case's language, and that English is that of Europe. None of them reads in the bot as it does here;
they are installed for the report, and imported when it is made.
"""

import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from importlib import import_module, resources
from pathlib import Path
from typing import Any

from tests.language.moment import HOME
from tests.language.report.cases import DateCase, Meaning
from tests.language.report.meanings import CLOCK, around, between, day, moment, period, span
from tests.language.report.score import Reader, Readings

REGIONS = {"nl": None, "en": "GB"}
CHRONO = Path(__file__).parent.parent / "rivals"


def dateparser(cases: Sequence[DateCase]) -> Iterable[Readings]:
    """Ask dateparser, with dates preferred from the future; its ``period`` is the grain."""
    data = import_module("dateparser.date")
    for case in cases:
        settings = {
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": case.now.replace(tzinfo=None),
            "RETURN_TIME_AS_PERIOD": True,
        }
        parser = data.DateDataParser(
            languages=[case.language], region=REGIONS[case.language], settings=settings
        )
        found = parser.get_date_data(case.text)
        yield frozenset(_dateparsed(found.date_obj, found.period))


def _dateparsed(at: datetime | None, grain: str) -> Iterator[Meaning]:
    if at is None:
        return
    if grain == "time":
        yield moment(at)
        return
    yield day(at.date())
    yield around(at, grain)


def duckling(cases: Sequence[DateCase]) -> Iterable[Readings]:
    """Ask Duckling for times, in UTC made of the wall clock: it misreads the zones' newer files."""
    library = import_module("duckling")
    zones = library.load_time_zones(str(resources.files("tzdata") / "zoneinfo"))
    locales = {
        language: library.parse_locale(
            f"{language}_{region}", library.default_locale_lang(library.parse_lang(language))
        )
        for language, region in REGIONS.items()
    }
    dimensions = library.parse_dimensions(["time"])
    for case in cases:
        seconds = int(case.now.replace(tzinfo=UTC).timestamp())
        context = library.Context(library.parse_ref_time(zones, "UTC", seconds), locales[case.language])
        found = library.parse(case.text, context, dimensions, False)
        longest = max(found, key=lambda one: len(one["body"]), default=None)
        yield frozenset(_duckled(longest["value"], case.now) if longest else ())


def _duckled(value: dict[str, Any], now: datetime) -> Iterator[Meaning]:
    if value["type"] == "value":
        yield around(_wall(value), value["grain"])
        yield from _days_away(_wall(value), now)
        return
    ends = [value[side] for side in ("from", "to") if side in value]
    grain = ends[0]["grain"]
    if len(ends) == 2:
        yield from between(_wall(ends[0]), _wall(ends[1]), grain)
    elif grain in CLOCK:
        yield moment(_wall(ends[0]))
    else:  # from a day on, or until one: that day, or the one before
        yield day(_wall(ends[0]).date())
        if "to" in value:
            yield day(_wall(ends[0]).date() - timedelta(days=1))


def _days_away(at: datetime, now: datetime) -> Iterator[Meaning]:
    """Yield the day of what lies whole days from now: "over 10 dagen" comes with the hour that it is."""
    if at.time() == now.time() and at.date() != now.date():
        yield day(at.date())


def _wall(point: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(point["value"]).replace(tzinfo=None)


def chrono(cases: Sequence[DateCase]) -> Iterable[Readings]:
    """Ask chrono; what it is certain of is the grain."""
    asked = "".join(
        json.dumps({"text": one.text, "now": one.now.isoformat(), "language": one.language}) + "\n"
        for one in cases
    )
    answered = subprocess.run(
        ["node", "chrono.mjs"],
        cwd=CHRONO,
        env={"PATH": os.environ["PATH"], "TZ": HOME.key},
        input=asked,
        capture_output=True,
        text=True,
        check=True,
    )
    for case, line in zip(cases, answered.stdout.splitlines(), strict=True):
        found = json.loads(line)
        yield frozenset(_chronoed(found, case.now) if found else ())


def _chronoed(found: dict[str, Any], now: datetime) -> Iterator[Meaning]:
    start, certain = datetime.fromisoformat(found["start"]["at"]), found["start"]["certain"]
    if found["end"]:
        end = datetime.fromisoformat(found["end"]["at"])
        yield span(start, end) if "hour" in certain else period(start.date(), end.date())
        return
    if "hour" in certain:
        yield moment(start)
        return
    yield around(start, _grain(certain))
    yield from _days_away(start, now)
    if start.hour not in (12, now.hour):  # "vanavond" is eight o'clock to it
        yield moment(start)


def _grain(certain: Sequence[str]) -> str:
    if not certain or {"day", "weekday"} & set(certain):
        return "day"
    return "month" if "month" in certain else "year"


RIVALS: dict[str, Reader] = {"dateparser": dateparser, "Duckling": duckling, "chrono": chrono}
