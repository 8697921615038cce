"""Most milestones of a real plan end on 31 December: what their owner hears, told as a story.

One milestone from 1 January to 31 December 2021, nobody answering, an owner who works from Monday to Friday:
the day on which something is said, its rule, and the day that it speaks for.
"""

from datetime import date

import pytest

from programme.cadence import Cadence, Watched, nudges
from programme.calendar import Break, Calendar, Period, Rhythm
from programme.silence import Patience, Silence, coordinator_hears_on, manager_hears_on

WITHOUT = """
Mon 04 Jan 2021  start   01 Jan  The new year has begun: so has this.
Thu 01 Apr 2021  ask     01 Apr  How is it going?
Thu 01 Jul 2021  ask     01 Jul  How is it going?
Fri 01 Oct 2021  ask     01 Oct  How is it going?
Fri 03 Dec 2021  before  03 Dec  Four weeks left.
Fri 17 Dec 2021  before  17 Dec  Two weeks left.
Fri 24 Dec 2021  before  24 Dec  One week left; the day before is not said apart.
Fri 31 Dec 2021  today   31 Dec  Today is the day.
Mon 10 Jan 2022  late    10 Jan  Late: on Mondays, the first with a working week behind it.
Mon 17 Jan 2022  late    17 Jan  Late for another week.
"""

WITH = """
Mon 04 Jan 2021  start   01 Jan  The new year has begun: so has this.
Thu 01 Apr 2021  ask     01 Apr  How is it going?
Thu 01 Jul 2021  ask     01 Jul  How is it going?
Fri 01 Oct 2021  ask     01 Oct  How is it going?
Fri 03 Dec 2021  before  03 Dec  Four weeks left.
Fri 17 Dec 2021  before  31 Dec  The last working day of the year speaks for 14, 7, 1 and 0 days.
Mon 10 Jan 2022  late    10 Jan  Late: on Mondays, the first with a working week behind it.
Mon 17 Jan 2022  late    17 Jan  Late for another week.
"""

CHRISTMAS = (Break(name="Kerstvakantie", first=date(2021, 12, 20), last=date(2022, 1, 2)),)
YEAR = Watched(key="m", since=date(2020, 9, 1), start=date(2021, 1, 1), planned=date(2021, 12, 31))
DAYS = Period(first=date(2020, 9, 1), last=date(2022, 1, 20))


def told(story: str) -> list[str]:
    return [line[:31].rstrip() for line in story.strip().splitlines()]


@pytest.mark.parametrize(("breaks", "story"), [((), WITHOUT), (CHRISTMAS, WITH)], ids=["without", "with"])
def test_a_year_with_and_without_a_christmas_holiday(breaks: tuple[Break, ...], story: str) -> None:
    heard = nudges(YEAR, Cadence(), Calendar(breaks=breaks), Rhythm(), DAYS)
    assert [f"{n.day:%a %d %b %Y}  {n.rule:<7} {n.nominal:%d %b}" for n in heard] == told(story)


@pytest.mark.parametrize(
    ("breaks", "coordinator", "manager"),
    [((), date(2021, 12, 24), date(2022, 1, 17)), (CHRISTMAS, date(2022, 1, 3), date(2022, 1, 17))],
    ids=["without", "with"],
)
def test_who_else_hears_when_nobody_answers(
    breaks: tuple[Break, ...], coordinator: date, manager: date
) -> None:
    calendar = Calendar(breaks=breaks)
    heard = nudges(YEAR, Cadence(), calendar, Rhythm(), DAYS)
    silence = Silence(due=YEAR.due, reminders=tuple(nudge.day for nudge in heard[1:]))
    assert coordinator_hears_on(silence, Patience(), calendar, Rhythm()) == coordinator
    assert manager_hears_on(silence, Patience(), calendar, Rhythm()) == manager
