"""Who leaves and what closes, in English: the tables of ``partings_nl``. Matched against folded text."""

from language.vocabulary.tables import Weighed

_PARTNER = (
    r"(?:[\w-]*compan(?:y|ies)|partners?|[\w-]*schools?|firms?|employers?|municipality|colleges?|sponsor|"
    r"supplier|garage|"
    r"factory|hospital|organi[sz]ation|association|institution)"
)
_OFFER = (
    r"(?:profiles?|departments?|programmes?|programs?|sections?|locations?|branch|site|track|bwi|pie|m&t|"
    r"mvi|z&w|e&o|hbr|d&p)"
)
_WHO = rf"(?:(?:our|the|a|one|one of the|one of our) )?(?:[\w-]+ ){{0,2}}(?:{_PARTNER}|{_OFFER})"
# Of these it is something else: a choice of pupils, an hour that is over, a defect.
_NOT_WHO = (
    r"(?:i|pupils?|students?|kids?|children|boys?|girls?|class(?:es)?|groups?|participants?|lessons?|workshops?|"
    r"training|pilot|"
    r"module|elective|machines?|printers?|projector|robots?|laptops?|computers?|bus|train|milestone|lift|"
    r"website|wifi)"
)
_WORD = rf"(?:(?!(?:not|never|{_NOT_WHO})\b)[\w'&-]+ )"
_BEGIN = rf"(?:^|[.;:!?\n] *|, (?=we |they )|\b(?:because|that|so|but|and) ){_WORD}{{0,6}}?"
_CEASED = (
    r"(?=\s*(?:$|[.,;!?]|because\b|per\b|from\b|as (?:of|from|a)\b|after\b|next\b|this (?:summer|year)\b|"
    r"at (?:our|the end)\b|in (?:\d|january|february|march|april|may|june|july|august|september|october|"
    r"november|december)|"
    r"altogether\b|completely\b|entirely\b|soon\b|for good\b|due to\b|and\b|there\b))"
)
# Whoever stops with this leaves; whoever stops with a lesson or a pilot gives it up.
JOINT = (
    r"(?:the |our |all |this |any |sterk |strong )*(?:cooperation|collaboration|partnership|participation|"
    r"guest lessons|internships|"
    r"placements|contract|agreement|consortium|network|covenant|membership|sto|technology|technical education|"
    r"technology education|"
    r"tech|profile\w*|programme|program|project|bwi|pie|m&t|mvi|z&w|e&o|hbr|d&p)\b" + _CEASED
)
_PART = (
    r"(?:take part|taking part|participat\w*|cooperat\w*|be involved|join(?:ing)? in|be part|"
    r"work(?:ing)? with us|contribut\w*)"
)
_NO_HOUR = r"(?!.{0,12}\bat (?:\d|noon|half|one|two|three|four|five))"

PARTINGS: tuple[Weighed, ...] = (
    (5, rf"\b{_WHO} (?:[\w']+ ){{0,6}}(?:withdraw\w*|withdrew|drops? out|dropped out|leaves?|leaving|quits?|quitting|"
        rf"stops|stopping|closes|closing|shut\w*|close|leave|stop|wants? out|withdraw)\b{_NO_HOUR}"),
    (5, r"\b(?:we|they) (?:(?:are|will|have|'re|'ve|'ll) )?(?:withdraw\w*|drop(?:ping)? out|quit\w*|pull(?:ing|"
        r"ed)? out|"
        r"back(?:ing|ed)? out|leav(?:e|ing) the)\b"),
    (5, rf"{_BEGIN}(?:(?:is|are|has|have|will|wants? to|going to|be|been|decided to|"
        rf"had to) ){{0,2}}(?:withdraw\w*|withdrew|dropp?(?:s|ing|ed)? out|"
        rf"pull(?:s|ing|ed)? out|back(?:s|ing|ed)? out|bow(?:s|ing|ed)? out)\b"),
    (5, rf"{_BEGIN}(?:we|they)(?:'re| are| will be| are going to be| will| are going to| have decided to|"
        rf" decided to|'ll)? "
        rf"(?:all |definitely |probably |sadly |also )?(?:stopping|quitting|stop|quit)\b(?: (?:completely|"
        rf"altogether))?(?: (?:with|the))?(?: {JOINT}|{_CEASED})"),
    (5, rf"\b(?:we|they|school|company)(?:'re| are| is| will be|'ve| have| has)? (?:[\w']+ )?(?:end(?:s|ing|"
        rf"ed)?|terminat\w+|leav(?:es?|ing)|stop(?:s|ped|ping)?(?: with)?|"
        rf"pull(?:s|ed|ing)? the plug on|say(?:s|ing)? goodbye to|giv(?:es?|ing) up|abandon\w*) {JOINT}"),
    (5, rf"\b{_OFFER} (?:[\w']+ ){{0,3}}(?:closed(?: down)?|closing(?: down)?|shut(?:ting)? down|phased out|"
        rf"discontinued|wound (?:up|down)|"
        rf"abolished|disappear\w*|no longer (?:be )?offered|merged|dissolved)\b{_NO_HOUR}"),
    (5, rf"\b(?:clos(?:e|es|ing)|shut(?:s|ting)?|phas(?:e|es|ing) out|discontinu\w+|"
        rf"abolish\w*) (?:down )?(?:the |our |their )?(?:[\w&-]+ ){{0,2}}{_OFFER}\b"),
    (5, rf"{_BEGIN}(?:closes|is closing|are closing|closing|shuts|is shutting) (?:down|for good|permanently|"
        rf"its doors)\b"),
    (5, r"\bnot be (?:a )?part of (?:this|it|the project|the programme)\b"),
    (5, r"\bbankrupt\b|\bout of business\b|\bno longer (?:takes?|wants?|taking) part\b"),
    (5, rf"\b(?:no longer (?:\w+ ){{0,3}}{_PART}|(?:not|n't) (?:\w+ ){{0,3}}{_PART}(?: \w+){{0,3}} any ?(?:more|"
        rf"longer))\b"),
    (5, r"\b(?:not|n't|not be|n't be) (?:renew\w*|extend\w*|prolong\w*) (?:the |our )?(?:contract|agreement|"
        r"cooperation|partnership)\b"),
    (5, r"\b(?:contact person|director|coordinator|head|teacher|instructor|colleague|mentor) (?:\w+ ){0,5}(?:leaves|"
        r"leaving|left us|retires|"
        r"retiring|new job|resign(?:s|ed|ing)|another job)\b"),
    (5, rf"{_BEGIN}(?:is|are|am|'m|will be|be) (?:\w+ )?(?:leaving (?:us|(?:the |our )?(?:school|team|project|"
        rf"programme|region))|retiring)\b"),
    (5, rf"{_BEGIN}(?:(?:has|have|had|'s) )?(?:found (?:another|a new) job|got (?:another|a new) job|resigned|"
        rf"handed in (?:his|her|their|my) notice)\b"),
)  # fmt: skip
