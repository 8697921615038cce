"""What was promised of the cases that nobody saw while rules were written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.language.report import messages, score


@dataclass(frozen=True, kw_only=True)
class Promise:
    """The least that is right and the most that is wrong, in per cent; what is asked is neither."""

    right: float
    wrong: float = 100

    def __str__(self) -> str:
        most = f", ≤ {self.wrong:g} % wrong" if self.wrong < 100 else ""
        return f"≥ {self.right:g} % right{most}"


DATES = Promise(right=97, wrong=1)
MESSAGES: Mapping[str, Promise] = {
    "kind": Promise(right=95),
    "activity": Promise(right=90, wrong=3),
    "counts and amounts": Promise(right=97),
    "result": Promise(right=92),
    "date": Promise(right=95),
    "obstacle": Promise(right=90),
}


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many cases were read right, wrong (of which partly right), and not found."""

    right: int
    wrong: int
    nothing: int
    partly: int = 0

    @property
    def cases(self) -> int:
        return self.right + self.wrong + self.nothing

    def keeps(self, promise: Promise, spare: float = 0) -> bool:
        """Tell whether this is as good as ``promise``, but for ``spare`` cases."""
        right, wrong = self.right + spare, self.wrong - spare
        return 100 * right >= promise.right * self.cases and 100 * wrong <= promise.wrong * self.cases


def of_dates(scores: score.Scores, kind: str = "") -> Tally:
    """Sum up the scores of one kind of date, or of all."""
    chosen = [counted for name, counted in scores.items() if not kind or name == kind]
    right, partly, wrong, nothing = (
        sum(counted[verdict] for counted in chosen) for verdict in ("right", "partly", "wrong", "nothing")
    )
    return Tally(right=right, wrong=wrong + partly, nothing=nothing, partly=partly)


def of_messages(scores: messages.Scores, row: str) -> Tally:
    """Return the score of one row of the table of messages."""
    counted = scores[row]
    return Tally(right=counted["right"], wrong=counted["wrong"], nothing=counted["nothing"])


def broken(dates: score.Scores, of: messages.Scores) -> Iterator[str]:
    """Yield what is not as good as promised."""
    if not of_dates(dates).keeps(DATES):
        yield "dates"
    for row, promise in MESSAGES.items():
        if not of_messages(of, row).keeps(promise):
            yield row
