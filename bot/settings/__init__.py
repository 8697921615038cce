"""The settings: what may be set, what each value may be, and what it is when nobody sets it.

They come from ``settings.toml`` and, above it, from ``AANJAGER_…`` variables of the environment (``__`` between the
names of a table and a key). Secrets never stand in the file. ``bot/settings/file.py`` reads both and names mistakes.
"""

from collections.abc import Iterator, Mapping
from datetime import time
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, SecretStr
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.settings.values import (
    Allowed,
    ByDay,
    Countdown,
    Days,
    Evening,
    Folder,
    Format,
    Holidays,
    Level,
    Months,
    Morning,
    Port,
    PublicAddress,
    SecretPath,
    Server,
    Switch,
    Weekday,
)
from programme.cadence import Cadence
from programme.calendar import Break, Hours
from programme.rules import Rules
from programme.silence import Patience
from programme.text import _
from programme.weekly import Weekly

PREFIX = "AANJAGER_"
SECRETS = frozenset({("telegram", "token"), ("telegram", "webhook_secret")})


class Table(BaseModel):
    """A table of the file: unknown keys are mistakes, values cannot be changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Data(Table):
    """Where everything is kept."""

    folder: Folder = Path("data")

    @property
    def database(self) -> Path:
        """The database file."""
        return self.folder / "aanjager.db"

    @property
    def files(self) -> Path:
        """The folder of pictures and papers."""
        return self.folder / "files"


class Page(Table):
    """The chat page: served by ``run`` only when it is enabled, on this machine only."""

    enabled: Switch = False
    port: Port = 8765


class Telegram(Table):
    """The Telegram bot. The token, and the secret of the webhook, come from the environment or from a file."""

    token: SecretStr | None = None
    token_file: SecretPath | None = None
    base_url: Server = "https://api.telegram.org"
    webhook: PublicAddress | None = None
    webhook_port: Port = 8766
    webhook_secret: SecretStr | None = None
    webhook_secret_file: SecretPath | None = None

    def secret(self) -> SecretStr | None:
        """Return the token, from wherever it is set."""
        return _from_file(self.token_file) or self.token

    def secret_of_webhook(self) -> SecretStr | None:
        """Return what Telegram says with every call of the webhook, from wherever it is set."""
        return _from_file(self.webhook_secret_file) or self.webhook_secret


def _from_file(file: Path | None) -> SecretStr | None:
    return SecretStr(file.read_text().strip()) if file else None


class Logs(Table):
    """How much is logged, and for whose eyes."""

    level: Annotated[Level, Allowed(_("“debug”, “info”, “warning” or “error”"), '"info"')] = Level.INFO
    format: Annotated[Format, Allowed(_("“console” or “json”"), '"console"')] = Format.CONSOLE


class Quiet(Table):
    """The hours in which nothing is said unasked: a longer night than 21:00 to 07:00, never a shorter one."""

    after: Evening = time(21)
    before: Morning = time(7)


class Reminders(Table):
    """When owners hear about a milestone; days and months as in ``programme.cadence.Cadence``."""

    before: Countdown = (28, 14, 7, 1, 0)
    late_every: Days = 7
    long_from_months: Months = 6
    ask_every_months: Months = 3
    undated_every_months: Months = 6


class Silence(Table):
    """When a coordinator, and later the programme manager, hears that nobody answers."""

    days_before: Days = 7
    reminders: Days = 2
    late_days: Days = 14


class Summary(Table):
    """When a region reads its week."""

    weekday: Weekday = 4
    at: ByDay = time(15, 30)


class OfRegion(Table):
    """What is different in one region; a key that is absent is as for all regions."""

    holidays: Holidays | None = None
    organisations: Mapping[str, Holidays] = Field(default_factory=dict)
    reminders: Reminders = Reminders()
    silence: Silence = Silence()
    summary: Summary = Summary()


class Settings(BaseSettings):
    """Everything that can be set. ``read_settings`` makes it; made directly it holds the defaults."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True)

    data: Data = Data()
    page: Page = Page()
    telegram: Telegram = Telegram()
    logs: Logs = Logs()
    quiet: Quiet = Quiet()
    reminders: Reminders = Reminders()
    silence: Silence = Silence()
    summary: Summary = Summary()
    regions: Mapping[str, OfRegion] = Field(default_factory=dict)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what was read and nothing else: an environment is read by us, so that its mistakes can be named."""
        return (init_settings,)

    def rules(self, region: str) -> Rules:
        """Return the rules of time of a region: the common ones, with its own laid over them."""
        own = self.regions.get(region.casefold(), OfRegion())
        hours = Hours(first=self.quiet.before, end=self.quiet.after)
        summary = _over(self.summary, own.summary)
        return Rules(
            cadence=Cadence(**_over(self.reminders, own.reminders)),
            patience=Patience(**_over(self.silence, own.silence)),
            weekly=Weekly(weekday=summary["weekday"], at=hours.nearest(summary["at"])),
            hours=hours,
        )

    def in_folder(self, folder: Path) -> "Settings":
        """Return the same settings with another data folder."""
        return self.model_copy(update={"data": self.data.model_copy(update={"folder": folder})})

    def holidays(self) -> Iterator[tuple[str, str | None, Path | tuple[Break, ...]]]:
        """Yield (code of the region, name of the organisation or None, calendar file or holidays)."""
        for code, own in self.regions.items():
            if own.holidays:
                yield code, None, own.holidays
            for name, holidays in own.organisations.items():
                yield code, name, holidays


def _over(common: Table, own: Table) -> dict[str, Any]:
    """Return the common values with a region's own laid over them."""
    return common.model_dump() | own.model_dump(exclude_unset=True)
