"""Two regions with teams, holidays and people in one or both, and for each story the milestones that it needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from bot.local import PLATFORM, open_private_chat
from programme.calendar import Break
from programme.records import Activity, Membership, Milestone, Person, Place, Region, Role
from storage.chats import chats
from storage.database import Transaction
from storage.people import people
from storage.plan import plans
from tests.owned import set_owners

START = datetime(2021, 11, 29, 7, 0, tzinfo=UTC)  # a Monday, 08:00 in the region
REGION = Region(key="R", name="Regio Vechtdal")
OTHER = Region(key="S", name="Regio Zeekant")
BREAKS = (
    Break(name="Kerstvakantie", first=date(2021, 12, 25), last=date(2022, 1, 9)),
    Break(name="Zomervakantie", first=date(2022, 7, 9), last=date(2022, 8, 21)),
)
MEMBER, DEPUTY, COORDINATOR = Place.MEMBER, Place.DEPUTY, Place.COORDINATOR
PEOPLE = (
    ("trekker", "Trekker Zon", ((REGION, Role.COORDINATOR, "zon", COORDINATOR),)),
    ("vervanger", "Vervanger Zon", ((REGION, Role.COORDINATOR, "zon", DEPUTY),)),
    ("docent", "Docent Zon", ((REGION, Role.TEACHER, "zon", MEMBER),)),
    ("maan", "Trekker Maan", ((REGION, Role.COORDINATOR, "maan", COORDINATOR),)),
    (
        "dubbel",
        "Adviseur",
        ((REGION, Role.OWNER, None, MEMBER), (OTHER, Role.COORDINATOR, "duin", COORDINATOR)),
    ),
    ("manager", "Programmamanager", ((REGION, Role.MANAGER, None, MEMBER),)),
)
TEAMS = {"zon": ("Team Zon", REGION), "maan": ("Team Maan", REGION), "duin": ("Team Duin", OTHER)}
ACTIVITIES = {
    "a7": (REGION, 7, "Keuzevakken vernieuwen"),
    "a8": (REGION, 8, "Professionalisering docenten"),
    "a1": (OTHER, 1, "Techniek in de klas"),
}


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """A milestone of a story; ``owners`` are teams or roles, the lead first."""

    title: str
    due: date | None
    start: date | None = None
    activity: str = "a7"
    owners: tuple[str, ...] = ("zon",)


NEW_YEARS_EVE = date(2021, 12, 31)
PILOT = Agreed(title="Pilot twee keuzevakken", due=date(2021, 12, 14))
THREE = (
    Agreed(title="Leskist voor het basisonderwijs", due=date(2021, 12, 14)),
    Agreed(title="Pilot twee keuzevakken", due=date(2021, 12, 14)),
    Agreed(title="SWOT van de technologieroute", due=date(2021, 12, 14), activity="a8"),
)
STORIES: Mapping[str, tuple[Agreed, ...]] = {
    "six_milestones_are_one_message": (
        Agreed(title="Pilot twee keuzevakken", due=NEW_YEARS_EVE),
        Agreed(title="Scholing voor docenten PIE gepland", due=NEW_YEARS_EVE, activity="a8"),
        Agreed(title="Leskist voor het basisonderwijs", due=date(2021, 12, 17)),
        Agreed(title="Twintig docenten op stage in een bedrijf", due=NEW_YEARS_EVE, activity="a8"),
        Agreed(title="Afspraken met tien bedrijven vastgelegd", due=NEW_YEARS_EVE),
        Agreed(title="Kennisdelingssessie gehouden", due=date(2021, 12, 10), activity="a8"),
    ),
    "the_answer_is_the_teams": (PILOT,),
    "several_owners": (
        Agreed(title="Pilot twee keuzevakken", due=date(2021, 12, 14), owners=("zon", "maan")),
    ),
    "delayed": (PILOT,),
    "a_word_for_an_answer": (PILOT,),
    "a_word_for_several": (
        Agreed(title="Leskist voor het basisonderwijs", due=date(2021, 12, 14)),
        Agreed(title="Pilot twee keuzevakken", due=date(2021, 12, 14)),
        Agreed(title="Kennisdelingssessie gehouden", due=date(2021, 12, 14), activity="a8"),
    ),
    "what_one_reply_tells": (PILOT,),
    "a_reply_in_ones_own_words": (PILOT,),
    "what_a_reply_leaves_open": (PILOT,),
    "a_reply_with_a_day_that_cannot_be": (PILOT,),
    "a_delay_in_ones_own_words": (PILOT,),
    "no_delay_after_all": (PILOT,),
    "figures_for_places": THREE,
    "a_reply_for_several": THREE,
    "a_remark_on_one_of_several": THREE,
    "a_reply_by_name": THREE,
    "in_english": THREE,
    "later": (PILOT,),
    "hand_over": (PILOT,),
    "nobody_answers": (PILOT,),
    "late_once_a_week": (
        Agreed(title="Pilot twee keuzevakken", due=date(2021, 11, 22)),
        Agreed(title="Leskist voor het basisonderwijs", due=date(2021, 11, 24)),
        Agreed(title="Docenten geschoold", due=date(2021, 11, 25), activity="a8"),
    ),
    "more_than_one_page": (
        *(Agreed(title=f"Keuzevak {number} vernieuwd", due=date(2020, 11, 3)) for number in range(1, 9)),
        *(Agreed(title=f"Scholing {number}", due=date(2021, 11, 2), activity="a8") for number in range(1, 6)),
    ),
    "a_pause": (PILOT,),
    "two_regions": (
        Agreed(title="Handboek techniek", due=date(2021, 12, 14), owners=("owner",)),
        Agreed(title="Techniekdag groep 8", due=date(2021, 12, 14), activity="a1", owners=("duin",)),
    ),
    "a_long_milestone": (
        Agreed(title="Vier keuzevakken vernieuwd", start=date(2022, 1, 1), due=date(2022, 12, 31)),
        Agreed(title="Bedrijven doen mee", start=date(2022, 1, 1), due=date(2023, 12, 31)),
        Agreed(title="Docenten geschoold", start=date(2022, 1, 1), due=date(2022, 12, 31), activity="a8"),
        Agreed(title="Netwerk onderhouden", start=date(2021, 12, 1), due=None, activity="a8"),
    ),
    "nobody_is_reminded": (
        Agreed(title="Beurs gehouden", due=date(2022, 3, 1), owners=("steering",)),
        Agreed(title="Open dag gehouden", due=date(2021, 11, 1), owners=("steering",)),
        Agreed(title="Folder gedrukt", due=date(2021, 12, 31), owners=("steering",)),
    ),
    "holidays_that_are_not_known": (
        Agreed(title="Handboek techniek", due=date(2023, 6, 1), owners=("owner",)),
    ),
}


def seed(story: str) -> Callable[[Transaction], None]:
    """Return what fills an empty database for a story."""

    def fill(tx: Transaction) -> None:
        _regions(tx)
        _people(tx, "en" if story == "in_english" else "nl")
        for number, agreed in enumerate(STORIES[story], 1):
            _agree(tx, f"m{number}", agreed)

    return fill


def _regions(tx: Transaction) -> None:
    for region in (REGION, OTHER):
        people.add_region(tx, region)
        plans.add_plan(tx, f"plan-{region.key}", region.key, "Activiteitenplan")
        for each in BREAKS:
            add_break(tx, region, each)
    for key, (name, region) in TEAMS.items():
        people.add_team(tx, key, region.key, name)
    for key, (region, number, title) in ACTIVITIES.items():
        activity = Activity(key=key, region=region.key, number=number, title=title)
        plans.add_activity(tx, f"plan-{region.key}", activity)
    channel = chats.arrive(tx, PLATFORM, "channel", "channel", "Kanaal Vechtdal", START)
    chats.tie(tx, channel.key, REGION.key, None)


def add_break(tx: Transaction, region: Region, one: Break) -> None:
    """Add a school holiday to a region's calendar."""
    first, last = one.first.isoformat(), one.last.isoformat()
    tx.insert("breaks", region=region.key, name=one.name, first=first, last=last)


def _people(tx: Transaction, language: str) -> None:
    for key, name, places in PEOPLE:
        memberships = tuple(
            Membership(region=region.key, role=role, team=team, place=place)
            for region, role, team, place in places
        )
        person = Person(key=key, name=name, language=language, hour=time(8, 30), memberships=memberships)
        people.add_person(tx, person, START)
        open_private_chat(tx, key, name, START)


def _agree(tx: Transaction, key: str, agreed: Agreed) -> None:
    region = ACTIVITIES[agreed.activity][0].key
    milestone = Milestone(
        key=key,
        region=region,
        activity=agreed.activity,
        title=agreed.title,
        start=agreed.start,
        due=agreed.due,
    )
    plans.add_milestone(tx, f"plan-{region}", milestone)
    owners = (
        (TEAMS[one][0], one, None) if one in TEAMS else ("Adviseur", None, one) for one in agreed.owners
    )
    set_owners(tx, key, owners)
