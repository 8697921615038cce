"""How English tells that what took place went well, partly or badly: the tables of ``outcomes_nl``, in English.

The results are looked for where ``didn't`` has been put as ``did not`` (``idioms_en``); what is good, in the text as it
was typed.
"""

from language.vocabulary.tables import Named

NOT = r"(?:not|never|hardly|barely|far from|anything but|nothing like|by no means|no|without)"
_VERY = (
    r"(?:(?:a|an|any|the|very|really|so|that|all that|too|quite|exactly|particularly|single|much of|go|going|"
    r"gone|been|be|"
    r"entirely|completely|especially|work|working|feel|look|get|at all|even|totally|all|big|huge|great|real|"
    r"what i call) )"
)
_LIKE = (
    r"(?:good|well|great|super|fun|enthusias\w*|nice|nicely|success\w*|fantastic\w*|fine|wonderful\w*|proud|enjoy\w*|"
    r"excellent|inspir\w+|positive|smooth\w*|perfect\w*|happy|loved|amazing|brilliant\w*|impress\w*|awesome|lovely|"
    r"pleased|delighted|thrilled|satisf\w+|engaged|interested|interesting|useful|valuable|helpful|cool|beautiful\w*|"
    r"flawless\w*|motivated|excited|exciting|productive|terrific|superb|outstanding|splendid|ideal|convincing|"
    r"a (?:real |big |huge |great )?hit|worth (?:it|every)|into it|on board|convinced)"
)
_OFF = (
    r"(?:bad|boring|bored|dull|wrong|terribl[ey]|awful|chaotic|chaos|failure|disaster|mess|disappoint\w*|unhappy|"
    r"messy|difficult|hard|rough|waste of time|complain\w*|complaints?|problems?|trouble|issues?|hitch\w*|hiccups?|"
    r"bother|dissatisf\w*|unpleasant|regret\w*)"
)
# What looks bad and is not.
NOT_BAD = (
    rf"(?:{NOT} (?:\w+ to |{_VERY}){{0,3}}{_OFF}|nothing (?:wrong|to (?:complain|grumble|moan|worry) about|"
    rf"but praise)|"
    r"(?:could|can) ?(?:not|n't) (?:have )?(?:been |gone |be |go |done |asked for )?(?:any )?better|"
    r"(?:can|could) ?(?:not|n't) (?:really )?(?:complain|fault)|better than (?:expected|i (?:had )?(?:thought|"
    r"hoped|expected)|"
    r"we (?:had )?(?:thought|hoped|expected)|last (?:time|year)|hoped|planned)|exceeded|not only|"
    r"(?:did ?n[o']t|did not|would not|never) want(?:ed)? (?:it )?to (?:leave|stop|go|end)|(?:can|could|did|"
    r"would)(?: not|n't) stop (?:\w+ing)|no(?:body| one) wanted to (?:leave|stop|go))"
)
_DENIALS = (
    "not",
    "n't",
    "dnt",
    "snt",
    "never",
    "no",
    "less",
    "hardly",
    "barely",
    "far from",
    "anything but",
    "without",
)
_BETWEEN = ("", " a", " an", " any", " very", " really", " so", " that", " all that", " too", " quite", " exactly",
            " particularly", " go", " go very", " go so", " go that", " go too", " be", " been", " a great", " a big",
            " much of a", " such a", " entirely", " a huge", " exactly a", " really a", " work", " go as", " as",
            " the", " look", " feel", " very much")  # fmt: skip
