"""Where something was: the school or company that a text names, and which other one may be meant."""

import re
from collections.abc import Sequence

from handlers.turns import Desk
from language.words import fold
from programme.groups import Organisation


def named_in(text: str, desk: Desk) -> Organisation | None:
    """Return the organisation of the region whose whole name stands in ``text``; of several the longest name."""
    plain = fold(text)
    found = [one for one in desk.organisations() if _stands_in(fold(one.name), plain)]
    return max(found, key=lambda one: len(one.name), default=None)


def _stands_in(name: str, plain: str) -> bool:
    return name in plain and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain) is not None


def others(known: str, desk: Desk) -> Sequence[Organisation]:
    """Return the organisations that are meant by "another": neither the known one, nor else one's own."""
    here = {known} if known else desk.person.organisations_in(desk.region.key)
    return [one for one in desk.organisations() if one.key not in here]
