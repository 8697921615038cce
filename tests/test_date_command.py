"""``aanjager date`` as it is typed: which date a text names, for a reader and for a program."""

import json
from datetime import date
from pathlib import Path

import pytest

from programme.calendar import Break
from storage import calendars
from storage.database import Database
from tests.region import REGION, seed
from tests.typed import typed

NOW = ("--now", "2026-11-18T10:00")


@pytest.mark.parametrize(
    ("text", "kind", "start", "end", "rule", "matched"),
    [
        ("dat wordt vrijdg 14u", "moment", "2026-11-20T14:00+01:00", "", "", "vrijdg 14u"),
        ("eind mei", "period", "2027-05-21", "2027-05-31", "", "eind mei"),
        ("elke maandag", "rule", "", "", "FREQ=WEEKLY;BYDAY=MO", "elke maandag"),
        (
            "elke di vanaf 8 december om 9u tot 1 maart",
            "rule",
            "2026-12-08",
            "",
            "FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;BYMINUTE=0;UNTIL=20270301T225959Z",
            "elke di vanaf 8 december om 9u tot 1 maart",
        ),
        ("24 leerlingen", "none", "", "", "", ""),
        ("31 november", "error", "", "", "", "31 november"),
        ("kerstvakantie", "error", "", "", "", "kerstvakantie"),
    ],
)
def test_a_program_gets_every_kind_with_status_0(
    text: str, kind: str, start: str, end: str, rule: str, matched: str
) -> None:
    answer = typed("date", text, *NOW, "--json")
    assert (answer.status, answer.complained) == (0, "")
    wanted = {"kind": kind, "start": start, "end": end, "rule": rule, "matched": matched}
    assert json.loads(answer.said) == wanted


@pytest.mark.parametrize(
    ("text", "language", "sentence"),
    [
        ("volgende week dinsdag", "nl_NL.UTF-8", "dinsdag 24 november 2026"),
        ("volgende week dinsdag", "en_GB.UTF-8", "Tuesday 24 November 2026"),
        ("31 november", "nl_NL.UTF-8", "31 november bestaat niet; bedoel je 30 november of 1 december?"),
        ("geen idee", "nl_NL.UTF-8", "Hier staat geen datum in."),
        (
            "elke 1e di vd maand om 15u",
            "nl_NL.UTF-8",
            "elke eerste dinsdag van de maand, om 15:00",
        ),
        (
            "elke maandag tot de kerst",
            "en_GB.UTF-8",
            "every Monday, until Thursday 24 December 2026",
        ),
    ],
)
def test_a_reader_gets_a_sentence_in_their_language(text: str, language: str, sentence: str) -> None:
    answer = typed("date", text, *NOW, LANG=language)
    assert (answer.status, answer.said.strip()) == (0, sentence)


def test_a_region_brings_its_own_school_holidays(tmp_path: Path) -> None:
    database = Database(tmp_path / "aanjager.db")
    database.write(seed).result()
    winter = Break(name="Kerstvakantie", first=date(2026, 12, 19), last=date(2027, 1, 3))
    database.write(lambda tx: calendars.set_breaks(tx, REGION.key, None, [winter])).result()
    database.close()
    answer = typed("date", "na de kerstvakantie", *NOW, "--region", REGION.key, "--data", tmp_path)
    assert (answer.status, answer.said.strip()) == (0, "maandag 4 januari 2027")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--now", "straks"), "straks is geen tijdstip."),
        (("--region", "NERGENS"), "Er is geen database"),
    ],
)
def test_a_mistake_is_named_with_what_to_do(options: tuple[str, str], told: str, tmp_path: Path) -> None:
    answer = typed("date", "morgen", *options, "--data", tmp_path)
    assert answer.status == 2
    assert told in answer.all
