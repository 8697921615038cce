"""Reports under pressure: restarts, broken records, floods, old buttons, and a walk without any plan."""

import re
from datetime import timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from programme.messages import Address, Outgoing
from programme.updates import Update
from storage import updates
from storage.chats import chats
from storage.database import Transaction
from storage.messages import outbox, queues
from tests.platforms import Direct
from tests.reports_region import REGION, START, seed

STORY = "Gisteren pilot robotica gedraaid met 26 leerlingen, ging goed"


def talk() -> Direct:
    return Direct(seed, START)


def reported(bot: Direct, person: str = "docent") -> list[Update]:
    return bot.store.read(lambda tx: updates.by_person(tx, REGION.key, person, 50))


def texts(bot: Direct, person: str = "docent") -> str:
    return "\n".join(one.text for one in bot.heard(person, ""))


def test_a_free_message_costs_at_most_three_taps() -> None:
    bot = talk()
    bot.say("docent", "", "Vandaag een les gegeven")
    bot.press("docent", "", "2. Keuzevakken vernieuwen")
    bot.press("docent", "", "Gelukt")
    bot.press("docent", "", "Bewaren")
    assert [one.activity for one in reported(bot)] == ["a2"]


@pytest.mark.parametrize(
    ("ending", "success"),
    [
        ("ging goed", ""),
        ("deels gelukt", ""),
        ("gelukt met 18 leerlingen", ""),
        ("geslaagd, met 18 leerlingen en 2 docenten", ""),
        ("18 leerlingen waren enthousiast", "18 leerlingen waren enthousiast"),
        ("gelukt en ze waren trots", "ze waren trots"),
        ("robotica met 12 lln gelukt", ""),
    ],
)
def test_a_result_with_its_figures_is_no_success_story(ending: str, success: str) -> None:
    bot = talk()
    bot.say("docent", "", f"Gisteren pilot robotica gedraaid, {ending}")
    bot.press("docent", "", "Bewaren")
    assert [one.details.success for one in reported(bot)] == [success]


def test_sharing_is_off_until_it_is_tapped() -> None:
    bot = talk()
    for tap in ((), ("Delen met het kanaal",)):
        bot.say("docent", "", STORY)
        for label in (*tap, "Bewaren"):
            bot.press("docent", "", label)
    assert [one.shared for one in reported(bot)] == [True, False]


def test_the_same_button_pressed_twice_saves_once_and_says_so() -> None:
    bot = talk()
    bot.say("docent", "", STORY)
    button = bot.screen.shown[_chat(bot, "docent")][-1].buttons[0]
    for _again in range(2):
        bot.arrive("docent", "", press=button.key)
    assert len(reported(bot)) == 1
    assert "Dat was al afgerond" in texts(bot)


def test_a_button_that_never_was_is_answered() -> None:
    bot = talk()
    bot.arrive("docent", "", press="onzin")
    assert "Typ gewoon wat je wilt" in texts(bot)


def test_a_withdrawn_report_is_not_revived_by_a_change_that_was_open() -> None:
    bot = talk()
    bot.say("docent", "", STORY)
    bot.press("docent", "", "Bewaren")
    bot.press("docent", "", "Wijzigen")
    bot.press("docent", "", "Intrekken")
    assert "ingetrokken" in texts(bot)
    bot.press("docent", "", "Bewaren")
    assert "Deze melding heb je ingetrokken" in texts(bot)
    assert reported(bot) == []


def test_five_thousand_characters_are_kept_to_the_letter() -> None:
    bot = talk()
    flood = ("Gisteren pilot robotica gedraaid, ging goed. " + "Het was een lange dag. " * 230)[:5000].strip()
    bot.say("docent", "", flood)
    bot.press("docent", "", "Bewaren")
    assert reported(bot)[0].details.said == flood
    assert max(len(one.text) for one in bot.screen.shown[_chat(bot, "docent")]) < 1000


def test_five_thousand_characters_that_expire_come_back_with_a_tap() -> None:
    bot = talk()
    flood = "Pilot robotica gedraaid. " + "bla " * 1200
    bot.say("docent", "", flood)
    bot.turn(START + timedelta(days=3, minutes=1))
    bot.press("docent", "", "Toch verder")
    bot.press("docent", "", "Gelukt")
    bot.press("docent", "", "Bewaren")
    assert reported(bot)[0].details.said == flood.strip()


