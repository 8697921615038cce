"""What puts right something said before: how it is worded, and what is left of it to read."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.conversation.corrections import LONGEST, Correction, correction


@pytest.mark.parametrize(
    ("text", "value", "wrong"),
    [
        ("nee, 24", "24", ""),
        ("Nee 24 leerlingen bedoel ik", "24 leerlingen", ""),
        ("oeps, 26 leerlingen", "26 leerlingen", ""),
        ("o nee het waren er 12", "12", ""),
        ("ik bedoelde 3 uur", "3 uur", ""),
        ("nee 12 docenten geen leerlingen", "12 docenten", "leerlingen"),
        ("Foutje: vrijdag", "vrijdag", ""),
        ("no, 24", "24", ""),
        ("sorry, I meant 12 teachers", "12 teachers", ""),
        ("no, it should be Friday", "Friday", ""),
        ("oops, 12 teachers not pupils", "12 teachers", "pupils"),
    ],
)
def test_who_says_so_corrects(text: str, value: str, wrong: str) -> None:
    found = correction(text)
    assert found is not None
    assert (found.value, found.wrong, found.sure) == (value, wrong, True)


@pytest.mark.parametrize(
    ("text", "value", "wrong"),
    [
        ("was gisteren", "gisteren", ""),
        ("het was vrijdag", "vrijdag", ""),
        ("dat moet vrijdag zijn", "vrijdag", ""),
        ("niet mislukt maar gelukt", "gelukt", "mislukt"),
        ("24 ipv 26", "24", "26"),
        ("24 leerlingen, geen 26", "24 leerlingen", "26 leerlingen"),
        ("toch niet gelukt", "niet gelukt", ""),
        ("it was yesterday", "yesterday", ""),
        ("not failed but went well", "went well", "failed"),
        ("12 instead of 14", "12", "14"),
        ("sorry, geen tijd gehad", "geen tijd gehad", ""),
    ],
)
def test_what_may_be_news_as_well_corrects_only_where_its_value_fits(
    text: str, value: str, wrong: str
) -> None:
    found = correction(text)
    assert found is not None
    assert (found.value, found.wrong, found.sure) == (value, wrong, False)


@pytest.mark.parametrize(
    ("text", "field", "value", "other"),
    [
        ("bij de andere school", "organisation", "", True),
        ("andere activiteit: gamedesign", "activity", "gamedesign", False),
        ("Activiteit klopt niet", "activity", "", False),
        ("de dag moet vrijdag zijn", "day", "vrijdag", False),
        ("knelpunt: te weinig laptops", "obstacle", "te weinig laptops", False),
        ("nee, de datum is fout", "day", "", False),
        ("at the other school", "organisation", "", True),
        ("the date is wrong", "day", "", False),
        ("other activity: robotics", "activity", "robotics", False),
    ],
)
def test_a_field_may_be_named(text: str, field: str, value: str, other: bool) -> None:
    found = correction(text)
    assert found is not None
    assert (found.field, found.value, found.other) == (field, value, other)


@pytest.mark.parametrize("text", ["toch niet", "Liever niet", "nee toch niet", "undo", "not after all"])
def test_the_last_word_may_be_taken_back(text: str) -> None:
    assert correction(text) == Correction(undone=True, sure=True)


@pytest.mark.parametrize(
    "text",
    [
        "nee bedankt",
        "nee",
        "nee hoor",
        "no thanks",
        "Pilot met 24 leerlingen",
        "de les was goed",
        "dag!",
        "Wij stoppen niet maar gaan door",
        "",
    ],
)
def test_news_and_courtesies_correct_nothing(text: str) -> None:
    assert correction(text) is None


@given(st.text(max_size=2 * LONGEST))
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = correction(text)
    assert found is None or found.value in " ".join(text.split())


WORDS = "fout klopt niet oeps nee maar even het dat mag ik dit wijzigen verwijder haal weg vergeten oh ja , . ! 24"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join))
def test_words_of_corrections_in_any_order_are_read_at_once(text: str) -> None:
    began = perf_counter()
    correction(text)
    assert perf_counter() - began < 0.5


@pytest.mark.parametrize(
    "text", ["weg ermee", "verwijder maar", "mag weg", "dit was een test", "heb ik al gemeld"]
)
def test_all_of_it_may_be_taken_back(text: str) -> None:
    assert correction(text) == Correction(taken_back=True, sure=True)


@pytest.mark.parametrize(
    "text", ["klopt niet", "foutje", "nee klopt niet", "ik wil nog iets veranderen", "oh nee"]
)
def test_something_may_be_wrong_without_a_word_what(text: str) -> None:
    assert correction(text) == Correction(vague=True, sure=True)


@pytest.mark.parametrize(
    "text",
    [
        "het ging mis",
        "ik heb de weg gewezen",
        "de test was goed",
        "we haalden alles weg",
        "de les was per ongeluk vol",
    ],
)
def test_news_takes_nothing_back(text: str) -> None:
    said = correction(text)
    assert said is None or not (said.taken_back or said.vague)
