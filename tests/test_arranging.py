"""Arranging a region: only within it, only by its programme manager, and nothing lost or left behind by it."""

from datetime import timedelta

import pytest

from handlers.people.inviting import seals
from handlers.plan.milestone_lines import Card
from programme.events import Event
from programme.invitations import Standing, new_code, read_code
from programme.messages import Address, Outgoing
from programme.people_events import OrganisationPut, RoleEnded, Stopped, SubregionMade, TeamPut
from programme.records import Membership, Role, UpdateKind
from programme.updates import Details, Update
from storage import events, occurrences, updates, weeks
from storage.chats import chats
from storage.database import MemoryStore, Store, Transaction
from storage.messages import inbox, outbox
from storage.messages.inbox import Arrival
from storage.people import groups, invitations, people
from storage.plan import plans
from tests.platforms import Direct
from tests.two_regions import NORTH, START, TEACHER, seed

CHANNEL = "Kanaal Regio Noord"


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore()
    store.write(seed).result()
    return store


def happens(store: Store, *happened: Event) -> None:
    store.write(lambda tx: events.apply(tx, happened, START)).result()


def part(store: MemoryStore, region: str, name: str) -> str:
    happens(store, SubregionMade(region=region, person="manager", name=name))
    return next(one.key for one in store.read(lambda tx: groups.subregions(tx, region)) if one.name == name)


def test_teams_and_organisations_are_put_in_a_subregion_and_taken_out_again(store: MemoryStore) -> None:
    coast = part(store, "N", "Duinen")
    for where in (coast, None):
        for put, name in ((TeamPut, "Team keuzevakken"), (OrganisationPut, "het lyceum")):
            happens(store, put(region="N", person="n-manager", name=name, subregion=where))
        (team,) = store.read(lambda tx: groups.teams(tx, "N"))
        (school,) = store.read(lambda tx: groups.organisations(tx, "N"))
        assert (team.key, team.subregion, school.subregion) == ("n-team", where, where)


@pytest.mark.parametrize("put", [TeamPut, OrganisationPut])
def test_nothing_is_put_in_a_subregion_of_another_region(
    store: MemoryStore, put: type[TeamPut] | type[OrganisationPut]
) -> None:
    elsewhere = part(store, "Z", "Duinen")
    with pytest.raises(LookupError):
        happens(store, put(region="N", person="n-manager", name="Nieuw", subregion=elsewhere))
    assert "Nieuw" not in {one.name for one in store.read(lambda tx: groups.organisations(tx, "N"))}


def test_what_is_reported_for_an_organisation_counts_in_the_subregion_it_is_put_in(
    store: MemoryStore,
) -> None:
    coast = part(store, "N", "Duinen")
    store.write(lambda tx: updates.save(tx, OUTCOME, START)).result()
    store.write(
        lambda tx: tx.run(
            "UPDATE memberships SET team = NULL, organisation = (SELECT key FROM organisations WHERE region = 'N')"
            " WHERE person = 'n-docent'"
        )
    ).result()
    put = OrganisationPut(region="N", person="n-manager", name="Het Lyceum", subregion=coast)
    assert pupils(store, coast) == 0
    happens(store, put)
    assert pupils(store, coast) == 26


def pupils(store: MemoryStore, subregion: str) -> int:
    until = START + timedelta(days=1)
    return store.read(lambda tx: weeks.summary(tx, NORTH, subregion, START, until)).week.reported.pupils


OUTCOME = Update(
    key="u",
    region="N",
    person="n-docent",
    kind=UpdateKind.OUTCOME,
    activity="n-activity",
    details=Details(pupils=26),
)


def test_a_role_that_ends_takes_its_places_in_teams_along_and_leaves_the_others(store: MemoryStore) -> None:
    store.write(lambda tx: people.join(tx, "n-trekker", Membership(region="N", role=Role.TEACHER))).result()
    happens(store, RoleEnded(region="N", person="n-manager", ended="n-trekker", role=Role.COORDINATOR))
    left = store.read(lambda tx: people.person(tx, "n-trekker"))
    assert left is not None
    assert left.memberships == (Membership(region="N", role=Role.TEACHER),)


