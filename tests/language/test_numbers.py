import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.numbers import find_numbers, number_word, typed_number


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("honderdtwintig leerlingen", [120]),
        ("tweeëntwintig", [22]),
        ("drieduizend vijfhonderd euro", [3500]),
        ("tweehonderdvijfendertig", [235]),
        ("anderhalf uur", [1.5]),
        ("tweeënhalf uur", [2.5]),
        ("vierenhalf uur", [4.5]),
        ("€1.875,50", [1875.5]),
        ("€ 2.000,-", [2000]),
        ("12.50", [12.5]),
        ("1.234.5", [1234.5]),
        ("€1,200 en 1,200.50", [1200, 1200.5]),
        ("0,500 kg", [0]),
        ("twee duizend, 2 duizend, twee honderd vijftig", [2000, 2000, 250]),
        ("vijf en twintig, twee en drie, vijftig twintig", [25, 2, 3, 50, 20]),
        ("1,2 miljoen", [1_200_000]),
        ("2x 2 uur", [4]),
        ("3 x 1,5 uur", [4.5]),
        ("twee klassen (51 lln)", [2, 51]),
        ("26lln en leerlingen:26", [26, 26]),
        ("14 van de 20.", [14, 20]),
        ("-5 leerlingen", [-5]),
        ("€ -300, −2 uur", [-300, -2]),
        ("pilot:\n-26 leerlingen\n-2 docenten", [26, 2]),
        ("10 -15 leerlingen", [10, 15]),
        ("1/2 uur en 1 1/2 uur", [0.5, 1.5]),
        ("½ uur, 2½ uur, 1 ¾ uur", [0.5, 2.5, 1.75]),
    ],
)
def test_numbers_are_read_in_words_and_figures(text: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "klas 4H2",
        "9:30",
        "13-15 uur",
        "een docent",
        "3e bijeenkomst",
        "sub-team-7b",
        "0612345678901",
        "9" * 400,
    ],
)
def test_what_is_part_of_a_name_or_a_time_is_no_number(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a hundred and twenty pupils, twenty four of them", [120, 24]),
        ("two thousand five hundred euros", [2500]),
        ("twenty and four", [20, 4]),
    ],
)
def test_english_numbers_may_take_several_words(text: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text, "en")] == values


def test_a_number_knows_its_place() -> None:
    text = "er waren vijftien leerlingen"
    (number,) = find_numbers(text)
    assert text[number.start : number.end] == "vijftien"


@pytest.mark.parametrize("word", ["", "veel", "tweetien", "honderdveel", "hond"])
def test_other_words_have_no_value(word: str) -> None:
    assert number_word(word) is None


@given(st.integers(0, 999_999))
def test_figures_with_grouped_thousands_are_themselves(value: int) -> None:
    assert number_word(f"{value:,}".replace(",", ".")) == value


@pytest.mark.parametrize(
    ("text", "number"),
    [("3", 3), (" 12 ", 12), ("²", None), ("9" * 5000, None), ("-1", None), ("drie", None)],
)
def test_a_typed_number_is_figures_only_and_not_too_many(text: str, number: int | None) -> None:
    assert typed_number(text) == number
