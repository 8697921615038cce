"""Settings: what is set holds, and every mistake is named with its line, what is allowed, and what to do."""

import re
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import Settings
from bot.settings.file import SettingsWrong, read_settings
from language.catalogue import catalogue
from programme.calendar import Break
from programme.rules import Rules

ROOT = Path(__file__).parent.parent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def wrong(text: str, **environ: str) -> str:
    """Return all that is said about settings with mistakes in them."""
    Path("settings.toml").write_text(text, "utf-8")
    with pytest.raises(SettingsWrong) as refused:
        read_settings(environ)
    words = catalogue("nl")
    return f"{words.render(refused.value.what)}\n{words.render(refused.value.next)}"


def right(text: str, **environ: str) -> Settings:
    Path("settings.toml").write_text(text, "utf-8")
    return read_settings(environ)


def test_without_a_file_everything_is_as_most_regions_have_it(folder: Path) -> None:
    assert read_settings({}) == Settings()
    assert read_settings({}).rules("STO00000") == Rules()


def test_the_file_that_comes_with_it_sets_nothing_but_the_defaults(folder: Path) -> None:
    shipped = (ROOT / "settings.toml").read_text("utf-8")
    assert right(shipped) == Settings()


def test_what_the_shipped_file_shows_behind_a_mark_is_right_and_the_default(folder: Path) -> None:
    (folder / "holidays.ics").touch()
    text = (ROOT / "settings.toml").read_text("utf-8")
    settings = right(re.sub(r'^# (?=\[|["\w.]+( \w+")? = )(?!\w+ = "…")', "", text, flags=re.MULTILINE))
    assert settings.model_copy(update={"regions": {}}) == Settings()
    assert settings.rules("STO00000").weekly.weekday == 2
    assert [name for _code, name, _days in settings.holidays()] == [None, "Het Lyceum"]


