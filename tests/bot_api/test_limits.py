"""Telegram's limits on a clock that the test turns."""

import pytest

from tests.bot_api.asked import Asked
from tests.bot_api.handle import BotApi
from tests.bot_api.limits import Limits

GROUP = 20
OVERALL = 30


class Limited:
    """A server that enforces limits on the test's own clock."""

    def __init__(self, api: BotApi, asked: Asked) -> None:
        self.api, self.asked = api, asked
        self.now = 1_800_000_000.0
        self.limits: Limits = api.enforce_limits(lambda: self.now)

    def send(self, chat: int) -> int:
        """Send a text; return the seconds to wait, 0 where it was taken."""
        answer = self.asked.post("sendMessage", json={"chat_id": chat, "text": "Hoi"})
        wait = int(answer.json().get("parameters", {}).get("retry_after", 0))
        assert answer.headers.get("Retry-After") == (str(wait) if wait else None)
        return wait


@pytest.fixture
def server(api: BotApi, asked: Asked) -> Limited:
    return Limited(api, asked)


def test_one_a_second_in_a_private_chat(server: Limited) -> None:
    ann = server.api.person("Ann", started=True)
    assert server.send(ann) == 0
    server.now += 0.5
    assert server.send(ann) == 1
    server.now += 1.0
    assert server.send(ann) == 0
    assert server.limits.broken == 1


def test_who_does_not_wait_is_refused_again(server: Limited) -> None:
    ann = server.api.person("Ann", started=True)
    assert [server.send(ann), server.send(ann), server.send(ann)] == [0, 1, 1]
    server.now += 0.75
    assert server.send(ann) == 1
    assert server.limits.broken == 3
    assert len(server.api.said(ann)) == 1


def test_twenty_a_minute_in_a_group_edits_and_topics_included(server: Limited) -> None:
    ann = server.api.person("Ann")
    group = server.api.group("Team", [ann], forum=True)
    topic = server.api.topic(ann, group, "Week")
    id = server.asked("sendMessage", chat_id=group, text="0")["message_id"]
    for number in range(1, GROUP - 1):
        server.now += 0.1
        server.asked("editMessageText", chat_id=group, message_id=id, text=str(number))
    server.asked("sendMessage", chat_id=group, message_thread_id=topic, text="Hoi")
    assert server.send(group) == 59
    server.now += 59
    assert server.send(group) == 0
    assert server.limits.broken == 1


def test_thirty_a_second_in_all(server: Limited) -> None:
    people = [server.api.person(f"P{number}", started=True) for number in range(OVERALL + 1)]
    assert [server.send(person) for person in people] == [0] * OVERALL + [1]
    server.now += 1.0
    assert server.send(people[-1]) == 0


def test_each_picture_of_an_album_counts_and_toasts_do_not(server: Limited) -> None:
    ann = server.api.person("Ann", started=True)
    markup = {"inline_keyboard": [[{"text": "Ja", "callback_data": "j"}]]}
    server.asked("sendMessage", chat_id=ann, text="x", reply_markup=markup)
    for _ in range(3):
        server.asked("answerCallbackQuery", callback_query_id=server.api.press(ann, "Ja"))
        server.asked("sendChatAction", chat_id=ann, action="typing")
    server.now += 1.0
    media = '[{"type":"photo","media":"attach://a"},{"type":"photo","media":"attach://b"}]'
    server.asked.post("sendMediaGroup", data={"chat_id": ann, "media": media})
    assert len(server.limits.overall.moments) == 2
    assert server.limits.broken == 0


def test_the_clock_may_be_given_some_slack() -> None:
    now = [100.0]
    with BotApi() as api, Asked(api) as asked:
        limits = api.enforce_limits(lambda: now[0], slack=0.05)
        ann = api.person("Ann", started=True)
        asked("sendMessage", chat_id=ann, text="a")
        now[0] += 0.96
        asked("sendMessage", chat_id=ann, text="b")
        assert limits.broken == 0
