"""Text in a picture: every letter that Dutch needs, shortened, wrapped and measured in the font that comes with it."""

import string
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.pictures.lettering import FONTS, REGULAR, STRONG, Lettering, Style
from language.catalogue import FOLDER

STYLE = Style(36, "#000000")
DUTCH = "áäâàéëêèíïîìóöôòúüûùçñÁÄÉËÍÏÓÖÚÜĳĲ"
SIGNS = "€%&@#°§½²³×±–—‘’“”„…·•→≥≤'\"()[]{}/\\*+-=!?:;,."


@pytest.mark.parametrize("font", [REGULAR, STRONG])
def test_the_font_has_every_dutch_character_and_sign(font: str) -> None:
    letters = Lettering()
    missing = [c for c in string.ascii_letters + string.digits + DUTCH + SIGNS if not letters.has(c, font)]
    assert missing == []


@pytest.mark.parametrize("font", [REGULAR, STRONG])
@pytest.mark.parametrize("character", ["🎉", "字", "\U0010ffff", "\u200b", "\x07"])
def test_what_the_font_lacks_is_known(font: str, character: str) -> None:
    assert not Lettering().has(character, font)


def test_the_font_comes_with_its_licence_as_package_data() -> None:
    folder = resources.files("documents") / "pictures" / "fonts"
    licence = (folder / "OFL.txt").read_text()
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "The Inter Project Authors" in licence
    assert all((FONTS / font).stat().st_size < 1_000_000 for font in (REGULAR, STRONG))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_font_can_write_the_whole_catalogue(language: str) -> None:
    wording = (FOLDER / f"{language}.po").read_text().replace("\n", " ")
    letters = Lettering()
    assert [c for c in sorted(set(wording)) if not letters.has(c)] == []


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("Stuurgroep", 400, "Stuurgroep"),
        ("Leerlijn techniek voor groep 7 en 8", 400, "Leerlijn techniek voor…"),
        ("Eén, twee en drie", 130, "Eén…"),
        ("Overmeer-Benedenmeer-Middenmeer", 460, "Overmeer-Benedenmeer…"),
        ("Samenwerkingsovereenkomst ondertekenen", 300, "Samenwerkings…"),
        ("Aantal samenwerkingsovereenkomsten", 360, "Aantal samenwerki…"),
        ("  veel \n wit\t ", 400, "veel wit"),
        ("Feest 🎉 en cafe\u0301", 400, "Feest en café"),
        ("\ud800half", 400, "half"),
        ("", 400, ""),
    ],
)
def test_long_names_are_shortened_by_words_and_long_words_by_letters(
    text: str, width: int, short: str
) -> None:
    assert Lettering().shorten(text, STYLE, width) == short


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Rivierenland", ["Rivierenland"]),
        ("Bovenmeer-Middenmeer-Benedenmeer", ["Bovenmeer-Middenmeer-", "Benedenmeer"]),
        (
            "Bovenmeer-Middenmeer-Benedenmeer en de hele stad",
            ["Bovenmeer-Middenmeer-", "Benedenmeer en de hele…"],
        ),
        ("a" * 30, ["a" * 23, "a" * 7]),
        ("", []),
    ],
)
def test_a_long_name_is_wrapped_at_spaces_and_hyphens(text: str, lines: list[str]) -> None:
    assert Lettering().wrap(text, STYLE, 460, 2) == lines


@given(st.text(), st.integers(150, 900))
def test_shortened_text_always_fits(text: str, width: int) -> None:
    letters = Lettering()
    assert letters.width(letters.shorten(text, STYLE, width), STYLE) <= width


@given(st.text(), st.integers(150, 900), st.integers(1, 3))
def test_wrapped_text_always_fits(text: str, width: int, most: int) -> None:
    letters = Lettering()
    found = letters.wrap(text, STYLE, width, most)
    assert len(found) <= most
    assert all(letters.width(line, STYLE) <= width for line in found)
