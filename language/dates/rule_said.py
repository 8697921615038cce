"""An RRULE in words: "every first Tuesday of the month, at 15:00"."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from language.dates.hours import Hours
from programme.text import Phrase, Text, _, n_

_MONDAY = date(2024, 1, 1)  # any Monday: its week gives the weekdays their names
_LEAP_YEAR = 2024
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKING_DAYS = "MO,TU,WE,TH,FR"


def rule_said(rule: str, since: date | None = None, hours: Hours | None = None) -> Phrase:
    """Return what repeats by an RRULE, as the grammar of dates writes it, from the day ``since`` on.

    ``hours`` is from when to when it is; without them the hour in the rule is told.
    """
    told = dict(part.split("=") for part in rule.split(";"))
    said = _HOW_OFTEN[told["FREQ"]](told, int(told.get("INTERVAL", "1")))
    at = time(int(told["BYHOUR"]), int(told["BYMINUTE"])) if "BYHOUR" in told else None
    said = at_hours(said, hours or ((at, None) if at else None))
    if since:
        said = _("{often}, from {day}", often=said, day=since)
    if "UNTIL" in told:
        said = _("{often}, until {day}", often=said, day=date.fromisoformat(told["UNTIL"][:8]))
    if "COUNT" in told:
        said = n_("{often}, once", "{often}, {n} times", int(told["COUNT"]), often=said)
    return said


def at_hours(said: Phrase, hours: Hours | None) -> Phrase:
    """Return what was said of several days, with the hours that each of them has."""
    if hours is None:
        return said
    first, last = hours
    if last is None:
        return _("{often}, at {time}", often=said, time=_hour(first))
    return _("{often}, {begin} to {end}", often=said, begin=_hour(first), end=_hour(last, midnight=24))


def _hour(at: time, *, midnight: int = 0) -> str:
    return f"{at.hour or (0 if at.minute else midnight)}:{at.minute:02}"


def _daily(told: Mapping[str, str], every: int) -> Phrase:
    return n_("every day", "every {n} days", every)


def _weekly(told: Mapping[str, str], every: int) -> Phrase:
    if "BYDAY" not in told:
        return n_("every week", "every {n} weeks", every)
    if told["BYDAY"] == _WORKING_DAYS and every == 1:
        return _("every working day")
    days = _row([_("{day:weekday}", day=_weekday(code)) for code in told["BYDAY"].split(",")])
    return n_("every {days}", "every {n} weeks on {days}", every, days=days)


def _monthly(told: Mapping[str, str], every: int) -> Phrase:
    if "BYDAY" in told:
        days = _row([_nth_weekday(one) for one in told["BYDAY"].split(",")])
        return n_("every {days} of the month", "every {n} months on the {days}", every, days=days)
    if "BYMONTHDAY" in told:
        days = _row([_day_of_month(int(one)) for one in told["BYMONTHDAY"].split(",")])
        return n_("every month on {days}", "every {n} months on {days}", every, days=days)
    return n_("every month", "every {n} months", every)


def _yearly(told: Mapping[str, str], every: int) -> Phrase:
    if "BYMONTH" not in told:
        return n_("every year", "every {n} years", every)
    on = date(_LEAP_YEAR, int(told["BYMONTH"]), int(told.get("BYMONTHDAY", "1")))
    return (
        _("every year on {day:plain}", day=on)
        if "BYMONTHDAY" in told
        else _("every year in {day:name}", day=on)
    )


_HOW_OFTEN = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}


def _weekday(code: str) -> date:
    return _MONDAY.replace(day=1 + _CODES.index(code))


def _nth_weekday(code: str) -> Phrase:
    day = _weekday(code[-2:])
    nths = {
        1: _("first {day:weekday}", day=day),
        2: _("second {day:weekday}", day=day),
        3: _("third {day:weekday}", day=day),
        4: _("fourth {day:weekday}", day=day),
        5: _("fifth {day:weekday}", day=day),
        -1: _("last {day:weekday}", day=day),
    }
    return nths[int(code[:-2])]


def _day_of_month(number: int) -> Phrase:
    return _("the last day") if number < 0 else _("day {n}", n=number)


def _row(texts: Sequence[Text]) -> Text:
    """Join texts with commas, the last two with "and"."""
    *first, last = texts
    if not first:
        return last
    before = first[0]
    for one in first[1:]:
        before = _("{first}, {rest}", first=before, rest=one)
    return _("{one} and {two}", one=before, two=last)
