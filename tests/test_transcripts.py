"""Every dialogue in tests/transcripts, on every platform, and through a restart before every step."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot_api import BotApi
from tests.platforms import Direct, OverHttp, Restarted
from tests.region import START, seed
from tests.reminders_region import STORIES
from tests.served import filled, served, served_here
from tests.talk import FOLDER, Heard, Step, play, read
from tests.telegram_platform import OnTelegram
from tests.worlds import Story, stories

EVERY = pytest.mark.parametrize("story", tuple(stories()), ids=str)


@EVERY
def test_the_handlers_speak_the_transcript(story: Story) -> None:
    play(Direct(story.seed, story.start), read(story.path))


@EVERY
def test_a_platform_without_buttons_edits_or_toasts_speaks_it_too(story: Story) -> None:
    play(Direct(story.seed, story.start, bare=True), read(story.path))


@EVERY
def test_a_restart_before_every_step_changes_nothing(story: Story, tmp_path: Path) -> None:
    platform = Restarted(story.seed, story.start, tmp_path)
    play(platform, read(story.path))
    platform.close()


@EVERY
def test_the_chat_page_speaks_it_over_http(story: Story, tmp_path: Path) -> None:
    with served_here(filled(tmp_path, story.seed, story.start)) as page:
        play(OverHttp(page), read(story.path))


def test_the_chat_page_of_a_bot_that_is_a_process_of_its_own_speaks_one_too(tmp_path: Path) -> None:
    story = next(one for one in stories() if str(one) == "reports/picture")
    with served(filled(tmp_path, story.seed, story.start)) as (page, _process):
        play(OverHttp(page), read(story.path))


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    with BotApi() as serving:
        yield serving


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
@EVERY
def test_telegram_speaks_it_over_http(story: Story, webhook: bool, api: BotApi, tmp_path: Path) -> None:
    platform = OnTelegram(api, story.seed, story.start, tmp_path, webhook=webhook)
    try:
        play(platform, read(story.path))
    finally:
        platform.close()


def test_every_story_of_reminders_has_its_transcript() -> None:
    assert {path.stem for path in (FOLDER / "reminders").glob("*.txt")} == STORIES.keys()


def test_a_transcript_that_the_bot_does_not_speak_fails() -> None:
    wrong = [
        Step(line=1, who="docent", text="Pilot gedraaid"),
        Step(line=2, expected=Heard(text="Iets heel anders")),
    ]
    with pytest.raises(AssertionError, match="line 2"):
        play(Direct(seed, START), wrong)
