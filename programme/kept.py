"""Records that are kept as JSON under the name of their class: actions, views, drawings, drafts, events.

A record that no longer decodes (its class or a field has gone since) gives None: the caller ends politely.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, cast

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
        record: Base = msgspec.convert(kept["has"], _class(cast(Any, base), kept["is"]), strict=False)
    except (msgspec.MsgspecError, StopIteration, KeyError, TypeError):
        return None
    return record


@cache
def _class(base: type[Any], name: str) -> type[Any]:
    """Return the class of a name under a base; StopIteration, which is not remembered, where there is none yet."""
    return next(cls for cls in _classes(base) if cls.__name__ == name)


def _classes(base: type[Base]) -> Iterator[type[Base]]:
    yield base
    for cls in base.__subclasses__():
        yield from _classes(cls)
