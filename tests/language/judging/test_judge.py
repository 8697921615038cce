import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.judging.features import features
from language.judging.judge import acts, answers, best
from language.judging.weights import weights
from language.messages.clauses import clauses
from language.words import fold
from tests.language.training import corpus

NOTHING: dict[str, float] = {}


def test_the_weights_were_learned_from_the_corpus_as_it_stands() -> None:
    assert weights().corpus == corpus.fingerprint(), "make language-weights learns them anew"


@given(st.text(max_size=200))
def test_a_clause_does_something_for_certain(text: str) -> None:
    likely = acts(fold(text))
    assert math.isclose(sum(likely.values()), 1)
    assert all(0 <= one <= 1 for one in likely.values())


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ("ging super", "good"),
        ("totaal mislukt", "bad"),
        ("te weinig laptops", "obstacle"),
        ("vervolg eind september", "next"),
        ("we zijn er donderdag bij", "rsvp_yes"),
        ("schuift door naar februari", "delayed"),
        ("is helemaal klaar", "done"),
    ],
)
def test_what_a_plain_clause_does_is_known(clause: str, act: str) -> None:
    assert best(acts(clause))[0] == act


@pytest.mark.parametrize("question", ["kind", "outcome", "progress", "rsvp", "obstacle", "success", "next"])
def test_without_anything_known_no_answer_is_certain(question: str) -> None:
    assert best(answers(question, NOTHING))[1] < 0.99


def test_what_is_denied_counts_as_denied() -> None:
    assert "d leuk" in features("niet zo leuk")
    assert "d leuk" not in features("heel leuk")


def test_every_line_of_the_corpus_has_an_act_that_is_judged() -> None:
    told = corpus.told_clauses()
    assert {act for act, _ in told} == set(weights().acts.answers)
    assert len(told) == len({fold(clause) for _, clause in told})


def test_what_is_marked_in_a_message_stands_in_its_clauses() -> None:
    marked = corpus.marked()
    spots = [(one, spot) for one in marked for spot in one.spots]
    lost = [
        one for one, (name, _, _) in spots if not any(name in one.parts(piece) for piece in clauses(one.text))
    ]
    assert len(lost) < 0.05 * len(spots)
    assert not any(sign in one.text for one in marked for sign in "[]<>{}")
