"""What gives away who is ill, and what names a pupil, in Dutch as people type it: patterns of ``messages/discretion``.

Unlike other signs they are matched against text as it was typed, whatever its case, for it is shown as it was typed.
"""

ILLNESS = (
    r"\b(?:(?:rug|nek|hoofd|buik|maag|keel)(?:klachten|pijn)|buikgriep|ziek(?:e|en|te|jes|ig|gemeld|melding(?:en)?|"
    r"meldde|te?verlof|te?verzuim|geworden)?|longziekte|griep\w*|"
    r"verkouden\w*|koorts|corona\w*|covid\w*|in quarantaine|positief getest|overspannen\w*|burn-?\s?out\w*|"
    r"opgebrand|depressie\w*|depressief|kanker|tumor|chemo\w*|hernia|migraine|longontsteking|hartinfarct|"
    r"hersenschudding|gebroken (?:been|arm|pols|enkel|heup|voet)|(?:been|arm|pols|enkel|heup|voet) gebroken|"
    r"geopereerd|operatie aan|opgenomen (?:in|geweest)|(?:in|naar) het ziekenhuis|ziekenhuisopname|blessure|"
    r"geblesseerd|miskraam|zwanger\w*|psychisch\w*|mentale klachten|arbeidsongeschikt\w*|re-?integr\w*)\b"
)
INSTEAD, BY = "personele uitval", "door"  # what is said of an illness, and behind a word that begins a reason
CAUSES = ("want", "omdat", "doordat")
LINKS = r"want|omdat|doordat|waardoor|wegens|vanwege|door|maar|dus|en|i\.v\.m\.|ivm|in verband met"
NAME = r"(?-i:[A-ZÀ-Þ][a-zß-ÿ]+(?:[-'’][A-ZÀ-Þa-zß-ÿ]+)*)"
WHOLE_NAME = rf"{NAME}(?:(?: (?:van|de|der|den|el|ten|ter))* {NAME})*"
NO_NAME = (
    r"leerling|scholier|student|jongen|mei[sd]|iedereen|allemaal|niemand|iemand|klas|groep|kind|ouder|docent|"
    r"collega|teams?\b|een\b|twee\b|drie\b|vier\b|vijf\b|veel\b|alle"
)
PUPIL = (
    rf"\b(?P<called>leerlinge?|lln|scholier|student|meisje|jongen)\s+{WHOLE_NAME}\b|"
    rf"\b(?!{NO_NAME}){WHOLE_NAME}(?P<from> uit (?:(?:klas )?[1-6][a-z]|klas [1-6]|groep [1-8])\b)"
)
A_PUPIL = "een leerling"
