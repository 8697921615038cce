import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.messages.counts import COUNTABLE
from language.messages.index import ActivityIndex, Vocabulary
from language.messages.reading import Reading, read_message, read_result
from tests.language.plan import activities

NOW = datetime(2021, 5, 19, 15, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
PLAN = activities()
CONTAINED = {"barrier", "praise", "topic"}
# (message, field) that is read wrong. What starts to fail is to be mended, not to be listed here.
MISSES = frozenset(
    {
        (
            "Domotica in de zorg: mooi practicum, 16 leerlingen, twee docenten",
            "activity",
        ),  # "zorg" names another too
    }
)


def read(text: str, role: str = "teacher") -> Reading[int]:
    return read_message(text, now=NOW, role=role, activities=PLAN)


def faults(message: dict[str, Any]) -> set[tuple[str, str]]:
    reading = read(message["text"], message["from"])
    return {(message["text"], f) for f, wanted in message["expect"].items() if not fits(reading, f, wanted)}


def fits(reading: Reading[int], field: str, wanted: Any) -> bool:
    if field in CONTAINED:
        return wanted in getattr(reading, field).lower()
    if field in COUNTABLE:
        return bool(getattr(reading.counts, field) == wanted)
    found = reading.result if field == "rsvp" else getattr(reading, field)
    return bool((found.isoformat() if isinstance(found, date) else found) == wanted)


@pytest.mark.parametrize(("name", "size"), [("messages_nl", 32), ("messages_own", 87)])
def test_messages_are_read_in_one_go_but_for_the_known_misses(name: str, size: int) -> None:
    lines = (Path(__file__).parents[1] / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    messages = [json.loads(line) for line in lines]
    known = {miss for miss in MISSES if any(message["text"] == miss[0] for message in messages)}
    assert set().union(*map(faults, messages)) == known
    assert len(messages) == size


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("de lessen zijn nog lang niet klaar joh", "delayed"),
        ("het rapport is nog niet vastgesteld", "delayed"),
        ("nog steeds niet door iedereen goedgekeurd", "delayed"),
        ("we liggen niet op schema", "delayed"),
        ("het loopt niet zo lekker", "delayed"),
        ("er is nog niks klaar", "delayed"),
        ("niet alleen klaar maar ook gedeeld", "done"),
        ("alles op schema behalve de proef met zeven keuzevakken", None),
        ("had vorige week klaar moeten zijn", None),
        ("het plan moet nog vastgesteld worden", None),
        ("de leerlijn is half af", "on_track"),
        ("is klaar", "done"),
    ],
)
def test_what_is_denied_or_left_open_is_never_read_as_done(text: str, result: str | None) -> None:
    assert read_result("progress", text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("liep helemaal in de soep", "failed"),
        ("niet echt goed gelukt", "partial"),
        ("ging niet goed", None),
        ("niet alleen leuk, ook leerzaam", "success"),
    ],
)
def test_a_disappointment_is_never_read_as_a_success(text: str, result: str | None) -> None:
    assert read_result("outcome", text) == result


def test_an_accident_is_no_answer_to_an_invitation() -> None:
    assert read("Er is een ongeluk gebeurd in het praktijklokaal, ambulance erbij").kind != "rsvp"


def test_a_no_that_names_a_new_date_is_progress() -> None:
    reading = read("nee nog niet, wordt juli", "owner")
    assert (reading.kind, reading.result, reading.date) == ("progress", "delayed", date(2021, 7, 31))


def test_the_text_is_kept_whole_however_long() -> None:
    text = "Pilot gamedesign gedraaid met 20 leerlingen. " + "Het was een mooie dag. " * 300
    reading = read(text)
    assert reading.text == text
    assert (reading.kind, reading.activity, reading.counts.pupils) == ("outcome", 7, 20)


@pytest.mark.parametrize("text", ["", "   ", "asdf qwer", "🤷", "1234", "lokaal 3.12", "x" * 5000])
def test_nonsense_is_no_kind_of_report(text: str) -> None:
    assert read(text).kind is None


