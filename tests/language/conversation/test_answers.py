"""What a reply to a reminder tells, of one milestone and of several at once."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.conversation.answers import Told, not_before, read_answers
from language.vocabulary.stands import Hint
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
    ("text", "hint"),
    [
        *((text, Hint.NEARLY) for text in (
            "half klaar", "bijna klaar", "zo goed als klaar", "voor 80% klaar", "driekwart af", "net niet af",
            "klaar, alleen de evaluatie nog", "klaar, het verslag moet nog", "grotendeels afgerond", "almost done",
            "we zijn er bijna", "laatste loodjes",
        )),
        *((text, Hint.UNFINISHED) for text in (
            "nog niet klaar", "nog lang niet klaar", "nog niet", "nog niks klaar", "geen van drieën af", "not yet",
        )),
        *((text, Hint.STALLED) for text in (
            "geen tijd gehad", "nog niks mee gedaan", "niet aan toegekomen", "nog niet mee begonnen", "te druk gehad",
            "vergeten", "loopt stroef", "gaat niet zo goed", "daar zijn we niet mee bezig",
            "ben er niet meer mee bezig",
        )),
        *((text, Hint.BUSY) for text in (
            "komt goed", "komt wel goed hoor", "zijn mee bezig", "we zijn er druk mee bezig", "wordt aan gewerkt",
        )),
        *((text, Hint.ELSEWHERE) for text in (
            "ben ik niet meer van", "doet collega nu", "daar ga ik niet meer over", "dit is nu van Karin",
            "niet meer mijn mijlpaal", "mijn collega pakt dit op", "ligt nu bij het mbo", "ik werk hier niet meer",
            "vraag maar aan de trekker", "dit hoort bij een ander team",
        )),
        *((text, Hint.NO_NEWS) for text in (
            "volgende week weet ik meer", "volgende week hoor ik meer", "kan ik vrijdag pas zeggen", "geen idee",
            "weet ik nog niet", "ik kom er volgende week op terug", "vraag het volgende week nog eens",
            "ik laat het je weten", "hoop ik maandag te weten", "hangt af van de gemeente",
            "moet ik even navragen", "weet ik na het overleg",
        )),
    ],
)  # fmt: skip
def test_what_leaves_open_how_it_stands_is_no_stand(text: str, hint: Hint) -> None:
    [told] = read_answers(text, NOW)
    assert (told.hint, told.stand) == (hint, None)


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        *((text, ON_TRACK) for text in (
            "loopt prima", "loopt", "gaat goed", "op schema maar krap", "gaat de goede kant op", "alles gaat goed!",
            "prima hoor, loopt", "we liggen op koers", "alles onder controle", "op tijd klaar",
            "gaat lukken", "haal ik", "tot nu toe goed",
        )),
        *((text, DELAYED) for text in (
            "ligt stil", "stilgevallen", "loopt vast", "niet op schema", "niet op tijd klaar", "gaat niet lukken",
            "lopen achter", "niks op schema", "niet voor de kerst klaar", "flinke achterstand",
        )),
        *((text, DONE) for text in (
            "is al af hoor", "100% klaar", "jaaa eindelijk klaar", "gereed sinds vorige week", "is gelukkig gehaald",
        )),
    ],
)  # fmt: skip
def test_a_stand_is_read_in_the_words_of_everybody(text: str, stand: Stand) -> None:
    assert [told.stand for told in read_answers(text, NOW)] == [stand]


@pytest.mark.parametrize(
    "text",
    [
        *("lukt niet voor de kerst", "niet voor de zomer", "niet in december", "gaat niet lukken dit jaar"),
        *("lukt niet voor 1 februari", "redden we niet voor eind december", "eind maart halen we niet"),
    ],
)
def test_a_day_before_which_it_is_not_done_is_no_new_date(text: str) -> None:
    [told] = read_answers(text, NOW)
    assert (told.stand, told.until) == (DELAYED, None)
    assert not_before(text, NOW)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("niet in december maar in januari", date(2022, 1, 31)),
        ("1 december halen we niet, wordt 15 januari", date(2022, 1, 15)),
        ("lukt niet, eind maart wel", date(2022, 3, 31)),
        ("pas na de jaarwisseling, 10 januari", date(2022, 1, 10)),
        ("week later", None),
    ],
)
def test_the_day_that_takes_its_place_is(text: str, day: date | None) -> None:
    assert [told.until for told in read_answers(text, NOW)] == [day]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1 en 2 klaar, 3 niet", [Told(places=(0, 1), stand=DONE), Told(places=(2,), hint=Hint.UNFINISHED)]),
        ("1+2 klaar", [Told(places=(0, 1), stand=DONE)]),
        ("1 t/m 3 klaar", [Told(places=(0, 1, 2), stand=DONE)]),
        ("eerste twee klaar", [Told(places=(0, 1), stand=DONE)]),
        ("laatste twee klaar", [Told(places=(-2, -1), stand=DONE)]),
        ("alleen de derde is klaar", [Told(places=(2,), stand=DONE)]),
        (
            "1 klaar 2 op schema 3 vertraagd",
            [
                Told(places=(0,), stand=DONE),
                Told(places=(1,), stand=ON_TRACK),
                Told(places=(2,), stand=DELAYED),
            ],
        ),
        (
            "2 en 3 klaar de eerste nog niet",
            [Told(places=(1, 2), stand=DONE), Told(places=(0,), hint=Hint.UNFINISHED)],
        ),
        ("allebei op schema", [Told(everything=True, many=2, stand=ON_TRACK)]),
        ("1 klaar en 2 ook", [Told(places=(0,), stand=DONE), Told(places=(1,), stand=DONE)]),
        ("1. klaar 2. vertraagd", [Told(places=(0,), stand=DONE), Told(places=(1,), stand=DELAYED)]),
        ("1 - klaar, 2 - eind maart", [Told(places=(0,), stand=DONE), Told(places=(1,), until=MARCH)]),
        ("de 1e en 3e zijn af", [Told(places=(0, 2), stand=DONE)]),
        ("alles behalve 3 is klaar", [Told(everything=True, stand=DONE), Told(excepted=True, places=(2,))]),
        ("alle 3 klaar", [Told(everything=True, many=3, stand=DONE)]),
        (
            "op de swot na alles klaar",
            [Told(everything=True, stand=DONE), Told(excepted=True, words="de swot")],
        ),
        (
            "alles klaar behalve 3",
            [Told(everything=True, stand=DONE), Told(excepted=True, places=(2,))],
        ),
    ],
)
def test_a_figure_is_a_place_in_the_list(text: str, told: list[Told]) -> None:
    assert list(read_answers(text, NOW)) == told


@pytest.mark.parametrize(
    "text", ["2 docenten ziek", "rond de 20 docenten", "1 december", "3 leerlingen", "24 stoelen besteld"]
)
def test_a_figure_that_counts_is_none(text: str) -> None:
    assert not any(told.places for told in read_answers(text, NOW))


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
    "text", ["Pilot robotica gedraaid met 20 leerlingen, ging goed", "hoi", "", "docent ziek"]
)
def test_what_tells_of_no_stand_and_no_day_tells_nothing(text: str) -> None:
    assert read_answers(text, NOW) == ()


@given(st.text(max_size=120))
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = read_answers(text, NOW)
    assert not found or any(told.tells for told in found)
