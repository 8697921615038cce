"""Short wishes that must never be missed or mistaken: to leave, to let it rest, yes, no, a kind of report by name."""

import re

from language.late import Late
from language.words import fold

# "Stop" said of the messages, or of oneself; of anything else ("de leerlingen stoppen met het keuzevak") it
# is news.
_ALONE = Late(
    r"^(?:ik wil (?:me |mij |mezelf )?(?:graag )?)?(?:uitschrijven|uitschrijving|afmelden|unsubscribe|"
    r"stop(?: ermee| maar| nu)?|stoppen|"
    r"opzeggen|schrijf (?:me|mij) (?:\w+ )?uit|meld (?:me|mij) (?:\w+ )?af|haal (?:me|"
    r"mij) (?:\w+ )?(?:eruit|weg|eraf)|"
    r"verwijder (?:me|mij)|laat (?:me|mij) met rust|hou(?:d)? (?:ermee |"
    r"er mee )?op)(?: (?:a\.?u\.?b\.?|svp|alsjeblieft|aub|graag|hoor|bot|alles|overal))*$"
)
_MESSAGES = (
    r"(?:berichte?n?|berichtjes|meldingen|herinneringen|reminders?|appjes|appen|mails?|mailen|"
    r"notificaties|pings?|"
    r"pingen|bot|aanjager)"
)
_OF_MESSAGES = tuple(
    Late(pattern)
    for pattern in (
        rf"\b(?:stop\w*|ophouden|hou(?:d)? op|kap|nok)\b.{{0,25}}\b(?:met|de|deze|die|mij|"
        rf"me)\b.{{0,20}}\b{_MESSAGES}\b",
        rf"\b(?:geen|nooit|niet)\b.{{0,20}}\b{_MESSAGES}\b.{{0,15}}\b(?:meer|krijgen|ontvangen|sturen)\b",
        rf"\bgeen {_MESSAGES} meer\b|\bniet meer {_MESSAGES}\b|\bniet meer meedoen\b.{{0,15}}\b{_MESSAGES}\b",
        r"\b(?:niets?|niks) meer\b.{0,25}\b(?:sturen|ontvangen|krijgen|horen)\b.{0,20}$",
        r"\b(?:stuur|app|mail|bericht) (?:me|mij) (?:\w+ )?(?:niet|niks|niets|geen \w+)(?: meer)?\b",
        rf"\b(?:afmelden|uitschrijven|af ?te melden|uit ?te schrijven)\b.{{0,45}}(?:\b{_MESSAGES}|"
        rf"\balles|\blijst)\b",
        r"\b(?:schrijf|meld|haal|gooi|verwijder) (?:me|mij)\b.{0,30}\b(?:uit|af|eruit|lijst|weg)\b",
        r"\b(?:me|mij|mezelf)\b.{0,25}\b(?:uitschrijven|uit te schrijven|uitgeschreven)\b",
        r"\bwil\b.{0,15}\b(?:eruit|eraf|weg uit|uitgeschreven|afgemeld|van de lijst|met rust)\b",
    )
)
# "Meld me af voor donderdag" is about one session.
_ONE_SESSION = Late(
    r"\b(?:donderdag|maandag|dinsdag|woensdag|vrijdag|morgen|vandaag|vanmiddag|vanavond|bijeenkomst|"
    r"sessie|cafe|training|"
    r"workshop|overleg|keuzevak|les|lessen|cursus|pilot|volgende week|\d{1,2} (?:jan|feb|ma|apr|me|ju|"
    r"au|sep|okt|nov|dec)\w*)\b"
)
_OTHERS = Late(r"\b(?:leerling\w*|lln|docent\w*|school|scholen|bedrij\w+|klas\w*|groep|hij|zij|ze|wij)\b")

_CANCEL = r"annule(?:er|ren)(?: maar| dit)?|cancel"
_CANCELS = Late(_CANCEL)
_ENOUGH = Late(
    rf"^(?:{_CANCEL}|stop(?:pen| maar| ermee)?|houd? op|laat (?:het )?maar(?: zitten)?|nvm|"
    r"never ?mind|(?:doe|toch) maar niet|vergeet (?:het|dat)(?: maar)?|hoeft niet meer|weg ermee|"
    r"niet (?:opslaan|bewaren)|gooi maar weg)(?:[ ,.!]+(?:hoor|sorry|bedankt|dank je))*$"
)

_AWAY = Late(
    r"^(?:ik |we |wij )?(?:ben|ga|zijn|gaan|werk|heb)\b.{0,25}\b(?:(?:met|op) (?:\w+ )?(?:vakantie|verlof)|(?:weken|"
    r"week|dagen|maanden) (?:weg|vrij|verlof)|niet (?:meer )?op (?:maan|dins|woens|donder|vrij)dag)\b"
)
_ABOUT_WORK = Late(r"\b(?:les\w*|pilot\w*|project\w*|keuzevak\w*|module\w*|mijlpaal|gegeven|gedraaid)\b")

