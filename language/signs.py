"""What gives a message away: tables of signs of its kind, its result, an obstacle, a success, a next step.

Every pattern is matched against folded text (lower case, no accents). A sign adds its weight to a kind; signs
of different kinds may stand in one message, and the heaviest kind wins.
"""

import re
from typing import Literal

from language.partings import SIGNS as PARTINGS

Kind = Literal["outcome", "progress", "contribution", "agenda", "signal", "rsvp", "smalltalk"]

_FINISHED = r"(?<!haak )(?<!haakt )(?<!haken )af"  # "haakt af" finishes nothing

_REACHED = (
    rf"(?:klaar|{_FINISHED}|gereed|opgeleverd|vastgesteld|voltooid|ingeleverd|ingediend|afgerond|goedgekeurd|gepubliceerd|"
    r"ondertekend|gedeeld|verstuurd|online|rond|gelukt|gehaald|behaald|bereikt)\b"
)
_AS_PLANNED = r"(?:op schema|op koers|volgens plan\w*|op tijd|op stoom|goed|lekker|soepel)\b"

# kind → (weight, signs)
KINDS: dict[Kind, tuple[tuple[float, str], ...]] = {
    "rsvp": (
        (3.5,
            r"\b(?:ik|wij|we) (?:ben|zijn|kom|komen)(?: \w+){0,2} (?:er(?: dan| ook)? ?bij|aanwezig|ook|"
            r"graag|langs)\b"),
        (3.5, r"\b(?:zijn|ben) er(?: \w+){0,2} (?:met|bij|ook|zeker|graag|aanwezig)\b"),
        (3.5, r"^.{0,30}\b(?:er ?bij|van de partij|aanwezig)\b(?=.{0,25}$)"),
        (3.5, r"\b(?:ik|we|wij) kom(?:en)?(?: graag| zeker| ook| er aan| niet)?(?: met .*| naar .*)?[.! ]*$"),
        (3.5,
            r"\b(?:kan|kunnen|lukt|red|redden)(?: er| het| dan| mij| me| ons| helaas| die dag|"
            r" \w+dag)* (?:niet|wel)(?: bij zijn| komen| halen)?[.!, ]*$"),
        (3.5,
            r"\b(?:verhinderd|onder voorbehoud|afmelden|afzeggen|meld(?:en)? (?:me|mij|ons)|"
            r"reken (?:maar )?op (?:mij|me|ons)|sla (?:\w+ )?over|moet(?:en)? (?:verstek|afzeggen))\b"),
        (3.5,
            r"\bweet (?:ik )?(?:het )?nog niet\b|\bmisschien\b(?=.{0,30}$)|\bhoor je nog\b|"
            r"\bkan ik nog niet zeggen\b"),
        (2.5,
            r"^(?:ja|nee|jazeker|zeker|graag|akkoord|yes|jep|nope|neen|tuurlijk|natuurlijk|"
            r"helaas)\b(?!.{40})(?!.*\b(?:nog niet|wordt|worden|klaar|gereed|af|op schema|vertraging)\b)"),
    ),
    "smalltalk": (
        (4,
            r"\b(?:geen nieuws|niets? (?:bijzonders )?te melden|niks (?:bijzonders )?te melden|"
            r"geen bijzonderheden|niks nieuws|niets nieuws)\b"),
        (4,
            r"^(?:sorry,? |nog |er )*(?:geen tijd|niet aan toe ?gekomen)(?: gehad)?[,.! ]*(?:sorry)?[.!]*$"),
        (4.5,
            r"^(?:hoe|hoeveel|wat|waar|wanneer|wie|welke?|kan ik|kun je|kan je|mag ik|moet ik|heb je|"
            r"weet jij)\b.*\?\s*$"),
        (2.5, r"\b(?:bedankt|dank (?:je|jullie|u)|dankjewel|dankuwel|thanks|thx|graag gedaan|geen dank)\b"),
        (2.5,
            r"^(?:hoi|hallo|hey|hee|hi|he|moi|dag|goede? ?(?:morgen|middag|avond|dag)|fijn weekend|"
            r"fijne (?:dag|vakantie|avond)|tot morgen|test|haha\w*|lol|oke?|prima|top|mooi|doei|"
            r"succes)\b(?!.{25})"),
    ),
    "agenda": (
        (4, r"^(?:agenda|bespreek)-?punt\b"),
        (4.5,
            r"\b(?:agenda-?punt|bespreek-?punt|op de agenda|agenderen|rondvraag|punt voor (?:de|het|onze)|"
            r"ter sprake|aan de orde (?:stellen|brengen))\b"),
        (4,
            r"\b(?:op|in|voor|tijdens) (?:de|het) (?:\w+ )?(?:stuurgroep|projectgroep|vergadering)\b"),
        (4.5,
            r"^voor (?:de|het) (?:\w+ )?(?:stuurgroep|projectgroep|overleg|vergadering|werkgroep|agenda)\b"),
        (4.5,
            r"\b(?:wil(?:len)?|graag|kunnen|kan|moeten|zou(?:den)?)\b.{0,60}\b(?:bespreken|hebben over|"
            r"praten over|aankaarten|inbrengen|overleggen over)\b"),
    ),
    "signal": (
        (9, r"^signaal\b"),
        *PARTINGS,
        (5,
            r"\b(?:stop\w*|gestopt|beeindig\w*|trek\w*|zeg\w*|kap\w*|opgezegd)\b.{0,60}\b(?:samenwerking|"
            r"deelname|partner\w*|consortium|contract|convenant|overeenkomst|sto)\b"),
        (5,
            r"\b(?:samenwerking|deelname|partner\w*|contract|convenant|overeenkomst)\b.{0,40}\b(?:stop\w*|"
            r"gestopt|beeindig\w*|opgezegd|opzeggen|niet verleng\w*|loopt af)\b"),
        (5, r"\b(?:fusie|overgenomen door)\b"),
        (2, r"\b(?:geen|te weinig|nauwelijks) (?:nieuwe )?(?:aanmeldingen|instroom)\b"),
    ),
    "contribution": (
        (3,
            r"\b(?:uitgeleend|bruikleen|te leen|uitlenen|geschonken|schenken|gedoneerd|doneren|gesponsord|"
            r"sponsor\w*|(?:be|ter) ?schik\w* (?:gesteld|stellen)?|cofinanciering|bijgedragen|bijdrage|"
            r"in natura|kosteloos|gratis|(?:betaald|vergoed|bekostigd) door ons|(?:wij|we) (?:betalen|"
            r"leveren|hebben .{0,30}(?:betaald|geleverd|vergoed)))\b"),
    ),
    "outcome": (
        (1.5,
            r"\b(?:gedraaid|gegeven|geweest|gehouden|uitgevoerd|plaatsgevonden|gedaan|gevolgd|bezocht|"
            r"verzorgd|georganiseerd|gelukt|doorgegaan|geslaagd|op bezoek|langs|mee ?gedaan|deelgenomen|"
            r"gewerkt|gebouwd|gemaakt|afgerond|gestart|begonnen|getest|geprobeerd|waren er|zijn (?:we|"
            r"wij) (?:naar|bij)|waren (?:we|wij))\b"),
        (1.5,
            r"\b(?:\w*less?(?:en)?|\w*pilot|\w*training|\w*workshops?|\w*bijeenkomst|excursie|\w*bezoek|"
            r"(?:techniek|doe|open|project|studie|sport|bedrijven|stera)-? ?dag|keuzevak\w*|module\w*|"
            r"sessie|\w*scholing|cursus|rondleiding|practicum|toets|proef\w*|naar (?:het|een) bedrijf)\b"),
        (1.5, r"\b(?:ging|gingen|verliep|liep|liepen|was|waren)\b"),
        (1, r"[👍👎🎉💪🙌😀😃😊]"),
        (1, r"\b(?:gisteren|vandaag|vanochtend|vanmorgen|vanmiddag|vorige week|deze week|afgelopen)\b"),
        (1, r"^(?:gisteren|vandaag|vanmiddag|vanochtend|vorige week|afgelopen)\b"),
    ),
    "progress": (
        (1, r"\bmijlpaal\b"),
        (2, rf"\bmijlpaal\b.*\b(?:{_REACHED}|{_AS_PLANNED}|(?:loopt|ligt|vertraagd|uitgesteld|vervalt)\b)"),
        (3, r"\bmijlpaal\b.{0,60}\b(?:gehaald|behaald|bereikt)\b"),
        (2.5,
            rf"\b(?:klaar|{_FINISHED}|gereed|opgeleverd|vastgesteld|voltooid|ingeleverd|ingediend|goedgekeurd|"
            r"gepubliceerd|ondertekend|gedeeld|verstuurd|online|rond)\b"),
        (3,
            r"\b(?:op schema|op koers|volgens plan\w*|op tijd|voor op (?:de )?(?:planning|schema)|"
            r"op stoom|vertraging|vertraagd|uitgesteld|"
            r"uitstel|loopt (?:achter|uit|vast)|lopen (?:achter|uit)|ligt stil|verschoven|schuift|"
            r"schuiven|opgeschoven|doorgeschoven|verzet naar|geannuleerd|geschrapt|stopgezet|zetten (?:we|"
            r"wij) stop|stoppen (?:we|wij) mee|vervalt|vervallen|mikken|streven|haalt|halen we|redden we|"
            r"gaat (?:helaas )?niet door|nog bezig|gaat pas|komt pas|start pas|(?:kan|komt te|"
            r"mag) vervallen|in ontwikkeling|in de maak|bijna|halverwege|later)\b"),
        (3, r"\b(?:loopt|lopen|gaat|vordert)(?: \w+)? (?:goed|prima|lekker|uitstekend|gestaag)\b"),
        (1.5,
            r"\bwordt (?:pas |nu |eerder |later )*(?:\d|eind|begin|half|medio|na\b|week|januari|februari|"
            r"maart|april|mei|juni|juli|augustus|september|oktober|november|december|volgend)"),
        (1,
            r"\b(?:\w*rapport\w*|\w*plan|\w*programma|\w*wijzer|\w*meting|\w*analyse|swot|\w*leerlijn|"
            r"\w*kader|\w*visie|curriculum|ontwerp|\w*campagne|website|\w*kalender|overeenkomst|"
            r"inventarisatie|\w*onderzoek|\w*notitie)\b"),
    ),
}  # fmt: skip

