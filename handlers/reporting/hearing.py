"""From what somebody typed to the fields of their report: at the start, at every question, and at the card."""

import unicodedata
from dataclasses import replace
from typing import Any

from handlers.dialogue.fields import Unclear
from handlers.reporting.correcting import amended, corrected, remembering
from handlers.reporting.past_days import been, to_come
from handlers.reporting.places import named
from handlers.reporting.reports import DATED, FIGURES, TOLD, Report
from handlers.reporting.subjects import meant
from handlers.turns import Desk
from language.conversation.beside import beside
from language.conversation.corrections import bare_number, correction
from language.conversation.replies import day_alone
from language.conversation.wishes import moves_on, yes_no
from language.messages.contributions import given_and_promised, material, promised, refused
from language.messages.cut_outs import praised, unlabelled
from language.messages.index import MENTIONED
from language.messages.intentions import intends
from language.messages.reading import Reading, read_result
from language.messages.several import happened
from programme.records import Stand, UpdateKind

A_NAME = 3  # words
KINDS = {kind.value: kind for kind in UpdateKind}


def hear(draft: Report, text: str, desk: Desk) -> Report | None:
    """Add what was typed to a report, to the letter, and bring its fields up to date; None when it is no news.

    What puts something right changes that, and leaves all else as it was.
    """
    text = text.strip()
    right = put_right(draft, text, desk)
    if right is not None:
        return right
    if not tells(text) or yes_no(text) is not None or moves_on(text) or desk.read(text).kind == "smalltalk":
        return None
    said = draft.said if text in draft.said.splitlines() else f"{draft.said}\n{text}".strip()
    words = _without_lead(text)
    return _kept_days(draft, _told_too(replace(draft, said=said), words, desk), words, desk)


def _without_lead(text: str) -> str:
    """Return ``text`` without what only says that it adds to what was told ("oh ja")."""
    more = correction(text)
    return more.rest if more and more.more else text


def put_right(draft: Report, text: str, desk: Desk) -> Report | None:
    """Return a report as ``text`` puts it right, and with what it tells besides; None where it puts nothing right."""
    change = amended(draft, text, desk)
    right = corrected(draft, text, change) if change else None
    if change is None or right is None or not change.values:
        return right
    for more in change.besides:
        right = replace(_kept_days(right, _told_too(right, more, desk), more, desk), **change.values)
    return remembering(draft, right)


def _told_too(draft: Report, text: str, desk: Desk) -> Report:
    """Bring a report up to date with what is told beside it: what went well, or stood in the way, is added."""
    heard = told(draft, text, desk)
    return replace(
        heard,
        success=_joined(draft.success, heard.success),
        obstacle=_joined(draft.obstacle, heard.obstacle),
    )


def _joined(before: str, now: str) -> str:
    return now if before in now else before if now in before else f"{before}; {now}"


def unclear(draft: Report, text: str, desk: Desk) -> Unclear | None:
    """Return what there is to ask about a correction; None where it is clear, or none."""
    change = amended(draft, text, desk)
    if change is None or change.unclear is None:
        return None
    return replace(change.unclear, known=put_right(draft, text, desk) if change.values else None)


def _kept_days(draft: Report, heard: Report, text: str, desk: Desk) -> Report:
    """Leave a known day where it was, and both where other news names a day, unless ``text`` is plainly about it."""
    reading = desk.read(text)
    other = reading.parting or KINDS.get(reading.kind or "") in TOLD
    if not draft.said or (draft.day is None and not other):
        return heard
    if day_alone(text, desk.local, desk.breaks) is not None:
        return heard
    if correction(text) and heard.undated != draft.undated:
        return heard
    if other:
        return replace(heard, day=draft.day, forecast=draft.forecast)
    return heard if heard.delivered is not draft.delivered else replace(heard, day=draft.day)


def tells(text: str) -> bool:
    """Whether there is anything to read in ``text``: a letter or a picture sign, not "?", "23" or nothing."""
    return any(sign.isalpha() or unicodedata.category(sign) == "So" for sign in text)


