"""What people call the words of the programme: roles, results, stands."""

from programme.records import Person, Result, Role, Stand, UpdateKind
from programme.text import Phrase, _

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


def role_of(person: Person) -> Phrase:
    """Return what somebody is, in a word: the role they have that carries most, or a newcomer."""
    roles = {membership.role for membership in person.memberships}
    return next((ROLES[role] for role in WEIGHT if role in roles), _("Newcomer"))


WEIGHT = (Role.MANAGER, Role.COORDINATOR, Role.OWNER, Role.STEERING, Role.COMPANY, Role.TEACHER)
