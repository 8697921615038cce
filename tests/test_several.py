"""Several updates in one message: nothing that was typed is lost, whatever becomes of the others."""

from datetime import timedelta

import pytest

from programme.updates import Update
from storage import updates
from tests.platforms import Direct
from tests.reports_region import REGION, START, seed

FIRST, SECOND = "Pilot robotica gedraaid met 22 lln, ging goed", "mijlpaal technolab ingericht is klaar"
MESSAGE = f"{FIRST}. Verder: {SECOND}"


def reported(bot: Direct) -> list[Update]:
    return bot.store.read(lambda tx: updates.by_person(tx, REGION.key, "docent", 50))


@pytest.mark.parametrize(
    ("presses", "said"),
    [
        (["Alles bewaren"], [SECOND, FIRST]),
        (["Bewaren", "Bewaren"], [SECOND, FIRST]),
        (["Annuleren", "Bewaren"], [SECOND]),
        (["Bewaren", "Annuleren"], [FIRST]),
    ],
)
def test_each_part_is_saved_with_its_own_text_or_not_at_all(presses: list[str], said: list[str]) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", MESSAGE)
    for press in presses:
        bot.press("docent", "", press)
    assert sorted(one.details.said for one in reported(bot)) == sorted(said)


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        f"{FIRST}. Helaas was het technolab dicht.",
        f"{FIRST}, vervolg eind maart. De gastles komt nog.",
        f"{FIRST}. Er waren ook 3 docenten bij.",
        "De les robotica ging goed en iedereen was blij",
    ],
)
def test_what_is_told_of_one_thing_stays_one_report(text: str) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", text)
    assert not any("meldingen" in one.text for one in bot.heard("docent", ""))


@pytest.mark.parametrize(
    "text",
    [
        "gisteren robotica 24 lln prima en vandaag technolab 18 lln ging niet door",
        "gisteren robotica 24 lln prima, vandaag technolab 18 lln ging niet door",
        "robotica 24 lln prima, technolab 18 lln, ging niet door",
        "robotica ging goed en technolab ging niet door",
        "maandag les domotica met 20 lln, top, en dinsdag training lassen met 6 docenten, matig",
        "maandag robotica 20 lln top en dinsdag robotica 18 lln matig",
        "24 lln robotica gisteren top + 18 lln technolab vandaag gelukt",
        "yesterday robotics 24 pupils went well and today technolab 18 pupils was cancelled",
    ],
)
def test_two_in_a_sentence_that_each_tell_all_are_two(text: str) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", text)
    assert bot.heard("docent", "")[-1].text.startswith("Ik lees hier 2 meldingen in.")


@pytest.mark.parametrize(
    ("outcome", "signal"),
    [
        ("gisteren robotica met 20 lln, ging goed", "maar wij stoppen per 1 augustus"),
        ("gisteren robotica met 20 lln, ging goed", "helaas haakt Bakker BV af"),
        ("robotica ging goed, 20 lln", "Maar het profiel BWI gaat dicht"),
        ("robotica met 20 lln ging goed", "maar wij stoppen ermee"),
    ],
)
@pytest.mark.parametrize("between", [", ", " ", ". "])
def test_who_leaves_is_a_signal_of_its_own_however_it_is_told_beside_an_outcome(
    outcome: str, signal: str, between: str
) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", f"{outcome}{between}{signal}")
    bot.press("docent", "", "Alles bewaren")
    assert {one.kind.value: one.details.said for one in reported(bot)} == {
        "outcome": outcome,
        "signal": signal,
    }


@pytest.mark.parametrize(
    "text", ["robotica minder, want Bakker BV haakt af", "robotica 20 lln, jammer dat Bakker BV stopt ermee"]
)
def test_what_tells_who_leaves_and_is_not_parted_is_not_offered_to_the_channel(text: str) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", text)
    assert "Delen met het kanaal" not in bot.heard("docent", "")[-1].buttons


