"""Which organisation is named: by a name with a capital, or by a word for what it is ("de scheepswerf")."""

import re

from language.words import fold

_SORT = (
    r"(?:[\w-]{0,30}bedrijf|[\w-]{0,30}werf|[\w-]{0,30}fabriek|[\w-]{0,30}garage|[\w-]{0,30}installateur|[\w-]{0,30}aannemer|[\w-]{0,30}bouwer|"
    r"firma|"
    r"[\w-]{0,30}zorginstelling|[\w-]{0,30}instelling|thuiszorg|ziekenhuis|verpleeghuis|gemeente|waterschap|provincie|"
    r"[\w-]{0,30}winkel|"
    r"[\w-]{0,30}makerij|[\w-]{0,30}bakkerij|[\w-]{0,30}smederij|[\w-]{0,30}kwekerij|[\w-]{0,30}museum|bibliotheek|stichting|"
    r"[\w-]{0,30}centrale|[\w-]{0,30}college|"
    r"[\w-]{0,30}school|[\w-]{0,30}partner|[\w-]{0,30}vereniging|[\w-]{0,30}coöperatie|uitgeverij|drukkerij|[\w-]{0,30}groothandel|"
    r"[\w-]{0,30}leverancier|"
    r"[\w-]{0,30}corporatie|[\w-]{0,30}sponsor|[\w-]{0,30}company|[\w-]{0,30}firm|shipyard|municipality|hospital|factory|college)"
)
_NAME = r"(?:[A-Z][\w&.'’-]{0,40}\w|[A-Z]{2,})(?: (?:[A-Z][\w&.'’-]{0,40}\w|&|[A-Z]{2,}|en(?= [A-Z]))){0,3}"
# What gives, leaves or receives is who it is about; another organisation may stand beside it.
_FIRST = re.compile(
    rf"\b(?:namens|vanuit|van|by|from|on behalf of) (?:de |het |een |ons |onze |our |"
    rf"the )?(?P<a>{_SORT}(?: {_NAME})?)\b"
    rf"|(?<![\w-])(?i:{_SORT}) (?P<b>{_NAME})|\b(?P<c>{_NAME} (?:BV|B\.V\.|NV|VOF|Groep|Group))"
    rf"|\b(?:namens|bij|door|van|met|from|by|at) (?P<d>(?!(?:STO|VMBO|MBO|HAVO|PO|VO|PIE|BWI|MVI|LOB|ICT|CNC|"
    rf"VR|GL|TL|Q[1-4])\b){_NAME})(?= (?:\w+ )?(?:heb|heeft|hebben|kregen|gekregen|gegeven|komt|kwam|gaf))"
)
_SORTED = re.compile(
    rf"\b(?:de|het|een|ons|onze|the|our|a) (?P<a>(?:\w{1, 30} )?{_SORT})\b|^(?P<b>{_SORT}) (?=\w+t\b|is|wil|heeft|"
    rf"gaat)"
)
_OWN = re.compile(
    r"^(?:basis|hoge|onze|ene|andere|hele|eigen)|^(?:school|college|company|partner|instelling)$"
)


def organisation(text: str) -> tuple[int, int] | None:
    """Return where in ``text`` the organisation stands that it names, or None."""
    for pattern, searched in ((_FIRST, text), (_SORTED, fold(text))):
        for match in pattern.finditer(searched):
            if match.lastgroup and not _OWN.match(fold(match[match.lastgroup])):
                return match.span(match.lastgroup)
    return None
