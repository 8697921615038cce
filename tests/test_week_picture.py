"""The picture of a week: legible, without overlap, the same bytes for the same week."""

import io
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from documents.pictures.lettering import Lettering, Style
from documents.pictures.picture_parts import CARD, NAVY
from documents.pictures.sheet import Sheet
from documents.pictures.week_picture import draw_week, shares
from programme.week import OutcomeCounts, PlanCounts, WeekPicture
from tests.weeks import BUSY, EMPTY, FULL, coming

WEEKS = pytest.mark.parametrize("week", [EMPTY, BUSY, FULL], ids=["empty", "busy", "full"])
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


class Written:
    """What a drawing wrote, and where: x, middle, text, style, align."""

    def __init__(self) -> None:
        self.lines: list[tuple[float, float, str, Style, str]] = []

    @property
    def texts(self) -> list[str]:
        return [text for _x, _middle, text, _style, _align in self.lines]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Written:
    seen = Written()
    write = Sheet.write

    def noting(self: Sheet, x: float, middle: float, *how: Any) -> None:
        text, style, align = (*how, "l")[:3]
        seen.lines.append((x, middle, text, style, align))
        write(self, x, middle, *how)

    monkeypatch.setattr(Sheet, "write", noting)
    return seen


def opened(week: WeekPicture, language: str = "nl") -> Image.Image:
    return Image.open(io.BytesIO(draw_week(week, language)), formats=["PNG"])


@WEEKS
@LANGUAGES
def test_the_same_week_gives_the_same_bytes(week: WeekPicture, language: str) -> None:
    assert draw_week(week, language) == draw_week(week, language)


@WEEKS
@LANGUAGES
def test_a_picture_has_its_width_is_not_too_tall_and_a_small_file(week: WeekPicture, language: str) -> None:
    data = draw_week(week, language)
    width, height = Image.open(io.BytesIO(data)).size
    assert width == 1080
    assert height <= 1.6 * width
    assert len(data) < 150_000


@WEEKS
@LANGUAGES
def test_every_line_is_legible_on_a_phone_and_stays_on_its_card(
    week: WeekPicture, language: str, written: Written
) -> None:
    image = opened(week, language)
    letters = Lettering()
    for x, middle, text, style, align in written.lines:
        width = letters.width(text, style)
        left = x - width if align == "r" else x
        assert style.size >= 36, text
        assert left >= 67, text
        assert left + width <= 1013, text
        assert 0 < middle < image.height - style.size / 2, text


@WEEKS
def test_no_two_texts_on_a_line_touch(week: WeekPicture, written: Written) -> None:
    draw_week(week, "nl")
    letters, spans = Lettering(), list[tuple[float, float, float]]()
    for x, middle, text, style, align in written.lines:
        if text:
            width = letters.width(text, style)
            spans.append((middle, x - width if align == "r" else x, x if align == "r" else x + width))
    for (one, _left, right), (other, left, _right) in pairwise(sorted(spans)):
        assert one != other or right + 8 <= left


def test_an_empty_region_gets_a_short_picture_that_says_so(written: Written) -> None:
    assert opened(EMPTY).height < 400
    assert written.texts == [
        "Regio Nieuw",
        "Weekbericht, donderdag 2 december 2021",
        "Gemeld sinds donderdag 25 november",
        "Deze keer geen uitkomsten.",
    ]


@pytest.mark.parametrize(
    ("emptied", "title"),
    [
        ({"plan": PlanCounts()}, "38 van 80 mijlpalen gereed"),
        ({"coming": ()}, "De komende vier weken"),
        ({"indicators": ()}, "Indicatoren van dit jaar"),
    ],
)
def test_an_empty_part_is_left_out(emptied: dict[str, object], title: str, written: Written) -> None:
    whole = opened(BUSY).height
    assert title in written.texts
    written.lines.clear()
    assert opened(replace(BUSY, **emptied)).height < whole  # type: ignore[arg-type]
    assert title not in written.texts


def test_the_plan_shows_its_four_totals_with_their_words(written: Written) -> None:
    draw_week(replace(BUSY, coming=(), indicators=(), reported=OutcomeCounts()), "nl")
    assert written.texts[2:12] == [
        *("waarvan 3 nieuw", "38 van 80 mijlpalen gereed"),
        *("38", "gereed", "8", "te laat, nieuwe datum"),
        *("29", "op schema", "5", "te laat, geen datum"),
    ]


def test_counts_are_written_as_the_reader_writes_numbers(written: Written) -> None:
    draw_week(BUSY, "nl")
    assert {"1.284", "leerlingen"} <= set(written.texts)
    draw_week(BUSY, "en")
    assert {"1,284", "pupils"} <= set(written.texts)


def test_what_does_not_fit_is_counted(written: Written) -> None:
    draw_week(FULL, "nl")
    days = sum("Samenwerkings" in text for text in written.texts)
    assert days >= 2
    assert f"en nog {20 - days}" in written.texts
    assert "en nog 3" in written.texts  # of nine indicators


def test_many_milestones_of_one_day_are_one_row(written: Written) -> None:
    draw_week(BUSY, "nl")
    assert "14 mijlpalen" in written.texts
    assert "Mijlpaal 3" not in written.texts


def test_a_date_stands_once_for_all_of_its_day(written: Written) -> None:
    draw_week(replace(BUSY, coming=(coming(1, "Een"), coming(1, "Twee"))), "nl")
    assert written.texts.count("vr 3 dec") == 1


def test_an_indicator_shows_what_is_known_of_it(written: Written) -> None:
    draw_week(BUSY, "nl")
    assert {"doel 420", "170 van 180", "34 van 30", "0 van 120", "2"} <= set(written.texts)


def test_areas_keep_their_exact_colours_in_the_palette() -> None:
    image = opened(BUSY).convert("RGB")
    assert image.getpixel((5, 5)) == (0x12, 0x34, 0x4D)
    assert (NAVY, CARD) == ("#12344D", "#FFFFFF")
    assert {(255, 255, 255), (0, 114, 178), (86, 180, 233), (230, 159, 0), (213, 94, 0), (0, 120, 90)} <= {
        colour for _count, colour in image.getcolors(100_000) or []
    }


def test_the_late_areas_differ_without_colour() -> None:
    """In each row of the bar a solid area is one run, a striped or dotted one is many."""

    def runs(plan: PlanCounts) -> int:
        grey = opened(replace(EMPTY, plan=plan)).convert("L")
        row = [grey.getpixel((x, 273)) == 255 for x in range(80, 1000)]
        return sum(a != b for a, b in pairwise(row))

    assert runs(PlanCounts(done=9)) == runs(PlanCounts(on_track=9)) == 0
    assert runs(PlanCounts(late_with_date=9)) > 50
    assert runs(PlanCounts(late_without_date=9)) > 50


@given(st.lists(st.integers(0, 10**6), min_size=4, max_size=4).filter(any))
def test_shares_fill_the_width_and_hide_nothing(counts: list[int]) -> None:
    widths = shares(counts, 950)
    assert sum(widths) == 950
    assert all(width >= 24 if count else width == 0 for count, width in zip(counts, widths, strict=True))


@settings(deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_can_be_drawn(region: str, title: str) -> None:
    assert draw_week(replace(EMPTY, region=region, coming=(coming(1, title),)), "nl")
