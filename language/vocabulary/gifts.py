"""How people tell what they give: that it is to come, that it was given, or that it was promised once.

Patterns for folded text, in every language that people type.
"""

_SAYS = (  # of a wish it is no promise: "ik wil 12 uur melden"
    r"(?:meld|doorg|noter|declar|opgev|invul|invoer|registr|regist|boek|bijschrijv|opschrijv|doorgev|laten weten|"
    r"report|note|register|log)\w*"
)
_WHO = r"(?:we|wij|ik|jullie|er|u|je|ons \w+|onze \w+|het bedrijf|i|you)"
_MAY = (
    r"(?:wil|willen|kan|kunnen|mogen|mag|gaan|gaat|ga|hopen?|overwegen?|overweeg|moet|moeten|can|could|may|might|"
    r"want|hope)"
)
_DONE = (
    r"(?:gegeven|geleverd|verzorgd|besteed|betaald|overgemaakt|geschonken|gedoneerd|uitgeleend|gebracht|gesponsord|"
    r"begeleid|gestort|bezorgd|ingezet|gesteld)"
)
# It came off: "we hebben 500 euro kunnen geven".
MANAGED = (
    r"\b(?:heb|hebben|heeft|had|hadden|konden|kon|mochten|mocht)\b.*\b(?:kunnen|mogen|willen)\b \w+en\b",
)
# Whatever else a clause says, what stands in it is to come.
TO_COME = (
    r"\b(?:zullen|zal|zou|zouden|will|would|shall|'ll|going to)\b",
    rf"\b{_WHO} (?:als \w+ )?{_MAY}\b(?!.*\b{_SAYS})",
    rf"\b{_MAY} {_WHO}\b(?!.*\b{_SAYS})",
    r"\b(?:te|kunnen|willen) (?:geven|leveren|schenken|doneren|sponsoren|lenen|uitlenen|verzorgen|betalen|brengen|"
    r"komen|helpen|doen)\b",
    r"\b(?:gaan|gaat|ga|wil|willen|kan|kunnen|mag|mogen|komt|komen)\b(?!.*\bzodat\b).*"
    r"\b(?:geven|leveren|schenken|doneren|sponsoren|lenen|uitlenen|verzorgen|betalen|brengen|langsbrengen|helpen|"
    r"bijdragen|overmaken|aanbieden|give|deliver|donate)\b",
    r"\b(?:overwegen?|overweeg|bereid|voornemens|van plan|in overleg|onder voorbehoud|eventueel|misschien|wellicht|"
    r"indien|mits|als jullie|als het|mocht|maybe|perhaps|if you|willing)\b",
    rf"\bword(?:t|en)\b.*\b{_DONE}\b|\b{_DONE} word(?:t|en)\b",
    r"\b(?:interesse|behoefte|iets aan|nodig|belangstelling|interested|interest)\b.*\?",
    r"\b(?:willen|hebben|kunnen|zijn|wil|heb|kan|do|would|can) (?:jullie|je|u|you|er|scholen)\b"
    rf"(?!.*\b{_SAYS}).*\?",
    r"\b(?:nog te (?!weinig|veel)\w+|(?:staat|staan) (?:er )?(?:nog )?(?:\w+ ){0,3}(?:open|klaar|gepland)|te gaan|"
    r"nog (?:open|tegoed)|komt nog|komen nog|volgt|volgen|moet nog|moeten nog|nog niet|still to)\b",
)
# It is not given, nor will it be.
REFUSED = (
    r"\b(?:niet|geen|nooit|not|no|never)\b(?! \d)(?! (?:alleen|meer dan|minder)\b).{0,40}"
    r"\b(?:geven|gegeven|leveren|geleverd|schenken|sponsoren|gesponsord|betalen|betaald|doneren|gedoneerd|bijdragen|"
    r"bijgedragen|verzorgen|verzorgd|komen|helpen|geholpen|give|given|deliver|donate|pay)\b",
    r"\b(?:geen|niet|nooit) (?=(?:€ ?)?\d|euro|cent)(?:(?!maar\b)[\w€.,'-]{1,20} ){1,6}"
    r"(?:gekregen|ontvangen|gehad|gegeven|geleverd|betaald)\b",
    r"(?:\b(?:not|never)|n't) (?:get|got|receive|received|had) (?:any|a cent|(?:€ ?)?\d)(?!.{0,20}\bbut\b)",
    r"\b(?:trek|trekken|trekt)\b.{0,60}\b(?:in|terug)\b|\b(?:ingetrokken|teruggetrokken|withdraw\w*)\b",
    r"\b(?:toezegging|sponsoring|bijdrage|gift)\b.{0,30}\b(?:vervalt|gaat niet door|komt te vervallen)\b",
)
NOT_YET = r"\bnog niet\b|\bnot yet\b"
# It was given.
GIVEN = (
    r"\b(?:gegeven|geleverd|afgeleverd|aangeleverd|verzorgd|bezorgd|besteed|betaald|overgemaakt|geschonken|gedoneerd|"
    r"uitgeleend|geleend|ontvangen|gekregen|gebracht|langsgebracht|afgegeven|gehaald|opgehaald|geweest|gedaan|gesponsord|"
    r"begeleid|rondgeleid|geholpen|meegeholpen|ingezet|bijgedragen|gestort|gewerkt|gedraaid|gehad|gesteld|"
    r"vrijgemaakt|uitgevoerd|weggegeven|gestoken|gekost|gekocht|gehouden|given|delivered|donated|paid|lent|spent|"
    r"helped|brought|gave|done|put in|provided)\b",
    r"\b(?:gaven|gaf|leverden?|schonk(?:en)?|bracht(?:en)?|hielpen|hielp|betaalden?|stortten?|sponsorden?|leenden?|"
    r"verzorgden?|begeleidden?|besteedden?|doneerden?|deden|deed|stak(?:en)?|kwam(?:en)?|kregen|draaiden)\b",
)
# It is promised: it was said, it is being given, or its day is to come.
PROMISED = (
    r"\b(?:toegezegd\w*|toezegging\w*|zegg?(?:en|t)? (?:\w+ )*toe|beloofd|beloven|belofte|afgesproken|gereserveerd|"
    r"ge?pland|ingepland|begroot|aangeboden|aanbod|aanbieding|offerte|bied(?:en|t)?|promised?|offer(?:ed|ing)?|"
    r"planned)\b",
    r"\b(?:we|wij|ik|i) (?:lever(?:en)?|geef|geven|leen|lenen|schenk(?:en)?|doneer|doneren|verzorg(?:en)?|betaal|"
    r"betalen|sponsor(?:en)?|breng(?:en)?|doe|doen|kom|komen|stel(?:len)?|maken?|give|deliver|donate|sponsor|pay|lend)\b",
    r"\b(?:lever(?:en)?|geef|geven|leen|lenen|schenk(?:en)?|doneer|doneren|verzorg(?:en)?|betaal|betalen|sponsor(?:en)?|"
    r"breng(?:en)?|doe|doen|kom|komen|stel(?:len)?) (?:we|wij|ik)\b",
    r"\b(?:sponsort|geeft|levert|schenkt|doneert|betaalt|komt|verzorgt|leent|stelt|krijgen|gives|delivers|donates)\b",
    r"\b(?:beschikbaar|available|weg mogen|mogen weg|(?:hebben|heb) .{0,40}\b(?:over|staan)|nog over|staan|staat)\b",
    rf"^(?!.*\b(?:{_SAYS}|klopt|toch|oke?|goed)\b).*\?$",  # what is asked has not been given
    r"\b(?:volgende? (?:week|maand|jaar|schooljaar|keer|kwartaal)|komende?|aanstaande|binnenkort|straks|morgen|"
    r"overmorgen|next (?:week|month|year)|tomorrow|soon)\b",
)
# Of what says nothing else, it has been.
HAS_BEEN = (
    r"\b(?:gisteren|eergisteren|vandaag|vorige? \w+|afgelopen|was|waren|kon|konden|yesterday|today|last \w+|were)\b",
)
# A promise of which somebody says only now what became of it.
ONCE = r"\b(?:had|hadden|eerder|destijds|oorspronkelijk|toen|zoals|toegezegde|beloofde|were|earlier|as) "
KEPT = r"\W*(?:waarvan|daarvan|hiervan|inmiddels|of which)\b"  # behind such a promise
# Between what is told of one part of a gift and of another.
BETWEEN = r"\s*(?:[,;.!\n]+(?=\s|$)|(?<=\?)|\b(?:en|maar|waarvan|daarvan|plus|and|but|of which)\b)\s*"
SENTENCE = r"[.!?\n](?=\s|$)"  # where one ends

LENT = r"\b(?:uitgeleend|uitlenen|bruikleen|te leen|geleend|geschonken|schenken|gedoneerd|doneren)\b"
THING = (
    r"\b(?:(?:een|twee|drie|vier|vijf|zes|tien|\d+) )?(?:(?:oude?|nieuwe?|gebruikte?|kleine?|grote?) )?"
    r"(?:\w*materia\w+|\w*gereedschap\w*|\w*machines?|\w*apparat\w+|\w*apparaat|laptops?|computers?|tablets?|\w*robots?|\w*printers?|drones?|hout|staal|"
    r"restpartij\w*|werkkleding|veiligheidsschoenen)\b"
)
