"""What a company gives: is it promised or delivered, and is there something that can be touched?"""

from language.late import Late
from language.messages.clauses import clauses
from language.words import fold

_PROMISED = Late(
    r"\b(?:toegezegd|toezegging|zeggen? (?:\w+ )*toe|beloofd|beloven|zullen|zal|gaan (?:we|wij)|(?:we|wij) gaan|"
    r"van plan|willen (?:we|wij|graag)|(?:we|wij|ik) (?:wil(?:len)?|kan|kunnen|stel(?:len)?)|beschikbaar stellen|"
    r"(?:we|wij|ik) (?:lever(?:en)?|geef|geven|leen|lenen|schenk(?:en)?|doneer|doneren|verzorg(?:en)?|betaal|betalen|"
    r"sponsor(?:en)?|bied(?:en)?|breng(?:en)?|doe|doen|kom|komen)|"
    r"volgende? (?:week|maand|jaar)|binnenkort|straks|morgen)\b"
)
_DELIVERED = Late(
    r"\b(?:gegeven|geleverd|verzorgd|besteed|betaald|overgemaakt|geschonken|gedoneerd|uitgeleend|ontvangen|gebracht|"
    r"gehaald|geweest|gedaan|gesponsord|gisteren|vandaag|vorige week|was|waren)\b"
)
_LENT = Late(r"\b(?:uitgeleend|uitlenen|bruikleen|te leen|geleend|geschonken|schenken|gedoneerd|doneren)\b")
_THING = Late(
    r"\b(?:(?:een|twee|drie|vier|vijf|zes|tien|\d+) )?(?:(?:oude?|nieuwe?|gebruikte?|kleine?|grote?) )?"
    r"(?:\w*materia\w+|\w*gereedschap\w*|\w*machines?|\w*apparat\w+|\w*apparaat|laptops?|computers?|hout|staal|"
    r"restpartij\w*|werkkleding|veiligheidsschoenen)\b"
)


def promised(text: str) -> bool | None:
    """Whether ``text`` promises something (True) or says that it was given (False); None when it says neither."""
    plain = fold(text)
    if _DELIVERED.search(plain):
        return False
    return True if _PROMISED.search(plain) else None


def material(text: str) -> str:
    """Return what ``text`` calls the material, as it was typed; where only lending is told, that piece of it."""
    thing = _THING.search(fold(text))
    if thing:
        return text[thing.start() : thing.end()]
    return next((piece.text for piece in clauses(text) if _LENT.search(piece.plain)), "")
