"""A long text becomes several messages of the right length, of which no sign is lost, doubled or broken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.constants import MessageLimit

from programme.lengths import CAPTION_AT_MOST, TEXT_AT_MOST, ended, fits, split, units

# What people see as one character, though it is several signs.
WHOLE = (
    "a",
    "é",
    "e\u0301",
    "ẍ\u0323\u0302",
    "😀",
    "👍🏽",
    "👨‍👩‍👧‍👦",
    "🏳️‍🌈",
    "🇳🇱",
    "🇧🇪",
    "1️⃣",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "\u1112\u1161\u11ab",
    "<",
    "&",
    "שָׁ",
)
SPACES = (" ", "\n", "\n\n", " \n \n ", "  ", ". ", "! ", "?\n")
characters = st.lists(st.sampled_from(WHOLE), max_size=60).map("".join)
texts = st.lists(st.sampled_from((*WHOLE, *SPACES)), max_size=120).map("".join)


@given(texts, st.integers(30, 90), st.integers(30, 90))
def test_no_part_is_too_long_and_only_space_between_them_is_left_out(
    text: str, first: int, most: int
) -> None:
    parts = split(text, first, most)
    assert all(fits(part, room) for part, room in zip(parts, (first, *[most] * len(parts)), strict=False))
    at = 0
    for part in parts:
        here = text.index(part, at)
        assert not text[at:here].strip()
        at = here + len(part)
    assert not text[at:].strip()


@given(texts.filter(lambda text: bool(text.strip())), st.integers(30, 90))
def test_no_part_is_empty(text: str, most: int) -> None:
    assert all(part.strip() for part in split(text, most, most))


@given(characters, st.integers(20, 40))
def test_no_part_begins_or_ends_inside_a_character(text: str, most: int) -> None:
    parts = split(text, most, most)
    assert "".join(parts) == text
    for part in parts:
        assert _characters(part) is not None


def _characters(text: str) -> list[str] | None:
    """Return a text as whole characters, None where it is not made of them."""
    found = []
    while text:
        one = next((one for one in sorted(WHOLE, key=len, reverse=True) if text.startswith(one)), None)
        if one is None:
            return None
        found.append(one)
        text = text[len(one) :]
    return found


@given(texts, st.integers(30, 90))
def test_what_fits_stays_as_it_was_typed(text: str, most: int) -> None:
    if units(text) <= most:
        assert split(text, most) == (text,)


WORD = "woord " * 3
SENTENCE = f"{WORD.strip()}. "
LINE = f"{SENTENCE}{SENTENCE.strip()}\n"
BORDERS = [
    ("a paragraph", f"{LINE}{LINE}\n{LINE}{LINE}", f"{LINE}{LINE}".strip()),
    ("a line", f"{LINE}{LINE}{LINE}{LINE}", f"{LINE}{LINE}".strip()),
    ("a sentence", SENTENCE * 8, (SENTENCE * 4).strip()),
    ("a quoted sentence", f"“{SENTENCE.strip()}” " * 8, (f"“{SENTENCE.strip()}” " * 4).strip()),
    ("a word", WORD * 10, (WORD * 5).strip()[:89]),
    ("nothing else", "x" * 150, "x" * 90),
]


@pytest.mark.parametrize(("where", "text", "first"), BORDERS, ids=[case[0] for case in BORDERS])
def test_a_part_ends_at_the_coarsest_border_that_there_is(where: str, text: str, first: str) -> None:
    assert split(text, 90, 90)[0] == first


def test_a_heading_is_no_part_of_its_own() -> None:
    assert split("Kop\n\n" + SENTENCE * 8, 90, 90)[0].startswith("Kop\n\nwoord")


def test_a_link_is_not_broken_for_the_sake_of_a_fuller_part() -> None:
    assert split("Kijk: " + "x" * 88, 90, 90) == ("Kijk:", "x" * 88)


def test_an_emoji_counts_for_two() -> None:
    assert (units("a😀<"), fits("😀" * 2048, TEXT_AT_MOST), fits("😀" * 2049, TEXT_AT_MOST)) == (
        4,
        True,
        False,
    )


def test_a_character_longer_than_a_message_is_broken_rather_than_held_back() -> None:
    parts = split("e" + "\u0301" * 200, 90, 90)
    assert "".join(parts) == "e" + "\u0301" * 200


@settings(deadline=1000)
@given(st.sampled_from((" ", "\n", " \n", ".", ". ", "“", "🇳", "\u0301", "a\u200d", "x\n\n")))
def test_a_text_of_twenty_thousand_signs_is_split_at_once(sign: str) -> None:
    text = f"a{sign * 20_000}b"
    assert all(fits(part, TEXT_AT_MOST) for part in split(text, CAPTION_AT_MOST))


@given(texts, st.integers(40, 90))
def test_a_text_that_is_ended_fits_with_its_last_line(text: str, most: int) -> None:
    said = ended(text, "(en zo verder)", most)
    assert fits(said, most)
    assert said.endswith("\n\n(en zo verder)")


def test_the_limits_are_those_of_the_messenger_with_the_lowest() -> None:
    assert (TEXT_AT_MOST, CAPTION_AT_MOST) == (MessageLimit.MAX_TEXT_LENGTH, MessageLimit.CAPTION_LENGTH)
