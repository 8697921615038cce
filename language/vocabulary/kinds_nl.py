"""Which kind a Dutch message is of: its signs, and how much each of them weighs."""

from language.vocabulary.partings_nl import JOINT
from language.vocabulary.tables import Kind, Weighed

# "Haakt af", "trekt de handen ervan af", "valt af" and "af te bouwen" finish nothing.
FINISHED = r"(?<!haak )(?<!haakt )(?<!haken )(?<!ervan )(?<!er van )(?<!valt )(?<!vallen )af(?! te \w+en\b)"

REACHED = (
    rf"(?:klaar|{FINISHED}|gereed|opgeleverd|vastgesteld|voltooid|ingeleverd|ingediend|afgerond|goedgekeurd|"
    rf"gepubliceerd|"
    r"ondertekend|getekend|gedeeld|verstuurd|aangeleverd|online|rond|gelukt|gehaald|behaald|bereikt)\b"
)
AS_PLANNED = (
    r"(?:op schema|op koers|te gaan|gaat hard|onder controle|on hold|volgens plan\w*|op tijd|op stoom|goed|"
    r"lekker|soepel)\b"
)

KINDS: dict[Kind, tuple[Weighed, ...]] = {
    "rsvp": (
        (3.5,
            r"\b(?:ik|wij|we) (?:ben|zijn|kom|komen)(?: \w+){0,2} (?:er(?: dan| ook)? ?bij|aanwezig|ook|"
            r"graag|langs)\b"),
        (3.5, r"^(?:ja[!, ]*|graag[!, ]*|we |wij |ik )*(?:kom|komen|ben|zijn er|met)(?: \w+)? (?:met )?"
            r"(?:(?:z'n|zijn|ons|zn) \w+|\d+ (?:personen|man|mensen|pers)|\w+ (?:personen|man|mensen))"
            r"(?!.{20})"),
        (3.5, r"\b(?:zijn|ben) er(?: \w+){0,2} (?:met|bij|ook|zeker|graag|aanwezig)\b"),
        (3.5, r"^.{0,30}\b(?:er ?bij|van de partij|aanwezig)\b(?=.{0,25}$)"),
        (3.5, r"\b(?:ik|we|wij) kom(?:en)?(?: graag| zeker| ook| er aan| niet)?(?: met .*| naar .*)?[.! ]*$"),
        (3.5,
            r"\b(?:kan|kunnen|lukt|red|redden)(?: er| het| dan| mij| me| ons| helaas| die dag|"
            r" \w+dag| dan)* (?:niet|wel)(?: bij zijn| komen| halen| aanwezig zijn)?(?:[.!, ]*$|[,.] (?:want|"
            r"ik|we|heb|moet|sorry|maar "
            r"(?:wel|misschien)|druk)\b)"),
        (3.5,
            r"\b(?:zet|schrijf|geef|noteer|tel) (?:\w+ )?(?:mij|me|ons) (?:\w+ )*(?:op|in|mee)\b|"
            r"\bmeld(?:en)? (?:ik |wij |we )?(?:mij|me|ons) (?:\w+ )*aan\b|\b(?:ik|we|wij) (?:ga|gaan|doe|"
            r"doen) (?:graag |ook |zeker )*mee[.! ]*$|"
            r"\bkijken of (?:ik|we|wij) (?:kan|kunnen|erbij|er bij)\b|\bniet (?:bij zijn|aanwezig zijn|"
            r"komen)\b(?=.{0,30}$)"),
        (3.5,
            r"\b(?:verhinderd|onder voorbehoud|afmelden|afzeggen|meld(?:en)? (?:me|mij|ons)|"
            r"reken (?:maar )?op (?:mij|me|ons)|sla (?:\w+ )?over|moet(?:en)? (?:verstek|afzeggen))\b"),
        (3.5,
            r"\bweet (?:ik )?(?:het )?nog niet\b|\bmisschien\b(?=.{0,30}$)|\bhoor je nog\b|"
            r"\bkan ik nog niet zeggen\b"),
        (4, r"\b(?:lukt|kan|past) (?:me|mij|ons|ik|het) (?:\w+ ){0,2}niet (?:die|deze|volgende|komende|op|"
            r"meer)\b|\bkan (?:ik|het) (?:\w+ ){0,4}(?:zeggen|laten weten)\b|\b(?:ben|zijn) (?:ik|we|"
            r"wij) er (?:dan )?(?:niet|wel|ook|bij|graag|zeker)\b|\b(?:kan|"
            r"kunnen) (?:\w+ ){0,3}niemand (?:sturen|afvaardigen|missen)\b|"
            r"^(?:ja|nee)[ ,]+(?:helaas|leuk|graag|gezellig|hoor|zeker|prima|dat lukt|lukt|sorry|ik kom|"
            r"wij komen|we komen)\b(?!.{40})"),
        (2.5,
            r"^(?:ja|nee|jazeker|zeker|graag|akkoord|yes|jep|nope|neen|tuurlijk|natuurlijk|"
            r"helaas)\b(?!.{40})(?!.*\b(?:agenda|noteren|bespreken|uur|uren|euro)\b)(?!.*\b(?:nog niet|wordt|"
            r"worden|klaar|gereed|af|op schema|vertraging)\b)"),
    ),
    "smalltalk": (
        (4, r"^(?:niks|niets|geen) (?:bijzonders?|bijzonderheden|nieuws|te melden|wijzigingen)\b|"
            r"^niets? nieuws\b"),
        (4,
            r"\b(?:geen nieuws|niets? (?:bijzonders )?te melden|niks (?:bijzonders )?te melden|"
            r"geen bijzonderheden|niks nieuws|niets nieuws)\b"),
        (4,
            r"^(?:sorry,? |nog |er )*(?:geen tijd|niet aan toe ?gekomen)(?: gehad)?[,.! ]*(?:sorry)?[.!]*$"),
        (4.5,
            r"^(?:hoe|hoeveel|wat|waar|wanneer|wie|welke?|kan ik|kun je|kan je|mag ik|moet ik|heb je|"
            r"weet jij)\b.*\?\s*$"),
        (4.5, r"^(?:hoe|hoeveel|wat|waar|wanneer|wie|welke?|waarom) (?:moet|kan|mag|is|was|zijn|doe|vul|werkt|kun|"
            r"bedoel\w*|betekent|staat|vind|gaat|zit|hoort|krijg)\b(?!.{60})(?!.*!)"),
        (2.5, r"\b(?:bedankt|dank voor|dank (?:je|jullie|u)|dankjewel|dankuwel|thanks|thx|graag gedaan|"
            r"geen dank)\b"),
        (2.5,
            r"^(?:dank|dankje|dankjewel|bedankt|top|prima|oke?|helder|duidelijk|is goed|komt goed|goed|"
            r"mooi)?[ ,!.]*(?:dank\w*|bedankt|duidelijk|helder|goed om te weten|fijn|genoteerd)[ !.]*$|"
            r"^(?:hoi|hallo|hey|hee|hi|he|moi|dag|goede? ?(?:morgen|middag|avond|dag)|fijn weekend|"
            r"fijne (?:dag|vakantie|avond)|tot morgen|test|haha\w*|lol|oke?|prima|top|mooi|doei|"
            r"succes)\b(?!.{25})"),
    ),
    "agenda": (
        (4, r"^(?:agenda|bespreek|vergader|overleg)-?punt\w*\b|\b(?:agenda|bespreek)-?punt(?:je|jes|en)\b|"
            r"\b(?:kan|kunnen|kunne|mogen|laten|zullen|moeten) (?:we|wij)\b.{0,60}\bover\b.{0,60}\bhebben\b|"
            r"^(?:voor )?(?:de |op de )?agenda\b"),
        (4, r"\b(?:wil|graag|kunnen we|even|moeten we)\b.{0,20}\b(?:bespreken|overleggen|praten)\b|"
            r"^bespreken\b|\b(?:kan|zet|mag)\b.{0,40}\bagenda\b"),
        (4.5,
            r"\b(?:agenda-?punt|bespreek-?punt|op (?:de )?agenda|agenderen|rondvraag|punt voor (?:de|het|onze)|"
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
        (20, r"^signaal\b"),
        (5,
            r"\b(?:stop\w*|gestopt|beeindig\w*|trek\w*|zeg\w*|kap\w*|opgezegd)\b.{0,60}\b(?:samenwerking|"
            r"deelname|partner\w*|consortium|contract|convenant|overeenkomst|sto)\b"),
        (5,
            r"\b(?:samenwerking|deelname|partner\w*|contract|convenant|overeenkomst)\b.{0,40}\b(?:stop\w*|"
            r"gestopt|beeindig\w*|opgezegd|opzeggen|niet verleng\w*|loopt af|voorbij|ten einde)\b"),
        (5, r"\b(?:fusie|overgenomen door)\b"),
        (4.5, r"\b(?:kan|kunnen|willen|wil|bieden|nemen|hebben|lever(?:t|en)|geeft|geven|plaats(?:t|en)|is|"
            r"zijn)\b.{0,40}\bgeen (?:\w+ )?(?:leerlingen|stagiair\w*|stage\w*|leerwerkplek\w*|plek\w*|"
            r"plaats\w*|gastles\w*|begeleid\w*) meer\b"),
        (2, r"\b(?:geen|te weinig|nauwelijks) (?:nieuwe )?(?:aanmeldingen|instroom)\b"),
    ),
    "contribution": (
        (1.5, r"\b(?:noteren|genoteerd|bijschrijven|registreren|opschrijven|declareren|toegezegd|rekening|"
            r"factuur|sponsor\w*)\b"),
        (4,
            r"\b(?:uitgeleend|geleend|lenen (?:\w+ ){0,6}uit|leen (?:\w+ ){0,6}uit|voor niks|gekregen van|"
            r"kregen (?:we|wij)|(?:wij|we) (?:kregen|betaalden|leverden|gaven|schonken)|weggegeven|cadeau|"
            r"in natura|ter waarde van|t\.?w\.?v|"
            r"bruikleen|te leen|uitlenen|geschonken|schenken|gedoneerd|doneren|gesponsord|"
            r"sponsor\w*|(?:be|ter) ?schik\w* (?:gesteld|stellen)?|cofinanciering|bijgedragen|bijdrage|"
            r"in natura|kosteloos|gratis|belangeloos|pro deo|om niet|(?:geen|zonder) (?:kosten|rekening|factuur|"
            r"vergoeding)|"
            r"niks voor (?:gevraagd|gerekend)|(?:mee|bij)ge(?:holpen|draaid|sprongen|dacht)|vrijgemaakt|"
            r"(?:betaald|vergoed|bekostigd) door ons|(?:wij|we) (?:betalen|"
            r"leveren|hebben .{0,30}(?:betaald|geleverd|vergoed)))\b"),
    ),
    "outcome": (
        (1.5,
            r"\b(?:gedraaid|gehad|gegeven|geweest|gehouden|uitgevoerd|plaatsgevonden|gedaan|gevolgd|bezocht|"
            r"verzorgd|georganiseerd|gelukt|doorgegaan|geslaagd|op bezoek|langs|mee ?gedaan|deelgenomen|"
            r"gewerkt|gebouwd|gemaakt|afgerond|gestart|begonnen|getest|geprobeerd|waren er|"
            r"kwam(?:en)? (?:\w+ ){0,2}niet op ?dagen|opkomst|bezoekers|aanwezigen|zijn (?:we|"
            r"wij) (?:naar|bij)|waren (?:we|wij))\b"),
        (1.5,
            r"\b(?:\w*less?(?:en)?|\w*pilot|\w*training|\w*workshops?|\w*bijeenkomst|excursie|\w*bezoek|"
            r"(?:techniek|doe|open|project|studie|sport|bedrijven|stera)-? ?dag|keuzevak\w*|module\w*|"
            r"sessie|\w*scholing|cursus|rondleiding|practicum|toets|proef\w*|naar (?:het|een) bedrijf)\b"),
        (1.5, r"\b(?:ging|vond|vonden|deed|deden|kreeg|kregen|gingen|verliep|liep|liepen|was|waren)\b"),
        (1, r"\b(?:\w+avond|\w+middag|\w+dag|\w*diner|\w*lunch|\w*ontbijt|\w*borrel|\w*beurs|\w*markt|\w*congres|"
            r"train de trainer|\w*festival|\w*finale|\w*feest|\w*wedstrijd)\b.{0,80}\b(?:gehad|"
            r"\d+ (?:\w+ )?(?:docenten|"
            r"bedrijven|bezoekers|leerlingen|lln|mensen|ouders|gasten|kinderen|scholen|deelnemers)|gezellig\w*|"
            r"sterke?|"
            r"uitstekend|aanwezig)\b"),
        (1, r"[👍👎🎉💪🙌😀😃😊]"),
        (1, r"\b(?:gisteren|vandaag|vanochtend|vanmorgen|vanmiddag|vorige week|deze week|afgelopen)\b"),
        (1, r"^(?:gisteren|vandaag|vanmiddag|vanochtend|vorige week|afgelopen)\b"),
    ),
    "progress": (
        (1, r"\bmijlpaal\b"),
        (4, r"\b(?:(?:wij|we) stoppen|stoppen (?:wij|we)) (?:(?:volgend|komend) (?:jaar|schooljaar) )?met\b"
            rf"(?! (?:\w+ )?{JOINT})"),
        (2, rf"\bmijlpaal\b.*\b(?:{REACHED}|{AS_PLANNED}|(?:loopt|ligt|vertraagd|uitgesteld|vervalt)\b)"),
        (3, r"\bmijlpaal\b.{0,60}\b(?:gehaald|behaald|bereikt)\b"),
        (2.5,
            rf"\b(?:klaar|{FINISHED}|gereed|opgeleverd|vastgesteld|voltooid|ingeleverd|ingediend|goedgekeurd|"
            r"gepubliceerd|ondertekend|getekend|uitgezet|aangeleverd|gedeeld|verstuurd|online|rond)\b"),
        (3,
            r"\b(?:op schema|op koers|volgens plan\w*|op tijd|voor op (?:de )?(?:planning|schema)|"
            r"op stoom|vertraging|vertraagd|uitgesteld|"
            r"uitstel|gaat (?:\w+ )?lukken|staat stil|opschuiven|nieuwe datum|duurt (?:\w+ )?langer|"
            r"loopt (?:achter|uit|vast)|lopen (?:achter|uit)|ligt stil|verschoven|schuift|"
            r"schuiven|opgeschoven|doorgeschoven|verzet naar|geannuleerd|geschrapt|stopgezet|zetten (?:we|"
            r"wij) stop|stoppen (?:we|wij) mee|vervalt|vervallen|mikken|streven|haalt|halen we|redden we|"
            r"(?:is|zijn) (?:\w+ )?(?:aangesteld|benoemd|geworven|aangeschaft|geinstalleerd|besteld)|"
            r"(?:nog )?niet compleet|"
            r"levertijd|geen (?:enkel )?risico\w*|komt niet (?:\w+ ){1,3}maar|(?:de )?goede kant op|blijft gewoon|"
            r"gaat (?:helaas )?niet door|nog bezig|gaat pas|komt pas|start pas|(?:kan|komt te|"
            r"mag) vervallen|in ontwikkeling|in de maak|bijna|halverwege|later)\b"),
        (2, r"\b(?:is|zijn) (?:\w+ )?(?:uitgeschreven|verspreid|ingeregeld|ingepland|vastgelegd|bevestigd|bezorgd|"
            r"geopend|gedrukt|in gebruik)\b|\b(?:de lucht in|naar de drukker|sleept zich|staat uit|op de helft|"
            r"zit(?:ten)? vast op|in volle gang|in de steigers|besloten (?:\w+ ){0,5}niet|"
            r"beginnen (?:\w+ ){0,2}niet)\b"),
        (2, r"^[\w '-]{2,40} (?:staat|hangt|draait|ligt er|is er|zijn er|staan|hangen)(?: er)?(?: nu| eindelijk|"
            r" online)?"
            r" ?(?:$|[!.])"),
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
