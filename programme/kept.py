"""Records that are kept as JSON under the name of their class: actions, views, drawings, drafts, events.

A record that no longer decodes (its class or a field has gone since) gives None: the caller ends politely.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

Base = TypeVar("Base")


def keep(record: object) -> str:
    """Return a dataclass record as JSON: ``{"is": its class, "has": its fields}``."""
    return msgspec.json.encode({"is": type(record).__name__, "has": record}).decode()


def found(base: type[Base], text: str | None) -> Base | None:
    """Return the record that ``keep`` made of a class under ``base``, or None when it no longer fits."""
    if not text:
        return None
    try:
        kept: dict[str, Any] = msgspec.json.decode(text)
        kind = next(cls for cls in _classes(base) if cls.__name__ == kept["is"])
        return msgspec.convert(kept["has"], kind, strict=False)
    except (msgspec.MsgspecError, StopIteration, KeyError, TypeError):
        return None


def _classes(base: type[Base]) -> Iterator[type[Base]]:
    yield base
    for cls in base.__subclasses__():
        yield from _classes(cls)
