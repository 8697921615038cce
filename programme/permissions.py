"""Who may do what: one table, asked for one region at a time. Nobody may anything where they take no part."""

from collections.abc import Mapping
from enum import StrEnum

from programme.records import Person, Role


class Deed(StrEnum):
    """Something that a person may or may not do in a region."""

    READ = "read"
    REPORT = "report"
    ANSWER = "answer"
    INVITE = "invite"
    CONFIRM = "confirm"
    ARRANGE_TEAMS = "arrange_teams"
    TIE_CHANNEL = "tie_channel"
    MANAGE = "manage"


EVERYBODY = frozenset(Role)
MANAGERS = frozenset({Role.MANAGER})
ALLOWED: Mapping[Deed, frozenset[Role]] = {
    Deed.READ: EVERYBODY,
    Deed.REPORT: EVERYBODY,
    Deed.ANSWER: frozenset({Role.OWNER, Role.COORDINATOR, Role.MANAGER, Role.STEERING}),
    Deed.INVITE: MANAGERS,
    Deed.CONFIRM: MANAGERS,
    Deed.ARRANGE_TEAMS: MANAGERS,
    Deed.TIE_CHANNEL: MANAGERS,
    Deed.MANAGE: MANAGERS,
}
# Teams own milestones, so whoever is in one may do this whatever their role: a teacher who is its coordinator too.
ALLOWED_IN_A_TEAM = frozenset({Deed.ANSWER})


def may(person: Person, deed: Deed, region: str) -> bool:
    """Whether ``person`` may do ``deed`` in ``region``."""
    if deed in ALLOWED_IN_A_TEAM and person.teams_in(region):
        return True
    return not ALLOWED[deed].isdisjoint(person.roles_in(region))
