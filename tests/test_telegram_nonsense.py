"""What no Bot API server should say, and what stands in between does: it loses no message and stops nothing."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.telegram.sending import TelegramSender
from jobs.sender import Refused, SendError, TooLarge, Uncertain, Unsent
from storage.database import MemoryStore
from tests.bot_api import BotApi
from tests.bot_api.faults import Fault
from tests.telegram_line import parcel, sending
from tests.telegram_polling import kept, polled, polling

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PAGE = b"<html>This site is blocked by your school</html>"
USUAL = timedelta(seconds=5)


@pytest.fixture(scope="module")
def telegram() -> Iterator[BotApi]:
    with BotApi() as serving:
        yield serving


@pytest.fixture
def api(telegram: BotApi) -> BotApi:
    telegram.world.updates.drop()
    telegram.server.faults.orders.clear()
    return telegram


def too_fast(parameters: Any) -> bytes:
    said = {"ok": False, "error_code": 429, "description": "Too Many Requests", "parameters": parameters}
    return json.dumps(said).encode()


def refused(**more: Any) -> bytes:
    return json.dumps({"ok": False, "error_code": 400, **more}).encode()


def done(result: Any) -> bytes:
    return json.dumps({"ok": True, "result": result}).encode()


DEEP = b'{"ok":true,"result":' + b'{"a":' * 5000 + b"1" + b"}" * 5001
NO_MESSAGES: tuple[Any, ...] = (
    True,
    {},
    [],
    "x",
    *({"message_id": number, "date": 1, "chat": {"id": 1, "type": "private"}} for number in ("x", True, 1.5)),
)
# Status, body, and what it means for a new message.
ANSWERS: dict[str, tuple[int, bytes, SendError]] = {
    **{
        f"too fast: {wait!r}": (429, too_fast({"retry_after": wait}), Unsent(meant))
        for wait, meant in (
            (7, timedelta(seconds=7)),
            (2.5, timedelta(seconds=2.5)),
            ("9", timedelta(seconds=9)),
            (10**9, timedelta(days=1)),
            (1e300, timedelta(days=1)),
            (0, USUAL),
            (-3, USUAL),
            (float("nan"), USUAL),
            ("soon", USUAL),
            (None, USUAL),
            ([1], USUAL),
        )
    },
    "too fast: a list": (429, too_fast([1]), Unsent(USUAL)),
    "too fast: a page": (429, PAGE, Unsent(USUAL)),
    **{f"a page: {code}": (code, PAGE, Unsent()) for code in (301, 302, 400, 401, 403, 404, 407, 409, 451)},
    "nothing: 403": (403, b"", Unsent()),
    "too deep a refusal": (400, b"[" * 100_000, Unsent()),
    "a page: 413": (413, PAGE, TooLarge()),
    "a page: 500": (500, PAGE, Uncertain()),
    "a list: 503": (503, b"[1]", Uncertain()),
    **{
        f"the token refused: {code}": (
            code,
            refused(description="Unauthorized"),
            Unsent(timedelta(minutes=5)),
        )
        for code in (401, 404)
    },
    "why in a number": (400, refused(description=5), Refused()),
    "why in a list": (400, refused(description=["blocked"]), Refused()),
    "moved to no address": (
        400,
        refused(description="upgraded", parameters={"migrate_to_chat_id": "x"}),
        Refused(),
    ),
    "no, with a yes": (200, refused(description="no"), Uncertain()),
    "no result": (200, b'{"ok":true}', Uncertain()),
    "nothing at all": (204, b"", Uncertain()),
    "null": (200, b"null", Uncertain()),
    "too deep": (200, DEEP, Uncertain()),
    **{f"a message that is none: {result!r}": (200, done(result), Uncertain()) for result in NO_MESSAGES},
}


@pytest.mark.parametrize("case", ANSWERS)
def test_whatever_answers_a_message_is_surely_unsent_or_not_known(case: str, api: BotApi) -> None:
    status, body, meant = ANSWERS[case]
    anna = api.person("Anna", started=True)

    async def work(sender: TelegramSender) -> SendError | None:
        api.fail(Fault(raw=body or b" ", status=status), "sendMessage")
        try:
            await sender.send(parcel(anna), None, NOW)
        except SendError as error:
            return error
        return None

    met = sending(api, work)
    assert met is not None
    assert (type(met), getattr(met, "wait", None)) == (type(meant), getattr(meant, "wait", None))


def test_what_is_told_with_its_number_was_sent_whatever_else_is_told_of_it(api: BotApi) -> None:
    anna = api.person("Anna", started=True)
    api.fail(Fault(raw=done({"message_id": 7, "date": 1e30, "chat": None})), "sendMessage")
    assert sending(api, lambda sender: sender.send(parcel(anna), None, NOW)) == "7"


def update(number: Any, text: str) -> dict[str, Any]:
    person = {"id": 5, "is_bot": False, "first_name": "Anna"}
    chat = {"id": 5, "type": "private", "first_name": "Anna"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": person, "text": text}
    return {"update_id": number, "message": message}


# What getUpdates says, and what is kept of it.
UPDATES: dict[str, tuple[bytes, list[str]]] = {
    "no updates": (done([None]), []),
    "a number": (done(5), []),
    "a word": (done("updates"), []),
    "too deep": (DEEP, []),
    "no answer": (b'{"ok":true}', []),
    "one without a number": (done([{"message": {}}, update(7, "Wel")]), ["Wel"]),
    "one whose number is no number": (done([update("eight", "Niet"), update(9, "Wel")]), ["Wel"]),
    "one whose number is no number, alone": (done([update("ten", "Niet")]), []),
    "one whose number is a word": (done([update("18", "Wel"), update(19, "Ook")]), ["Wel", "Ook"]),
    "no object among them": (done([3, update(11, "Wel"), None]), ["Wel"]),
    "twice the same": (done([update(13, "Wel"), update(13, "Wel")]), ["Wel"]),
    "backward": (done([update(16, "Een"), update(15, "Twee")]), ["Een", "Twee"]),
    "half a character": (done([update(17, "A\ud83d.")]), ["A."]),
}


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("case", UPDATES)
def test_whatever_answers_the_poll_what_comes_after_it_is_kept(case: str, api: BotApi) -> None:
    body, found = UPDATES[case]
    api.fail(Fault(raw=body), "getUpdates")
    api.type(api.person("Anna"), "Erna")
    store = MemoryStore()
    with capture_logs():
        polled(api, store, lambda: not api.pending)
    assert [one.text for one in kept(store)] == [*found, "Erna"]
    store.close()


def test_a_page_in_between_is_not_asked_again_at_once(api: BotApi) -> None:
    api.fail(Fault(raw=done([None])), "getUpdates", times=3)
    before = len(api.requests("getUpdates"))

    async def run() -> None:
        async with polling(api, store):
            await asyncio.sleep(0.5)

    store = MemoryStore()
    with capture_logs():
        asyncio.run(run())
    assert len(api.requests("getUpdates")) - before == 1
    store.close()