@pytest.mark.parametrize(
    "gone",
    [
        RoleEnded(region="N", person="n-manager", ended="n-docent", role=None),
        Stopped(region="N", person="n-docent"),
    ],
)
def test_what_somebody_had_taken_over_goes_back_to_the_team_when_they_go(
    store: MemoryStore, gone: Event
) -> None:
    taken = "UPDATE owners SET person = 'n-docent' WHERE milestone = 'n-milestone'"
    store.write(lambda tx: tx.run(taken)).result()
    assert store.read(lambda tx: plans.reminded_for(tx, "n-milestone")) == ["n-docent"]
    happens(store, gone)
    assert store.read(lambda tx: plans.reminded_for(tx, "n-milestone")) == ["n-trekker"]
    assert "n-milestone" in store.write(lambda tx: occurrences.take_stale(tx, "N")).result()


def test_the_last_programme_manager_who_gets_messages_stays() -> None:
    bot = Direct(seed, START)
    bot.say("beide", "", "uitschrijven")
    bot.say("n-manager", "", "/mensen")
    assert "Beheerder: Programmamanager (krijgt geen berichten)" in bot.heard("n-manager", "")[-1].text
    for label in ("Manager N", "Niet meer: Programmamanager"):
        bot.press("n-manager", "", label)
    assert bot.heard("n-manager", "")[-1].text.startswith("Er moet iemand programmamanager zijn.")


def invited(store: MemoryStore, region: str, made_by: str) -> str:
    code = new_code()
    store.write(
        lambda tx: invitations.invite(
            tx, region, Role.MANAGER, None, seals=seals(code), made_by=made_by, now=START
        )
    ).result()
    return read_code(code.typed)


def test_a_programme_manager_who_stops_leaves_no_open_door_behind(store: MemoryStore) -> None:
    codes = [invited(store, *one) for one in (("N", "beide"), ("Z", "beide"), ("N", "n-manager"))]
    happens(store, RoleEnded(region="N", person="n-manager", ended="beide", role=Role.MANAGER))
    found = store.read(lambda tx: [invitations.invitation(tx, code, START) for code in codes])
    assert [one.standing for one in found if one] == [Standing.EXPIRED, Standing.OPEN, Standing.OPEN]


def test_a_programme_manager_who_only_cannot_be_reached_keeps_what_they_handed_out(
    store: MemoryStore,
) -> None:
    code = invited(store, "N", "n-manager")
    store.write(lambda tx: people.join(tx, "n-manager", Membership(region="N", role=Role.TEACHER))).result()
    store.write(lambda tx: tx.run("UPDATE chats SET gone_at = 1 WHERE person = 'n-manager'")).result()
    happens(store, RoleEnded(region="N", person="beide", ended="n-manager", role=Role.TEACHER))
    found = store.read(lambda tx: invitations.invitation(tx, code, START))
    assert found and found.standing is Standing.OPEN


def test_of_two_people_with_one_code_the_first_to_finish_gets_in() -> None:
    bot = Direct(seed, START)
    for person in ("nieuw", "z-docent"):
        bot.say(person, "", TEACHER)
    for _tap in range(4):
        bot.say("nieuw", "", "1")
    bot.heard("z-docent", "")
    bot.press("z-docent", "", "Overslaan")
    assert bot.heard("z-docent", "")[-1].text.startswith("Deze code is intussen gebruikt")
    there = bot.store.read(lambda tx: {one.key for one in people.members(tx, "N")})
    assert "nieuw" in there
    assert "z-docent" not in there


def test_two_last_taps_in_one_commit_let_one_person_in(store: MemoryStore) -> None:
    bot = Direct(seed, START)
    for person in ("nieuw", "z-docent"):
        bot.say(person, "", TEACHER)
    for _tap in range(3):
        bot.say("nieuw", "", "1")

    def both(tx: Transaction) -> None:
        arrivals = [
            Arrival(
                platform="local",
                event=f"at once {person}",
                chat=chats.private_chat(tx, person) or "",
                account=person,
                text=text,
            )
            for person, text in (("z-docent", "Overslaan"), ("nieuw", "1"))
        ]
        inbox.receive(tx, arrivals, START)

    bot.store.write(both).result()
    bot.turn(START)
    there = bot.store.read(lambda tx: {one.key for one in people.members(tx, "N")})
    assert there & {"nieuw", "z-docent"} == {"z-docent"}
    assert any(said.text.startswith("Deze code is intussen gebruikt") for said in bot.heard("nieuw", ""))


