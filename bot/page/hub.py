"""Tells every open page what changed, without ever waiting for a page that does not read.

A page that falls too far behind is let go: it connects again and reads everything anew, so nothing is missed and
nothing piles up here.
"""

import asyncio
from collections.abc import AsyncIterator

Event = tuple[str, object]
MOST_WAITING = 1000


class Listener:
    """One open page: what it has still to hear, in order, until it goes away or is let go."""

    def __init__(self, hub: "Hub", most: int) -> None:
        self._hub = hub
        self._most = most
        self._waiting: asyncio.Queue[Event | None] = asyncio.Queue()

    def tell(self, event: Event) -> bool:
        """Keep an event for the page; False when it has too many waiting already."""
        if self._waiting.qsize() >= self._most:
            return False
        self._waiting.put_nowait(event)
        return True

    def let_go(self) -> None:
        """End the stream after what the page is hearing now; what waited is forgotten."""
        while not self._waiting.empty():
            self._waiting.get_nowait()
        self._waiting.put_nowait(None)

    async def events(self) -> AsyncIterator[Event]:
        """Yield what the page is to hear."""
        try:
            while (event := await self._waiting.get()) is not None:
                yield event
        finally:
            self._hub.forget(self)


class Hub:
    """Every open page. Listening begins with ``join``, before the page reads, so that nothing falls in between."""

    def __init__(self, most: int = MOST_WAITING) -> None:
        self._most = most
        self._pages: set[Listener] = set()
        self._closed = False

    def __len__(self) -> int:
        return len(self._pages)

    def join(self) -> Listener:
        """Let a page in; once the hub is closed its stream ends at once."""
        page = Listener(self, self._most)
        if self._closed:
            page.let_go()
        else:
            self._pages.add(page)
        return page

    def forget(self, page: Listener) -> None:
        """The page went away."""
        self._pages.discard(page)

    def tell(self, name: str, data: object) -> None:
        """Tell every open page; one that does not keep up is let go."""
        for page in tuple(self._pages):
            if not page.tell((name, data)):
                self.forget(page)
                page.let_go()

    def close(self) -> None:
        """Let every page go, and those that still come."""
        self._closed = True
        for page in self._pages:
            page.let_go()
        self._pages.clear()
