"""What is kept of codes that tests know: made once, because such a hash is slow on purpose."""

from functools import cache

from handlers.people.inviting import seals
from programme.invitations import Code


@cache
def known_seals(code: Code) -> tuple[str, str]:
    """Return what is kept of both forms of a code."""
    return seals(code)
