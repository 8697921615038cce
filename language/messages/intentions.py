"""What somebody is going to do, told as such from the first word on: it has not been yet, whatever day it names."""

from language.late import Late
from language.words import fold

_INTENDS = Late(
    r"(?:(?:hoi|hallo|he|hey|ps)[ ,!:]+)?(?:(?:ik|we|wij) (?:ga|gaan|zal|zullen|wil|willen|(?:ben|zijn) van plan)|"
    r"(?:(?:op|in|komende|volgende|aanstaande) )?(?:\w+ ){1,2}(?:ga|gaan|zal|zullen|wil|willen) (?:ik|we|wij))\b"
    r"(?! (?:ervan uit|er van uit|vooruit|goed|graag \w+ dat))"
)
_TELLS = Late(r"\b(?:melden|doorgeven|laten weten|vertellen|zeggen|aangeven|delen)\b")
_MORE = Late(r"[.;!?\n]\s*\S")


def intends(text: str) -> bool:
    """Whether all that ``text`` says is what the sender is going to do."""
    plain = fold(text).strip()
    told = _TELLS.search(plain) or _MORE.search(plain)
    return told is None and _INTENDS.match(" ".join(plain.split())) is not None
