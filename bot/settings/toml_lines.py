"""A TOML file that knows on which line each key is set; the standard reader keeps no lines.

A line is found by reading the file statement by statement: the shortest beginning of it that holds a key ends with
the statement that sets it, and a beginning that is no TOML ends in the middle of a statement.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Key = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class _Statement:
    """A statement from its first line to its last (from 1), and all that is set up to its end."""

    first: int
    last: int
    values: Mapping[str, Any]


class TomlText:
    """``values`` is what it sets; ``broken`` the first line of the statement where it stops being TOML, or None."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.values: Mapping[str, Any] = {}
        self.broken: int | None = None
        self._rows = text.removeprefix("\ufeff").splitlines()
        try:
            self.values = _load(self._rows)
        except tomllib.TOMLDecodeError:
            self.values = self._statements[-1].values if self._statements else {}
            self.broken = self._statements[-1].last + 1 if self._statements else 1

    def line(self, key: Key) -> int:
        """Return the line on which a key, or the innermost of its tables that is there, is set."""
        for length in range(len(key), 0, -1):
            for statement in self._statements:
                if holds(statement.values, key[:length]):
                    return statement.first
        return 1

    @cached_property
    def _statements(self) -> tuple[_Statement, ...]:
        found: list[_Statement] = []
        first = 1
        for last in range(1, len(self._rows) + 1):
            try:
                found.append(_Statement(first=first, last=last, values=_load(self._rows[:last])))
            except tomllib.TOMLDecodeError:
                continue
            first = last + 1
        return tuple(found)


def holds(values: object, key: Key) -> bool:
    """Tell whether nested tables hold a key, in capitals or not."""
    for part in key:
        names = values if isinstance(values, Mapping) else {}
        name = next((each for each in names if each.casefold() == part.casefold()), None)
        if name is None:
            return False
        values = names[name]
    return True


def _load(rows: list[str]) -> Mapping[str, Any]:
    return tomllib.loads("\n".join(rows))
