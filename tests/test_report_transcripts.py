"""Every dialogue in tests/transcripts/reports, on every platform."""

from pathlib import Path

import pytest

from tests.platforms import Direct, OverHttp, Restarted
from tests.reports_region import START, seed, seeded
from tests.served import served
from tests.talk import FOLDER, play, read

TRANSCRIPTS = sorted((FOLDER / "reports").glob("*.txt"))
BY_NAME = pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)


@BY_NAME
def test_the_handlers_speak_the_transcript(path: Path) -> None:
    play(Direct(seed, START), read(path))


@BY_NAME
def test_a_platform_without_buttons_edits_or_toasts_speaks_it_too(path: Path) -> None:
    play(Direct(seed, START, bare=True), read(path))


@BY_NAME
def test_a_restart_before_every_step_changes_nothing(path: Path, tmp_path: Path) -> None:
    platform = Restarted(seed, START, tmp_path)
    play(platform, read(path))
    platform.close()


@BY_NAME
def test_the_chat_page_speaks_it_over_http(path: Path, tmp_path: Path) -> None:
    with served(seeded(tmp_path)) as (page, _process):
        play(OverHttp(page), read(path))
