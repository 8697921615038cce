"""Signs that are said aloud in a message that was dictated, in every language that people type; folded text.

What is dictated without a machine that knows them has words where borders should be: "gedraaid punt 22 leerlingen".
"""

from collections.abc import Mapping

SIGNS: Mapping[str, str] = {
    r"dubbele ?punt|colon": ":",
    r"punt ?komma|semicolon": ";",
    r"nieuwe (?:regel|alinea)|new (?:line|paragraph)": "\n",
    r"uitroepteken|exclamation mark": "!",
    r"vraagteken|question mark": "?",
    r"komma|comma": ",",
    r"punt|full stop": ".",
}
# Behind these words, and an adjective perhaps, it is a word like any other ("op dat punt", "een sterk punt").
_DETERMINER = (
    r"een|het|dat|dit|de|die|elk|ieder|geen|welk|zo'?n|welke|eerste|tweede|derde|laatste|enige|"
    r"a|the|that|this"
)
_ADJECTIVE = (
    r"(?:goed|sterk|zwak|mooi|heikel|ander|nieuw|klein|groot|extra|vast|good|fair|strong|weak|"
    r"\w+(?:[^h]e|ig|lijk))"
)
_DIRECTLY = (
    r"op|met|over|in|van|bij|voor|als|per|halve?|half|agenda|actie|aandachts?|kritiek|plus|min|of|or|with"
)
_ALONE = r"^\W*(?:goed|sterk|mooi|belangrijk|lastig|nieuw|ander|volgend|good|fair)"
NOT_BEHIND = rf"(?:\b(?:{_DETERMINER}|(?:{_DETERMINER}) {_ADJECTIVE}|{_DIRECTLY})|{_ALONE})\s+$"
NOT_BEFORE = (
    r"^\s+(?:van (?:\w+ )?(?:aandacht|zorg|kritiek|discussie|orde)|voor (?:de |het |op )*(?:agenda|stuurgroep|overleg)|"
    r"getal\w*|bij uitstek)\b"
)