MISTAKES = {
    "a word for a number": (
        "[page]\n\nport = 'veel'\n",
        "settings.toml, regel 3: page.port moet zijn: een heel getal van 1 tot en met 65535. "
        "Bijvoorbeeld: port = 8765",
    ),
    "a number that is too large": ("[page]\nport = 70000\n", "regel 2: page.port moet zijn: een heel getal"),
    "a number for yes": ("[page]\nenabled = 1\n", "regel 2: page.enabled moet zijn: true of false"),
    "a misspelt key": (
        "[page]\nenabld = true\n",
        "regel 2: er is geen instelling page.enabld. Bedoel je enabled?",
    ),
    "a misspelt table": ("[pages]\nport = 1\n", "regel 1: er is geen instelling pages. Bedoel je page?"),
    "a key far from any": (
        "[logs]\nvolume = 11\n",
        "er is geen instelling logs.volume. Hier kan staan: format, level.",
    ),
    "a value for a table": ("page = 3\n", "regel 1: page is een tabel. Zet [page] op een eigen regel"),
    "an hour at night": (
        "[quiet]\nafter = '23:00'\n",
        "quiet.after moet zijn: een tijd van “17:00” tot en met “21:00”",
    ),
    "no hour": ("[summary]\nat = '25:70'\n", "regel 2: summary.at moet zijn: een tijd overdag"),
    "a day in the weekend": (
        "[summary]\nweekday = 'saturday'\n",
        "summary.weekday moet zijn: een werkdag",
    ),
    "a list with one wrong item": (
        "[reminders]\nbefore = [\n  7,\n  'x',\n]\n",
        "regel 2: reminders.before moet zijn: een lijst van hele aantallen dagen",
    ),
    "an empty list": ("[reminders]\nbefore = []\n", "regel 2: reminders.before moet zijn: een lijst"),
    "in one region": (
        "[regions.STO1]\nsummary.weekday = 'zondag'\n",
        "regel 2: regions.STO1.summary.weekday moet zijn: een werkdag",
    ),
    "a calendar that is not there": (
        "[regions.STO1]\nholidays = 'weg.ics'\n",
        "regel 2: regions.STO1.holidays moet zijn: het pad van een agendabestand (.ics) dat er is",
    ),
    "holidays that end before they begin": (
        "[regions.STO1]\nholidays = ['2027-01-03/2026-12-19 kerst']\n",
        "regel 2: regions.STO1.holidays moet zijn:",
    ),
    "an organisation's holidays": (
        "[regions.STO1.organisations]\n'Het Lyceum' = 3\n",
        'Bijvoorbeeld: "Het Lyceum" = ["2026-12-19/2027-01-03 kerstvakantie"]',
    ),
    "organisations as a value": (
        "[regions.STO1]\norganisations = 3\n",
        "regel 2: regions.STO1.organisations is een tabel.",
    ),
    "a secret in the file": (
        "[telegram]\ntoken = '12:abc'\n",
        "regel 2: telegram.token is geheim en hoort niet in dit bestand. Zet AANJAGER_TELEGRAM__TOKEN in de "
        "omgeving, of noem bij telegram.token_file een bestand waarin het staat.",
    ),
    "a second secret in the file": (
        "[telegram]\nwebhook_secret = '12:abc'\n",
        "regel 2: telegram.webhook_secret is geheim en hoort niet in dit bestand. Zet "
        "AANJAGER_TELEGRAM__WEBHOOK_SECRET in de omgeving, of noem bij telegram.webhook_secret_file",
    ),
    "a server that others can listen to": (
        "[telegram]\nbase_url = 'http://10.0.0.7:8081'\n",
        "regel 2: telegram.base_url moet zijn: het adres van een server: https, of http alleen op deze computer.",
    ),
    "a server without a name": (
        "[telegram]\nbase_url = 'https://'\n",
        "regel 2: telegram.base_url moet zijn:",
    ),
    "a password in an address": (
        "[telegram]\nbase_url = 'https://a:12:abc@telegram.example'\n",
        "regel 2: telegram.base_url moet zijn:",
    ),
    "a webhook that others can listen to": (
        "[telegram]\nwebhook = 'http://bot.school.example/telegram'\n",
        "regel 2: telegram.webhook moet zijn: een https-adres waarop Telegram deze bot bereikt.",
    ),
    "no TOML": (
        "[page]\nport = 8765\nenabled = ja\n",
        "settings.toml, regel 3: vanaf hier is het niet te lezen",
    ),
    "set twice": ("[page]\nport = 1\nport = 2\n", "settings.toml, regel 3: vanaf hier is het niet te lezen"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_its_line_and_what_is_allowed(mistake: str, folder: Path) -> None:
    text, said = MISTAKES[mistake]
    told = wrong(text)
    assert said in told
    assert (
        "Verbeter dit en probeer het opnieuw. In docs/settings.md staat uitleg bij elke instelling." in told
    )
    assert "12:abc" not in told


def test_every_mistake_is_named_at_once_in_the_order_of_the_lines(folder: Path) -> None:
    told = wrong("[logs]\nlevel = 'loud'\n[page]\nprt = 1\nenabled = 'ja'\n", AANJAGER_DATA__FOLDER="3")
    assert told.startswith("Er staan 4 fouten in de instellingen:")
    assert [
        told.index(each) for each in ("regel 2", "regel 4", "regel 5", "AANJAGER_DATA__FOLDER")
    ] == sorted(told.index(each) for each in ("regel 2", "regel 4", "regel 5", "AANJAGER_DATA__FOLDER"))


def test_a_file_that_was_named_must_be_there(folder: Path) -> None:
    with pytest.raises(SettingsWrong) as refused:
        read_settings({"AANJAGER_SETTINGS": "elders.toml"})
    assert "elders.toml kan niet gelezen worden" in catalogue("nl").render(refused.value.what)


def test_the_environment_goes_above_the_file(folder: Path) -> None:
    settings = right("[page]\nport = 9000\n", AANJAGER_PAGE__PORT="9001", AANJAGER_PAGE__ENABLED="true")
    assert (settings.page.port, settings.page.enabled) == (9001, True)


def test_a_mistake_in_the_environment_is_named_by_its_variable(folder: Path) -> None:
    told = wrong("", AANJAGER_LOGS__LEVEL="loud", AANJAGER_PAGE__PROT="1")
    assert "variabele AANJAGER_LOGS__LEVEL: logs.level moet zijn: “debug”" in told
    assert "variabele AANJAGER_PAGE__PROT: er is geen instelling page.prot. Bedoel je port?" in told


def test_a_secret_comes_from_the_environment_or_a_file_and_is_never_shown(folder: Path) -> None:
    (folder / "token").write_text("12:abc\n")
    from_file = right("[telegram]\ntoken_file = 'token'\n")
    from_environment = right("", AANJAGER_TELEGRAM__TOKEN="12:abc")
    for settings in (from_file, from_environment):
        secret = settings.telegram.secret()
        assert secret is not None
        assert secret.get_secret_value() == "12:abc"
        assert "12:abc" not in repr(settings)


@pytest.mark.parametrize(
    "address",
    ["https://telegram.example", "http://127.0.0.1:8081", "http://[::1]:8081", "http://localhost:8081/"],
)
def test_another_server_for_telegram_is_reached_by_https_or_on_this_machine(
    address: str, folder: Path
) -> None:
    assert right(f"[telegram]\nbase_url = '{address}'\n").telegram.base_url == address.rstrip("/")


def test_the_secret_of_the_webhook_comes_from_the_environment_or_a_file_and_is_never_shown(
    folder: Path,
) -> None:
    (folder / "secret").write_text("abc-12\n")
    from_file = right("[telegram]\nwebhook_secret_file = 'secret'\n")
    from_environment = right("", AANJAGER_TELEGRAM__WEBHOOK_SECRET="abc-12")
    for settings in (from_file, from_environment):
        secret = settings.telegram.secret_of_webhook()
        assert secret is not None
        assert secret.get_secret_value() == "abc-12"
        assert "abc-12" not in repr(settings)


def test_a_region_changes_only_what_it_names(folder: Path) -> None:
    settings = right(
        "[reminders]\nbefore = [14, 0]\nlate_every = 3\n[quiet]\nbefore = '08:00'\n"
        "[regions.STO1]\nreminders.before = [21]\nsummary.at = '07:30'\n"
    )
    own, common = settings.rules("STO1"), settings.rules("STO2")
    assert (own.cadence.before, own.cadence.late_every) == ((21,), 3)
    assert (common.cadence.before, common.cadence.late_every) == ((14, 0), 3)
    assert (own.weekly.at, common.weekly.at) == (time(8), time(15, 30))
    assert settings.rules("sto1") == own


def test_holidays_can_be_listed(folder: Path) -> None:
    settings = right(
        "[regions.STO1]\nholidays = ['2026-12-19/2027-01-03 kerst', '2027-05-01/2027-05-09 mei']\n"
    )
    christmas = Break(first=date(2026, 12, 19), last=date(2027, 1, 3), name="kerst")
    (code, name, days) = next(iter(settings.holidays()))
    assert (code, name) == ("sto1", None)
    assert isinstance(days, tuple)
    assert days[0] == christmas


@given(text=st.text(max_size=60), key=st.sampled_from(["port", "enabled", "folder", "level", "at", "before"]))
def test_no_text_is_too_strange_to_be_answered(
    text: str, key: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("settings") / "s.toml"
    table = {"port": "page", "enabled": "page", "folder": "data", "level": "logs", "at": "summary"}.get(
        key, "reminders"
    )
    for content in (text, f"[{table}]\n{key} = {text}\n"):
        file.write_text(content, "utf-8", errors="replace")
        try:
            read_settings({}, file)
        except SettingsWrong as error:
            assert "settings" in catalogue("en").render(error.what)
