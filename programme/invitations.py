"""Invitations: a code that lets somebody into a region once, long for a link and short for typing.

Neither is kept, only their seals. The short one has 36 bits: its alphabet has no vowels, so that no word is
one, and no two signs that look alike; guessing it is slow (the seal) and few (``MOST_WRONG``).
"""

import hashlib
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

from programme.groups import Organisation
from programme.messages import Drawing
from programme.records import Role

LASTS = timedelta(days=14)
MOST_WRONG = 5
WRONG_LASTS = timedelta(hours=1)
ALPHABET = "CDFHJKMNPQRTVWX23456789"
LETTERS = ALPHABET[:15]
SALT = b"aanjager: invitation"
_LINK, _TYPED = re.compile(r"[0-9a-f]{32}"), re.compile(f"[{LETTERS}][{ALPHABET}]{{7}}")
_BETWEEN = re.compile(r"[\s–-]")
ALIKE = str.maketrans({"B": "8", "G": "6", "S": "5", "Z": "2"})
EARLY, LATE = time(8, 30), time(16, 0)
HOURS: Mapping[Role, time] = {
    Role.TEACHER: LATE,
    Role.COMPANY: LATE,
    Role.OWNER: EARLY,
    Role.COORDINATOR: EARLY,
    Role.MANAGER: EARLY,
    Role.STEERING: EARLY,
}


class Standing(StrEnum):
    """Whether an invitation still lets somebody in."""

    OPEN = "open"
    USED = "used"
    EXPIRED = "expired"


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """What an invitation leads to; all that its holder may see of a region before taking part in it."""

    key: str
    region: str
    region_name: str
    role: Role
    team: str | None = None
    team_name: str = ""
    standing: Standing = Standing.OPEN
    used_by: str = ""
    organisations: tuple[Organisation, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Code:
    """Both forms of one code: ``link`` has 128 bits (32 hexadecimal digits), ``typed`` reads ABCD-EFGH."""

    link: str
    typed: str


@dataclass(frozen=True, kw_only=True)
class QrCode(Drawing):
    """A link that a camera reads: it opens a chat with the bot, the invitation to a region filled in."""

    link: str
    region: str


def link_to(bot: str, code: str) -> str:
    """Return the link that opens a chat with a bot on Telegram, by its name, and gives it a long code."""
    return f"https://t.me/{bot}?start={code}"


def new_code() -> Code:
    """Make a code that nobody can foresee."""
    signs = [secrets.choice(LETTERS), *(secrets.choice(ALPHABET) for _sign in range(7))]
    return Code(link=secrets.token_hex(16), typed="".join((*signs[:4], "-", *signs[4:])))


def read_code(text: str) -> str:
    """Return the code that ``text`` is, as it was made but for the dash; "" when it cannot be one."""
    said = text.strip()
    if _LINK.fullmatch(said.casefold()):
        return said.casefold()
    signs = _BETWEEN.sub("", said).upper().translate(ALIKE)
    return signs if _TYPED.fullmatch(signs) else ""


def sealed(code: str) -> str:
    """Return what is kept of a code (as ``read_code`` gives it): a slow hash, 64 hexadecimal digits."""
    return hashlib.scrypt(code.encode(), salt=SALT, n=2**12, r=8, p=1, dklen=32).hex()
