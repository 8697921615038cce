"""The fields of a report. Only kind, activity (or milestone) and result are asked; all else waits on the card."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.dialogue.fields import (
    Field,
    Option,
    Problem,
    always,
    ask,
    by_name,
    choice,
    read_yes_no,
    yes_or_no,
)
from handlers.reporting.hearing import told
from handlers.reporting.past_days import been, beside_impossible, impossible, still_to_come, to_come
from handlers.reporting.picture_fields import PICTURES, RECOGNISABLE
from handlers.reporting.places import others
from handlers.reporting.reports import DATED, FIGURES, TOLD, Report
from handlers.reporting.subjects import rank
from handlers.turns import Desk
from language.conversation.corrections import nothing
from language.dates.reading import read_day
from language.messages.counts import Counts, doubtful, possible, read_counts
from language.messages.index import clear_winner
from language.numbers import find_numbers
from programme.messages import Draft
from programme.records import Stand, UpdateKind
from programme.text import Text, _, lines, shortened
from programme.wording import KINDS, RESULTS, STANDS

NAMING = 10  # words, the longest title of a plan about
CHOICES: tuple[tuple[str, Text], ...] = (
    *((f"outcome:{result.value}", label) for result, label in RESULTS.items()),
    *((kind.value, _("Progress on a milestone") if kind is UpdateKind.PROGRESS else label)
      for kind, label in KINDS.items() if kind is not UpdateKind.OUTCOME),
)  # fmt: skip


def is_kind(*kinds: UpdateKind) -> Any:
    """Return a function that says whether a report is of one of these kinds."""
    return lambda draft: draft.kind in kinds


OUTCOME, PROGRESS, CONTRIBUTION, AGENDA, SIGNAL = (is_kind(kind) for kind in UpdateKind)


def _whats(draft: Report, desk: Desk) -> Sequence[Option]:
    return [Option(label=label, value=value) for value, label in CHOICES]


def _kinds(draft: Report, desk: Desk) -> Sequence[Option]:
    return [Option(label=label, value=kind.value) for kind, label in KINDS.items()]


def _put_kind(draft: Report, value: Any, desk: Desk) -> Draft:
    """Take the kind, perhaps with its result, and read again what was said: it tells more once its kind is known."""
    kind, _colon, result = str(value).partition(":")
    known = told(replace(draft, kind=UpdateKind(kind), result=""), draft.said, desk)
    counted = {name: value for name in FIGURES if (value := getattr(draft, name)) is not None}
    return replace(known, result=result or known.result, **counted)  # which may have been put right since


def _activities(draft: Report, desk: Desk) -> Sequence[Option]:
    """The likeliest first, the others in the order of the plan."""
    places = {key: place for place, key in enumerate(draft.guesses)}
    ranked = sorted(desk.activities(), key=lambda one: places.get(one.key, len(places)))
    return [Option(label=shortened(f"{one.number}. {one.title}"), value=one.key) for one in ranked]


def _only_named(text: str) -> None:
    """Refuse a whole story as a name, or as how it went, so that it is heard and not lost."""
    if len(text.split()) > NAMING or read_counts(text) != Counts():
        raise Problem(_("I don't recognise that. Tap one of the options, or type its number."))


def _read_activity(text: str, draft: Report, desk: Desk) -> Any:
    _only_named(text)
    number = text.strip()
    by_number = {str(one.number): one.key for one in desk.activities()}
    known = by_number.get(number) or clear_winner(desk.read(text).candidates)
    if known is None:
        unknown = _("I don't recognise that. Tap one of the options, or type its number.")
        raise Problem(unknown, answers=number.isdecimal())
    return known


def _milestones(draft: Report, desk: Desk) -> Sequence[Option]:
    """One's own and those that fit what was said first, the others in the order of the plan."""
    milestones = [one for one in desk.milestones() if not one.closed]
    own = {one.key for one in desk.owned()}
    scores = dict(rank(draft.said, milestones))
    ranked = sorted(milestones, key=lambda one: -scores.get(one.key, 0) * (2 if one.key in own else 1))
    first = [one for one in ranked if one.key in own or one.key in scores]
    return [
        Option(label=shortened(one.title), value=one.key)
        for one in (*first, *(one for one in ranked if one not in first))
    ]


def _read_milestone(text: str, draft: Report, desk: Desk) -> Any:
    _only_named(text)
    return clear_winner(rank(text, desk.milestones())) or choice(text, _milestones(draft, desk))


