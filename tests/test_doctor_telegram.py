"""The doctor looks at Telegram: what is wrong there has a finding with what to do, and nobody's secret is shown."""

import json
import re
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.doctor import telegram
from bot.doctor.findings import Level, Patient
from bot.settings import Page, Settings
from tests.bot_api import TOKEN, BotApi, Refusal, broken, cut, flood, garbage, slow
from tests.bot_api.faults import Fault
from tests.typed import typed

SECRET = "a-secret_of-the-tests-own-0123456789"
HOOK = "https://bot.school.example/telegram"
NOW = datetime.now(UTC)


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as serving:
        yield serving


@dataclass
class House:
    """A folder with settings for Telegram, and the files that they name."""

    folder: Path
    base_url: str
    token: str = TOKEN
    mode: int = 0o600
    lines: list[str] = field(default_factory=list)
    environ: dict[str, str] = field(default_factory=dict)

    def findings(self) -> list[dict[str, Any]]:
        """Return what ``aanjager doctor`` finds about Telegram, and check that it shows no secret."""
        secret = self.folder / "token"
        secret.write_text(self.token)
        secret.chmod(self.mode)
        file = self.folder / "settings.toml"
        named = [f"token_file = '{secret}'", f"base_url = '{self.base_url}'", *self.lines]
        file.write_text("\n".join(("[telegram]", *named)))
        answer = typed("doctor", "--json", "--settings", file, "--data", self.folder / "data", **self.environ)
        assert (self.token.partition(":")[2] or self.token) not in answer.all
        assert SECRET not in answer.all
        found: list[dict[str, Any]] = json.loads(answer.said)
        assert answer.status == (1 if "problem" in {each["level"] for each in found} else 0)
        return [each for each in found if each["check"] in ("telegram", "secrets")]

    def with_secret(self, secret: str = SECRET, mode: int = 0o600) -> "House":
        file = self.folder / "secret"
        file.write_text(secret)
        file.chmod(mode)
        self.lines += [f"webhook = '{HOOK}'", f"webhook_secret_file = '{file}'"]
        return self


@pytest.fixture
def house(api: BotApi, tmp_path: Path) -> House:
    return House(folder=tmp_path, base_url=api.address)


def unused() -> str:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{listening.getsockname()[1]}"


def me(**abilities: bool) -> Fault:
    """Return the answer to getMe of a bot with other abilities."""
    bot = {"id": 7000001, "is_bot": True, "first_name": "Aanjager", "username": "aanjager_bot"}
    usual = {"can_join_groups": True, "can_read_all_group_messages": False}
    return Fault(raw=json.dumps({"ok": True, "result": {**bot, **usual, **abilities}}).encode(), when="after")


def test_a_bot_in_order_has_only_good_findings(house: House) -> None:
    assert [(each["level"], each["what"]) for each in house.findings()] == [
        ("ok", "Niemand anders kan het bestand token lezen."),
        ("ok", "Op Telegram heet de bot @aanjager_bot."),
        ("ok", "De privacymodus staat aan: in groepen hoort de bot alleen wat voor hem bedoeld is."),
        ("ok", "De bot haalt zelf op wat mensen zeggen."),
    ]


