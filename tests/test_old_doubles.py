"""The buttons under a likely double, long after: what was withdrawn is merged with nothing, and they say so."""

import pytest

from tests.platforms import Direct
from tests.reports_region import START, seed

FIRST = "Gisteren pilot robotica gedraaid met 26 leerlingen, ging goed"
AGAIN = "Pilot robotica met 26 leerlingen, gisteren, is gelukt"
WITHDRAWN = "Deze melding is ingetrokken; alleen de andere telt. Toch meetellen? Tik eerst op Ongedaan maken."
ALONE = "De andere melding is er niet meer; deze telt zelf mee."
MERGED = "Samengevoegd: samen tellen ze één keer."


def asked_about_a_double() -> Direct:
    bot = Direct(seed, START)
    for person, text in (("docent", FIRST), ("collega", AGAIN)):
        bot.say(person, "", text)
        bot.press(person, "", "Bewaren")
    return bot


def answer(bot: Direct, person: str, label: str) -> str:
    bot.heard(person, "")
    bot.press(person, "", label)
    return "\n".join(one.text for one in bot.heard(person, ""))


@pytest.mark.parametrize("label", ["Ja, dezelfde", "Nee, een andere"])
def test_a_report_that_was_withdrawn_is_merged_with_nothing(label: str) -> None:
    bot = asked_about_a_double()
    bot.press("collega", "", "Intrekken")
    assert answer(bot, "collega", label) == WITHDRAWN


def test_a_report_that_counts_again_can_be_merged() -> None:
    bot = asked_about_a_double()
    bot.press("collega", "", "Intrekken")
    bot.press("collega", "", "Ongedaan maken")
    assert answer(bot, "collega", "Ja, dezelfde") == MERGED


def test_what_is_parted_from_a_report_that_is_gone_counts_by_itself() -> None:
    bot = asked_about_a_double()
    assert answer(bot, "collega", "Ja, dezelfde") == MERGED
    bot.press("docent", "", "Intrekken")
    assert answer(bot, "collega", "Toch apart houden") == ALONE
