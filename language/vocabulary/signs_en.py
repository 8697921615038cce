"""What gives an English message away: the tables of ``signs_nl``, in English.

Its kinds stand in ``kinds_en``, how it went in ``outcomes_en``, who leaves in ``partings_en``.
"""

from language.vocabulary.idioms_en import IDIOMS
from language.vocabulary.kinds_en import AS_PLANNED, KINDS, REACHED, WHEN
from language.vocabulary.outcomes_en import GOODS, OUTCOMES
from language.vocabulary.partings_en import PARTINGS
from language.vocabulary.tables import Named, Signs

_TO_BE = r"(?:ready|done|finished|complete|completed)"
PROGRESS: tuple[Named, ...] = (
    ("cancelled", r"\b(?:cancell?ed|(?:module|elective|pilot|activity|course|programme|series) (?:(?:has|was|is|"
        r"been) ){0,2}"
        r"(?:stopped|discontinued|ended)|(?:we|have|has|was|were|been|are|is|being) (?:dropp(?:ed|ing)|ditch(?:ed|"
        r"ing)|axed|shelved|stopping with|"
        r"abandon(?:ed|ing)|scrapp(?:ed|ing)|binned)|scrapped|shelved|not (?:be )?(?:going (?:ahead|through)|"
        r"happening|doing)|"
        r"(?:will|did|does|do) not (?:be )?(?:go(?:ing)? ahead|happen\w*)|called off|no longer (?:needed|"
        r"happening|going|on|doing|required)|"
        r"off the table|pull(?:ed|ing)? the plug|(?:gave|given|giving) up(?: on)?|not happening|"
        r"dead in the water|decided (?:not to|against))\b"),
    ("delayed", r"\b(?:delay\w*|postpon\w+|new (?:date|deadline)|behind|reschedul\w+|(?:is|are|be|am) late|"
        r"moved (?:back )?to|(?:pushed|"
        r"put|moved|held|set) (?:back|off|up)|"
        r"later|slipp\w+|overdue|on hold|stuck|not on time|stalled|not (?:yet )?(?:been )?started|running late|"
        r"tak(?:es|ing|en) (?:\w+ )?longer|(?:need|needs) (?:\w+ ){0,3}(?:time|weeks?|days?|months?)|(?:not|"
        r"nothing) (?:\w+ ){0,2}(?:going|coming along|progressing|moving)|miss(?:ed|ing)? (?:the|our|"
        r"its) (?:deadline|"
        r"date|target)|"
        r"not (?:going to |likely to |be able to |quite )?(?:make|meet|be ready|there yet|be (?:in|on) time)|"
        r"(?:no|little) progress|(?:still |just )waiting (?:for|on)|at a standstill|"
        rf"(?:not|nothing|none|never) (?:\w+ ){{0,3}}(?:{REACHED}|{AS_PLANNED}))|\bwill (?:only )?be (?:late\b|"
        rf"(?:ready |"
        rf"done |finished )?(?:in |by |at |on )?(?:\d|{WHEN}))"),
    ("on_track", rf"\b(?:almost|nearly|half|partly|practically|as good as|more or less|(?:will|"
        rf"should) be) (?:{REACHED}|there\b)|"
        rf"\b(?!100)\d{{1,2}} ?% (?:{_TO_BE}|there)"),
    ("done", rf"\b{REACHED}|✅"),
    ("on_track", rf"\b(?:{AS_PLANNED}|ahead of (?:schedule|time|plan)|(?:going|coming along|progressing|"
        rf"moving) (?:well|fine|nicely|smoothly|great)|"
        r"in progress|under ?way|halfway|working on|getting there|making (?:good )?progress|in hand|started|"
        r"(?:will|going to) (?:make it|meet|be fine)|"
        r"nothing to worry about|no (?:problems|worries|surprises|risks?))\b|👍"),
)  # fmt: skip

SIGNS = Signs(
    kinds=KINDS,
    partings=PARTINGS,
    outcomes=OUTCOMES,
    progress=PROGRESS,
    idioms=IDIOMS,
    rsvp=(
        ("maybe", r"\b(?:maybe|perhaps|do not know|not sure|let you know|probably|try)\b"),
        ("no", r"\b(?:no|nope|not|unable|sorry)\b|^unfortunately\b|👎"),
        ("yes", r"."),
    ),
    unclear=rf"\b(?:except|apart from|should have been|(?:should|must|has to|"
        rf"have to) (?:\w+ ){{0,3}}{REACHED})",
    not_late=r"(?:\bnot|\bno|\bnever|\bwithout|n't) (?:(?:really|yet|any|a|been|be|longer) ){0,2}"
    r"(?:delay\w*|postponed|rescheduled|behind(?: schedule)?|late|stalled|cancell?ed|dropped|called off|scrapped)\b",
    good=GOODS,
    bad=r"\b(?:too (?:few|little|many|much|\w+)|shortage|lack\w*|broken|broke|ill|sick|illness|late|"
        r"no (?!problem|complaint)|missing|difficult|hard|problems?|"
    r"tight|failure|failed|left|waiting|unclear|not (?!bad|only)|n't|crash\w*|empty|lost|rain\w*|storm|chaos|"
    r"boring|forgot\w*|wrong|delay\w*|nobody|slow|expensive)\b|n't\b",
    reason=r"^(?:because|since|due to|owing to|as|despite)\b",
    cause=r"^(?:because|due to|owing to|since)\b",
    turn=r"^(?:but|only|unfortunately|pity|however|although|except|though|the (?:only )?(?:problem|downside|"
        r"obstacle|reason)(?: (?:is|was))?)\b",
    marker=r"^(?:(?:because(?: of)?|due to|owing to|since|but|only|unfortunately|however|and|although|"
        r"despite|pity(?: that)?|(?:reason|problem|obstacle)(?= ?:))\b[.,: ]*)+",
    following=r"^(?:and )?(?:next (?:step|time|lesson|round|meeting|session)|follow-?up|after that|then|"
        r"we will|we are going)\b|"
    r"\b(?:follows|will follow|is planned|are planned|again|next attempt|we will|we want to)\b",
    put_off=r"\b(?:new date|moved to|rescheduled|postponed)\b",
    topics={
        "agenda": r"\b(?:agenda item|item for [\w ]+?|point for [\w ]+?)\s*[:-]\s*(?P<a>.+)|"
        r"\b(?:discuss|talk about|raise|bring up)\s+(?:that |how |whether )?(?P<b>.{8,})",
        "signal": r"(?s:^signal(?: for \w+)?\s*[:,-]\s*(?P<a>.+))",
    },
)  # fmt: skip
