"""A messenger that keeps what people attach until it is asked for, and a bot that fetches it there."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from jobs.attachments import AttachmentWorker
from jobs.delivery import DeliveryWorker
from jobs.housekeeping import HousekeepingWorker
from jobs.inbox import InboxWorker
from jobs.worker import Worker
from storage.database import Database, Row
from storage.files import FileStore
from storage.messages import inbox
from storage.messages.inbox import Arrival, Attachment
from tests.platforms import Direct
from tests.region import START, seed
from tests.taken_photos import encoded, scene, told

PHOTO = encoded(scene(), "JPEG", exif=told())
MOMENT = timedelta(seconds=5)  # in which an album has come together


async def quick(file: str) -> None:
    """A messenger that gives what it is asked for at once."""


@dataclass
class Shelf:
    """What the messenger keeps: files by name, and errors that it raises before it gives one away."""

    files: dict[str, bytes] = field(default_factory=dict)
    errors: dict[str, list[Exception]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    watch: Callable[[str], Awaitable[None]] = quick
    platform: str = "local"

    async def fetch(self, file: str) -> bytes:
        self.asked.append(file)
        await self.watch(file)
        if self.errors.get(file):
            raise self.errors[file].pop(0)
        return self.files.get(file, PHOTO)


class Attached(Direct):
    """The bot with its attachments, on a database in a file; nothing happens before ``run`` lets it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shelf = Shelf()
        self.files = FileStore(folder / "files")
        super().__init__(seed, START)
        self.store = Database(folder / "aanjager.db")
        self.store.write(seed).result()
        self.workers = self.start()
        self._named = 0

    def start(self) -> list[Worker]:
        return [
            AttachmentWorker(self.store, self.files, {"local": self.shelf}),
            InboxWorker(self.store, self.rules),
            HousekeepingWorker(self.store, self.files, self.rules),
            DeliveryWorker(self.store, {"local": self.screen}, rules=self.rules),
        ]

    def bring(self, *arrivals: Arrival) -> None:
        """Take in a batch of what people did, without doing anything with it."""
        self.store.write(lambda tx: inbox.receive(tx, arrivals, self.now)).result()

    def came(
        self,
        *kinds: str,
        text: str = "",
        album: str = "",
        person: str = "docent",
        where: str = "",
        size: int = 0,
        addressed: bool = False,
    ) -> Arrival:
        """Return an arrival with an attachment of each kind; their files are f1, f2 and so on."""
        self._events += 1
        return Arrival(
            platform="local",
            event=str(self._events),
            chat=self._chat(person, where),
            account=person,
            text=text,
            album=album,
            addressed=addressed,
            attachments=tuple(Attachment(kind=kind, file=self._file(), size=size) for kind in kinds),
        )

    def _file(self) -> str:
        self._named += 1
        return f"f{self._named}"

    def run(self, later: timedelta = timedelta()) -> None:
        """Work until nothing is due, some time later, through all that falls due on the way."""
        self.turn(self.now + later)

    def send(self, *kinds: str, text: str = "", where: str = "") -> list[str]:
        """Send one message with attachments; return what the bot says to it."""
        self.bring(self.came(*kinds, text=text, where=where))
        self.run()
        return self.said("docent", where)

    def said(self, person: str = "docent", where: str = "") -> list[str]:
        return [heard.text for heard in self.heard(person, where)]

    def restart(self) -> None:
        self.close()
        self.store = Database(self.folder / "aanjager.db")
        self.workers = self.start()

    def close(self) -> None:
        assert isinstance(self.store, Database)
        self.store.close()

    def kept(self) -> list[Row]:
        return self.store.read(lambda tx: tx.rows("SELECT * FROM pictures ORDER BY rowid"))

    def states(self) -> list[str]:
        rows = self.store.read(lambda tx: tx.rows("SELECT state FROM inbox ORDER BY key"))
        return [row["state"] for row in rows]

    def on_disk(self) -> set[str]:
        return {path.name for path in (self.folder / "files").glob("*")}


def begins(said: Iterable[str], *starts: str) -> bool:
    """Whether these are all the messages that were said, each with its first words."""
    given = list(said)
    return len(given) == len(starts) and all(map(str.startswith, given, starts))
