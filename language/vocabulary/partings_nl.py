"""Who leaves and what closes, in the usual wordings: signs of a signal, which the programme manager alone may read.

Some words say it of whoever they are said (haakt af, failliet), others only of a partner or a profile (stopt, sluit).
Said of pupils, a lesson or a machine none of them is a signal. Matched against folded text.
"""

_PARTNER = (
    r"(?:[\w-]*bedrij(?:f|ven)|[\w-]*school|[\w-]*scholen|[\w-]*colleges?|mbo|partners|[\w-]*partner|firma|"
    r"[\w-]*instelling|organisatie|stichting|gemeente|vereniging|aannemer|installateur|leverancier|sponsor|"
    r"garage|fabriek|werkplaats|"
    r"ziekenhuis|ondernemer|werkgever|brancheorganisatie)"
)
_COURSE = r"(?:bwi|pie|m&t|mvi|z&w|e&o|hbr|d&p)"
_OFFER = (
    r"(?:[\w-]*profiel(?:en|vak\w*)?\b|[\w-]*opleiding(?:en)?|[\w-]*afdeling|[\w-]*vakgroep|[\w-]*sectie|"
    r"techniek(?:onderwijs)?|"
    r"vestiging|[\w-]*locatie|[\w-]*richting|"
    rf"leerweg|sector|{_COURSE})"
)
_WHO = rf"(?:{_PARTNER}|{_OFFER})"
_STAFF = (
    r"(?:contactpersoon|directeur|coordinator|bestuurder|\w*begeleider|trekker|projectleider|teamleider|"
    r"\w*docente?|\w*leraar|\w*lerares|\w*instructeur|\w*opleider|\w*mentor|decaan|toa|"
    r"\w*collega)"
)
_STAFF_ALL = r"(?:\w*docenten|\w*leraren|\w*instructeurs|\w*collega's)"
# Of these it is something else: an hour that is over, a choice of pupils, a defect, one's own wish to hear no more.
_NOT_WHO = (
    r"(?:ik|\w*ouders?|leerling\w*|lln|deelnemers?|cursist\w*|student\w*|kinder\w*|jongens?|meisjes?|klas|"
    r"klassen|groep|"
    r"groepjes?|"
    r"\w*les|lessen|pilot|proef|keuzevak\w*|module\w*|mijlpaal|training|cursus|workshop|\w*machines?|"
    r"\w*apparaat|"
    r"motor|robot|pomp|bus|trein|lift|band|\w*printer|beamer|oven|laptop|computer|digibord|wifi|internet|"
    r"website)"
)
_WORD = r"(?:(?!(?:niet|geen|nooit)\b)[\w'&-]+ )"
_CLAUSE = r"(?:^|[.,;:!?\n] *|\b(?:en|maar|want|omdat|dat|door) )"
# "Het bedrijf uit de pilot": what follows a preposition is not who does it.
_BESIDE = rf"(?:van|uit|in|bij|met|voor|na|door|tijdens) (?:(?:de|het|een|onze|deze|die|dit) )?{_NOT_WHO} "
_OTHER = rf"(?:{_BESIDE}|(?!(?:niet|geen|nooit|{_NOT_WHO})\b)[\w'&-]+ )"
_BEGIN = rf"{_CLAUSE}(?:{_BESIDE}|(?!{_NOT_WHO}\b)[\w'&-]+ ){{0,14}}?"
_CEASED = (
    r"\s*(?:$|[.,;!?]|en\b|want\b|omdat\b|per\b|vanaf\b|volgend|eind\b|helaas|binnenkort|definitief|"
    r"met ingang|na de|bij ons|op onze)"
)
# Whoever stops with this leaves; whoever stops with a lesson or a pilot gives it up.
JOINT = (
    r"(?:gastles\w*|stages?|stageplek\w*|leerwerkplek\w*|rondleiding\w*|begeleiding|samenwerk\w*|alles|"
    r"[\w-]*profiel(?:en|vak\w*)?\b|"
    r"opleiding|programma|convenant|deelname|partnerschap|consortium|netwerk|sto|(?:sterk )?techniekonderwijs|"
    rf"(?:techniek|technologie|(?:hele )?project|{_COURSE}){_CEASED})"
)
_WITH = rf"(?:(?:de|het|ons|onze|dit|heel|al|als) )?{JOINT}"
_NO_HOUR = (
    r"(?!.{0,12}\bom (?:\d|half|kwart|een|twee|drie|vier|vijf)\b)"
    r"(?!.{0,12}\b(?:(?:in|tijdens|met) (?:de |het )?(?:\w*vakantie|weekend|kerst|pasen|verbouwing)|vandaag|"
    r"vanavond)\b)"
)