# What a sender of this role mostly says.
ROLES: tuple[tuple[str, Kind, float], ...] = (
    ("teacher", "outcome", 1.0),
    ("owner", "progress", 1.0),
    ("coordinator", "progress", 1.0),
)
PARTICIPANTS, HOURS, EUROS = 1.5, 2.0, 2.0
ENOUGH, MARGIN = 2.0, 0.5

_NOT = r"(?:niet|geen|nooit|nauwelijks|weinig|minder)(?: \w+)? "
_GOOD = (
    r"(?:\w*goed|geslaagd|top\w*|super\w*|leuke?|enthousias\w*|mooie?|succes\w*|prima|fantastisch\w*|"
    r"fijne?|geweldig\w*|"
    r"trots\w*|gave?|gaaf|genoten|tof|toffe|uitstekend|gelukt|inspirerend\w*|leerzaam|leerzame|"
    r"positief|positieve|"
    r"vlekkeloos|plezier|netjes|tevreden|blije?|soepel|perfect|complimenten)"
)
GOOD = re.compile(
    rf"\b(?<!niet )(?<!geen )(?<!niet zo )(?<!niet erg )(?<!niet heel )(?<!minder ){_GOOD}\b|[👍🎉💪🙌😀😃😊❤⭐]"
)
BAD = re.compile(
    r"\b(?:te weinig|tekort\w*|gebrek\w*|stuk|kapot|defect|ziek\w*|uitgevallen|uitval|te laat|geen|"
    r"ontbr\w+|ontbrak\w*|"
    r"vervallen|lastig\w*|moeilijk\w*|moeizaam|probleem|problemen|krap\w*|storing|vertrokken|afgezegd|"
    r"afgehaakt|wachten|"
    r"knelpunt\w*|lage|hoge werkdruk|werkdruk|niet|onvoldoende|vol|onduidelijk\w*|weggevallen|"
    # "te" and what is no infinitive: te theoretisch, te druk.
    r"te (?!leen|gast|voet|gaan|zien|doen|staan|\w+en\b)\w+)\b"
)