def another(draft: Report, text: str, desk: Desk) -> Report | None:
    """Return the report that ``text`` would begin, where it seems to be about something else than the open one.

    What goes to other readers is kept apart: a signal is for the programme manager only, also where it stands among
    other news, and where a saved report is being changed. The other kinds run into each other in what people type.
    Where no kind is known yet, a text that names its own activity stands by itself, and where all is known, one that
    tells it all again otherwise.
    """
    reading = desk.read(text)
    kind = UpdateKind.SIGNAL if reading.parting else KINDS.get(reading.kind or "")
    if kind is None or not (draft.kind or draft.said):
        return None
    if not reading.parting and _begins_so(text) and put_right(draft, text, desk) is not None:
        return None
    apart = (
        kind is not draft.kind and (kind in TOLD or draft.kind in TOLD) and not _a_name(text, draft, reading)
    )
    alone = draft.kind is None and reading.activity is not None
    begun = Report(
        begun=desk.today,
        kind=UpdateKind.SIGNAL if reading.parting else None,
        queue=draft.queue,
        place=draft.place,
    )
    more = _once_more(draft, text, reading) and not _corrects(draft, text, desk)
    return hear(begun, text, desk) if apart or alone or more else None


def _corrects(draft: Report, text: str, desk: Desk) -> bool:
    """Whether a text puts the report right: "ging niet door" is worded so as well, and tells how it went."""
    said = correction(text)
    if said is None or said.sure or not said.wrong:
        return said is not None
    return put_right(draft, text, desk) is not None


def _a_name(text: str, draft: Report, reading: Reading[Any]) -> bool:
    """Whether a word or two name the activity that is asked for: by itself a name puts nothing on an agenda."""
    asked = draft.kind is not None and not draft.activity and not reading.parting
    return asked and reading.kind == "agenda" and len(text.split()) <= A_NAME and bool(reading.candidates)


def _begins_so(text: str) -> bool:
    """Whether the first that is told puts something right."""
    first = next(iter(beside(text)), (0, 0))
    return correction(text[slice(*first)]) is not None


def _once_more(draft: Report, text: str, reading: Reading[str]) -> bool:
    """Whether a text tells again what a report tells already, of something else: two things of it are otherwise.

    Or it names the same once more, with another number or day: it may put the first right, and it may be the next.
    """
    if not draft.said or draft.kind not in DATED or reading.kind != draft.kind.value:
        return False
    known = {"activity": draft.activity, "result": draft.result, "day": draft.day}
    told = {"activity": reading.activity, "result": reading.result, "day": reading.date}
    known |= {name: getattr(draft, name) for name in FIGURES}
    told |= {name: getattr(reading.counts, name) for name in FIGURES}
    otherwise = {name for name in told if told[name] and known[name] and told[name] != known[name]}
    likely = reading.candidates[0][0] if reading.candidates and reading.result else draft.activity
    again = reading.activity == draft.activity and not otherwise.isdisjoint((*FIGURES, "day"))
    signs = len(otherwise | ({"activity"} if likely != draft.activity else set())) + happened(text) + again
    tells = sum(bool(told[name]) for name in told if name != "activity")
    return bool(otherwise) and tells > 0 and (signs > 1 or ("activity" in otherwise and tells > 1))


def told(draft: Report, text: str, desk: Desk) -> Report:
    """Bring the fields of a report up to date with ``text``; what it does not say stays as it was."""
    reading = desk.read(text)
    kind = draft.kind or _kind(text, reading, desk)
    draft = replace(
        draft, kind=kind, guesses=tuple(key for key, _score in reading.candidates) or draft.guesses
    )
    found = {name: getattr(reading.counts, name) for name in FIGURES}
    found |= {"activity": _activity(draft, reading), "topic": reading.topic}
    found |= {"result": _result(draft, kind, text, reading)} if kind else {}
    reading = desk.read(text, kind)
    if kind in DATED:
        place = named(reading.organisation, desk)
        found |= {"organisation": place.key if place else ""}
    if kind not in TOLD:
        found |= {"success": praised(reading) if reading.praise else "", "obstacle": reading.barrier}
        found |= {"next_step": unlabelled(reading.next), "next_day": reading.next_date}
    found |= _OF_KIND[kind](draft, text, reading, desk) if kind in _OF_KIND else {}
    if kind in DATED and not found.get("day") and _impossible_day(text, reading, desk):
        draft, found["undated"] = replace(draft, day=None), text
    return replace(draft, **{name: value for name, value in found.items() if value not in (None, "")})