# From then on somebody is gone, and not for an afternoon.
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_FROM = (
    r"(?:volgend (?:school)?jaar|per (?:\d\d? )?\w+|met ingang van \w+(?: \w+)?|na (?:de zomer\w*|dit schooljaar)|"
    rf"(?:in|eind|begin|half) (?:{_MONTHS})|aan het eind van (?:het|dit) (?:school)?jaar)"
)

# Whoever it is said of.
_LEAVES = (
    rf"(?:haakt|haken|haakte) {_WORD}{{0,3}}af\b",
    r"(?:afgehaakt|afhaken|afhaakt)\b",
    rf"trek(?:t|ken) {_WORD}{{0,5}}terug\b|trek(?:t|ken) {_WORD}{{0,3}}handen (?:ervan|er van) af\b",
    rf"(?:neemt|nemen) {_WORD}{{0,4}}geen deel meer\b",
    r"(?:teruggetrokken|terugtrekt|terugtrekken)\b",
    rf"(?:stopt|stoppen|kapt|kappen) {_WORD}{{0,3}}(?:ermee|mee)\b",
    rf"(?:houdt|houden) {_WORD}{{0,3}}(?:ermee|mee) op\b",
    rf"(?:ermee|er {_WORD}{{0,2}}mee) {_WORD}{{0,2}}(?:gestopt|stoppen|stopt|ophoudt|ophouden|opgehouden|"
    rf"gekapt)\b",
    rf"(?:doet|doen|is|zijn|gaat|gaan) {_WORD}{{0,4}}niet (?:meer|langer) mee\b|niet (?:meer|"
    rf"langer|verder) (?:mee ?doen|mee ?werken|deelnemen|samenwerken)\b",
    rf"(?:verlaat|verlaten) {_WORD}{{0,2}}(?:project|regio|\w*verband|programma|sto)\b",
    rf"(?:ga|gaat|gaan) {_WORD}{{0,4}}(?:met|op) (?:\w+ )?pensioen\b",
    rf"(?:neem|neemt|nemen|nam|namen|heb|heeft|hebben) {_WORD}{{0,3}}ontslag\b",
    r"(?:heb|heeft|hebben|krijgt|vond) (?:\w+ ){0,3}(?:ander werk|(?:andere|nieuwe) baan)\b",
    rf"(?:ga|gaat|gaan|ging) {_WORD}{{0,3}}(?:uit dienst|(?:hier |bij (?:ons|ons op school|onze school|school) )weg|"
    r"weg bij (?:ons|onze|school))\b",
    rf"vertrekt? {_FROM}|(?:ga|gaat|gaan) {_FROM} weg\b(?! (?:uit|naar|met|op)\b)",
    rf"(?:neem|neemt|nemen|nam) {_WORD}{{0,3}}afscheid\s*(?:$|[.,;!?]|van (?:ons|school|onze school|het team)\b)",
    rf"(?:trekt|trekken) de stekker eruit|(?:geeft|geven) er {_WORD}?de brui aan",
    rf"(?:gaat|wil|moet) stoppen{_CEASED}",
    rf"(?:stapt|stappen|treedt|treden|stapte|stapten) {_WORD}{{0,3}}(?:eruit|uit)\s*(?:$|[.,;!?])",
    rf"(?:stapt|stappen|treedt|treden|stapte|stapten) {_WORD}{{0,3}}uit (?:het|de|ons|onze) (?:\w+ )?"
    r"(?:convenant|samenwerking|\w*verband|project|programma|regio|consortium|netwerk|stuurgroep|sto)\b",
    rf"(?:zegt|zeggen) {_WORD}{{0,6}}op{_CEASED}",
    r"(?:failliet|faillissement|surseance)",
    rf"stopt {_WORD}{{0,1}}(?:per|volgend (?:jaar|schooljaar)|eind)\b",
)
# Only of a partner or of what a school offers.
_CLOSES = (
    rf"(?:stopt|stoppen|gestopt)\b(?! (?:de|een)\b){_NO_HOUR}",
    rf"(?:sluit|sluiten)\b(?! (?:\w+ ){{0,4}}(?:aan|af)\b| (?:een|het|goed)\b| (?:\w+ )?(?:contract|"
    rf"overeenkomst))"
    rf"{_NO_HOUR}",
    rf"(?:gaat|gaan|moet|moeten|kan|dreigt) {_WORD}{{0,3}}(?:dicht|dichtgaan|sluiten|weg(?! (?:uit|naar|met)\b)|"
    rf"stoppen)\b{_NO_HOUR}",
    rf"(?:wordt|worden) {_WORD}{{0,3}}niet (?:meer|langer) (?:aangeboden|gegeven)\b",
    rf"(?:wordt|worden|is|zijn) {_WORD}{{0,3}}(?:opgeheven|afgebouwd|opgedoekt|wegbezuinigd|gesloten|"
    rf"overgenomen|opgezegd)\b",
    r"(?:verdwijnt|verdwijnen|fuseert|fuseren|verhuist|vertrekt|vertrekken|dichtgaat|opheft)\b",
    rf"(?:wil|willen) {_WORD}{{0,3}}niet (?:{_WORD}{{0,2}}(?:mee )?verder|meer (?:door|mee))\b",
    rf"(?:wil|willen) {_WORD}{{0,2}}niet (?:meer|langer|verder)\s*(?:$|[.,;!?])",
    r"(?:ziet|zien) het (?:\w+ ){0,2}niet (?:meer|langer) zitten\b",
    rf"(?:valt|vallen) {_WORD}{{0,2}}(?:weg|af)\b|laat ons (?:\w+ )?vallen\b|houdt {_WORD}{{0,2}}op\b|"
    rf"heeft {_WORD}{{0,3}}opgezegd\b",
)

