"""Every dialogue in tests/transcripts/reminders, each with the milestones of its story."""

from pathlib import Path

import pytest

from storage.database import Database
from tests.platforms import Direct, OverHttp
from tests.reminders_region import START, STORIES, seed
from tests.served import served
from tests.talk import FOLDER, play, read

TRANSCRIPTS = sorted((FOLDER / "reminders").glob("*.txt"))
BY_NAME = pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)


def test_every_story_has_its_transcript() -> None:
    assert {path.stem for path in TRANSCRIPTS} == STORIES.keys()


@BY_NAME
def test_the_handlers_speak_the_transcript(path: Path) -> None:
    play(Direct(seed(path.stem), START), read(path))


@BY_NAME
def test_a_platform_without_buttons_edits_or_toasts_speaks_it_too(path: Path) -> None:
    play(Direct(seed(path.stem), START, bare=True), read(path))


@pytest.mark.parametrize("story", ["several_owners", "hand_over", "nobody_answers"])
def test_the_chat_page_speaks_it_over_http(story: str, tmp_path: Path) -> None:
    database = Database(tmp_path / "aanjager.db")
    database.write(seed(story)).result()
    database.close()
    with served(tmp_path) as (page, _process):
        play(OverHttp(page), read(FOLDER / "reminders" / f"{story}.txt"))
