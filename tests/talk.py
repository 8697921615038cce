"""Transcripts: dialogues that a teacher could read, played against the bot on any platform.

    == 2021-12-03 08:30           the clock is turned to this local moment
    docent: Pilot gedraaid        somebody types (in private)
    docent @Team: /week           somebody types in the channel whose title starts so
    docent: [Gelukt]              somebody presses the button with this label in the newest message that has it
    bot: Hoe ging het?            the bot says this to whoever spoke last
      | a second line             (the message goes on)
      [Gelukt] [Deels gelukt]     and these are all its buttons
    bot -> coordinator: …         the bot says this to somebody else, in private
    bot -> @Team: …               the bot says this in a channel
    bot (nothing)                 the bot says nothing more
    bot (edit): …                 a message changes of which the reader need not hear again
    bot (toast): …                a brief answer to a press, which is not kept

"…" stands for any text. "{code}" in what the bot says stands for a word that is remembered, and typed where
"{code}" stands in what somebody says. A line that starts with # is a remark, the first line is the title.
Everything that the bot says must stand in the transcript before the next step: a message too many fails.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")
PHOTO = "(foto)"
FOLDER = Path(__file__).parent / "transcripts"


@dataclass(frozen=True, kw_only=True)
class Heard:
    """A message as a reader sees it: its text and the labels of its buttons."""

    text: str
    buttons: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Step:
    """One line of a transcript with what belongs to it."""

    line: int
    who: str = ""
    where: str = ""
    text: str = ""
    press: str = ""
    picture: bool = False
    turn: datetime | None = None
    expected: Heard | None = None
    kind: str = "said"
    silent: bool = False


class Platform(Protocol):
    """What a transcript is played against; ``hears`` tells which kinds of messages a reader has there."""

    @property
    def hears(self) -> frozenset[str]:
        """Some of: said, edit, toast."""

    def say(self, person: str, where: str, text: str) -> None:
        """Type a text in a private chat (``where`` empty) or in a channel."""

    def press(self, person: str, where: str, label: str) -> None:
        """Press a button (or do what stands for it on this platform)."""

    def show(self, person: str, where: str, text: str) -> None:
        """Send a photo with a caption."""

    def turn(self, to: datetime) -> None:
        """Turn the clock."""

    def heard(self, person: str, where: str) -> list[Heard]:
        """What the bot said (or changed) in this chat since the last call, oldest first."""


def play(platform: Platform, steps: list[Step]) -> None:
    """Play a transcript; raises AssertionError with the line at which the bot said something else."""
    waiting: dict[tuple[str, str], list[Heard]] = {}
    spoke = ("", "")
    known: dict[str, str] = {}
    for step in steps:
        if step.expected is not None and step.kind not in platform.hears:
            continue
        if step.expected is not None or step.silent:
            chat = (step.who, step.where) if step.who or step.where else spoke
            said = waiting.setdefault(chat, [])
            said += platform.heard(*chat)
            known |= _check(step, said)
            continue
        _nothing_left(waiting, platform)
        if step.turn:
            platform.turn(step.turn)
            continue
        spoke = (step.who, step.where)
        if step.press:
            platform.press(step.who, step.where, step.press)
        elif step.picture:
            platform.show(step.who, step.where, step.text)
        else:
            platform.say(step.who, step.where, _filled(step.text, known))
    _nothing_left(waiting, platform)


def _nothing_left(waiting: dict[tuple[str, str], list[Heard]], platform: Platform) -> None:
    left = {chat: said + platform.heard(*chat) for chat, said in waiting.items()}
    over = {chat: said for chat, said in left.items() if said}
    assert not over, f"the bot said more than the transcript: {over}"


def _filled(text: str, known: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda hole: known[hole.group(1)], text)


def _check(step: Step, said: list[Heard]) -> dict[str, str]:
    """Check what was said against a step; return the words that stand for its names in braces."""
    if step.silent:
        assert not said, f"line {step.line}: the bot should have said nothing, but said {said}"
        return {}
    assert step.expected is not None
    assert said, f"line {step.line}: the bot said nothing, expected {step.expected.text!r}"
    alike = [one for one in said if _like(step.expected.text, one.text)] or said
    heard = next((one for one in alike if _same(step.expected.buttons, one.buttons)), alike[0])
    said.remove(heard)
    found = _match(step.expected.text, heard.text)
    assert found is not None, f"line {step.line}: expected\n{step.expected.text}\ngot\n{heard.text}"
    assert _same(step.expected.buttons, heard.buttons), (
        f"line {step.line}: expected buttons {step.expected.buttons}, got {heard.buttons}"
    )
    return found


def _same(expected: tuple[str, ...], heard: tuple[str, ...]) -> bool:
    if expected == ("…",):
        return True
    return len(expected) == len(heard) and all(map(_like, expected, heard))


def _like(pattern: str, text: str) -> bool:
    return _match(pattern, text) is not None


def _match(pattern: str, text: str) -> dict[str, str] | None:
    """Return the words that stand for the names in braces; None when the text is not like the pattern."""
    if pattern == text:
        return {}
    parts = (re.escape(part) for part in pattern.split("…"))
    holes = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>\\S+)", ".*".join(parts))
    found = re.fullmatch(holes, text, re.DOTALL)
    return found.groupdict() if found else None


def read(path: Path) -> list[Step]:
    """Read a transcript file."""
    return list(_steps(path.read_text().splitlines()))


def _steps(lines: list[str]) -> Iterator[Step]:
    number = 1
    while number < len(lines):
        line = lines[number].rstrip()
        number += 1
        if not line or line.startswith("#"):
            continue
        more: list[str] = []
        while number < len(lines) and lines[number].startswith(" "):
            more.append(lines[number])
            number += 1
        yield _step(number, line, more)


@dataclass
class _More:
    lines: list[str] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)


def _step(number: int, line: str, more: list[str]) -> Step:
    if line.startswith("=="):
        moment = datetime.strptime(line[2:].strip(), "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)
        return Step(line=number, turn=moment)
    head, _colon, text = line.partition(":")
    rest = _rest(more)
    whole = "\n".join((text.strip(), *rest.lines))
    if head.startswith("bot"):
        who, where = _chat(re.sub(r"\(\w+\)", "", head.partition("->")[2]))
        if head.strip().endswith("(nothing)"):
            return Step(line=number, who=who, where=where, silent=True)
        kind = re.search(r"\((edit|toast)\)", head)
        heard = Heard(text=whole, buttons=tuple(rest.buttons))
        return Step(line=number, who=who, where=where, expected=heard, kind=kind.group(1) if kind else "said")
    who, where = _chat(head.strip())
    pressed = re.fullmatch(r"\[(.*)\]", text.strip())
    return Step(
        line=number,
        who=who,
        where=where,
        text=whole.removeprefix(PHOTO).strip(),
        press=pressed.group(1) if pressed else "",
        picture=whole.startswith(PHOTO),
    )


def _chat(name: str) -> tuple[str, str]:
    who, _at, where = name.partition("@")
    return who.strip(), where.strip()


def _rest(more: list[str]) -> _More:
    rest = _More()
    for line in more:
        if line.strip().startswith("|"):
            rest.lines.append(line.strip()[1:].removeprefix(" "))
        else:
            rest.buttons += re.findall(r"\[(.*?)\](?=\s|$)", line)
    return rest
