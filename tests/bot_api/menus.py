"""The menu of commands: kept per scope and language, shown by Telegram's order of scopes."""

import re
from typing import Any

from tests.bot_api.calls import Call
from tests.bot_api.records import Chat
from tests.bot_api.refusals import bad
from tests.bot_api.world import World, number_of

MOST_COMMANDS = 100
MOST_NAME = 32
MOST_DESCRIPTION = 256
PRIVATE = ("chat", "all_private_chats", "default")
GROUP = (
    "chat_member",
    "chat_administrators",
    "chat",
    "all_chat_administrators",
    "all_group_chats",
    "default",
)
ADMINS = ("chat_administrators", "all_chat_administrators")
Key = tuple[str, int, int, str]


def set_my_commands(world: World, call: Call) -> bool:
    commands = [_command(given) for given in call.params.get("commands") or []]
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    key = _key(world, call)
    if commands:
        world.menus[key] = commands
    else:
        world.menus.pop(key, None)
    return True


def get_my_commands(world: World, call: Call) -> list[dict[str, str]]:
    return world.menus.get(_key(world, call), [])


def delete_my_commands(world: World, call: Call) -> bool:
    world.menus.pop(_key(world, call), None)
    return True


def menu_seen(world: World, chat: Chat, user: int, language: str) -> list[dict[str, str]]:
    """Return the menu that somebody sees in a chat: the narrowest scope first, in their language or in none."""
    admin = chat.status(user) in ("creator", "administrator")
    for scope in PRIVATE if chat.kind == "private" else GROUP:
        if scope in ADMINS and not admin:
            continue
        where = chat.id if scope in ("chat", "chat_member", "chat_administrators") else 0
        who = user if scope == "chat_member" else 0
        for spoken in (language, ""):
            if menu := world.menus.get((scope, where, who, spoken)):
                return menu
    return []


def _command(given: dict[str, Any]) -> dict[str, str]:
    name = str(given.get("command", "")).strip().removeprefix("/")
    description = str(given.get("description", "")).strip()
    if not name:
        raise bad("command must be non-empty")
    if len(name) > MOST_NAME:
        raise bad(f"command length must not exceed {MOST_NAME}")
    if not description:
        raise bad("command description must be non-empty")
    if len(description) > MOST_DESCRIPTION:
        raise bad(f"command description length must not exceed {MOST_DESCRIPTION}")
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise bad("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}


def _key(world: World, call: Call) -> Key:
    scope = call.params.get("scope") or {"type": "default"}
    language = call.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    kind, where, who = str(scope.get("type")), 0, 0
    if kind not in (*PRIVATE, *GROUP):
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    if kind in ("chat", "chat_member", "chat_administrators"):
        where = world.chat(scope.get("chat_id")).id
    if kind == "chat_member":
        who = number_of(scope.get("user_id"))
        if who not in world.users:
            raise bad("can't parse BotCommandScope: Invalid user_id specified")
    return kind, where, who, language
