"""Which milestone a message is about: filled in when it is clear, asked when one word happens to fit."""

from dataclasses import replace

import pytest

from handlers.reporting.subjects import meant
from programme.records import Milestone, Stand

TITLES = {
    "lob": "Loopbaanlessen opnieuw ontworpen",
    "klas": "Lessen voor klas 3 en 4 uitgewerkt",
    "twee": "Pilot twee keuzevakken",
    "zes": "Nog zes keuzevakken vernieuwd",
    "meting": "Tweede meting onder leerlingen",
    "kist": "Leskist voor het basisonderwijs gebouwd",
}
MILESTONES = [
    Milestone(key=key, region="R", activity="a", title=title, start=None, due=None, forecast=None, stand=None)
    for key, title in TITLES.items()
]


@pytest.mark.parametrize(
    ("text", "milestone"),
    [
        ("de loopbaanlessen zijn opnieuw ontworpen", "lob"),
        ("lessen klas 3 en 4 zijn uitgewerkt", "klas"),
        ("de leskist voor het basisonderwijs is af", "kist"),
        ("nieuwe lesbrief is af", None),
        ("keuzevakken gaan goed", None),
        ("folder is klaar", None),
        ("mijlpaal met 20 leerlingen is klaar", None),
    ],
)
def test_a_milestone_is_filled_in_only_when_the_message_is_clearly_about_it(
    text: str, milestone: str | None
) -> None:
    assert meant(text, MILESTONES) == milestone


def test_what_fits_a_closed_milestone_best_is_asked_and_not_put_on_another() -> None:
    closed = replace(MILESTONES[0], title="Drie modules geschreven", stand=Stand.DONE)
    milestones = [closed, replace(MILESTONES[1], title="Proef met de drie modules")]
    assert meant("drie modules geschreven is af", milestones) is None
    assert meant("de mijlpaal over de drie modules loopt vertraging op", milestones) == "klas"
    assert meant("de proef met de drie modules is af", milestones) == "klas"
