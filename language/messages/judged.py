"""What a message tells once its clauses are judged: what follows, what it is about, and which of its days it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from language.dates.reading import DayReading
from language.messages.clauses import Clause
from language.messages.days import LONG_AGO, DaysTold
from language.messages.evidence import Evidence, of_message
from language.messages.kinds import signs_of_result
from language.messages.parts import Parts, parts
from language.messages.told import Told, told, within
from language.vocabulary.tables import Kind
from programme.calendar import Break

Spot = tuple[int, int]  # from where to where in the text
_BEHIND = 15  # letters behind a count that say who was counted


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A message with what speaks for one reading of it or another, and its parts."""

    told: Told
    evidence: Evidence
    parts: Parts

    def aside(self) -> list[Spot]:
        """Return the stretches that tell circumstances: who took part, what follows, what stood in the way."""
        following = self.following("outcome")
        stretches = [*(part.clause for part in self.parts.obstacles), *([following] if following else [])]
        counted = [
            (end, end + _BEHIND)
            for kind, _start, end in self.told.counts.at
            if kind not in ("hours", "euros", "teachers")
        ]
        begun = self.told.pieces[0].end if self.told.pieces else 0  # the subject is mostly told at once
        return [(one.start, one.end) for one in stretches if one.start >= begun] + counted

    def following(self, kind: Kind | None) -> Clause | None:
        """Return the clause of the next step.

        What took place is followed by a clause whose day is still to come, even looking back, or is a new day for it.
        """
        found = self.parts.following
        if found is None and kind in ("outcome", "contribution"):
            return self._put_off()
        return found.clause if found else None

    def promises(self, due: DayReading | None, following: Clause | None) -> bool:
        """Whether what reads as done is to be done: by a day long gone, or by one that is told with it and to come."""
        if due and due.due and self.told.now.date() - due.due > LONG_AGO:
            return True
        if following is None:
            return False
        said = signs_of_result("progress", following.plain, self.told.tongue)
        return said == "done" and self.told.to_come(following)

    def due(self, after: Clause | None, *, kind: Kind | None, back: bool) -> DayReading | None:
        """Return the day that it is about: neither the next step's nor the one that is given up."""
        ahead, behind = (
            [day for day in days if not (after and after.start <= day.at[0] < after.end)]
            for days in (self.told.ahead, self.told.behind)
        )
        days = DaysTold(plain=self.told.plain, today=self.told.now.date(), ahead=ahead, behind=behind)
        if not back:
            return days.will_be() if kind else days.nearest()
        return days.took_place() if kind == "outcome" else days.given(done=kind == "progress")

    def _put_off(self) -> Clause | None:
        for piece in reversed(self.told.pieces[1:]):
            if any(self.told.is_to_come(day) for day in within(self.told.behind, piece)):
                return piece
            if self.told.to_come(piece) and self.told.tongue.put_off.search(piece.plain):
                return piece
        return None


def judged(
    text: str, now: datetime, breaks: Sequence[Break], role: str, organisations: Sequence[str] = ()
) -> Judged:
    """Judge ``text`` as sent at ``now`` by somebody in ``role``, where ``organisations`` take part."""
    message = told(text, now, breaks, role, organisations)
    evidence = of_message(message.plainly)
    return Judged(told=message, evidence=evidence, parts=parts(message, evidence))
