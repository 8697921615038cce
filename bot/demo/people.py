"""The demo's region, its organisations, teams, people and channels. Everybody is called by their role."""

from datetime import time

from bot.demo.rows import REGION, START, rows
from bot.local import PLATFORM, open_private_chat
from programme.records import Membership, Person, Place, Role
from storage.chats import chats
from storage.database import Transaction
from storage.people import people
from storage.seeding import fill

HERE = {"region": REGION.key}


def settle(tx: Transaction) -> None:
    """Make the region and let everybody in. The school holidays are an example of our own, no official calendar."""
    people.add_region(tx, REGION)
    for table in ("subregions", "organisations", "teams", "breaks"):
        fill(tx, table, [{**HERE, **row} for row in rows(table)])
    for row in rows("people"):
        person = _person(row)
        people.add_person(tx, person, START)
        open_private_chat(tx, person.key, person.name, START)
    _open_channel(tx, REGION.name, None)
    for row in rows("subregions"):
        _open_channel(tx, f"Deelregio {row['name']}", row["key"])


def _open_channel(tx: Transaction, title: str, subregion: str | None) -> None:
    chat = chats.arrive(tx, PLATFORM, f"channel:{REGION.key}:{subregion or ''}", "channel", title, START)
    chats.tie(tx, chat.key, REGION.key, subregion)


def _person(row: dict[str, str]) -> Person:
    membership = Membership(
        region=REGION.key,
        role=Role(row["role"]),
        team=row["team"] or None,
        organisation=row["organisation"] or None,
        place=Place(row["place"]),
    )
    return Person(
        key=row["key"], name=row["name"], hour=time.fromisoformat(row["hour"]), memberships=(membership,)
    )
