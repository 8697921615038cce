"""School holidays from a calendar file: whole days, the end excluded, and no slip passes unnoticed."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.calendar_files import LARGEST, MOST, CalendarFileError, breaks_in, read_breaks
from language.catalogue import catalogue
from programme.calendar import Break, Calendar
from tests.times import steady

HOLIDAYS = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//School//Jaarplanning//NL
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:2
SUMMARY:Voorjaarsvakantie
DTSTART;VALUE=DATE:20220226
DTEND;VALUE=DATE:20220307
END:VEVENT
BEGIN:VTODO
UID:3
SUMMARY:Rooster maken
DTSTART;VALUE=DATE:20220601
DUE;VALUE=DATE:20220610
END:VTODO
BEGIN:VEVENT
UID:1
SUMMARY:Kerst\\, en
  oud en nieuw
DTSTART;VALUE=DATE:20211225
DTEND;VALUE=DATE:20220110
END:VEVENT
END:VCALENDAR
"""


def calendar_with(*events: str) -> bytes:
    body = "".join(f"BEGIN:VEVENT\nUID:{n}\n{event}\nEND:VEVENT\n" for n, event in enumerate(events))
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n{body}END:VCALENDAR\n".encode()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_holidays_are_read_in_order_and_nothing_but_events(tmp_path: Path, newline: str, mark: str) -> None:
    file = tmp_path / "vakanties.ics"
    file.write_bytes((mark + HOLIDAYS).replace("\n", newline).encode())
    breaks = read_breaks(file)
    assert breaks == (
        Break(name="Kerst, en oud en nieuw", first=date(2021, 12, 25), last=date(2022, 1, 9)),
        Break(name="Voorjaarsvakantie", first=date(2022, 2, 26), last=date(2022, 3, 6)),
    )
    calendar = Calendar(breaks=breaks)
    assert calendar.quiet(date(2022, 3, 4))
    assert not calendar.quiet(date(2022, 3, 7))


@pytest.mark.parametrize(
    ("event", "first", "last"),
    [
        ("DTSTART;VALUE=DATE:20211225\nDTEND;VALUE=DATE:20211226", 25, 25),
        ("DTSTART;VALUE=DATE:20211225", 25, 25),
        ("DTSTART;VALUE=DATE:20211225\nDTEND;VALUE=DATE:20211225", 25, 25),
        ("DTSTART;VALUE=DATE:20211225\nDURATION:P3D", 25, 27),
        ("DTSTART:20211225\nDTEND:20211228", 25, 27),
        ("DTSTART:20211225T000000\nDTEND:20211228T000000", 25, 27),
        ("DTSTART:20211225T000000\nDTEND:20211227T235900", 25, 27),
        ("DTSTART:20211225T000000\nDTEND:20211227T235959", 25, 27),
        ("DTSTART:20211224T230000Z\nDTEND:20211227T230000Z", 25, 27),
        ("DTSTART;TZID=Europe/Amsterdam:20211225T000000\nDURATION:P2D", 25, 26),
        ("DTSTART:20211224T160000\nDTEND:20211227T083000", 25, 26),
    ],
)
def test_only_whole_local_days_are_free(event: str, first: int, last: int) -> None:
    (found,) = breaks_in(calendar_with(event))
    assert (found.first, found.last) == (date(2021, 12, first), date(2021, 12, last))


def test_evenings_and_cancelled_holidays_are_left_out_and_the_same_one_twice_is_one() -> None:
    autumn = "SUMMARY:Herfst\nDTSTART;VALUE=DATE:20211016\nDTEND;VALUE=DATE:20211025"
    parents = "SUMMARY:Ouderavond\nDTSTART:20211110T193000\nDTEND:20211110T213000\nRRULE:FREQ=YEARLY"
    cancelled = "STATUS:CANCELLED\nDTSTART;VALUE=DATE:20211101\nDTEND;VALUE=DATE:20211102"
    (found,) = breaks_in(calendar_with(autumn, parents, cancelled, autumn))
    assert (found.name, found.first, found.last) == ("Herfst", date(2021, 10, 16), date(2021, 10, 24))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "geen agendabestand"),
        (b"Herfstvakantie;2021-10-16", "geen agendabestand"),
        (b"PK\x03\x04\x00\xff", "geen agendabestand"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "geen agendabestand"),
        (b"BEGIN:VEVENT\nDTSTART;VALUE=DATE:20211016\nEND:VEVENT\n", "geen agendabestand"),
        (calendar_with(), "geen vakantie"),
        (calendar_with("DTSTART:20211110T193000\nDTEND:20211110T213000"), "geen vakantie"),
        (calendar_with("SUMMARY:Herfst"), "Afspraak 1"),
        (calendar_with("DTSTART;VALUE=DATE:20219916"), "Afspraak 1"),
        (calendar_with("DTSTART;VALUE=DATE:20211016\nDTEND;VALUE=DATE:later"), "Afspraak 1"),
        (calendar_with("DTSTART;VALUE=DATE:20211016\nDTSTART;VALUE=DATE:20211017"), "Afspraak 1"),
        (calendar_with("DTSTART;VALUE=DATE:20211016\nDURATION:P9999999D"), "Afspraak 1"),
        (calendar_with("DTSTART:00010101T000000Z\nDTEND:99991231T235959Z"), "Afspraak 1"),
        (calendar_with("DTSTART;VALUE=DATE:20211016\nDTEND;VALUE=DATE:20211015"), "voordat hij begint"),
        (calendar_with("DTSTART;VALUE=DATE:20211016\nRRULE:FREQ=YEARLY"), "herhaalt"),
        (calendar_with("DTSTART;VALUE=DATE:20210801\nDTEND;VALUE=DATE:20220801"), "365 dagen"),
        (calendar_with(*["DTSTART;VALUE=DATE:20211016"] * (MOST + 1)), "meer dan 500"),
        (b" " * (LARGEST + 1), "500 kB"),
    ],
)
def test_what_is_not_surely_understood_is_refused_and_says_what_to_do(content: bytes, says: str) -> None:
    with pytest.raises(CalendarFileError) as raised:
        breaks_in(content)
    dutch = catalogue("nl")
    assert says in dutch.render(raised.value.what)
    assert dutch.render(raised.value.next).endswith(".")


def test_a_file_that_is_not_there_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(CalendarFileError, match="cannot be opened"):
        read_breaks(tmp_path / "absent.ics")


def test_an_error_does_not_quote_the_calendar() -> None:
    with pytest.raises(CalendarFileError) as raised:
        breaks_in(calendar_with("SUMMARY:Verlof van een collega\nDTSTART;VALUE=DATE:20219916"))
    assert "Verlof" not in str(raised.value)


@steady
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)), st.integers(0, 900))
def test_damage_anywhere_gives_holidays_or_an_error_that_a_person_can_read(noise: bytes, at: int) -> None:
    whole = HOLIDAYS.encode()
    try:
        breaks_in(whole[:at] + noise + whole[at + len(noise) :])
    except CalendarFileError as error:
        assert error.next.id
