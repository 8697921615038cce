"""How people say where something stands, and what they say that leaves it open.

Tables of words in every language that people type; patterns for folded text, in which no day is left.
"""

from enum import StrEnum

from programme.records import Stand


class Hint(StrEnum):
    """What an answer says that is no stand: what to ask about then is another question for each."""

    ELSEWHERE = "elsewhere"  # somebody else does it
    NO_NEWS = "no news"  # it is not known yet, or will be told later
    NEARLY = "nearly"
    UNFINISHED = "unfinished"
    STALLED = "stalled"  # nothing was done, or it goes badly: late or not, that is not said
    BUSY = "busy"


_REACHED = (
    r"(?:klaar|(?<!ervan )(?<!daarvan )(?<!ronden )(?<!maken )(?<!maak )(?<!haakt )(?<!zegt )(?<!hangt )"
    r"af(?! (?:van|en toe|te|laten)\b)|gereed|rond(?! (?:de|het|\d|eind|half|begin)\b)|"
    r"afgerond|gehaald|gelukt|behaald|opgeleverd|done|finished|ready|completed?)"
)
_PLANNED = (
    r"(?:op schema|op koers|volgens plan(?:ning)?|op tijd|on track|on schedule|on course|as planned|on time)"
)
_PARTLY = (
    r"(?:half|halverwege|bijna|zo goed als|nagenoeg|vrijwel|praktisch|grotendeels|deels|gedeeltelijk|voor een deel|"
    r"driekwart|voor de helft|een heel eind|(?:voor )?(?!100)\d{1,3} ?(?:%|procent|percent)|(?:nog )?net niet|"
    r"(?:nog )?niet helemaal|not quite|almost|nearly|partly|mostly)"
)
_WELL = (
    r"(?:goed|prima|lekker|top|soepel|gesmeerd|vlot|voorspoedig|als een trein|naar wens|uitstekend|snor|netjes|oke?|"
    r"okay|op rolletjes|well|fine|smoothly)"
)
_WE = r"(?:ik|we|wij|i|dat|dit|het)"
_GOES = r"(?:loopt|lopen|gaat|gaan|verloopt|verlopen|ligt|liggen|zit|staat|vordert|is going|goes)"
# The first that fits a piece is how it stands: of each its signs, one a line.
STANDS: tuple[tuple[Stand | Hint, tuple[str, ...]], ...] = (
    (
        Hint.ELSEWHERE,
        (
            r"niet (?:meer )?(?:van|voor) mij",
            r"niet (?:meer )?(?:mijn|onze|m'?n)\b",
            rf"(?:ben|zijn|ga|gaan|doe|doen) {_WE} (?:\w+ )?niet(?: meer)? (?:van|over|voor)",
            r"ga (?:\w+ )?niet meer over",
            r"niet (?:meer )?verantwoordelijk",
            r"(?:doet|doen|pakt|pakken|trekt|heeft|hebben|neemt|regelt) "
            r"(?:nu )?(?:een |mijn |m'n |de |onze )?(?:collega|ander)",
            r"(?:collega|ander|iemand anders|ander team) (?:\w+ )?(?:doet|pakt|trekt|regelt|neemt)",
            r"overgenomen door|overgedragen",
            r"draag (?:ik|het|dit) (?:\w+ )?over",
            r"overdragen",
            r"ligt (?:nu )?bij (?!ons|mij)",
            r"(?:is|zijn) (?:nu )?(?:van|voor) (?!ons|mij|de planning)",
            r"moet je bij\b",
            r"vraag (?:het |dit |dat )?(?:maar |beter )?aan\b",
            r"(?:hoort|valt|ligt|zit) (?:\w+ )?(?:bij|onder) (?:een |de )?ander",
            r"doet (?:dit|dat|het) niet meer",
            r"van baan (?:ge|ver)\w+",
            r"andere (?:baan|functie)",
            r"met pensioen",
            r"(?:werk|zit) (?:ik )?(?:hier|daar) niet meer",
            r"not mine|no longer mine|somebody else|someone else",
            r"(?:my )?colleague does",
        ),
    ),
    (
        Hint.NO_NEWS,
        (
            r"(?:weet|weten|hoor|horen|vertel|meld|know|hear) (?:\w+ ){0,5}meer\b",
            r"meer (?:weten|horen|bekend|duidelijk)",
            rf"^(?:{_WE} )?(?:weet|weten|hoor|horen) (?:{_WE} )*(?:pas |nog )*(?:na\b|van\b|het\b|$)",
            r"\bkan (?:\w+ ){0,4}(?:zeggen|aangeven|inschatten)",
            r"(?:kom|komen) (?:\w+ ){0,4}op terug",
            r"(?:vraag|herinner|check|probeer|bericht|app|ask|remind) "
            r"(?:\w+ ){0,4}(?:nog eens|nog een keer|opnieuw|weer|later|nogmaals|again)",
            r"^(?:vraag|herinner|ask|remind) (?:het |me |mij )*(?:dan|next|over|in)?$",
            r"(?:laat|geef) (?:\w+ ){0,4}(?:weten|horen)",
            r"let you know",
            r"weet (?:\w+ ){0,4}niet",
            r"te (?:weten|horen)\b",
            r"uitsluitsel|duidelijkheid",
            r"geen (?:flauw )?idee",
            r"onduidelijk|nog onzeker",
            r"nog (?:on|niet )bekend",
            r"afwachten|even kijken",
            r"(?:moet|zal|ga) (?:\w+ ){0,4}(?:navragen|nakijken|uitzoeken|checken|overleggen|nagaan|achteraan)",
            r"hangt? (?:\w+ ){0,3}af\b",
            r"afhankelijk van",
            r"(?:zoek|ga|vraag) (?:ik|het) (?:\w+ ){0,2}(?:uit|navragen|nakijken|na)\b",
            r"nu even niet|komt later|don'?t know|not sure|no idea",
        ),
    ),
    (
        Stand.CANCELLED,
        (
            r"gaa[nt]?(?:t)? (?:helaas |toch |definitief )*niet (?:meer )?door",
            r"vervalt|vervallen|geschrapt|geannuleerd|stopgezet|afgelast|afgeblazen",
            r"wordt (?:hem|'m|em) niet",
            r"cancell?ed|called off|not happening|dropped",
            r"(?:stopt?|stoppen|kapt?|kappen) (?:\w+ ){0,2}(?:hier|daar|er)? ?mee",
            r"(?:hier|daar|er)mee (?:\w+ ){0,2}gestopt",
            r"(?:doen|gaan|hoeven) (?:we|ik|wij) (?:\w+ ){0,2}niet(?! "
            r"(?:\w+ )?(?:redden|halen|lukken|op))(?: meer)?(?: doen)?",
            r"hoeft niet meer|niet meer nodig",
            r"komt er niet(?: meer)?",
            r"(?:we're|we are) (?:dropping|stopping)",
            r"stopping (?:with )?(?:this|it)",
        ),
    ),
    (
        Hint.NEARLY,
        (
            rf"{_PARTLY} (?:\w+ ){{0,2}}?(?:{_REACHED}|zover|er|gedaan)",
            rf"{_REACHED} (?:voor )?{_PARTLY}",
            r"laatste (?:loodjes|fase|stap|puntjes|hand)",
            r"(?:afrondende|eind) ?fase",
            r"\b(?:half|bijna|deels|almost)$",
            r"\b(?:alleen|enkel|slechts) nog\b",
            r"\bnog (?:alleen|enkel)\b",
        ),
    ),
    (
        Hint.UNFINISHED,
        (
            rf"(?:nog (?:\w+ )?(?:niet|niks|niets|geen)|niks|niets|geen van|not yet|none of)\b(?! op)"
            rf"(?: (?!op\b)\w+){{0,2}}? (?:{_REACHED}|zover)",
            r"(?:nog|niet) (?:\w+ )?mee (?:klaar|bezig geweest)",
            r"^(?:nog )?(?:even |lang |helemaal )*niet$",
            r"not yet$",
        ),
    ),
    (
        Hint.STALLED,
        (
            r"geen (?:tijd|ruimte|moment)",
            r"(?:niet|nog niet) (?:\w+ )?(?:aan|van) ?(?:toe ?)?gekomen",
            r"niet (?:\w+ )?begonnen",
            r"niet (?:\w+ )?gestart",
            r"niet (?:\w+ )?mee bezig",
            r"(?:niks|niets|weinig) (?:\w+ ){0,2}(?:gedaan|gebeurd|mee)",
            r"vergeten|te druk|lastig",
            r"(?:loopt|gaat|lopen|gaan) niet$",
            rf"{_GOES} (?:\w+ )?(?:niet "
            rf"(?:zo |echt |heel |erg )?{_WELL}|stroef|moeizaam|slecht|traag|langzaam|stroperig)",
            r"no time|not started|haven'?t started|forgot",
        ),
    ),
    (
        Stand.DELAYED,
        (
            rf"(?:niet|niks|niets|not|isn'?t|won'?t be|nooit) (?:\w+ ){{0,2}}?(?:{_REACHED}|{_PLANNED})",
            r"lukt (?:\w+ ){0,2}niet",
            r"niet (?:\w+ ){0,2}lukken",
            r"(?:haal|halen|red|redden) (?:\w+ ){0,2}niet",
            r"niet (?:\w+ )?(?:halen|redden)",
            r"won'?t make it|can'?t make it|vertraagd|vertraging|uitgesteld|uitstel",
            r"(?:loopt|lopen|ligt|liggen) (?:\w+ ){0,2}?(?:uit|achter)",
            r"(?:ligt|staat|valt|viel|lag) (?:\w+ ){0,2}?stil",
            r"stil ?(?:gevallen|gelegd)",
            r"on hold|stalled",
            r"op (?:zijn|z'n|n) gat",
            r"(?:loopt|lopen|zit|zitten) (?:\w+ )?vast",
            r"vastgelopen|achterstand|stagneert|op een laag pitje",
            r"schuift(?: (?:op|door))?",
            r"schuiven|verschoven|doorgeschoven|delayed|postponed|late|later|running behind",
            r"wordt pas|komt pas|moved to",
            r"(?:meer|extra) tijd nodig",
            r"need(?:s)? more time",
            r"duurt (?:\w+ )?langer",
        ),
    ),
    (
        Hint.BUSY,
        (
            r"komt (?:\w+ ){0,2}(?:goed|in orde|eraan|er aan)",
            r"mee bezig",
            r"bezig (?:er)?mee",
            r"^(?:\w+ ){0,2}bezig$",
            r"onderweg",
            r"wordt (?:er )?aan gewerkt",
            rf"werken (?:{_WE} )?(?:er )?(?:\w+ )?aan",
            r"in de maak|moet lukken|loopt nog|working on it|in progress",
        ),
    ),
    (
        Stand.ON_TRACK,
        (
            rf"{_PLANNED}",
            rf"{_GOES} (?:\w+ ){{0,2}}?{_WELL}",
            r"(?:goede|juiste) kant (?:op|uit)",
            r"onder controle",
            r"\b(?:loopt|lopen)$",
            r"^(?:dat |die |het )?(?:haal|halen|red|redden) (?:ik|we|wij)(?: het)?(?: wel| makkelijk)?$",
            r"haalbaar",
            r"tot nu toe (?:goed|prima)",
            r"(?:alles|allemaal) goed",
            r"geen bijzonderheden",
            rf"(?:op|on) (?:tijd|time) {_REACHED}",
            r"well on (?:the|its) way",
            r"gaa[nt] (?:\w+ )?lukken",
            r"(?:halen|redden) (?:we|het) (?:\w+ )?wel",
            r"lukt (?:\w+ ){0,2}wel\b",
        ),
    ),
    (
        Stand.DONE,
        (rf"{_REACHED}",),
    ),
    (
        Hint.UNFINISHED,
        (r"(?:niet|not|nee|no)$",),
    ),
    (
        Hint.BUSY,
        (r"(?:wel|ja|yes)$",),
    ),
)
# Who says so tells on which day to ask; else a day is the last on which there is no news yet.
ASK_AGAIN = r"\b(?:vraag|herinner|check|probeer|bericht|app|ask|remind|terug)\b"
# After "klaar": so it is not, quite.
BUT_FOR = (
    r"^(?:alleen|enkel|slechts|only|just|nu nog|nog|moet(?:en)? (?:\w+ )?nog)\b|\bnog$|"
    r"\b(?:moet(?:en)?|volgt|komt|komen|hoeft)(?: \w+)? nog\b|"
    r"\bnog (?:\w+ ){0,4}(?:doen|maken|schrijven|regelen|afmaken|nodig|inleveren|drukken)\b"
)