_YES = Late(
    r"^(?:ja+|jep|jup|yes|yep|ok|oke|okay|okee|prima|akkoord|goed|is goed|doe maar|graag|ja graag|"
    r"opslaan|bewaar(?: maar)?|bewaren|sla maar op|klopt|dat klopt|zeker|"
    r"jazeker|natuurlijk|tuurlijk|uiteraard|helemaal goed|in orde|dat is goed|correct|juist|j|y|👍|✅|👌)"
    r"(?:[ ,.!]+(?:hoor|graag|prima|goed|doe maar|dat klopt|klopt|dank je|bedankt|is goed|zeker|"
    r"dat (?:kan|lukt)(?: wel)?))*[ .!]*$"
)
_POLITE = Late(r"(?:oke?|okay|okee|prima|goed|in orde)\b")
_NO = Late(
    r"^(?:nee+|neen|nope|no|nee hoor|niet|liever niet|niet nodig|hoeft niet|klopt niet|dat klopt niet|"
    r"nooit|beslist niet|"
    r"zeker niet|natuurlijk niet|laat maar|n|👎|❌)"
    r"(?:[ ,.!]+(?:hoor|bedankt|dank je|dankje|liever niet|niet nodig|dat klopt niet|klopt niet|"
    r"hoeft niet|dat (?:kan|lukt) niet|sorry|helaas))*[ .!]*$"
)

_BACK = r"(?:ga )?terug|vorige(?: vraag)?|(?:go )?back"
_WAY = Late(rf"(?P<back>{_BACK})|overslaan|sla over|volgende(?: vraag)?|skip")

_KIND = Late(
    r"^(?:ik (?:heb|wil|had) )?(?:een |mijn )?(?:(?P<agenda>agenda-?punt)|(?P<signal>signaal)|"
    r"(?P<contribution>bijdrage)|(?P<outcome>uitkomst)|"
    r"(?P<progress>(?:de )?stand(?: van een mijlpaal)?))(?: (?:melden|doorgeven))?[ .!:]*$"
)


_GREETS = Late(
    r"(?:(?:hallo+|hoi+|he+y|hai|hi|hello|moin|goede? ?(?:morgen|middag|avond)|good (?:morning|afternoon|evening)|"
    r"aanjager|allemaal|allen|iedereen|daar|there|weer|👋)(?:[ ,.!]+|$))+"
)


def greets(text: str) -> bool:
    """Does the sender greet, and say nothing else?"""
    return _GREETS.fullmatch(" ".join(fold(text).split())) is not None


def wants_to_leave(text: str) -> bool:
    """Does the sender want to hear nothing any more? In doubt it is no: they are asked what they meant."""
    plain = " ".join(fold(text).split()).strip(" .!?,")
    if len(plain) > 200:
        return False
    if _ALONE.match(plain):
        return True
    if _ONE_SESSION.search(plain) or _OTHERS.search(plain):
        return False
    return any(pattern.search(plain) for pattern in _OF_MESSAGES)


def cancels(text: str) -> bool:
    """Does the sender plainly ask to cancel, and not to leave?"""
    return _CANCELS.fullmatch(" ".join(fold(text).split()).strip(" .!?,")) is not None


def never_mind(text: str) -> bool:
    """Does the sender want to let rest what they are in the middle of?"""
    return _ENOUGH.match(" ".join(fold(text).split()).strip(" .!?,")) is not None


def goes_back(text: str) -> bool:
    """Does the sender want to see the question before this one?"""
    found = _way(text)
    return found is not None and found["back"] is not None


def moves_on(text: str) -> bool:
    """Does the sender only say where to go in a dialogue, back or on, and tell nothing?"""
    return _way(text) is not None


def _way(text: str) -> re.Match[str] | None:
    return _WAY.fullmatch(" ".join(fold(text).split()).strip(" .!?,"))


def away(text: str) -> bool:
    """Does the sender tell when they are not there, and nothing about the work?"""
    plain = " ".join(fold(text).split())
    aside = _ABOUT_WORK.search(plain) or _OTHERS.search(plain)
    return len(plain) < 100 and aside is None and _AWAY.match(plain) is not None


def yes_no(text: str) -> bool | None:
    """Return True for a plain yes, False for a plain no, None for anything else."""
    plain = " ".join(fold(text).split())
    if _NO.match(plain):
        return False
    return True if _YES.match(plain) else None


def agrees(text: str) -> bool:
    """Does the sender say a yes that is more than a courtesy ("ok", "prima")?"""
    plain = " ".join(fold(text).split())
    return yes_no(text) is True and _POLITE.match(plain) is None


def kind_named(text: str) -> str | None:
    """Return the kind of report that ``text`` names and says nothing else of ("een signaal"), else None."""
    found = _KIND.match(" ".join(fold(text).split()))
    return found.lastgroup if found else None