# result → its signs, the first that fits wins
OUTCOMES = (
    ("failed", re.compile(
        r"\b(?:niet gelukt|mislukt\w*|niet door ?ge?gaan|ging(?:en)? (?:helaas |toch )?niet door|"
        r"gaat niet door|geen succes|"
        r"moest(?:en)? over|afgeblazen|afgelast|geannuleerd|drama|niet van de grond|ging mis|"
        r"misgegaan|misging|"
        r"niets geworden|(?:niks|niets) terecht|niks geworden|werkte niet|gecanceld|viel uit|"
        r"in de soep|de mist in|waardeloos|fiasco|flop|klote|kut|"
        r"niet gehaald)\b|👎")),
    ("partial", re.compile(
        r"\bhalf (?:af\w*|klaar|gelukt)\b|\b(?:deels|gedeeltelijk|grotendeels|voor een deel|ten dele|"
        r"matig\w*|"
        r"wisselend\w*|viel(?:en)? (?:wat |een beetje )?tegen|tegengevallen|redelijk|kan beter|"
        r"minder (?:goed|geslaagd|soepel)|"
        r"rommelig|nog niet af|"
        r"met moeite|niet (?:alle|iedereen|helemaal|alles|echt|zo|overal)|de helft)\b|\b\d+ van de \d+\b")),
    ("success", GOOD),
)  # fmt: skip
PROGRESS = (
    ("cancelled", re.compile(
        r"\b(?:gaat (?:helaas |toch |definitief )?niet (?:meer )?door|geannuleerd|geschrapt|"
        r"vervalt|(?:kan|komt te|mag) vervallen|"
        r"stopgezet|zetten (?:we|wij) stop|stoppen (?:we|wij) mee|"
        r"afgeblazen|ziet? er van af|zien (?:we )?ervan af|niet meer nodig|laten we vallen)\b")),
    ("delayed", re.compile(
        r"\b(?:loopt (?:\w+ )?(?:achter|uit|vast|vertraging)|lopen (?:\w+ )?(?:achter|uit)|vertraging|"
        r"vertraagd|uitgesteld|"
        r"uitstel|verschoven|schuift|schuiven|opgeschoven|doorgeschoven|verzet|later|niet op tijd|"
        r"ligt stil|achter op|"
        r"gaat pas|komt pas|start pas|verre van klaar|nog niet (?:begonnen|gestart))\b|"
        # "niet alleen klaar" and "niet meer dan een dag, dus klaar" deny nothing.
        rf"\b(?:niet|geen|niks|niets) (?!alleen|meer dan)(?:\w+ ){{0,3}}(?:{_REACHED}|{_AS_PLANNED})|"
        r"\b(?:haal\w*|red\w*|lukt)\b.{0,50}\bniet\b|"
        r"\bniet (?:gehaald|halen|redden)\b|\bwordt (?:pas |nu |helaas )*(?:\d|eind|begin|half|medio|"
        r"week|volgend|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)")),
    ("on_track", re.compile(
        r"\b(?:bijna|vrijwel|grotendeels|half|deels) (?:klaar|af|gereed|rond)\b|\bop tijd (?:klaar|af|gereed)\b")),
    ("done", re.compile(rf"\b{_REACHED}")),
    ("on_track", re.compile(
        r"\b(?:op schema|op koers|volgens plan\w*|op tijd|voor op (?:de )?(?:planning|schema)|"
        r"op stoom|loopt (?:\w+ )?goed|"
        r"gaat (?:\w+ )?goed|nog bezig|"
        r"halverwege|vordert|in ontwikkeling|in de maak)\b")),
)  # fmt: skip

