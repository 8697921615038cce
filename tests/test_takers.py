"""Who is asked to take a milestone over: only people who can then answer for it."""

from handlers.desk import OpenDesk
from programme.permissions import Deed, may
from programme.records import NO_CHAT, Membership, Person, Role
from storage.database import MemoryStore, Transaction
from storage.people import people
from tests.reminders_region import REGION, START, seed


def taking_over(tx: Transaction) -> list[Person]:
    for role in (Role.TEACHER, Role.COMPANY, Role.STEERING):
        member = Membership(region=REGION.key, role=role)
        people.add_person(tx, Person(key=role.value, name=role.value, memberships=(member,)), START)
    giver = people.member(tx, REGION.key, "trekker")
    assert giver is not None
    desk = OpenDesk(tx=tx, now=START, fresh="f", person=giver, region=REGION, chat=NO_CHAT)
    return list(desk.takers("m1"))


def test_nobody_is_asked_who_could_not_answer_the_reminders_that_follow() -> None:
    store = MemoryStore()
    store.write(seed("hand_over")).result()
    found = store.write(taking_over).result()
    assert [one.key for one in found if not may(one, Deed.ANSWER, REGION.key)] == []
    assert {one.key for one in found} == {"docent", "vervanger", "maan", "dubbel", "manager", "steering"}
    store.close()
