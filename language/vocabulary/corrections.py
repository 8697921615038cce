"""How people put right what they said: the words and frames of it, in every language that people type.

Patterns for folded text. ``{names}`` in a frame is what people call a field, ``{field}`` one of those names.
"""

from collections.abc import Mapping

# The fields of a report, as people call them.
FIELDS: Mapping[str, str] = {
    "activity": r"activiteit|activity",
    "milestone": r"mijlpaal|milestone",
    "organisation": r"school|bedrijf|locatie|organisatie|vestiging|company|organi[sz]ation|location",
    "forecast": r"nieuwe datum|new date",
    "day": r"dag|datum|day|date",
    "result": r"resultaat|uitkomst|result|outcome",
    "counts": r"aantal(?:len)?|numbers?|counts?",
    "amount": r"uren|bedrag|hours|amount",
    "material": r"materiaal|material",
    "obstacle": r"knelpunt(?:en)?|obstakels?|obstacles?|problem",
    "success": r"succes(?:sen)?|success(?:es)?",
    "next_step": r"vervolg(?:stap)?|volgende stap|next step|follow-?up",
    "kind": r"soort|kind",
}
# Of these the value may follow at once: "vervolg eind maart", "datum 12 november".
PLAINLY = frozenset(("forecast", "day", "result", "counts", "amount", "obstacle", "next_step"))
_NO = r"(?:o+h?[ ,]+)?(?:nee+|neen|nope|no)(?! (?:hoor|bedankt|dank|thanks|thank|news|problem)\b)"
_THIS = r"(?:(?:dit|dat|het|deze|die|er|this|that|it) )?"
_WRONG = (
    rf"{_THIS}(?:klopt|kloppen)(?: nog)? (?:helemaal |nog )*niet(?: (?:helemaal|goed|meer))*|"
    rf"{_THIS}(?:is|staat) (?:\w+ )?(?:niet (?:goed|juist)|fout|verkeerd|onjuist)|"
    r"(?:this|that|it)(?: is|'s) (?:wrong|not right)"
)
# Who begins so corrects; the second table may begin anything else as well, the third adds to what was told before.
SURE = rf"(?:{_NO}|oeps|o+ps|correctie|correction|foutje|tikfout|typo|{_WRONG})\b"
PERHAPS = (
    r"(?:(?:ja+|klopt|top|goed|oke?|prima|yes)[ ,]+(?:maar|alleen|but)(?: wel| dan)?|joh|sorry|pardon|"
    r"wacht(?: even)?(?! op\b)|wait(?! for\b)|toch|actually|eigenlijk)\b"
)
MORE = (
    r"(?:(?:o+h?|ow+|a+h) ?(?:ja+|en|wacht|yes)|p\.?s\.?|nog iets|nog een ding|one more thing|also|"
    r"(?:ik )?(?:(?:was|had|ben) (?:ik )?)?(?:nog |bijna |helemaal |even )*vergeten"
    r"(?: te (?:zeggen|melden|vertellen|noemen))?(?: dat)?|"
    r"(?:i )?forgot(?: to (?:say|mention|tell))?)\b(?! (?:laptops?|spullen)\b)"
)
ASIDE = r"[ ,]*\b(?:trouwens|overigens|btw|by the way)\b[ ,]*"  # wherever it stands, and says as much
# That something is wrong, and not what.
_CHANGE = r"(?:wijzig|aanpas|verander|corrig?er|verbeter|herstel)\w*|change|correct|fix"
_HOLDS = (
    r"(?:er )?(?:staat|zit|zitten|staan) (?:nog )?(?:een |iets |wat )?(?:\w+ )?"
    r"(?:fout(?:en|je|jes)?|verkeerds?|niet goed)(?: (?:er)?in)?"
)
_DID = r"(?:ik )?(?:heb|had) (?:\w+ ){0,2}(?:fout|verkeerd)(?: (?:gedaan|ingevuld|getypt|opgeschreven))?"
_WISH = (
    r"(?:(?:mag|kan|kun|wil|moet|kunnen|can|may|i|ik|je|we|het|dit|dat|die|nog|even|graag|er|iets|wat|it|this|want|to|"
    r"something|had|nee) ){0,9}"
)
_HOW = r"(?:hoe|waar) (?:pas|wijzig|verander|corrigeer|herstel|verbeter) ik (?:dit|dat|het|die|iets)(?: nog)?(?: aan)?"
_WRONGLY = (
    rf"(?:nee+[ ,]+|h+m+[ ,]+)?(?:{_WRONG})",
    r"er klopt (?:iets|wat) niet",
    r"h+m+[ ,]+nee+",
    _HOW,
    r"foutjes?|fout|oeps|o+ps",
    r"oh? nee+|oh? no",
    r"verkeerd|tikfout|typo",
    _HOLDS,
    _DID,
    rf"{_WISH}(?:{_CHANGE})",
)
VAGUE = rf"(?:(?:{'|'.join(_WRONGLY)})\b[ ,.!?]*(?:(?:sorry|hoor|nog|svp|aub|graag|maar)\b[ ,.!?]*)?){{1,3}}"
_IT = r"(?:(?:het|dit|dat|die|deze|hem|m|'m|it|this|that|mijn|m'n|de|laatste|my|the|last) ){0,3}(?:melding |report )?"
_GO = r"(?:even |maar |graag |weer |toch ){0,3}"
_GONE = (  # what all that was told is to be, or was
    rf"(?:verwijder|schrap|wis|annuleer|delete|remove|withdraw|cancel) ?{_GO}{_IT}{_GO}",
    rf"(?:verwijderen|weghalen|intrekken|wissen|schrappen|annuleren|weggooien) ?{_GO}",
    r"weg ?ermee",
    rf"(?:gooi|haal|doe|laat) {_GO}{_IT}{_GO}(?:weg|eruit|vallen)",
    rf"trek {_GO}{_IT}{_GO}in",
    rf"(?:mag|kan|moet) {_IT}{_GO}(?:weg|eruit)(?: worden gehaald)?",
    r"weg",
    rf"niet {_GO}(?:bewaren|opslaan|meetellen)",
    r"telt niet mee",
    r"(?:was|is) (?:maar |even |gewoon |alleen )*(?:een |a )?(?:test(?:je)?|grapje|vergissing|mistake)",
    r"(?:was |dit was )?per ongeluk(?: (?:verstuurd|gestuurd|verzonden|gemeld|bewaard|opgeslagen|gedaan))?",
    r"(?:de |een |was de )?verkeerde? (?:melding|bericht(?:je)?|chat|(?:ge|ver)stuurd)",
    r"wrong (?:message|chat)",
    r"(?:stond|staat|zat) er al in",
    r"(?:had|heb|is|was) (?:ik |dit |dat |het |deze )*al (?:gemeld|doorgegeven|ingevuld)",
    r"(?:(?:is|was|staat) )?(?:er )?dubbel(?: (?:gemeld|verstuurd|gestuurd|in))?",
    r"by accident|by mistake",
)
TAKEN_BACK = (
    rf"(?:toch |nee,? |oeps,? |sorry,? |foutje,? |mag |kan |kun |wil |moet |je |ik |please ){{0,4}}{_IT}{_GO}"
    rf"(?:{'|'.join(_GONE)})[ .!?]*(?:sorry|hoor|svp|aub|graag|please|alsjeblieft)?[ .!?]*"
)
BEGIN = r"[ ,.:;!-]*"
MEANT = r"(?:(?:ik|we|i) )?(?:bedoel(?:de|den)?|mean|meant)\b(?: (?:ik|we))?"
WAS = (
    r"(?:(?:het|dat|dit|er|it|that|there|they) )?"
    r"(?:(?:was|waren|moet(?:en)?|moest(?:en)?|were|should(?: have been)?|must)\b|"
    r"(?<=het )is\b|(?<=it )is\b|(?<=het )zijn\b|(?<=er )zijn\b|(?<=there )are\b)"
)
PADDING = r"(?:(?:er|eigenlijk|toch|wel|maar|actually|only|be|zijn|om|gewoon)\b ?)*"
END = rf"[ ,.!]*(?:{MEANT}|\b(?:zijn|worden|be|geweest)|\b(?:hoor|svp|aub|sorry|graag|instead|dus))[ .!]*$"
UNDONE = (
    r"(?:toch|liever|nee,? (?:toch )?)(?: liever)? ?niet|ongedaan(?: maken)?|undo|not after all|scratch that"
)
# Where it was, where that is all there is ("bij De Rivierschool", "het was op het lab").
PLACE = (
    r"(?:en )?(?:(?:het|dit|dat|it|this) )?(?:(?:was|is) )?(?:trouwens |gewoon |toch )?(?:bij|op|in|at|van) "
    r"(?:(?:het|de|een|the|a) )?(?P<value>.{2,50}?)(?: (?:gedaan|gegeven|geweest|gedraaid|gehouden))?"
)
OURS = r"ons(?: zelf)?|onszelf|onze (?:eigen )?school|mijn(?: eigen)? school|us|our (?:own )?school"
# Between what is put right beside each other.
BORDER = r"[.;!?\n]+(?:\s+|$)|,(?!\d)\s*(?:(?:en|and)\s+)?|\s+(?:en|and)\s+"
DENIED = r"(?:en |and )?(?:niet|geen|not|no) "
TURNED = (  # what is taken back, and what takes its place
    r"(?:niet|geen|not) (?P<wrong>.+?)[ ,]+(?:maar|but)(?: (?:wel|juist|rather))? (?P<value>.+)",
    r"(?P<value>.+?)[ ,]+(?:i\.?p\.?v\.?|in plaats van|instead of|en niet|and not|not|niet|geen|no)"
    r" (?P<wrong>(?!maar |but ).+)",
    r"(?P<wrong>\S+(?: \S+)?) (?:klopt|kloppen|is|was|waren|moet) (?:niet(?: goed)?|fout|verkeerd|wrong)[ ,]+"
    r"(?:(?:het|dat|er|it) )?(?:moet(?:en)?|was|waren|is|zijn|should be)(?: er)? (?P<value>.+?)(?: zijn)?",
)
_OTHER = r"(?P<other>andere?|other|another|different|verkeerde?|wrong|juiste?|right)"
NOT_RIGHT = r"(?:klopt niet|kloppen niet|is (?:fout|niet goed|verkeerd|wrong|not right)|niet goed|fout)"
NAMED = (
    rf"(?:(?:de|het|een|bij|in|op|voor|mijn|m'n|onze|at|the|for|an?|my|our) )*(?:{_OTHER} )?(?P<field>{{names}})\b[ ]*"
    rf"(?P<says>{NOT_RIGHT}|[:=]|(?:is|was|moet|should be|wordt)\b|$|,|)[ ,:]*(?P<value>.*?)(?: zijn| worden)?"
)
SET = (  # a field to something else
    r"(?:zet|maak|verander|wijzig|doe|set|change|make) (?:(?:de|het|the|dan|nu|even|maar) )*(?P<field>{names})"
    r"(?: (?:even|maar|dan|graag))* (?:op|naar|in|van \S+ naar|to) (?P<value>.+?)(?: graag| aub| svp| please)?"
)
_THE = r"(?:(?:de|het|een|dat|die|dit|the|that|any) )*"
_PLEASE = r"(?: (?:maar|even|graag|aub|svp|er|ook|please))*"
REMOVED: tuple[str, ...] = (  # frames for a field that is to be empty
    rf"(?:haal|laat|gooi|doe|neem){_PLEASE} {_THE}{{field}}{_PLEASE} (?:weg|eruit|vallen|zitten)",
    rf"(?:schrap|wis|verwijder|delete|remove|drop|leave out){_PLEASE} {_THE}{{field}}{_PLEASE}",
    rf"{_THE}{{field}} (?:(?:mag|kan|moet|hoeft|can)\b ?)?(?:maar |er |ook )*"
    r"(?:weg|eruit|vervallen|vervalt|weggehaald|verwijderd|niet|go)(?: worden)?",
    r"(?:er (?:is|was|waren|komt|komen) |there (?:is|was|were) )?(?:geen|zonder|no|without) {field}"
    r"(?: (?:meer|nodig|gepland|graag|please|hoor))*",
)
_COUNTED = r"(?P<value>[\w.,½¼¾]+(?: (?!dan\b|than\b)[\w&'-]+){0,2}?)"
_CAME = r"(?:(?:er|het|dat|there|they) )*(?:(?:zijn|waren|was|kwamen|moeten|moet|were)\b ?)?"
_STILL = r"(?:(?:er|nog|ook|toch|eigenlijk|wel|maar|eentje|just)\b ?)*"
# More and fewer than was said: what is added for each of them (1 or -1), and its frame.
CHANGES: tuple[tuple[int, str], ...] = (
    (
        -1,
        rf"{_CAME}{_STILL}{_COUNTED} (?:minder|eraf|er af|te ?veel|fewer|less|too many)(?: geweest| geworden| zijn)?",
    ),
    (
        1,
        rf"{_CAME}{_STILL}{_COUNTED} (?:meer|erbij|er bij|bij|extra|te weinig|more|too few)"
        r"(?: geweest| gekomen| zijn)?",
    ),
    (1, rf"(?:\+|plus\b) ?{_COUNTED}"),
    (-1, rf"(?:-|min\b) ?{_COUNTED}"),
)
AND = r"\s*(?:,|\ben\b|\band\b|\bmet\b|\bwith\b|\bplus\b|[+&])\s*"  # between figures that are told apart
# What may stand around a number that is all there is.
JUST = r"(?:\W|\b(?:maar|nog|wel|om|er|het|waren|was|met|with|en|dus|stuks|in totaal|only|just|there|were|about)\b)*"
NOTHING = (
    r"(?:nee,? )?(?:er (?:was|waren) )?(?:niets?|niks|geen(?: enkele?)?|nothing|none|no|nee|nvt|n\.v\.t\.?|-)"
)
HOURS = r"\d+(?:[.,]\d+)? ?(?:uur|uren|u|hours?|h)?"  # by itself: how much, not when
