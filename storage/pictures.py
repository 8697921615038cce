"""Pictures that people sent: whose they are, and where they are kept. The pixels stand in the file store."""

from dataclasses import dataclass
from datetime import datetime

from storage.database import Transaction
from storage.moments import seconds


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A kept picture; its key is also the file store's. ``width`` and ``height`` in pixels."""

    key: str
    type: str
    width: int
    height: int
    region: str | None = None
    person: str | None = None


def receive(tx: Transaction, picture: Picture, now: datetime) -> None:
    """Keep whose picture this is."""
    tx.insert(
        "pictures",
        key=picture.key,
        region=picture.region,
        person=picture.person,
        kept_as=picture.key,
        type=picture.type,
        width=picture.width,
        height=picture.height,
        received_at=seconds(now),
    )
