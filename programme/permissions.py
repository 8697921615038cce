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
    MANAGE = "manage"


EVERYBODY = frozenset(Role)
ALLOWED: Mapping[Deed, frozenset[Role]] = {
    Deed.READ: EVERYBODY,
    Deed.REPORT: EVERYBODY,
    Deed.ANSWER: frozenset({Role.OWNER, Role.COORDINATOR, Role.MANAGER}),
    Deed.INVITE: frozenset({Role.MANAGER}),
    Deed.CONFIRM: frozenset({Role.MANAGER}),
    Deed.MANAGE: frozenset({Role.MANAGER}),
}


def may(person: Person, deed: Deed, region: str) -> bool:
    """Whether ``person`` may do ``deed`` in ``region``."""
    return not ALLOWED[deed].isdisjoint(person.roles_in(region))
