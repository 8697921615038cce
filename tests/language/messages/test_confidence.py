"""What is said to be nine in ten sure is right nine times in ten: of messages that nobody learned from."""

from collections import defaultdict

from tests.language.report import cases, messages

ENOUGH = 25  # fields of one confidence, to tell how many of them are right
BY_CHANCE = 0.08  # by how much so few may fall short


def test_how_sure_a_reading_is_says_how_often_it_is_right() -> None:
    right: dict[float, list[bool]] = defaultdict(list)
    for case in cases.messages("unseen"):
        read = messages.read(case)
        for field, verdict in messages.verdicts(case).items():
            sure = read.confidence.get("result" if field == "rsvp" else field)
            if sure is not None and not (field == "activity" and read.activity is None):
                right[int(10 * sure) / 10].append(verdict == "right")
    shares = {sure: sum(hits) / len(hits) for sure, hits in right.items() if len(hits) >= ENOUGH}
    assert len(shares) >= 4
    assert {sure: share for sure, share in shares.items() if share < sure - BY_CHANCE} == {}
