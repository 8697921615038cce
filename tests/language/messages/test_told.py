"""What is cut out of a message, in its sender's own words; and what is denied, or turned, is read as it is meant."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from language.messages.reading import Reading, read_message, read_result
from tests.language.plan import activities

NOW = datetime(2021, 5, 19, 15, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
PLAN = activities()


def read(text: str, role: str = "teacher") -> Reading[int]:
    return read_message(text, now=NOW, role=role, activities=PLAN)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("nulmeting loopt niet achter", "on_track"),
        ("nulmeting loopt niet uit", "on_track"),
        ("nulmeting niet uitgesteld", "on_track"),
        ("nulmeting heeft geen achterstand", "on_track"),
        ("nulmeting niet vertraagd, gewoon op koers", "on_track"),
        ("nulmeting vervalt niet", "on_track"),
        ("nulmeting is niet afgeblazen", "on_track"),
        ("de nulmeting schuift niet op", "on_track"),
        ("the baseline report is not delayed and we are not behind", "on_track"),
        ("nulmeting loopt achter", "delayed"),
        ("nulmeting niet geschrapt maar wel vertraagd", "delayed"),
        ("nulmeting niet vertraagd door ziekte maar door de levering, wordt later", "delayed"),
        ("nulmeting loopt niet goed, loopt achter", "delayed"),
        ("nulmeting vervalt, niet vertraagd maar geschrapt", "cancelled"),
    ],
)
def test_what_is_denied_to_be_late_or_given_up_is_neither(text: str, result: str) -> None:
    assert read(text, role="owner").result == result


@pytest.mark.parametrize(
    ("text", "barrier"),
    [
        ("Gamedesign gedraaid, top, wel te weinig laptops", "te weinig laptops"),
        ("domotica ging goed maar de wifi viel uit", "de wifi viel uit"),
        ("motorsystemen gedaan, alleen deed de brug het niet", "deed de brug het niet"),
        ("les gamedesign afgelast ivm storm", "storm"),
        ("robotica ging niet door, docent ziek, geen vervanging", "docent ziek, geen vervanging"),
        ("domotica: kinderen wilden niet naar huis", ""),
        ("zonder problemen gedraaid met 20 lln", ""),
        ("3D-vormgeving gehad met De Regenboog, 26 kinderen", ""),
    ],
)
def test_an_obstacle_is_told_in_its_sender_s_words_without_what_leads_to_it(text: str, barrier: str) -> None:
    assert read(text).barrier == barrier


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("niet slecht", "success"),
        ("niks mis mee", "success"),
        ("geen klachten gehoord", "success"),
        ("ging beter dan verwacht", "success"),
        ("wel leuk maar te kort", "success"),
        ("had beter gekund", "partial"),
        ("viel tegen", "partial"),
        ("niet zoals gehoopt", "partial"),
        ("ging niet door", "failed"),
        ("de les is komen te vervallen", "failed"),
        ("half werk", "partial"),
    ],
)
def test_what_is_denied_or_turned_is_read_as_it_is_meant(text: str, result: str) -> None:
    assert read_result("outcome", text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("nog niet klaar maar het gaat volgens plan", "on_track"),
        ("ondanks eerdere vertraging ingehaald en op schema", "on_track"),
        ("klaar maar de drukker is te laat, nieuwe datum 8 januari", "delayed"),
        ("we wachten nog op akkoord van het bestuur", "delayed"),
        ("in concept klaar, wordt volgende week besproken", "on_track"),
        ("alle posters zijn geleverd", "done"),
        ("gaat lukken hoor", "on_track"),
    ],
)
def test_where_a_milestone_stands_follows_what_is_said_last(text: str, result: str) -> None:
    assert read_result("progress", text) == result


@pytest.mark.parametrize(
    ("text", "on", "step"),
    [
        ("les domotica ging goed gisteren, volgende keer 2 juni", date(2021, 5, 18), date(2021, 6, 2)),
        ("gisteren motorsystemen gedaan. Over twee weken nog een keer", date(2021, 5, 18), date(2021, 6, 2)),
        ("domotica van donderdag deels gedaan, morgen de rest", date(2021, 5, 13), date(2021, 5, 20)),
    ],
)
def test_the_day_of_the_next_step_is_not_the_day_of_the_report(text: str, on: date, step: date) -> None:
    reading = read(text)
    assert (reading.date, reading.next_date) == (on, step)


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("gastles gehad van bedrijf De Kade, 20 lln", "bedrijf De Kade"),
        ("Van de jachtwerf kregen we 12 overalls", "jachtwerf"),
        ("het installatiebedrijf stapt uit het convenant", "installatiebedrijf"),
        ("les gegeven op onze school, 20 lln", ""),
    ],
)
def test_the_organisation_is_named_as_it_was_typed(text: str, organisation: str) -> None:
    assert read(text).organisation == organisation


def test_how_sure_a_field_is_hangs_on_the_kind() -> None:
    plain, doubtful = read("Les domotica gegeven, 20 lln, ging goed"), read("top gedaan")
    assert plain.confidence["result"] > doubtful.confidence.get("result", 0)
    assert 0.9 <= plain.confidence["kind"] <= 1