@pytest.mark.parametrize("broken", ["{}", '{"draft": "{}"}', "not json", "[]"])
def test_a_record_that_fits_no_more_ends_politely_and_leaves_the_chat_usable(broken: str) -> None:
    bot = talk()
    bot.say("docent", "", "Pilot robotica gedraaid")
    _overwrite(bot, broken)
    bot.say("docent", "", STORY)
    assert "de draad kwijt" in texts(bot)
    bot.press("docent", "", "Bewaren")
    assert len(reported(bot)) == 1


def test_what_was_typed_in_a_record_that_fits_no_more_goes_on_with_a_tap() -> None:
    bot = talk()
    bot.say("docent", "", "Pilot robotica gedraaid")
    state = bot.store.read(lambda tx: str(tx.value("SELECT state FROM conversations")))
    kept = msgspec.json.decode(state)
    draft = msgspec.json.decode(kept["draft"])
    draft["has"]["day"] = "the day after"
    _overwrite(bot, msgspec.json.encode({**kept, "draft": msgspec.json.encode(draft).decode()}).decode())
    bot.turn(START + timedelta(days=4))
    assert "Pilot robotica gedraaid" in texts(bot)
    bot.press("docent", "", "Hiermee verder")
    bot.press("docent", "", "Gelukt")
    bot.press("docent", "", "Bewaren")
    assert reported(bot)[0].details.said == "Pilot robotica gedraaid"


def test_two_dialogues_in_two_chats_do_not_disturb_each_other() -> None:
    bot = talk()
    first, second = _chat(bot, "docent"), bot.store.write(_second_chat).result()
    for chat, words in (
        (first, "Pilot robotica gedraaid"),
        (second, "Technolab bezocht met 12 leerlingen"),
        (first, "gelukt"),
        (second, "deels gelukt"),
        (first, "ja"),
        (second, "ja"),
    ):
        bot.arrive("docent", chat, text=words)
    assert {(one.activity, one.result) for one in reported(bot)} == {("a2", "success"), ("a7", "partial")}


def test_who_has_left_hears_nothing_of_what_others_do() -> None:
    bot = talk()
    bot.say("bedrijf", "", "Afgelopen vrijdag 12 uur gastlessen gegeven")
    bot.press("bedrijf", "", "Bewaren")
    bot.say("bedrijf", "", "uitschrijven")
    texts(bot, "bedrijf")
    bot.press("manager", "", "Klopt niet")
    assert texts(bot, "bedrijf") == ""


def test_a_contribution_is_read_by_another_without_who_is_ill() -> None:
    bot = talk()
    bot.say(
        "bedrijf",
        "",
        "Afgelopen vrijdag 12 uur gastlessen gegeven. Vervolg als Anouk terug is van haar burn-out",
    )
    bot.press("bedrijf", "", "Bewaren")
    told = texts(bot, "manager")
    assert "Vervolg: personele uitval" in told
    assert "burn-out" not in told


@pytest.mark.parametrize("text", ["nvm", "doe maar niet", "laat maar"])
def test_whoever_lets_it_rest_in_words_has_nothing_saved(text: str) -> None:
    bot = talk()
    bot.say("docent", "", "Pilot robotica gedraaid")
    bot.say("docent", "", text)
    bot.say("docent", "", "ja")
    assert "Er is niets bewaard" in texts(bot)
    assert reported(bot) == []


def test_the_name_of_a_pupil_is_never_saved() -> None:
    bot = talk()
    bot.say("docent", "", "Pilot robotica gedraaid: leerling Sanne Bos en Kevin uit 3B deden het super")
    bot.press("docent", "", "Bewaren")
    (saved,) = reported(bot)
    assert "leerling en een leerling uit 3B deden het super" in saved.details.said
    assert not re.search("Sanne|Bos|Kevin", repr(saved))


