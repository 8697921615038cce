"""The log, configured in one place: ids, counts and names of classes, and nothing that a person wrote.

What is not known to be safe is withheld, whoever logs it: our own code, a library through ``logging``, a warning, a
crash. Of an exception stay its class and the places it came through; never its message, for that may quote anything.
"""

import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

WITHHELD = "withheld"
DEEPEST = 12

EVENT = re.compile(r"[a-z]+(\.[a-z_]+){1,2}")
WORD = re.compile(r"[a-z_]{1,20}")
CLASS = re.compile(r"[A-Z][A-Za-z]{2,40}")
MODULE = re.compile(r"[a-z_]\w{0,30}(\.\w{1,30}){0,5}")
PLACE = re.compile(r"[\w./<>-]{1,80}:\d+( [\w<>]{1,60})?")
MOMENT = re.compile(r"[0-9T:.+-]{10,40}Z?")
# A key of ours is short and has a digit, a region's code is in capitals, a milestone's key begins with that: no
# word, no name and no token looks so.
ID = re.compile(
    r"(?=[^0-9]*[0-9])[a-z0-9:-]{1,32}|[A-Z]{2,8}[0-9]{0,8}|[A-Z][A-Z0-9-]{1,19}-\d{4}-\d{1,3}-[0-9a-f]{10}"
)
OCCURRENCES = ("occurrence", "occurrences")
PART = "|"  # between the rule, item, person and day of an occurrence

IDS = ("message", "arrival", "chat", "person", "region", "item", "milestone", "update", "file")
SAFE: Mapping[str, re.Pattern[str]] = {
    "event": EVENT,
    "timestamp": MOMENT,
    "logger": MODULE,
    "at": PLACE,
    **dict.fromkeys(("fault", "cause"), CLASS),
    **dict.fromkeys(("level", "worker", "platform", "rule", "state"), WORD),
    **dict.fromkeys(IDS, ID),
}


def configure(level: str = "info", format: str = "console", stream: TextIO | None = None) -> None:
    """Send everything that is logged in this process to ``stream`` (standard error), a line each.

    ``level`` and ``format`` as in the settings.
    """
    out = stream or sys.stderr
    common: tuple[Processor, ...] = (
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        name_fault,
        only_safe,
        structlog.processors.JSONRenderer()
        if format == "json"
        else structlog.dev.ConsoleRenderer(colors=out.isatty()),
    )
    structlog.configure(
        processors=[structlog.processors.add_log_level, *common],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(out),
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(LibraryLines(common))
    # Of what a library does the place alone is known; that is worth a line only when something is wrong.
    libraries = "WARNING" if level == "info" else level.upper()
    logging.basicConfig(handlers=[handler], level=libraries, force=True)
    logging.raiseExceptions = False  # a record that cannot be written would be printed, values and all
    logging.captureWarnings(True)
    sys.excepthook = crashed
    sys.unraisablehook = lambda fault: crashed(fault.exc_type, fault.exc_value, fault.exc_traceback)
    threading.excepthook = lambda fault: crashed(fault.exc_type, fault.exc_value, fault.exc_traceback)


class LibraryLines(logging.Formatter):
    """What a library says, without what it says: which one, where in its code, and the class of the error."""

    def __init__(self, processors: tuple[Processor, ...]) -> None:
        super().__init__()
        self._processors = processors

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        event: Any = {
            "event": "library.said",
            "level": record.levelname.lower(),
            "logger": record.name,
            "at": f"{record.module}:{record.lineno}",
            "exc_info": record.exc_info,
        }
        for process in self._processors:
            event = process(None, record.levelname.lower(), event)
        return str(event)


def crashed(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    """Log an exception that nobody caught."""
    structlog.get_logger().critical("process.crash", exc_info=(kind, error, trace))


def name_fault(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Replace an exception by its class, the class of its cause, and the places it came through."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        cause = error.__cause__ or error.__context__
        event["fault"] = type(error).__name__
        if cause is not None:
            event["cause"] = type(cause).__name__
        event["at"] = list(places(error))[-DEEPEST:]
    return event


def places(error: BaseException) -> Iterator[str]:
    """Yield where an exception came through, outermost first: folder/file:line and function."""
    for frame, line in traceback.walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename)
        yield f"{path.parent.name}/{path.name}:{line} {frame.f_code.co_name}"


def only_safe(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Withhold every value that is no id, count, class or place, or stands under a key that we do not know."""
    return {key if WORD.fullmatch(key) else WITHHELD: _safe(key, value) for key, value in event.items()}


def _safe(key: str, value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple):
        return [_safe(key, each) for each in value]
    if key in OCCURRENCES and isinstance(value, str):
        rule, *parts = value.split(PART)
        return PART.join(str(_safe(*each)) for each in (("rule", rule), *(("item", part) for part in parts)))
    known = SAFE.get(key)
    return value if known and isinstance(value, str) and known.fullmatch(value) else WITHHELD
