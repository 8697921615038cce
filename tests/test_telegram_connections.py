"""What the line to Telegram does when nobody answers, or somebody else does."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.telegram.errors import TokenRefused
from bot.telegram.line import Line, Me, OutOfReach
from bot.telegram.requests import Patience, Requests
from bot.telegram.sending import TelegramSender
from jobs.sender import SendError, Uncertain, Unsent
from storage.files import FileStore
from tests.bot_api import TOKEN, BotApi, slow
from tests.telegram_line import parcel, sending

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def told(error: SendError) -> tuple[object, ...]:
    """Return what an error says, as something that can be compared."""
    return (type(error).__name__, *(getattr(error, name, None) for name in ("happened", "to", "wait")))


def impatient(**other: float) -> Requests:
    """Return requests that wait for nothing long."""
    return Requests(Patience(**{"read": 0.1, "write": 0.1, "connect": 0.3, "pool": 0.1} | other))


def test_nobody_listening_is_surely_unsent() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}"
    for address in (nobody, "http://no-such-host.invalid"):
        assert told(asyncio.run(outcome(address))) == told(Unsent())


def test_a_connection_that_is_never_made_is_surely_unsent_and_one_that_breaks_is_not() -> None:
    async def meets(what: str) -> SendError:
        async with misbehaving(what) as address:
            return await outcome(address)

    for what in ("reset", "silence", "half an answer", "no HTTP"):
        assert told(asyncio.run(meets(what))) == told(Uncertain()), what


def test_a_connection_that_is_not_free_in_time_is_surely_unsent(api: BotApi, person: int) -> None:
    requests = Requests(Patience(pool=0.05, connect=0.05), connections=1)

    async def work(sender: TelegramSender) -> list[SendError | None]:
        api.fail(slow(0.4), "sendMessage")
        return list(await asyncio.gather(failure(sender, person), failure(sender, person)))

    first, second = sending(api, work, requests=requests)
    assert first is None
    assert isinstance(second, Unsent)


async def outcome(address: str) -> SendError:
    """Return what becomes of a message to a server at an address."""
    line = Line(SecretStr(TOKEN), address, impatient())
    await line.requests.initialize()
    failed = await failure(TelegramSender(line, FileStore(Path("of no use here"))), 1)
    await line.close()
    assert failed is not None
    return failed


async def failure(sender: TelegramSender, person: int) -> SendError | None:
    try:
        await sender.send(parcel(person), None, NOW)
    except SendError as error:
        return error
    return None


@asynccontextmanager
async def misbehaving(how: str) -> AsyncIterator[str]:
    """Serve on a socket of its own what is no HTTP server; yield its address."""

    opened: list[asyncio.StreamWriter] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        opened.append(writer)
        if how == "silence":
            return
        if how == "half an answer":
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
        if how == "no HTTP":
            writer.write(b"SSH-2.0-OpenSSH\r\n\r\n")
        writer.transport.abort() if how == "reset" else writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        for writer in opened:
            writer.transport.abort()
        await asyncio.sleep(0)


def test_a_token_that_telegram_does_not_know_is_told_with_what_to_do(api: BotApi) -> None:
    for token in ("7000001:TEST-wrong", "7000001", "no token at all", "7000001:TEST/../secret"):
        line = Line(SecretStr(token), api.address)
        with pytest.raises(TokenRefused) as refused:
            asyncio.run(_opened(line))
        assert token not in str(refused.value)


def test_telegram_out_of_reach_is_told_where_the_bot_was_never_on_it_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = Line(SecretStr(TOKEN), "http://no-such-host.invalid")
    known = Me(account="7", name="aanjager_bot")
    with pytest.raises(OutOfReach):
        asyncio.run(_opened(line, tries=1))
    assert asyncio.run(_opened(line, known, tries=1)) == known


async def _opened(line: Line, known: Me | None = None, tries: int = 1) -> Me:
    try:
        return await line.open(known, tries)
    finally:
        await line.close()


def test_half_a_sign_in_an_answer_is_read_all_the_same() -> None:
    said = Requests.parse_json_payload(b'{"ok":true,"result":{"first_name":"\\ud83d"}}')
    assert said["result"] == {"first_name": "\ud83d"}
    assert Requests.parse_json_payload(b'{"result":"\xff"}') == {"result": "�"}
