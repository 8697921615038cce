"""What a reply to a reminder tells, of one milestone and of several at once."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.conversation.answers import Told, read_answers
from programme.records import Stand

NOW = datetime(2021, 11, 30, 9, 0, tzinfo=UTC)
DONE, ON_TRACK, DELAYED, CANCELLED = Stand.DONE, Stand.ON_TRACK, Stand.DELAYED, Stand.CANCELLED
MARCH, MAY = date(2022, 3, 31), date(2022, 5, 31)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("klaar", [Told(stand=DONE)]),
        ("niet klaar", [Told(stand=DELAYED)]),
        (
            "lukt niet, wordt eind maart, docent ziek",
            [Told(stand=DELAYED, until=MARCH, reason="docent ziek")],
        ),
        (
            "niet klaar want de machines komen later",
            [Told(stand=DELAYED, reason="de machines komen later")],
        ),
        ("wordt eind maart, wel in te halen", [Told(until=MARCH, catch_up=True)]),
        ("we halen het niet, is niet in te halen", [Told(stand=DELAYED, catch_up=False)]),
        ("gaat niet door, geen geld", [Told(stand=CANCELLED, reason="geen geld")]),
        ("nog 2 weken nodig", [Told(until=date(2021, 12, 14))]),
        ("we hebben nog een maand nodig", [Told(until=date(2021, 12, 30))]),
        ("duurt nog drie weken, docent ziek", [Told(until=date(2021, 12, 21), reason="docent ziek")]),
        ("need 2 more weeks", [Told(until=date(2021, 12, 14))]),
        ("wordt 2 weken later", [Told(stand=DELAYED, later="over 2 weken")]),
        ("een week vertraging", [Told(stand=DELAYED, later="over een weken")]),
        ("wordt wat later", [Told(stand=DELAYED)]),
        ("iets meer tijd nodig", [Told(stand=DELAYED)]),
        ("stoppen we mee", [Told(stand=CANCELLED)]),
        ("we stoppen ermee, geen geld", [Told(stand=CANCELLED, reason="geen geld")]),
        ("doen we niet meer", [Told(stand=CANCELLED)]),
        ("hoeft niet meer", [Told(stand=CANCELLED)]),
        ("we're dropping it", [Told(stand=CANCELLED)]),
        ("done", [Told(stand=DONE)]),
        (
            "won't make it, because the teacher left",
            [Told(stand=DELAYED, reason="the teacher left")],
        ),
        ("everything on track", [Told(everything=True, stand=ON_TRACK)]),
    ],
)
def test_result_date_and_reason_are_read_in_one_go(text: str, told: list[Told]) -> None:
    assert list(read_answers(text, NOW)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "de eerste is klaar, de tweede in mei",
            [Told(places=(0,), stand=DONE), Told(places=(1,), until=MAY)],
        ),
        (
            "eerste en tweede klaar, de laatste gaat niet door",
            [Told(places=(0, 1), stand=DONE), Told(places=(-1,), stand=CANCELLED)],
        ),
        ("1: klaar, 2: eind maart", [Told(places=(0,), stand=DONE), Told(places=(1,), until=MARCH)]),
        (
            "alles op schema behalve de SWOT",
            [Told(everything=True, stand=ON_TRACK), Told(excepted=True, words="de swot")],
        ),
        (
            "alles op schema, behalve de SWOT, die wordt eind mei",
            [Told(everything=True, stand=ON_TRACK), Told(excepted=True, words="de swot", until=MAY)],
        ),
        (
            "de pilot is klaar, de rest op schema",
            [Told(words="pilot", stand=DONE), Told(rest=True, stand=ON_TRACK)],
        ),
        (
            "the first is done and the second is postponed",
            [Told(places=(0,), stand=DONE), Told(places=(1,), stand=DELAYED)],
        ),
        (
            "all on track except the SWOT",
            [Told(everything=True, stand=ON_TRACK), Told(excepted=True, words="the swot")],
        ),
    ],
)
def test_several_milestones_are_told_apart(text: str, told: list[Told]) -> None:
    assert list(read_answers(text, NOW)) == told


@pytest.mark.parametrize(
    "text", ["komt goed", "Pilot robotica gedraaid met 20 leerlingen, ging goed", "hoi", "", "docent ziek"]
)
def test_what_tells_of_no_stand_and_no_day_tells_nothing(text: str) -> None:
    assert read_answers(text, NOW) == ()


@given(st.text(max_size=120))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert all(told.stand or told.until or told.which or told.reason for told in read_answers(text, NOW)[:1])
