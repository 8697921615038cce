"""What the command line answers to what somebody types, inside this process and in Dutch unless told otherwise."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass

import pytest

from bot.cli import main


@dataclass(frozen=True, kw_only=True)
class Answer:
    """``status`` as the shell sees it; ``said`` on standard output, ``complained`` on standard error."""

    status: int
    said: str
    complained: str

    @property
    def all(self) -> str:
        """Everything, as words with single spaces between them."""
        return " ".join((self.said + " " + self.complained).split())


class Terminal(io.StringIO):
    """A text that says it is a terminal."""

    def isatty(self) -> bool:
        """Return what a terminal does."""
        return True


def typed(*words: object, **environ: str) -> Answer:
    """Type ``aanjager WORDS`` and return the answer; ``environ`` is added to an environment with nothing of ours."""
    return _typed(words, environ, io.StringIO(), io.StringIO())


def typed_at_a_terminal(said_back: str, *words: object, **environ: str) -> Answer:
    """Type ``aanjager WORDS`` where questions are seen, and ``said_back`` to whatever is asked."""
    return _typed(words, environ, Terminal(said_back), Terminal())


def _typed(
    words: tuple[object, ...], environ: dict[str, str], keyboard: io.StringIO, complained: io.StringIO
) -> Answer:
    said = io.StringIO()
    with (
        _environment({"LANG": "nl_NL.UTF-8", "COLUMNS": "100", **environ}),
        redirect_stdout(said),
        redirect_stderr(complained),
        pytest.MonkeyPatch.context() as patch,
        pytest.raises(SystemExit) as ended,
    ):
        patch.setattr(sys, "stdin", keyboard)
        main([str(word) for word in words])
    status = ended.value.code
    assert isinstance(status, int)
    return Answer(status=status, said=said.getvalue(), complained=complained.getvalue())


@contextmanager
def _environment(wanted: dict[str, str]) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("AANJAGER_", "LC_", "LANG"))]:
            patch.delenv(name)
        for name, value in wanted.items():
            patch.setenv(name, value)
        yield
