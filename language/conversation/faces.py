"""Can pupils be recognised in a picture? What people answer, beside a plain yes or no: "nee hoor, alleen handen".

A wrong no would keep a pupil's face, so a no counts only where every word around it is known; in doubt it is asked
again.
"""

import re

from language.late import Late
from language.words import fold

_NO = Late(
    r"(?:nee+|neen|nope|no|niet|geen|niemand|niks|n|zeker niet|natuurlijk niet|alleen|alleen maar|👎|❌)(?!\w)"
)
_YES = Late(
    r"(?:ja+|jep|jup|yes|jazeker|zeker|klopt|helaas wel|wel|(?:een paar|eentje|sommigen?)(?: wel)?|j|✅)(?!\w)"
)
_HEDGED = Late(r"\b(?:nee|niet|geen|niemand|alleen|on\w+baar|misschien|twijfel)\b")
_PUPILS = Late(r"\b(?:leerling\w*|lln|llen|kind\w*|gezicht\w*)")
_NONE = Late(r"\b(?:geen|niet|niemand|zonder|niks)\b")
_NOT_ONLY = Late(r"\bniet (?:alleen|iedereen|allemaal)\b")
_KNOWN = frozenset(
    """nee hoor niet geen niemand niks zonder zeker natuurlijk gelukkig alleen maar de het een hun onze van en er erop
    op te zie ziet zien is zijn staat staan in beeld je ze ik foto bedankt enkele herkenbaar herkennen herkenbare
    onherkenbaar dat die deze dit
    hand handen vingers armen rug ruggen achter achteren achterhoofd achterhoofden achterkant voeten schoenen
    werk werkstuk werkstukken product producten resultaat resultaten materiaal materialen machine machines gereedschap
    robot robots drone drones auto tafel tafels lokaal lokalen spullen opstelling leskist leskisten
    docent docenten collega collegas collega's wijzelf onszelf mezelf zelf
    leerling leerlingen lln llen kind kinderen gezicht gezichten""".split()  # noqa: SIM905
)


def recognisable(text: str) -> bool | None:
    """Return whether pupils can be recognised, as ``text`` says; None where it does not plainly say so."""
    plain = " ".join(fold(text).split()).strip(" .!?,")
    if _NO.match(plain):
        return False if _nobody(plain) else None
    return True if _YES.match(plain) and not _HEDGED.search(plain) else None


def answers(text: str) -> bool:
    """Whether ``text`` sets out to say it, however unclear it ends ("nee, alleen Sanne")."""
    plain = " ".join(fold(text).split())
    return bool(_NO.match(plain) or _YES.match(plain))


def _nobody(plain: str) -> bool:
    if _NOT_ONLY.search(plain) or (_PUPILS.search(plain) and not _NONE.search(plain)):
        return False
    return all(word in _KNOWN for word in re.findall(r"[\w']+", plain)[1:])
