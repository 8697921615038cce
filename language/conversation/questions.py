"""Questions that are put to the bot itself: how it works, who is who, where things stand, what it keeps of people.

Only a message that is such a question from its first word to its last counts: what people report may sound like one.
"""

from typing import Literal

from language.late import compiled
from language.words import fold

Topic = Literal["people", "week", "milestones", "reports", "change", "privacy"]

_HELLO = r"(?:(?:hoi|hallo|hey|he|vraagje|vraag)[ ,.:!]+)?"
_AND_SO = r"(?: (?:hier|nu|dan|eigenlijk|precies|even|ook alweer|ook al weer|allemaal|aub|svp|alsjeblieft))*"
_HOW = (
    r"help(?: (?:me|mij))?|hulp|"
    rf"wat (?:moet|kan|mag) ik{_AND_SO}(?: (?:mee )?(?:doen|typen|zeggen|invullen|antwoorden|kiezen|melden))?|"
    rf"hoe werkt (?:dit|het|dat|deze bot|de bot|aanjager)|hoe moet (?:dit|het|dat|ik dit (?:doen|invullen))|"
    r"wat (?:kun|kan) (?:je|jij)(?: (?:allemaal|voor mij|voor me))*(?: doen)?|"
    r"wat is dit(?: voor (?:iets|een bot))?|wie ben (?:je|jij)"
)
# Who wonders at a message, and at who sends it.
_WONDERS = (
    r"(?:wie|wat|welke) (?:\w+ )?(?:is|zijn|ben) (?:dit|dat|deze|je|jij|u|jullie)(?: eigenlijk| nou| toch)?|"
    r"wie (?:stuurt|vraagt|zegt|appt) (?:\w+ ?){0,4}|(?:waarom|hoezo|waarvoor|hoe kom(?:t|en)?)"
    r"(?: (?:krijg|kom|vraag|vragen|stuur|app|moet|komt|kom je|je|ik|jij|mij|me|dit|dat|deze|het|aan|bij|weten|mijn|"
    r"nummer|naam|bericht|steeds|nu|weer|doen|antwoorden|invullen))*|"
    r"(?:hu+h|eh+|he|wat)|(?:wat|hoe) bedoel(?:t|en)? (?:je|u|jullie)(?: (?:hier|daar)(?:mee)?)?(?: precies)?|"
    r"(?:snap|begrijp) (?:ik|het|dit)(?: (?:niet|het|dit))*|ik (?:snap|begrijp|volg) (?:het|dit|je) niet|"
    r"waar (?:gaat|slaat) (?:dit|het|dat) (?:over|op)|welke mijlpaal(?: (?:bedoel je|is (?:dit|dat)))?|"
    r"wat (?:wil|wilt|wou) (?:je|u|jullie)(?: \w+){0,3}|wat moet ik (?:hier|daar|er)(?: ?mee)?|wat is de bedoeling|"
    r"(?:dit|dat|die) (?:zegt|ken) (?:\w+ )?(?:niks|niets|niet)|"
    r"who (?:is this|are you)|why (?:me|do (?:i|you) \w+.{0,20})|what do you mean|what is this"
)
_WHO = r"(?:coordinator|trekker|plaatsvervanger|contactpersoon|contactpersonen)(?:en|s)?"
_OF_ME = (
    r"(?:al |alle )*(?:mijn|m'n) (?:\w+ )?(?:(?:persoons)?gegevens|data|account|profiel)|"
    r"alles(?: (?:wat )?(?:je|jullie|dat je))?(?: over| van) (?:mij|me)(?: (?:weet|weten|hebt|hebben|heeft|bewaart))?"
)
_DROP = r"(?:verwijder(?:en|d)?|wis(?:sen)?|gewist|vergeten|vernietig(?:en|d)?)"
_SEE = r"(?:in)?zien|opvragen|inkijken|downloaden|krijgen|hebben|exporteren"
_KEEP = r"(?:weet|weten|bewaar|bewaart|bewaren|heb|hebt|hebben|onthoud|onthoudt|sla|slaat|slaan)"
_REPORT = r"(?:mijn|m'n) (?:\w+ )?melding(?:en)?"
_CHANGE = (
    r"(?:verwijder(?:en)?|wis(?:sen)?|in ?trekken|terug ?trekken|wijzig(?:en)?|verander(?:en)?|aanpassen|"
    r"corrigeer|corrigeren|verbeter(?:en)?|bekijk(?:en)?|(?:in)?zien)"
)
_WISH = r"(?:(?:ik|wij) (?:wil|willen|zou) (?:graag )?|(?:hoe |waar )?(?:kan|mag|moet) ik |kun je )?"
_ABOUT: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    (
        "people",
        (
            rf"wie (?:is|zijn) (?:hier )?(?:de|onze|mijn) {_WHO}(?: (?:van|voor|bij) .{{1,60}})?",
            r"(?:bij|aan) wie (?:kan|moet|mag) ik (?:zijn|terecht|(?:(?:dit|dat|het|iets) )?vragen)",
        ),
    ),
    (
        "week",
        (
            r"wat (?:staat|gebeurt|speelt|is) er (?:allemaal )?(?:deze|komende|volgende) week"
            r"(?: (?:gepland|op het programma|op de agenda|te doen))?",
            r"wat staat er (?:allemaal )?op (?:het programma|de agenda)|is er (?:nog )?(?:iets )?nieuws",
            r"hoe (?:staat|gaat) (?:het (?:met|in) )?(?:de|onze) regio(?: ervoor)?|hoe staan we ervoor",
        ),
    ),
    (
        "milestones",
        (
            r"(?:(?:wat|welke) zijn |toon |laat )?mijn (?:open )?mijlpalen(?: zien)?",
            r"welke mijlpalen (?:heb ik|staan open)",
        ),
    ),
    (
        "reports",
        (
            r"wat heb ik (?:al |allemaal |(?:deze|vorige|afgelopen) week |gisteren |vandaag )*gemeld",
            r"(?:toon |laat )?mijn meldingen(?: zien)?",
        ),
    ),
    (
        "change",
        (
            rf"{_WISH}{_REPORT} (?:graag )?{_CHANGE}|{_REPORT} (?:klopt|kloppen) niet",
            rf"(?:graag )?(?:{_CHANGE}|trek|pas) (?:aub |svp |graag )?{_REPORT}(?: (?:in|terug|aan))?",
        ),
    ),
    (
        "privacy",
        (
            r"(?:(?:iets|vraag|hoe zit het|en) (?:over|met|van) )?(?:de |mijn )?"
            r"(?:privacy(?:verklaring|beleid|reglement)?|avg)|(?:wat gebeurt er met )?mijn (?:persoons)?gegevens",
            rf"(?:wat|welke gegevens|hoeveel) {_KEEP} (?:je|jij|jullie|de bot|aanjager)(?: \w+){{0,2}}"
            r" (?:van|over) (?:mij|me)(?: op)?",
            rf"(?:graag )?(?:{_DROP}|gooi) (?:aub |svp |graag )?(?:{_OF_ME})(?: weg)?",
            rf"(?:(?:ik|wij) (?:wil|willen|zou)|kan ik|mag ik|kun je|kan je|kunnen jullie|wil je)(?: graag)?(?: dat)?"
            rf"(?: (?:je|jullie))? (?:{_OF_ME})(?: (?:graag|laten|worden|wordt))*"
            rf" (?:{_DROP}|{_SEE}|weg)(?: (?:worden|wordt|hebben))?",
            r"(?:recht op )?(?:inzage|vergetelheid)|vergeet (?:mij|me)|(?:inzage|verwijder)verzoek",
        ),
    ),
)


def asks_how(text: str) -> bool:
    """Whether this asks what can be done here and how, and nothing else; a bare question mark does."""
    plain = _plain(text)
    return _whole(_HOW, plain) or (not plain and "?" in text)


def asks_who(text: str) -> bool:
    """Whether this asks who is speaking, what about or why, and nothing else."""
    return _whole(_WONDERS, _plain(text))


def asks_about(text: str) -> Topic | None:
    """Return what somebody wants to see, where their message asks for that and nothing else."""
    plain = _plain(text)
    return next((topic for topic, asked in _ABOUT if any(_whole(one, plain) for one in asked)), None)


def _whole(asked: str, plain: str) -> bool:
    return compiled(rf"{_HELLO}(?:{asked}){_AND_SO}").fullmatch(plain) is not None


def _plain(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .!?,")