_AWAY = (
    r"(?:vertrekt|weggaat|weg|opstapt|stopt(?! (?:de|het|een|om|na|met)\b)|pensioen|(?:andere|nieuwe) baan|"
    r"uit dienst|"
    r"stapt op|ontslag|afscheid)\b"
)
_ALL_AWAY = r"(?:weggaan|opstappen|pensioen|(?:andere|nieuwe) baan|uit dienst|ontslag)\b"
_ITS = (
    r"(?:(?:ook|nu|dan|helaas|misschien|waarschijnlijk) )?(?:de|het|een|onze|ons|dit|deze|die|ook|[a-z]+ste) "
)
_ENDED = (
    r"(?:opgeheven|opheffen|wegbezuinigd|opgedoekt|opdoeken|afgebouwd|afbouwen|gesloten|sluiten|geschrapt|"
    r"schrappen|stopgezet|"
    r"stopzetten|beeindigd|beeindigen|(?:af te|te|op te|stop te) (?:bouwen|sluiten|stoppen|heffen|zetten|"
    r"schrappen))\b"
)
_BOND = r"(?:contract|overeenkomst|convenant|samenwerking\w*|deelname|partnerschap)"
_OF_US = (
    rf"(?:stoppen|sluiten)\b(?! (?:\w+ ){{0,3}}(?:aan|af|met|vandaag|eerder|even|straks|vroeger)\b){_NO_HOUR}"
)

SIGNS: tuple[tuple[float, str], ...] = (
    (5, rf"{_BEGIN}(?:{'|'.join(_LEAVES)})"),
    (5, rf"{_BEGIN}{_WHO} {_OTHER}{{0,6}}(?:{'|'.join(_CLOSES)})"),
    (5, rf"{_BEGIN}(?:stopt|sluit|verdwijnt|verdwijnen|fuseert|vertrekt) {_ITS}(?:\w+ )?{_WHO}\b"),
    (5, rf"{_BEGIN}(?:wij|we) {_OTHER}{{0,3}}{_OF_US}"),
    (
        5,
        rf"{_BEGIN}(?:stopt|stoppen|gestopt|kapt|kappen|gekapt|houdt|houden) {_OTHER}{{0,4}}(?:op )?met {_WITH}",
    ),
    (
        5,
        rf"{_BEGIN}(?:neemt|nemen|trekt|trekken|stapt|stappen) {_OTHER}{{0,3}}(?:afscheid van|stekker uit|"
        rf"uit) {_WITH}",
    ),
    (5, rf"{_BEGIN}(?:verlengt|verlengen) {_WORD}{{0,2}}{_BOND} (?:[\w'&-]+ ){{0,3}}niet\b"),
    (
        5,
        rf"{_BEGIN}(?:wordt|worden|gaat|gaan|wil|willen|moet|moeten|zal|"
        rf"overweegt|besluit|besloot|besloten|plan is) {_OTHER}{{0,4}}{_OFFER} {_OTHER}{{0,4}}{_ENDED}",
    ),
    (5, rf"{_BEGIN}{_OFFER} {_OTHER}{{0,3}}niet (?:meer|langer) (?:\w+ )?(?:aanbieden|geven|aangeboden)\b"),
    (5, r"\b(?:komt|vinden|vonden|krijgen) (?:\w+ ){0,3}geen opvolger\b"),
    (5, rf"{_CLAUSE}{_WORD}{{0,14}}?{_STAFF} {_WORD}{{0,6}}{_AWAY}{_NO_HOUR}"),
    (5, rf"{_CLAUSE}{_WORD}{{0,14}}?{_STAFF_ALL} {_WORD}{{0,6}}{_ALL_AWAY}"),
)
