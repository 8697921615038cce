"""What becomes of a message is told by a class of error, whatever Telegram or the network does."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.telegram.errors import meaning
from bot.telegram.requests import Broken, FileTooLarge, NotReached, Patience, Requests, TooFast
from bot.telegram.sending import TelegramSender
from documents.drawings import Drawn
from jobs import sender as outcomes
from jobs.sender import Gone, Moved, Refused, SendError, TooLarge, Uncertain, Unsent
from programme.happenings import Happened
from tests.bot_api import BotApi, broken, cut, flood, garbage, moved, shut_out, slow
from tests.bot_api.faults import Fault
from tests.telegram_line import parcel, sending

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PERSON, GROUP = "123", "-100123"


def told(error: SendError) -> tuple[object, ...]:
    """Return what an error says, as something that can be compared."""
    return (type(error).__name__, *(getattr(error, name, None) for name in ("happened", "to", "wait")))


SENTENCES: tuple[tuple[TelegramError, str, SendError], ...] = (
    (TooFast(timedelta(seconds=7)), PERSON, Unsent(timedelta(seconds=7))),
    (ChatMigrated(-1009), "-5", Moved("-1009")),
    (NotReached("no connection"), PERSON, Unsent()),
    (TimedOut(), PERSON, Uncertain()),
    (Broken("the connection broke"), PERSON, Uncertain()),
    (NetworkError("Bad Gateway"), PERSON, Uncertain()),
    (NetworkError("Internal Server Error"), PERSON, Uncertain()),
    (NetworkError("Request Entity Too Large"), PERSON, TooLarge()),
    (TelegramError("Invalid server response"), PERSON, Uncertain()),
    (Conflict("terminated by other getUpdates request"), PERSON, Unsent()),
    (InvalidToken(), PERSON, Unsent(timedelta(minutes=5))),
    (FileTooLarge("the file is too large"), PERSON, TooLarge()),
    (Forbidden("Forbidden: bot was blocked by the user"), PERSON, Gone(Happened.BLOCKED)),
    (Forbidden("Forbidden: bot can't initiate conversation with a user"), PERSON, Gone(Happened.BLOCKED)),
    (Forbidden("Forbidden: user is deactivated"), PERSON, Gone(Happened.DELETED)),
    (Forbidden("Forbidden: bot was kicked from the supergroup chat"), GROUP, Gone(Happened.REMOVED)),
    (Forbidden("Forbidden: bot is not a member of the supergroup chat"), GROUP, Gone(Happened.REMOVED)),
    (Forbidden("Forbidden: the group chat was deleted"), GROUP, Gone(Happened.REMOVED)),
    (Forbidden("Forbidden: bot can't send messages to bots"), PERSON, Refused()),
    (Forbidden("Forbidden: CHAT_WRITE_FORBIDDEN"), GROUP, outcomes.Forbidden()),
    (BadRequest("Chat not found"), PERSON, Gone(Happened.BLOCKED)),
    (BadRequest("Chat not found"), GROUP, Gone(Happened.REMOVED)),
    (BadRequest("Chat not found"), f"{GROUP}/4", Gone(Happened.REMOVED)),
    (BadRequest("PEER_ID_INVALID"), PERSON, Gone(Happened.BLOCKED)),
    (BadRequest("Message thread not found"), f"{GROUP}/4", Gone(Happened.TOPIC_DELETED)),
    (BadRequest("TOPIC_DELETED"), f"{GROUP}/4", Gone(Happened.TOPIC_DELETED)),
    (BadRequest("TOPIC_CLOSED"), f"{GROUP}/4", Gone(Happened.TOPIC_CLOSED)),
    (BadRequest("Not enough rights to send text messages to the chat"), GROUP, outcomes.Forbidden()),
    (BadRequest("Have no rights to send a message"), GROUP, outcomes.Forbidden()),
    (BadRequest("CHAT_SEND_PHOTOS_FORBIDDEN"), GROUP, outcomes.Forbidden()),
    (BadRequest("Need administrator rights in the channel chat"), GROUP, outcomes.Forbidden()),
    (BadRequest("CHAT_RESTRICTED"), GROUP, outcomes.Forbidden()),
    (BadRequest("Message is too long"), PERSON, TooLarge()),
    (BadRequest("Message caption is too long"), PERSON, TooLarge()),
    (BadRequest("MEDIA_CAPTION_TOO_LONG"), PERSON, TooLarge()),
    (BadRequest("File is too big"), PERSON, TooLarge()),
    (BadRequest("Message to edit not found"), PERSON, Gone()),
    (BadRequest("Message can't be edited"), PERSON, Gone()),
    (BadRequest("MESSAGE_ID_INVALID"), PERSON, Gone()),
    (BadRequest("Query is too old and response timeout expired or query ID is invalid"), PERSON, Gone()),
    (BadRequest("Wrong file_id or the file is temporarily unavailable"), "", Unsent()),
    (BadRequest("Can't parse entities: unsupported start tag"), PERSON, Refused()),
    (BadRequest("A sentence that nobody has seen yet"), PERSON, Refused()),
)


@pytest.mark.parametrize(("error", "address", "meant"), SENTENCES, ids=lambda each: str(each)[:50])
def test_what_telegram_says_has_one_meaning(error: TelegramError, address: str, meant: SendError) -> None:
    assert told(meaning(error, address)) == told(meant)


@pytest.mark.parametrize(("error", "address", "meant"), SENTENCES, ids=lambda each: str(each)[:50])
def test_what_is_harmless_to_repeat_is_never_uncertain(
    error: TelegramError, address: str, meant: SendError
) -> None:
    expected = Unsent() if isinstance(meant, Uncertain) else meant
    assert told(meaning(error, address, harmless=True)) == told(expected)


# What goes wrong on the way, what it is told as for a new message and for an edit, and whether the message is there.
FAULTS: dict[str, tuple[Callable[[], Fault], SendError, SendError, bool]] = {
    "too fast": (lambda: flood(9), Unsent(timedelta(seconds=9)), Unsent(timedelta(seconds=9)), False),
    "a broken server": (lambda: broken(500), Uncertain(), Unsent(), False),
    "a broken server, too late": (lambda: broken(502, when="after"), Uncertain(), Unsent(), True),
    "no server behind it": (lambda: broken(503), Uncertain(), Unsent(), False),
    "too slow a server": (lambda: broken(504, when="after"), Uncertain(), Unsent(), True),
    "cut off": (cut, Uncertain(), Unsent(), False),
    "cut off after it": (lambda: cut(when="after"), Uncertain(), Unsent(), True),
    "garbage": (garbage, Uncertain(), Unsent(), True),
    "an answer too late": (lambda: slow(0.6), Uncertain(), Unsent(), True),
    "blocked": (shut_out, Gone(Happened.BLOCKED), Gone(Happened.BLOCKED), False),
    "deactivated": (
        lambda: shut_out("user is deactivated"),
        Gone(Happened.DELETED),
        Gone(Happened.DELETED),
        False,
    ),
    "moved": (lambda: moved(-1009), Moved("-1009"), Moved("-1009"), False),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_new_message_that_fails_is_told_by_its_class(case: str, api: BotApi, person: int) -> None:
    fault, meant, _edited, there = FAULTS[case]
    api.fail(fault(), "sendMessage")

    with pytest.raises(SendError) as failed:
        sending(api, lambda sender: sender.send(parcel(person, case), None, NOW), requests=impatient())
    assert told(failed.value) == told(meant)
    assert [one.text for one in api.said(person)] == ([case] if there else [])


@pytest.mark.parametrize("case", FAULTS)
def test_an_edit_that_fails_may_be_tried_again(case: str, api: BotApi, person: int) -> None:
    fault, _sent, meant, _there = FAULTS[case]
    api.fail(fault(), "editMessageText")

    async def edit(sender: TelegramSender) -> None:
        receipt = await sender.send(parcel(person, "Eerst"), None, NOW)
        await sender.edit(parcel(person, case, receipt=receipt), None, NOW)

    with pytest.raises(SendError) as failed:
        sending(api, edit, requests=impatient())
    assert told(failed.value) == told(meant)


def impatient(**other: float) -> Requests:
    """Return requests that wait for nothing long."""
    return Requests(Patience(**{"read": 0.1, "write": 0.1, "connect": 0.3, "pool": 0.1} | other))


def test_a_message_that_is_gone_cannot_be_edited(api: BotApi, person: int) -> None:
    with pytest.raises(Gone) as gone:
        sending(api, lambda sender: sender.edit(parcel(person, receipt="999999"), None, NOW))
    assert gone.value.happened is None


def test_a_press_of_long_ago_has_no_answer_any_more(api: BotApi, person: int) -> None:
    with pytest.raises(Gone):
        sending(api, lambda sender: sender.toast(parcel(person, answers="123"), NOW))


def test_what_people_and_groups_do_to_the_bot_is_told(api: BotApi) -> None:
    def refused(address: object) -> tuple[object, ...]:
        with pytest.raises(SendError) as failed:
            sending(api, lambda sender: sender.send(parcel(address), None, NOW))
        return told(failed.value)

    anna, strange = api.person("Anna", started=True), api.person("Piet")
    group, old = api.group("Team", [anna], supergroup=True), api.group("Oud team", [anna])
    new = api.migrate(anna, old)
    api.block(anna)
    api.remove_bot(anna, group)
    assert refused(anna) == told(Gone(Happened.BLOCKED))
    assert refused(strange) == told(Gone(Happened.BLOCKED))
    assert refused(987654321) == told(Gone(Happened.BLOCKED))
    assert refused(group) == told(Gone(Happened.REMOVED))
    assert refused(-100987654321) == told(Gone(Happened.REMOVED))
    assert refused(old) == told(Moved(str(new)))


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("a" * 4097, None),
        ("", Drawn(name="groot.bin", type="application/zip", data=bytes(50_000_001))),
        ("", Drawn(name="een foto", type="image/png", data=bytes(10_000_001))),
    ],
    ids=["a text", "a file", "a photo"],
)
def test_what_telegram_does_not_take_is_too_large(
    text: str, file: Drawn | None, api: BotApi, person: int
) -> None:
    with pytest.raises(TooLarge):
        sending(api, lambda sender: sender.send(parcel(person, text), file, NOW))


def test_a_file_that_is_too_large_for_a_bot_is_not_fetched(api: BotApi, person: int) -> None:
    api.send_document(person, b"few bytes", "groot.zip", claimed=20 * 1024 * 1024 + 1)
    file = next(iter(reversed(api.world.files)))
    with pytest.raises(TooLarge):
        sending(api, lambda sender: sender.fetch(file))


def test_a_file_that_is_not_there_is_refused(api: BotApi, person: int) -> None:
    with pytest.raises(SendError) as failed:
        sending(api, lambda sender: sender.fetch("nothing"))
    assert isinstance(failed.value, Refused | Unsent)
