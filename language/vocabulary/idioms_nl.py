"""What Dutch says in a roundabout way, and the plain words that it means: "niks van gebakken" has failed.

A turn of phrase is put plainly before a message is judged, so that what was learned of the plain words holds for it,
whatever stands around it. Matched against folded text; the first that fits is put first.
"""

from language.vocabulary.tables import Idiom

_ANYTHING_BUT = (
    r"(?:alles ?behalve|verre van|ver van|(?:nou |nu )?niet bepaald|bepaald niet|allerminst|geenszins|"
    r"in de verste verte (?:niet|geen))"
)
_A = r"(?:(?:een|het|de|groot|grote|erg|zo'?n|al te) ){0,2}"
_SUCCESS = r"(?:succes\w*|geslaagd|gelukt|hoogtepunt|feest(?:je)?|hit|voltreffer)\b"
_GOOD = (
    r"(?:ideaal|optimaal|perfect|vlekkeloos|soepel\w*|vlotjes|vlot|top|goed|goede|best|leuk|leuke|lekker|super|"
    r"gesmeerd|geweldig|fantastisch|enthousiaste?|denderend|tevreden|blij|rimpelloos|briljant|onder de indruk)\b"
)
_BAD = (
    r"(?:saaie?|slechte?|mis|dramatisch|drama|ramp|mislukt|mislukking|vervelende?|stroef|rommelig|chaotisch|"
    r"tegenvallend|tegenvaller|verkeerd|chaos|puinhoop|straf|beroerd|waardeloos|ontevreden|teleurstellend|"
    r"teleurstelling)\b"
)
_DUE = r"(?:mijlpa(?:al|len)|deadline|streefdatum|einddatum|opleverdatum|inleverdatum)"

_HELD = r"(?:\w*les(?:sen)?|pilots?|\w*training(?:en)?|workshops?|\w*practicum|excursies?|proef\w*|\w*middag|\w*dag)"

