"""The menu of commands: what is taken, and which one somebody sees where."""

from typing import Any

import pytest

from tests.bot_api.asked import Asked
from tests.bot_api.handle import BotApi


def _menu(name: str) -> list[dict[str, str]]:
    return [{"command": name, "description": "x"}]


def test_the_narrowest_scope_is_seen_in_ones_own_language_first(api: BotApi, asked: Asked) -> None:
    ann, bas = api.person("Ann", started=True), api.person("Bas", language="de")
    group = api.group("Team", [ann, bas])
    scopes: list[tuple[str, dict[str, Any]]] = [
        ("standaard", {}),
        ("prive", {"scope": {"type": "all_private_chats"}}),
        ("groepen", {"scope": {"type": "all_group_chats"}}),
        ("beheer", {"scope": {"type": "all_chat_administrators"}}),
        ("duits", {"scope": {"type": "all_group_chats"}, "language_code": "de"}),
        ("van_ann", {"scope": {"type": "chat", "chat_id": ann}}),
    ]
    for name, params in scopes:
        asked("setMyCommands", commands=_menu(name), **params)
    seen = [api.menu(*where)[0]["command"] for where in ((ann, ann), (bas, bas), (group, ann), (group, bas))]
    assert seen == ["van_ann", "prive", "beheer", "duits"]
    assert asked("getMyCommands", scope={"type": "chat", "chat_id": ann}) == _menu("van_ann")
    asked("deleteMyCommands", scope={"type": "chat", "chat_id": ann})
    assert api.menu(ann, ann) == _menu("prive")
    asked("setMyCommands", commands=[])
    assert asked("getMyCommands") == []


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"commands": _menu("Hoofdletter")}, "BOT_COMMAND_INVALID"),
        ({"commands": _menu("x" * 33)}, "command length must not exceed 32"),
        ({"commands": _menu("met-streep")}, "BOT_COMMAND_INVALID"),
        ({"commands": _menu("/")}, "command must be non-empty"),
        ({"commands": [{"command": "x", "description": ""}]}, "command description must be non-empty"),
        (
            {"commands": [{"command": "x", "description": "x" * 257}]},
            "command description length must not exceed 256",
        ),
        ({"commands": _menu("x") * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": _menu("x"), "language_code": "nld"}, "invalid language code specified"),
        ({"commands": _menu("x"), "scope": {"type": "chat", "chat_id": 999}}, "chat not found"),
    ],
)
def test_a_menu_that_telegram_refuses(asked: Asked, params: dict[str, Any], why: str) -> None:
    assert asked.refused("setMyCommands", **params) == f"400 Bad Request: {why}"
