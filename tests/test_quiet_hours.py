"""Whatever people do and whatever the settings are: what nobody asked for comes by day, on a working day."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from documents.drawings import Drawn
from jobs.sender import Unsent
from programme.calendar import AMSTERDAM, Calendar, Hours, Period, Rhythm, undisturbed
from programme.rules import Rules
from storage.messages.parcels import Parcel
from tests.platforms import Direct, Screen
from tests.reports_region import START, seed

ZONE = ZoneInfo(AMSTERDAM)
DAYS = timedelta(days=16)
SAID = (
    ("docent", "Profiel PIE gaat misschien dicht", ""),
    ("docent", "Pilot robotica gedraaid met 26 leerlingen", ""),
    ("docent", "Hoi", ""),
    ("bedrijf", "Gisteren 12 uur gastlessen gegeven", "Bewaren"),
    ("collega", "Gisteren 12 uur gastlessen gegeven", "Bewaren"),
    ("collega", "/melden", "Signaal"),
    ("collega", "Het bedrijf trekt zich terug", "Bewaren"),
    ("coordinator", "/uitnodigen", ""),
)


@dataclass
class Noting(Screen):
    """Notes when something reached somebody who had done nothing; ``down``: what nobody waits for is held up."""

    asks: str = ""
    down: bool = False
    unasked: list[tuple[str, datetime]] = field(default_factory=list)
    chats: dict[str, str] = field(default_factory=dict)

    async def send(self, parcel: Parcel, file: Drawn | None, now: datetime) -> str:
        who = self.chats.get(parcel.chat, "")
        if who != self.asks and self.down:
            raise Unsent
        if who != self.asks:
            self.unasked.append((who, now))
        return await super().send(parcel, file, now)


class Watched(Direct):
    """The bot with a region's own hours, on a bare platform: there a change is a message too."""

    def __init__(self, hours: Hours) -> None:
        super().__init__(seed, START, bare=True, rules=lambda region: Rules(hours=hours))
        keys = self.store.read(lambda tx: tx.rows("SELECT key, person FROM chats"))
        chats = {row["key"]: row["person"] or "" for row in keys}
        self.screen: Noting = Noting("local", self.screen.abilities, asks="-", chats=chats)
        self.workers = self.start()

    def does(self, who: str, text: str, tap: str) -> None:
        self.screen.asks = who
        self.say(who, "", text)
        if tap and any(
            tap in (b.label for b in m.buttons) for m in self.screen.shown.get(self._chat(who, ""), ())
        ):
            self.press(who, "", tap)
        self.screen.asks = "-"


