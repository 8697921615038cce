"""How people answer where a milestone stands: which they mean, how it stands, until when, why.

Tables of words in every language that people type; patterns for folded text.
"""

from programme.records import Stand

_REACHED = (
    r"(?:klaar|af|gereed|rond|afgerond|gehaald|gelukt|behaald|opgeleverd|done|finished|ready|completed?)"
)
_PLANNED = r"(?:op schema|op koers|volgens plan(?:ning)?|op tijd|on track|on schedule|as planned|on time)"
# The first that fits a piece is how it stands.
STANDS: tuple[tuple[Stand, str], ...] = (
    (Stand.CANCELLED,
        r"gaa[nt]?(?:t)? (?:helaas |toch |definitief )*niet (?:meer )?door|vervalt|vervallen|geschrapt|geannuleerd|"
        r"stopgezet|cancell?ed|called off|not happening|dropped|"
        r"(?:stopt?|stoppen|kapt?|kappen) (?:\w+ ){0,2}(?:hier|daar|er)? ?mee|(?:hier|daar|er)mee (?:\w+ ){0,2}gestopt|"
        r"(?:doen|gaan|hoeven) (?:we|ik|wij) (?:\w+ ){0,2}niet (?:meer )?(?:doen)?|hoeft niet meer|niet meer nodig|"
        r"komt er niet(?: meer)?|(?:we're|we are) (?:dropping|stopping)|stopping (?:with )?(?:this|it)"),
    (Stand.DELAYED,
        rf"(?:niet|not|isn'?t|won'?t be|nooit) (?:\w+ ){{0,2}}?(?:{_REACHED}|{_PLANNED})|"
        r"lukt (?:\w+ ){0,2}niet|(?:haal|halen|red|redden) (?:\w+ ){0,2}niet|niet (?:halen|redden)|"
        r"won'?t make it|can'?t make it|vertraagd|vertraging|uitgesteld|uitstel|(?:loopt|lopen) (?:uit|achter)|"
        r"schuift(?: (?:op|door))?|schuiven|verschoven|doorgeschoven|delayed|postponed|late|later|running behind|"
        r"wordt pas|komt pas|moved to|(?:meer|extra) tijd nodig|need(?:s)? more time|duurt (?:\w+ )?langer"),
    (Stand.ON_TRACK, rf"{_PLANNED}|bijna {_REACHED}|almost {_REACHED}|loopt goed|gaat goed|going well|"
        rf"(?:op|on) (?:tijd|time) {_REACHED}"),
    (Stand.DONE, _REACHED),
)  # fmt: skip
PLACES: tuple[str, ...] = (
    r"eerste|1e|1ste|first|1st",
    r"tweede|2e|2de|second|2nd",
    r"derde|3e|3de|third|3rd",
    r"vierde|4e|4de|fourth|4th",
    r"vijfde|5e|5de|fifth|5th",
    r"zesde|6e|6de|sixth|6th",
)
LAST = r"laatste|last"
_ONE = rf"(?:{'|'.join(PLACES)}|{LAST})"
_OF_THEM = r"(?: (?:mijlpaal|mijlpalen|milestones?|one))?"
SUBJECTS: tuple[tuple[str, str], ...] = (
    ("places", rf"(?:(?:de|het|the) )?{_ONE}(?:(?: en|,| and)? (?:(?:de|het|the) )?{_ONE})*{_OF_THEM}"),
    ("number", r"(?:nummer|nr\.?|number|no\.?) ?\d{1,2}\b|\d{1,2}(?=[:=])"),
    ("rest", r"(?:(?:de|het|the|al het|alle) )?(?:rest|andere|anderen|overige|others|other ones)(?: mijlpalen)?"),
    ("everything", r"alles|allemaal|allebei|alle(?: (?:\w+ )?mijlpalen)?|beide|all(?: of them)?|everything|both"),
)  # fmt: skip
EXCEPT = r"(?:behalve|uitgezonderd|op|except(?: for)?|apart from|but not|maar niet)"
BORDER = (
    r"[.;,!\n]+\s*|\s+(?:en|and|maar|but)\s+(?!not\b|niet\b)|"
    r"\s+(?=(?:want|omdat|doordat|wegens|vanwege|because|due to|behalve|uitgezonderd|except|apart from|maar niet|"
    r"but not)\b)|\s+(?=door (?!naar\b|tot\b))"
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
    it this that they is are was will be we i in on by at the a to of for now not yet and but new date expected probably
    unfortunately milestone until till around wat iets beetje veel extra meer tijd nodig duurt langer daar mee hier
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
LATER = rf"{_SOME} {_UNIT} (?:later|vertraging|extra|uitstel|opgeschoven|uitloop|achter|delay|late|behind)"
AHEAD = "over {n} {unit}"  # how the reader of dates is asked for a day so far ahead
UNITS = {"dag": "dagen", "werkdag": "dagen", "day": "dagen", "we": "weken", "wk": "weken", "maand": "maanden",
    "month": "maanden"}  # fmt: skip
