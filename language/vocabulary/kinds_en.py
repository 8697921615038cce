"""Which kind an English message is of: its signs, and how much each of them weighs."""

from language.vocabulary.partings_en import JOINT
from language.vocabulary.tables import Kind, Weighed

REACHED = (
    r"(?:done|finished|completed?|ready|delivered|adopted|submitted|approved|published|signed|shared|sent|"
    r"online|live|met|launched|installed|in place|sorted|handed (?:in|over)|wrapped up|up and running|printed|"
    r"hired|appointed|"
    r"achieved|reached)\b"
)
AS_PLANNED = r"(?:on (?:track|schedule|course|time|target)|as planned|(?:according )?to plan)\b"
WHEN = "january|february|march|april|may|june|july|august|september|october|november|december|next|the end|mid|week"

_LESSON = (
    r"(?:\w*lessons?|pilot|trial|training|workshops?|meeting|excursion|trip|visit|open (?:day|evening)|course|"
    r"class|session|"
    r"practical|tour|exam|outing|fair)"
)

KINDS: dict[Kind, tuple[Weighed, ...]] = {
    "rsvp": (
        (3.5, r"\b(?:i|we)(?: will| can| am| are)? (?:be there|there|come|coming|attend|attending|"
            r"joining|join|make it)\b(?!.{40})"),
        (3.5, r"\b(?:can not|will not|not able to|unable to) (?:make it|come|attend|be there|"
            r"join)\b|\bcount (?:me|us) in\b"),
        (3.5, r"\b(?:do not know yet|not sure yet|maybe)\b(?=.{0,30}$)|\bsign (?:me|us) up\b"),
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
        (2.5, r"\b(?:show(?:ed|n)? up|turn(?:ed)? up|loved|liked|passed|hated|enjoyed|bored|worked|what (?:we|"
            r"i) (?:had )?(?:hoped|"
            r"expected|wanted)|(?<!be )not go(?! ahead)|do (?:it|this|that) again|what a (?:day|lesson)|"
            r"stop talking|fell through|bombed|went|gone (?:\w+ )?(?:better|well|wrong))\b"),
        (1.5, r"\b(?:guest|no complaints|all passed|kids)\b"),
        (2, rf"\b{_LESSON}\b(?!.{{0,12}}\b(?:plan|report|series)\b).{{0,40}}\b(?:cancell?ed|called off|done|"
            rf"finished|fell through|take place|over)\b"),
        (1.5, r"\b(?:ran|held|gave|took place|went|visited|attended|finished|built|made|tested|tried|did|"
            r"organised|started|taught|had)\b"),
        (1.5, rf"\b(?:{_LESSON}|module)\b"),
        (1.5, r"\b(?:went|was|were)\b"),
        (1, r"[👍👎🎉💪🙌😀😃😊]"),
        (2, r"\b(?:yesterday|today|this morning|this afternoon|last week|this week)\b"),
    ),
    "progress": (
        (2, r"\b(?:postpon\w+|reschedul\w+|(?:is|are|am) late|moved to|(?:pushed|put|moved) (?:back|off))\b"),
        (3, r"\b(?:just|not|been|have|has) (?:yet )?started\b|\bneeds? (?:\w+ ){0,3}(?:time|weeks?|days?|months?)\b"),
        (3, r"\b(?:decided (?:not to|against)|(?:given|gave|giving) up)\b"),
        (3, rf"\bstopping with (?!{JOINT})"),
        (3, r"\b(?:module|elective|activity|programme|series) (?:(?:has|was|is|been) ){0,2}(?:stopped|"
            r"discontinued|ended)\b"),
        (1, r"\bmilestone\b"),
        (3, r"\bmilestone\b.{0,60}\b(?:achieved|reached|done|met)\b"),
        (2.5, rf"\b{REACHED}"),
        (3, rf"\b{AS_PLANNED}|\b(?:delay\w*|postpon\w+|behind|ahead of schedule|reschedul\w+|(?:is|are|am) late|"
            rf"(?:pushed|put|"
            rf"moved) (?:back|off)|"
            rf"slipp\w+|overdue|held up|on hold|deadline|waiting (?:for|on)|off the table|scrapped|shelved|no longer|"
            rf"moved to|cancelled|dropped|"
            r"not (?:be )?(?:going ahead|happening|doing)|running late|stalled|in progress|under way|"
            r"underway|almost|halfway|later)\b"),
        (1.5, rf"\bwill be (?:\d|{WHEN})"),
        (1, r"\b(?:\w*report|plan|programme|survey|analysis|swot|curriculum|framework|vision|design|campaign|"
            r"website|calendar|agreement|inventory|research|document)\b"),
    ),
}  # fmt: skip
