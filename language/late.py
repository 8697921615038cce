"""Regular expressions that are compiled when they are first used: importing the package stays quick."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any


@cache
def compiled(text: str) -> re.Pattern[str]:
    """Return what ``text`` is as a regular expression; the same text is compiled once."""
    return re.compile(text)


class Late:
    """Stands for ``re.compile(text, flags)``; after the first use its methods are the compiled one's own."""

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]  # of groups, where there are several
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, text: str, flags: int = 0) -> None:
        self.text = text
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile, and put the compiled methods in the place of this one."""
        if name not in Late.__annotations__:
            raise AttributeError(name)
        compiled = re.compile(self.text, self.flags)
        for method in Late.__annotations__:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