def _organisations(draft: Report, desk: Desk) -> Sequence[Option]:
    """Those that it was not, by all one knows, first: who changes it means another; one's own before the rest."""
    elsewhere, own = others(draft.organisation, desk), desk.person.organisations_in(desk.region.key)
    rest = [one for one in desk.organisations() if one not in elsewhere]
    rest.sort(key=lambda one: one.key == draft.organisation or one.key not in own)
    return [Option(label=shortened(one.name), value=one.key) for one in (*elsewhere, *rest)]


def _read_organisation(text: str, draft: Report, desk: Desk) -> Any:
    options = _organisations(draft, desk)
    found = by_name(text, options)
    return found[0].value if len(found) == 1 else choice(text, options)


def _results(draft: Report, desk: Desk) -> Sequence[Option]:
    results = STANDS if draft.kind is UpdateKind.PROGRESS else RESULTS
    return [Option(label=label, value=value.value) for value, label in results.items()]


def _read_result(text: str, draft: Report, desk: Desk) -> Any:
    _only_named(text)
    heard = told(replace(draft, result=""), text, desk).result
    return heard or choice(text, _results(draft, desk))


def _how_it_went(draft: Report, desk: Desk) -> Text:
    return _("Where does it stand?") if draft.kind is UpdateKind.PROGRESS else _("How did it go?")


def _read_counts(text: str, draft: Report, desk: Desk) -> Any:
    return _counted(text, "pupils", ("pupils", "teachers", "companies", "schools"))


def _read_amount(text: str, draft: Report, desk: Desk) -> Any:
    return _counted(text, "hours", ("hours", "euros"))


def _counted(text: str, plain: str, names: tuple[str, ...]) -> dict[str, float]:
    """Return the figures in an answer; a number by itself is of the first sort."""
    counts: Counts = read_counts(text)
    found = {name: value for name in names if (value := getattr(counts, name)) is not None}
    numbers = find_numbers(text)
    wrong = [figure for _kind, figure in counts.impossible]
    if not found and not wrong and len(numbers) == 1:
        number = numbers[0]
        found = {plain: int(number.value) if plain == "pupils" else number.value}
        figure = text[number.start : number.end]
        wrong = [] if possible(plain, number.value) and not doubtful(plain, figure) else [figure]
    if wrong:
        raise Problem(
            _("“{figure}” can't be right. Look at it once more and type it again.", figure=wrong[0])
        )
    if not found:
        raise Problem(_("I see no number in that. Type for example “26 pupils, 2 teachers” or “12 hours”."))
    return found


def _put_figures(draft: Report, value: Any, desk: Desk) -> Draft:
    return replace(draft, **value)


def _read_past_day(text: str, draft: Report, desk: Desk) -> Any:
    if chosen := beside_impossible(text, draft.undated, desk, back=draft.delivered):
        return chosen
    day = _read_day(text, desk, back=draft.delivered)
    later = to_come(text, desk) if draft.delivered else None
    if later and been(day, text, desk) is None:
        raise Problem(still_to_come(later), answers=True)
    return day


def _which_day(draft: Report, desk: Desk) -> Text:
    """Ask for the day, and say what is wrong with the one that was told."""
    wrong = impossible(draft.undated, desk) if draft.undated and draft.day is None else None
    return lines(wrong, "", _("On which day?")) if wrong else _("On which day?")


def _read_coming_day(text: str, draft: Report, desk: Desk) -> Any:
    return _read_day(text, desk, back=False)


def _read_day(text: str, desk: Desk, *, back: bool) -> Any:
    reading = read_day(text, desk.local, back=back, breaks=desk.breaks)
    if reading.due is None:
        raise Problem(
            reading.wrong or _("I don't recognise a day in that. Type for example “yesterday” or “12 March”.")
        )
    return reading.due


def whole(text: str, draft: Report, desk: Desk) -> Any:
    """Take what was typed, to the letter and however long."""
    if not text.strip():
        raise Problem(_("I didn't get any text. Type it in your own words."))
    return text.strip()


def _whole_or_nothing(text: str, draft: Report, desk: Desk) -> Any:
    return "" if nothing(text) else whole(text, draft, desk)


def _nothing(name: str) -> Any:
    """Return the options of a field in words: that there is nothing after all, where it holds something."""
    there_is_none = Option(label=_("There is none"), value="")
    return lambda draft, desk: [there_is_none] if getattr(draft, name) else []


