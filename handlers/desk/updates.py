"""What people reported, and what a message says."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cached_property, lru_cache

from handlers.desk.place import Place
from language.messages.index import ActivityIndex, Vocabulary
from language.messages.reading import Reading, read_message
from programme.doubles import NEAR
from programme.records import UpdateKind
from programme.updates import Update
from storage import pictures, updates
from storage.database import Transaction
from storage.people import groups
from storage.plan import plans

USUALLY = 20  # reports of a person that show what they mostly report on


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """An activity in the index: by its key, though people call it by its number."""

    number: int
    key: str

    def __str__(self) -> str:
        return str(self.number)


def subjects(tx: Transaction, region: str, day: date) -> ActivityIndex[Numbered]:
    """Return what messages of a region can be about on a day; the index is built anew when a word of a plan changes."""
    return _index(
        tuple(
            Vocabulary(
                number=Numbered(number=activity.number, key=activity.key), title=activity.title, text=words
            )
            for activity, words in plans.vocabularies(tx, region, day)
        )
    )


@lru_cache(maxsize=32)
def _index(known: tuple[Vocabulary[Numbered], ...]) -> ActivityIndex[Numbered]:
    """Build the index of a plan once for its words, whichever region they are of."""
    return ActivityIndex(known)


def _by_key(reading: Reading[Numbered]) -> Reading[str]:
    rest = {field.name: getattr(reading, field.name) for field in fields(reading)}
    rest["activity"] = reading.activity.key if reading.activity else None
    rest["candidates"] = tuple((one.key, score) for one, score in reading.candidates)
    return Reading(**rest)


class UpdateReads(Place):
    """What people reported, and what a message says."""

    @cached_property
    def _known_readings(self) -> dict[tuple[str, UpdateKind | None], Reading[str]]:
        return {}

    def read(self, text: str, known: UpdateKind | None = None) -> Reading[str]:
        """What a message says; activities by their keys. A turn asks it several times, and it is read once."""
        if (text, known) not in self._known_readings:
            self._known_readings[text, known] = self._read(text, known)
        return self._known_readings[text, known]

    def _read(self, text: str, kind: UpdateKind | None) -> Reading[str]:
        known = subjects(self.tx, self.region.key, self.today)
        often = Counter(one.activity for one in self.my_updates(USUALLY) if one.activity)
        reading = read_message(
            text,
            now=self.local,
            role=" ".join(sorted(self.person.roles_in(self.region.key))),
            activities=known,
            breaks=self.breaks,
            before={one: often[one.key] for one in known.keys if one.key in often},
            organisations=self._organisation_names,
            known=kind.value if kind else None,
        )
        return _by_key(reading)

    @cached_property
    def _organisation_names(self) -> tuple[str, ...]:
        return tuple(one.name for one in groups.organisations(self.tx, self.region.key))

    def update(self, key: str) -> Update | None:
        """One update of the region."""
        return updates.update(self.tx, self.region.key, key)

    def my_updates(self, most: int) -> Sequence[Update]:
        """What this person reported here and did not withdraw, the newest first."""
        return updates.by_person(self.tx, self.region.key, self.person.key, most)

    def updates_like(self, update: Update) -> Sequence[Update]:
        """What counts of the same kind and activity, of about the same day."""
        if not update.activity or not update.day:
            return ()
        first, last = update.day - NEAR, update.day + NEAR
        return updates.around(self.tx, self.region.key, update.kind, update.activity, first, last)

    def updates_of(self, kind: UpdateKind, since: datetime) -> Sequence[Update]:
        """What counts of one kind since a moment, the newest first."""
        return updates.of_kind(self.tx, self.region.key, kind, since)

    def pictures(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Those of these pictures that this person sent and that are still there."""
        return pictures.there(self.tx, self.person.key, keys)
