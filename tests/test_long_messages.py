"""What is too long for one message is said in several, or cut with a button for the rest, on every platform alike."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.plan.milestone_lines import Card
from handlers.reporting.updates import Already
from handlers.tables import PRESSES
from jobs.sender import Unsent
from language.catalogue import catalogue
from programme.fitting import ReadOn, in_one, in_parts
from programme.lengths import CAPTION_AT_MOST, TEXT_AT_MOST, fits
from programme.messages import Action, Address, Button, Drawing, Outgoing
from programme.records import Membership, Person, Place, Role
from programme.text import Text
from storage.database import Transaction
from storage.messages import outbox
from storage.people import people
from tests.platforms import Direct, OverHttp
from tests.region import START, seed
from tests.served import filled, served_here

LINE = "(Dit is te lang voor één bericht.)"
PARAGRAPHS = [f"Alinea {number}: " + "een paar woorden, " * 20 + "klaar." for number in range(40)]
LONG = "\n\n".join(PARAGRAPHS)
render = catalogue("nl").render


@dataclass(frozen=True, kw_only=True)
class Press(Action):
    """A button's action."""


@dataclass(frozen=True, kw_only=True)
class Picture(Drawing):
    """A drawing."""


BUTTON = Button(label="Ja", press=Press())


def test_a_picture_comes_with_the_first_message_and_buttons_with_the_last() -> None:
    whole = Outgoing(text=LONG, buttons=(BUTTON,), drawing=Picture(), private=True, begin="melden")
    first, *between, last = in_parts(whole, render)
    assert (first.drawing, first.buttons, first.private, first.begin) == (Picture(), (), False, "")
    assert (last.drawing, last.buttons, last.private, last.begin) == (None, (BUTTON,), True, "melden")
    assert {(one.drawing, one.buttons, one.private) for one in between} == {(None, (), False)}
    assert "\n\n".join(str(one.text) for one in (first, *between, last)) == LONG


@pytest.mark.parametrize("extra", [{"drawing": Picture()}, {"picture": "key.jpg"}])
def test_the_text_beside_a_picture_is_shorter(extra: dict[str, object]) -> None:
    first, second, *_rest = in_parts(replace(Outgoing(text=LONG), **extra), render)  # type: ignore[arg-type]
    assert fits(str(first.text), CAPTION_AT_MOST)
    assert not fits(str(second.text), CAPTION_AT_MOST)


def test_what_may_change_stays_one_message_and_a_button_says_the_rest() -> None:
    cut = in_one(Outgoing(text=LONG, buttons=(BUTTON,), subject="s"), render)
    *_known, more = cut.buttons
    assert isinstance(more.press, ReadOn)
    assert str(cut.text).endswith(f"\n\n{LINE}")
    assert f"{str(cut.text).removesuffix(LINE)}{more.press.text}" == LONG
    assert fits(str(cut.text), TEXT_AT_MOST)


@pytest.mark.parametrize("size", [0, 1, TEXT_AT_MOST])
def test_what_fits_is_said_as_it_stands(size: int) -> None:
    whole = Outgoing(text=" " * size + "x" * (TEXT_AT_MOST - size), buttons=(BUTTON,), subject="s")
    assert (in_one(whole, render), in_parts(whole, render)) == (whole, (whole,))


@pytest.mark.parametrize("make", [in_one, lambda one, render: in_parts(one, render)[0]])
def test_what_is_too_long_by_its_margins_alone_is_one_message(
    make: Callable[[Outgoing, Callable[[Text], str]], Outgoing],
) -> None:
    assert make(Outgoing(text=f"\n\nkort{' ' * 5000}"), render).text == "kort"


def many_teams(tx: Transaction) -> None:
    seed(tx)
    for number in range(80):
        people.add_team(
            tx, f"x{number}", "DEMO", f"Ontwikkelteam {number:03} voor de praktijkgerichte vakken"
        )
        leads = Membership(region="DEMO", role=Role.COORDINATOR, team=f"x{number}", place=Place.COORDINATOR)
        people.add_person(tx, Person(key=f"c{number}", name=f"Naam {number}", memberships=(leads,)), START)


