"""The log holds ids, counts and class names; what a person wrote, a name or a token never gets into it."""

import asyncio
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
import structlog

from bot.logs import WITHHELD, configure

TOKEN = "123456789:AAE-fHbX9_s3cretOfTheBot_abcdefghij"
NAME = "Fatima"
TEXT = "Fatima zegt: pilot met 26 leerlingen, bel 0612345678"
SECRETS = (TOKEN, NAME, TEXT, "0612345678", "s3cret")


@pytest.fixture(params=["json", "console"])
def log(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """Yield what is logged; everything that configuring changes is put back."""
    before = (sys.excepthook, sys.unraisablehook, threading.excepthook, logging.raiseExceptions)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    written = io.StringIO()
    configure("debug", request.param, written)
    yield written
    logging.captureWarnings(False)
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)
    sys.excepthook, sys.unraisablehook, threading.excepthook, logging.raiseExceptions = before


def fail(secret: str) -> None:
    url = f"https://api.example/bot{secret}/sendMessage"
    try:
        raise KeyError(secret)
    except KeyError as error:
        raise ValueError(url) from error


def caught(log_it: Callable[[], object], secret: str) -> None:
    try:
        fail(secret)
    except ValueError:
        log_it()


def in_thread(secret: str) -> None:
    thread = threading.Thread(target=fail, args=(secret,))
    thread.start()
    thread.join()


def in_task(secret: str) -> None:
    async def run() -> None:
        asyncio.get_running_loop().call_soon(fail, secret)
        await asyncio.sleep(0)

    asyncio.run(run())


def at_the_top(secret: str) -> None:
    with suppress(ValueError):
        try:
            fail(secret)
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)


def warned(secret: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(secret, stacklevel=1)


def bound(secret: str) -> None:
    structlog.get_logger().bind(person=secret, anything=secret).info("delivery.sent", message=7)


PATHS: dict[str, Callable[[str], object]] = {
    "the event": lambda s: structlog.get_logger().info(s),
    "an argument of the event": lambda s: structlog.get_logger().info("it was %s", s),
    "an unknown key": lambda s: structlog.get_logger().info("inbox.fault", text=s),
    "a known key": lambda s: structlog.get_logger().info("inbox.fault", person=s, chat=s, item=s, region=s),
    "a key itself": lambda s: structlog.get_logger().info("inbox.fault", **{s: 1}),
    "a part of an occurrence": lambda s: structlog.get_logger().info(
        "occurrence.fault", occurrences=[f"late|{s}|{s}|2026-11-21"], occurrence=s
    ),
    "a list": lambda s: structlog.get_logger().info("inbox.fault", item=[s, "m1"], text=[s]),
    "a record": lambda s: structlog.get_logger().info("inbox.fault", item={"text": s}, other={s: s}),
    "a bound value": bound,
    "an exception of ours": lambda s: caught(lambda: structlog.get_logger().exception("inbox.fault"), s),
    "a library": lambda s: logging.getLogger("httpx").warning("HTTP Request: GET %s", s),
    "a library's own text": lambda s: logging.getLogger("uvicorn.error").error(s),
    "a library's exception": lambda s: caught(lambda: logging.getLogger("apscheduler").exception(s), s),
    "a library's extra": lambda s: logging.getLogger("x").error("x", extra={"secret": s}, stack_info=True),
    "a broken record": lambda s: logging.getLogger("httpx").error("%d of %s", s),  # noqa: PLE1206
    "a warning": warned,
    "a thread": in_thread,
    "a task": in_task,
    "a crash": at_the_top,
}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("secret", [TOKEN, NAME, TEXT])
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_no_path_into_the_log_lets_a_secret_through(
    path: str, secret: str, log: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    PATHS[path](secret)
    said = log.getvalue() + "".join(capfd.readouterr())
    assert log.getvalue()
    assert [each for each in SECRETS if each in said] == []


def written(log: io.StringIO) -> dict[str, Any]:
    return dict(json.loads(log.getvalue()))


@pytest.mark.parametrize("log", ["json"], indirect=True)
def test_ids_counts_and_classes_are_logged_as_they_are(log: io.StringIO) -> None:
    known = {
        "message": 12,
        "person": "4f1c22aa90b3d1e7",
        "region": "STO19061",
        "item": "STO19061-2020-1-1ba81ced3a",
        "occurrence": "late|STO19061-2020-1-1ba81ced3a|4f1c22aa90b3d1e7|2026-11-21",
        "occurrences": ["summary|f8136cab7469d92b|f8136cab7469d92b|2022-04-07"],
        "worker": "inbox",
        "fault": "Refused",
        "sent": 3,
    }
    structlog.get_logger().info("delivery.sent", **known)
    assert {key: value for key, value in written(log).items() if key in known} == known


@pytest.mark.parametrize("log", ["json"], indirect=True)
def test_of_an_exception_stay_its_class_its_cause_and_its_places(log: io.StringIO) -> None:
    caught(lambda: structlog.get_logger().exception("inbox.fault", text=TEXT), TOKEN)
    said = written(log)
    assert (said["fault"], said["cause"], said["text"]) == ("ValueError", "KeyError", WITHHELD)
    assert [place.split(":")[0] for place in said["at"]] == ["tests/test_logs.py"] * 2
    assert said["at"][-1].endswith(" fail")


@pytest.mark.parametrize("log", ["json"], indirect=True)
def test_a_library_is_named_with_the_place_in_its_code(log: io.StringIO) -> None:
    logging.getLogger("httpx").warning("HTTP Request: %s", TOKEN)
    said = written(log)
    assert (said["event"], said["logger"], said["level"]) == ("library.said", "httpx", "warning")
    assert said["at"].startswith("test_logs:")
