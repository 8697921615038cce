"""Codes: hard to guess, easy to type, kept only under their seals, good for one person and two weeks."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.people.inviting import seals
from programme.invitations import ALPHABET, LASTS, MOST_WRONG, WRONG_LASTS, Standing, new_code, read_code
from programme.records import Role
from storage.chats import chats
from storage.database import MemoryStore, Transaction
from storage.messages import inbox
from storage.messages.inbox import Arrival
from storage.people import invitations, people
from tests.platforms import Direct
from tests.two_regions import START, seed


def test_the_long_code_has_128_bits_and_the_short_one_only_signs_that_cannot_be_confused() -> None:
    codes = [new_code() for _code in range(200)]
    assert len({code.link for code in codes} | {code.typed for code in codes}) == 400
    assert all(len(bytes.fromhex(code.link)) == 16 for code in codes)
    assert all(set(code.typed.replace("-", "")) <= set(ALPHABET) for code in codes)
    assert not set(ALPHABET) & set("AEIOUY01LSZBG")


@pytest.mark.parametrize("way", [str, str.lower, str.upper, lambda c: c.replace("-", ""), lambda c: f" {c} "])
def test_a_code_is_read_however_it_is_typed(way: "type[str]") -> None:
    code = new_code()
    assert read_code(way(code.typed)) == code.typed.replace("-", "")
    assert read_code(way(code.link)) == code.link


def test_a_sign_that_looks_like_another_is_taken_for_it() -> None:
    assert read_code("CDFH-BGSZ") == "CDFH8652"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "afgerond",
        "voortgang",
        "Pilot gedraaid",
        "2345-6789",
        "06-23456789",
        "/start",
        "CDFH-234",
        "schtschr",
    ],
)
def test_what_people_say_is_never_taken_for_a_code(text: str) -> None:
    assert read_code(text) == ""


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=40))
def test_no_word_with_a_vowel_is_a_code(word: str) -> None:
    if set(word) & set("aeiouy") and len(word) != 32:
        assert read_code(word) == ""


def store_with(code_made: timedelta = timedelta(0)) -> tuple[MemoryStore, str]:
    store, code = MemoryStore(), new_code()
    store.write(seed).result()

    def make(tx: Transaction) -> None:
        kept = seals(code)
        invitations.invite(
            tx, "N", Role.OWNER, "n-team", seals=kept, made_by="n-manager", now=START - code_made
        )

    store.write(make).result()
    return store, read_code(code.typed)


def test_neither_form_of_a_code_is_kept() -> None:
    store, code = store_with()
    rows = store.read(lambda tx: repr(tx.rows("SELECT * FROM invitations")))
    assert code not in rows
    assert f"{code[:4]}-{code[4:]}" not in rows


@pytest.mark.parametrize(
    ("made", "standing"),
    [
        (timedelta(0), Standing.OPEN),
        (LASTS - timedelta(seconds=1), Standing.OPEN),
        (LASTS, Standing.EXPIRED),
        (LASTS * 2, Standing.EXPIRED),
    ],
)
def test_a_code_is_good_for_fourteen_days(made: timedelta, standing: Standing) -> None:
    store, code = store_with(made)
    found = store.read(lambda tx: invitations.invitation(tx, code, START))
    assert found is not None
    assert (found.standing, found.region, found.team_name) == (standing, "N", "Team keuzevakken")


def test_a_code_works_once() -> None:
    store, code = store_with()
    key = store.read(lambda tx: invitations.invitation(tx, code, START).key)  # type: ignore[union-attr]
    store.write(lambda tx: invitations.use(tx, key, "nieuw", START)).result()
    with pytest.raises(LookupError):
        store.write(lambda tx: invitations.use(tx, key, "n-docent", START)).result()
    found = store.read(lambda tx: invitations.invitation(tx, code, START))
    assert found is not None
    assert (found.standing, found.used_by) == (Standing.USED, "nieuw")


def test_nobody_is_invited_into_a_team_of_another_region() -> None:
    store, _code = store_with()
    kept = seals(new_code())
    with pytest.raises(LookupError):
        store.write(
            lambda tx: invitations.invite(tx, "N", Role.OWNER, "z-team", seals=kept, made_by="", now=START)
        ).result()


def test_wrong_codes_count_for_an_hour_and_for_whoever_tried_them() -> None:
    store, _code = store_with()

    def try_them(tx: Transaction) -> None:
        for minute in range(MOST_WRONG):
            invitations.note_wrong(tx, "nieuw", START + timedelta(minutes=minute))

    store.write(try_them).result()
    later = START + WRONG_LASTS + timedelta(minutes=1)
    counts = store.read(
        lambda tx: [
            invitations.wrong_lately(tx, "nieuw", START + timedelta(minutes=10)),
            invitations.wrong_lately(tx, "nieuw", later),
            invitations.wrong_lately(tx, "n-docent", START),
        ]
    )
    assert counts == [5, 3, 0]


def test_a_stranger_on_any_platform_is_welcomed_by_the_name_the_platform_gives() -> None:
    bot = Direct(seed, START)

    def arrive(text: str, event: str) -> str:
        def keep(tx: Transaction) -> str:
            chat = chats.arrive(tx, "local", "77", "private", "", START)
            arrival = Arrival(
                platform="local", event=event, chat=chat.key, account="77", text=text, name="Sanne"
            )
            inbox.receive(tx, (arrival,), START)
            return chat.key

        chat = bot.store.write(keep).result()
        bot.turn(START)
        return chat

    chat = arrive("hoi", "x1")
    assert bot.screen.shown[chat][-1].text.startswith("Hallo! Ik ben Aanjager")
    arrive("cdfh 2345", "x2")
    assert [button.label for button in bot.screen.shown[chat][-1].buttons] == ["Sanne", "Annuleren"]
    for step in range(4):
        arrive("1", f"y{step}")
    who = bot.store.read(lambda tx: people.person(tx, chats.account_of(tx, "local", "77") or ""))
    assert who is not None
    assert (who.name, who.regions, who.teams_in("N")) == ("Sanne", ("N",), frozenset({"n-team"}))
