"""``make language-weights``: learn, say how well it judges what it did not learn from, and write the weights."""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
from rich.console import Console
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_predict

from language.judging import judge, weights
from language.judging.features import features
from language.judging.weights import FILE, SCALE, Judge, Weights, packed
from language.messages.evidence import Evidence, of_clause, of_message
from language.messages.told import Told, told
from language.words import fold
from tests.language.moment import BREAKS
from tests.language.training import corpus
from tests.language.training.corpus import Marked, Part

FOLDS = 5
SEED = 20261118
OFTEN, LEAST = 2, 0.1  # clauses in which a feature stands; what a weight is at least
STRICT, LOOSE = 20.0, 0.5  # how closely to follow what is learned from: of clauses, of evidence
QUESTIONS: Mapping[str, Callable[[Marked], bool]] = {
    "kind": lambda one: "kind" in one.judged,
    "outcome": lambda one: "result" in one.judged and one.kind == "outcome",
    "progress": lambda one: "result" in one.judged and one.kind == "progress",
    "rsvp": lambda one: "result" in one.judged and one.kind == "rsvp",
}

MOST_MISTAKES = 6  # that are printed of each question
PARTS: tuple[Part, ...] = ("obstacle", "success", "next")


class Example(NamedTuple):
    """What speaks for an answer, the answer, and how much it counts to learn from."""

    evidence: Mapping[str, float]
    answer: str
    weight: float = 1.0


def learned(examples: Sequence[Example], closely: float, often: int = 1) -> Judge:
    """Learn one question: the weights of its answers."""
    counted = Counter(name for one in examples for name in one.evidence)
    vectors = DictVectorizer()
    rows = vectors.fit_transform(
        [{name: worth for name, worth in one.evidence.items() if counted[name] >= often} for one in examples]
    )
    model = LogisticRegression(C=closely, max_iter=1000, tol=1e-3)
    model.fit(rows, [one.answer for one in examples], sample_weight=[one.weight for one in examples])
    coefficients, starts = model.coef_, model.intercept_
    if len(model.classes_) == 2:  # all of it speaks for the second answer, or against it
        coefficients, starts = [0 * coefficients[0], coefficients[0]], [0, starts[0]]
    kept: dict[str, bytes] = {}
    for name, column in vectors.vocabulary_.items():
        pairs = [
            (place, round(float(row[column]) * SCALE))
            for place, row in enumerate(coefficients)
            if abs(row[column]) >= LEAST
        ]
        if pairs:
            kept[name] = packed(pairs)
    start = tuple(round(float(one) * SCALE) for one in starts)
    return Judge(answers=tuple(map(str, model.classes_)), start=start, weights=dict(sorted(kept.items())))


def acts_of(told: Iterable[tuple[str, str]]) -> Judge:
    """Learn what a clause does, from (act, clause)."""
    examples = []
    for act, clause in told:
        found = features(fold(clause))
        examples.append(Example(dict.fromkeys(found, 1 / max(1, len(found)) ** 0.5), act))
    return learned(examples, STRICT, OFTEN)


def kept(acts: Judge, questions: Mapping[str, Judge]) -> None:
    """Write weights, and judge by them from now on."""
    found = Weights(corpus=corpus.fingerprint(), acts=acts, questions=dict(questions))
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=0) + b"\n")
    weights.weights.cache_clear()
    judge.acts.cache_clear()


def parts(message: Told, one: Marked) -> Iterable[tuple[Evidence, set[Part]]]:
    """Yield, for each clause of a message, what speaks for what it tells, and what it tells."""
    among = of_message(message.plainly)
    for place, piece in enumerate(message.pieces):
        yield of_clause(message.plainly, place, among=among), one.parts(piece)


def apart(
    messages: Sequence[Marked], clauses: Sequence[tuple[str, str]]
) -> tuple[dict[int, Evidence], dict[int, list[tuple[Evidence, set[Part]]]]]:
    """Return the evidence of each message and of its clauses, judged by what was learned from the other messages."""
    whole: dict[int, Evidence] = {}
    pieces: dict[int, list[tuple[Evidence, set[Part]]]] = {}
    for learn, test in KFold(FOLDS, shuffle=True, random_state=SEED).split(messages):
        kept(acts_of([*clauses, *(act for place in learn for act in corpus.acts_in(messages[place]))]), {})
        for place in test:
            one = messages[place]
            message = told(one.text, one.now, BREAKS, one.role)
            whole[place], pieces[place] = of_message(message.plainly), [*parts(message, one)]
    return whole, pieces


def asked(messages: Sequence[Marked], clauses: Sequence[tuple[str, str]]) -> dict[str, list[Example]]:
    """Return, for every question, what it is learned from; what was typed as a case counts for more."""
    whole, pieces = apart(messages, clauses)
    questions = {
        name: [
            Example(whole[place], str((one.kind if name == "kind" else one.result) or "none"), one.weight)
            for place, one in enumerate(messages)
            if fits(one)
        ]
        for name, fits in QUESTIONS.items()
    }
    for part in PARTS:
        questions[part] = [
            Example(found, "yes" if part in there else "no", one.weight)
            for place, one in enumerate(messages)
            if part in one.told
            for found, there in pieces[place]
        ]
    return questions


def main() -> None:
    argparse.ArgumentParser(prog="python -m tests.language.training", description=__doc__).parse_args()
    console = Console(soft_wrap=True, markup=False, highlight=False)
    before = FILE.read_bytes()
    try:
        learn(console)
    except BaseException:  # broken off half-way, the weights that were there judge on
        FILE.write_bytes(before)
        raise


def learn(console: Console) -> None:
    """Learn all questions, say how well each is answered, and keep the weights."""
    messages, clauses = [*corpus.marked(), *corpus.of_cases()], corpus.told_clauses()
    questions = asked(messages, clauses)
    for name, examples in questions.items():
        said(console, name, examples)
    acts = acts_of([*clauses, *(act for one in messages for act in corpus.acts_in(one))])
    kept(acts, {name: learned(examples, LOOSE, OFTEN) for name, examples in questions.items()})


def said(console: Console, name: str, examples: Sequence[Example]) -> None:
    """Print how often a question is answered right by what was learned from the others."""
    rows = DictVectorizer().fit_transform([one.evidence for one in examples])
    wanted = [one.answer for one in examples]
    others = KFold(FOLDS, shuffle=True, random_state=SEED)
    read = cross_val_predict(LogisticRegression(C=LOOSE, max_iter=1000), rows, wanted, cv=others)
    wrong = Counter((one, str(other)) for one, other in zip(wanted, read, strict=True) if one != other)
    right = len(wanted) - wrong.total()
    console.print(f"{name}: {right} of {len(wanted)} right ({right / len(wanted):.1%})")
    for (one, other), times in wrong.most_common(MOST_MISTAKES):
        console.print(f"    {one} read as {other}: {times}")


if __name__ == "__main__":
    main()
