"""Telegram is reached through a school's proxy, which may refuse, break or hang; its password is in nothing shown."""

import asyncio
import io
import logging
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.telegram.line import Line
from bot.telegram.proxies import Proxy, ProxyWrong, proxy_to
from bot.telegram.requests import Patience, Requests
from bot.telegram.sending import TelegramSender
from jobs.sender import SendError, Uncertain, Unsent
from storage.files import FileStore
from tests.bot_api import TOKEN, BotApi
from tests.school_proxy import CERTIFICATE, SERVER, SchoolProxy, trusted
from tests.served import until
from tests.telegram_line import parcel
from tests.test_telegram_run import ON_TELEGRAM, running

__all__ = ["trusted"]
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LOGIN = "anna@school:ge%heim/é"
WRITTEN = "anna%40school:ge%25heim%2F%C3%A9"
SECRETS = ("ge%heim", "ge%25heim", "YW5uYUBzY2hvb2w6Z2UlaGVpbS", TOKEN)
PUBLIC = "https://api.telegram.org"


def address(said: str, server: str = PUBLIC, **more: str) -> str | None:
    found = proxy_to(server, {"HTTPS_PROXY": said, **more})
    return found.address if found else None


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("http://proxy.school.example:3128", "http://proxy.school.example:3128"),
        (" proxy.school.example:3128/ ", "http://proxy.school.example:3128"),
        ("http://proxy", "http://proxy:80"),
        ("HTTP://10.0.0.8:8080", "http://10.0.0.8:8080"),
        ("http://[2001:db8::1]:8080", "http://[2001:db8::1]:8080"),
        (f"http://{WRITTEN}@proxy:3128", "http://proxy:3128"),
        ("anna:geheim@proxy:3128", "http://proxy:3128"),
        ("", None),
    ],
)
def test_a_proxy_is_read_as_other_programs_read_it(said: str, means: str | None) -> None:
    assert address(said) == means


@pytest.mark.parametrize(
    ("server", "environ", "through"),
    [
        (PUBLIC, {}, True),
        (PUBLIC, {"NO_PROXY": "school.example,localhost, ,"}, True),
        (PUBLIC, {"NO_PROXY": "*"}, False),
        (PUBLIC, {"NO_PROXY": "school.example, api.telegram.org"}, False),
        (PUBLIC, {"no_proxy": ".Telegram.org"}, False),
        (PUBLIC, {"no_proxy": "*.telegram.org"}, False),
        (PUBLIC, {"NO_PROXY": "gram.org"}, True),
        (PUBLIC, {"NO_PROXY": "*", "no_proxy": ""}, True),
        (PUBLIC, {"https_proxy": ""}, False),
        (PUBLIC, {"https_proxy": "small:1"}, True),
        ("https://bot.example:8443", {"NO_PROXY": "bot.example:8443"}, False),
        ("https://bot.example:8443", {"NO_PROXY": "bot.example:443"}, True),
        ("http://127.0.0.1:8081", {}, False),
        ("https://127.0.0.1:8081", {}, False),
        ("https://[::1]:8081", {}, False),
        ("https://localhost:8081", {}, False),
    ],
)
def test_what_is_on_this_machine_or_named_in_no_proxy_is_reached_without(
    server: str, environ: Mapping[str, str], through: bool
) -> None:
    assert (address("http://proxy:3128", server, **environ) is not None) is through


@pytest.mark.parametrize(
    "said",
    [
        "socks5://anna:geheim@proxy:1080",
        "https://anna:geheim@proxy:3128",
        "http://anna:geheim@proxy:99999",
        "http://anna:geheim@proxy:0",
        "http://anna:gehe/im@proxy:3128",
        "http://anna:12/3geheim@proxy:3128",
        "http://anna:12#3geheim@proxy:3128",
        "http://anna:12?3geheim@proxy:3128",
        "http://anna%3Ab:geheim@proxy:3128",
        "http://anna:geheim@",
        "http://a proxy:3128",
        "http://[geheim:3128",
        "http://proxy:3128/path",
    ],
)
def test_what_is_no_address_of_a_proxy_is_told_and_not_quoted(said: str) -> None:
    with pytest.raises(ProxyWrong) as wrong:
        address(said)
    told = "".join(traceback.format_exception(wrong.value))
    assert "geheim" not in told.replace("test_telegram_proxy", "")
    assert wrong.value.__cause__ is None


def line_through(proxy: SchoolProxy, login: str = "") -> Line:
    environ = {"HTTPS_PROXY": f"http://{login}{'@' if login else ''}{proxy.host}"}
    patience = Patience(pool=0.2, connect=0.3, write=1, read=1)
    return Line(SecretStr(TOKEN), SERVER, Requests(patience, proxy=proxy_to(SERVER, environ)))


async def outcome(line: Line, person: int) -> SendError | None:
    """Return what becomes of a message."""
    await line.requests.initialize()
    try:
        await TelegramSender(line, FileStore(Path("of no use here"))).send(parcel(person), None, NOW)
    except SendError as error:
        return error
    finally:
        await line.close()
    return None


