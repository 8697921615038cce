"""What people send and the bot does not take, in words: kindly, and with what to do instead."""

from collections.abc import Sequence

from programme.messages import Declined
from programme.text import Lines, lines


def declining(declined: Sequence[Declined]) -> Lines:
    """Say of each kind once that it is not taken."""
    kinds = [one for place, one in enumerate(declined) if one not in declined[:place]]
    first, *others = kinds
    return lines(first.what, first.next, *(text for one in others for text in ("", one.what, one.next)))