@pytest.mark.parametrize(
    ("text", "saved"),
    [
        (
            "Bakker BV haakt af, robotica ging goed met 20 lln",
            [("outcome", "a2", "success", 20), ("signal", None, "", None)],
        ),
        (
            "Pilot robotica 24 lln ging top, technolab 18 lln ging niet door, gastles 20 lln goed",
            [
                ("outcome", "a2", "success", 24),
                ("outcome", "a4", "success", 20),
                ("outcome", "a7", "failed", 18),
            ],
        ),
        (
            "robotica 24 lln top, girlsday gaat niet door",
            [("outcome", "a2", "success", 24), ("outcome", "a6", "failed", None)],
        ),
        (
            "robotica ma 20 lln top, di 22 lln matig",
            [("outcome", "a2", "partial", 22), ("outcome", "a2", "success", 20)],
        ),
    ],
)
def test_each_of_several_is_saved_as_it_was_told(text: str, saved: list[object]) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", text)
    for _turn in range(8):
        buttons = bot.heard("docent", "")[-1].buttons
        likeliest = "4. Gastlessen van bedrijven"
        bot.press("docent", "", "Bewaren" if "Bewaren" in buttons else likeliest)
        if len(reported(bot)) == len(saved):
            break
    found = [(one.kind.value, one.activity, one.result, one.details.pupils) for one in reported(bot)]
    assert sorted(found, key=str) == saved


@pytest.mark.parametrize(
    "text",
    [
        "robotica en technolab samen met 24 lln",
        "robotica, domotica en technolab met 24 lln, ging goed",
        "robotica met 12 lln van groep 8 en 10 lln van groep 7 in het technolab, ging goed",
        "robotica gedaan met 24 lln, top, en volgende week technolab met 18 lln",
        "robotica met 12 lln en 3 docenten, ging goed en het technolab was mooi",
        "Robotica gedaan in het technolab, 24 lln, top sfeer, wel te weinig laptops en vervolg in maart",
        "gisteren en vandaag robotica gedaan met 24 lln, ging goed",
    ],
)
def test_two_names_in_a_sentence_are_one_where_what_is_told_is_told_of_both(text: str) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", text)
    assert not any("meldingen" in one.text for one in bot.heard("docent", ""))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Gisteren robotica 24 lln goed; technolab 18 lln slecht", ["28", "28"]),
        ("Gisteren robotica 24 lln goed. Verder: vandaag technolab 18 lln slecht", ["29", "28"]),
        ("Robotica 24 lln goed; gisteren technolab 18 lln slecht", ["28", "29"]),
        ("Op 26 november robotica 24 lln goed, technolab 18 lln slecht", ["26", "26"]),
        ("- gisteren robotica 24 lln goed\n- technolab 18 lln slecht", ["28", "28"]),
    ],
)
def test_what_names_no_day_was_on_the_day_that_was_named_before_it(text: str, days: list[str]) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", text)
    bot.press("docent", "", "Alles bewaren")
    assert [f"{one.day:%d}" for one in reported(bot) if one.day] == days


@pytest.mark.parametrize(
    "second",
    [
        "vandaag technolab 18 lln, ging slecht",
        "technolab ging ook goed, 12 lln",
        "robotica nog een keer gedaan vandaag, 18 lln, viel tegen",
        "gastles van de monteur gehad, 30 leerlingen, top",
        "vanmiddag nog een les gegeven met 18 lln",
        "Pilot robotica 26 lln vandaag",
        "robotica met 18 leerlingen",
    ],
)
def test_a_second_report_at_the_card_leaves_the_first_as_it_was(second: str) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", FIRST)
    bot.say("docent", "", second)
    bot.press("docent", "", "Eerst het andere afmaken")
    bot.press("docent", "", "Bewaren")
    assert [(one.details.said, one.details.pupils) for one in reported(bot)] == [(FIRST, 22)]
    assert "2 van 2" in bot.heard("docent", "")[-1].text


@pytest.mark.parametrize(
    "more",
    [
        "24 leerlingen",
        "nee, robotica met 24 lln",
        "robotica was met 22 lln",
        "het waren er 24",
        "we hebben het in het technolab gedaan",
        "er waren 3 docenten bij",
    ],
)
def test_more_of_the_same_is_no_second_report(more: str) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", FIRST)
    bot.say("docent", "", more)
    assert bot.heard("docent", "")[-1].text.startswith("Zal ik dit zo bewaren?")


def test_what_waits_over_the_night_is_of_the_day_on_which_it_was_typed() -> None:
    bot = Direct(seed, START)
    bot.say(
        "docent", "", "Robotica gisteren, 20 lln, gelukt. Technolab gisteren bezocht met 12 lln, ging goed."
    )
    bot.turn(START + timedelta(days=1))
    bot.press("docent", "", "Bewaren")
    bot.press("docent", "", "Bewaren")
    yesterday = START.date() - timedelta(days=1)
    assert [one.day for one in reported(bot)] == [yesterday, yesterday]
