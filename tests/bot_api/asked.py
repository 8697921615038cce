"""Raw requests to the server: JSON in, JSON out, and nothing that a library for bots would add or hide."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any

import httpx

from tests.bot_api.handle import BotApi


class Asked:
    """A client of one server, with its token."""

    def __init__(self, api: BotApi) -> None:
        self.api = api
        self.http = httpx.Client(base_url=api.address, timeout=30, trust_env=False)
        self._threads = ThreadPoolExecutor(4)

    def __enter__(self) -> "Asked":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown()
        self.http.close()

    def __call__(self, method: str, **params: Any) -> Any:
        """Ask with a JSON body; return the result. Raises AssertionError where it was refused."""
        answer = self.answer(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    def answer(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask with a JSON body; return the whole answer."""
        return dict(self.post(method, json=params).json())

    def post(self, method: str, **body: Any) -> httpx.Response:
        """Ask with any body."""
        return self.http.post(f"/bot{self.api.token}/{method}", **body)

    def refused(self, method: str, **params: Any) -> str:
        """Ask for what is refused; return "CODE description"."""
        answer = self.answer(method, **params)
        assert not answer["ok"], answer
        return f"{answer['error_code']} {answer['description']}"

    def beside(self, method: str, **params: Any) -> "Future[dict[str, Any]]":
        """Ask while the test goes on."""
        ask: Callable[..., dict[str, Any]] = self.answer
        return self._threads.submit(ask, method, **params)
