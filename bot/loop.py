"""The event loop that the bot runs on: uvloop's, which carries more in the same time; Python's where there is none."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any


def run(main: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine to its end on a loop of its own."""
    with asyncio.Runner(loop_factory=_factory()) as runner:
        runner.run(main)


def _factory() -> Any:
    with suppress(ImportError):  # it is not made for every system
        import uvloop

        return uvloop.new_event_loop
    return asyncio.new_event_loop
