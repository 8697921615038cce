"""Of several days in a message the one that it is about is taken; where none is, none."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from language.dates.reading import DayReading, find_days
from language.messages import days
from language.messages.days import DaysTold, without_ranges
from language.vocabulary.tongues import Language
from language.words import fold

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))  # a Wednesday


def told(text: str) -> DaysTold:
    plain = fold(text)
    ahead, behind = (without_ranges(plain, find_days(text, NOW, back=back)) for back in (False, True))
    return DaysTold(plain=plain, today=NOW.date(), ahead=ahead, behind=behind)


def due(day: DayReading | None) -> str | None:
    return day.due.isoformat() if day and day.due else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("gisteren gastles gehad, volgende keer 9 december", "2026-11-17"),
        ("gastles was 3 november, tweede les 9 december", "2026-11-03"),
        ("les 1 op 3 november, les 2 op 10 november, les 3 op 24 november", "2026-11-10"),
        ("3 december doen we deel twee", None),
        ("dag 2 is op 3 december", None),
        ("in september gedraaid", "2026-09-30"),
        ("in juni gedaan met 20 lln", "2026-06-30"),
        ("vorig jaar liep het mis, nu ging het goed", None),
        ("vorig jaar liep het mis, maandag ging het goed", "2026-11-16"),
        ("net als vorige week ging het vandaag mis", "2026-11-18"),
        ("beter dan vorige maand, gisteren was top", "2026-11-17"),
        ("maandag geweest, dinsdag nagepraat", "2026-11-17"),
        ("niet dinsdag maar maandag was de les", "2026-11-16"),
        ("les van 10 naar 12 november verplaatst, ging goed", "2026-11-12"),
        ("les van 10 november naar 12 november verplaatst, ging goed", "2026-11-12"),
        ("stond gepland op 3 november, ging niet door", "2026-11-03"),
        ("gastles 5 en 6 november, evaluatie 1 december", "2026-11-06"),
        ("18 november was de dag", "2026-11-18"),
        ("week 45 geweest", "2026-11-08"),
        ("lasles do gegeven", "2026-11-12"),
        ("les ma met 12 lln", "2026-11-16"),
        ("excursie vr. was top", "2026-11-13"),
        ("za met de hele groep geweest", "2026-11-14"),
        ("onze to do was klaar", None),
        ("ouderavond 12/11 gehouden", "2026-11-12"),
        ("stagedag 11/11 gehouden", "2026-11-11"),
        ("6/6 geslaagd", None),
        ("vrijdag inhalen, ging vandaag niet door", "2026-11-18"),
        ("dit schooljaar al 3 keer gedaan", None),
        ("we willen in februari nog een keer, maandag was top", "2026-11-16"),
        ("gedraaid op 11-11-2026, toets op 25-11-2026", "2026-11-11"),
        ("vandaag met 1-2 of 3-4 leerlingen per tafel gewerkt", "2026-11-18"),
        ("1 oktober excursie gehad", "2026-10-01"),
        ("20 november 2025 gedaan", "2025-11-20"),
        ("eind oktober gedraaid met groep 8", "2026-10-31"),
        ("ze moeten voor vrijdag hun verslag inleveren, les was dinsdag", "2026-11-17"),
    ],
)
def test_what_took_place_did_so_on_the_latest_day_that_was(text: str, day: str | None) -> None:
    assert due(told(text).took_place()) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("volgende week leveren we hout", "2026-11-29"),
        ("gisteren hout gebracht, volgende week meer", "2026-11-17"),
    ],
)
def test_a_gift_may_have_been_given_or_be_still_to_come(text: str, day: str | None) -> None:
    assert due(told(text).given()) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("deadline was 1 december, wordt 1 maart", "2027-03-01"),
        ("wordt 1 maart ipv 1 december", "2027-03-01"),
        ("niet 1 december maar 1 maart", "2027-03-01"),
        ("1 maart in plaats van 1 december", "2027-03-01"),
        ("1 maart, niet 1 december", "2027-03-01"),
        ("uitgesteld naar 1 februari want de drukker is dicht tot 10 januari", "2027-02-01"),
        ("omdat de machine pas 10 januari komt wordt het 1 februari", "2027-02-01"),
        ("verzet van 1 december naar 15 december", "2026-12-15"),
        ("van 1 december naar 15 december", "2026-12-15"),
        ("we halen 1 december niet, wordt januari", "2027-01-31"),
        ("1 december gaat niet lukken, 15 januari wel", "2027-01-15"),
        ("pas half juni klaar en niet in maart", "2027-06-15"),
        ("stond voor december, nu februari", "2027-02-28"),
        ("op schema, klaar voor 1 maart", "2027-02-28"),
        ("eerst 1 december, nu 1 maart", "2027-03-01"),
        ("leverancier ziek tot 3 december, dus we mikken op 20 december", "2026-12-20"),
        ("delayed to 1 February because the lawyer is away until 1 December", "2027-02-01"),
        ("it was planned for 1 December, we will make it 1 March", "2027-03-01"),
    ],
)
def test_what_is_still_to_be_done_has_its_new_day_and_not_that_of_its_cause(
    text: str, day: str | None
) -> None:
    assert due(told(text).will_be()) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Breakfast with entrepreneurs on 3 November: 14 companies", "2026-11-03"),
        ("vrijdag 27 november", "2026-11-27"),
    ],
)
def test_what_may_have_been_or_is_to_come_was_just_now_or_is_ahead(text: str, day: str | None) -> None:
    assert due(told(text).nearest()) == day


def test_in_which_language_a_text_is_is_found_out_once_however_many_days_it_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def noted(plain: str) -> Language:
        asked.append(plain)
        return "nl"

    monkeypatch.setattr(days, "language_of", noted)
    assert due(told("wo " * 300).nearest()) == "2026-11-25"
    assert len(asked) == 1
