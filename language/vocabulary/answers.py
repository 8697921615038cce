"""How people answer where a milestone stands: which they mean, until when, why (how it stands: ``stands``).

Tables of words in every language that people type; patterns for folded text.
"""

from language.vocabulary.tables import Idiom

PLACES: tuple[str, ...] = (
    r"eerste|1e|1ste|first|1st",
    r"tweede|2e|2de|second|2nd",
    r"derde|3e|3de|third|3rd",
    r"vierde|4e|4de|fourth|4th",
    r"vijfde|5e|5de|fifth|5th",
    r"zesde|6e|6de|sixth|6th",
)
LAST = r"laatste|last"
# What may stand before one of the places in a list.
TO_A_PLACE = r"(?:(?:ja|nee|en|and|yes|no|met|van|of|with|alleen|enkel|only|ook|maar|nummer|nr)[ ,]+)*"
# What reads as a day of the month, and may be a place in the list: "1e en 3e klaar".
AS_A_DAY = r"(?:de |het )?[1-6](?:e|de|ste)"
# What may stand around the one that is chosen of several days, and how much a day in full takes.
TO_A_DAY = (
    r"(?:(?:ja|nee|sorry|oh|oeps|ik bedoel|bedoel|dan|doe|maar|de|het|die|dat|op|is|wordt|van|liever)[ ,]+)*"
)
AFTER_A_DAY = r"(?:[ ,.!]+(?:hoor|graag|dus|dan|maar|bedoel ik|natuurlijk|dag|datum|optie|one))*"
DAY_IN_FULL = "donderdag 30 september 2026"
_ONE = rf"(?:{'|'.join(PLACES)}|{LAST})"
_OF_THEM = r"(?: (?:mijlpaal|mijlpalen|milestones?|one))?"
_MANY = r"(?:twee|drie|vier|vijf|zes|two|three|four|[2-9])"
HOW_MANY = {"twee": 2, "two": 2, "drie": 3, "three": 3, "vier": 4, "four": 4, "vijf": 5, "zes": 6, "allebei": 2,
    "beide": 2, "both": 2}  # fmt: skip
