"""The kinds of value in the settings, each with what it may be in words: a mistake is answered from here."""

import os
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator

from programme.calendar import Break
from programme.text import Phrase, _

WEEKDAYS = {
    "monday": 1,
    "tuesday": 2,
    "wednesday": 3,
    "thursday": 4,
    "friday": 5,
    "maandag": 1,
    "dinsdag": 2,
    "woensdag": 3,
    "donderdag": 4,
    "vrijdag": 5,
}


@dataclass(frozen=True, eq=False)
class Allowed:
    """What a value may be, in words, and a line that is right; shown when it is something else."""

    values: Phrase
    example: str


def _hour(value: object) -> time:
    """Return a local time from "15:30", or from TOML's own 15:30:00."""
    if isinstance(value, time):
        return value
    hour, _colon, minute = str(value).partition(":")
    if not (isinstance(value, str) and len(minute) == 2):
        raise ValueError
    return time(int(hour), int(minute))


def _weekday(value: object) -> int:
    number = WEEKDAYS.get(str(value).casefold())
    if number is None:
        raise ValueError
    return number


def _countdown(days: tuple[int, ...]) -> tuple[int, ...]:
    if not days or any(type(day) is not int or not 0 <= day <= 365 for day in days):
        raise ValueError
    return tuple(sorted(set(days), reverse=True))


def _between(first: time, last: time) -> AfterValidator:
    def check(value: time) -> time:
        if not first <= value <= last:
            raise ValueError
        return value

    return AfterValidator(check)


def _written(value: object) -> Path:
    if not isinstance(value, str) or not value:
        raise ValueError
    return Path(value).expanduser()


def _folder(path: Path) -> Path:
    if path.exists() and not path.is_dir():
        raise ValueError
    return path


def _file(path: Path) -> Path:
    if not path.is_file() or not os.access(path, os.R_OK):
        raise ValueError
    return path


def _holidays(value: object) -> Path | tuple[Break, ...]:
    """Return a calendar file, or the holidays that a list names as "2026-12-19/2027-01-03 kerstvakantie"."""
    if isinstance(value, str):
        return _file(_written(value))
    if not isinstance(value, list) or not value:
        raise ValueError
    return tuple(_holiday(each) for each in value)


def _holiday(value: object) -> Break:
    days, _space, name = str(value).partition(" ")
    first, _slash, last = days.partition("/")
    if not name.strip():
        raise ValueError
    return Break(first=date.fromisoformat(first), last=date.fromisoformat(last), name=name.strip())


def _address(value: object, *, here: bool) -> str:
    """Return the address of a server: https, or plain http on this machine, where nobody reads along."""
    if not isinstance(value, str):
        raise ValueError
    parts = urlsplit(value)
    plain = here and parts.scheme == "http" and on_this_machine(parts.hostname or "")
    if not parts.hostname or parts.query or parts.fragment or parts.username or parts.password:
        raise ValueError
    if not (plain or parts.scheme == "https") or (parts.port == 0):
        raise ValueError
    return value.rstrip("/")


def on_this_machine(host: str) -> bool:
    """Whether a host is this machine by its name or number alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Level(StrEnum):
    """How much is logged."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Format(StrEnum):
    """How the log looks."""

    CONSOLE = "console"
    JSON = "json"


Written = Annotated[Path, BeforeValidator(_written)]
Switch = Annotated[bool, Field(strict=True), Allowed(_("true or false"), "true")]
Days = Annotated[int, Field(strict=True, ge=1, le=365), Allowed(_("a whole number from 1 to 365"), "7")]
Months = Annotated[int, Field(strict=True, ge=1, le=24), Allowed(_("a whole number from 1 to 24"), "6")]
Port = Annotated[
    int, Field(strict=True, ge=1, le=65535), Allowed(_("a whole number from 1 to 65535"), "8765")
]
Countdown = Annotated[
    tuple[Any, ...],
    AfterValidator(_countdown),
    Allowed(_("a list of whole numbers of days from 0 to 365"), "[28, 14, 7, 1, 0]"),
]
Weekday = Annotated[
    int,
    BeforeValidator(_weekday),
    Allowed(_("a working day: monday, tuesday, wednesday, thursday or friday"), '"thursday"'),
]
ByDay = Annotated[
    time,
    BeforeValidator(_hour),
    _between(time(7), time(20, 59)),
    Allowed(_("a time by day, from “07:00” to “20:59”"), '"15:30"'),
]
Evening = Annotated[
    time,
    BeforeValidator(_hour),
    _between(time(17), time(21)),
    Allowed(_("a time from “17:00” to “21:00”; later would be in somebody's night"), '"21:00"'),
]
Morning = Annotated[
    time,
    BeforeValidator(_hour),
    _between(time(7), time(12)),
    Allowed(_("a time from “07:00” to “12:00”; earlier would be in somebody's night"), '"07:00"'),
]
Folder = Annotated[
    Written,
    AfterValidator(_folder),
    Allowed(_("the path of a folder; it is made when it is not there"), '"data"'),
]
SecretPath = Annotated[
    Written,
    AfterValidator(_file),
    Allowed(_("the path of a file that can be read and holds the secret alone"), '"secrets/telegram"'),
]
Server = Annotated[
    str,
    BeforeValidator(partial(_address, here=True)),
    Allowed(
        _("the address of a server: https, or http on this machine only"),
        '"https://api.telegram.org"',
    ),
]
PublicAddress = Annotated[
    str,
    BeforeValidator(partial(_address, here=False)),
    Allowed(
        _("an https address at which Telegram reaches this bot"), '"https://bot.school.example/telegram"'
    ),
]
Holidays = Annotated[
    Path | tuple[Break, ...],
    PlainValidator(_holidays),
    Allowed(
        _("the path of a calendar file (.ics) that is there, or a list of “first day/last day name”"),
        '["2026-12-19/2027-01-03 kerstvakantie"]',
    ),
]
