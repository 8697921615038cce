"""In a group nothing personal begins: whoever turns to the bot there is shown the way to a private chat with it.

On a platform with links the message has a button that opens that chat and goes on there with the command.
"""

from datetime import timedelta

from handlers import commands
from programme.messages import Outgoing
from programme.text import _

ONCE_IN = timedelta(hours=1)  # for who is not known, so that they do not fill a group with answers


def way(text: str) -> Outgoing:
    """Show the way to what somebody asked for in a group."""
    name = _personal(text)
    if not name:
        told = _("That is between you and me. Open our private chat and send it to me there.")
        return Outgoing(text=told, private=True)
    told = _("That is between you and me. Open our private chat, and there we go on with {command}.",
             command=f"/{name}")  # fmt: skip
    return Outgoing(text=told, private=True, begin=name)


def way_in(text: str, subject: str) -> Outgoing:
    """Show the way to somebody who is not known; ``subject`` tells this message from others."""
    told = _("I don't know you yet. Open a private chat with me, and I help you on.")
    return Outgoing(text=told, private=True, begin=_personal(text), subject=subject)


def _personal(text: str) -> str:
    return commands.name_in(text) if commands.named(text) and commands.personal(text) else ""
