"""What a rehearsal does to its copy of the database, and asks of it. Never called on a database that people use."""

from dataclasses import dataclass
from datetime import date, datetime

from programme.invitations import HOURS
from programme.kept import found
from programme.messages import View
from programme.records import Chat, Membership, Person, Region, Role
from storage.chats import chats
from storage.database import Transaction
from storage.messages import blocks
from storage.moments import seconds
from storage.people import people
from storage.plan.plans import REMINDED

PLATFORM = "rehearsal"


@dataclass(frozen=True, kw_only=True)
class Unmanned:
    """An owner of open milestones, by its name in the plan, for whom nobody is reminded yet."""

    name: str
    team: str | None
    role: str | None


@dataclass(frozen=True, kw_only=True)
class Origin:
    """What a message came from: the rules by which it was said, and the keys of what it is about."""

    rules: frozenset[str]
    items: tuple[str, ...]


def set_apart(tx: Transaction, region: str) -> None:
    """Silence all other regions, let what is said be found quickly, and hold nothing back for a platform."""
    blocks.forget(tx)
    tx.run("CREATE INDEX IF NOT EXISTS rehearsed ON occurrences (settled_at) WHERE state = 'said'")
    tx.run("UPDATE occurrences SET state = 'expired' WHERE region <> :region", region=region)
    tx.run(
        "UPDATE outbox SET state = 'expired' WHERE region IS NOT :region AND state IN ('ready', 'sending')",
        region=region,
    )


def rewind(tx: Transaction, region: str, to: datetime, day: date) -> None:
    """Forget what the bot said in a region from a moment on (``day`` is its local day), and what it was going to say.

    What people answered stays: the plan is rehearsed as it stands now.
    """
    tx.run(
        """DELETE FROM occurrences WHERE region = :region
           AND (state = 'pending' OR due_at >= :to OR settled_at >= :to)""",
        region=region,
        to=seconds(to),
    )
    later = "SELECT key FROM outbox WHERE region = :region AND said_at >= :to"
    for table in ("buttons", "shown"):
        tx.run(f"DELETE FROM {table} WHERE message IN ({later})", region=region, to=seconds(to))
    tx.run("DELETE FROM outbox WHERE region = :region AND said_at >= :to", region=region, to=seconds(to))
    tx.run(
        """UPDATE watches SET since = :day
           WHERE since > :day AND milestone IN (SELECT key FROM milestones WHERE region = :region)""",
        region=region,
        day=day.isoformat(),
    )
    tx.run(
        "DELETE FROM marks WHERE name IN (:derived, :listed)",
        derived=f"derived:{region}",
        listed=f"listed:{region}",
    )


def unmanned(tx: Transaction, region: str) -> list[Unmanned]:
    """Return the owners of open milestones for whom nobody is reminded, each once, in the order of the plan."""
    rows = tx.rows(
        f"""SELECT owners.name, owners.team, owners.role FROM owners
            JOIN milestones ON milestones.key = owners.milestone
            WHERE milestones.region = :region AND milestones.vanished_at IS NULL AND owners.person IS NULL
                AND COALESCE(milestones.stand, '') NOT IN ('done', 'cancelled')
                AND owners.rowid NOT IN (SELECT owners.rowid {REMINDED})
            GROUP BY COALESCE(owners.team, owners.name), owners.role ORDER BY MIN(milestones.rowid), MIN(position)""",
        region=region,
    )
    return [Unmanned(**row) for row in rows]


def stand_in(tx: Transaction, region: Region, key: str, name: str, role: Role, now: datetime) -> None:
    """Keep somebody who does not exist, with a chat and the usual hour of a role."""
    person = Person(
        key=key,
        name=name,
        language=region.language,
        hour=HOURS[role],
        memberships=(Membership(region=region.key, role=role),),
    )
    people.add_person(tx, person, now)
    chats.belongs_to(tx, chats.arrive(tx, PLATFORM, key, "private", name, now).key, key)


def speaks_for(tx: Transaction, region: str, owner: Unmanned, person: str) -> None:
    """Let a person be reminded of all that an unmanned owner has, and of nothing else."""
    tx.run(
        """UPDATE owners SET person = :person WHERE person IS NULL AND role IS :role AND team IS :team
               AND (team IS NOT NULL OR name = :name)
               AND milestone IN (SELECT key FROM milestones WHERE region = :region)""",
        person=person,
        role=owner.role,
        team=owner.team,
        name=owner.name,
        region=region,
    )


def open_channel(tx: Transaction, region: str, title: str, now: datetime) -> None:
    """Give a region a channel that does not exist."""
    channel = chats.arrive(tx, PLATFORM, region, "channel", title, now)
    chats.tie(tx, channel.key, region, None)


def platforms(tx: Transaction) -> list[str]:
    """Return the names of all platforms on which there are chats."""
    return [row["platform"] for row in tx.rows("SELECT DISTINCT platform FROM chats ORDER BY platform")]


def addressee(tx: Transaction, key: str) -> tuple[Chat, str | None]:
    """Return a chat, and the name of whose it is."""
    chat = chats.chat(tx, key)
    if chat is None:
        raise LookupError("no such chat")
    return chat, tx.value("SELECT name FROM people WHERE key = :key", key=chat.person)


def origin(tx: Transaction, message: int) -> Origin:
    """Return what a message of the outbox came from."""
    row = tx.rows(
        "SELECT subject, view, chat, person, said_at FROM outbox WHERE key = :key",
        key=message,
    )[0]
    said = tx.rows(
        """SELECT rule, item FROM occurrences WHERE person IS :person AND chat IS :chat AND settled_at = :at
           AND state = 'said' ORDER BY due_at, key""",
        at=row["said_at"],
        person=row["person"],
        chat=row["chat"],
    )
    view = found(View, row["view"])
    about = view.items if view else tuple(dict.fromkeys(one["item"] for one in said))
    return Origin(rules=frozenset(one["rule"] for one in said), items=about or (row["subject"],))
