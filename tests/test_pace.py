"""The pace keeps a platform's limits whatever is asked of it, and is no slower than they are."""

from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobs.pace import MARGIN, MINUTE, SLOW, Pace, lane
from jobs.sender import Limits

LIMITS = Limits(overall=30, private=1.0, group=20, reserve=4)
FEW = Limits(overall=3, private=1.0, group=2, reserve=1)
SLACK = 1e-9


@dataclass(frozen=True)
class Asked:
    """Something to be sent: from when on, in which lane, how long it is on its way, when it counts on that way.

    ``reply``: somebody waits for it.
    """

    at: float
    lane: str
    takes: float = 0.0
    counts: float = 1.0
    reply: bool = True

    @property
    def private(self) -> bool:
        return not self.lane.startswith("-")


@dataclass
class Played:
    """What became of what was asked: when each set out, counted and landed; how often the clock was looked at."""

    sent: list[tuple[Asked, float, float, float]] = field(default_factory=list)
    looks: int = 0


def play(asked: list[Asked], limits: Limits | None, pace: Pace | None = None) -> Played:
    """Send everything as soon as the pace allows it, jumping from one moment that it names to the next."""
    pace, played = pace or Pace(limits), Played()
    waiting = sorted(asked, key=lambda one: one.at)
    flying: list[tuple[float, Asked]] = []
    at = waiting[0].at if waiting else 0.0
    while waiting or flying:
        played.looks += 1
        for end, one in [each for each in flying if each[0] <= at]:
            flying.remove((end, one))
            pace.land(one.lane, end)
        for one in list(waiting):
            if one.at <= at and pace.room(at) and one.lane not in _shut(pace, one, at):
                waiting.remove(one)
                pace.claim(one.lane, private=one.private)
                pace.set_out(one.lane, at)
                flying.append((at + one.takes, one))
                played.sent.append((one, at, at + one.takes * one.counts, at + one.takes))
        at = _next(pace, waiting, flying, at)
    return played


def _shut(pace: Pace, one: Asked, at: float) -> frozenset[str]:
    return pace.closed(at) if one.reply else pace.closed(at) | pace.reserved(at)


def _next(pace: Pace, waiting: list[Asked], flying: list[tuple[float, Asked]], at: float) -> float:
    """Return the next moment at which anything can change; never one that has gone by."""
    moments = [end for end, _one in flying] + [one.at for one in waiting if one.at > at]
    for one in waiting:
        if one.at <= at:
            named = [pace.opens(at), pace.free(one.lane, at, reply=one.reply)]
            moments += [max(each for each in named if each is not None)] if None not in named else []
    assert moments or not waiting, "something waits, and no moment is named"
    return min(moments, default=at)


def asked(most: int = 60) -> st.SearchStrategy[list[Asked]]:
    """Anything: many at once to one chat, groups, slow ones, ones that count early or late on their way, news."""
    moments = st.integers(0, 4000).map(lambda hundredths: hundredths / 100)
    lanes = st.sampled_from(["1", "2", "3", "4", "-1", "-2"])
    return st.lists(
        st.builds(
            Asked, moments, lanes, st.sampled_from([0.0, 0.05, 0.3, 2.0]), st.floats(0, 1), st.booleans()
        ),
        min_size=1,
        max_size=most,
    )


def most_in(moments: list[float], window: float) -> int:
    """Return the most that any window of so many seconds, its end not counted, holds."""
    times = sorted(moments)
    return max(sum(1 for each in times if first <= each < first + window - SLACK) for first in times)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(asked(), st.sampled_from([LIMITS, FEW]))
def test_no_server_that_counts_strictly_ever_counts_too_much(asked: list[Asked], limits: Limits) -> None:
    sent = play(asked, limits).sent
    in_all = [min(there, out + SLOW) for _one, out, there, _landed in sent]
    assert most_in(in_all, 1.0) <= limits.overall
    for name in {one.lane for one in asked}:
        arrived = sorted(there for one, _out, there, _landed in sent if one.lane == name)
        if name.startswith("-"):
            assert most_in(arrived, 60.0) <= limits.group
        else:
            assert all(later - before >= limits.private - SLACK for before, later in pairwise(arrived))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(asked(), st.sampled_from([LIMITS, FEW, None]))
