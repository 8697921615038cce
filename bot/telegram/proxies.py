"""Through which proxy Telegram is reached: what ``HTTPS_PROXY`` and ``NO_PROXY`` say, as other programs read them.

A name and a password in the address are secrets: they are in nothing that is shown, logged or raised. Read by
ourselves, because aiohttp, told to look at the environment, takes passwords from the user's .netrc along.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from pydantic import SecretStr

from bot.settings.values import on_this_machine
from programme.errors import AanjagerError
from programme.text import _

PORT = 80  # of a proxy that names none
HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")


class ProxyWrong(AanjagerError):
    """The environment names a proxy, but not by an address at which one can be."""


@dataclass(frozen=True, kw_only=True)
class Proxy:
    """A proxy. ``address``: without credentials; ``credentials``: as it wants to hear them, None for nothing."""

    address: str
    credentials: SecretStr | None = None

    def headers(self) -> dict[str, str]:
        """Return what is said to the proxy alone."""
        return {"Proxy-Authorization": self.credentials.get_secret_value()} if self.credentials else {}


def proxy_to(server: str, environ: Mapping[str, str]) -> Proxy | None:
    """Return the proxy through which a server is reached; None for none, and always for a server on this machine.

    Raises:
        ProxyWrong: what the environment says is no address of a proxy.
    """
    said = _variable("HTTPS_PROXY", environ)
    there = urlsplit(server)
    here = there.scheme != "https" or on_this_machine(there.hostname or "")
    return None if not said or here or _passed_by(there, _variable("NO_PROXY", environ)) else _read(said)


def _passed_by(there: SplitResult, listed: str) -> bool:
    """Whether a list of hosts and domains, "*" for all of them, names a server."""
    names = {each.strip().lower() for each in listed.split(",")} - {""}
    ends = tuple(f".{name.lstrip('*.')}" for name in names)
    return "*" in names or any(f".{each}".endswith(ends) for each in (there.hostname, there.netloc))


def _variable(name: str, environ: Mapping[str, str]) -> str:
    """Return a variable; written small it counts before the other, as everywhere, and empty it takes that away."""
    return environ.get(name.lower(), environ.get(name, "")).strip()


def _read(said: str) -> Proxy:
    try:
        parts = urlsplit(said if "://" in said else f"http://{said}")
        host, port = parts.hostname or "", PORT if parts.port is None else parts.port
        credentials = _credentials(parts)
    except ValueError:
        raise _wrong() from None  # what was wrong with it quotes it
    more = parts.path.strip("/") or parts.query or parts.fragment
    if parts.scheme != "http" or more or not port or not HOST.fullmatch(host):
        raise _wrong()
    return Proxy(address=f"http://{f'[{host}]' if ':' in host else host}:{port}", credentials=credentials)


def _credentials(parts: SplitResult) -> SecretStr | None:
    if parts.username is None:
        return None
    name, password = unquote(parts.username), unquote(parts.password or "")
    if ":" in name:
        raise ValueError
    return SecretStr("Basic " + b64encode(f"{name}:{password}".encode()).decode())


def _wrong() -> ProxyWrong:
    return ProxyWrong(
        _("HTTPS_PROXY in the environment is not the address of a proxy that the bot can use."),
        _(
            "Write it as http://proxy.school.example:3128, or http://NAME:PASSWORD@proxy.school.example:3128 where the "
            "proxy asks for those. Is the server reached without? Name it in NO_PROXY."
        ),
    )
