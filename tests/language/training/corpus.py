"""The corpus: clauses with what they do, and whole messages in which obstacle, success and next step are marked.

It was written to learn from, by people's way of typing, by others than those who typed up the cases.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from language.judging import features
from language.messages import evidence
from language.messages.clauses import Clause, clauses
from tests.language.moment import NOW
from tests.language.report import cases

FOLDER = Path(__file__).parents[1] / "corpus"
CLAUSES, MESSAGES = FOLDER / "clauses_nl.tsv", FOLDER / "messages_nl.tsv"
Part = Literal["obstacle", "success", "next"]
_MARKS: Mapping[str, Part] = {"[": "obstacle", "<": "success", "{": "next"}
_OF_A_CASE = 5.0  # how much a case counts: the corpus leans towards what is hard to read
_FIELDS: Mapping[Part, str] = {"obstacle": "barrier", "success": "praise", "next": "next"}
_ACT_OF: Mapping[Part, str] = {"obstacle": "obstacle", "success": "good", "next": "next"}
_ACT_OF_KIND: Mapping[str | None, str] = {
    "contribution": "given", "agenda": "agenda", "signal": "signal", "smalltalk": "smalltalk", None: "other",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Marked:
    """A message of the corpus: its kind, its result (None: not told), and what stands where in it.

    ``told``: the parts of which is known where they stand, or that they are not there.
    ``weight``: how much it counts to learn from.
    """

    text: str
    role: str
    kind: str | None
    result: str | None
    now: datetime = NOW
    spots: tuple[tuple[Part, int, int], ...] = ()
    judged: frozenset[str] = frozenset({"kind", "result"})
    told: frozenset[str] = frozenset({"obstacle", "success", "next"})
    weight: float = 1.0

    def parts(self, piece: Clause) -> set[Part]:
        """Return what a clause of this message tells, of what is marked."""
        return {
            name
            for name, start, end in self.spots
            if (shared := min(end, piece.start + len(piece.text)) - max(start, piece.start)) > 0
            and shared >= 0.5 * min(end - start, len(piece.text))
        }


def fingerprint() -> str:
    """Return what tells that which is learned from: the texts, the open cases among them, and what counts in them."""
    files = (
        CLAUSES,
        MESSAGES,
        *(path for name in cases.OPEN for path in cases.files(name, "messages*.jsonl")),
        *(Path(str(module.__file__)) for module in (features, evidence)),
    )
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


def told_clauses() -> list[tuple[str, str]]:
    """Return (act, clause) of the corpus."""
    lines = CLAUSES.read_text(encoding="utf-8").splitlines()
    return [(act, clause) for act, clause in (line.split("\t") for line in lines)]


def marked() -> list[Marked]:
    """Return the messages of the corpus."""
    return [_marked(*line.split("\t")) for line in MESSAGES.read_text(encoding="utf-8").splitlines()]


def _marked(kind: str, result: str, role: str, told: str) -> Marked:
    text, opened, spots = "", None, []
    for sign in told:
        if sign in _MARKS:
            opened = (_MARKS[sign], len(text))
        elif sign in "]>}" and opened:
            spots.append((*opened, len(text)))
            opened = None
        else:
            text += sign
    return Marked(
        text=text,
        role=role,
        kind=None if kind == "none" else kind,
        result=None if result == "none" else result,
        spots=tuple(spots),
    )


def of_cases() -> Iterator[Marked]:
    """Yield the Dutch messages of the open cases, with what they expect."""
    for case in (case for name in cases.OPEN for case in cases.messages(name)):
        if case.language != "nl":
            continue
        expect = case.expect
        words: dict[Part, str | None] = {part: expect.get(field) for part, field in _FIELDS.items()}
        spots = tuple(
            (part, at, at + len(word))
            for part, word in words.items()
            if word and (at := case.text.lower().find(word.lower())) >= 0
        )
        yield Marked(
            text=case.text, role=case.role, now=case.now, kind=expect.get("kind"),
            result=expect.get("rsvp", expect.get("result")), spots=spots, weight=_OF_A_CASE,
            told=frozenset(part for part, field in _FIELDS.items() if field in expect),
            judged=frozenset({"kind", "result"} & (expect.keys() | ({"result"} if "rsvp" in expect else set()))),
        )  # fmt: skip


def acts_in(message: Marked) -> Iterator[tuple[str, str]]:
    """Yield (act, clause) of what is marked in a message, and of one that is all of a kind."""
    for piece in clauses(message.text):
        parts = message.parts(piece)
        if parts:
            yield from ((_ACT_OF[part], piece.text) for part in sorted(parts))
        elif message.kind == "rsvp" and message.result:
            yield f"rsvp_{message.result}", piece.text
        elif message.kind in _ACT_OF_KIND:
            yield _ACT_OF_KIND[message.kind], piece.text
        elif message.kind == "outcome" and message.result is None and "result" in message.judged:
            yield "held", piece.text
