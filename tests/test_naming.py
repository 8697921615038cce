"""Words that point at somebody never reach what a region reads: names, ways to reach them, illness."""

from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.drawings import draw
from documents.pictures.week_words import describe_week
from handlers.week.weeks import described, told
from language.catalogue import catalogue
from language.messages.discretion import for_everyone
from programme.meetings import Meeting
from programme.messages import Outgoing
from programme.naming import Names, words
from programme.records import Milestone, Stand
from programme.summary import quotation
from programme.updates import Details
from programme.week import WeekDrawing
from storage import weeks
from storage.database import MemoryStore, Transaction
from storage.people import people
from storage.plan import meetings, plans
from tests.week_region import ORGANISATIONS, PEOPLE, REGION, START, report, seed

TEAM = "Ontwikkelteam Zon"
EVERYBODY = [name for _key, name, *_rest in (*PEOPLE, *ORGANISATIONS)] + [TEAM]
NAMES = Names(
    personal=frozenset({"Anna Visser", "Bakker Installatie BV", "Lyceum Vechtoever", "Docent PIE"}),
    others=frozenset({TEAM}),
    vocabulary=("Module PIE vernieuwen", "Contract met Bakker Installatie BV"),
)


@pytest.mark.parametrize(
    ("text", "whole", "hint"),
    [
        ("Samen met Anna Visser gedaan", True, True),
        ("ANNA VISSER deed het", True, True),
        ("anna-visser", True, True),
        ("Ánna Vísser", True, True),
        ("Dank aan Anna!", False, True),
        ("mevrouw visser hielp", False, True),
        ("Bij bakker gingen ze solderen", False, True),
        ("Het Lyceum Vechtoever deed mee", True, True),
        ("Vechtoever deed mee", False, True),
        ("Op het lyceum ging het goed", False, False),
        ("Met ontwikkelteam zon", True, True),
        ("De zon scheen", False, False),
        ("De PIE-module werkt", False, False),
        ("Onze installatie werkt", False, False),
        ("Annabel en de vissers", False, False),
        ("", False, False),
    ],
)
def test_a_text_is_known_to_point_at_somebody(text: str, whole: bool, hint: bool) -> None:
    assert (NAMES.named_in(text), NAMES.hinted_in(text)) == (whole, hint)


@pytest.mark.parametrize(
    ("text", "suspected"),
    [
        ("Bij Van Dijk Metaal waren te weinig plekken", True),
        ("Gelukt, Jansen hielp", True),
        ("Bel Piet op 06 12345678", True),
        ("bel 06-12 34 56 78", True),
        ("Mail naar iemand@school.nl", True),
        ("Zie https://voorbeeld.nl", True),
        ("De leerlingen vonden PIE leuk. Ze willen meer.", False),
        ("Met D&P en VR geoefend! Dat ging goed", False),
        ("In Nederland maken ze dit: Een lamp", False),
        ("Alles ging goed\nDe leerlingen waren trots", False),
        ("Er kwamen 26 leerlingen op 12-11-2021", False),
    ],
)
def test_a_name_that_nobody_here_has_and_a_way_to_reach_somebody_are_suspected(
    text: str, suspected: bool
) -> None:
    assert NAMES.suspected_in(text) is suspected


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        (["Docent was ziek, daardoor viel het uit."], "Personele uitval, daardoor viel het uit."),
        (["Te weinig tijd.", "leerling Sanne huilde"], "Te weinig tijd."),
        (["Te weinig tijd.", "Bij Jansen Bouw ging het mis"], "Te weinig tijd."),
        (["Samen met Anna Visser", ""], ""),
        ([], ""),
    ],
)
def test_a_quotation_tells_of_nobody_and_of_no_illness(said: list[str], quoted: str) -> None:
    assert quotation(said, NAMES, for_everyone) == quoted


def spoken(summary_of: WeekDrawing, messages: list[Outgoing]) -> str:
    """Everything that a channel can read: texts, the picture's words, its text alternative."""
    nl = catalogue("nl")
    texts = [nl.render(message.text) for message in messages]
    return "\n".join((*texts, nl.render(describe_week(summary_of.week)), draw(summary_of, "nl").name))


sentences = st.lists(
    st.sampled_from([*EVERYBODY, "ging goed", "met", "de pilot", "Anna", "bakker"]), max_size=4
)
texts = sentences.map(" ".join).flatmap(lambda text: st.sampled_from([text, text.upper(), text.lower()]))


@settings(max_examples=30, deadline=None)
@given(
    quotes=st.lists(texts, max_size=3), titles=st.lists(texts, min_size=1, max_size=4), day=st.integers(0, 40)
)
def test_no_name_of_the_region_stands_in_its_week(quotes: list[str], titles: list[str], day: int) -> None:
    store = MemoryStore()

    def fill(tx: Transaction) -> None:
        seed(tx)
        for n, text in enumerate(quotes):
            report(tx, f"u{n}", START, shared=True, details=Details(success=text, obstacle=text, said=text))
        for n, title in enumerate(titles):
            _plan(tx, n, title, START.date() + timedelta(days=day))

    store.write(fill).result()
    region = store.read(lambda tx: people.region(tx, REGION.key)) or REGION
    for subregion in (None, "north"):
        until = START + timedelta(days=1)
        summary = store.read(
            partial(weeks.summary, region=region, subregion=subregion, since=START, until=until)
        )
        message = Outgoing(text=described(summary))
        said = f" {' '.join(words(spoken(WeekDrawing(week=summary.week), [told(summary), message])))} "
        assert not [name for name in EVERYBODY if f" {' '.join(words(name))} " in said]


def _plan(tx: Transaction, n: int, title: str, day: date) -> None:
    for stand in (Stand.DONE, None):
        key = f"n{n}{stand}"
        one = Milestone(key=key, region=REGION.key, activity="a7", title=title, due=day)
        plans.add_milestone(tx, "p", one)
        tx.run("UPDATE milestones SET stand = :stand WHERE key = :key", stand=stand, key=key)
    meetings.plan(tx, Meeting(key=f"w{n}x", region=REGION.key, name=title, day=day))
    tx.insert("indicators", key=f"x{n}", region=REGION.key, plan="p", name=title)
