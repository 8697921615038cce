"""What the command line does with people: invite somebody, and read a calendar of school holidays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.invitation_picture import pictured
from documents.calendar_files import read_breaks
from handlers.people.inviting import letter, seals
from language.catalogue import LANGUAGES, catalogue
from programme.errors import AanjagerError
from programme.groups import Organisation
from programme.invitations import LASTS, new_code
from programme.records import Region, Role
from programme.text import Text, _, lines, n_
from programme.wording import ROLES
from storage import calendars
from storage.database import Store, Transaction
from storage.people import groups, invitations, people


class UnknownName(AanjagerError):
    """A region, role, team or organisation that is not there; the error says which there are."""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What to do with an invitation, and the link that gives its code, where a platform has such links."""

    told: Text
    link: str | None


def invite(
    store: Store, region: str, role: str, team: str | None, now: datetime, picture: Path | None = None
) -> Letter:
    """Make an invitation, and its QR picture (.png or .svg) where one is asked for.

    UnknownName for a region, role or team that is not there; NoPicture where the file cannot be.
    """
    code, wanted = new_code(), role_named(role)
    link = store.read(lambda tx: invitations.link(tx, code.link))

    def keep(tx: Transaction) -> Region:
        where = region_named(tx, region)
        key = _team(tx, where.key, team) if team else None
        invitations.invite(tx, where.key, wanted, key, seals=seals(code), made_by="", now=now)
        return where

    with pictured(picture, link):
        where = store.write(keep).result()
    told = _(
        "Hand on the message below. It is for one person (role: {role}), works once, and lasts {days} days.",
        role=ROLES[wanted],
        days=LASTS.days,
    )
    return Letter(told=lines(told, "", letter(code, where.name, link)), link=link)


def read_calendar(store: Store, file: Path, region: str, organisation: str | None) -> Text:
    """Read school holidays from an .ics file into the calendar of a region, or of one of its organisations."""

    def keep(tx: Transaction) -> Text:
        where = region_named(tx, region)
        whose = _organisation(tx, where.key, organisation) if organisation else None
        found = read_breaks(file, where.zone)
        calendars.set_breaks(tx, where.key, whose.key if whose else None, found)
        return lines(
            n_(
                "{n} school holiday read for {name}:",
                "{n} school holidays read for {name}:",
                len(found),
                name=whose.name if whose else where.name,
            ),
            *(
                _("• {name}: {first:year} to {last:year}", name=one.name, first=one.first, last=one.last)
                for one in found
            ),
        )

    return store.write(keep).result()


def region_named(tx: Transaction, code: str) -> Region:
    """Return the region with a code; UnknownName says which there are."""
    found = people.region(tx, code) or people.region(tx, code.upper())
    if found is None:
        known = _listed(f"{one.key} ({one.name})" for one in people.regions(tx))
        raise UnknownName(
            _("There is no region {code}.", code=code),
            _("These are there: {known}. A region comes into being with: aanjager import", known=known),
        )
    return found


def role_named(name: str) -> Role:
    """Find a role by its key or by what it is called in any language."""
    said = name.strip().casefold()
    for role, label in ROLES.items():
        if said in (role.value, *(catalogue(one).render(label).casefold() for one in LANGUAGES)):
            return role
    raise UnknownName(
        _("There is no role {name}.", name=name),
        _("Choose one of: {known}", known=_listed(r.value for r in Role)),
    )


def _team(tx: Transaction, region: str, name: str) -> str:
    teams = groups.teams(tx, region)
    found = next((one for one in teams if one.name.casefold() == name.strip().casefold()), None)
    if found is None:
        raise UnknownName(
            _("There is no team {name} in this region.", name=name),
            _("These are there: {known}", known=_listed(one.name for one in teams)),
        )
    return found.key


def _organisation(tx: Transaction, region: str, name: str) -> Organisation:
    found = groups.organisation_named(tx, region, name)
    if found is None:
        known = _listed(one.name for one in groups.organisations(tx, region))
        raise UnknownName(
            _("There is no organisation {name} in this region.", name=name),
            _("These are there: {known}", known=known),
        )
    return found


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "–"
