"""Where something was: which of the region's organisations a text names, and which other one may be meant."""

from collections.abc import Sequence

from handlers.turns import Desk
from language.conversation.corrections import ours
from language.messages.organisations import alike, bare_name, is_one
from programme.groups import Organisation


def named(words: str, desk: Desk) -> Organisation | None:
    """Return the organisation of the region that a reading calls by these words; None for one that takes no part."""
    plain = bare_name(words)
    return next((one for one in desk.organisations() if words and bare_name(one.name) == plain), None)


def others(known: str, desk: Desk) -> Sequence[Organisation]:
    """Return the organisations that are meant by "another": of who is in several one of those, else any.

    Not the known one; where none is known, not the only one that is one's own.
    """
    own = desk.person.organisations_in(desk.region.key)
    every = desk.organisations()
    mine = [one for one in every if one.key in own and one.key != known]
    if len(own) > 1:
        return mine
    here = {known} if known else own
    return [one for one in every if one.key not in here]


def called(words: str, desk: Desk) -> Organisation | None:
    """Return the one organisation that somebody calls so, slips and a part of its name too, or "ours"; else None."""
    plain, every = bare_name(words), desk.organisations()
    if ours(words):
        own = desk.person.organisations_in(desk.region.key)
        fits = [one for one in every if one.key in own]
    else:
        fits = [one for one in every if bare_name(one.name) == plain]
        fits = fits or [one for one in every if alike(one.name, words)]
    return fits[0] if len(fits) == 1 else None


def unknown(words: str, desk: Desk) -> bool:
    """Whether these are plainly the name or the sort of a place that does not take part."""
    return called(words, desk) is None and is_one(words)
