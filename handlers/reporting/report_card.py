"""A report in words: on the card before it is saved, and wherever it is named afterwards."""

from collections.abc import Iterable, Sequence

from handlers.dialogue.fields import Shortcut
from handlers.reporting.reports import DATED, TOLD, Report, update_of
from handlers.reporting.several import all_complete
from handlers.turns import Desk
from language.messages.discretion import discreet, names_pupil
from programme.records import Result, Stand, UpdateKind
from programme.text import Text, _, lines, n_, shortened
from programme.updates import Details, Update
from programme.wording import CATCH_UP, KINDS, RESULTS, STANDS

LONG = 300


def card(draft: Report, desk: Desk) -> Text:
    """Return the whole draft, the question whether it is right, and how to go on."""
    update = update_of(draft, desk)
    return lines(
        _("Shall I save this?") if draft.ready else _("Where does it stand? One tap saves it."),
        "",
        *facts(update, desk),
        quoted(update.details),
        *_hints(draft, desk),
    )


def quoted(details: Details) -> Text | None:
    """Return what somebody typed, its lines in a row; None for nothing, or where a line of the facts says it all."""
    shown = (details.success, details.obstacle, details.next_step, details.material)
    if not details.said or _bare(details.said) in map(_bare, shown):
        return None
    return _("“{said}”", said=shortened(" – ".join(details.said.splitlines()), LONG))


def _bare(text: str) -> str:
    return text.strip(" .!").casefold()


def _hints(draft: Report, desk: Desk) -> Iterable[Text]:
    reading = desk.read(draft.said) if draft.said else None
    hints = (
        reading.wrong if reading and draft.day is None else None,
        *(_impossible(draft, *one) for one in (reading.counts.impossible if reading else ())),
        _("I leave the name of a pupil out. Is there another one? Then please change the text.")
        if names_pupil(draft.said)
        else None,
        _("I leave illness out: others read “personele uitval”.")
        if any(
            discreet(text) != text for text in (draft.said, draft.success, draft.obstacle, draft.next_step)
        )
        else None,
        _("I don't know “{place}” in this region, so it stands in the text only.", place=draft.elsewhere)
        if draft.elsewhere
        else None,
        _("How much was it? Just type it, for example “12 hours”.") if _no_amount(draft) else None,
    )
    shown = [hint for hint in hints if hint is not None]
    return ("", *shown) if shown else ()


def _impossible(draft: Report, kind: str, figure: str) -> Text | None:
    """Name a figure that was left out, until there is another one of its kind."""
    if getattr(draft, kind, None) is not None:
        return None
    return _(
        "“{figure}” can't be right, so I left it out. Type it once more if there is a number.", figure=figure
    )


def _no_amount(draft: Report) -> bool:
    given = draft.hours or draft.euros or draft.material
    return draft.kind is UpdateKind.CONTRIBUTION and not given


def facts(update: Update, desk: Desk) -> Iterable[Text]:
    """Yield a line for everything that an update says, in its own words."""
    details = update.details
    milestone = desk.milestone(update.milestone or "")
    activity = desk.activity(update.activity or "")
    place = next((one for one in desk.organisations() if one.key == details.organisation), None)
    found = (
        _("Kind: {kind}", kind=KINDS[update.kind]) if update.kind is not UpdateKind.OUTCOME else None,
        _("Milestone: {title}", title=milestone.title) if milestone else None,
        _("Activity: {title}", title=activity.title) if activity and not milestone else None,
        _("Result: {result}", result=word) if (word := result_word(update.result)) else None,
        _figures(update),
        _given(update) if update.kind is UpdateKind.CONTRIBUTION else None,
        _("Material: {material}", material=shortened(details.material)) if details.material else None,
        _day(update) if update.kind in DATED else None,
        _("At: {place}", place=place.name) if place else None,
        _("New date: {day}", day=details.forecast) if details.forecast else None,
        CATCH_UP[details.catch_up] if details.catch_up is not None else None,
        _("Success: {success}", success=shortened(details.success, LONG)) if details.success else None,
        _("Obstacle: {obstacle}", obstacle=shortened(details.obstacle, LONG)) if details.obstacle else None,
        _("Next step: {step}", step=shortened(details.next_step, LONG)) if details.next_step else None,
        n_("{n} picture", "{n} pictures", len(details.pictures)) if details.pictures else None,
        _("The channel may read this.") if update.shared else None,
    )
    return (line for line in found if line is not None)


