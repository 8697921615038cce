"""How the command line speaks: in the administrator's language, in sentences, with a bar where something takes long."""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console, ConsoleRenderable

from language.catalogue import Catalogue, catalogue
from language.conversation.wishes import yes_no
from programme.errors import AanjagerError
from programme.text import Text

PATIENCE = 1.0


def language_of(environ: Mapping[str, str]) -> str:
    """Return "en" where the environment says so first; the schools of this bot are Dutch."""
    said = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "en" if said.startswith("en") else "nl"


class Voice:
    """Answers on standard output, errors and progress on standard error."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.catalogue: Catalogue = catalogue(language_of(environ))
        self._out = Console(highlight=False, markup=False, soft_wrap=True)
        self._err = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)

    def render(self, text: Text) -> str:
        """Return a text in the reader's language."""
        return self.catalogue.render(text)

    def say(self, text: Text, style: str = "") -> None:
        """Say something on a line of its own."""
        self._out.print(self.render(text), style=style)

    def show(self, table: ConsoleRenderable) -> None:
        """Show a table on standard output."""
        self._out.print(table)

    def mention(self, text: Text) -> None:
        """Say something beside the answer, where it does not mix with it."""
        self._err.print(self.render(text))

    def say_json(self, value: object) -> None:
        """Say a value for a program: written as it is, for laying out megabytes takes seconds."""
        self._out.file.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    @property
    def is_seen(self) -> bool:
        """Whether the answer is read on a screen, where it can be drawn in characters."""
        return self._out.is_terminal and self._out.encoding.lower().startswith("utf")

    @property
    def can_ask(self) -> bool:
        """Whether somebody sits there who sees a question and can answer it; a script does not."""
        return bool(sys.stdin) and sys.stdin.isatty() and self._err.is_terminal

    def ask(self, question: Text) -> bool:
        """Ask for a yes, beside the answer; whatever is no plain yes is a no, the end of the input too."""
        self._err.print(self.render(question), end=" ")
        answer = sys.stdin.readline()
        if not answer.endswith("\n"):
            self._err.print()
        return yes_no(answer) is True

    def complain(self, error: AanjagerError) -> None:
        """Say what went wrong, and what to do next."""
        self._err.print(self.render(error.what), style="bold red")
        self._err.print(self.render(error.next))

    @contextmanager
    def progress(self, text: Text) -> Iterator[Callable[[int, int], None]]:
        """Yield what hears (done, total); a bar appears when it takes over a second, and goes when it is done."""
        from rich.progress import Progress

        begun = time.monotonic()
        with Progress(console=self._err, transient=True, disable=not self._err.is_terminal) as bars:
            bar = bars.add_task(self.render(text), visible=False)

            def hear(done: int, total: int) -> None:
                late = time.monotonic() - begun > PATIENCE
                bars.update(bar, completed=done, total=total, visible=late)

            yield hear
