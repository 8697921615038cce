"""What happens to groups and people on Telegram, from its updates and refusals to what is read of it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.bot_api import BotApi
from tests.talk import Heard
from tests.telegram_platform import OnTelegram, Spot
from tests.two_regions import START, seed

LATER = START.replace(hour=15)
MORE = START.replace(hour=15) + timedelta(days=5)
GROUP, TOPIC = "Nieuwe groep", "Forum › Weekbericht"


class Groups(OnTelegram):
    """The same, with people who do more than type and press."""

    def chat(self, where: str) -> int:
        return self._spot("", where).chat

    def topic(self, where: str) -> int:
        return self._spot("", where).topic or 0

    def tie(self, where: str, *labels: str) -> None:
        """Let the programme manager of the north make it a channel."""
        self.say("n-manager", where, "/kanaal")
        for label in ("Regio Noord", *labels):
            self.press("n-manager", where, label)
        self.heard("", where)

    def settled(self) -> None:
        self._settled()

    def texts(self, person: str, where: str = "") -> list[str]:
        return [one.text for one in self.heard(person, where)]


@pytest.fixture
def telegram(api: BotApi, tmp_path: Path) -> Iterator[Groups]:
    platform = Groups(api, seed, START, tmp_path)
    yield platform
    platform.close()


def test_who_adds_the_bot_is_asked_whose_channel_it_is(telegram: Groups, api: BotApi) -> None:
    manager, teacher = telegram.people["n-manager"], telegram.people["n-docent"]
    telegram.groups["Kust"] = Spot(chat=api.group("Kust", [manager, teacher]))
    telegram.settled()
    assert telegram.heard("", "Kust") == [
        Heard(text="Van wie is dit kanaal?", buttons=("Regio Noord", "Deelregio Kust"))
    ]
    telegram.press("n-manager", "Kust", "Deelregio Kust")
    assert [one.text for one in telegram.heard("", "Kust")] == [
        "Van wie is dit kanaal?\n\n✓ Deelregio Kust (Manager N)",
        "Dit is vanaf nu het kanaal van Deelregio Kust. Elke week vertel ik hier hoe het plan ervoor staat.",
    ]


def test_a_group_of_others_hears_what_the_bot_is(telegram: Groups, api: BotApi) -> None:
    telegram.groups["Anders"] = Spot(chat=api.group("Anders", [telegram.people["n-docent"]]))
    telegram.settled()
    [hello] = telegram.texts("", "Anders")
    assert hello.startswith("Hallo! Ik ben Aanjager")


def test_thrown_out_and_taken_back(telegram: Groups, api: BotApi) -> None:
    telegram.tie(GROUP)
    manager = telegram.people["n-manager"]
    api.remove_bot(manager, telegram.chat(GROUP))
    telegram.settled()
    [told] = telegram.texts("n-manager")
    assert "“Nieuwe groep”" in told
    telegram.turn(MORE)
    assert telegram.texts("", GROUP) == []
    api.add_bot(manager, telegram.chat(GROUP))
    telegram.settled()
    assert telegram.texts("", GROUP) == ["Daar ben ik weer. Vanaf nu vertel ik hier weer over Regio Noord."]


def test_a_group_that_became_a_supergroup_goes_on_as_it_was(telegram: Groups, api: BotApi) -> None:
    telegram.tie(GROUP)
    new = api.migrate(telegram.people["n-manager"], telegram.chat(GROUP))
    telegram.groups[GROUP] = Spot(chat=new)
    telegram.turn(MORE)
    assert [one.partition(" sinds")[0] for one in telegram.texts("", GROUP)] == [
        "Geen nieuwe uitkomsten en geen mijlpalen gereed"
    ]


def test_what_went_to_a_closed_topic_goes_to_the_group(telegram: Groups, api: BotApi) -> None:
    telegram.tie(TOPIC, "Het weekbericht")
    api.close_topic(telegram.people["n-docent"], telegram.chat(TOPIC), telegram.topic(TOPIC))
    telegram.settled()
    telegram.turn(LATER)
    assert "Het onderwerp “Forum › Weekbericht” is gesloten." in telegram.texts("n-manager")[-1]
    telegram.turn(MORE)
    assert weeks(api, telegram.chat(TOPIC)) == [None]


def test_a_topic_that_was_deleted_unheard_is_found_out_by_the_week(telegram: Groups, api: BotApi) -> None:
    telegram.tie(TOPIC, "Alles")
    api.delete_topic(telegram.chat(TOPIC), telegram.topic(TOPIC))
    telegram.turn(MORE)
    assert "verwijderd" in telegram.texts("n-manager")[-1]
    assert weeks(api, telegram.chat(TOPIC)) == [None]


def weeks(api: BotApi, chat: int) -> list[int | None]:
    """Return the topics of a group in which the week was told, None for the group itself."""
    return [one.topic for one in api.said(chat) if one.text.startswith("Geen nieuwe uitkomsten")]


def test_of_who_blocks_the_bot_the_programme_manager_hears(telegram: Groups, api: BotApi) -> None:
    api.block(telegram.people["n-trekker"])
    telegram.settled()
    telegram.turn(LATER)
    [told] = telegram.texts("n-manager")
    assert "Mijn herinneringen bereiken Trekker N niet meer" in told
    assert "• Pilot twee keuzevakken" in told
    api.block(telegram.people["n-trekker"], False)
    telegram.settled()
    telegram.turn(MORE)
    assert "Pilot twee keuzevakken" in telegram.texts("n-trekker")[-1]


def test_an_account_that_is_gone_is_found_out_by_the_reminder(telegram: Groups, api: BotApi) -> None:
    api.delete_account(telegram.people["n-trekker"])
    telegram.turn(MORE + timedelta(days=1))
    assert "account" in telegram.texts("n-manager")[-1]


@pytest.mark.parametrize("start", ["melden", "mijlpalen"])
def test_in_a_group_a_button_leads_to_the_private_chat_and_goes_on_there(
    start: str, telegram: Groups, api: BotApi
) -> None:
    telegram.say("n-trekker", GROUP, f"/{start}")
    [shown] = api.said(telegram.chat(GROUP))[-1:]
    [button] = shown.buttons
    code = button.url.partition("start=")[2]
    assert code == start
    assert telegram.texts("n-trekker") == []
    api.start(telegram.people["n-trekker"], code)
    telegram.settled()
    assert len(telegram.heard("n-trekker", "")) == 1


def test_every_press_is_answered_once(telegram: Groups, api: BotApi) -> None:
    telegram.say("n-manager", GROUP, "/kanaal")
    before = len(api.toasts())
    for who in ("n-docent", "z-manager", "n-manager"):
        api.press(telegram.people[who], "Regio Noord", telegram.chat(GROUP), old=True)
        telegram.settled()
    answered = [one.answered for one in api.toasts()[before:]]
    assert answered == ["Deze knop is niet voor jou.", "Deze knop is niet voor jou.", ""]
    api.press(telegram.people["beide"], "Deelregio Kust", telegram.chat(GROUP), old=True)
    telegram.settled()
    assert api.toasts()[-1].answered == "Manager N was je voor: Regio Noord."


def test_a_press_in_a_group_without_the_bot_is_answered_too(telegram: Groups, api: BotApi) -> None:
    telegram.say("n-manager", GROUP, "/kanaal")
    manager = telegram.people["n-manager"]
    api.remove_bot(manager, telegram.chat(GROUP))
    telegram.settled()
    query = api.press(telegram.people["n-docent"], "Regio Noord", telegram.chat(GROUP))
    telegram.settled()
    assert api.toast(query).answered == "Deze knop is niet voor jou."


def test_where_nobody_may_write_the_manager_hears_it_and_a_question_brings_the_week_back(
    telegram: Groups, api: BotApi
) -> None:
    telegram.tie(GROUP)
    group = telegram.chat(GROUP)
    usual = api.world.chats[group].allowed
    api.permit(group, [])
    telegram.say("n-docent", GROUP, "/week")
    [told] = telegram.texts("n-manager")
    assert told.startswith("Ik mag niet meer schrijven in de groep “Nieuwe groep”.")
    assert "/week" in told
    api.permit(group, usual)
    telegram.say("n-docent", GROUP, "/week")
    assert len(telegram.texts("", GROUP)) == 1
    telegram.turn(MORE)
    assert len(telegram.texts("", GROUP)) == 1


def test_where_no_pictures_may_be_sent_the_week_comes_in_words(telegram: Groups, api: BotApi) -> None:
    telegram.tie(GROUP)
    group = telegram.chat(GROUP)
    api.permit(group, api.world.chats[group].allowed - {"can_send_photos"})
    telegram.say("n-docent", GROUP, "/week")
    shown = api.last(group)
    assert shown.kind == "text"
    assert shown.text.startswith("De week van Regio Noord")
    assert telegram.texts("n-manager") == []
