"""Figures that no chat can know, entered when they are known: often only after the year is over."""

from datetime import timedelta

import pytest

from storage.database import Transaction
from storage.plan import indicators
from tests.platforms import Direct
from tests.week_region import REGION, START, seed


def ends_in_2021(tx: Transaction) -> None:
    seed(tx)
    tx.run("DELETE FROM indicator_targets WHERE year = 2022")


def test_the_last_year_of_a_plan_can_be_entered_in_the_year_after_it() -> None:
    bot = Direct(ends_in_2021, START + timedelta(days=60))
    bot.say("manager", "", "/cijfers")
    bot.press("manager", "", "Uitstroom naar technisch mbo: doel 180")
    bot.say("manager", "", "171")
    bot.press("manager", "", "Bewaren")
    found = bot.store.read(lambda tx: indicators.indicators(tx, REGION, 2021, bot.now))
    assert next(one.value for one in found if one.key == "i1") == 171


@pytest.mark.parametrize("command", ["/cijfers", "/overleg", "/regio", "/mensen", "/uitnodigen", "/team"])
@pytest.mark.parametrize("person", ["teacher", "company"])
def test_what_is_the_programme_managers_is_unknown_to_others(command: str, person: str) -> None:
    bot = Direct(seed, START)
    for where in ("", "Vechtdal"):
        bot.say(person, where, command)
        said = bot.heard(person, "") + bot.heard(person, "Vechtdal")
        assert any(one.text.startswith("Die opdracht ken ik niet.") for one in said)
        assert not any(one.buttons for one in said)
