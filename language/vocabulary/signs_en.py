"""What gives an English message away: the tables of ``signs_nl``, in English."""

from language.vocabulary.tables import Kind, Named, Signs, Weighed

_REACHED = (
    r"(?:done|finished|completed?|ready|delivered|adopted|submitted|approved|published|signed|shared|sent|"
    r"online|"
    r"achieved|reached)\b"
)
_AS_PLANNED = r"(?:on (?:track|schedule|course|time)|as planned|according to plan)\b"
_WHEN = "january|february|march|april|may|june|july|august|september|october|november|december|next|the end|mid|week"

_KINDS: dict[Kind, tuple[Weighed, ...]] = {
    "rsvp": (
        (3.5, r"\b(?:i|we)(?: will|'ll| can|'m| am|'re| are)? (?:be there|there|come|coming|attend|attending|"
            r"joining|join|make it)\b(?!.{40})"),
        (3.5, r"\b(?:can(?:no|')?t|cannot|won't|not able to|unable to) (?:make it|come|attend|be there|"
            r"join)\b|\bcount (?:me|us) in\b"),
        (3.5, r"\b(?:don't know yet|not sure yet|maybe)\b(?=.{0,30}$)|\bsign (?:me|us) up\b"),
        (2.5, r"^(?:yes|no|sure|gladly|unfortunately|nope|yep)\b(?!.{40})(?!.*\b(?:not yet|will be|done|"
            r"ready|on schedule|delay)\b)"),
    ),
    "smalltalk": (
        (4, r"\b(?:no news|nothing (?:special |new )?to report|nothing new)\b"),
        (4.5, r"^(?:how|what|where|when|who|which|can i|can you|may i|must i|do i|do you)\b.*\?\s*$"),
        (2.5, r"\b(?:thanks|thank you|thx|you're welcome|no problem)\b(?=.{0,30}$)"),
        (2.5, r"^(?:hi|hello|hey|good (?:morning|afternoon|evening)|ok|okay|bye|see you|"
            r"have a nice)\b(?!.{25})"),
    ),
    "agenda": (
        (4.5, r"\b(?:agenda item|on the agenda|item for the|point for the|bring up|put forward)\b"),
        (4.5, r"\b(?:want|like|could|can|should)\b.{0,60}\b(?:discuss|talk about|raise)\b"),
        (4, r"\b(?:in|for|at) the (?:\w+ )?(?:steering group|project group|next meeting)\b"),
    ),
    "signal": (
        (20, r"^signal\b"),
        (5, r"\b(?:stop\w*|end\w*|cancel\w*|withdraw\w*|quit\w*)\b.{0,60}\b(?:cooperation|partnership|"
            r"participation|contract|agreement|partner)\b"),
        (5, r"\b(?:cooperation|partnership|contract|agreement)\b.{0,40}\b(?:stop\w*|end\w*|"
            r"not (?:be )?(?:renewed|extended))\b"),
        (5, r"\b(?:merger|taken over by)\b"),
    ),
    "contribution": (
        (3, r"\b(?:lent|lend|on loan|donat\w*|sponsor\w*|contribut\w*|in kind|free of charge|paid (?:by us|"
            r"for)|(?:we|i) (?:paid|supplied|deliver|delivered|provided))\b"),
    ),
    "outcome": (
        (1.5, r"\b(?:ran|held|gave|took place|went|visited|attended|finished|built|made|tested|tried|did|"
            r"organised|started|taught|had)\b"),
        (1.5, r"\b(?:\w*lessons?|pilot|trial|training|workshops?|meeting|excursion|visit|open day|course|"
            r"session|module|field trip|practical|tour)\b"),
        (1.5, r"\b(?:went|was|were)\b"),
        (1, r"[👍👎🎉💪🙌😀😃😊]"),
        (2, r"\b(?:yesterday|today|this morning|this afternoon|last week|this week)\b"),
    ),
    "progress": (
        (1, r"\bmilestone\b"),
        (3, r"\bmilestone\b.{0,60}\b(?:achieved|reached|done|met)\b"),
        (2.5, rf"\b{_REACHED}"),
        (3, rf"\b{_AS_PLANNED}|\b(?:delay\w*|postponed|behind schedule|ahead of schedule|rescheduled|"
            rf"moved to|cancelled|dropped|"
            r"not going ahead|running late|stalled|in progress|under way|underway|almost|halfway|later)\b"),
        (1.5, rf"\bwill be (?:\d|{_WHEN})"),
        (1, r"\b(?:\w*report|plan|programme|survey|analysis|swot|curriculum|framework|vision|design|campaign|"
            r"website|calendar|agreement|inventory|research|document)\b"),
    ),
}  # fmt: skip
_WHO = (
    r"(?:(?:our|the|a|one) )?(?:[\w-]+ ){0,2}(?:company|partner|school|firm|employer|municipality|college|"
    r"profile|department|programme)"
)
_PARTINGS: tuple[Weighed, ...] = (
    (5, rf"\b{_WHO} (?:[\w']+ ){{0,6}}(?:withdraw\w*|withdrew|drops? out|dropped out|leaves?|leaving|quits?|"
        rf"stops|stopping|closes|closing|shut\w*|close|leave|stop|withdraw)\b"),
    (5, r"\b(?:we|they) (?:are |will |have )?(?:withdraw\w*|drop(?:ping)? out|quit\w*|pull(?:ing|ed)? out|"
        r"stop(?:ping)? with|leav(?:e|ing) the)\b"),
    (5, r"\bbankrupt\b|\bno longer (?:takes?|wants?|taking) part\b"),
    (5, r"\b(?:contact person|director|coordinator|head|teacher) (?:\w+ ){0,5}(?:leaves|leaving|retires|"
        r"retiring|new job)\b"),
)  # fmt: skip
_NOT_BAD = (
    r"(?:not (?:a )?bad|nothing wrong|no (?:complaints|problems)|without (?:any )?problems|"
    r"better than expected)"
)
_DENIED = r"(?<!not )(?<!not so )(?<!not very )(?<!not really )(?<!n't )(?<!no )(?<!less )(?<!hardly )"
_GOOD = (
    r"(?:good|well|great|super|fun|enthusias\w*|nice|success\w*|fantastic|fine|wonderful|proud|enjoyed|"
    r"excellent|"
    r"inspiring|positive|smooth\w*|perfect|happy|loved|amazing|brilliant|impressive)"
)
_GOODS = rf"\b{_DENIED}{_GOOD}\b|[👍🎉💪🙌😀😃😊❤⭐🔥👏😍]|\b{_NOT_BAD}"