def _day(update: Update) -> Text:
    return _("Day: {day}", day=update.day) if update.day else _("Day: not known yet")


def _figures(update: Update) -> Text | None:
    figures = figures_of(update.details)
    if figures is None:
        return None
    if update.kind is UpdateKind.CONTRIBUTION:
        return _("How much: {figures}", figures=figures)
    return _("Numbers: {figures}", figures=figures)


def _given(update: Update) -> Text:
    return _("Delivered") if update.details.delivered else _("Promised")


def result_word(result: str) -> Text | None:
    """Return the word for a Result or a Stand, by its value; None for neither."""
    if result in tuple(Result):
        return RESULTS[Result(result)]
    return STANDS[Stand(result)] if result in tuple(Stand) else None


def figures_of(details: Details) -> Text | None:
    """Return the figures of an update in a row, or None when it has none."""
    counted: Sequence[Text | None] = (
        n_("{n} pupil", "{n} pupils", details.pupils) if details.pupils is not None else None,
        n_("{n} teacher", "{n} teachers", details.teachers) if details.teachers is not None else None,
        n_("{n} company", "{n} companies", details.companies) if details.companies is not None else None,
        n_("{n} school", "{n} schools", details.schools) if details.schools is not None else None,
        _("{hours} hours", hours=details.hours) if details.hours is not None else None,
        _("{euros} euros", euros=details.euros) if details.euros is not None else None,
    )
    return row([one for one in counted if one is not None])


def row(texts: Sequence[Text]) -> Text | None:
    """Join texts with commas; None for none."""
    if not texts:
        return None
    first, rest = texts[0], row(texts[1:])
    return first if rest is None else _("{first}, {rest}", first=first, rest=rest)


def headline(update: Update, desk: Desk) -> Text:
    """Name an update in a line: its result or kind, its figures, and what it is about."""
    kind, told = result_word(update.result) or KINDS[update.kind], substance(update, desk)
    if told is None:
        return kind
    if update.kind in TOLD:
        return _("{kind}: {told}", kind=kind, told=told)
    return _("{first}, {rest}", first=kind, rest=told)


def substance(update: Update, desk: Desk) -> Text | None:
    """Return what an update says beside its kind or result, in a line: its figures, and what it is about."""
    about = desk.milestone(update.milestone or "") or desk.activity(update.activity or "")
    words = shortened(update.details.topic or update.details.said)
    named = about.title if about and not (update.kind in TOLD and words) else words
    parts: tuple[Text | None, ...] = (figures_of(update.details), shortened(named) or None)
    return row([part for part in parts if part is not None])


def shortcuts(draft: Report, desk: Desk) -> Sequence[Shortcut]:
    """What a tap on the card sets: the stand when only that is missing, sharing, promised or delivered."""
    if not draft.ready:
        return [
            Shortcut(label=label, name="result", value=stand.value, saves=True)
            for stand, label in STANDS.items()
        ]
    return [*_together(draft, desk), *_switches(draft, desk)]


def _together(draft: Report, desk: Desk) -> Sequence[Shortcut]:
    if not all_complete(draft, desk):
        return ()
    return [Shortcut(label=_("Save all"), name="together", value=True, saves=True)]


def _switches(draft: Report, desk: Desk) -> Sequence[Shortcut]:
    if draft.kind is UpdateKind.OUTCOME:
        if desk.read(draft.said).parting:  # who leaves is for the programme manager, not for the channel
            return []
        label = _("Don't share") if draft.shared else _("Share with the channel")
        return [Shortcut(label=label, name="shared", value=not draft.shared)]
    if draft.kind is UpdateKind.CONTRIBUTION:
        label = _("It is a promise") if draft.delivered else _("It was delivered")
        return [Shortcut(label=label, name="delivered", value=not draft.delivered)]
    return []
