"""Dates as they are typed: the own table, slips and ordinary words, what cannot be, and the clock's two changes."""

import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.catalogue import catalogue
from language.dates.english import ENGLISH
from language.dates.guards import ORDINARY
from language.dates.pieces import sorts
from language.dates.reading import DayReading, find_days, read_day
from language.dates.said import said
from language.dates.spelled import spelled
from language.dates.words import SHORTHAND
from tests.language.dates.test_reading import shown
from tests.language.moment import BREAKS, HOME, NOW


def table() -> list[tuple[str, tuple[str, ...]]]:
    lines = (Path(__file__).parents[1] / "dates_own.tsv").read_text("utf-8").splitlines()
    rows = [[*line.split("\t"), "", "", ""] for line in lines if not line.startswith("#")]
    return [(row[0], tuple(row[1:5])) for row in rows]


def test_the_own_table_is_read_right() -> None:
    wrong = {text for text, expected in table() if shown(read_day(text, NOW, breaks=BREAKS)) != expected}
    assert wrong == set()
    assert len(table()) > 250


@pytest.mark.parametrize("word", sorted(ORDINARY))
def test_an_ordinary_word_is_never_bent_into_a_date(word: str) -> None:
    assert spelled(word).text == word
    assert find_days(f"de {word} is er", NOW) == []


SLIPPED = [word for word in sorts() if len(word) >= 7 and word.isalpha() and word not in ENGLISH]


@given(st.sampled_from(SLIPPED), st.data())
def test_a_long_word_with_one_slip_is_that_word(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    slips = {
        word[:at] + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + "x" + word[at:],
        word[:at] + "q" + word[at + 1 :],
    }
    for slip in slips - ORDINARY - set(SHORTHAND) - set(sorts()):
        meant = spelled(slip).text
        assert meant == word or meant in sorts(), slip


@given(st.text(max_size=60))
def test_what_is_written_out_knows_where_it_stood(text: str) -> None:
    plain = text.lower()
    written = spelled(plain)
    for at in range(len(written.text)):
        start, end = written.place(at, at + 1)
        assert 0 <= start <= end <= len(plain)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("dat wordt vrijdg 4 dec. om 14u hoor", "vrijdg 4 dec. om 14u"),
        ("Ok, VOLGNDE week di dan", "VOLGNDE week di"),
        ("graag uiterlijk eind febuari af", "uiterlijk eind febuari"),
        ("we doen het van ma t/m vr", "ma t/m vr"),
    ],
)
def test_a_date_in_a_sentence_is_found_where_it_was_typed(text: str, part: str) -> None:
    (found,) = find_days(text, NOW)
    assert text[slice(*found.at)] == part


@pytest.mark.parametrize(
    "text", ["verzet van 3 december naar 10 december", "niet 3 december maar 10 december"]
)
def test_an_answer_takes_the_day_that_replaces_another_and_a_message_keeps_both(text: str) -> None:
    first, second = find_days(text, NOW)
    assert (first.start, second.start) == (date(2026, 12, 3), date(2026, 12, 10))
    assert read_day(text, NOW) == second


@pytest.mark.parametrize(
    ("text", "dutch"),
    [
        ("31 november", "31 november bestaat niet; bedoel je 30 november of 1 december?"),
        ("1-13-2027", "Maand 13 bestaat niet; bedoel je 13 januari?"),
        ("week 60", "Week 60 bestaat niet; de weken lopen van 1 tot en met 53."),
        ("week 53 2027", "Week 53 bestaat niet; de weken lopen van 1 tot en met 52."),
        ("26:10", "De tijd 26:10 bestaat niet; bedoel je 2:10 of 16:10?"),
        ("om 9:75", "De tijd 9:75 bestaat niet; bedoel je 10:15?"),
        ("44:00", "De tijd 44:00 bestaat niet; een dag loopt van 0:00 tot 24:00."),
        (
            "dinsdag 2 december 2026",
            "2 december is een woensdag; bedoel je dinsdag 1 december of woensdag 2 december?",
        ),
    ],
)
def test_what_cannot_be_is_named_with_what_may_be_meant(text: str, dutch: str) -> None:
    reading = read_day(text, NOW)
    assert reading.kind == "error"
    assert catalogue("nl").render(said(reading)) == dutch


