"""Working days and an hour, as people type them."""

from datetime import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from language.dates.rhythm import WORKDAYS, read_hour, read_workdays


@pytest.mark.parametrize(
    ("text", "days", "hour"),
    [
        ("ma di do 15:30", {1, 2, 4}, time(15, 30)),
        ("elke dag behalve woensdag, half vier", {1, 2, 4, 5}, time(15, 30)),
        ("elke dag behalve wo en vr", {1, 2, 4}, None),
        ("woensdag niet", {1, 2, 4, 5}, None),
        ("niet op vrijdag", {1, 2, 3, 4}, None),
        ("ma t/m do", {1, 2, 3, 4}, None),
        ("ma-do 8.30 uur", {1, 2, 3, 4}, time(8, 30)),
        ("maandag, dinsdag en vrijdag om 9 uur", {1, 2, 5}, time(9)),
        ("vrijdags om 14u", {5}, time(14)),
        ("di en do om 23 uur", {2, 4}, time(23)),
        ("elke werkdag 16:00", {1, 2, 3, 4, 5}, time(16)),
        ("mon to thu at 9", {1, 2, 3, 4}, time(9)),
        ("16 uur", None, time(16)),
        ("9", None, time(9)),
        ("26", None, None),
        ("25:00", None, None),
        ("hallo", None, None),
        ("", None, None),
        ("alleen in het weekend", None, None),
    ],
)
def test_days_and_an_hour_are_read(text: str, days: set[int] | None, hour: time | None) -> None:
    assert (read_workdays(text), read_hour(text)) == (days, hour)


@given(st.text(max_size=60))
@example("²")
@example("9" * 60)
def test_whatever_is_typed_gives_working_days_only(text: str) -> None:
    days = read_workdays(text)
    assert days is None or (days and days <= WORKDAYS)
    assert read_hour(text) is None or isinstance(read_hour(text), time)
