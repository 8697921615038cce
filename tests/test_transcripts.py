"""Every dialogue in tests/transcripts, on every platform, and through a restart before every step."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
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
Leaving = Callable[[ExitStack], None]


@pytest.fixture(scope="module")
def leaving() -> Iterator[Leaving]:
    """Close what a test has open beside the next test: to stop, a server takes longer than many a conversation."""
    closed: list[Future[None]] = []
    with ThreadPoolExecutor(4, "leaving") as thread:
        yield lambda stack: closed.append(thread.submit(stack.close))
    for each in closed:
        each.result()


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
def test_the_chat_page_speaks_it_over_http(story: Story, tmp_path: Path, leaving: Leaving) -> None:
    with ExitStack() as stack:
        page = stack.enter_context(served_here(filled(tmp_path, story.seed, story.start)))
        play(OverHttp(page), read(story.path))
        leaving(stack.pop_all())


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
def test_telegram_speaks_it_over_http(
    story: Story, webhook: bool, api: BotApi, tmp_path: Path, leaving: Leaving
) -> None:
    platform = OnTelegram(api, story.seed, story.start, tmp_path, webhook=webhook)
    with ExitStack() as stack:
        stack.callback(platform.close)
        play(platform, read(story.path))
        if webhook:
            api.world.webhook.url = ""  # so that nothing of the next story is pushed to this one's server
            leaving(stack.pop_all())


def test_every_story_of_reminders_has_its_transcript() -> None:
    assert {path.stem for path in (FOLDER / "reminders").glob("*.txt")} == STORIES.keys()


def test_a_transcript_that_the_bot_does_not_speak_fails() -> None:
    wrong = [
        Step(line=1, who="docent", text="Pilot gedraaid"),
        Step(line=2, expected=Heard(text="Iets heel anders")),
    ]
    with pytest.raises(AssertionError, match="line 2"):
        play(Direct(seed, START), wrong)
