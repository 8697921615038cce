"""Command menus: whatever somebody may do and nothing else is listed, where it changed, and it permits nothing."""

import re
from collections.abc import Sequence

import pytest

from handlers.commands import COMMANDS
from handlers.menus import in_words, menu, wanted
from language.catalogue import LANGUAGES
from programme.records import Membership, Person, Role
from storage.chats import menus
from storage.database import Transaction
from tests.platforms import Direct
from tests.two_regions import START, seed

Menu = Sequence[tuple[str, str]]
TEACHER = ["melden", "mijn", "week", "wie", "instellingen", "uitschrijven", "help"]
MANAGER = [name for name, known in COMMANDS.items() if not known.hidden]


def person(*roles: Role, language: str = "nl", team: str | None = None) -> Person:
    memberships = tuple(Membership(region="N", role=role, team=team) for role in roles)
    return Person(key="p", name="Iemand", language=language, memberships=memberships)


def names(shown: Menu) -> list[str]:
    return [name for name, _does in shown]


@pytest.mark.parametrize(
    ("who", "lists"),
    [
        (person(), []),
        (person(Role.TEACHER), TEACHER),
        (person(Role.COMPANY), TEACHER),
        (person(Role.TEACHER, team="t"), [*TEACHER[:2], "mijlpalen", *TEACHER[2:]]),
        (person(Role.OWNER), [*TEACHER[:2], "mijlpalen", *TEACHER[2:]]),
        (person(Role.STEERING), [*TEACHER[:2], "mijlpalen", *TEACHER[2:]]),
        (person(Role.MANAGER), MANAGER),
        (person(Role.TEACHER, Role.MANAGER), MANAGER),
    ],
)
def test_a_menu_lists_what_its_reader_may_use(who: Person, lists: list[str]) -> None:
    assert names(menu(wanted(who))) == lists


def test_a_menu_speaks_the_language_of_its_reader() -> None:
    assert dict(menu(wanted(person(Role.TEACHER))))["melden"] == "iets melden"
    assert dict(menu(wanted(person(Role.TEACHER, language="en"))))["melden"] == "report something"


def test_who_takes_part_in_several_regions_finds_what_they_may_do_in_any() -> None:
    here, there = Membership(region="N", role=Role.TEACHER), Membership(region="Z", role=Role.MANAGER)
    both = Person(key="p", name="Iemand", memberships=(here, there))
    assert names(menu(wanted(both))) == MANAGER


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_fits_in_a_menu(language: str) -> None:
    for name, does in in_words(COMMANDS, language):
        assert re.fullmatch(r"[a-z0-9_]{1,32}", name)
        assert 1 <= len(does) <= 256
    assert len(COMMANDS) <= 100


def test_a_command_of_an_older_version_is_left_out() -> None:
    assert names(menu("nl:melden,koffie,help")) == ["melden", "help"]


def kept(tx: Transaction) -> dict[str, tuple[str, str]]:
    rows = tx.rows("SELECT person, menu_wanted, menu_shown FROM chats WHERE kind = 'private'")
    return {row["person"]: (row["menu_wanted"], row["menu_shown"]) for row in rows}


def wanted_by(bot: Direct, who: str) -> list[str]:
    return names(menu(bot.store.read(kept)[who][0]))


def test_what_a_menu_should_list_is_kept_when_somebody_speaks_and_written_only_when_it_changes() -> None:
    bot = Direct(seed, START)
    assert wanted_by(bot, "n-manager") == []
    bot.say("n-manager", "", "/help")
    assert wanted_by(bot, "n-manager") == MANAGER
    changes = "SELECT total_changes()"
    want = bot.store.read(kept)["n-manager"][0]
    before = bot.store.write(lambda tx: tx.value(changes)).result()
    bot.store.write(lambda tx: menus.want(tx, "n-manager", want)).result()
    assert bot.store.write(lambda tx: tx.value(changes)).result() == before


def test_a_newcomer_has_a_menu_once_they_take_part() -> None:
    bot = Direct(seed, START)
    bot.say("nieuw", "", "CDFH-2345")
    assert wanted_by(bot, "nieuw") == []
    for _step in range(4):
        bot.say("nieuw", "", "1")
    assert wanted_by(bot, "nieuw") == [*TEACHER[:2], "mijlpalen", *TEACHER[2:]]


def test_a_menu_follows_the_language_that_somebody_chooses() -> None:
    bot = Direct(seed, START)
    bot.say("n-docent", "", "/instellingen")
    for label in ("Taal", "English", "Bewaren"):
        bot.press("n-docent", "", label)
    assert bot.store.read(kept)["n-docent"][0].startswith("en:melden,")


def test_a_role_that_a_programme_manager_takes_back_is_gone_from_the_menu_at_once() -> None:
    bot = Direct(seed, START)
    bot.say("n-trekker", "", "/help")
    assert "mijlpalen" in wanted_by(bot, "n-trekker")
    bot.say("n-manager", "", "/mensen")
    bot.press("n-manager", "", "Trekker N")
    bot.press("n-manager", "", "Doet helemaal niet meer mee")
    assert wanted_by(bot, "n-trekker") == []


def test_a_menu_permits_and_refuses_nothing() -> None:
    bot = Direct(seed, START)

    def mislead(tx: Transaction) -> None:
        tx.run("UPDATE chats SET menu_wanted = 'nl:team', menu_shown = 'nl:team' WHERE kind = 'private'")

    bot.store.write(mislead).result()
    bot.say("n-docent", "", "/team")
    assert bot.heard("n-docent", "")[-1].text.startswith("Die opdracht ken ik niet.")
    bot.store.write(mislead).result()
    bot.say("n-docent", "", "/mijn")
    assert not bot.heard("n-docent", "")[-1].text.startswith("Die opdracht ken ik niet.")
