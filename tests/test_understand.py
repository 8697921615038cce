"""``aanjager understand``: what the bot reads in a message, for a program and for a reader."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.understanding import FIELDS, marked, told
from handlers.desk.updates import Numbered
from language.catalogue import catalogue
from language.messages.index import ActivityIndex
from language.messages.organisations import bare_name
from language.messages.reading import read_message
from storage.database import Database
from tests.platforms import Direct
from tests.reports_region import REGION, START, seed
from tests.typed import typed

TEXT = "Pilot gedraaid vorige week dinsdag, 22 lln, top, wel te weinig laptops, vervolg eind september"


def said(*words: str) -> dict[str, Any]:
    answer = typed("understand", *words, "--now", "2026-11-18T10:00", "--json")
    assert (answer.status, answer.complained) == (0, "")
    found: dict[str, Any] = json.loads(answer.said)
    return found


def test_every_field_comes_with_how_sure_it_is() -> None:
    found = said(TEXT)
    sure = found.pop("confidence")
    assert found == {
        "kind": "outcome",
        "result": "success",
        "pupils": 22,
        "date": "2026-11-10",
        "next": "vervolg eind september",
        "next_date": "2027-09-30",
        "barrier": "te weinig laptops",
        "praise": "top",
    }
    assert sure.keys() == found.keys()
    assert all(0 < value <= 1 for value in sure.values())


def test_the_plan_and_the_people_of_a_region_are_only_known_when_it_is_named(tmp_path: Path) -> None:
    store = Database(tmp_path / "data/aanjager.db")
    store.write(seed).result()
    store.close()
    text = "les robotica gegeven, 18 leerlingen"
    assert "activity" not in said(text)
    found = said(text, "--region", REGION.key, "--data", str(tmp_path / "data"))
    assert (found["activity"], found["pupils"]) == (2, 18)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gisteren pilot robotica op De Rivierschool met 20 lln, ging goed", "De Rivierschool"),
        ("les robotica gegeven bij de rivierschool, 20 lln, top", "De Rivierschool"),
        ("pilot robotica gedraaid, 20 lln, ging goed (Rivierschool)", "De Rivierschool"),
        ("namens het Oevercollege: les robotica gegeven, ging goed", "Het Oevercollege"),
        ("les robotica gegeven aan 20 lln in onze school, ging goed", ""),
    ],
)
def test_the_organisation_is_the_one_that_the_conversation_shows(
    text: str, name: str, tmp_path: Path
) -> None:
    store = Database(tmp_path / "data/aanjager.db")
    store.write(seed).result()
    store.close()
    found = said(text, "--region", REGION.key, "--data", str(tmp_path / "data"))
    bot = Direct(seed, START)
    bot.say("docent", "", text)
    shown = [
        line.removeprefix("Bij: ")
        for line in bot.heard("docent", "")[-1].text.splitlines()
        if "Bij: " in line
    ]
    assert shown == ([name] if name else [])
    assert bare_name(found.get("organisation", "")) == bare_name(name)


def test_who_sends_it_counts() -> None:
    text = "gastles gegeven aan 20 leerlingen, 2 uur"
    assert (said(text)["kind"], said(text, "--from", "company")["kind"]) == ("outcome", "contribution")


def test_an_answer_to_an_invitation_stands_under_its_own_name() -> None:
    found = said("wij komen met 4 man")
    assert (found["kind"], found["rsvp"], found["people"]) == ("rsvp", "yes", 4)


def test_a_date_that_cannot_be_is_said() -> None:
    assert "31" in said("De nulmeting is uitgesteld tot 31 november", "--from", "owner")["wrong"]


def test_a_reader_sees_the_message_and_each_field() -> None:
    answer = typed("understand", TEXT, "--now", "2026-11-18T10:00")
    assert TEXT in answer.said
    for line in ("Aantal leerlingen", "Knelpunt", "te weinig laptops", "95%"):
        assert line in answer.said
    for day in ("dinsdag 10 november 2026", "donderdag 30 september 2027"):
        assert day in answer.said
    assert "2026-11-10" not in answer.said


def test_what_was_read_is_marked_where_it_stands() -> None:
    reading = read_message(TEXT, now=START, role="teacher", activities=ActivityIndex[Numbered](()))
    message = marked(reading, catalogue("nl").render).renderables[0]
    spans = {TEXT[span.start : span.end]: str(span.style) for span in message.spans}  # type: ignore[union-attr]
    assert spans["te weinig laptops"] == FIELDS["barrier"][1]
    assert spans["22"] == FIELDS["pupils"][1]
    assert spans["vorige week dinsdag"] == FIELDS["date"][1]
    assert told(reading).keys() <= FIELDS.keys()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--now", "straks"], "straks is geen tijdstip."),
        (["--from", "buurman"], "buurman"),
    ],
)
def test_what_cannot_be_is_named_with_what_to_do(words: list[str], complaint: str) -> None:
    answer = typed("understand", TEXT, *words)
    assert answer.status == 2
    assert complaint in answer.complained