@pytest.mark.parametrize(
    ("text", "dutch"),
    [
        ("volgende week dinsdag", "dinsdag 24 november 2026"),
        ("eind mei", "vrijdag 21 mei 2027 tot en met maandag 31 mei 2027"),
        ("morgen half 3", "donderdag 19 november 2026, 14:30"),
        ("morgen van 9 tot 12", "donderdag 19 november 2026, 09:00 tot 12:00"),
        ("elke maandag", "elke maandag"),
        ("elke eerste dinsdag van de maand om 15u", "elke eerste dinsdag van de maand, om 15:00"),
        ("om de week op ma, wo en vr", "elke 2 weken op maandag, woensdag en vrijdag"),
        ("elke werkdag tot kerst", "elke werkdag, tot en met donderdag 24 december 2026"),
        ("elke dinsdag vanaf 8 december, 5 keer", "elke dinsdag, vanaf dinsdag 8 december 2026, 5 keer"),
        ("op de 1e en de 15e van elke maand", "elke maand op de 1e en de 15e"),
        ("elke laatste dag van de maand", "elke maand op de laatste dag"),
        ("elk kwartaal", "elke 3 maanden"),
        ("de laatste vrijdag van elk kwartaal", "elke 3 maanden op de laatste vrijdag"),
        ("elk jaar op 1 februari om 9 uur", "elk jaar op 1 februari, om 9:00"),
        ("elk jaar in maart", "elk jaar in maart"),
        ("elke dag", "elke dag"),
        ("geen idee", "Hier staat geen datum in."),
    ],
)
def test_every_reading_can_be_said_back(text: str, dutch: str) -> None:
    assert catalogue("nl").render(said(read_day(text, NOW))) == dutch


CHANGES = (date(2026, 10, 25), date(2027, 3, 28))


@given(st.sampled_from(CHANGES), st.integers(-1, 1), st.integers(0, 23), st.integers(0, 59))
def test_a_time_around_the_clock_change_is_on_the_clock_or_an_hour_later(
    change: date, ahead: int, hour: int, minute: int
) -> None:
    day = change + timedelta(days=ahead)
    start = read_day(f"{day:%d-%m-%Y} {hour:02}:{minute:02}", NOW).start
    assert isinstance(start, datetime)
    skipped = day == CHANGES[1] and hour == 2
    assert (start.hour, start.minute) == (hour + skipped, minute)
    assert start.astimezone(UTC).astimezone(HOME) == start, "a moment that exists"


@given(st.sampled_from(CHANGES), st.integers(0, 47), st.integers(1, 600))
def test_what_is_told_in_minutes_passes_by_the_clock_change(change: date, hours: int, minutes: int) -> None:
    now = (
        datetime(change.year, change.month, change.day, tzinfo=UTC) + timedelta(hours=hours - 24)
    ).astimezone(HOME)
    start = read_day(f"over {minutes} minuten", now).start
    assert isinstance(start, datetime)
    assert start.astimezone(UTC) - now.astimezone(UTC) == timedelta(minutes=minutes)


FIGURES = ("3", "31", "12", "2026", "14:00", "9.30", "'26", "q1", "2e", "-", "/", ".", ",", "'s")
AROUND = ("van", "tot", "t/m", "tussen", "en", "of", "om", "uur")
WORDS = st.sampled_from([*sorts(), *SHORTHAND, *FIGURES, *AROUND])
ADVERSARIAL = st.sampled_from(
    [
        "1",
        "9",
        "van 3 tot ",
        "van maandag tot ",
        "half ",
        "1-",
        "1.",
        "een week voor de ",
        "ma-",
        "tussen 1 en ",
    ]
)


def quickly(text: str) -> list[DayReading]:
    begun = time.process_time()
    read_day(text, NOW, breaks=BREAKS)
    found = find_days(text, NOW, breaks=BREAKS)
    # Twice what a reading may take: two were made.
    assert time.process_time() - begun < 2.0, "one that takes seconds never ends for a longer text"
    return found


@settings(deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_words_in_any_order_are_read_at_once(words: list[str]) -> None:
    text = " ".join(words)
    for found in quickly(text):
        assert 0 <= found.at[0] <= found.at[1] <= len(text)


@settings(deadline=None)
@given(ADVERSARIAL, st.integers(1, 1000))
def test_the_same_over_and_over_is_read_at_once(piece: str, times: int) -> None:
    quickly(piece * times)


def test_dateparser_is_loaded_for_another_language_only() -> None:
    code = (
        "import sys; from datetime import *; from language.dates.reading import read_day; n = datetime.now(UTC);"
        "[read_day(t, n) for t in ('3 december', 'week 47', 'groep 8', 'geen idee', 'next tuesday', '12 leerlingen')];"
        "print('dateparser' in sys.modules); print(read_day('3 août 2027', datetime(2026, 11, 18, tzinfo=UTC)).start)"
    )
    shown_there = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown_there.stdout.split() == ["False", "2027-08-03"]
