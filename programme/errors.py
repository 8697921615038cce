"""The one base of every error that a person may see: what happened, and what to do next."""

from programme.text import Phrase


class AanjagerError(Exception):
    """Something a person can mend. ``what`` happened, and what to do ``next``; both in the catalogue.

    Neither names a person or quotes a message: errors end up in logs.
    """

    def __init__(self, what: Phrase, next: Phrase) -> None:
        super().__init__(what.id.format_map(_Values(what.values)))
        self.what = what
        self.next = next


class _Values(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
