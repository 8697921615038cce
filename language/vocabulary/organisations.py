"""By which words organisations are known: what they are, and what they do in a sentence that tells of their gifts.

Each language has its own list; ``{who}`` in a frame is the word that names one. A frame fits folded text.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from language.vocabulary.tongues import Language

ARTICLES = r"(?:de|het|'t|the) (?=\w)"  # before a name, in every language
AS_ONE = "bij {words} heeft"  # where nothing but an organisation stands
_THE_NL = r"(?:(?:de|het|een|'t|t|die|deze|ene) )"
_WHERE_NL = r"(?: (?:uit|van|in|op) (?:\w+ )?\w+)"
_GIFT_NL = (
    r"(?:gratis|beschikbaar|cadeau|geholpen|meegeholpen|meegedraaid|gegeven|gesponsord|geschonken|gedoneerd|betaald|"
    r"verzorgd|uitgeleend|geleverd|bijgedragen|gebracht|ter beschikking|in bruikleen)"
)
_PARTNER_NL = (
    r"(?:(?:als|geen) (?:\w+)?partner|samenwerking|convenant|(?:verdere )?deelname|(?:doet|"
    r"doen) (?:er )?niet meer mee|"
    r"stap\w* (?:er ?)?uit|trek\w* zich terug|zich terug|haakt af|haken af|eruit|stageplekken|leerwerkplekken)"
)
_GIVES_NL = (
    r"(?:stelt?|stelde|stellen|legt|legde|leggen|schenkt|schonk|doneert|doneerde|sponsort|sponsorde|leent|"
    r"leende|betaalt|"
    r"betaalde|biedt|bood|doet mee|doen mee|draagt|geeft ons|gaf ons|leverde|verzorgde|hielp)"
)
_THE_EN = r"(?:(?:the|a|an|this|that) )"


@dataclass(frozen=True, kw_only=True)
class Organisations:
    """``sorts``: words that can only be one. ``named``: what stands in the name of one (with capitals). ``plainly``:
    frames that leave no doubt. ``giving``: frames in which only one that gives or leaves can stand. ``people``: who
    and what may stand there too, and is none.
    """

    sorts: str
    named: str
    plainly: tuple[str, ...]
    giving: tuple[str, ...]
    people: str


ORGANISATIONS: Mapping[Language, Organisations] = {
    "nl": Organisations(
        sorts=r"(?:[\w-]{0,30}(?:bedrijf|werf|fabriek|garage|installateur|aannemer|bouwer|instelling|winkel|"
        r"makerij|bakkerij|"
        r"smederij|kwekerij|branderij|slagerij|boerderij|rederij|brouwerij|zagerij|museum|stichting|centrale|"
        r"college|school|"
        r"vereniging|cooperatie|groothandel|leverancier|corporatie|sponsor|dealer|distributiecentrum|tuincentrum|"
        r"verzekeraar|veiling|visafslag|uitzendbureau|ingenieursbureau|architectenbureau|woonzorgcentrum)|firma|"
        r"thuiszorg|ziekenhuis|verpleeghuis|verzorgingshuis|gemeente|waterschap|provincie|bibliotheek|"
        r"uitgeverij|drukkerij|"
        r"rabobank|brandweer|politie)",
        named=r"BV|B\.V\.|NV|VOF|Groep|Techniek|Installaties|Installatietechniek|Bouw|Transport|Metaal|"
        r"Metaalbewerking|"
        r"Logistiek|Zorg|Zonen|Zn|Machines|Elektro|Energie|Staalbouw|Hout|Interieur|Infra|Agro",
        plainly=(
            rf"\b(?:namens|met dank aan|dankzij|(?:groet(?:en|jes)?|gr\.?|mvg) (?:van|"
            rf"namens)) {_THE_NL}?(?:ons |onze )?"
            r"{who}\b",
            rf"^(?:hoi,? |hallo,? |goedemorgen,? |dag,? )?{_THE_NL}?{{who}} hier\b",
            rf"^(?:hoi,? |hallo,? |goedemorgen,? |dag,? )?hier {_THE_NL}?{{who}}[,:.]",
            rf"\b(?:van|via|bij) {_THE_NL}{{who}} (?:kregen|krijgen|ontvingen|mochten|mogen|leenden|"
            rf"lenen) (?:we|wij)\b",
            rf"\b(?:van|via) {_THE_NL}{{who}} (?:\w+ ){{0,6}}(?:gekregen|ontvangen|geleend)\b",
            rf"\b(?:gekregen|ontvangen|geleend|gesponsord|betaald|aangeboden|geschonken|gedoneerd|"
            rf"verzorgd) (?:van|door) "
            rf"{_THE_NL}{{who}}\b",
        ),
        giving=(
            rf"\b(?:iemand|\w+) van {_THE_NL}{{who}} (?:heeft|hebben|was|waren|kwam|kwamen|gaf|gaven|verzorgde|"
            rf"hielp|hielpen)\b",
            rf"(?:^|[.!?\n:;] ?){_THE_NL}?{{who}}{_WHERE_NL}? {_GIVES_NL}\b",
            rf"(?:^|[.!?\n:;] ?){_THE_NL}?{{who}}{_WHERE_NL}? (?:heeft|hebben|had) (?:[^ .!?\n]+ ){{0,8}}"
            rf"{_GIFT_NL}\b",
            rf"(?:^|[.!?\n:;] ?){_THE_NL}?{{who}}{_WHERE_NL}? (?:\w+ ){{1,9}}?{_PARTNER_NL}\b",
            rf"\b(?:partner|bedrijf) {_THE_NL}?{{who}} (?:stopt|stapt|trekt|haakt)\b",
        ),
        people=r"(?:[\w-]*(?:collega|leerling|docent|leraar|lerares|leerkracht|student|kind|ouder|mentor|"
        r"monteur|medewerker|"
        r"instructeur|vakman|timmerman|chauffeur|planner|directeur|manager|leider|meester|stagiair|coordinator|"
        r"man|vrouw|"
        r"jongen|meisje|klas|groep|team|les|cursus|training|keuzevak|profiel|opleiding|project|pilot|activiteit|"
        r"subsidie|"
        r"machine|printer|bus|rooster|lokaal|route|leerlijn|workshop|avond|dag|samenwerking|partner|"
        r"convenant)(?:s|en|e|n|tje|tjes)?|school|college|helft|rest|meeste|meesten|aantal|"
        r"instelling|company|bedrijf|wij|we|ik|hij|zij|ze|jullie|iemand|niemand|dit|dat|deze|die|er|het|onze?|"
        r"mijn|alles|"
        r"ook|nu|wie|u|een|hier|helaas|kan|kunnen|wil|komt)s?",
    ),
    "en": Organisations(
        sorts=r"(?:[\w-]{0,30}(?:company|firm|yard|school|college|bakery|factory|museum|association|cooperative|"
        r"supplier)|"
        r"municipality|hospital|council|brewery|shop)",
        named=r"Ltd|Group|Engineering|Logistics|Energy|Foods?|Construction|Systems|Solutions",
        plainly=(
            rf"\b(?:on behalf of|thanks to|regards from) {_THE_EN}?(?:our )?{{who}}\b",
            rf"^(?:hi,? |hello,? )?{_THE_EN}?{{who}} here\b",
            rf"\b(?:received|got|borrowed) (?:\w+ ){{0,6}}from {_THE_EN}{{who}}\b",
            rf"\b(?:donated|sponsored|paid|given|lent) by {_THE_EN}{{who}}\b",
        ),
        giving=(
            rf"(?:^|[.!?\n:;] ?){_THE_EN}?{{who}} (?:donates|donated|sponsors|sponsored|lends|lent|gave|gives|"
            rf"paid|pays)\b",
            rf"(?:^|[.!?\n:;] ?){_THE_EN}?{{who}} (?:\w+ ){{1,6}}?(?:withdraws|withdrawing|pulls out|"
            rf"pulling out|as a partner|"
            r"leaving the (?:programme|partnership))\b",
        ),
        people=r"(?:[\w-]*(?:colleague|pupil|student|teacher|parent|employee|mechanic|planner|director|manager|"
        r"class|group|team|"
        r"lesson|course|training|profile|project|pilot|activity|machine|printer|bus)s?|school|college|company|"
        r"firm|we|i|he|"
        r"she|they|you|somebody|nobody|this|that|it|our|my|who|here)",
    ),
}
