"""The chat page's files, read as they are: they keep to its policy, its wording and its hooks."""

import re
from pathlib import Path

import pytest

from bot.page import FOLDER, POLICY, TYPES
from bot.page.wording import wording
from language.catalogue import LANGUAGES, catalogue

INDEX = (FOLDER / "index.html").read_text()
SCRIPTS = sorted(FOLDER.glob("*.js"))
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in TYPES)
HOOKS = (
    "composer", "send", "attach", "new-person", "new-group", "unread-next", "back", "hints", "offline", "clock-now",
    "clock-hour", "clock-day", "clock-week", "clock-next", "clock-date", "clock-date-input", "clock-date-go",
)  # fmt: skip
BRACES = re.compile(r"{\w+}")

# What is read on what: the text's colour and its ground, both themes.
READ_ON = (
    ("ink", "paper"), ("ink", "panel"), ("ink", "raised"), ("ink", "own"), ("ink", "accent-soft"),
    ("soft", "paper"), ("soft", "panel"), ("soft", "raised"), ("own-soft", "own"),
    ("accent-ink", "raised"), ("accent-ink", "own"), ("accent-ink", "accent-soft"), ("on-accent", "accent"),
    ("badge", "badge-soft"), ("on-badge", "badge"), ("fault", "paper"), ("fault", "raised"), ("panel", "ink"),
)  # fmt: skip


def of(path: Path) -> str:
    """Name a file in a test's id."""
    return path.name


def all_text() -> str:
    return "\n".join(path.read_text() for path in FILES)


def test_the_page_uses_no_wording_that_the_server_does_not_hand_it() -> None:
    used = set(re.findall(r'data-(?:text|label)="(\w+)"', INDEX)) | set(
        re.findall(r'\bwording\("(\w+)"', all_text())
    )
    counted = set(re.findall(r'(?:counted|mark)\((?:"|[^"]*, ")(\w+)"', all_text()))
    used |= {f"{key}_{number}" for key in counted for number in ("one", "many")}
    assert used <= wording().keys()


def test_the_server_hands_the_page_no_wording_that_it_does_not_use() -> None:
    stems = {re.sub(r"_(one|many)$", "", key) for key in wording()} - {"language"}
    assert [stem for stem in sorted(stems) if not re.search(rf'["(]{stem}["(_]', all_text())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_page_fills_in_keeps_its_braces(language: str) -> None:
    for phrase in wording().values():
        rendered = catalogue(language).render(phrase)
        assert sorted(BRACES.findall(rendered)) == sorted(BRACES.findall(phrase.id))
    assert catalogue(language).render(wording()["language"]) == language


@pytest.mark.parametrize("path", SCRIPTS, ids=of)
def test_scripts_never_make_markup_or_code_of_data(path: Path) -> None:
    forbidden = r"(?:inner|outer|set|Adjacent)HTML|document\.write|\beval\(|new Function|createObjectURL"
    assert re.findall(forbidden, path.read_text()) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=of)
def test_scripts_are_short_and_find_what_they_name(path: Path) -> None:
    script = path.read_text()
    assert len(script.splitlines()) < 250
    assert [id for id in re.findall(r'byId\("([\w-]+)"\)', script) if f'id="{id}"' not in INDEX] == []
    assert [name for name in re.findall(r'from "\./([\w.]+)"', script) if not (FOLDER / name).exists()] == []


def test_the_markup_keeps_to_a_policy_without_inline_scripts_and_styles() -> None:
    assert "default-src 'self'" in POLICY
    assert "unsafe" not in POLICY
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|javascript:", INDEX) == []


@pytest.mark.parametrize("path", FILES, ids=of)
def test_nothing_comes_from_elsewhere(path: Path) -> None:
    addresses = re.findall(r"""["'(](?:https?:)?//[\w.-]+""", path.read_text())
    assert [address for address in addresses if not address.endswith("//www.w3.org")] == []


def test_every_file_that_the_markup_names_is_there() -> None:
    named = re.findall(r'(?:href|src)="page/([^"]+)"', INDEX)
    assert named
    assert [name for name in named if not (FOLDER / name).exists()] == []


@pytest.mark.parametrize("hook", HOOKS)
def test_the_hooks_for_browser_tests_stand_in_the_markup(hook: str) -> None:
    assert INDEX.count(f'data-testid="{hook}"') == 1


def test_every_button_and_drawing_in_the_markup_has_a_name_or_says_that_it_needs_none() -> None:
    for button in re.findall(r"<button.*?</button>", INDEX):
        assert "data-text=" in button or "data-label=" in button or 'id="unread-next"' in button
    for drawing in re.findall(r"<svg[^>]*>", INDEX):
        assert 'aria-hidden="true"' in drawing


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), READ_ON)
def test_text_stands_out_from_its_ground(theme: str, ink: str, ground: str) -> None:
    colours = theme_colours(theme)
    assert contrast(colours[ink], colours[ground]) >= 4.5


def theme_colours(theme: str) -> dict[str, str]:
    """Return the page's colours by name, as six hexadecimal digits."""
    roots = re.findall(r":root {(.*?)}", (FOLDER / "page.css").read_text(), re.DOTALL)
    light, dark = (dict(re.findall(r"--([\w-]+): #(\w{6});", root)) for root in roots)
    return light if theme == "light" else light | dark


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2 between two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2, from 0 to 1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
