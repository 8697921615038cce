"""What goes wrong on order: the next requests of a method, or for a chat, meet it."""

from dataclasses import dataclass
from typing import Literal

from tests.bot_api.calls import Call
from tests.bot_api.refusals import Refusal, forbidden, migrated, too_many

When = Literal["before", "after"]


@dataclass(kw_only=True)
class Fault:
    """What happens to a request. ``when``: before or after its effect; ``pause`` seconds before the answer.

    ``cut``: the connection is closed without an answer; ``raw``: an answer that is no JSON, with ``status``.
    """

    refusal: Refusal | None = None
    when: When = "before"
    pause: float = 0.0
    cut: bool = False
    raw: bytes = b""
    status: int = 200


@dataclass(kw_only=True)
class Order:
    """A fault for the next ``times`` requests of ``method`` (empty: any) in ``chat`` (None: any)."""

    fault: Fault
    method: str = ""
    chat: int | None = None
    times: int = 1

    def meets(self, call: Call) -> bool:
        """Tell whether this request is meant."""
        if self.method and self.method.lower() != call.method:
            return False
        return self.chat is None or call.number("chat_id") == self.chat


class Faults:
    """The orders that stand; each is used up by the requests that meet it."""

    def __init__(self) -> None:
        self.orders: list[Order] = []
        self.met = 0

    def take(self, call: Call) -> Fault | None:
        """Return what happens to this request, None where nothing was ordered for it."""
        if not self.orders:
            return None
        order = next((order for order in self.orders if order.meets(call)), None)
        if order is None:
            return None
        order.times -= 1
        self.met += 1
        if order.times <= 0:
            self.orders.remove(order)
        return order.fault


def flood(seconds: int) -> Fault:
    """Return a 429 with ``retry_after``."""
    return Fault(refusal=too_many(seconds))


def broken(code: int = 502, *, when: When = "before") -> Fault:
    """Return an answer with a 5xx, before the effect or after it."""
    names = {
        500: "Internal Server Error",
        502: "Bad Gateway",
        503: "Service Unavailable",
        504: "Gateway Timeout",
    }
    return Fault(refusal=Refusal(code, names.get(code, "Internal Server Error")), when=when)


def cut(*, when: When = "before") -> Fault:
    """Return a connection that is closed without an answer, before the effect or after it."""
    return Fault(cut=True, when=when)


def slow(seconds: float) -> Fault:
    """Return an answer that comes only after so many seconds; its effect comes at once."""
    return Fault(pause=seconds, when="after")


def shut_out(what: str = "bot was blocked by the user") -> Fault:
    """Return a 403."""
    return Fault(refusal=forbidden(what))


def moved(chat: int) -> Fault:
    """Return the refusal of a group that became the supergroup ``chat``."""
    return Fault(refusal=migrated(chat))


def garbage(*, when: When = "after") -> Fault:
    """Return an answer with status 200 whose body is no JSON."""
    return Fault(raw=b"<html>\x00 not json", when=when)