def _kind(text: str, reading: Reading[str], desk: Desk) -> UpdateKind | None:
    """Return the kind; what names a milestone and its stand, and not how anything went, is progress on it.

    A gift that is refused is none: somebody is asked what to make of it.
    """
    kind = KINDS.get(reading.kind or "")
    if kind is UpdateKind.CONTRIBUTION and refused(text):
        return None
    went = read_result("outcome", text) or any(getattr(reading.counts, name) for name in FIGURES)
    if kind not in (None, UpdateKind.OUTCOME) or went or not read_result("progress", text):
        return kind
    return UpdateKind.PROGRESS if meant(text, desk.milestones()) else kind


def _result(draft: Report, kind: UpdateKind, text: str, reading: Reading[str]) -> str | None:
    """Return the result that is told; of one that is known, or of another kind, only what the words plainly say."""
    said = correction(text)
    figure = said is not None and bare_number(said.value) is not None  # "het waren er 25"
    known = draft.result or figure or reading.kind != kind.value
    return read_result(kind.value, text) if known else reading.result


def _activity(draft: Report, reading: Reading[str]) -> str | None:
    """Return the activity, unless one is known already: then only "activiteit 7" says another."""
    named = bool(reading.candidates) and reading.candidates[0][1] >= MENTIONED
    return reading.activity if named or not draft.activity else None


def _outcome(draft: Report, text: str, reading: Reading[str], desk: Desk) -> dict[str, Any]:
    """Take the day on which it was; a day ahead, or what is only intended, belongs to what comes next.

    What was counted stays beside an intention: its figures are of what is to come.
    """
    if intends(text) and read_result("outcome", text) is None:
        ahead = reading.next_date or desk.read(text, UpdateKind.PROGRESS).date
        counted = {} if draft.said == text else dict.fromkeys(FIGURES)
        return {"next_step": text, "next_day": ahead, **counted}
    day = been(reading.date, text, desk)
    if day is None or day <= desk.today:
        return {"day": day}
    return {"next_step": unlabelled(reading.next) or text, "next_day": day}


def _contribution(draft: Report, text: str, reading: Reading[str], desk: Desk) -> dict[str, Any]:
    to_come = promised(text)
    ahead = draft.delivered is False if to_come is None else to_come
    both = given_and_promised(text)
    counts = desk.read(both[0], UpdateKind.CONTRIBUTION).counts if both else reading.counts
    return {
        "hours": counts.hours,
        "euros": counts.euros,
        "day": desk.read(text, UpdateKind.PROGRESS).date if ahead else been(reading.date, text, desk),
        "delivered": None if to_come is None else not to_come,
        "material": material(text),
    }


def _progress(draft: Report, text: str, reading: Reading[str], desk: Desk) -> dict[str, Any]:
    delayed = (read_result("progress", text) or draft.result) == Stand.DELAYED
    return {
        "milestone": "" if draft.milestone else meant(text, desk.milestones()),
        "forecast": reading.date if delayed else None,
    }


def _impossible_day(text: str, reading: Reading[str], desk: Desk) -> bool:
    """Whether a day is told on which it cannot have been, apart from what follows."""
    aside = [reading.at[name] for name in ("next", "barrier") if name in reading.at]
    return reading.wrong is not None or to_come(text, desk, aside) is not None


_OF_KIND = {
    UpdateKind.OUTCOME: _outcome,
    UpdateKind.CONTRIBUTION: _contribution,
    UpdateKind.PROGRESS: _progress,
}
