"""A question in the middle of a dialogue is answered and the open one asked again; an answer is never taken for one."""

from dataclasses import MISSING, fields
from datetime import timedelta

import pytest

from handlers.desk import OpenDesk
from handlers.dialogue.fields import Field, Form, Problem
from handlers.tables import FORM_TABLE
from programme.messages import Draft
from storage.chats import chats
from storage.database import Transaction
from storage.messages import conversations
from storage.people import people
from tests.platforms import Direct
from tests.reports_region import REGION, START, seed

FIELDS = [(form, field) for form in FORM_TABLE for field in form.fields]
NAMES = [f"{form.draft.__name__}.{field.name}" for form, field in FIELDS]
QUESTION = "Wie is de coördinator?"


@pytest.mark.parametrize(("form", "field"), FIELDS, ids=NAMES)
def test_what_takes_a_question_for_its_answer_says_so(form: Form, field: Field) -> None:
    bot = Direct(seed, START)
    assert bot.store.read(lambda tx: _takes(tx, form, field)) is field.free


def _takes(tx: Transaction, form: Form, field: Field) -> bool:
    person, chat = people.person(tx, "manager"), chats.chat(tx, chats.private_chat(tx, "manager") or "")
    assert person
    assert chat
    desk = OpenDesk(tx=tx, now=START, fresh="f", person=person, region=REGION, chat=chat)
    try:
        field.value(QUESTION, _empty(form), desk)
    except Problem:
        return False
    return True


def _empty(form: Form) -> Draft:
    """Return a draft that has only what every one has from the start."""
    first = {"milestone": "m1", "rhythm": "12345 16:00"}
    needed = [each.name for each in fields(form.draft) if each.default is MISSING]  # type: ignore[arg-type]
    return form.draft(**{name: first.get(name, "") for name in needed})


AGENDA = ("/melden", "Agendapunt")
SIGNAL = ("/melden", "Signaal")
REPORT = ("Pilot robotica gedraaid met 26 leerlingen",)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (AGENDA, "Wie is de coördinator?"),
        (AGENDA, "Wat staat er deze week?"),
        (AGENDA, "Wanneer is de volgende bijeenkomst?"),
        (AGENDA, "Hoe werkt dit als een school vertrekt?"),
        (SIGNAL, "Wie is de coördinator van de keuzevakken?"),
        ((*REPORT, "Gelukt", "Knelpunt"), "Wie is de coördinator?"),
        ((*REPORT, "Gelukt", "Knelpunt"), "Hoe staat de regio ervoor?"),
    ],
)
def test_where_words_of_ones_own_are_wanted_a_question_is_the_answer(
    before: tuple[str, ...], text: str
) -> None:
    bot = _talk(*before)
    bot.say("docent", "", text)
    assert any(text in heard.text for heard in bot.heard("docent", ""))


@pytest.mark.parametrize("text", ["hoe werkt dit?", "help", "Wat moet ik doen?", "?"])
@pytest.mark.parametrize(
    "before", [AGENDA, SIGNAL, REPORT, (*REPORT, "Gelukt"), (*REPORT, "Gelukt", "Knelpunt")]
)
def test_who_asks_how_it_works_is_helped_at_every_step_and_asked_again(
    before: tuple[str, ...], text: str
) -> None:
    bot = _talk(*before[:-1])
    _does(bot, before[-1])
    asked = bot.heard("docent", "")[-1]
    draft = _draft(bot)
    bot.say("docent", "", text)
    _closed, helped, again = bot.heard("docent", "")
    assert helped.text.startswith("Tik aan wat past")
    assert again == asked
    assert _draft(bot) == draft


@pytest.mark.parametrize("text", ["Dinsdag?", "Gelukt?", "Het ging goed?", "26?"])
def test_an_answer_with_a_question_mark_is_an_answer(text: str) -> None:
    bot = _talk(*REPORT)
    before = _draft(bot)
    bot.say("docent", "", text)
    assert _draft(bot) != before or "herken" in bot.heard("docent", "")[-1].text


def test_a_question_keeps_a_dialogue_waiting_for_three_days_more() -> None:
    bot = _talk(*REPORT)
    bot.turn(START + timedelta(days=2))
    bot.say("docent", "", "hoe werkt dit?")
    bot.turn(START + timedelta(days=4))
    assert _draft(bot)


def _talk(*steps: str) -> Direct:
    bot = Direct(seed, START)
    for step in steps:
        _does(bot, step)
    bot.heard("docent", "")
    return bot


def _does(bot: Direct, step: str) -> None:
    """Tap the button of that name in the newest message, or type it where there is none."""
    shown = bot.screen.shown.get(bot._chat("docent", ""), [])
    if shown and step in [button.label for button in shown[-1].buttons]:
        bot.press("docent", "", step)
    else:
        bot.say("docent", "", step)


def _draft(bot: Direct) -> object:
    def draft(tx: Transaction) -> object:
        found, _lost = conversations.current(tx, chats.private_chat(tx, "docent") or "", "docent")
        return found and (found.draft, found.asking, found.trail)

    return bot.store.read(draft)