@pytest.mark.parametrize("role", ["teacher", "company", "owner", "manager"])
@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_of_nothing_nothing_is_read(text: str, role: str) -> None:
    empty = ActivityIndex[int](())
    assert read_message(text, now=NOW, role=role, activities=empty) == Reading(text=text)


@pytest.mark.parametrize("who", ["ik", "we", "jullie"])
def test_who_asks_is_no_part_of_the_topic(who: str) -> None:
    asked = read(f"kan {who} de evaluatie van de leskisten op de agenda zetten?", "manager")
    assert (asked.kind, asked.topic) == ("agenda", "de evaluatie van de leskisten")


def test_a_date_that_cannot_be_is_told_not_guessed() -> None:
    reading = read("De nulmeting is uitgesteld tot 31 november", "owner")
    assert (reading.kind, reading.date) == ("progress", None)
    assert reading.wrong is not None


def test_a_step_that_is_done_by_a_coming_day_is_on_track() -> None:
    reading = read("wervingscampagne: montage eind juni gereed", "owner")
    assert (reading.result, reading.date) == ("on_track", date(2021, 6, 30))


def test_a_clock_time_is_not_an_amount_of_hours() -> None:
    assert read("Gastles gegeven gisteren om 9 uur, 3 uur begeleiding", "company").counts.hours == 3


def test_what_a_company_tells_about_a_lesson_is_what_it_gave() -> None:
    text = "gastles gegeven aan 20 leerlingen, 2 uur"
    assert (read(text, "company").kind, read(text, "company").counts.hours) == ("contribution", 2)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Kan de stagevergoeding op de agenda van de stuurgroep?", "de stagevergoeding"),
        ("agendapunt: stagevergoeding", "stagevergoeding"),
        ("Iets voor op de agenda van de stuurgroep?", "Iets voor op de agenda van de stuurgroep?"),
        ("Signaal: het bedrijf stopt", "het bedrijf stopt"),
        ("Het bedrijf stopt", "Het bedrijf stopt"),
    ],
)
def test_a_topic_leaves_out_that_it_is_one_and_begins_with_a_word(text: str, topic: str) -> None:
    assert read(text).topic == topic


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("les koken met nieuwe technieken", 10),
        ("kookles met nieuwe technieken gedaan", 10),
        ("meubels gemaakt", 7),
        ("utilteitsinstallaties", 7),
        ("orientatie op bouw en de bouwsector", 11),
        ("heftruckcertificaten", 11),
        ("scholing zorg & welzijn", 12),
        ("activiteit 5 loopt", 5),
        ("act. 11 is klaar", 11),
        ("wetenschap & technologie", 2),
    ],
)
def test_an_activity_is_recognised_by_its_words(text: str, number: int) -> None:
    assert PLAN.best(text) == number


@pytest.mark.parametrize("text", ["", "ging goed", "docenten", "twee machines in bruikleen", "tot morgen"])
def test_no_activity_is_named_when_none_is_clear(text: str) -> None:
    assert PLAN.best(text) is None


def test_candidates_are_ranked_best_first() -> None:
    ranked = PLAN.rank("leerlijn technologie")
    assert [score for _key, score in ranked] == sorted((score for _key, score in ranked), reverse=True)
    assert {key for key, _score in ranked[:3]} == {2, 3, 4}


def test_milestones_are_matched_with_the_same_index() -> None:
    index = ActivityIndex(
        [
            Vocabulary(number="m1", title="Kaderdocument opleveren"),
            Vocabulary(number="m2", title="Nulmeting uitvoeren"),
            Vocabulary(number="m3", title="Verbeterplan opstellen en uitvoeren"),
        ]
    )
    assert index.rank("de nulmeting is klaar")[0][0] == "m2"
    assert index.best("verbeterplannen zijn af") == "m3"


def test_an_empty_plan_recognises_nothing() -> None:
    empty: ActivityIndex[int] = ActivityIndex([])
    assert empty.rank("gamedesign") == []
    assert read_message("ging goed", now=NOW, role="teacher", activities=empty).activity is None


@given(st.text(max_size=200), st.sampled_from(["teacher", "company", "owner", "programme manager"]))
def test_any_text_yields_a_reading_that_holds_it(text: str, role: str) -> None:
    assert read(text, role).text == text
