"""Figures that cannot be are left out by name, never turned into others."""

import pytest

from language.counts import Counts, read_counts


@pytest.mark.parametrize(
    ("text", "impossible"),
    [
        ("-5 leerlingen", (("pupils", "-5"),)),
        ("-300 euro", (("euros", "-300"),)),
        ("€ -300", (("euros", "-300"),)),
        ("1.000.000 leerlingen", (("pupils", "1.000.000"),)),
        ("999999 uur", (("hours", "999999"),)),
        ("3,5 leerling", (("pupils", "3,5"),)),
        ("-2 uur en 4000 scholen", (("schools", "4000"), ("hours", "-2"))),
    ],
)
def test_what_cannot_be_is_named_and_not_counted(text: str, impossible: tuple[tuple[str, str], ...]) -> None:
    assert read_counts(text) == Counts(impossible=impossible)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("1/2 uur", Counts(hours=0.5)),
        ("1 1/2 uur gastles", Counts(hours=1.5)),
        ("½ uur", Counts(hours=0.5)),
        ("0 leerlingen", Counts(pupils=0)),
        ("12.000 leerlingen", Counts(pupils=12_000)),
        ("250 uur en 1.500 euro", Counts(hours=250, euros=1500)),
        ("- 26 leerlingen", Counts(pupils=26)),
        ("13-15 leerlingen", Counts()),
    ],
)
def test_what_can_be_is_counted(text: str, counts: Counts) -> None:
    assert read_counts(text) == counts