def test_a_card_that_waited_is_not_saved_by_who_is_no_longer_programme_manager() -> None:
    bot = Direct(seed, START)
    bot.say("beide", "", "/overleg")
    bot.press("beide", "", "Regio Noord")
    bot.say("beide", "", "Stuurgroep")
    bot.store.write(lambda tx: people.end_role(tx, "N", "beide", Role.MANAGER, START)).result()
    bot.store.write(lambda tx: people.join(tx, "beide", Membership(region="N", role=Role.TEACHER))).result()
    bot.heard("beide", "")
    bot.say("beide", "", "9 december")
    assert bot.heard("beide", "")[-1].text == "Dat kan alleen de programmamanager."
    assert bot.store.read(lambda tx: tx.value("SELECT COUNT(*) FROM meetings")) == 0


def test_every_subregion_can_get_a_channel_however_many_there_are() -> None:
    bot = Direct(seed, START)
    bot.store.write(lambda tx: [groups.add_subregion(tx, "N", f"Deel {n:02}") for n in range(17)]).result()
    bot.say("n-manager", "Nieuwe", "/kanaal")
    offered: list[str] = []
    for _page in range(3):
        buttons = bot.heard("n-manager", "Nieuwe")[-1].buttons
        assert len(buttons) <= 8
        offered += buttons[:-1]
        bot.press("n-manager", "Nieuwe", "Meer…")
    assert len(set(offered)) == 19
    bot.press("n-manager", "Nieuwe", "Deel 03")
    assert "Deel 03" in bot.heard("n-manager", "Nieuwe")[-1].text


def test_a_channel_that_goes_to_another_region_at_once_gets_the_summaries_of_that_one() -> None:
    bot = Direct(seed, START)

    def tie_twice(tx: Transaction) -> str:
        key = str(tx.value("SELECT key FROM chats WHERE title = 'Nieuwe groep'"))
        for region in ("N", "Z"):
            chats.tie(tx, key, region, None)
        return key

    key = bot.store.write(tie_twice).result()
    bot.turn(START)
    assert {one.region for one in bot.store.read(lambda tx: occurrences.pending(tx, key))} == {"Z"}


def test_what_stands_in_a_channel_is_not_composed_anew_after_the_channel_has_left_the_region() -> None:
    bot = Direct(seed, START)
    channel = bot.store.read(lambda tx: chats.channels(tx, "N")[0].key)

    def show(tx: Transaction) -> None:
        view = Card(region="N", milestone="n-milestone", mark=0, subject="card")
        shown = Outgoing(text="De mijlpaal", view=view, subject="card", to=Address(chat=channel))
        outbox.say(tx, shown, asked_in=None, region="N", now=START)
        chats.tie(tx, channel, "Z", None)

    bot.store.write(show).result()
    bot.turn(START)
    bot.say("n-trekker", "", "/mijlpalen")
    bot.say("n-trekker", "", "1")
    bot.press("n-trekker", "", "Gereed")
    stand = bot.store.read(lambda tx: plans.milestone(tx, "N", "n-milestone"))
    assert stand is not None and stand.closed
    assert [parcel.text for parcel in bot.screen.shown[channel]] == ["De mijlpaal"]


def test_somebody_who_joins_a_team_again_in_another_role_keeps_their_place_in_it(store: MemoryStore) -> None:
    again = Membership(region="N", role=Role.OWNER, team="n-team")
    store.write(lambda tx: people.join(tx, "n-trekker", again)).result()
    team = store.read(lambda tx: groups.team(tx, "N", "n-team"))
    assert team is not None
    assert [(one.person, one.place.value) for one in team.people] == [
        ("n-trekker", "coordinator"),
        ("n-docent", "member"),
    ]


def test_whom_to_turn_to_begins_with_who_is_there_and_stays_short() -> None:
    bot = Direct(seed, START)
    for number in range(9):
        happens(bot.store, TeamPut(region="N", person="n-manager", name=f"Groep {number}", subregion=None))
    bot.say("n-manager", "", "/wie")
    bot.say("n-docent", "", "/wie")
    first, *others = bot.heard("n-manager", "")[-1].text.splitlines()[1:]
    assert first == "• Team keuzevakken: Trekker N"
    assert others[:4] == [*(f"• Groep {n}: nog niemand" for n in range(3)), "• en nog 6 teams zonder iemand"]
    assert bot.heard("n-docent", "")[-1].text.splitlines()[1:] == [first]
