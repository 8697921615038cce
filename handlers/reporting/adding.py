"""What is told just after a report was saved, and belongs to it: what was forgotten, or stood in the way as well."""

from handlers.reporting.hearing import hear, put_right
from handlers.reporting.reports import FIGURES, Report
from handlers.turns import Desk
from language.conversation.corrections import correction
from language.messages.intentions import intends
from language.messages.reading import Reading
from language.messages.several import happened
from programme.records import UpdateKind

SHORT = 12  # words: what is longer tells a story of its own
OTHERS = (UpdateKind.AGENDA.value, UpdateKind.CONTRIBUTION.value, UpdateKind.SIGNAL.value)


def amending(draft: Report, text: str, desk: Desk) -> Report | None:
    """Return a saved report as ``text`` puts it right or adds to it; None where it does neither."""
    return put_right(draft, text, desk) or (hear(draft, text, desk) if adds(draft, text, desk) else None)


def adds(draft: Report, text: str, desk: Desk) -> bool:
    """Whether ``text`` tells more of a report that was saved, and is none of its own.

    Who says so ("oh ja", "vergeten") adds, unless it is of something else; of all else only a few words on how it was.
    """
    said, reading = correction(text), desk.read(text)
    if reading.parting or (reading.activity and reading.activity != draft.activity):
        return False
    if said and said.more:
        return reading.kind not in OTHERS or reading.kind == (draft.kind and draft.kind.value)
    return len(text.split()) <= SHORT and _of_how_it_was(text, reading)


def _of_how_it_was(text: str, reading: Reading[str]) -> bool:
    """Whether a text tells what stood in the way or went well, and of no other day, activity or number of people."""
    subject = reading.activity or reading.date or any(getattr(reading.counts, name) for name in FIGURES)
    if subject or reading.kind in OTHERS[:2] or happened(text) or intends(text):
        return False
    return bool(reading.barrier or reading.praise) and not reading.organisation
