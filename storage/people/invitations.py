"""Invitations, kept under the seals of their codes, and the wrong codes that people tried."""

from datetime import datetime

from programme.invitations import LASTS, WRONG_LASTS, Invitation, Standing, link_to, sealed
from programme.records import Role
from storage import marks
from storage.database import Row, Transaction
from storage.moments import seconds
from storage.people import groups

BOT = "telegram.name"  # the mark of what the bot is called on Telegram, known once it ran there


def invite(
    tx: Transaction,
    region: str,
    role: Role,
    team: str | None,
    *,
    seals: tuple[str, str],
    made_by: str,
    now: datetime,
) -> None:
    """Keep an invitation under the seals of its long and its short code; a team must be one of the region."""
    if team and groups.team(tx, region, team) is None:
        raise LookupError("no such team in this region")
    tx.insert(
        "invitations",
        hash=seals[0],
        typed_hash=seals[1],
        region=region,
        role=role.value,
        team=team,
        made_by=made_by or None,
        expires_at=seconds(now + LASTS),
    )


def link(tx: Transaction, code: str) -> str | None:
    """Return the link that gives the bot a long code; None where it is on no platform that has such links."""
    bot = marks.mark(tx, BOT)
    return link_to(bot, code) if bot else None


def invitation(tx: Transaction, code: str, now: datetime) -> Invitation | None:
    """Return what a code (as ``read_code`` gives it) leads to, used and expired ones too; None for a wrong one."""
    return _found(tx, sealed(code), now)


def by_key(tx: Transaction, key: str, now: datetime) -> Invitation | None:
    """Return an invitation by its key."""
    return _found(tx, key, now)


def _found(tx: Transaction, seal: str, now: datetime) -> Invitation | None:
    row = tx.row(
        """SELECT invitations.*, regions.name AS region_name, COALESCE(teams.name, '') AS team_name FROM invitations
           JOIN regions ON regions.key = invitations.region LEFT JOIN teams ON teams.key = invitations.team
           WHERE hash = :seal OR typed_hash = :seal""",
        seal=seal,
    )
    return _invitation(tx, row, now) if row else None


def _invitation(tx: Transaction, row: Row, now: datetime) -> Invitation:
    standing = Standing.EXPIRED if row["expires_at"] <= seconds(now) else Standing.OPEN
    return Invitation(
        key=row["hash"],
        region=row["region"],
        region_name=row["region_name"],
        role=Role(row["role"]),
        team=row["team"],
        team_name=row["team_name"],
        standing=Standing.USED if row["used_at"] is not None else standing,
        used_by=row["used_by"] or "",
        organisations=tuple(groups.organisations(tx, row["region"])),
    )


def use(tx: Transaction, key: str, person: str, now: datetime) -> None:
    """Mark an open invitation as used; LookupError when it is not open (any more)."""
    used = tx.run(
        """UPDATE invitations SET used_by = :person, used_at = :now
           WHERE hash = :key AND used_at IS NULL AND expires_at > :now""",
        key=key,
        person=person,
        now=seconds(now),
    )
    if not used:
        raise LookupError("the invitation is not open")


def withdraw(tx: Transaction, region: str, made_by: str, now: datetime) -> None:
    """Let every open invitation that somebody made in a region expire."""
    tx.run(
        """UPDATE invitations SET expires_at = :now WHERE region = :region AND made_by = :made_by
           AND used_at IS NULL AND expires_at > :now""",
        region=region,
        made_by=made_by,
        now=seconds(now),
    )


def note_wrong(tx: Transaction, person: str, now: datetime) -> None:
    """Count a wrong code against whoever tried it."""
    tx.insert("wrong_codes", person=person, at=seconds(now))


def wrong_lately(tx: Transaction, person: str, now: datetime) -> int:
    """Return how many wrong codes a person tried within the time for which they count."""
    found = tx.value(
        "SELECT COUNT(*) FROM wrong_codes WHERE person = :person AND at > :since",
        person=person,
        since=seconds(now - WRONG_LASTS),
    )
    return int(found)
