"""Every command of the chat stands in docs/commands.md, and nothing stands there that is not."""

import re
from pathlib import Path

from handlers.commands import COMMANDS

DOCS = Path(__file__).parent.parent / "docs" / "commands.md"


def test_the_docs_list_exactly_the_commands_of_the_chat() -> None:
    table = DOCS.read_text().partition("## In chat")[2]
    assert set(re.findall(r"^\| `/(\w+)`", table, re.MULTILINE)) == set(COMMANDS)
