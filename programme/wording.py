"""What people call the words of the programme: roles, results, stands, whether a delay can be made up, years."""

from collections.abc import Collection, Iterable, Sequence

from programme.records import Result, Role, Stand, UpdateKind
from programme.text import Phrase, Text, _

ROLES: dict[Role, Phrase] = {
    Role.TEACHER: _("Teacher"),
    Role.COMPANY: _("Company contact"),
    Role.OWNER: _("Owner"),
    Role.COORDINATOR: _("Coordinator"),
    Role.MANAGER: _("Programme manager"),
    Role.STEERING: _("Steering group member"),
}

RESULTS: dict[Result, Phrase] = {
    Result.SUCCESS: _("Went well"),
    Result.PARTIAL: _("Partly"),
    Result.FAILED: _("Did not work out"),
}

KINDS: dict[UpdateKind, Phrase] = {
    UpdateKind.OUTCOME: _("Outcome"),
    UpdateKind.PROGRESS: _("Progress"),
    UpdateKind.CONTRIBUTION: _("Contribution"),
    UpdateKind.AGENDA: _("Agenda point"),
    UpdateKind.SIGNAL: _("Signal"),
}

STANDS: dict[Stand, Phrase] = {
    Stand.DONE: _("Done"),
    Stand.ON_TRACK: _("On track"),
    Stand.DELAYED: _("Delayed"),
    Stand.CANCELLED: _("Cancelled"),
}


CATCH_UP: dict[bool, Phrase] = {
    True: _("Can be made up with extra effort."),
    False: _("Cannot be made up with extra effort."),
}


def role_of(roles: Collection[Role]) -> Phrase:
    """Return what somebody is who has these roles, in a word: the one that carries most, or a newcomer."""
    return next((ROLES[role] for role in WEIGHT if role in roles), _("Newcomer"))


WEIGHT = (Role.MANAGER, Role.COORDINATOR, Role.OWNER, Role.STEERING, Role.COMPANY, Role.TEACHER)


def listed(texts: Sequence[Text]) -> Text:
    """Return texts as people list them, "one, two and three"; "" for none."""
    if len(texts) < 2:
        return texts[0] if texts else ""
    *others, last = texts
    first = others[0]
    for other in others[1:]:
        first = _("{one}, {two}", one=first, two=other)
    return _("{one} and {two}", one=first, two=last)


def span_of_years(first: int, last: int) -> str:
    """Return years as people write them: ``2027``, or ``2026–2027``."""
    return str(first) if first == last else f"{first}–{last}"


def school_years(firsts: Iterable[int]) -> str:
    """Name school years, each known by the calendar year in which it begins."""
    return ", ".join(span_of_years(year, year + 1) for year in firsts)
