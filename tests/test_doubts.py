"""News for a channel of which nobody knows whether it arrived: a programme manager looks, and decides once."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from documents.drawings import Drawn
from jobs.sender import Abilities, Uncertain
from programme.messages import Address, Outgoing, Urgency
from storage.messages import outbox
from storage.messages.parcels import Parcel
from tests.paced import MORNING
from tests.platforms import Direct, Screen
from tests.region import REGION, seed


@dataclass
class Doubtful(Screen):
    """A platform on which nobody knows whether the first messages for a channel arrived."""

    doubts: int = 1
    repeats: list[str] = field(default_factory=list)

    async def send(self, parcel: Parcel, file: Drawn | None, now: datetime) -> str:
        if not parcel.personal and self.doubts:
            self.doubts -= 1
            raise Uncertain
        if parcel.repeat:
            self.repeats.append(parcel.text)
        return await super().send(parcel, file, now)


class Bot(Direct):
    """The bot with something to tell a channel, of which it does not know whether it arrived."""

    def __init__(self, at: datetime = MORNING, doubts: int = 1, second: str = "") -> None:
        super().__init__(seed, MORNING)
        made = "UPDATE memberships SET role = 'manager' WHERE person = :second"
        self.store.write(lambda tx: tx.run(made, second=second)).result()
        self.screen: Doubtful = Doubtful("local", Abilities(), doubts=doubts)
        self.workers = self.start()
        self.turn(at)
        channel = Address(chat=self._chat("", "Team Rivierenland"))
        news = Outgoing(text="De week in beeld\nEn meer", to=channel, urgency=Urgency.BROADCAST)
        self.store.write(
            lambda tx: outbox.say(tx, news, asked_in=None, region=REGION.key, now=self.now)
        ).result()
        self.turn(at)

    def told(self, person: str) -> list[str]:
        return [one.text for one in self.heard(person, "")]

    def stands(self) -> list[str]:
        return [one.text for one in self.screen.shown.get(self._chat("", "Team Rivierenland"), [])]


ASKED = (
    "Ik weet niet of dit is aangekomen in “Team Rivierenland”: “De week in beeld”\n"
    "Kijk je even? Staat het er niet, dan stuur ik het nog een keer."
)


def test_the_manager_is_asked_about_news_of_which_nobody_knows_whether_it_arrived() -> None:
    bot = Bot()
    assert (bot.told("manager"), bot.told("docent"), bot.stands()) == ([ASKED], [], [])
    bot.press("manager", "", "Nog een keer sturen")
    asked, answered = bot.told("manager")
    assert answered == "Ik stuur het nog een keer."
    assert asked.endswith("Programmamanager liet het nog een keer sturen.")
    assert bot.stands() == ["De week in beeld\nEn meer"]
    assert bot.screen.repeats == [], "it is not there: who reads it sees it once"


def test_what_is_there_is_left_and_the_question_shows_who_saw_it() -> None:
    bot = Bot()
    bot.press("manager", "", "Het staat er")
    _asked, decided, _answer = bot.told("manager")
    assert decided.endswith("Programmamanager zag dat het er staat.")
    bot.turn(bot.now + timedelta(hours=4))
    assert bot.stands() == []


@pytest.mark.parametrize("first", ["Nog een keer sturen", "Het staat er"])
def test_pressing_twice_does_nothing(first: str) -> None:
    bot = Bot()
    other = _button(bot, "Nog een keer sturen")
    bot.press("manager", "", first)
    bot.told("manager")
    stands = bot.stands()
    bot.arrive("manager", "", press=other)
    assert bot.told("manager") == [f"Je hebt al gekozen: {first}."]
    assert bot.stands() == stands


def test_what_another_manager_decided_stays_decided() -> None:
    bot = Bot(second="coordinator")
    other = _button(bot, "Nog een keer sturen", "coordinator")
    bot.press("manager", "", "Het staat er")
    assert bot.told("coordinator")[-1].endswith("Programmamanager zag dat het er staat.")
    bot.arrive("coordinator", "", press=other)
    assert bot.told("coordinator") == ["Dat was al geregeld."]
    assert bot.stands() == []


def test_only_a_manager_decides() -> None:
    bot = Bot()
    bot.store.write(
        lambda tx: tx.run("UPDATE memberships SET role = 'teacher' WHERE person = 'manager'")
    ).result()
    bot.told("manager")
    bot.press("manager", "", "Nog een keer sturen")
    assert bot.stands() == []
    assert bot.told("manager") == ["Deze knop is niet voor jou."]


def test_the_manager_is_asked_by_day() -> None:
    bot = Bot(datetime(2021, 12, 1, 21, 30, tzinfo=UTC))
    assert bot.told("manager") == []
    bot.turn(datetime(2021, 12, 2, 8, 0, tzinfo=UTC))
    assert ASKED in bot.told("manager")


def test_the_manager_is_asked_again_when_the_repeat_is_in_doubt_too() -> None:
    bot = Bot(doubts=2)
    bot.press("manager", "", "Nog een keer sturen")
    assert bot.told("manager")[-1] == ASKED
    bot.press("manager", "", "Nog een keer sturen")
    assert bot.stands() == ["De week in beeld\nEn meer"]


def _button(bot: Bot, label: str, person: str = "manager") -> str:
    shown = bot.screen.shown[bot._chat(person, "")]
    return next(button.key for one in shown for button in one.buttons if button.label == label)
