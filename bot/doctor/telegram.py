"""Can the bot work on Telegram? Its secrets, what Telegram says of it, and how updates come in.

Telegram is asked who the bot is and whether it has a webhook, nothing else: a bot that runs notices nothing of it.
Neither token nor secret is ever shown, nor what Telegram says of an error: that may quote an address.
"""

import asyncio
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from bot.doctor.findings import Finding, Patient, ok, problem, warning
from bot.settings import Telegram
from bot.telegram.proxies import Proxy, ProxyWrong, proxy_to
from programme.text import Phrase, _

if TYPE_CHECKING:
    from telegram import User, WebhookInfo
    from telegram.error import TelegramError

    from bot.telegram.requests import ProxyRefused

PATIENCE = 5.0  # seconds for each part of a call: somebody waits for the answer
LIMITS = ("read_timeout", "write_timeout", "connect_timeout", "pool_timeout")
OTHERS = 0o077
TOKEN = re.compile(r"\d+:[\w-]{10,}")
ASKS_WHO = 407  # of HTTP
FEW = 8  # different signs in a secret that nobody can have made up at random
LATELY = timedelta(days=1)
ELSEWHERE = _("Then another program uses this bot: get a new token from @BotFather with /revoke.")


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What Telegram says of the bot, and of its webhook."""

    me: "User"
    hook: "WebhookInfo"


def _platform(patient: Patient) -> Iterator[Finding]:
    """Look whether people can reach the bot at all: ``run`` does not start where they cannot."""
    if not (patient.settings.telegram.secret() or patient.settings.page.enabled):
        what = _("The settings name no platform on which people can reach the bot.")
        yield warning("platforms", what, _("Make a bot on Telegram: docs/going-live.md tells how."))


def _secrets(patient: Patient) -> Iterator[Finding]:
    """Look who can read the secrets, and whether they can be right at all."""
    telegram = patient.settings.telegram
    for file in filter(None, (telegram.token_file, telegram.webhook_secret_file)):
        yield from _kept_secret(file)
    token = telegram.secret()
    if token and not TOKEN.fullmatch(token.get_secret_value()):
        what = _("What is set as the token of the Telegram bot is no token: digits, a colon, letters.")
        yield problem("secrets", what, _ask_for_token())
    if telegram.webhook:
        yield from _webhook_secret(telegram.secret_of_webhook())


def _kept_secret(file: Path) -> Iterator[Finding]:
    if file.stat().st_mode & OTHERS:
        what = _("Others on this machine can read the file with the token: {file}.", file=file.name)
        yield problem("secrets", what, _("Take that right away: chmod 600 FILE"))
    else:
        yield ok("secrets", _("Nobody else can read the file {file}.", file=file.name))


def _webhook_secret(secret: SecretStr | None) -> Iterator[Finding]:
    from bot.web import SECRET

    said = secret.get_secret_value() if secret else ""
    mend = _("Make one that nobody can guess: openssl rand -hex 32 > FILE")
    if not SECRET.fullmatch(said):
        what = _("The webhook of Telegram has no secret, or one that Telegram does not take.")
        yield problem("secrets", what, mend)
    elif len(set(said)) < FEW:
        yield problem("secrets", _("The secret of the webhook can be guessed."), mend)


def _ask_for_token() -> Phrase:
    return _("Ask @BotFather for it: /mybots, choose the bot, API Token. Set it as docs/going-live.md says.")


def _reached(patient: Patient) -> Iterator[Finding]:
    """Ask Telegram who the bot is."""
    telegram, token = patient.settings.telegram, patient.settings.telegram.secret()
    if token is None or not TOKEN.fullmatch(token.get_secret_value()):
        return
    try:
        proxy = proxy_to(telegram.base_url, patient.environ)
    except ProxyWrong as error:
        yield problem("telegram", error.what, error.next)
        return
    if proxy:
        yield ok("telegram", _("Telegram is reached through the proxy {proxy}.", proxy=proxy.address))
    seen = asyncio.run(_seen(telegram, token, proxy))
    if isinstance(seen, Finding):
        yield seen
        return
    yield ok("telegram", _("On Telegram the bot is @{name}.", name=seen.me.username or ""))
    yield from _groups(seen.me)
    yield from _hooked(seen.hook, telegram, patient) if telegram.webhook else _polled(seen.hook)


async def _seen(telegram: Telegram, token: SecretStr, proxy: Proxy | None) -> Seen | Finding:
    from telegram.error import TelegramError

    from bot.telegram.line import Line
    from bot.telegram.requests import ProxyRefused, Requests, Untrusted

    line = Line(token, telegram.base_url, Requests(proxy=proxy))
    short: dict[str, Any] = dict.fromkeys(LIMITS, PATIENCE)
    try:
        await line.requests.initialize()
        me = await line.bot.get_me(**short)
        return Seen(me=me, hook=await line.bot.get_webhook_info(**short))
    except ProxyRefused as error:
        return _stopped(error, telegram.base_url, proxy)
    except Untrusted:
        return _untrusted(telegram.base_url)
    except TelegramError as error:
        return _unreached(error, telegram.base_url)
    except Exception:  # an answer that the library cannot read
        return _another(telegram.base_url)
    finally:
        await line.close()


def _stopped(error: "ProxyRefused", server: str, proxy: Proxy | None) -> Finding:
    """Say why the proxy lets nothing through, by the number that it answers."""
    address = proxy.address if proxy else ""
    if error.status is None:
        what = _("The proxy {proxy} cannot be reached from this machine.", proxy=address)
        return problem("telegram", what, _("Look at HTTPS_PROXY in the environment."))
    if error.status == ASKS_WHO:
        what = _(
            "The proxy {proxy} wants to hear a name and a password, or others than it hears.", proxy=address
        )
        mend = _(
            "Ask for them where the network is looked after, and set HTTPS_PROXY to http://NAME:PASSWORD@ with its "
            "address."
        )
        return problem("telegram", what, mend)
    what = _("The proxy {proxy} does not let the bot through to {server}.", proxy=address, server=server)
    return problem("telegram", what, _("Ask for that where the network is looked after."))


def _untrusted(server: str) -> Finding:
    what = _("What answers at {server} shows a certificate that this machine does not trust.", server=server)
    mend = _(
        "Does something on the way open what passes, a proxy or a firewall? Ask for its certificate where the network "
        "is looked after, and name the file in SSL_CERT_FILE in the environment."
    )
    return problem("telegram", what, mend)


def _unreached(error: "TelegramError", server: str) -> Finding:
    """Say what keeps Telegram from answering, by the class of the error alone."""
    from telegram.error import BadRequest, InvalidToken, TimedOut

    from bot.telegram.line import PUBLIC
    from bot.telegram.requests import Diverted, NotReached, TooFast, Unreadable

    connection = _(
        "Look whether it has a connection to the internet, and whether a firewall stands in between."
    )
    later = _("Try it again in a few minutes.")
    if isinstance(error, InvalidToken) and (server == PUBLIC or not error.message.startswith("Not Found")):
        return problem("telegram", _("Telegram does not accept the token of the bot."), _ask_for_token())
    another = isinstance(error, Diverted) and server != PUBLIC
    if isinstance(error, NotReached) and not another:
        return problem(
            "telegram", _("{server} cannot be reached from this machine.", server=server), connection
        )
    if isinstance(error, TimedOut):
        what = _("{server} does not answer within {seconds} seconds.", server=server, seconds=int(PATIENCE))
        return problem("telegram", what, connection)
    if isinstance(error, TooFast):
        return warning("telegram", _("{server} wants to be left alone for a moment.", server=server), later)
    if another or isinstance(error, BadRequest | InvalidToken | Unreadable):
        return _another(server)
    what = _("{server} has a fault of its own at the moment.", server=server)
    return warning("telegram", what, later)


def _another(server: str) -> Finding:
    what = _("What answers at {server} is no Bot API server.", server=server)
    return problem("telegram", what, _("Mend telegram.base_url in settings.toml, or leave it out."))


def _groups(me: "User") -> Iterator[Finding]:
    if me.can_read_all_group_messages:
        what = _("Privacy mode is off: the bot gets all that people say to each other in its groups.")
        switch = _(
            "Switch it on: @BotFather, /setprivacy, choose the bot, Enable. Then take the bot out of every group and "
            "add it again."
        )
        yield problem("telegram", what, switch)
    else:
        yield ok("telegram", _("Privacy mode is on: in groups the bot hears only what is meant for it."))
    if not me.can_join_groups:
        what = _("The bot cannot be added to groups, so no group can read its week.")
        yield warning("telegram", what, _("Allow it: @BotFather, /setjoingroups, choose the bot, Enable."))


def _polled(hook: "WebhookInfo") -> Iterator[Finding]:
    if hook.url:
        what = _("Telegram calls a webhook for this bot, and the settings name none.")
        takes = _(
            "`aanjager run` takes it away when it starts. Is it back after that? {elsewhere}",
            elsewhere=ELSEWHERE,
        )
        yield warning("telegram", what, takes)
    else:
        yield ok("telegram", _("The bot fetches what people say by itself."))


def _hooked(hook: "WebhookInfo", telegram: Telegram, patient: Patient) -> Iterator[Finding]:
    if hook.url != telegram.webhook:
        what = _("Telegram does not call the webhook that the settings name.")
        sets = _(
            "`aanjager run` sets it when it starts. Is it gone after that? {elsewhere}", elsewhere=ELSEWHERE
        )
        yield warning("telegram", what, sets)
        return
    failed = hook.last_error_date
    if failed and patient.now - failed < LATELY:
        what = _(
            "The last call of the webhook that failed was on {failed:moment} (UTC); what waits at Telegram: {n}.",
            failed=failed,
            n=hook.pending_update_count,
        )
        look = _(
            "Look whether the bot runs, and whether the web server passes calls on to telegram.webhook_port."
        )
        yield warning("telegram", what, look)
    else:
        yield ok("telegram", _("Telegram calls the webhook that the settings name."))


TELEGRAM_CHECKS: tuple[Callable[[Patient], Iterable[Finding]], ...] = (_platform, _secrets, _reached)
