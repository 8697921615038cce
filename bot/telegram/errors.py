"""The one place that says what an error of Telegram means; delivery decides what follows.

Telegram has no codes for what is the matter, only sentences. They are matched by what has been in them for years;
a sentence that is not known means by its class: refused, for a bad request.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    InvalidToken,
    NetworkError,
    TelegramError,
)
from telegram.error import Forbidden as NotAllowed

from bot.telegram.requests import FileTooLarge, NotReached, TooFast
from jobs.sender import Forbidden, Gone, Moved, Refused, SendError, TooLarge, Uncertain, Unsent
from programme.errors import AanjagerError
from programme.happenings import Happened
from programme.text import _

NO_TOKEN = timedelta(minutes=5)  # until it is tried whether the token works again


class TokenRefused(AanjagerError):
    """Telegram does not know the token of the bot."""


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """What errors of a class mean whose sentence holds ``says``. ``made`` gets the error and the chat's address."""

    error: type[TelegramError]
    says: str = ""
    made: Callable[[TelegramError, str], SendError]


def _gone(happened: Happened | None) -> Callable[[TelegramError, str], SendError]:
    return lambda error, address: Gone(happened)


def _nowhere(error: TelegramError, address: str) -> SendError:
    """There is no such chat: a group has thrown the bot out or is no more, a person never let it in."""
    return Gone(Happened.REMOVED if address.startswith("-") else Happened.BLOCKED)


def _slower(error: TelegramError, address: str) -> SendError:
    return Unsent(error.wait if isinstance(error, TooFast) else None)


def _moved(error: TelegramError, address: str) -> SendError:
    return Moved(str(error.new_chat_id)) if isinstance(error, ChatMigrated) else Refused()


# The first that fits counts. A sentence in capitals is a code of Telegram's that it passes on as it is.
MEANINGS = (
    Meaning(error=TooFast, made=_slower),
    Meaning(error=ChatMigrated, made=_moved),
    Meaning(error=NotReached, made=lambda error, address: Unsent()),
    Meaning(error=Conflict, made=lambda error, address: Unsent()),
    Meaning(error=InvalidToken, made=lambda error, address: Unsent(NO_TOKEN)),
    Meaning(error=FileTooLarge, made=lambda error, address: TooLarge()),
    Meaning(error=NotAllowed, says="blocked by the user", made=_gone(Happened.BLOCKED)),
    Meaning(error=NotAllowed, says="can't initiate conversation", made=_gone(Happened.BLOCKED)),
    Meaning(error=NotAllowed, says="user is deactivated", made=_gone(Happened.DELETED)),
    Meaning(error=NotAllowed, says="was kicked|not a member|chat was deleted", made=_gone(Happened.REMOVED)),
    Meaning(error=NotAllowed, says="messages to bots", made=lambda error, address: Refused()),
    Meaning(error=NotAllowed, made=lambda error, address: Forbidden()),
    Meaning(error=BadRequest, says="TOPIC_CLOSED|topic.* closed", made=_gone(Happened.TOPIC_CLOSED)),
    Meaning(
        error=BadRequest,
        says="thread not found|TOPIC_DELETED|TOPIC_ID_INVALID",
        made=_gone(Happened.TOPIC_DELETED),
    ),
    Meaning(error=BadRequest, says="chat not found|user not found|PEER_ID_INVALID", made=_nowhere),
    Meaning(error=BadRequest, says="USER_IS_BLOCKED", made=_gone(Happened.BLOCKED)),
    Meaning(error=BadRequest, says="INPUT_USER_DEACTIVATED", made=_gone(Happened.DELETED)),
    Meaning(error=BadRequest, says="group chat was deactivated", made=_gone(Happened.REMOVED)),
    Meaning(
        error=BadRequest,
        says="no(t enough)? rights|WRITE_FORBIDDEN|SEND_\\w+_FORBIDDEN|CHAT_RESTRICTED|ADMIN_REQUIRED|"
        "need administrator rights",
        made=lambda error, address: Forbidden(),
    ),
    Meaning(
        error=BadRequest,
        says="too long|TOO_LONG|too big|too large|PHOTO_INVALID_DIMENSIONS",
        made=lambda error, address: TooLarge(),
    ),
    Meaning(
        error=BadRequest,
        says="message to edit not found|can't be edited|MESSAGE_ID_INVALID|message identifier",
        made=_gone(None),
    ),
    Meaning(error=BadRequest, says="query is too old|QUERY_ID_INVALID", made=_gone(None)),
    Meaning(error=BadRequest, says="temporarily unavailable", made=lambda error, address: Unsent()),
    Meaning(error=BadRequest, made=lambda error, address: Refused()),
    Meaning(error=NetworkError, says="entity too large", made=lambda error, address: TooLarge()),
    Meaning(error=TelegramError, made=lambda error, address: Uncertain()),
)


def meaning(error: TelegramError, address: str = "", *, harmless: bool = False) -> SendError:
    """Return what an error means for a message to ``address``.

    ``harmless``: what was asked may be asked again, so that an uncertain outcome is as good as an unsent one.
    """
    found = next(each for each in MEANINGS if _fits(each, error)).made(error, address)
    return Unsent() if harmless and isinstance(found, Uncertain) else found


def _fits(meaning: Meaning, error: TelegramError) -> bool:
    return isinstance(error, meaning.error) and bool(re.search(meaning.says, error.message, re.IGNORECASE))


def unchanged(error: TelegramError) -> bool:
    """Whether a message was not edited because it shows this already."""
    return isinstance(error, BadRequest) and "not modified" in error.message.casefold()


def without_text(error: TelegramError) -> bool:
    """Whether a message could not be given a text because it is a picture or a file, which has a caption."""
    return isinstance(error, BadRequest) and "no text in the message" in error.message.casefold()


def token_refused() -> TokenRefused:
    """Return what to tell the administrator; it does not quote the token."""
    return TokenRefused(
        _("Telegram does not accept the token of the bot."),
        _(
            "Ask @BotFather for it (/mybots, the bot, API Token), and set it as docs/settings.md says under "
            "telegram.token."
        ),
    )
