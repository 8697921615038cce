"""Which of several days a message tells of: what stands before and behind the others, in each language.

Patterns for folded text; the first of a pair leads up to a day, within its sentence, the second follows on it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from language.vocabulary.tongues import Language


@dataclass(frozen=True, kw_only=True)
class Days:
    """``given_up``: the day is the old one, or none. ``was``: the old one of what is
    still to be done. ``missed``: a day that cannot be met. ``to_come``: what took
    place does so again then. ``beside``: something else did. ``cause``: begins a reason, whose day is another.
    """

    given_up: tuple[str, str]
    was: str
    missed: tuple[str, str]
    to_come: str
    beside: str
    cause: str


DAYS: Mapping[Language, Days] = {
    "nl": Days(
        given_up=(
            r"(?:\bi\.?p\.?v\.?|in plaats van|gepland (?:voor|op|was|stond)|oorspronkelijk|eerst|stond (?:op|voor)|"
            r"\bniet(?: meer)?|zou(?:den)? (?:op|in)?|verzet van|verplaatst van|"
            r"verschoven van)(?: (?:op|in|per|de|het|eind|begin|half|medio|week))*\s*$",
            r" naar (?=\d|\w+(?:dag|week|maand)?\b)| (?:gaat|ging|gaan|lukt|lukte|kan|haal\w*|redden|is|"
            r"was) (?:\w+ ){0,3}?niet (?:door|meer|gehaald)\b",
        ),
        was=r"\b(?:was|waren|hadden|deadline)(?: (?:eerst|gepland|op|voor|per|in|eind|begin|half|medio))*\s*$",
        missed=(r"\b(?:haal\w*|red\w*|lukt)\b.{0,20}$", r".{0,15}\bniet\b"),
        to_come=r"\b(?:volgende (?:keer|les|avond|groep|sessie|ronde|dag|x|stap|bijeenkomst)|vervolg\w*|"
        r"(?:tweede|derde|laatste|andere) (?:\w+)?(?:keer|deel|helft|groep|avond|les|dag|woensdag|sessie)|"
        r"(?:deel|dag|les|avond|ronde|sessie) (?:2|3|4|twee|drie)|plannen|(?:is|staat|zijn|staan) gepland|"
        r"inplannen|willen|moeten|gaan we|gaan ze|komen|komt|inleveren|evaluatie\w*|toets|examen|presentatie|"
        r"nog een(?: keer)?|verder|opnieuw|herkansing|uiterlijk|inhalen|nieuwe poging|poging \d)\b[^,.;!?\n]*$",
        beside=r"\b(?:net als|zoals|sinds|in tegenstelling tot|beter dan|anders dan|vergeleken met|dan)"
        r"(?: (?:in|op|de|het|vorige))*\s*$",
        cause=r"\b(?:omdat|want|doordat|aangezien|vanwege|wegens|ivm|i\.v\.m\.?|in verband met|door|totdat|zolang)\b"
        r"[^.;!?\n]*$",
    ),
    "en": Days(
        given_up=(
            r"(?:\binstead of|planned for|originally|,? not|and not|moved from|postponed from)"
            r"(?: (?:in|on|the|for))*\s*$",
            r" (?:is|was|will) not (?:possible|going)\b",
        ),
        was=r"\b(?:was|were)(?: (?:planned|set|for|on|in))*\s*$",
        missed=(r"\b(?:make|reach|meet)\b.{0,20}$", r".{0,15}\bnot\b"),
        to_come=r"\b(?:next (?:time|lesson|session|group|step|meeting)|follow-?up|second|third|exam|evaluation|"
        r"planned|"
        r"plan to|want to|will|going to|again|part two|day two)\b[^,.;!?\n]*$",
        beside=r"\b(?:unlike|like|since|than|compared (?:to|with))(?: (?:in|on|the|last))*\s*$",
        cause=r"\b(?:because|since|due to|as the|so long as)\b[^.;!?\n]*$",
    ),
}
