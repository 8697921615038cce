"""Moments told in minutes and hours from now: over anderhalf uur, binnen een kwartier, twee uur geleden."""

from language.dates.words import MINUTES, any_of
from language.late import Late
from language.numbers import number_word

_ABOUT = r"(?:ongeveer |zo'n |circa |krap |ruim |goed |een (?:dikke?|kleine?|goed|krap) )?"
_FROM_NOW = Late(
    rf"\b(?:(?P<how>over|binnen) {_ABOUT}(?P<n>een half|\d{{1,3}}(?:,5)?|[a-zé]+)"
    rf"(?: dik| klein| goed)?(?P<half> en een half)? "
    rf"(?P<unit>{any_of(MINUTES)})\b"
    rf"(?: of (?P<about>[a-z]+|\d{{1,3}})| en (?P<more>\d{{1,2}}|[a-zé]+) (?P<small>{any_of(MINUTES)})\b)?"
    rf"|(?P<ago>een half|\d{{1,3}}(?:,5)?|half|[a-zé]+) (?P<past>{any_of(MINUTES)}) (?:geleden|terug)\b)"
)


def from_now(text: str) -> tuple[float, int, int, bool] | None:
    """Return the minutes in "over een half uur", where it stands, and whether it is "binnen"; or None."""
    for match in _FROM_NOW.finditer(text):
        ago = match["ago"]
        said = ago or match["about"] or match["n"]
        count = 0.5 if said == "een half" else number_word(said)
        if count is not None and said != "paar":
            minutes = (count + 0.5 * bool(match["half"])) * MINUTES[match["past"] or match["unit"]]
            minutes += (number_word(match["more"] or "") or 0) * MINUTES.get(match["small"] or "", 0)
            return -minutes if ago else minutes, match.start(), match.end(), match["how"] == "binnen"
    return None