# What says one thing of the one and another of the other, or what should have been: somebody is asked.
UNCLEAR = re.compile(
    rf"\b(?:behalve|uitgezonderd|op .{{1,40}} na\b|had(?:den)? .{{0,25}}\bmoeten|(?:moet(?:en)?|zou(?:den)?) "
    rf"(?:\w+ ){{0,3}}{_REACHED})"
)

RSVP = (
    ("maybe", re.compile(
        r"\b(?:misschien|weet (?:ik )?(?:het )?nog niet|onder voorbehoud|hoor je nog|nog niet zeker|"
        r"nog niet zeggen|waarschijnlijk|probeer)\b")),
    ("no", re.compile(
        r"\b(?:nee|neen|nope|niet|verhinderd|afmelden|afzeggen|meld(?:en)? (?:me|mij|ons) af|"
        r"sla (?:\w+ )?over|verstek)\b|^helaas\b|👎")),
    ("yes", re.compile(r".")),
)  # fmt: skip

REASON = re.compile(r"^(?:want|omdat|doordat|door|wegens|vanwege)\b")
CAUSE = re.compile(
    r"^(?:want|omdat|doordat|door|wegens|vanwege|alleen|maar|helaas|jammer|nadeel|obstakel|knelpunt|"
    r"probleem|minpunt|lastig|reden)\b"
)
MARKER = re.compile(
    r"^(?:want|omdat|doordat|door|wegens|vanwege|alleen|maar|helaas|en|reden|knelpunt|obstakel|"
    r"probleem)\b[: ]*"
)
NEXT = re.compile(
    r"^(?:en )?(?:vervolg|volgende (?:stap|keer|les|ronde|bijeenkomst|sessie)|daarna|hierna|"
    r"nieuwe poging|we gaan|"
    r"wij gaan|gaan we|dan gaan|het plan is)\b|\b(?:volgt|volgen|gaan we|staat gepland|staan gepland|"
    r"nieuwe poging|opnieuw|"
    r"willen we|gaan wij|doen we nog)\b"
)  # fmt: skip
_AGENDA_TOPIC = re.compile(
    r"\b(?:agenda-?punt|bespreek-?punt|punt voor [\w ]+?|rondvraag|^voor (?:de|"
    r"het) [\w ]+?)\s*[:-]\s*(?P<a>.+)|"
    r"\b(?:bespreken|hebben over|praten over|aankaarten|overleggen over|agenda zetten|"
    r"agenda(?: van \w++ \w++)?+)\s*+:?\s*(?:dat |hoe |of )?(?P<b>.{8,})|"
    r"\b(?:over|onderwerp|^(?:kan|kunnen|mag|mogen)(?: we)?|wil(?:len)? (?:graag |we |ik )*)\s+"
    r"(?P<c>.{8,}?)\s+(?:bespreken|agenderen|aankaarten|op de agenda)\b"
)  # fmt: skip
TOPICS: dict[Kind | None, re.Pattern[str]] = {
    "agenda": _AGENDA_TOPIC,
    "signal": re.compile(r"^signaal(?: voor \w+)?\s*[:,-]\s*(?P<a>.+)", re.DOTALL),
}
