"""The methods that only ask, and those by which a bot leaves."""

from typing import Any

from tests.bot_api.calls import Call, reachable
from tests.bot_api.records import MEMBER_RIGHTS
from tests.bot_api.refusals import bad
from tests.bot_api.shown import chat_shown, member_shown
from tests.bot_api.world import World, refused_logged_out

MOST_DOWNLOAD = 20 * 1024 * 1024


def get_me(world: World, call: Call) -> dict[str, Any]:
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return {**world.bot.shown(), **abilities}


def get_chat(world: World, call: Call) -> dict[str, Any]:
    chat = reachable(world, call, reads=True)
    shown = {**chat_shown(world, chat), "accent_color_id": 0, "max_reaction_count": 11}
    types = {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
    }
    shown["accepted_gift_types"] = {**types, "gifts_from_channels": False}
    if chat.kind != "private":
        shown["permissions"] = {name: name in chat.allowed for name in MEMBER_RIGHTS}
    return shown


def get_chat_member(world: World, call: Call) -> dict[str, Any]:
    chat = reachable(world, call)
    user = world.users.get(call.number("user_id"))
    if user is None:
        raise bad("invalid user_id specified")
    if chat.kind != "private" and user.id not in chat.members:
        raise bad("member not found")
    return member_shown(user, world.member(chat, user))


def get_chat_administrators(world: World, call: Call) -> list[dict[str, Any]]:
    chat = reachable(world, call)
    if chat.kind == "private":
        raise bad("there are no administrators in the private chat")
    led = [(world.users[id], member) for id, member in chat.members.items()]
    return [
        member_shown(user, member) for user, member in led if member.status in ("creator", "administrator")
    ]


def get_file(world: World, call: Call) -> dict[str, Any]:
    file = world.files.get(call.text("file_id"))
    if file is None:
        raise bad(
            "wrong file_id or the file is temporarily unavailable"
            if call.text("file_id")
            else "file_id not specified"
        )
    if file.size > MOST_DOWNLOAD:
        raise bad("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": file.unique,
        "file_size": file.size,
        "file_path": file.path,
    }


def leave_chat(world: World, call: Call) -> bool:
    chat = reachable(world, call, reads=True)
    if chat.kind == "private":
        raise bad("chat member status can't be changed in private chats")
    before = world.member(chat, world.bot)
    was = member_shown(world.bot, before)
    before.status = "left"
    world.tell(
        "my_chat_member",
        {
            "chat": chat_shown(world, chat),
            "from": world.bot.shown(),
            "date": world.now,
            "old_chat_member": was,
            "new_chat_member": member_shown(world.bot, before),
        },
    )
    return True


def close(world: World, call: Call) -> bool:
    return True


def log_out(world: World, call: Call) -> bool:
    world.logged_out = True
    return True


def check_logged_in(world: World) -> None:
    """Raise Refusal (400) where the bot logged out."""
    if world.logged_out:
        raise refused_logged_out()