def test_a_long_list_comes_in_several_messages_in_order_and_none_is_lost() -> None:
    bot = Direct(many_teams, START)
    bot.say("manager", "", "/wie")
    said = [one.text for one in bot.heard("manager", "")]
    assert len(said) > 1
    assert [f"team {number:03}" in "\n".join(said) for number in range(80)] == [True] * 80
    assert "\n".join(said).index("team 000") < "\n".join(said).index("team 079")


def test_the_chat_page_gets_the_same_messages(tmp_path: Path) -> None:
    bot = Direct(many_teams, START)
    bot.say("manager", "", "/wie")
    with served_here(filled(tmp_path, many_teams, START)) as page:
        over = OverHttp(page)
        over.say("manager", "", "/wie")
        assert over.heard("manager", "") == bot.heard("manager", "")


def test_a_message_that_is_cut_can_be_read_on_and_changed() -> None:
    bot = Direct(seed, START)
    said = Outgoing(text=LONG, view=Card(region="DEMO", milestone="m1", mark=0, subject="s"), subject="s")
    to = Address(person="manager")
    bot.store.write(
        lambda tx: outbox.say(tx, replace(said, to=to), asked_in=None, region="DEMO", now=START)
    ).result()
    bot.turn(START)
    assert [one.text[-len(LINE) :] for one in bot.heard("manager", "")] == [LINE]
    bot.press("manager", "", "Lees verder")
    assert bot.heard("manager", "")[-1].text.endswith(PARAGRAPHS[-1])
    bot.store.write(
        lambda tx: outbox.say(
            tx, replace(said, to=to, text=f"Nieuw\n\n{LONG}"), asked_in=None, region="DEMO", now=START
        )
    ).result()
    bot.turn(START)
    (changed,) = bot.heard("manager", "")
    assert (changed.text[:5], changed.text[-len(LINE) :], changed.buttons) == (
        "Nieuw",
        LINE,
        ("Lees verder",),
    )


@pytest.mark.parametrize("bare", [False, True])
def test_an_answer_is_for_the_last_part_and_who_reads_on_has_not_chosen(bare: bool) -> None:
    bot = Direct(seed, START, bare=bare)
    buttons = (
        Button(label="Lees dit", press=ReadOn(text="gelezen")),
        Button(label="Meld", press=Already(text="x")),
    )
    said = Outgoing(text=LONG, buttons=buttons, to=Address(person="manager"))
    bot.store.write(lambda tx: outbox.say(tx, said, asked_in=None, region="DEMO", now=START)).result()
    bot.turn(START)
    for _twice in range(2):
        bot.press("manager", "", "Lees dit")
        assert bot.heard("manager", "")[-1].text == "gelezen"


def test_what_was_chosen_fits_below_a_message_that_is_full() -> None:
    bot = Direct(seed, START)
    full = Outgoing(
        text="x" * TEXT_AT_MOST,
        buttons=(Button(label="Meld", press=Already(text="Pilot gedraaid")),),
        to=Address(person="manager"),
    )
    bot.store.write(lambda tx: outbox.say(tx, full, asked_in=None, region="DEMO", now=START)).result()
    bot.turn(START)
    bot.press("manager", "", "Meld")
    *_before, shown = (one.text for one in bot.heard("manager", "") if one.text.startswith("x"))
    assert (shown.endswith("x\n\n✓ Meld"), fits(shown, TEXT_AT_MOST)) == (True, True)


def test_the_parts_stay_in_order_when_one_of_them_does_not_arrive_at_once() -> None:
    bot = Direct(seed, START)
    bot.screen.errors = [Unsent(), Unsent()]
    said = Outgoing(text=LONG, to=Address(person="manager"))
    bot.store.write(lambda tx: outbox.say(tx, said, asked_in=None, region="DEMO", now=START)).result()
    bot.turn(START)
    assert bot.heard("manager", "") == []
    bot.turn(START + timedelta(minutes=1))
    assert "\n\n".join(one.text for one in bot.heard("manager", "")) == LONG


def test_a_message_is_split_before_it_is_escaped() -> None:
    """A platform that writes HTML counts what people see: "<" is one sign, whatever it becomes."""
    assert [fits(str(one.text), TEXT_AT_MOST) for one in in_parts(Outgoing(text="<" * 4096), render)] == [
        True
    ]


def test_reading_on_can_be_pressed() -> None:
    assert ReadOn in PRESSES
