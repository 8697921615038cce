"""Every wording of the chat page, by the key under which the page asks for it."""

from programme.text import Phrase


def wording() -> dict[str, Phrase]:
    """Return the page's wording by key."""
    return {}