SAID = f"""{STORY}
Pilot|gisteren|31 februari|26 leerlingen|-5 leerlingen|12 uur|1e400 euro|kapot|?|ja|nee|stop|hallo|1|8|99|{{n}}|%s|/
/help|/melden|/mijn|/agenda|/mijlpalen|/week|/onzin|@aanjager|@aanjager pilot robotica gedraaid|uitschrijven|aanmelden
de mijlpaal technolab is vertraagd|graag op de agenda: koffie|bedrijf stopt ermee|12 uur gastlessen gegeven"""
WORDS = st.sampled_from([*SAID.replace("\n", "|").split("|"), "", "\u0000", "x" * 5000])
WHO = st.sampled_from(["docent", "bedrijf", "manager"])
DEEDS = st.one_of(
    st.tuples(st.just("say"), st.one_of(WORDS, st.text(max_size=40))),
    st.tuples(st.just("channel"), WORDS),
    st.tuples(st.just("say"), st.just(STORY)),
    st.tuples(st.just("tap"), st.just(0)),
    st.tuples(st.just("tap"), st.just(0)),
    st.tuples(st.just("tap"), st.integers(0, 9)),
    st.tuples(st.just("old"), st.integers(0, 60)),
    st.tuples(st.just("photo"), st.sampled_from(["", "Pilot robotica gedraaid"])),
    st.tuples(st.just("wait"), st.integers(1, 80)),
)
MOVES = st.lists(st.tuples(WHO, DEEDS), min_size=20, max_size=60)
SAVED = "SELECT COUNT(*) FROM updates"
TOLD = "SELECT COUNT(DISTINCT json_extract(record, '$.has.update.key')) FROM history WHERE what = 'Reported'"
UNANSWERED = "SELECT COUNT(*) FROM inbox WHERE state <> 'done' OR fault IS NOT NULL"


@given(moves=MOVES)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_people_say_or_tap_there_is_an_answer_and_nothing_is_lost(
    moves: list[tuple[str, tuple[str, str | int]]],
) -> None:
    bot = talk()
    for who, (kind, what) in moves:
        chat = _chat(bot, who)
        before = len(bot.screen.changed.get(chat, []))
        _move(bot, who, chat, kind, what)
        answered = len(bot.screen.changed.get(chat, [])) > before
        assert answered or kind not in ("say", "photo"), f"no answer to {what!r}"
    assert bot.store.read(lambda tx: tx.value(UNANSWERED)) == 0
    assert bot.store.read(lambda tx: tx.value(SAVED)) == bot.store.read(lambda tx: tx.value(TOLD))
    assert all(len(one.text) < 4096 for shown in bot.screen.shown.values() for one in shown)
    assert all(len(one.buttons) <= 8 for shown in bot.screen.shown.values() for one in shown)


def _move(bot: Direct, who: str, chat: str, kind: str, what: str | int) -> None:
    if kind == "wait":
        bot.turn(bot.now + timedelta(hours=int(what)))
    elif kind == "photo":
        bot.show(who, "", str(what))
    elif kind in ("say", "channel"):
        bot.say(who, "Team Oever" if kind == "channel" else "", str(what))
    else:
        keys = _buttons(bot, chat, everything=kind == "old")
        if keys:
            bot.arrive(who, "", press=keys[int(what) % len(keys)])


def _buttons(bot: Direct, chat: str, *, everything: bool) -> list[str]:
    """Return the keys of what stands there to be tapped, the newest first; or of all that was ever said to anybody."""
    if everything:
        return bot.store.read(
            lambda tx: [row["key"] for row in tx.rows("SELECT key FROM buttons ORDER BY rowid")]
        )
    shown = bot.screen.shown.get(chat, [])
    return [button.key for parcel in reversed(shown) for button in parcel.buttons][:9]


def _chat(bot: Direct, person: str) -> str:
    return bot.store.read(lambda tx: str(chats.private_chat(tx, person)))


def _overwrite(bot: Direct, state: str) -> None:
    bot.store.write(lambda tx: tx.run("UPDATE conversations SET state = :state", state=state)).result()


def _second_chat(tx: Transaction) -> str:
    return chats.arrive(tx, "local", "second:docent", "private", "Docent PIE", START).key


def test_what_waits_for_the_morning_still_waits_when_it_is_changed() -> None:
    morning = START + timedelta(hours=9)

    def change(tx: Transaction) -> None:
        first, second = Outgoing(text="first", to=Address(person="manager")), Outgoing(text="second")
        key = outbox.say(tx, first, asked_in=None, region=REGION.key, now=START, ready=morning)
        outbox.revise(tx, key, second, START + timedelta(minutes=1))

    bot = talk()
    bot.store.write(change).result()
    assert bot.store.read(lambda tx: queues.next_moment(tx, START)) == morning
