"""Who meets how often, as a plan says it in prose and in lists."""

from pathlib import Path

import pytest

from documents.plan.meetings import meetings_in
from documents.plan_import import read_plan
from tests.plan_documents import ROWS, word


@pytest.mark.parametrize(
    ("sentence", "meeting"),
    [
        ("De kerngroep komt 6 keer per jaar bij elkaar.", ("Kerngroep", 6)),
        ("Minimaal 6 keer per jaar komt de kerngroep bijeen.", ("Kerngroep", 6)),
        ("Vier keer per jaar vergadert de adviesgroep.", ("Adviesgroep", 4)),
        ("Elk kwartaal komen de teams oost en west bij elkaar om af te stemmen.", ("Teams oost en west", 4)),
        ("Stuurgroep: 6x per jaar", ("Stuurgroep", 6)),
        ("- De stuurgroep: minimaal 6 keer per jaar.", ("Stuurgroep", 6)),
        ("Raad van Advies (1x per jaar)", ("Raad van Advies", 1)),
        ("Overleg met de gemeente – elk kwartaal", ("Overleg met de gemeente", 4)),
        ("Klankbordgroep, twee keer per jaar bijeen", ("Klankbordgroep", 2)),
        ("Er is 4x per jaar projectgroepoverleg.", ("Projectgroepoverleg", 4)),
        ("We hebben elk kwartaal een overleg met de coördinatoren.", ("Overleg met de coördinatoren", 4)),
        ("Vier keer per jaar is er een vergadering van de kerngroep.", ("Vergadering van de kerngroep", 4)),
        ("Het projectgroepoverleg is maandelijks.", ("Projectgroepoverleg", 12)),
        ("De docenten komen 4x per jaar naar het technieklokaal.", None),
        ("Nieuwsbrief: 4x per jaar", None),
        ("Team robotica: 4x per jaar een training", None),
        ("Kosten van de stuurgroep: 6x per jaar zaalhuur", None),
        ("Er is 4x per jaar een training voor docenten.", None),
        ("Na overleg is er 4x per jaar een nieuwe folder.", None),
    ],
)
def test_a_sentence_tells_who_meets_before_or_after_how_often(
    sentence: str, meeting: tuple[str, int] | None
) -> None:
    read = [(one.name, one.per_year) for one in meetings_in(sentence)]
    assert read == ([meeting] if meeting else [])


def test_one_line_may_name_several_meetings() -> None:
    text = "Stuurgroep: 6x per jaar, projectgroep: 4x per jaar; raad van advies: jaarlijks"
    assert [(one.name, one.per_year) for one in meetings_in(text)] == [
        ("Stuurgroep", 6),
        ("Projectgroep", 4),
        ("Raad van advies", 1),
    ]
    below = "Overleggen:\n- Stuurgroep: 6x per jaar\n- Projectgroep: 4x per jaar"
    assert [(one.name, one.per_year) for one in meetings_in(below)] == [
        ("Stuurgroep", 6),
        ("Projectgroep", 4),
    ]


def test_among_the_words_of_an_activity_only_bodies_of_the_whole_plan_meet(tmp_path: Path) -> None:
    prose = ("De werkgroep lassen komt 8x per jaar bijeen.", "Stuurgroep: 6x per jaar")
    plan = read_plan(word(tmp_path / "plan.docx", (1, "Activiteit 1 Werving"), *prose, ROWS[:2]))

    assert [(one.name, one.per_year) for one in plan.meetings] == [("Stuurgroep", 6)]
