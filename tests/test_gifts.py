"""A company is asked once whether what a lesson took was given; nobody else is, and nothing is noted twice."""

from handlers.reporting.gifts import gift_of
from programme.records import UpdateKind
from programme.updates import Details, Update
from tests.platforms import Direct
from tests.reports_region import START, seed

LESSON = "Robotica gedraaid, ging goed, 24 lln, onze les van 2 uur"
YES = "Ja, noteer maar"


def told(who: str, *steps: str) -> list[tuple[str, ...]]:
    """Play steps to the bot and return the buttons of all that it says in the end."""
    bot = Direct(seed, START)
    bot.say(who, "", steps[0])
    for label in steps[1:]:
        bot.heard(who, "")
        bot.press(who, "", label)
    return [heard.buttons for heard in bot.heard(who, "")]


def test_a_company_contact_is_asked_and_a_teacher_is_not() -> None:
    assert (YES,) in told("bedrijf", LESSON, "Bewaren")
    assert (YES,) not in told("docent", LESSON, "Bewaren")


def test_a_lesson_without_hours_asks_nothing() -> None:
    assert (YES,) not in told("bedrijf", "Robotica gedraaid, ging goed, 24 lln", "Bewaren")


def test_a_withdrawn_lesson_is_no_gift() -> None:
    assert told("bedrijf", LESSON, "Bewaren", "Intrekken", YES) == [()]


def test_the_gift_holds_the_amounts_and_none_of_the_heads() -> None:
    lesson = Update(
        key="u1", region="OEVER", person="bedrijf", kind=UpdateKind.OUTCOME, result="success", shared=True,
        details=Details(pupils=24, hours=2, euros=50, obstacle="te vol", said=LESSON),
    )  # fmt: skip
    gift = gift_of(lesson)
    assert (gift.kind, gift.result, gift.shared) == (UpdateKind.CONTRIBUTION, "", False)
    assert gift.details == Details(hours=2, euros=50, said=LESSON)
    assert gift.key != lesson.key
