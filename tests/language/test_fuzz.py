import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.dates.reading import find_days
from tests.language.fuzz import LIMIT, Timed, TooLong, fault_of, read_all, readers, slowest
from tests.language.fuzz_texts import LONGEST, phrases, texts, vocabulary
from tests.language.moment import NOW
from tests.language.report import cases

SENTENCES = st.lists(
    st.sampled_from(vocabulary()) | st.sampled_from(phrases()) | st.integers(0, 99999).map(str), max_size=12
).map(" ".join)


@settings(derandomize=True, max_examples=500, deadline=None)
@given(st.text(max_size=200) | SENTENCES, st.integers(0, 1000))
def test_no_reader_fails_on_any_text(text: str, seed: int) -> None:
    for read in readers(Random(seed)).values():
        read(text)


def test_no_reader_fails_on_hundreds_of_made_up_texts() -> None:
    assert read_all(0, 300).faults == []


def test_texts_are_the_same_for_the_same_seed_and_vary() -> None:
    assert list(texts(7, 40)) == list(texts(7, 40))
    assert len(set(texts(7, 40))) > 30
    assert max(map(len, texts(7, 400))) > LONGEST / 2


def test_the_search_never_sees_the_cases_set_apart() -> None:
    apart = {case.text for read in (cases.dates, cases.messages) for case in read("unseen")}
    assert not apart & set(phrases())


@pytest.mark.parametrize("piece", ["1dec, ", "wo ", "7 Op 3-", "octo 5 YEARLY maarte-", "3 u; "])
def test_what_was_slow_when_it_was_repeated_is_read_at_once(piece: str) -> None:
    text = piece * (1800 // len(piece))
    read = readers(Random(0))["read_message"]
    read(text)  # what is compiled at first use is nobody's reading
    begun = time.thread_time()
    read(text)
    assert 1000 * (time.thread_time() - begun) < 4 * LIMIT, "also on a machine that is as much slower"


@pytest.mark.parametrize("piece", [" ", "\t", "\n", "nieuwe regel ", "punt ", "komma ", "punt komma ", "q1 "])
@pytest.mark.parametrize("reader", ["pieces", "beside", "correction", "read_answers"])
def test_what_was_slow_where_blanks_are_repeated_parts_at_once(reader: str, piece: str) -> None:
    text = piece * (2000 // len(piece))
    read = readers(Random(0))[reader]
    read("ja")  # what is compiled at first use is nobody's reading
    begun = time.thread_time()
    read(text)
    assert 1000 * (time.thread_time() - begun) < 2 * LIMIT, "also on a machine that is as much slower"


def test_what_a_reader_raises_is_a_fault_and_what_takes_too_long_is_one() -> None:
    def fails(text: str) -> None:
        raise KeyError(text)

    def hangs(text: str) -> None:
        raise TooLong(text)

    assert [fault_of(read, "x") for read in (fails, hangs)] == ["KeyError('x')", "TooLong('x')"]
    assert fault_of(lambda text: find_days(text, NOW), "morgen") == ""


def test_the_slowest_are_not_one_text_in_many_figures() -> None:
    told = ((5, "6 6"), (7, "16 16"), (1, "mei"))
    timed = [Timed(milliseconds=ms, reader="r", text=text) for ms, text in told]
    assert [one.text for one in slowest(timed)] == ["16 16", "mei"]
