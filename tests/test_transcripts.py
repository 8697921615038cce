"""Every dialogue in tests/transcripts, on every platform."""

from pathlib import Path

import pytest

from tests.platforms import Direct, OverHttp
from tests.region import START, seed, seeded
from tests.served import served
from tests.talk import FOLDER, Heard, Step, play, read

TRANSCRIPTS = sorted(FOLDER.glob("*.txt"))
BY_NAME = pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)


@BY_NAME
def test_the_handlers_speak_the_transcript(path: Path) -> None:
    play(Direct(seed, START), read(path))


@BY_NAME
def test_a_platform_without_buttons_edits_or_toasts_speaks_it_too(path: Path) -> None:
    play(Direct(seed, START, bare=True), read(path))


@BY_NAME
def test_the_chat_page_speaks_it_over_http(path: Path, tmp_path: Path) -> None:
    with served(seeded(tmp_path)) as (page, _process):
        play(OverHttp(page), read(path))


def test_a_transcript_that_the_bot_does_not_speak_fails() -> None:
    wrong = [
        Step(line=1, who="docent", text="Pilot gedraaid"),
        Step(line=2, expected=Heard(text="Iets heel anders")),
    ]
    with pytest.raises(AssertionError, match="line 2"):
        play(Direct(seed, START), wrong)
