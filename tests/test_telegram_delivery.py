"""Over real HTTP: a chat that Telegram refuses waits alone, what broke off is marked, and who is gone is known."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from programme.messages import Address, Outgoing, Urgency
from storage.database import Transaction
from storage.messages import outbox
from tests.bot_api import BotApi
from tests.bot_api.faults import Fault, broken, cut, flood
from tests.region import REGION, START, seed
from tests.telegram_platform import OnTelegram

MORNING = START + timedelta(hours=2)
GROUP = "Team Rivierenland"
SECOND = timedelta(seconds=1)


class Told(OnTelegram):
    """The bot on a Telegram that counts strictly, with things to say that nobody asked for."""

    def __init__(self, api: BotApi, files: Path) -> None:
        super().__init__(api, seed, MORNING, files, limits=True)
        api.world.clock = self.clock.monotonic
        self.counted = api.enforce_limits(self.clock.monotonic)

    def tell(self, *who: str, text: str = "Hoi", urgency: Urgency = Urgency.REMINDER) -> None:
        """Tell people, or the group, something, and let happen what happens at once."""
        for one in who:
            self.store.write(partial(self._say, who=one, text=text, urgency=urgency)).result()
        self.turn(self.clock.at)

    def _say(self, tx: Transaction, who: str, text: str, urgency: Urgency) -> None:
        group = tx.value("SELECT key FROM chats WHERE title = :who", who=who)
        to = Address(chat=group) if group else Address(person=who)
        outgoing = Outgoing(text=text, to=to, urgency=urgency)
        outbox.say(tx, outgoing, asked_in=None, region=REGION.key, now=self.clock.at)

    def wait(self, seconds: float) -> None:
        self.turn(self.clock.at + timedelta(seconds=seconds))

    def chat(self, who: str) -> int:
        return self.groups[who].chat if who in self.groups else self.people[who]

    def texts(self, who: str) -> list[str]:
        return [one.text for one in self.api.said(self.chat(who))]

    def states(self) -> list[str]:
        return [row["state"] for row in self.store.read(lambda tx: tx.rows("SELECT state FROM outbox"))]


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Told]:
    with BotApi() as api:
        told = Told(api, tmp_path)
        yield told
        told.close()


def test_a_refused_chat_waits_alone_and_to_the_second(bot: Told) -> None:
    bot.api.fail(flood(37), "sendMessage", chat=bot.chat("docent"))
    bot.tell("docent", "coordinator", "manager", GROUP)
    assert [bot.texts(who) for who in ("docent", "coordinator", "manager", GROUP)] == [[], *[["Hoi"]] * 3]
    bot.wait(36.99)
    assert bot.texts("docent") == []
    bot.wait(0.02)
    assert bot.texts("docent") == ["Hoi"]
    tries = bot.api.requests("sendMessage", chat=bot.chat("docent"))
    assert [round(one.moment - tries[0].moment, 2) for one in tries] == [0, 37]


@pytest.mark.parametrize("who", ["docent", GROUP])
def test_limits_of_a_chat_are_kept_without_a_refusal(bot: Told, who: str) -> None:
    for number in range(25):
        bot.tell(who, text=str(number), urgency=Urgency.REPLY)
    bot.wait(90)
    assert bot.texts(who) == [str(number) for number in range(25)]
    assert bot.counted.broken == 0


@pytest.mark.parametrize(
    ("fault", "stands"),
    [(cut(when="before"), 1), (cut(when="after"), 2), (broken(502), 1), (broken(502, when="after"), 2)],
)
def test_a_reminder_of_which_nobody_knows_whether_it_arrived_comes_once_more_and_says_so(
    bot: Told, fault: Fault, stands: int
) -> None:
    bot.api.fail(fault, "sendMessage")
    bot.tell("docent")
    bot.wait(60)
    texts = bot.texts("docent")
    assert len(texts) == stands
    assert texts[:-1] == ["Hoi"] * (stands - 1)
    assert texts[-1] != "Hoi"
    assert texts[-1].endswith("Hoi")


def test_what_is_sent_once_more_waits_until_telegram_answers(bot: Told) -> None:
    bot.api.fail(broken(502), times=12)
    bot.tell("docent", urgency=Urgency.REPLY)
    bot.wait(1200)
    assert not bot.api.server.faults.orders
    [said] = bot.texts("docent")
    assert said != "Hoi"
    assert said.endswith("Hoi")
    assert bot.states() == ["sent"]


def test_what_breaks_off_twice_is_left(bot: Told) -> None:
    bot.api.fail(cut(when="after"), "sendMessage", times=2)
    bot.tell("docent")
    bot.wait(3600)
    assert (len(bot.texts("docent")), bot.states()) == (2, ["uncertain"])


def test_news_for_a_group_of_which_nobody_knows_is_decided_by_the_manager(bot: Told) -> None:
    bot.api.fail(cut(when="after"), "sendMessage", chat=bot.chat(GROUP))
    bot.tell(GROUP, text="De week", urgency=Urgency.BROADCAST)
    bot.wait(60)
    assert bot.texts(GROUP) == ["De week"]
    question = bot.api.last(bot.chat("manager"))
    assert "“De week”" in question.text
    bot.press("manager", "", "Het staat er")
    bot.wait(60)
    answered = bot.api.last(bot.chat("manager"))
    assert (answered.id, answered.rows) == (question.id, ())
    assert answered.text.endswith("Programmamanager zag dat het er staat.")
    assert bot.texts(GROUP) == ["De week"]


def test_a_group_that_became_a_supergroup_has_its_news_there(bot: Told) -> None:
    old = bot.chat(GROUP)
    new = bot.api.migrate(bot.chat("manager"), old)
    bot.api.world.updates.drop()  # the bot hears of it by the refusal first
    bot.tell(GROUP, text="De week", urgency=Urgency.BROADCAST)
    bot.wait(5)
    assert [one.text for one in bot.api.said(new)] == ["De week"]


def test_who_blocked_the_bot_is_tried_once(bot: Told) -> None:
    bot.api.block(bot.chat("coordinator"))
    bot.api.world.updates.drop()
    bot.tell("coordinator", "coordinator", "docent")
    bot.wait(60)
    assert len(bot.api.requests("sendMessage", chat=bot.chat("coordinator"))) == 1
    assert bot.states()[:3] == ["failed", "failed", "sent"]
    assert any("Coördinator" in text for text in bot.texts("manager"))


def test_what_the_bot_was_sending_when_it_was_stopped_comes_once_more(bot: Told) -> None:
    bot.store.write(lambda tx: bot._say(tx, "docent", "Hoi", Urgency.REPLY)).result()
    bot.store.write(
        lambda tx: tx.run(
            """UPDATE outbox SET state = 'sending', attempts = 1,
                   sent_to = (SELECT key FROM chats WHERE person = outbox.person)"""
        )
    ).result()
    bot.wait(60)
    assert len(bot.texts("docent")) == 1
    assert bot.texts("docent")[0] != "Hoi"
