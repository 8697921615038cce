"""``aanjager invite`` and ``aanjager calendar``, on a data folder as they are typed."""

import re
from datetime import date
from pathlib import Path

import pytest

from programme.invitations import Standing, read_code
from storage import calendars
from storage.database import Database
from storage.people import groups, invitations
from tests.times import calendar_file
from tests.two_regions import START, seeded
from tests.typed import typed

CALENDAR = calendar_file("Kerstvakantie", date(2021, 12, 25), date(2022, 1, 10))


def test_an_invitation_gives_the_code_of_an_open_door(tmp_path: Path) -> None:
    data = seeded(tmp_path)
    words = ["invite", "--region", "n", "--role", "docent"]
    answer = typed(*words, "--team", "team keuzevakken", "--data", data)
    assert answer.status == 0, answer.all
    short = re.search(r"code: (\w{4}-\w{4})", answer.said)
    assert short
    store = Database(data / "aanjager.db")
    one = store.read(lambda tx: invitations.invitation(tx, read_code(short[1]), START))
    store.close()
    assert one is not None
    assert (one.region, one.role, one.team, one.standing) == ("N", "teacher", "n-team", Standing.OPEN)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--region", "Q", "--role", "docent"], "Er is geen regio Q. Deze zijn er wel: N (Regio Noord), Z"),
        (["--region", "N", "--role", "baas"], "Er is geen rol baas. Kies een van: teacher, company,"),
        (["--region", "N", "--role", "owner", "--team", "X"], "Er is geen team X in deze regio. Deze zijn"),
    ],
)
def test_a_slip_is_named_with_what_there_is_and_changes_nothing(
    tmp_path: Path, words: list[str], says: str
) -> None:
    data = seeded(tmp_path)
    answer = typed("invite", *words, "--data", data)
    assert answer.status == 2
    assert says in answer.all


def test_a_calendar_is_read_for_a_region_and_for_a_school(tmp_path: Path) -> None:
    data, file = seeded(tmp_path), tmp_path / "vakanties.ics"
    file.write_text(CALENDAR)
    for more in ([], ["--organisation", "het lyceum"]):
        answer = typed("calendar", file, "--region", "N", *more, "--data", data)
        assert answer.status == 0, answer.all
        assert "1 schoolvakantie gelezen voor" in answer.said
        assert "Kerstvakantie: 25 december 2021 t/m 9 januari 2022" in answer.all
    store = Database(data / "aanjager.db")
    school = store.read(lambda tx: groups.organisation_named(tx, "N", "Het Lyceum"))
    assert school is not None
    assert len(store.read(lambda tx: calendars.calendar(tx, "N", school.key).breaks)) == 1
    assert store.read(lambda tx: calendars.calendar(tx, "Z").breaks) == ()
    store.close()


@pytest.mark.parametrize(
    ("content", "more", "says"),
    [
        ("geen agenda", [], ""),
        (CALENDAR, ["--organisation", "De Werf"], "Er is geen organisatie De Werf in deze regio."),
    ],
)
def test_a_calendar_that_cannot_be_read_changes_nothing(
    tmp_path: Path, content: str, more: list[str], says: str
) -> None:
    data, file = seeded(tmp_path), tmp_path / "vakanties.ics"
    file.write_text(content)
    answer = typed("calendar", file, "--region", "N", *more, "--data", data)
    assert answer.status == 2
    assert says in answer.all
    store = Database(data / "aanjager.db")
    assert store.read(lambda tx: calendars.calendar(tx, "N").breaks) == ()
    store.close()