IDIOMS: tuple[Idiom, ...] = (
    # What was not held did not go ahead.
    (rf"\b(?<!nog )geen ({_HELD}(?: \w+){{0,2}}) (?:gedraaid|gegeven|gehouden|kunnen geven|kunnen draaien)\b",
        r"\1 ging niet door"),
    # Bad is denied, or good cannot be more.
    (rf"\b{_ANYTHING_BUT} {_A}{_BAD}", "leuk"),
    (r"\b(?:niet|nooit|nergens|geen (?:moment|seconde|minuut|tel)) saai\b|"
        r"\b(?:niet|nooit|niemand|geen (?:moment|seconde|minuut|tel))(?: \w+){0,3} verve(?:eld|elde|elden|elt|len)\b|"
        r"\bverve(?:elde|elden|elt|len) (?:\w+ ){0,3}(?:niet|geen (?:moment|seconde|minuut|tel))\b", "leuk"),
    (r"\bgeen (?:slechte|saaie|verkeerde|vervelende|beroerde) (\w+)", r"leuke \1"),
    (r"\b(?:sloeg|sloegen|slaat) (?:\w+ ){0,2}(?:goed|enorm|direct|meteen|erg|heel goed) aan\b", "viel in de smaak"),
    (r"\b(?:viel(?:en)?|valt|vallen) (?:\w+ ){0,4}niet tegen\b(?! (?:en|maar) (?:ook )?niet mee)|"
        r"\btegenvallen (?:doet|doen|deed|deden) (?:\w+ ){0,2}niet\b", "viel reuze mee"),
    (r"\bniet tegen ?gevallen\b", "meegevallen"),
    (r"\b(?:kon(?:den)?|kan|had(?:den)?) (?:\w+ ){0,2}niet (?:veel )?beter"
        r"(?: (?:gekund|kunnen|gaan|lopen|verlopen|gaan lopen))?(?=\s*(?:$|[.,;!?)]|met |en ))", "perfect"),
    (r"\b(?:niks|niets|geen|zonder|nergens|weinig|niemand)(?: \w+){0,2} (?:te |over te )?klagen\b"
        r"(?: gehad| gehoord)?", "niks te klagen"),
    (r"\b(?:ik|we|wij|je) (?:mag|mogen|kan|kunnen) (?:\w+ ){0,2}niet klagen\b|\b(?:mag|mogen) "
        r"(?:\w+ ){0,2}niet klagen\b", "niks te klagen"),
    (r"\bmet (?:vlag en wimpel|glans)\b|\bom (?:te zoenen|door een ringetje te halen|van te smullen)\b|"
        r"\bals een klok\b|\bzoals je (?:het )?(?:wil|wilt|hoopt)\b", "geweldig"),
    # Good is denied, or half of it is.
    (rf"\b{_ANYTHING_BUT} {_A}{_SUCCESS}", "mislukt"),
    (rf"\b{_ANYTHING_BUT} {_A}{_GOOD}", "matig"),
    (r"\b(?:helemaal |echt |totaal )?(?:niks|niets|weinig|geen (?:hout|snars|bal|barst)) van "
        r"(?:gebakken|gebrouwen|terecht ?gebracht|gemaakt)\b|\b(?:bak(?:ken|ten?)?) (?:\w+ ){0,3}(?:niks|niets|"
        r"weinig) van\b|"
        r"\been potje van (?:ge)?ma(?:akt|ken|akten)\b|\bniet voor herhaling vatbaar\b|"
        r"\bnergens naar(?=\s*(?:$|[.,;!?)]))", "mislukt"),
    (r"\bniet (?:\w+ )?(?:je van het|je dat|het neusje van de zalm|wat het (?:moest|zou moeten) zijn|"
        r"om over naar huis te schrijven|om van te juichen|om vrolijk van te worden|denderend|overhouden|"
        r"veel soeps|veel bijzonders|kapot van|al te best|om te juichen)\b|"
        r"\b(?:hield|hielden|houdt|houden) (?:\w+ ){0,2}niet over\b|\bgeen hoogvlieger\b", "matig"),
    (r"\b(?:met )?hangen en wurgen\b|\bmet (?:\w+ )?pijn en moeite\b", "met moeite"),
    (r"\bhalf (?:om half|en half)\b", "deels gelukt"),
    (r"\b(?:prima|oke|aardig|leuk|goed|best)[ ,]+(?:maar )?(?:niet meer dan dat|meer (?:ook )?niet|"
        r"daar is alles mee gezegd)\b", "matig"),
    (r"\b(?:veel|alleen maar|flink wat|nogal wat|een hoop) (?:klachten|kritiek|gemopper|gezeur|commentaar|geklaag)\b|"
        r"\b(?:bleef|bleven|zat|zaten|liep|liepen) (?:\w+ ){0,3}(?:te )?(?:klagen|zeuren|mopperen)\b",
        "viel tegen"),
    (r"\bverve(?:eld|elde|elden) zich\b|\bzich (?:\w+ ){0,2}verve(?:eld|elde|elden)\b|"
        r"\b(?:slechter|minder(?: goed| leuk)?) dan (?:vorig\w*|verwacht|gehoopt|gedacht|anders|normaal|de vorige)\b|"
        r"\b(?:sloeg|sloegen|slaat) (?:\w+ ){0,3}niet (?:\w+ )?aan\b", "viel tegen"),
    # What is not done yet.
    (r"\b(?:bijna|nagenoeg|praktisch|zowat|vrijwel|op een haar na|zogoed als)(?: helemaal)? (?:klaar|af|gereed|"
        r"rond)\b",
        "zo goed als af"),
    (r"\b(?:half|deels|grotendeels|gedeeltelijk|voor de helft|voor een deel) (?:klaar|af|gereed|rond)\b",
        r"\g<0>, nog mee bezig"),
    (r"\bniet (?:meer |helemaal |echt |langer |geheel )?(?:op (?:schema|koers)|volgens (?:plan\w*|"
        r"schema))\b", "wordt later"),
    # What is not reached is late: who gives it up says so.
    (rf"\b{_DUE}\b(?: [\w']+){{0,6}} niet (?:meer )?(?:op tijd )?(?:gehaald|halen|te halen|haalbaar|redden|gered|"
        r"bereikt|bereiken)\b(?: (?:wordt|worden|is|gaat))?", "wordt later"),
    (rf"\b{_DUE} (?:(?!niet|nooit)\w+ ){{0,4}}(?:uitgesteld|vertraagd|verschoven|opgeschoven|"
        rf"verzet)\b", "wordt later"),
    (r"^((?:(?!(?:niet|nooit|geen|zonder)\b)[\w&-]+ ){1,4})(?:uitgesteld|vertraagd)\b(?! (?:begonnen|"
        r"gestart))", r"\1wordt later"),
    (rf"\b(?:halen|haal|redden|red|haalden) (?:[\w']+ ){{0,4}}{_DUE} (?:[\w']+ ){{0,3}}niet\b", "wordt later"),
)  # fmt: skip