def hours() -> st.SearchStrategy[Hours]:
    """Any hours that the settings allow."""
    return st.builds(
        lambda first, end: Hours(first=time(first // 60, first % 60), end=time(end // 60, end % 60)),
        st.integers(7 * 60, 12 * 60),
        st.integers(17 * 60, 21 * 60),
    )


def happenings() -> st.SearchStrategy[list[tuple[int, int, bool]]]:
    """(minutes since the one before, what is said, whether the platform is out of order for a while)."""
    return st.lists(
        st.tuples(st.integers(1, 2000), st.integers(0, len(SAID) - 1), st.booleans()), min_size=1, max_size=6
    )


@settings(max_examples=25, deadline=None, derandomize=True, phases=[Phase.generate])
@given(hours(), happenings())
def test_nothing_unasked_is_said_in_quiet_hours_whatever_they_are(
    hours: Hours, happenings: list[tuple[int, int, bool]]
) -> None:
    bot = Watched(hours)
    for minutes, number, down in happenings:
        bot.turn(bot.now + timedelta(minutes=minutes))
        bot.does(*SAID[number])
        bot.screen.down = down
    bot.turn(bot.now + timedelta(hours=5))
    bot.screen.down = False
    bot.turn(bot.now + DAYS)
    wrong = [(who, str(at.astimezone(ZONE))) for who, at in bot.screen.unasked if not _by_day(at, hours)]
    assert not wrong
    assert bot.screen.unasked, "a summary at the least"


def _by_day(at: datetime, hours: Hours) -> bool:
    local = at.astimezone(ZONE)
    return hours.first <= local.time() < hours.end and not Calendar().quiet(local.date())


@pytest.mark.parametrize(
    ("hours", "wanted"),
    [
        (Hours(), "2021-12-01 19:30"),
        (Hours(end=time(19, 0)), "2021-12-02 16:00"),
        (Hours(end=time(19, 30)), "2021-12-02 16:00"),
        (Hours(end=time(19, 31)), "2021-12-01 19:30"),
    ],
)
def test_a_contribution_waits_for_the_morning_that_the_settings_know(hours: Hours, wanted: str) -> None:
    bot = Watched(hours)
    bot.turn(_local("2021-12-01 19:30"))
    bot.does("bedrijf", "Gisteren 12 uur gastlessen gegeven", "Bewaren")
    bot.turn(_local("2021-12-03 12:00"))
    told = [at for who, at in bot.screen.unasked if who == "manager"]
    assert told[0] == _local(wanted)


@pytest.mark.parametrize(
    ("began", "wanted", "why"),
    [
        ("2021-11-30 14:00", "2021-12-03 14:00", "by day, when three days have gone by"),
        ("2021-11-29 22:00", "2021-12-03 16:00", "at night: the next day at their hour"),
        ("2021-12-01 14:00", "2021-12-06 16:00", "on a Saturday: on Monday"),
    ],
)
def test_a_dialogue_expires_at_an_hour_that_suits(began: str, wanted: str, why: str) -> None:
    bot = Watched(Hours())
    bot.turn(_local(began))
    bot.does("docent", "Pilot robotica gedraaid met 26 leerlingen", "")
    bot.turn(_local("2021-12-07 12:00"))
    assert [at for who, at in bot.screen.unasked if who == "docent"] == [_local(wanted)], why


def test_what_could_not_be_delivered_by_day_waits_for_the_next_one() -> None:
    bot = Watched(Hours())
    bot.turn(_local("2021-12-01 20:00"))
    bot.screen.down = True
    bot.does("bedrijf", "Gisteren 12 uur gastlessen gegeven", "Bewaren")
    bot.turn(_local("2021-12-01 21:30"))
    bot.screen.down = False
    bot.turn(_local("2021-12-03 18:00"))
    told = [at for who, at in bot.screen.unasked if who == "manager"]
    assert told[0] == _local("2021-12-02 16:00")


def test_what_is_changed_at_night_is_said_again_by_day_where_it_cannot_be_edited() -> None:
    bot = Watched(Hours())
    bot.turn(_local("2021-12-01 12:00"))
    for text, tap in (("/melden", "Signaal"), ("Profiel PIE gaat misschien dicht", "Bewaren")):
        bot.does("docent", text, tap)
    bot.turn(_local("2021-12-01 22:00"))
    for text, tap in (("Wijzigen", "Tekst"), ("Profiel PIE gaat dicht", "Bewaren")):
        bot.does("docent", text, tap)
    bot.turn(_local("2021-12-03 12:00"))
    told = [at for who, at in bot.screen.unasked if who == "manager"]
    assert told == [_local("2021-12-01 12:00"), _local("2021-12-02 16:00")]


def test_a_summary_that_is_late_waits_for_the_hours_of_the_settings() -> None:
    bot = Watched(Hours(end=time(18, 0)))
    inbox, _occurrences, *others = bot.workers
    bot.turn(_local("2021-12-02 15:00"))
    bot.workers = [inbox, *others]
    bot.turn(_local("2021-12-02 19:00"))
    bot.workers = bot.start()
    bot.turn(_local("2021-12-05 12:00"))
    assert [at for who, at in bot.screen.unasked if who == ""] == [_local("2021-12-03 08:30")]


def test_who_stops_is_not_told_in_the_morning_what_others_did_at_night() -> None:
    bot = Watched(Hours())
    bot.turn(_local("2021-12-01 22:00"))
    bot.does("bedrijf", "Gisteren 12 uur gastlessen gegeven", "Bewaren")
    bot.does("manager", "uitschrijven", "")
    bot.turn(_local("2021-12-03 18:00"))
    assert {who for who, _at in bot.screen.unasked} >= {"tweede"}
    assert "manager" not in {who for who, _at in bot.screen.unasked}


def test_who_is_away_until_further_notice_is_told_by_day() -> None:
    forever = Rhythm(pauses=(Period(first=START.date(), last=date.max),))
    assert undisturbed(_local("2021-12-01 22:00"), Calendar(), forever) == _local("2021-12-02 08:30")
    assert undisturbed(_local("2021-12-01 12:00"), Calendar(), forever) == _local("2021-12-01 12:00")


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=ZONE)
