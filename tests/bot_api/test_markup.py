"""The HTML mode: what it shows, what it refuses, and that nothing typed is ever lost or taken for markup."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bot_api.markup import TAGS, Formatted, found, parsed, trimmed, units
from tests.bot_api.refusals import Refusal

TYPED = st.text(max_size=60) | st.text("<>&\"'é😀\u202e\n ab;#", max_size=60)

SHOWN = [
    ("plain", "plain", []),
    ("<b>a</b>b", "ab", [("bold", 0, 1)]),
    ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
    ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("😀<b>x</b>", "😀x", [("bold", 2, 1)]),
    (
        "<u>a</u><s>b</s><del>c</del>",
        "abc",
        [("underline", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
    ),
    ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
    ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
    ('<a href="https://voorbeeld.nl/?a=1&amp;b=2">x</a>', "x", [("text_link", 0, 1)]),
    ("<a href='geen link'>x</a>", "x", []),
    ("<pre>a\nb</pre>", "a\nb", [("pre", 0, 3)]),
    ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
    ("<B>a</B>", "a", [("bold", 0, 1)]),
    ("<b></b>a", "a", []),
    ("<b>a</>", "a", [("bold", 0, 1)]),
    ("a &lt;b&gt; &amp;amp; &quot;c&quot;", 'a <b> &amp; "c"', []),
    ("&#65;&#x42;&#128512;", "AB😀", []),
    ("&nbsp; &copy; & &x;", "&nbsp; &copy; & &x;", []),
    ("a > b", "a > b", []),
    ("&lt without end", "< without end", []),
]

REFUSED = [
    ("<b>a", "Can't find end tag corresponding to start tag b"),
    ("a</b>", "Unexpected end tag at byte offset 1"),
    ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("é<div>a</div>", 'Unsupported start tag "div" at byte offset 2'),
    ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ("a < b > c", 'Unsupported start tag "" at byte offset 2'),
    ("x <y", "Unclosed start tag at byte offset 2"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<a href="x>a</a>', "Unclosed start tag at byte offset 0"),
    ("<a href=x/y>a</a>", "Unexpected end of name token at byte offset 8"),
    ("<a href>a</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    ('<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
]


def _parts(formatted: Formatted) -> list[tuple[str, int, int]]:
    return [(part["type"], part["offset"], part["length"]) for part in formatted.entities]


@pytest.mark.parametrize(("source", "text", "parts"), SHOWN)
def test_a_text_shows_what_telegram_shows(source: str, text: str, parts: list[tuple[str, int, int]]) -> None:
    shown = parsed(source)
    assert (shown.text, _parts(shown)) == (text, parts)


@pytest.mark.parametrize(("source", "why"), REFUSED)
def test_what_telegram_cannot_parse_is_refused_in_its_words(source: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        parsed(source)
    assert (refused.value.code, refused.value.description) == (
        400,
        f"Bad Request: can't parse entities: {why}",
    )


@given(TYPED)
def test_an_escaped_text_shows_as_it_was_typed(text: str) -> None:
    assert parsed(html.escape(text, quote=False)) == Formatted(text)


@given(TYPED, st.sampled_from(sorted(set(TAGS) - {"span", "a", "tg-emoji"})), TYPED, TYPED)
def test_a_part_covers_exactly_what_stands_between_its_tags(
    before: str, tag: str, inside: str, after: str
) -> None:
    shown = parsed(
        f"{html.escape(before)}<{tag}>{html.escape(inside)}</{tag}>{html.escape(after)}".replace(
            "&#x27;", "'"
        )
    )
    assert shown.text == before + inside + after
    assert _parts(shown) == ([(TAGS[tag], units(before), units(inside))] if inside else [])


@given(st.text("<>/ab =\"'&;#x1", max_size=30))
def test_anything_else_is_refused_or_shown_and_never_breaks(source: str) -> None:
    try:
        shown = parsed(source)
    except Refusal as refused:
        assert refused.description.startswith("Bad Request: can't parse entities: ")
        return
    assert all(part["offset"] + part["length"] <= units(shown.text) for part in shown.entities)


@pytest.mark.parametrize(("text", "length"), [("a", 1), ("é", 1), ("€", 1), ("😀", 2), ("👩‍🏫", 5)])
def test_length_is_counted_in_utf_16_code_units(text: str, length: int) -> None:
    assert units(text) == length


def test_white_space_around_a_text_goes_and_its_parts_move_along() -> None:
    assert trimmed(parsed("  \n<b> a </b> ")) == Formatted("a", ({"type": "bold", "offset": 0, "length": 1},))


def test_commands_mentions_and_links_are_found_in_what_people_type() -> None:
    parts = [
        (p["type"], p["offset"], p["length"])
        for p in found("😀 /start@aanjager_bot @iemand http://x.nl/y a/b")
    ]
    assert parts == [("bot_command", 3, 19), ("mention", 23, 7), ("url", 31, 13)]