@pytest.mark.parametrize("login", ["", LOGIN])
def test_calls_go_through_the_proxy_in_a_tunnel_and_the_proxy_hears_who_asks(
    login: str, api: BotApi, person: int, trusted: None
) -> None:
    with SchoolProxy(api.address, login=login) as proxy:
        assert asyncio.run(outcome(line_through(proxy, login and WRITTEN), person)) is None
    assert [line for line, _login in proxy.asked] == ["CONNECT telegram.example:443 HTTP/1.1"]
    assert bool(proxy.asked[0][1]) is bool(login)
    assert api.last(person).text == "Hallo"


@pytest.mark.parametrize("how", ["403", "407", "502", "302", "silence", "hang up", "garbage", "not there"])
def test_what_the_proxy_does_not_let_through_was_surely_not_said(
    how: str, api: BotApi, person: int, trusted: None
) -> None:
    with SchoolProxy(api.address, how) as proxy:
        line = line_through(proxy, WRITTEN)
        if how != "not there":
            error = asyncio.run(outcome(line, person))
    if how == "not there":
        error = asyncio.run(outcome(line, person))
    assert isinstance(error, Unsent)
    assert error.wait is None
    assert api.requests(chat=person) == []


def test_what_broke_off_once_it_was_through_may_have_been_said(
    api: BotApi, person: int, trusted: None
) -> None:
    with SchoolProxy(api.address, "break") as proxy:
        assert isinstance(asyncio.run(outcome(line_through(proxy), person)), Uncertain)
    assert proxy.calls == 1


def test_a_certificate_that_nobody_trusts_is_talked_to_by_nobody(api: BotApi, person: int) -> None:
    with SchoolProxy(api.address) as proxy:
        assert isinstance(asyncio.run(outcome(line_through(proxy), person)), Unsent)
    assert (api.requests(chat=person), proxy.calls) == ([], 0)


def test_what_others_keep_in_their_home_is_not_said(
    api: BotApi, person: int, trusted: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """aiohttp sends what .netrc says of a host to the server, or to the proxy, once it is told to trust anything."""
    netrc = tmp_path / "netrc"
    netrc.write_text("default login anna password geheim\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with SchoolProxy(api.address) as proxy:
        assert asyncio.run(outcome(line_through(proxy), person)) is None
    assert [login for _line, login in proxy.asked] == [""]


def test_a_server_on_this_machine_is_reached_without_whatever_the_environment_says(
    api: BotApi, person: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert asyncio.run(outcome(Line(SecretStr(TOKEN), api.address), person)) is None


@pytest.mark.parametrize("how", ["", "403", "407", "hang up", "garbage", "break"])
def test_no_error_and_no_log_brings_the_password_along(
    how: str, api: BotApi, person: int, logged: io.StringIO, trusted: None
) -> None:
    with SchoolProxy(api.address, how, login="another:login" if how != "break" else LOGIN) as proxy:
        line = line_through(proxy, WRITTEN)
        error = asyncio.run(outcome(line, person))
    assert error is not None
    logging.getLogger("anywhere").error("failed: %s", error, exc_info=error)
    told = "".join(traceback.format_exception(error))
    environ = {"HTTPS_PROXY": f"http://{WRITTEN}@{proxy.host}"}
    printed = f"{proxy_to(SERVER, environ)!r} {line!r} {line.requests!r}"
    everything = f"{error!r} {error.args} {told} {printed} {logged.getvalue()}"
    assert not [secret for secret in SECRETS if secret in everything]
    assert isinstance(proxy_to(SERVER, environ), Proxy)
    while error is not None:
        assert not [secret for secret in SECRETS if secret in f"{error!r} {vars(error)}"]
        error = error.__cause__ or error.__context__  # type: ignore[assignment]


def test_the_bot_runs_behind_a_proxy_that_opens_what_passes(api: BotApi, tmp_path: Path) -> None:
    anna = api.person("Anna")
    with SchoolProxy(api.address, login=LOGIN) as proxy:
        environ = {
            "HTTPS_PROXY": f"http://{WRITTEN}@{proxy.host}",
            "SSL_CERT_FILE": str(CERTIFICATE),
            "AANJAGER_TELEGRAM__BASE_URL": SERVER,
            "AANJAGER_LOGS__LEVEL": "debug",
        }
        with running(tmp_path / "data", api, environ) as wrote:
            api.start(anna)
            until(lambda: api.said(anna))
    assert (wrote["status"], wrote["said"]) == ("0", ON_TELEGRAM)
    assert not [secret for secret in SECRETS if secret in wrote["complained"]]
    assert {line for line, _login in proxy.asked} == {"CONNECT telegram.example:443 HTTP/1.1"}


def test_a_proxy_that_is_none_keeps_the_bot_from_starting(api: BotApi, tmp_path: Path) -> None:
    environ = {"HTTPS_PROXY": "socks5://anna:geheim@proxy", "AANJAGER_TELEGRAM__BASE_URL": SERVER}
    with running(tmp_path / "data", api, environ) as wrote:
        """It has ended by itself."""
    assert (wrote["status"], wrote["said"]) != ("0", ON_TELEGRAM)
    assert "HTTPS_PROXY" in wrote["complained"]
    assert "geheim" not in wrote["complained"]
