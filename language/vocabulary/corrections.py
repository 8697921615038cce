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
# Who begins so corrects; the second table may begin anything else as well.
SURE = rf"(?:{_NO}|oeps|o+ps|correctie|correction|foutje|tikfout|typo)\b"
PERHAPS = r"(?:sorry|pardon|wacht(?: even)?(?! op\b)|wait(?! for\b)|toch|actually|eigenlijk)\b"
BEGIN = r"[ ,.:;!-]*"
MEANT = r"(?:(?:ik|we|i) )?(?:bedoel(?:de|den)?|mean|meant)\b(?: (?:ik|we))?"
WAS = (
    r"(?:(?:het|dat|dit|er|it|that|there|they) )?"
    r"(?:(?:was|waren|moet(?:en)?|moest(?:en)?|were|should(?: have been)?|must)\b|(?<=het )is\b|(?<=it )is\b)"
)
PADDING = r"(?:(?:er|eigenlijk|toch|wel|maar|actually|only|be|zijn|om|gewoon)\b ?)*"
END = rf"[ ,.!]*(?:{MEANT}|\b(?:zijn|worden|be|geweest)|\b(?:hoor|svp|aub|sorry|graag|instead|dus))[ .!]*$"
UNDONE = (
    r"(?:toch|liever|nee,? (?:toch )?)(?: liever)? ?niet|ongedaan(?: maken)?|undo|not after all|scratch that"
)
TURNED = (  # what is taken back, and what takes its place
    r"(?:niet|geen|not) (?P<wrong>.+?)[ ,]+(?:maar|but)(?: (?:wel|juist|rather))? (?P<value>.+)",
    r"(?P<value>.+?)[ ,]+(?:i\.?p\.?v\.?|in plaats van|instead of|en niet|and not|not|niet|geen|no)"
    r" (?P<wrong>(?!maar |but ).+)",
)
_OTHER = r"(?P<other>andere?|other|another|different|verkeerde?|wrong|juiste?|right)"
NOT_RIGHT = r"(?:klopt niet|kloppen niet|is (?:fout|niet goed|verkeerd|wrong|not right)|niet goed|fout)"
NAMED = (
    rf"(?:(?:de|het|een|bij|in|op|voor|mijn|m'n|onze|at|the|for|an?|my|our) )*(?:{_OTHER} )?(?P<field>{{names}})\b[ ]*"
    rf"(?P<says>{NOT_RIGHT}|[:=]|(?:is|was|moet|should be|wordt)\b|$|,|)[ ,:]*(?P<value>.*?)(?: zijn| worden)?"
)
_THE = r"(?:(?:de|het|een|dat|die|dit|the|that|any) )*"
_PLEASE = r"(?: (?:maar|even|graag|aub|svp|er|ook|please))*"
REMOVED: tuple[str, ...] = (  # frames for a field that is to be empty
    rf"(?:haal|laat|gooi|doe|neem){_PLEASE} {_THE}{{field}}{_PLEASE} (?:weg|eruit|vallen|zitten)",
    rf"(?:schrap|wis|verwijder|delete|remove|drop|leave out){_PLEASE} {_THE}{{field}}{_PLEASE}",
    rf"{_THE}{{field}} (?:(?:mag|kan|moet|hoeft|can)\b ?)?(?:maar |er |ook )*"
    r"(?:weg|eruit|vervallen|vervalt|weggehaald|verwijderd|niet|go)(?: worden)?",
    r"(?:er (?:is|was|waren|komt|komen) |there (?:is|was|were) )?(?:geen|zonder|no|without) {field}"
    r"(?: (?:meer|nodig|gepland))?",
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
JUST = r"(?:\W|\b(?:maar|nog|wel|om|er|het|waren|was|en|dus|stuks|in totaal|only|just|there|were|about)\b)*"
NOTHING = (
    r"(?:nee,? )?(?:er (?:was|waren) )?(?:niets?|niks|geen(?: enkele?)?|nothing|none|no|nee|nvt|n\.v\.t\.?|-)"
)
HOURS = r"\d+(?:[.,]\d+)? ?(?:uur|uren|u|hours?|h)?"  # by itself: how much, not when
