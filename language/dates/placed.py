"""A date and where it stands in a text, read in the direction that the words beside it give."""

from dataclasses import dataclass, replace

from language.dates.pieces import Build, Match
from language.dates.spans import ONE_DAY, Found, Frame, Span, Wrong
from language.late import Late


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A date and where it stands; ``match`` and ``build`` read it again, against another day.

    ``plain`` is the day that was named where ``found`` is the one before or after it: "voor vrijdag 12 uur" is on
    that Friday.
    """

    found: Span | Wrong
    start: int
    end: int
    match: Match
    build: Build
    plain: Span | None = None


def placed(match: Match, build: Build, frame: Frame) -> Placed | None:
    """Return what a rule makes of a match, or None where that is no date."""
    if match.groupdict().keys() & _NAMES and _TITLE.search(match.string[: match.start()]):
        return None
    found = _directed(match, build, frame)
    if found is None:
        return None
    aside = _ASIDE.match(match.string, match.end())
    end = aside.end() if aside else match.end()
    return Placed(found=found, start=match.start(), end=end, match=match, build=build)


# "Meneer de Winter", "juf April".
_NAMES = frozenset(("m", "season"))
_TITLE = Late(r"\b(?:meneer|mevrouw|juf|juffrouw|meester|heer|dhr\.?|mevr?\.?|mw\.?) (?:de |van )*$")
_BACK = Late(r"(?:afgelopen|vorige?|voorbije|sinds(?: de| het)?) $")
_AHEAD = Late(r"(?:komende?|aankomende?|aanstaande|volgende?|eerstvolgende) $")
_BACK_WORDS = r",? (?:j\.?l\b|l\.?l\b|jongstleden\b|laatstleden\b)"
_AHEAD_WORDS = r",? (?:a\.?s\b|e\.k\b|aanstaande\b|eerstkomend\b)"
_BACK_AFTER, _AHEAD_AFTER = Late(_BACK_WORDS), Late(_AHEAD_WORDS)
_ASIDE = Late(rf"(?:{_BACK_WORDS}|{_AHEAD_WORDS})\.?(?! \w*dag)")


def _next(found: Found, match: Match, build: Build, frame: Frame) -> Found:
    """Volgend najaar, komende november: not the one that today lies in."""
    if not isinstance(found, Span) or not found.period or not found.start <= frame.today <= found.end:
        return found
    return build(match, replace(frame, today=found.end + ONE_DAY, back=False))


def _last(before: str, found: Found, match: Match, build: Build, frame: Frame) -> Found:
    """Vorig najaar: not the one that today lies in; afgelopen najaar may be."""
    if not isinstance(found, Span) or not found.period or not found.start <= frame.today <= found.end:
        return found
    if not before.endswith(("vorig ", "vorige ")):
        return found
    return build(match, replace(frame, today=found.start - ONE_DAY, back=True))


def _directed(match: Match, build: Build, frame: Frame) -> Found:
    """Read a match in the direction that the words beside it give."""
    before, end = match.string[max(0, match.start() - 16) : match.start()], match.end()
    if before.endswith(("d ", "e ", "g ", "n ", "s ", "t ")):
        if _BACK.search(before):
            return _last(before, build(match, replace(frame, back=True)), match, build, frame)
        if _AHEAD.search(before):
            return _next(build(match, replace(frame, back=False)), match, build, frame)
    if match.string[end : end + 1] in (" ", ","):
        if _BACK_AFTER.match(match.string, end):
            return build(match, replace(frame, back=True))
        if _AHEAD_AFTER.match(match.string, end):
            return build(match, replace(frame, back=False))
    return build(match, frame)