def _what_to_say(draft: Report, desk: Desk) -> Text:
    if draft.kind is UpdateKind.AGENDA:
        return _("What should be on the agenda?")
    if draft.kind is UpdateKind.SIGNAL:
        return _("What should the programme manager know? Only they will read it.")
    return _("How would you put it?")


def _put_said(draft: Report, value: Any, desk: Desk) -> Draft:
    told_first = replace(draft, said=str(value), topic="")
    return told_first if draft.said else told(told_first, str(value), desk)


def _delayed(draft: Report) -> bool:
    return draft.kind is UpdateKind.PROGRESS and draft.result == Stand.DELAYED


def _needs_words(draft: Report) -> bool:
    return draft.kind in TOLD and not draft.said


FIELDS = (
    RECOGNISABLE,
    Field(
        name="what",
        label=_("Kind"),
        question=ask(_("What would you like to report?")),
        options=_whats,
        put=_put_kind,
        asked=lambda draft: draft.kind is None,
        skippable=False,
        on_card=False,
        cancel=_("Nothing to report"),
    ),
    Field(
        name="milestone",
        label=_("Milestone"),
        question=ask(_("Which milestone is it about?")),
        options=_milestones,
        read=_read_milestone,
        asked=always,
        applies=PROGRESS,
    ),
    Field(
        name="activity",
        label=_("Activity"),
        question=ask(_("Which activity is it about?")),
        options=_activities,
        read=_read_activity,
        asked=is_kind(UpdateKind.OUTCOME, UpdateKind.CONTRIBUTION),
        applies=lambda draft: draft.kind is not UpdateKind.PROGRESS,
        numbered=False,  # the number on an option is the plan's, wherever the option stands
    ),
    Field(name="result", label=_("Result"), question=_how_it_went, options=_results, read=_read_result,
          asked=OUTCOME, applies=is_kind(UpdateKind.OUTCOME, UpdateKind.PROGRESS)),
    Field(name="counts", label=_("Numbers"), read=_read_counts, put=_put_figures, applies=OUTCOME, numbered=False,
          question=ask(_("How many pupils, teachers, companies and schools? For example “26 pupils, 2 teachers”."))),
    Field(name="amount", label=_("Hours or euros"), read=_read_amount, put=_put_figures, applies=CONTRIBUTION,
          numbered=False, question=ask(_("How many hours, or how many euros? For example “12 hours” or “500 euros”."))),
    Field(name="material", label=_("Material"), question=ask(_("Which material?")), read=whole, applies=CONTRIBUTION,
          numbered=False, free=True),
    Field(name="forecast", label=_("New date"), question=ask(_("When will it be done?")), read=_read_coming_day,
          applies=_delayed, numbered=False),
    Field(name="catch_up", label=_("Can be made up"), question=ask(_("Can the delay be made up with extra effort?")),
          options=yes_or_no, read=read_yes_no, applies=_delayed),
    Field(name="obstacle", label=_("Obstacle"), question=ask(_("What was in the way?")), read=_whole_or_nothing,
          numbered=False, free=True, options=_nothing("obstacle"),
          applies=is_kind(UpdateKind.OUTCOME, UpdateKind.PROGRESS, UpdateKind.CONTRIBUTION)),
    Field(name="day", label=_("Day"), question=_which_day, read=_read_past_day, numbered=False,
          asked=lambda draft: bool(draft.undated), applies=is_kind(UpdateKind.OUTCOME, UpdateKind.CONTRIBUTION)),
    Field(name="success", label=_("Success"), question=ask(_("What went well?")), read=_whole_or_nothing,
          applies=OUTCOME, numbered=False, free=True, options=_nothing("success")),
    Field(name="next_step", label=_("Next step"), question=ask(_("What is the next step?")), free=True,
          read=_whole_or_nothing, applies=OUTCOME, numbered=False, options=_nothing("next_step")),
    Field(name="said", label=_("Text"), question=_what_to_say, read=whole, free=True, put=_put_said, asked=_needs_words,
          skippable=False,
          applies=lambda draft: draft.kind in TOLD or bool(draft.said), numbered=False),
    PICTURES,
    Field(name="kind", label=_("Kind"), question=ask(_("What is it, then?")), options=_kinds, put=_put_kind,
          skippable=False),
    Field(name="organisation", label=_("School or company"), question=ask(_("At which school or company was it?")),
          options=_organisations, read=_read_organisation, applies=is_kind(*DATED)),
)  # fmt: skip