DENIED = "".join(f"(?<!{denial}{gap} )" for denial in _DENIALS for gap in _BETWEEN)
_WENT_WELL = (
    r"like clockwork|to plan|as planned|as hoped|as expected|down well|from strength to strength|"
    r"all (?:\d+ )?(?:of them )?(?:passed|made it|finished|took part|joined in)|everyone (?:\w+ )?(?:passed|made it|"
    r"took part|joined in|finished|came|was there|participated)|full house|sold out|packed|a blast|"
    r"had a (?:ball|laugh)|"
    r"hooked|buzzing|glued to|laugh(?:ed|ing|ter)|applause|finally (?:work\w*|succeeded|made it|got it)|thumbs up|"
    r"(?:huge|great|good|big) turn-?out|(?<!nothing )worked(?! (?:on|with|in|at|for|through|as|from)\b)|managed|"
    r"did it|"
    r"nailed it|"
    r"(?:do|run) (?:it|this|that) again|what an? (?:great |lovely )?(?:day|lesson|morning|turn-?out|afternoon|"
    r"group|evening|bunch|visit|team)|"
    r"(?:want(?:ed)?|asked) (?:for )?more|highlight|best|pulled it off|paid off|learn(?:ed|t) a lot|recommend\w*"
)
GOODS = rf"\b(?=(?:{_LIKE}|{_WENT_WELL})\b){DENIED}(?:{_LIKE}|{_WENT_WELL})\b|[👍🎉💪🙌😀😃😊❤⭐🔥👏😍🤩]|\b{NOT_BAD}"
_NOBODY = (
    r"(?:nobody|no ?-?one|none of (?:them|(?:the|my|our) \w+)|not (?:a single|one) \w+|zero (?:pupils|"
    r"students|people|parents))"
)
_CALLED_OFF = r"(?:cancell?ed|called off|scrapped|abandoned|aborted|broken off|cut short)"
_FAILING = (
    r"(?<!not )(?<!not a )(?<!never )(?<!no )(?<!without )(?<!far from a )(?<!anything but a )(?:failed|failure|"
    r"disaster\w*|"
    r"catastroph\w*|fiasco|shambles|flop(?:ped)?|mess|total chaos|complete chaos|utter chaos|waste of time|bombed|"
    r"fell (?:through|flat|apart)|(?:was |all )?in vain|rained off|washed out|(?:was|were) off|hated|"
    r"(?<!too )(?<!half )(?:bad|rubbish|lousy|crap)|went (?:\w+ )?(?:badly|wrong|terribly|horribly|awfully|"
    r"pear-shaped|"
    r"off the rails|south)|terribl[ey]|awful|horribl[ey]|dreadful|useless|hopeless|unworkable|came to nothing|"
    r"a no-?show|"
    r"no-?shows?|train wreck|nightmare|never again)\b"
)
_FELL = (
    rf"\b(?:(?<!not )(?<!not be ){_CALLED_OFF}\b|{_FAILING}|{_NOBODY} (?:\w+ ){{0,2}}(?:came|showed|turned|"
    rf"was there|were there|"
    r"attended|made it|appeared|finish\w*|pass\w*|listen\w*|cared|understood|liked|enjoyed|knew|learn\w+|"
    r"work\w*|interested)\b|(?:had|have|has) to (?:be )?(?:stop\w*|cancel\w*|abandon\w*|abort\w*|"
    r"break off|call (?:it|the \w+) off|send (?:them|everyone) home|give up)\b|(?:gave|given) up\b|"
    r"sent (?:\w+ ){1,3}home\b|would not (?:do|run|recommend)\b|"
    r"nothing (?:\w+ )?work(?:ed|s)\b|(?:not|never) (?:\w+ ){0,2}(?:go(?:ne|ing)? (?:ahead|anywhere|on|through)|"
    r"work(?:ed|ing)?(?: out)?|happen(?:ed)?|"
    r"t[ao]k(?:e|en)? place|took place|show(?:ed|n)? up|turn(?:ed)? up|materiali[sz]e|come off|came off|"
    r"get off the ground|"
    r"got off the ground|take off|start(?:ed)?|come|came|succeed\w*|manage\w*)\b|"
    r"(?:not|hardly|far from|anything but|by no means|never|no|nothing like) (?:\w+ ){0,3}(?:success\w*|"
    r"(?:go(?:ne|ing)? )(?:at all )?(?:well|good|right))\b)|👎"
)
_A_PART = (
    r"(?:half|a third|one third|two thirds|three quarters|only the [a-z]+s|a quarter|a fifth|(?:only|"
    r"just) (?:some|a few|a handful|a couple|one|two|three|four|"
    r"five|six|\d+)|less than half)"
)
_HALFWAY = (
    rf"\b(?:partly|partially|partial|mixed|disappoint\w*|underwhelm\w*|lukewarm|mediocre|average|bumpy|messy|chaotic|"
    r"so-? ?so|meh|hit and miss|hit or miss|ups and downs|with difficulty|struggl\w+|"
    r"could (?:have )?(?:been|be|gone|go|done|do) (?:\w+ )?better|room for improvement|"
    r"learn(?:ed|t) (?:nothing|little)|left (?:\w+ ){0,3}to be desired|"
    r"(?:poor|low|small|weak) turn-?out|not (?:\w+ )?(?:finish|get (?:\w+ )?(?:done|finished))|less (?:good|"
    r"successful|fun|smooth\w*|well)|nothing special|not (?:go(?:ne)? (?:\w+ )?(?:as|to|according)|"
    r"what (?:we|i) (?:had )?(?:hope|expect|want))\w*|not (?:my|our|the|its|their) (?:best|finest)|bored|boring|"
    r"dull|tedious|"
    r"(?:went|was|is|were|been|just|only|pretty|kind of) (?:just |only |pretty )?(?:ok|okay|o\.k\.|all? ?right|"
    r"passable|bearable|so so)|"
    rf"not (?:all|everyone|everybody|everything|every|entirely|fully|complete\w*|finished|done|"
    rf"get (?:very )?far|exactly|enough time)|"
    rf"{_A_PART}(?! (?:an )?(?:hour|day|past|term|year|day|eight|nine|ten|eleven|twelve|one|two|three|four))(?: of)?"
    rf"(?: (?:the|them|my|our|it|class|group|pupils|students|kids|teachers|people|parents))* (?:\w+ ){{0,2}}?"
    r"(?:show\w*|turn\w*|came|made|finish\w*|attend\w*|pass\w*|work\w*|there|did|not|left|join\w*|succeed\w*|"
    r"got|was|were|had|listen\w*)|"
    rf"{NOT} {_VERY}{{0,3}}(?:{_LIKE}))\b|\b\d+ (?:out )?of (?:the |our |my )?\d+\b"
)
_BUT = (
    r"\b(?:(?<!anything )(?<!nothing )but|although|however|though|unfortunately|except|yet|despite|only|"
    r"still|otherwise)\b"
)

OUTCOMES: tuple[Named, ...] = (
    ("partial", rf"^(?s:(?=.*(?:{GOODS}))(?=.*{_BUT})(?=.*(?:{_FELL}|{_HALFWAY})))|"
        rf"\b{NOT} {_VERY}{{0,3}}{_LIKE}\b.{{0,12}}\b(?:not|nor) {_VERY}{{0,3}}{_OFF}\b|"
        rf"\b{_A_PART} (?:of )?(?:\w+ ){{0,3}}not\b"),
    ("failed", _FELL),
    ("success", rf"\b{NOT_BAD}"),
    ("partial", _HALFWAY),
    ("success", GOODS),
)  # fmt: skip
