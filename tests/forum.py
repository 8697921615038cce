"""A forum with two topics beside the two regions, and whatever can happen to a chat."""

from datetime import datetime, timedelta

from handlers import dispatch
from programme.happenings import Happened, Happening
from programme.messages import News
from programme.records import Chat
from storage.chats import chats
from storage.database import Transaction
from storage.messages import inbox
from storage.messages.inbox import Arrival
from storage.people import groups
from tests.platforms import Direct
from tests.two_regions import START, seed

GROUP, TOPIC, OTHER = "-100", "-100/7", "-100/8"
OFFICE = START.replace(hour=15)
NIGHT, NEXT_DAY = START.replace(hour=22), OFFICE + timedelta(days=1)


class World:
    """A forum with two topics beside the two regions, and everything that can happen to a chat."""

    def __init__(self) -> None:
        self.bot = Direct(self._seed, START)
        self.now = START

    def _seed(self, tx: Transaction) -> None:
        seed(tx)
        for address in (GROUP, TOPIC, OTHER):
            chats.arrive(tx, "local", address, "channel", "Forum", START)

    def write(self, work: object) -> None:
        self.bot.store.write(work).result()  # type: ignore[arg-type]

    def happens(self, kind: Happened, address: str = GROUP, to: str = "") -> None:
        happening = Happening(kind=kind, to=to)
        self.write(lambda tx: dispatch.happened(tx, "local", address, happening, self.now))
        self.bot.turn(self.now)

    def arrives(self, kind: Happened, account: str, address: str = GROUP) -> None:
        """The same as an event of the platform, which says who did it."""
        arrival = Arrival(
            platform="local",
            event=f"{kind}-{account}-{address}-{self.now}",
            chat=self.chat(address).key,
            account=account,
            happening=Happening(kind=kind),
        )
        self.write(lambda tx: inbox.receive(tx, (arrival,), self.now))
        self.bot.turn(self.now)

    def tie(self, address: str, region: str = "N", subregion: str | None = None, hears: str = "") -> None:
        self.write(lambda tx: chats.tie(tx, self.chat(address).key, region, subregion, hears))

    def chat(self, address: str = GROUP) -> Chat:
        found = self.bot.store.read(lambda tx: chats.at(tx, "local", address))
        assert found is not None
        return found

    def hearing(self, region: str = "N", news: News = News.SUMMARY) -> set[str]:
        """The addresses in which a kind of news of a region is told, but for the channel that it has anyway."""
        return self.bot.store.read(
            lambda tx: {chats.address(tx, one.key)[1] for one in chats.hearing(tx, region, news)}
        ) - {f"channel:{region.lower()}"}

    def turn(self, to: datetime) -> None:
        self.now = to
        self.bot.turn(to)

    def told(self, person: str) -> list[str]:
        return [one.text for one in self.bot.heard(person, "")]

    def said(self, address: str = GROUP) -> list[str]:
        return [one.text for one in self.bot.heard("", self.chat(address).key)]


def kust(tx: Transaction) -> str:
    return groups.subregions(tx, "N")[0].key
