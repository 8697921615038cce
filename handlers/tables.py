"""What the bot can do, in four tables: its dialogues, its buttons and who may press them, its living messages.

A subject's own file says how; here stands only that it exists.
"""

from collections.abc import Callable, Mapping
from typing import Any

from handlers.dialogue import forms, steps
from handlers.dialogue.fields import Form
from handlers.people import (
    channels,
    doubts,
    inviting,
    joining,
    leaving,
    participants,
    parts,
    regions,
    settings,
    teams,
    welcome,
)
from handlers.plan import delays, handover, milestones, noting, plan_changes
from handlers.plan.milestone_lines import Card
from handlers.plan.reminder_lines import Reminder
from handlers.reporting import confirmations, mine, smalltalk, updates
from handlers.reporting.gifts import AlsoGiven
from handlers.turns import Desk, Turn, reply
from handlers.week import figures, meetings
from programme.fitting import ReadOn
from programme.messages import Action, Draft, Outgoing, View
from programme.permissions import Deed
from programme.text import _

FORM_TABLE = (
    updates.REPORT,
    delays.DELAY,
    delays.LATER,
    handover.HANDOVER,
    figures.FIGURE,
    meetings.MEETING,
    joining.WELCOME,
    inviting.INVITE,
    teams.ARRANGE,
    participants.ENDING,
    parts.PART,
    settings.SETTINGS,
)
FORMS: Mapping[type[Draft], Form] = {form.draft: form for form in FORM_TABLE}


def _taken(press: steps.Taken, desk: Desk) -> Turn:
    if press.chooser:
        return Turn(toast=_("{name} was first: {choice}.", name=press.chooser, choice=press.choice))
    return Turn(toast=_("You have chosen already: {choice}.", choice=press.choice))


PRESSES: Mapping[type[Action], Callable[[Any, Desk], Turn]] = {
    **dict.fromkeys(forms.STEPS, lambda press, desk: forms.pressed(press, desk, FORMS)),
    steps.Instead: lambda press, desk: forms.instead(press, desk, FORMS),
    steps.Resume: lambda press, desk: forms.resume(press, desk, FORMS),
    steps.Again: lambda press, desk: forms.again(press, desk, FORMS),
    steps.Taken: _taken,
    steps.Copied: lambda press, desk: Turn(
        toast=_("This is a copy: its buttons work only where I said it. Just type here what you want.")
    ),
    steps.Gone: lambda press, desk: Turn(toast=_("That is too old to be pressed. Just type what you want.")),
    leaving.StartAgain: lambda press, desk: leaving.start_again(press, desk, FORMS),
    welcome.Elsewhere: welcome.elsewhere,
    mine.Browse: mine.browse,
    mine.Look: mine.look,
    updates.Already: updates.already,
    AlsoGiven: updates.also_given,
    mine.Amend: updates.change,
    mine.Withdraw: mine.withdraw,
    mine.Restore: mine.restore,
    confirmations.Confirm: confirmations.confirm,
    confirmations.Merge: confirmations.merge,
    confirmations.KeepApart: confirmations.keep_apart,
    mine.ReportThis: smalltalk.report_this,
    mine.LeaveIt: mine.leave_it,
    milestones.Open: milestones.open_card,
    milestones.Say: milestones.say,
    milestones.AllOnTrack: milestones.all_on_track,
    noting.NoteAll: noting.note_all,
    milestones.Mine: lambda press, desk: milestones.mine("", desk),
    milestones.Turned: milestones.turn_page,
    milestones.Delay: delays.delay,
    milestones.Later: delays.later,
    milestones.HandOver: handover.hand_over,
    handover.Settle: handover.settle,
    meetings.DropMeeting: meetings.drop,
    plan_changes.Decide: plan_changes.decide,
    doubts.Resend: doubts.resend,
    doubts.Leave: doubts.leave,
    channels.Tie: channels.tie,
    channels.OtherParts: channels.others,
    regions.OtherRegions: regions.others,
    ReadOn: lambda press, desk: reply(press.text),
}

# What one must be allowed to do to press something, in the region that it is about; to take part, where nothing
# stands here. The steps of a dialogue are its own: they are for whoever is in it.
DEEDS: Mapping[type[Action], Deed] = {
    milestones.Say: Deed.ANSWER,
    milestones.AllOnTrack: Deed.ANSWER,
    noting.NoteAll: Deed.ANSWER,
    milestones.Delay: Deed.ANSWER,
    milestones.Later: Deed.ANSWER,
    milestones.HandOver: Deed.ANSWER,
    confirmations.Confirm: Deed.CONFIRM,
    mine.ReportThis: Deed.REPORT,
    updates.Already: Deed.REPORT,
    AlsoGiven: Deed.REPORT,
    meetings.DropMeeting: Deed.MANAGE,
    plan_changes.Decide: Deed.MANAGE,
    doubts.Resend: Deed.MANAGE,
    doubts.Leave: Deed.MANAGE,
    channels.Tie: Deed.TIE_CHANNEL,
}
ANYBODY = (*forms.STEPS, steps.Resume, steps.Again, *steps.NOTHING, leaving.StartAgain, channels.OtherParts)

VIEWS: Mapping[type[View], Callable[[Any, Desk], Outgoing]] = {
    Reminder: milestones.reminder,
    Card: milestones.card,
    updates.Saved: updates.saved,
    confirmations.Confirmation: confirmations.confirmation,
    plan_changes.Asked: plan_changes.asked,
    joining.Sought: welcome.sought,
    doubts.InDoubt: doubts.in_doubt,
}