OUTCOMES: tuple[Named, ...] = (
    ("failed", r"\b(?:failed|cancelled|canceled|called off|did(?: not|n't) (?:go ahead|work|happen|"
        r"take place)|disaster|went wrong|flop|nobody (?:came|showed up)|had to (?:stop|cancel))\b|👎"),
    ("success", rf"\b{_NOT_BAD}"),
    ("partial", r"\b(?:partly|partially|mixed|half (?:done|finished)|disappoint\w*|could (?:have been|"
        r"be) better|so-?so|mediocre|"
        r"less (?:good|successful)|with difficulty|not (?:all|everyone|everything|entirely|quite|very|so|"
        r"really))\b|\b\d+ (?:out )?of (?:the )?\d+\b"),
    ("success", _GOODS),
)  # fmt: skip
PROGRESS: tuple[Named, ...] = (
    ("cancelled", r"\b(?:cancelled|canceled|(?:we|have|has|was|were|been) dropped|not going ahead|"
        r"will not (?:go ahead|happen)|called off|no longer needed|scrapped)\b"),
    ("delayed", r"\b(?:delay\w*|postponed|new (?:date|deadline)|behind|rescheduled|moved to|later|"
        r"not on time|stalled|not (?:yet )?started|running late|(?:won't|will not|can't|cannot) (?:make|"
        r"be ready)|"
        rf"(?:not|nothing|n't) (?:\w+ ){{0,3}}(?:{_REACHED}|{_AS_PLANNED}))|\bwill (?:only )?be (?:ready |"
        rf"done |finished )?(?:in |by |at |on )?(?:\d|{_WHEN})"),
    ("on_track", r"\b(?:almost|nearly|half|partly) (?:done|finished|complete|ready)\b|"
        r"\b(?!100)\d{1,2} ?% (?:done|finished|complete|ready)"),
    ("done", rf"\b{_REACHED}|✅"),
    ("on_track", rf"\b(?:{_AS_PLANNED}|ahead of schedule|going well|in progress|under ?way|halfway|"
        rf"working on)\b|👍"),
)  # fmt: skip

SIGNS = Signs(
    kinds=_KINDS,
    partings=_PARTINGS,
    outcomes=OUTCOMES,
    progress=PROGRESS,
    idioms=(),
    rsvp=(
        ("maybe", r"\b(?:maybe|perhaps|don't know|not sure|let you know|probably|try)\b"),
        ("no", r"\b(?:no|nope|not|can't|cannot|won't|unable|sorry)\b|^unfortunately\b|👎"),
        ("yes", r"."),
    ),
    unclear=rf"\b(?:except|apart from|should have been|(?:should|must|has to|"
        rf"have to) (?:\w+ ){{0,3}}{_REACHED})",
    not_late=r"(?:\bnot|\bno|\bnever|\bwithout|n't) (?:(?:really|yet|any|a|been|be|longer) ){0,2}"
    r"(?:delay\w*|postponed|rescheduled|behind(?: schedule)?|late|stalled|cancell?ed|dropped|called off|scrapped)\b",
    good=_GOODS,
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
