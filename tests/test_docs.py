"""The docs keep up: every command, option and setting that there is stands in them, and every link leads somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.cli import COMMANDS
from bot.settings import SECRETS, OfRegion, Settings
from handlers.commands import COMMANDS as IN_CHAT
from tests.typed import typed

ROOT = Path(__file__).parent.parent
DOCS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]


def text(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def section(name: str) -> str:
    """Return what docs/commands.md says about one command of the command line."""
    found = re.search(
        rf"^### `aanjager {name}\b[^\n]*\n(.*?)(?=^##)", text("commands.md"), re.MULTILINE | re.DOTALL
    )
    return found[1] if found else ""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_described_with_every_option(name: str) -> None:
    options = set(re.findall(r"--[a-z]+", typed(name, "--help", COLUMNS="200").said)) - {"--help"}
    assert section(name)
    assert sorted(option for option in options if f"`{option}" not in section(name)) == []


@pytest.mark.parametrize("name", IN_CHAT)
def test_every_command_in_chat_is_described(name: str) -> None:
    assert f"| `/{name}` |" in text("commands.md")


def test_no_command_in_chat_is_described_that_is_not_there() -> None:
    assert set(re.findall(r"^\| `/(\w+)` \|", text("commands.md"), re.MULTILINE)) <= set(IN_CHAT)


def keys(model: type[BaseModel], above: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from keys(inner, f"{above}{name}.")
        else:
            yield f"{above}{name}"


EVERY_KEY = sorted(set(keys(Settings)) - {"regions"})


@pytest.mark.parametrize("key", EVERY_KEY)
def test_every_setting_is_described(key: str) -> None:
    assert f"| `{key}` |" in text("settings.md")


@pytest.mark.parametrize("name", OfRegion.model_fields)
def test_every_setting_of_a_region_is_described(name: str) -> None:
    assert f"`regions.CODE.{name}`" in text("settings.md")


def test_no_setting_is_described_that_is_not_there() -> None:
    described = set(re.findall(r"^\| `([a-z_.]+)` \|", text("settings.md"), re.MULTILINE))
    assert described == set(EVERY_KEY)


def test_the_file_that_comes_with_it_shows_every_setting_but_secrets() -> None:
    shown = (ROOT / "settings.toml").read_text("utf-8")
    secrets = {".".join(key) for key in SECRETS}
    missing = [key for key in EVERY_KEY if key not in secrets and f"# {key.split('.')[-1]} = " not in shown]
    assert missing == []
    assert not [key for key in secrets if f"{key.split('.')[-1]} = " in shown.replace("token_file", "")]


def test_the_defaults_in_the_docs_are_the_defaults() -> None:
    file = (ROOT / "settings.toml").read_text("utf-8")
    shown = set(re.findall(r"^# (\w+) = (\S.*?)\s+#", file, re.MULTILINE))
    rows = re.findall(r"^\| `[a-z_]+\.(\w+)` \| [^|]* \| `([^`]*)` \|", text("settings.md"), re.MULTILINE)
    assert len(rows) > 10
    assert set(rows) <= shown  # which tests/test_settings.py holds against the code


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_every_link_leads_to_something(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:\s]+)\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_command_that_the_docs_type_is_one() -> None:
    every = "\n".join(page.read_text("utf-8") for page in DOCS)
    named = set(re.findall(r"(?:^ {4}|`)aanjager ([a-z]+)", every, re.MULTILINE))
    assert named <= set(COMMANDS)
