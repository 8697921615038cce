"""The columns of a table of milestones without headings: one of periods, one of owners, the longest text the result.

Many tables have no headings and are no milestones, so this asks for more than a heading does: every part must be
there, and nothing in it may be a figure, money, or a second column of names.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.plan.columns import SAMPLE, Columns
from documents.plan.contents import is_period, is_time, length, portion
from documents.plan.headings import NO_MILESTONES, Role, TableKind
from documents.plan.tables import Row
from language.plan.owners import owner_like
from programme.text import Phrase, _

SURE = 0.6
LEAST_COLUMNS = 3
MUCH_SHORTER = 3  # times
LONGEST_NAME = 3  # words; a result that mentions a school or a team is longer
FIGURE = re.compile(r"\W*\d[\d.,\s]*\W*")
NUMBERED = re.compile(r"(?:activiteit\s*)?\d{1,2}\s*[.:)]\s*\D", re.IGNORECASE)
SORT = re.compile(r"\w*(?:bedrijf|bedrijven|school|scholen|gemeente|college|bureau|netwerk)", re.IGNORECASE)
# What the line over a table calls it when it is something else with days and names in it.
OTHER_TABLE = re.compile(
    r"^(?:[\W\d]|de |onze )*(?:keuzevak|partner|deelnem|doelgroep|risico|begroting|kosten|contact|lesrooster|rooster|"
    r"overleg|vergader|aanwezig|cijfer|streef|indicator|kengetal|samenstelling)",
    re.IGNORECASE,
)
NO_PLAN = re.compile(NO_MILESTONES.pattern + r"|€|\beuro\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class WithoutHeadings:
    """Where a table without headings may be of milestones; known only after the whole document was read once.

    Not with an activity that has a table with headings (``headed``): that one says what its milestones are. Nor
    outside all activities where some are ``named``.
    """

    headed: frozenset[int]
    named: frozenset[int]

    def may_be_of(self, activity: int | None) -> bool:
        """Return whether such a table under ``activity``, or outside all of them, may be of milestones."""
        return activity not in self.headed if activity is not None else not self.named


def by_content(rows: Sequence[Row], over: str = "") -> Columns | None:
    """Return the columns of ``rows`` when they are plainly milestones, else None; ``over`` is the text above them."""
    body = [row for row in rows if len(row.own()) > 1][:SAMPLE]
    width = [at for at in range(len(rows[0].cells)) if length(body, at)] if body else []
    if (
        len(width) < LEAST_COLUMNS
        or OTHER_TABLE.match(over)
        or any(NO_PLAN.search(text) for row in rows for text in row.texts())
    ):
        return None
    times = [at for at in width if portion(body, at, is_time) >= SURE and portion(body, at, is_period)]
    rest = [at for at in width if at not in times and not _is_order(body, at)]
    who = max(
        rest, key=lambda at: (_filled(body, at) * portion(body, at, _owns), -length(body, at)), default=-1
    )
    texts = [at for at in rest if at != who]
    activity = _activity(body, texts)
    what = _result(body, [at for at in texts if at not in activity])
    if len(times) != 1 or not _are_milestones(body, what, times[0], who, texts):
        return None
    of = {Role.WHAT: (what,), Role.WHEN: (times[0],), Role.WHO: (who,), Role.ACTIVITY: activity}
    of[Role.HOW] = tuple(at for at in texts if at not in (what, *activity))
    return Columns(kind=TableKind.MILESTONES, of={role: at for role, at in of.items() if at}, deep=0)


def _result(body: Sequence[Row], texts: Sequence[int]) -> int:
    """The longest text, or one before it that is not much shorter: what is done comes before how; -1 for none."""
    longest = max((length(body, at) for at in texts), default=0)
    return next((at for at in texts if length(body, at) * MUCH_SHORTER >= longest), -1)


def says_how(columns: Columns) -> Phrase:
    """Return the doubt about columns that were recognised by content only: which is read as what."""
    what, when, who = (columns.of[role][0] + 1 for role in (Role.WHAT, Role.WHEN, Role.WHO))
    return _(
        "The columns have no headings; by what stands in them column {what} is read as the result, {when} as "
        "the period and {who} as the owner.",
        what=what,
        when=when,
        who=who,
    )


def _are_milestones(body: Sequence[Row], what: int, when: int, who: int, texts: Sequence[int]) -> bool:
    """Every part is there in most rows, the owners are owners, the results are no names, and nothing is a figure."""
    if what < 0 or any(_filled(body, at) < SURE for at in (what, when, who)):
        return False
    if any(portion(body, at, lambda text: bool(FIGURE.fullmatch(text))) >= SURE for at in texts):
        return False
    return portion(body, who, _owns) >= SURE and portion(body, what, _is_result) >= 0.5


def _owns(text: str) -> bool:
    """A team or a role owns; "bedrijf" or "school" alone says of what sort a partner is."""
    return owner_like(text) and not SORT.fullmatch(text.strip())


def _is_result(text: str) -> bool:
    words = len(text.split())
    return words > 1 and not (words <= LONGEST_NAME and owner_like(text))


def _filled(body: Sequence[Row], at: int) -> float:
    return sum(bool(row.cells[at].text.strip()) for row in body) / len(body)


def _is_order(body: Sequence[Row], at: int) -> bool:
    """A column that only counts the rows."""
    return [row.cells[at].text.strip(" .)") for row in body] == [str(n) for n in range(1, len(body) + 1)]


def _activity(body: Sequence[Row], texts: Sequence[int]) -> tuple[int, ...]:
    """The first column of numbered names that stand over several rows, where others are left for the result."""
    for at in texts if len(texts) > 1 else ():
        names = {row.cells[at].text for row in body}
        if len(names) < len(body) and portion(body, at, lambda text: bool(NUMBERED.match(text))) >= SURE:
            return (at,)
    return ()
