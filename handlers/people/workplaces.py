"""For which organisations somebody takes part: a teacher may work at two schools, and leave one of them."""

from collections.abc import Mapping, Sequence

from handlers.dialogue.fields import Option
from handlers.turns import Desk, Turn, reply
from programme.events import Event
from programme.groups import as_known
from programme.messages import Address, Outgoing
from programme.people_events import OrganisationLeft, WorksForToo
from programme.records import Person
from programme.text import Text, _, shortened

TOO, LEFT = "too", "left:"  # one organisation more; no longer the one whose key follows


def own(person: Person, desk: Desk) -> Mapping[str, str]:
    """Return the names of the organisations for which somebody takes part in the region, by key."""
    keys = person.organisations_in(desk.region.key)
    return {one.key: one.name for one in desk.organisations() if one.key in keys}


def changes(person: Person, desk: Desk) -> Sequence[Option]:
    """Offer one organisation more and, of several, to leave each."""
    known = own(person, desk)
    leaving = known.items() if len(known) > 1 else ()
    return [
        Option(label=_("Works at another school or company too"), value=TOO),
        *(
            Option(label=_("No longer at {organisation}", organisation=shortened(name)), value=f"{LEFT}{key}")
            for key, name in leaving
        ),
    ]


def others(person: Person, desk: Desk) -> Sequence[Option]:
    """Offer the organisations for which somebody does not take part yet."""
    known = own(person, desk)
    return [Option(label=one.name, value=one.name) for one in desk.organisations() if one.key not in known]


def changed(person: Person, change: str, organisation: str, desk: Desk) -> Turn | None:
    """Keep one of the ``changes`` and say so to whom it is about; None for anything else."""
    here, known = {"region": desk.region.key, "person": desk.person.key}, own(person, desk)
    if change == TOO:
        if as_known(organisation) in map(as_known, known.values()):
            return reply(
                _(
                    "{name} takes part for {organisation} already.",
                    name=person.name,
                    organisation=organisation,
                )
            )
        too = WorksForToo(member=person.key, organisation=organisation, **here)
        return _noted(person, organisation, too, desk)
    left = change.removeprefix(LEFT)
    if left == change or left not in known:
        return None
    return _noted(person, known[left], OrganisationLeft(member=person.key, organisation=left, **here), desk)


def _noted(person: Person, organisation: str, event: Event, desk: Desk) -> Turn:
    """Tell the programme manager, and in private whom it is about."""
    names = {"name": person.name, "organisation": organisation, "region": desk.region.name}
    noted, theirs = _too(names) if isinstance(event, WorksForToo) else _no_longer(names)
    told = (Outgoing(text=theirs, to=Address(person=person.key)),) if person.key != desk.person.key else ()
    return Turn(says=(Outgoing(text=noted), *told), events=(event,))


def _too(names: Mapping[str, str]) -> tuple[Text, Text]:
    return (
        _("Noted: {name} takes part for {organisation} too.", **names),
        _(
            "In {region} you take part for {organisation} too now. Is that wrong? Ask your programme manager.",
            **names,
        ),
    )


def _no_longer(names: Mapping[str, str]) -> tuple[Text, Text]:
    return (
        _("Noted: {name} no longer takes part for {organisation}.", **names),
        _(
            "In {region} you no longer take part for {organisation}. Is that wrong? Ask your programme manager.",
            **names,
        ),
    )
