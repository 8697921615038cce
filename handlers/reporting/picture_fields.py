"""The pictures of a report: kept only when no pupil can be recognised, and deleted at once when one can."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.dialogue.fields import Field, Option, Problem, ask, choice, yes_or_no
from handlers.reporting.reports import Report
from handlers.turns import Desk
from language.conversation.faces import answers, recognisable
from programme.events import Event, PictureCleared, PictureDropped
from programme.messages import Draft
from programme.records import UpdateKind
from programme.text import Text, _, n_

PICTURED = (UpdateKind.OUTCOME, UpdateKind.PROGRESS, UpdateKind.CONTRIBUTION)


def _whether_recognisable(draft: Report, desk: Desk) -> Text:
    return n_(
        "Can pupils be recognised in the picture? Then I won't keep it.",
        "Can pupils be recognised in one of the pictures? Then I won't keep them.",
        len(draft.waiting),
    )


def _put_recognisable(draft: Report, value: Any, desk: Desk) -> Draft:
    kept = () if value else draft.waiting
    return replace(draft, pictures=(*draft.pictures, *kept), waiting=())


def _judged(draft: Report, value: Any, desk: Desk) -> tuple[Event, ...]:
    event = PictureDropped if value else PictureCleared
    return tuple(event(region=desk.region.key, person=desk.person.key, picture=key) for key in draft.waiting)


def _read_recognisable(text: str, draft: Report, desk: Desk) -> Any:
    answer = recognisable(text)
    if answer is None and answers(text):
        raise Problem(
            _("I am not sure what you mean. Tap Yes or No: can a pupil be recognised?"), answers=True
        )
    return choice(text, yes_or_no(draft, desk)) if answer is None else answer


def _deleted(draft: Report, value: Any, desk: Desk) -> Text | None:
    """Say that what was sent is not kept: nobody need wonder where it went."""
    if not value:
        return None
    return n_("I have deleted the picture.", "I have deleted the pictures.", len(draft.waiting))


def dropped(draft: Report, desk: Desk) -> tuple[Event, ...]:
    """Say that the pictures of a draft that is given up are not kept; what a saved report holds stays."""
    return tuple(
        PictureDropped(region=desk.region.key, person=desk.person.key, picture=key)
        for key in (*draft.pictures, *draft.waiting)
    )


def _no_picture(text: str, draft: Report, desk: Desk) -> Any:
    raise Problem(_("That is no picture. Send one, or go back."))


def _remove_pictures(draft: Report, desk: Desk) -> Sequence[Option]:
    return [Option(label=_("Remove the pictures"), value=True)] if draft.pictures else []


RECOGNISABLE = Field(
    name="recognisable",
    label=_("Pictures"),
    question=_whether_recognisable,
    options=yes_or_no,
    read=_read_recognisable,
    put=_put_recognisable,
    happens=_judged,
    remark=_deleted,
    asked=lambda draft: bool(draft.waiting),
    skippable=False,
    once=True,
    on_card=False,
)
PICTURES = Field(
    name="pictures",
    label=_("Picture"),
    question=ask(_("Send the picture. Make sure that no pupils can be recognised in it.")),
    options=_remove_pictures,
    read=_no_picture,
    put=lambda draft, value, desk: replace(draft, pictures=()),
    happens=lambda draft, value, desk: dropped(draft, desk),
    applies=lambda draft: draft.kind in PICTURED,
    skippable=False,
)