Spoil = Callable[[House, BotApi], object]
WRONG: dict[str, tuple[Spoil, str, str]] = {
    "others read the token": (
        lambda house, api: setattr(house, "mode", 0o640),
        "problem",
        "Anderen op deze computer kunnen het bestand met het token lezen: token. Neem dat recht weg: chmod 600",
    ),
    "no token at all": (
        lambda house, api: setattr(house, "token", "geheim-maar-geen-token"),
        "problem",
        "is geen token: cijfers, een dubbelepunt, letters. Vraag het aan @BotFather: /mybots",
    ),
    "a token that is refused": (
        lambda house, api: setattr(house, "token", "7000001:another-token-of-the-same-bot"),
        "problem",
        "Telegram aanvaardt het token van de bot niet. Vraag het aan @BotFather",
    ),
    "nobody answers": (
        lambda house, api: setattr(house, "base_url", unused()),
        "problem",
        "is vanaf deze computer niet bereikbaar. Kijk of hij verbinding heeft",
    ),
    "another address on the server": (
        lambda house, api: setattr(house, "base_url", f"{api.address}/elders"),
        "problem",
        "is geen Bot-API-server. Verbeter telegram.base_url",
    ),
    "something that is no Bot API server": (
        lambda house, api: api.fail(garbage(), "getMe"),
        "problem",
        "is geen Bot-API-server. Verbeter telegram.base_url",
    ),
    "a connection that breaks": (
        lambda house, api: api.fail(cut(), "getMe"),
        "warning",
        "heeft zelf een storing. Probeer het over een paar minuten nog eens.",
    ),
    "a fault at the other end": (
        lambda house, api: api.fail(broken(500), "getMe"),
        "warning",
        "heeft zelf een storing. Probeer het over een paar minuten nog eens.",
    ),
    "asked to wait": (
        lambda house, api: api.fail(flood(30), "getMe"),
        "warning",
        "wil even met rust gelaten worden. Probeer het over een paar minuten",
    ),
    "privacy mode is off": (
        lambda house, api: setattr(api.world, "privacy", False),
        "problem",
        "De privacymodus staat uit: de bot krijgt alles wat mensen in zijn groepen tegen elkaar zeggen. Zet hem aan: "
        "@BotFather, /setprivacy",
    ),
    "no groups": (
        lambda house, api: api.fail(me(can_join_groups=False), "getMe"),
        "warning",
        "De bot kan niet aan groepen worden toegevoegd, dus geen groep leest het weekbericht. Sta het toe: @BotFather, "
        "/setjoingroups",
    ),
    "a webhook of another": (
        lambda house, api: setattr(api.world.webhook, "url", "https://elders.example/"),
        "warning",
        "en in de instellingen staat er geen. `aanjager run` haalt hem weg als hij start.",
    ),
    "a webhook that is not set": (
        lambda house, api: house.with_secret(),
        "warning",
        "roept de webhook die in de instellingen staat niet aan. `aanjager run` stelt hem in als hij start.",
    ),
    "others read the secret": (
        lambda house, api: house.with_secret(mode=0o604),
        "problem",
        "lezen: secret. Neem dat recht weg: chmod 600",
    ),
    "no secret": (
        lambda house, api: house.lines.append(f"webhook = '{HOOK}'"),
        "problem",
        "De webhook van Telegram heeft geen geheim, of een dat Telegram niet aanneemt. Maak er een",
    ),
    "a short secret": (
        lambda house, api: house.with_secret("kort"),
        "problem",
        "De webhook van Telegram heeft geen geheim, of een dat Telegram niet aanneemt. Maak er een",
    ),
    "a secret that can be guessed": (
        lambda house, api: house.with_secret("geheimgeheimgeheim"),
        "problem",
        "Het geheim van de webhook is te raden. Maak er een die niemand kan raden",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_with_telegram_is_found_and_answered(case: str, house: House, api: BotApi) -> None:
    spoil, level, said = WRONG[case]
    spoil(house, api)
    found = house.findings()
    matching = [each for each in found if said in f"{each['what']} {each['next']}"]
    assert [each["level"] for each in matching] == [level], found
    assert all(each["next"] for each in found if each["level"] != "ok")


def hooked(api: BotApi, ago: timedelta | None) -> None:
    hook = api.world.webhook
    hook.url = HOOK
    if ago is not None:
        hook.last_error, hook.last_error_date = "Connection refused", int((NOW - ago).timestamp())


@pytest.mark.parametrize(
    ("ago", "level"), [(None, "ok"), (timedelta(days=2), "ok"), (timedelta(hours=1), "warning")]
)
def test_a_webhook_that_fails_lately_is_found_and_not_quoted(
    ago: timedelta | None, level: str, house: House, api: BotApi
) -> None:
    hooked(api, ago)
    last = house.with_secret().findings()[-1]
    assert last["level"] == level
    assert "refused" not in f"{last}" and "school.example" not in f"{last}"
    if level == "warning":
        assert re.search(r"mislukte aanroep .* er wacht bij Telegram: 0\.", last["what"])


def test_an_answer_that_does_not_come_is_not_waited_for(
    house: House, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram, "PATIENCE", 0.2)
    api.fail(slow(3), "getMe")
    [last] = [each for each in house.findings() if each["check"] == "telegram"]
    assert (last["level"], "antwoordt niet binnen" in last["what"]) == ("problem", True)


def test_nothing_is_asked_that_a_running_bot_would_notice(house: House, api: BotApi) -> None:
    house.findings()
    assert [request.method for request in api.requests()] == ["getme", "getwebhookinfo"]


def test_a_refusal_is_told_apart_from_a_wrong_address_on_telegrams_own_server() -> None:
    from telegram.error import InvalidToken

    from bot.telegram.line import PUBLIC

    found = telegram._unreached(InvalidToken("Not Found"), PUBLIC)
    assert "token" in found.what.id  # type: ignore[union-attr]
    assert found.level is Level.PROBLEM


def test_without_a_token_nothing_is_asked() -> None:
    patient = Patient(settings=Settings(page=Page(enabled=True)), now=NOW, store=None)
    assert [finding for check in telegram.TELEGRAM_CHECKS for finding in check(patient)] == []


def test_a_refusal_that_nobody_foresaw_is_a_finding_too(house: House, api: BotApi) -> None:
    api.fail(Fault(refusal=Refusal(403, "Forbidden: whatever")), "getWebhookInfo")
    assert [each["level"] for each in house.findings() if each["check"] == "telegram"] == ["warning"]


ANOTHER: dict[str, Fault] = {
    "a page": Fault(raw=b"<html>", status=404),
    "sent elsewhere": Fault(raw=b"<html>", status=302),
    "a yes": Fault(raw=b'{"ok":true,"result":true}'),
    "a list": Fault(raw=b'{"ok":true,"result":[1]}'),
    "another object": Fault(raw=b'{"name":"another"}'),
}


@pytest.mark.parametrize("method", ["getMe", "getWebhookInfo"])
@pytest.mark.parametrize("case", ANOTHER)
def test_another_server_is_told_for_what_it_is(case: str, method: str, house: House, api: BotApi) -> None:
    api.fail(ANOTHER[case], method)
    [last] = [each for each in house.findings() if each["check"] == "telegram"]
    assert last["level"] == "problem"
    assert "geen Bot-API-server" in last["what"]
