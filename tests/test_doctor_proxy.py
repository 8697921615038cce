"""The doctor says through which proxy Telegram is reached, and what that one refuses; its password it never shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.doctor import telegram
from tests.bot_api import BotApi
from tests.school_proxy import SERVER, SchoolProxy, trusted
from tests.test_doctor_telegram import House

__all__ = ["trusted"]
SECRET = "geheim-van-school"


class Behind(House):
    """A house behind a proxy."""

    def found(self) -> list[tuple[str, str]]:
        """Return (level, what to know and do) of what is found about Telegram."""
        found = [each for each in self.findings() if each["check"] == "telegram"]
        assert SECRET not in f"{found}"
        return [(each["level"], f"{each['what']} {each['next']}".strip()) for each in found]


@pytest.fixture
def house(api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Behind]:
    monkeypatch.setattr(telegram, "PATIENCE", 0.3)
    yield Behind(folder=tmp_path, base_url=SERVER)


def behind(house: Behind, proxy: SchoolProxy, **environ: str) -> list[tuple[str, str]]:
    house.environ = {"HTTPS_PROXY": f"http://anna:{SECRET}@{proxy.host}", **environ}
    return house.found()


def test_the_proxy_is_named_without_its_password(house: Behind, api: BotApi, trusted: None) -> None:
    with SchoolProxy(api.address, login=f"anna:{SECRET}") as proxy:
        first, second, *_others = behind(house, proxy)
    assert first == ("ok", f"Telegram wordt bereikt via de proxy {proxy.address}.")
    assert second == ("ok", "Op Telegram heet de bot @aanjager_bot.")


REFUSED = {
    "403": "laat de bot niet door naar https://telegram.example. Vraag daarom bij wie het netwerk beheert.",
    "407": "wil een naam en een wachtwoord horen, of andere dan hij krijgt. Vraag ze aan wie het netwerk beheert",
    "502": "laat de bot niet door naar https://telegram.example.",
    "hang up": "https://telegram.example is vanaf deze computer niet bereikbaar.",
    "silence": "https://telegram.example is vanaf deze computer niet bereikbaar.",
}


@pytest.mark.parametrize("how", REFUSED)
def test_what_the_proxy_refuses_is_told_with_what_to_do(how: str, house: Behind, api: BotApi) -> None:
    with SchoolProxy(api.address, how) as proxy:
        named, (level, said) = behind(house, proxy)
    assert (named[0], level) == ("ok", "problem")
    assert REFUSED[how] in said


def test_a_proxy_that_is_not_there_is_told(house: Behind, api: BotApi) -> None:
    with SchoolProxy(api.address) as proxy:
        """It ends again."""
    _named, (level, said) = behind(house, proxy)
    assert (level, said) == (
        "problem",
        f"De proxy {proxy.address} is vanaf deze computer niet bereikbaar. Kijk naar HTTPS_PROXY in de omgeving.",
    )


def test_a_certificate_that_is_not_trusted_is_told(house: Behind, api: BotApi) -> None:
    with SchoolProxy(api.address, login=f"anna:{SECRET}") as proxy:
        _named, (level, said) = behind(house, proxy)
    assert level == "problem"
    assert "toont een certificaat dat deze computer niet vertrouwt." in said
    assert "SSL_CERT_FILE" in said


def test_what_is_no_address_of_a_proxy_is_told(house: Behind) -> None:
    house.environ = {"HTTPS_PROXY": f"socks5://anna:{SECRET}@proxy"}
    [(level, said)] = house.found()
    assert level == "problem"
    assert said.startswith("HTTPS_PROXY in de omgeving is geen adres van een proxy die de bot kan gebruiken.")


def test_a_server_that_no_proxy_names_is_reached_without(house: Behind, api: BotApi) -> None:
    with SchoolProxy(api.address) as proxy:
        house.base_url = api.address
        first, *_others = behind(house, proxy)
    assert first == ("ok", "Op Telegram heet de bot @aanjager_bot.")
    assert proxy.asked == []
