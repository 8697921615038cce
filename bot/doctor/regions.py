"""Is a region in order? Its holidays, who is reminded of its milestones, and where its week is read."""

import shlex
from collections.abc import Callable, Iterable, Iterator

from bot.begin import begin, breaks
from bot.doctor.findings import Finding, Level, Patient, ok, problem, warning
from programme.errors import AanjagerError
from programme.text import _, n_
from programme.wording import school_years
from storage import checks
from storage.checks import RegionCheck
from storage.people import groups


def _named(patient: Patient) -> Iterator[Finding]:
    """Name what the settings hold for regions and organisations that are not there."""
    if patient.store is None:
        return
    known = {each.region.key.casefold(): each.region for each in _regions(patient)}
    for code in patient.settings.regions:
        if code not in known:
            what = _("The settings name a region {region} that is not there.", region=code.upper())
            yield warning(
                "regions", what, _("Mend the code under [regions] in settings.toml, or read its plan in.")
            )
    for code, name, _days in patient.settings.holidays():
        region = known.get(code)
        if region and name and not _is_there(patient, region.key, name):
            what = _(
                "The settings name an organisation of {region} that is not there: {name}.",
                region=region.key,
                name=name,
            )
            yield warning("regions", what, _("Write its name as its people know it, or leave it out."))


def _is_there(patient: Patient, region: str, name: str) -> bool:
    store = patient.store
    return bool(store and store.read(lambda tx: groups.organisation_named(tx, region, name)))


def _calendars(patient: Patient) -> Iterator[Finding]:
    """Read every calendar as ``run`` will, and name the school years of the plan that none of them covers."""
    faults = list(_unread(patient))
    yield from faults
    if patient.store is None:
        return
    if all(each.level is Level.OK for each in faults):
        begin(patient.store, patient.settings)
    for each in _regions(patient):
        for name, years in each.uncovered:
            whose = f" --organisation {shlex.quote(name)}" if name else ""
            yield warning(
                "calendars",
                _(
                    "{region} has no school holidays for {years}: reminders would come in them.",
                    region=f"{each.region.key}, {name}" if name else each.region.key,
                    years=school_years(years),
                ),
                _(
                    "Name them in settings.toml, or read a calendar file: aanjager calendar FILE --region {options}",
                    options=f"{each.region.key}{whose}{patient.typed}",
                ),
            )


def _unread(patient: Patient) -> Iterator[Finding]:
    for code, name, named in patient.settings.holidays():
        try:
            found = breaks(named)
        except AanjagerError as error:
            yield problem("calendars", error.what, error.next)
        else:
            text = n_(
                "The calendar of {region} holds {n} holiday.",
                "The calendar of {region} holds {n} holidays.",
                len(found),
                region=f"{code.upper()}, {name}" if name else code.upper(),
            )
            yield ok("calendars", text)


def _people(patient: Patient) -> Iterator[Finding]:
    for each in _regions(patient):
        if each.unheard:
            what = n_(
                "{region}: nobody is reminded of {n} open milestone.",
                "{region}: nobody is reminded of {n} open milestones.",
                each.unheard,
                region=each.region.key,
            )
            yield warning(
                "people", what, _("Invite the owners, or name coordinators of their teams: aanjager invite.")
            )
        elif each.open:
            yield ok(
                "people", _("{region}: somebody is reminded of every open milestone.", region=each.region.key)
            )
        if not each.channels:
            what = _("{region} has no channel: nobody reads its weekly summary.", region=each.region.key)
            yield warning("people", what, _("A programme manager ties one: docs/going-live.md tells how."))


def _regions(patient: Patient) -> list[RegionCheck]:
    today = patient.now.date()
    return patient.store.read(lambda tx: checks.regions(tx, today)) if patient.store else []


REGION_CHECKS: tuple[Callable[[Patient], Iterable[Finding]], ...] = (_named, _calendars, _people)
