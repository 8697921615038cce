"""Which organisation is named: by a name with a capital, or by a word for what it is ("de scheepswerf")."""

import re

from language.words import fold

_SORT = (
    r"(?:[\w-]*bedrijf|[\w-]*werf|[\w-]*fabriek|[\w-]*garage|[\w-]*installateur|[\w-]*aannemer|[\w-]*bouwer|"
    r"firma|"
    r"[\w-]*zorginstelling|[\w-]*instelling|thuiszorg|ziekenhuis|verpleeghuis|gemeente|waterschap|provincie|"
    r"[\w-]*winkel|"
    r"[\w-]*makerij|[\w-]*bakkerij|[\w-]*smederij|[\w-]*kwekerij|[\w-]*museum|bibliotheek|stichting|"
    r"[\w-]*centrale|[\w-]*college|"
    r"[\w-]*school|[\w-]*partner|[\w-]*vereniging|[\w-]*coöperatie|uitgeverij|drukkerij|[\w-]*groothandel|"
    r"[\w-]*leverancier|"
    r"[\w-]*corporatie|[\w-]*sponsor|[\w-]*company|[\w-]*firm|shipyard|municipality|hospital|factory|college)"
)
_NAME = r"(?:[A-Z][\w&.'’-]*\w|[A-Z]{2,})(?: (?:[A-Z][\w&.'’-]*\w|&|[A-Z]{2,}|en(?= [A-Z]))){0,3}"
# What gives, leaves or receives is who it is about; another organisation may stand beside it.
_FIRST = re.compile(
    rf"\b(?:namens|vanuit|van|by|from|on behalf of) (?:de |het |een |ons |onze |our |"
    rf"the )?(?P<a>{_SORT}(?: {_NAME})?)\b"
    rf"|\b(?i:{_SORT}) (?P<b>{_NAME})|\b(?P<c>{_NAME} (?:BV|B\.V\.|NV|VOF|Groep|Group))"
    rf"|\b(?:namens|bij|door|van|met|from|by|at) (?P<d>(?!(?:STO|VMBO|MBO|HAVO|PO|VO|PIE|BWI|MVI|LOB|ICT|CNC|"
    rf"VR|GL|TL|Q[1-4])\b){_NAME})(?= (?:\w+ )?(?:heb|heeft|hebben|kregen|gekregen|gegeven|komt|kwam|gaf))"
)
_SORTED = re.compile(
    rf"\b(?:de|het|een|ons|onze|the|our|a) (?P<a>(?:\w+ )?{_SORT})\b|^(?P<b>{_SORT}) (?=\w+t\b|is|wil|heeft|"
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
