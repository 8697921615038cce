"""Which function does what the Bot API's methods do; their names in lower case, as Telegram compares them."""

from collections.abc import Callable, Mapping
from typing import Any

from tests.bot_api import asking, editing, menus, receiving, sending
from tests.bot_api.calls import Call
from tests.bot_api.world import World

Method = Callable[[World, Call], Any]

METHODS: Mapping[str, Method] = {
    "answercallbackquery": editing.answer_callback_query,
    "close": asking.close,
    "deletemessage": editing.delete_message,
    "deletemycommands": menus.delete_my_commands,
    "deletewebhook": receiving.delete_webhook,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagemedia": editing.edit_message_media,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "editmessagetext": editing.edit_message_text,
    "getchat": asking.get_chat,
    "getchatadministrators": asking.get_chat_administrators,
    "getchatmember": asking.get_chat_member,
    "getfile": asking.get_file,
    "getme": asking.get_me,
    "getmycommands": menus.get_my_commands,
    "getwebhookinfo": receiving.get_webhook_info,
    "leavechat": asking.leave_chat,
    "logout": asking.log_out,
    "sendchataction": sending.send_chat_action,
    "senddocument": sending.send_document,
    "sendmediagroup": sending.send_media_group,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "setmycommands": menus.set_my_commands,
}
