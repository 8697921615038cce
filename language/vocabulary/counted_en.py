"""How English counts: the lists of ``counted_nl``."""

from language.vocabulary.tables import Counted

_ABOUT = r"(?:(?:about|around|roughly|some|almost|nearly|over|at least|approximately|a total of) )*"
_CLASSES = r"(?:class(?:es)?|groups?|teams?|crews?|bunch(?:es)?)"

COUNTED = Counted(
    nouns={
        "pupils": "pupils? students? children kids child boys? girls? participants? lads lasses youngsters teens "
        "teenagers learners trainees apprentices candidates faces",
        "teachers": "teachers? colleagues? tutors? instructors? lecturers?",
        "companies": "company companies business businesses employers? firms? institutions? organisations?",
        "schools": "schools?",
        "people": "people persons? visitors guests parents attendees",
    },
    own=r" of (?:our|my) ",
    thing=r"(?!\w*(?:ous|ess|less)$)[a-z-]{4,}s",
    turn=r"(?:hours?|hrs?|h|euros?|weeks?|days?|times|x|percent|classes|class|groups?|years?|minutes|min|lessons?|"
    r"mornings?|afternoons?|for|to|at|per|modules?|laptops?|from|with|in|on|by|who|that|which|and|or|is|are|was|were|"
    r"had|have|has|the|a|an|but|came|went|did|could|of(?! us))",
    hours=r" ?-?(?:hours?|hrs?|h)\b",
    minutes=r" ?-?(?:minutes?|mins?)\b",
    quarters=r" ?quarters of an hour\b",
    timed=r"\b(?P<h>\d)(?:(?:u|h) ?(?P<m>[0-5]\d)\b|[:.](?P<minute>[0-5]\d) ?(?:hours|hrs?)\b)",
    timed_for=r"(?:[.!]?$| (?:of|lessons?|guest|teaching|long|preparation|work|instruction)\b)",
    lasted=r"\b(?:lasted|took|in total|spent|for|each) $",
    clock=r"\b(?:at|from|until|around|before|after|since|till|to) ?$",
    an_hour={"half an hour": 0.5, "an hour and a half": 1.5, "an hour": 1.0, "one hour": 1.0,
        "a quarter of an hour": 0.25, "three quarters of an hour": 0.75, "half hour": 0.5},
    or_so=r"\ba (?P<noun>[a-z]+) or $",
    or_hours=r"(?<!at )(?<!around )\ban hour or $",
    euros=r"(?:(?:,-+)? ?(?:euros?|eur|€)(?!\w)|,-+(?!\d))",
    lacking=r" (?:short|less|more than|needed)\b",
    thousands=r" ?(?:k\b(?: ?euros?)?|thousand\b|grand\b)",
    tons=r"$^",
    others=r"\b(?:trainings?|meetings?|courses?|teachers?|colleagues?|compan\w+|parents|schools|guests|partners|"
    r"milestones|laptops|machines)\b",
    money=r"€|\b(?:euros?|eur)\b",
    costs=rf"(?:€|\beuros?|\beur|\b(?:cost|costs|worth|value|valued at|amount)(?: of| was| is|:)? {_ABOUT}(?:€|"
    rf"eur)?) ?$",
    goods=r"\b(?:and another|plus) $|\b(?:transport|catering|materials?|rent|lunch|drinks|fuel|delivery|"
    r"tools)(?: of| was| is|:)? $",
    each=rf" (?:times|x) | (?:[\w-]+ )?\w+s (?:of |lasting |at |each )+{_ABOUT}|"
    rf" \w*(?:lessons|workshops|sessions|trainings|classes|visits)(?: [^\W\d][\w&'-]*){{1,4}} (?:of|lasting) {_ABOUT}",
    priced=r" ?(?:x|×|\*|times) (?:€ ?)?$| (?:[\w-]+ )?(?:[\w-]+ (?:at |each )+|[\w-]+s of )(?:€ ?)?$",
    per=r" ?(?:[\w'€]+ )?(?:per|a|/) ?(?P<what>pupil|student|person|head|class|group|school|company|team|piece|"
    r"hour|day|session|"
    r"lesson|week|month|morning|afternoon|evening|teacher|table|bus|time)\b",
    apart=r" ?(?:[\w'€]+ )?(?:each|apiece|per person|per head|pp|p\.p\.)(?=$|[ ,.;!)])",
    every=rf"\beach (?:for )?{_ABOUT}$",
    both=rf"\bboth (?:\w+ )?(?:for )?{_ABOUT}$",
    days_each=r"\b(\w+day(?:(?:, | and )\w+day)+) (?:each) $",
    repeated=rf"\b(?:every|per|each) (?P<what>[a-z]+) (?:for )?{_ABOUT}$",
    never=rf"\b(?:after|within) (?:an? )?{_ABOUT}$",
    waited=r",? ?(?:late|later|delay|earlier|waiting|of waiting)\b",
    spent=r"\bput in (?:about )?$",
    passed=r"\bof the (\d+) (?:have )?passed\b",
    listed=r"\bhours\b[^:\d]*[:=] ?(?:(?:[a-z]+ )?[\d.,]*\d(?: on [a-z]+)?(?:, | and | \+ ))*(?:[a-z]+ )?$",
    item=r" (?:on|in|at|for|and|plus|\+) ",
    together={"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    with_us=r"\b(?:there (?:will be|are)|with) (?:the )?({numbers}) of us\b",
    me_too=r"\b(?:sign|put|count|add|register)\b[^.!?\n]{0,12}\bme(?: up)? (?:and|plus|\+|with) (?:a|one|"
    r"my) (?:colleague|person)\b",
    coming_with=r"\b(?:come|coming|are|be) with (?:about )?$",
    in_all=r"(?:\b(?:in total|total(?: of)?|together|altogether)(?: (?:about))*|=|\btotal:) ?(?:€ ?)?$",
    in_all_behind=r"[^.,;!?\n\d]{0,14}? (?:in total|total|altogether|all together|combined)(?=$|[.,;!)\n])",
    class_of=rf"\b{_CLASSES} of {_ABOUT}$",
    classes=rf" (?:\w+ )?{_CLASSES} (?:of |with |each )+{_ABOUT}",
    opens=rf"(?:^|[,;:.!?(\n] ?|\b(?:with|from|for|had|were|of|taught|to|by) )(?:the )?{_ABOUT}$",
    joins=r"(?:\band|\bplus|\+|&)(?: (?:also|another))* ?$",
    of_these=r"\b(?:of whom|of which|of the|of them) (?:€ ?)?$",
    group=r"[^,.;!?\n\d]{0,24}? (?:from|in|at)(?: the)?(?: class| group| school| year)? (?!the\b|them\b)\w",
    group_before=r"(?:^|[,;.\n(] ?|\band )(?:the |in the )?(?:(?:first|second|third|other) )?(?:group|class|"
    r"morning|afternoon|"
    r"evening|day|round|session|school|\w+day)(?: \w{1,2})?:? (?:with |had )?$",
    absent=r"(?: (?:were|was|are|is|also|not|there))* (?:ill|sick|absent|missing|short|needed)\b",
    times=r" ?(?:x|×|\*|times) ?(?P<n>\d+)\b(?! ?hours?\b)",
    of_days=r"\b(?:yesterday|today|\w+day) [\w.,½]+ ?hours?\b",
    out_of=r" (?:out )?of (?:the |our |my )?",
    came_before=r"\b(?:only|just|came:?|were) $",
    expected=r"\b(?:expected|planned|registered|invited|signed up|of (?:the|our))(?: were)?:? $",
    expected_behind=r" (?:\w+ ){0,2}(?:expected|planned|registered|invited|signed up)\b",
    denied=r"\bnot $",
    but=r",? but ",
    fewer_than=r"\b(?:less|fewer) than $",
    taken_back=r"[ ,.;:?!…(–-]*(?:\b(?:o+h?|eh+m?|uh+m?|hm+|no|sorry|wait|oops|correction|(?:i )?me?ant?|actually|"
    r"make that)\b[ ,.:-]*)+(?:(?:it|there|was|were|should be) )*",
    instead_of=r",? ?\(?(?:instead of|rather than|(?:and )?not)(?: the)?(?: planned| expected)? ",
    less=r",? ?\(?(?:minus|-|except|without|all but)(?: the)? ?",
    absentees=r" (?:ill|sick|absent|absentees|missing)\b",
    came=r"[^.;!?\n\d]{0,16}? (?:showed up|turned up|came|attended|present)\b",
    range_of=r"(?: ?euros?)? ?(?:to|or|/|-|–) (?:€ ?)?|-|–|/",
    between_and=r" and (?:the )?",
    next_class=r"(?:,|;| and) (?:class |in )?\d[a-z]\w?:? (?:with )?",
    between=r"\bbetween (?:the )?$",
    parts=r"(?:girls?|boys?|lads|lasses)",
    one_more=r"[a-z]*(?:, | and | plus | & ?)(?:a|one|1) (?:girl|boy|lad|lass)\b",
    few=frozenset(("few", "couple", "some", "several")),
)  # fmt: skip