# A figure by itself is a place in the list, where what follows says how that one stands.
_FIGURE = (
    r"\d{1,2}(?: ?(?:,|\+|&|en|and|t/m|-) ?\d{1,2})*(?= ?(?:$|[:=)]|"
    r"(?:is|zijn|was|wel|niet|ja|nee|ook|half|bijna|nog|net|"
    r"wordt|worden|komt|komen|loopt|lopen|gaat|gaan|ligt|staat|schuift|vervalt|lukt|op|in|eind|zo goed|klaar|af|gereed|"
    r"rond|gehaald|afgerond|gelukt|uitgesteld|vertraagd|vertraging|later|geen|doet|is|are|done|ready|on|delayed|not)\b))"
)
SUBJECTS: tuple[tuple[str, str], ...] = (
    ("series", rf"(?:(?:de|het|the) )?(?:eerste|first|laatste|last) {_MANY}{_OF_THEM}"),
    ("places", rf"(?:(?:de|het|the|die) )?{_ONE}(?:(?: en|,| and)? (?:(?:de|het|the) )?{_ONE})*{_OF_THEM}"),
    ("number", rf"(?:nummers?|nr\.?|number|no\.?|mijlpaal) ?\d{{1,2}}\b|{_FIGURE}"),
    ("rest", r"(?:(?:de|het|the|al het|alle) )?(?:rest|andere|anderen|overige|others|other ones)(?: mijlpalen)?"),
    ("everything", rf"alles|allemaal|allebei|alle {_MANY}|alle(?: (?:\w+ )?mijlpalen)?|beide|all(?: of them)?|"
        r"everything|both"),
)  # fmt: skip
EXCEPT = r"(?:behalve|uitgezonderd|except(?: for)?|apart from|but not|maar niet)"
# Said in another order, or with another mark, than it is read in.
REWRITTEN: tuple[Idiom, ...] = (
    # "Vertraging van een maand", "1. klaar", "2 - op schema".
    (r"\b(?P<late>vertraging|uitstel) van (?P<n>\w+) (?P<unit>\w+)", r"\g<n> \g<unit> \g<late>"),
    (r"(?:(?<=\s)|^)(?P<n>\d) ?(?:[.)]|-) +(?=[a-z])", r"\g<n>: "),
    # "Op de swot na alles klaar", "alles behalve de swot is klaar", "alles klaar op de swot na".
    (r"^op (?P<it>(?:[\w&'-]+ ){1,4})na\b,? +(?P<rest>(?s:.+))$", r"\g<rest> behalve \g<it>"),
    (
        r"^(?P<all>alles|allemaal|alle \w+|all|everything),? "
        r"(?P<but>behalve|uitgezonderd|except(?: for)?) (?P<it>.+?),? "
        r"(?P<how>(?:is|zijn|are|ligt|loopt|gaat|op schema|klaar|gereed|af|on track|done)\b.*)$",
        r"\g<all> \g<how> \g<but> \g<it>",
    ),
    (r"\bop (?P<it>(?:[\w&'-]+ ){1,4})na\b", r"behalve \g<it>"),
)
SAME = r"\b(?:ook|idem|ditto|too|also)$"  # as it was with the one before
_BEFORE_ANOTHER = "|".join(
    rf"(?<=\b{word})"
    for word in (
        "klaar",
        "af",
        "gereed",
        "schema",
        "vertraagd",
        "niet",
        "wel",
        "ja",
        "nee",
        "ok",
        "done",
        "track",
    )
)
_ANOTHER = rf"(?:(?:de |het |the )?(?:{_ONE})\b|{_FIGURE})"
# A run of blanks is tried from its first only: from each of them it would be slow.
BORDER = (
    r"[.;,!\n]+\s*|(?<![Vv]raag)(?<!\s)\s+(?:en|and|maar|but)\s+(?!not\b|niet\b)|(?<=\d) ?[+&] ?(?=\d)|"
    r"(?<!\s)\s+(?=(?:want|omdat|doordat|wegens|vanwege|ivm|i\.v\.m\.|because|due to|behalve|uitgezonderd|except|"
    r"apart from|maar niet|but not)\b)|(?<!\s)\s+(?=door (?!naar\b|tot\b))|"
    rf"(?:{_BEFORE_ANOTHER})\s+(?={_ANOTHER})|(?<!\s)\s+(?=\d{{1,2}} ?[:=])"
)
BECAUSE = (
    r"(?:want|omdat|doordat|door|wegens|vanwege|ivm|i\.v\.m\.|because(?: of)?|due to|reden:?|reason:?)\s+"
)
CATCH_UP: tuple[tuple[bool, str], ...] = (
    (
        False,
        r"niet (?:meer )?in te halen|halen (?:we|ik) niet (?:meer )?in|can(?:no|')t (?:be made|catch) up",
    ),
    (True, r"(?:wel )?in te halen|halen (?:we|ik) (?:\w+ )?in|can be made up|will catch up"),
)
# What says nothing of which milestone is meant.
FILLERS = frozenset(
    """het dat dit die deze de een is was wordt worden word zijn zal zullen gaat gaan komt komen kan kunnen lukt niet
    pas nu al nog wel er we ik wij ze ook dan en maar ja nee helaas sorry hoor denk verwacht waarschijnlijk ergens in
    op rond tegen uiterlijk voor tot met naar om van te inmiddels gelukkig helemaal mijlpaal datum nieuwe
    twee drie vier vijf two three four
    it this that they is are was will be we i in on by at the a to of for now not yet and but new date expected probably
    unfortunately milestone until till around wat iets beetje veel extra meer tijd nodig duurt langer daar mee hier
    red redden haal halen lukken deze ben zo ook toch eigenlijk gewoon even jaar week maand eindelijk vandaag sinds al
    alleen enkel prima fijn goed oke ok top klopt vind volgens mij heb hebben gehad
    hiermee daarmee ermee some more time need needs little longer bit""".split()  # noqa: SIM905
)
_SOME = r"(?P<n>\d{1,2}|een|twee|drie|vier|vijf|zes|acht|tien|one|two|three|four|six)"
_UNIT = r"(?P<unit>(?:werk)?dag(?:en)?|we(?:ken|ekjes?|ek)|wk|maand(?:en|je|jes)?|days?|weeks?|months?)"
# So long it still takes, from today; so much later it is than was planned.
STILL = (
    r"(?:nog|duurt(?: nog)?|kost(?: nog)?|heb(?:ben)?(?: (?:we|ik|wij))?(?: nog)?|needs?|another) "
    rf"(?:zo'n |ongeveer |zeker )?{_SOME} (?:more )?{_UNIT}"
    r"(?: (?:extra|nodig|werk|te gaan|mee bezig|more|to go))*(?! (?:later|vertraging))"
)
LATER = (
    rf"(?:{_SOME} )?(?<!halve ){_UNIT} "
    r"(?:later|vertraging|extra|uitstel|opgeschoven|uitloop|achter|delay|late|behind)"
)
# A day behind these is no day on which it is done, unless something between them turns it.
DENIED = r"\b(?:niet|geen|nooit|not)\b"
TURNED = r"\b(?:wordt|word|worden|komt|komen|pas|wel|naar|verwacht|verschoven|moved|but)\b"
UNTIL = r"\b(?:tot|t/m|tot en met|sinds|vanaf|until|till|since)(?: \w+){0,2}\s*$"
AHEAD, ONE = "over {n} {unit}", "een"  # how the reader of dates is asked for a day so far ahead
UNITS = {"dag": "dagen", "werkdag": "dagen", "day": "dagen", "we": "weken", "wk": "weken", "maand": "maanden",
    "month": "maanden"}  # fmt: skip