def test_everything_goes_in_the_end_and_one_at_a_time_in_a_lane(
    asked: list[Asked], limits: Limits | None
) -> None:
    played = play(asked, limits)
    assert len(played.sent) == len(asked)
    assert played.looks <= 6 * len(asked) + 6, "no moment is named at which nothing can be done"
    for name in {one.lane for one in asked}:
        spans = sorted((out, landed) for one, out, _arrived, landed in played.sent if one.lane == name)
        assert all(landed <= out for (_out, landed), (out, _landed) in pairwise(spans))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(asked(), st.sampled_from([LIMITS, FEW]))
def test_what_nobody_waits_for_leaves_room_for_replies_in_every_group(
    asked: list[Asked], limits: Limits
) -> None:
    sent = play(asked, limits).sent
    for number, (one, out, _arrived, _landed) in enumerate(sent):
        if not one.reply and not one.private:
            before = [end for each, _out, _there, end in sent[:number] if each.lane == one.lane]
            assert sum(1 for end in before if end > out - MINUTE) < limits.group - limits.reserve


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(st.integers(0, 4 * 60), min_size=30, max_size=80),
    st.lists(st.integers(0, 60), min_size=1, max_size=12),
)
def test_a_reply_in_a_group_that_is_full_of_news_goes_at_once(news: list[int], pauses: list[int]) -> None:
    """As long as it is not one of more than are kept free, in any minute."""
    moments = [float(sum(pauses[: number + 1])) for number in range(len(pauses))]
    replies = [
        at
        for number, at in enumerate(moments)
        if number < LIMITS.reserve or at - moments[number - LIMITS.reserve] > MINUTE
    ]
    said = [Asked(float(at), "-1", reply=False) for at in news] + [Asked(at, "-1") for at in replies]
    waited = [out - one.at for one, out, _arrived, _landed in play(said, LIMITS).sent if one.reply]
    assert waited == [0.0] * len(replies)


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ([Asked(0.0, str(number)) for number in range(3000)], 99 * MARGIN),
        ([Asked(0.0, "1") for _number in range(60)], 59.0),
        ([Asked(0.0, "-1") for _number in range(100)], 4 * 60.0),
        ([Asked(0.0, "-1", reply=False) for _number in range(80)], 4 * 60.0),
        ([Asked(0.0, str(number % 30)) for number in range(90)], 2 * MARGIN),
    ],
)
def test_it_is_as_fast_as_the_limits_allow(asked: list[Asked], seconds: float) -> None:
    last = max(out for _one, out, _arrived, _landed in play(asked, LIMITS).sent)
    assert last == pytest.approx(seconds, rel=1e-4)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.floats(0.5, 1e6), st.integers(1, 3600), st.sampled_from([LIMITS, None]))
def test_a_block_is_obeyed_to_the_second_and_stops_its_own_lane_alone(
    at: float, seconds: int, limits: Limits | None
) -> None:
    pace = Pace(limits)
    pace.claim("1", private=True)
    pace.set_out("1", at)
    pace.block("1", float(seconds), at)
    pace.land("1", at)
    sent = play([Asked(at, "1"), Asked(at, "2"), Asked(at, "-3")], limits, pace).sent
    moments = {one.lane: out for one, out, _arrived, _landed in sent}
    assert at + seconds <= moments["1"] < at + seconds + 0.01
    assert moments["2"] == moments["-3"] == at


def test_topics_of_a_group_share_a_lane() -> None:
    assert lane("-1001234/45") == lane("-1001234/46") == lane("-1001234") == "-1001234"


def test_lanes_that_are_free_again_are_forgotten() -> None:
    pace = Pace(LIMITS)
    for number in range(1000):
        at = number * MARGIN
        pace.closed(at)
        pace.claim(str(number), private=number % 2 == 0)
        pace.set_out(str(number), at)
        pace.land(str(number), at)
    assert len(pace._lanes) < 70
    pace.closed(2000.0)
    assert not pace._lanes


def test_what_was_claimed_and_never_set_out_counts_for_nothing() -> None:
    pace = Pace(FEW)
    for name in ("1", "2", "3"):
        pace.claim(name, private=True)
    assert pace.room(0.0) == 0
    assert pace.opens(0.0) is None, "until one of them lands or sets out"
    pace.land("1", 0.0)
    assert pace.room(0.0) == 1
    assert pace.closed(0.0) == {"2", "3"}
