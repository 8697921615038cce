"""What is plainly a question to the bot, and what only sounds like one."""

import pytest

from language.conversation.questions import asks_about, asks_how


@pytest.mark.parametrize(
    "text",
    [
        "help",
        "Help!",
        "hulp",
        "help me",
        "?",
        "??",
        "Wat moet ik doen?",
        "wat moet ik hier invullen",
        "wat moet ik nu doen?",
        "wat kan ik hier",
        "hoe werkt dit?",
        "Hoe werkt dit eigenlijk",
        "hoi, hoe werkt het?",
        "wat kun je allemaal?",
        "wat is dit?",
    ],
)
def test_who_asks_how_it_works_is_understood(text: str) -> None:
    assert asks_how(text)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("wie is de coördinator?", "people"),
        ("Wie is onze coördinator van keuzevakken?", "people"),
        ("wie zijn de trekkers", "people"),
        ("bij wie kan ik terecht?", "people"),
        ("wat staat er deze week?", "week"),
        ("Wat staat er deze week op de agenda", "week"),
        ("hoe staat de regio ervoor?", "week"),
        ("wat staat er op de agenda", "week"),
        ("is er nog nieuws?", "week"),
        ("wat heb ik vorige week gemeld?", "reports"),
        ("mijn melding klopt niet", "change"),
        ("wat zijn mijn mijlpalen?", "milestones"),
        ("wat heb ik al gemeld?", "reports"),
        ("ik wil mijn melding verwijderen", "change"),
        ("Ik wil graag mijn laatste melding wijzigen", "change"),
        ("hoe kan ik mijn melding intrekken?", "change"),
        ("trek mijn melding in", "change"),
        ("pas mijn melding aan aub", "change"),
        ("mijn meldingen", "reports"),
        ("Privacy", "privacy"),
        ("hoe zit het met de privacy?", "privacy"),
        ("Wat weet je van mij?", "privacy"),
        ("wat bewaren jullie allemaal over mij", "privacy"),
        ("wat sla je van mij op?", "privacy"),
        ("ik wil al mijn gegevens verwijderen", "privacy"),
        ("Ik wil dat mijn gegevens verwijderd worden.", "privacy"),
        ("ik wil graag mijn gegevens inzien", "privacy"),
        ("verwijder mijn account", "privacy"),
        ("Verwijder al mijn gegevens aub", "privacy"),
        ("verwijder alles wat je van mij weet", "privacy"),
        ("kun je mijn gegevens wissen?", "privacy"),
        ("mijn gegevens", "privacy"),
    ],
)
def test_who_asks_for_something_to_see_is_understood(text: str, topic: str) -> None:
    assert asks_about(text) == topic
    assert not asks_how(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "hulp van de monteur was fijn",
        "help groep 8 met solderen",
        "Wat moet ik doen als er maar drie leerlingen komen?",
        "onduidelijk wie de coördinator is",
        "Hoe werkt dit met de subsidie van het mbo?",
        "wie is de coördinator? Dat weet niemand, dus het ligt stil",
        "wat er deze week staat is af",
        "de week ging goed",
        "hoe werkt dit samen met het mbo",
        "stop maar",
        "privacy van leerlingen is een knelpunt",
        "mijn gegevens van de pilot zijn weg",
        "we hebben alles van mij verwijderd en opnieuw gebouwd",
        "verwijder de laatste melding",
    ],
)
def test_what_only_sounds_like_a_question_is_none(text: str) -> None:
    assert not asks_how(text)
    assert asks_about(text) is None
