"""Teams: who coordinates them and who stands in, and what nobody is reminded of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.dialogue import forms
from handlers.dialogue.fields import Field, Form, Option, Problem, always, ask, by_name
from handlers.turns import Desk, Turn, reply
from programme.events import Event
from programme.groups import Team
from programme.messages import Draft, Outgoing
from programme.people_events import Placed, TeamLeft
from programme.permissions import Deed, may
from programme.records import Milestone, Place
from programme.text import Text, _, lines, n_

MOST_TITLES = 8
MOST_EMPTY = 3
TEAM_HELPS = _("With /team you say who coordinates a team.")


@dataclass(frozen=True, kw_only=True)
class Arrangement(Draft):
    """What is to change in a team; the keys of people, "" for who stays."""

    team: str = ""
    coordinator: str = ""
    deputy: str = ""
    leaves: str = ""


def arrange(rest: str, desk: Desk) -> Turn:
    """Begin with the team; one is chosen at once."""
    teams = desk.teams()
    if not teams:
        return reply(_("Your region has no teams yet. They come with the plan, or make one with /regio."))
    return forms.begin(ARRANGE, Arrangement(team=teams[0].key if len(teams) == 1 else ""), desk)


def who(rest: str, desk: Desk) -> Turn:
    """Show whom to turn to in each team; to the programme manager also which have nobody, and what that leaves."""
    arranges = may(desk.person, Deed.ARRANGE_TEAMS, desk.region.key)
    teams = _in_lines(desk.teams(), also_empty=arranges)
    alone = desk.unattended() if arranges else ()
    shown = [_("Whom to turn to in {region}:", region=desk.region.name), *teams] if teams else []
    loose: list[Text] = [*([""] if teams else []), *nobody_reminded(alone), TEAM_HELPS] if alone else []
    return reply(lines(*(shown or [_("Your region has no teams yet. They come with the plan.")]), *loose))


def _in_lines(teams: Sequence[Team], *, also_empty: bool) -> list[Text]:
    """A line for each team: first those that have somebody to turn to, then a few of the others where they matter."""
    staffed = [one for one in teams if one.at(Place.COORDINATOR) or one.at(Place.DEPUTY)]
    empty = [one for one in teams if one not in staffed] if also_empty or not staffed else []
    more = len(empty) - MOST_EMPTY
    rest = [n_("• and {n} team without anybody", "• and {n} teams without anybody", more)] if more > 0 else []
    return [*(_team_in_a_line(one) for one in (*staffed, *empty[:MOST_EMPTY])), *rest]


def _team_in_a_line(team: Team) -> Text:
    first, second = team.at(Place.COORDINATOR), team.at(Place.DEPUTY)
    if first and second:
        return _("• {team}: {first}, or else {second}", team=team.name, first=first.name, second=second.name)
    if first or second:
        return _("• {team}: {first}", team=team.name, first=(first or second).name)  # type: ignore[union-attr]
    return _("• {team}: nobody yet", team=team.name)


def nobody_reminded(milestones: Sequence[Milestone]) -> list[Text]:
    """Name what nobody is reminded of, what is due first above; nothing where there is nothing."""
    if not milestones:
        return []
    pressing = sorted(milestones, key=lambda one: one.expected or date.max)
    more = len(milestones) - MOST_TITLES
    rest = [n_("• and {n} more", "• and {n} more", more)] if more > 0 else []
    return [
        _("Nobody is reminded of:"),
        *(_("• {title}", title=one.title) for one in pressing[:MOST_TITLES]),
        *rest,
    ]


def abandoned(milestones: Sequence[Milestone]) -> Text:
    """Tell the programme managers of milestones of which nobody is reminded any more; nobody is named."""
    return lines(
        _("Somebody stopped or left a team."),
        *nobody_reminded(milestones),
        TEAM_HELPS,
    )


def _team(draft: Arrangement, desk: Desk) -> Team | None:
    return desk.team(draft.team)


def _teams(draft: Arrangement, desk: Desk) -> Sequence[Option]:
    return [Option(label=one.name, value=one.key) for one in desk.teams()]


def _people(draft: Arrangement, desk: Desk) -> Sequence[Option]:
    """Everybody in the region, those of the team first."""
    team = _team(draft, desk)
    inside = [one.person for one in team.people] if team else []
    names = {one.key: one.name for one in desk.people()}
    ordered = dict.fromkeys((*inside, *names))
    return [Option(label=names[key], value=key) for key in ordered if key in names]


def _inside(draft: Arrangement, desk: Desk) -> Sequence[Option]:
    team = _team(draft, desk)
    return [Option(label=one.name, value=one.person) for one in team.people] if team else []


def named(text: str, options: Sequence[Option]) -> Any:
    """Find the one person whose name holds what was typed."""
    fits = by_name(text, options)
    if len(fits) == 1:
        return fits[0].value
    if fits:
        raise Problem(
            _("More than one person has that in their name. Tap who you mean, or type the whole name.")
        )
    raise Problem(_("I find nobody with that name. Tap somebody, or invite them first with /uitnodigen."))


def _card(draft: Arrangement, desk: Desk) -> Text:
    team = _team(draft, desk)
    if team is None:
        return _("This team is no longer there.")
    names = {one.key: one.name for one in desk.people()}
    first, second = team.at(Place.COORDINATOR), team.at(Place.DEPUTY)
    members = [one for one in team.members if one.person not in (draft.coordinator, draft.deputy)]
    return lines(
        team.name,
        "",
        _("Coordinator: {name}", name=_now(draft.coordinator, first.name if first else "", names)),
        _("Deputy: {name}", name=_now(draft.deputy, second.name if second else "", names)),
        *(_("• {name}", name=one.name) for one in members),
        _("Leaves the team: {name}", name=names.get(draft.leaves, "")) if draft.leaves else None,
    )


def _now(chosen: str, known: str, names: dict[str, str]) -> Text:
    return names.get(chosen, "") or known or _("nobody yet")


def _ends(draft: Any, desk: Desk) -> Turn:
    """Keep what was changed. The check of who may do this is made here too: roles change while a card waits."""
    team = _team(draft, desk)
    if team is None or not may(desk.person, Deed.ARRANGE_TEAMS, desk.region.key):
        return reply(_("Only the programme manager can do that."))
    known = {one.key for one in desk.people()}
    here = {"region": desk.region.key, "person": desk.person.key, "team": team.key}
    chosen = ((draft.deputy, Place.DEPUTY), (draft.coordinator, Place.COORDINATOR))
    events: list[Event] = [
        Placed(placed=person, place=place, **here) for person, place in chosen if person in known
    ]
    if draft.leaves in {one.person for one in team.people}:
        events.append(TeamLeft(left=draft.leaves, **here))
    says = Outgoing(text=_("Noted.") if events else _("Nothing has changed."))
    return Turn(says=(says,), events=tuple(events))


def _person_field(name: str, label: Text, question: Text, options: Any) -> Field:
    return Field(
        name=name,
        label=label,
        question=ask(question),
        options=options,
        read=lambda text, draft, desk: named(text, options(draft, desk)),
    )


ARRANGE = Form(
    draft=Arrangement,
    fields=(
        Field(
            name="team",
            label=_("Team"),
            question=ask(_("Which team?")),
            options=_teams,
            asked=always,
            skippable=False,
        ),
        _person_field("coordinator", _("Coordinator"), _("Who coordinates the team?"), _people),
        _person_field("deputy", _("Deputy"), _("Who stands in for the coordinator?"), _people),
        _person_field("leaves", _("Leaves the team"), _("Who leaves the team?"), _inside),
    ),
    card=_card,
    ends=_ends,
)
