"""How Dutch joins what is told: what parts one update from the next, and one clause of a message from another."""

from language.vocabulary.tables import Joints

JOINTS = Joints(
    further=r"verder(?: nog)?|daarnaast|bovendien|tevens|tot slot|ten tweede",
    too=r"ook(?: nog)?",
    and_="en",
    then="dan|toen",
    stands="is|zijn",
    turn="maar|helaas|daarna|hierna|vervolgens",
    goes_on=(
        r"alleen|want|jammer|wel|vervolg|volgende|dus|omdat|doordat|nadeel|knelpunt|reden|"
        r"ze|zij|die|dat|het was|dit was|(?:de )?nieuwe (?:datum|deadline)"
    ),
    happened="gedraaid|gegeven|gehouden|geweest|uitgevoerd|verzorgd|georganiseerd|gedaan|gevolgd|bezocht|gehad",
    article="de|het|een|onze|ons|mijn|deze|dit|mijlpaal|project|op|was|weer|nog",
    held=(
        r"\w{3,}(?:les|lessen|workshop|training|cursus|project|excursie|toernooi|wedstrijd|markt|beurs)|"
        r"(?:les|workshop|cursus|training) (?!ge|be|ver)[a-z]{3,}en|"
        r"(?:sport|thema|project|open |excursie|studie|doe|meeloop|voorlichtings)(?:dag|middag|avond)"
    ),
    likewise="niet|ook niet|wel|ook|ook wel|nog niet",
    clause=(
        r"\s(?=(?:want|omdat|doordat|wegens|vanwege|maar|dus|ivm|i\.v\.m\.?|aangezien|ondanks|"
        r"helaas(?! niet door)|jammer|echter|hoewel)\s)",
        r"\s(?=en\s(?:vervolg|volgende (?:keer|stap|les)|daarna)\b)",
        r"\s(?=(?:dat|dit|die) (?:doen|gaan|halen|maken|probeer\w*|volgt|komt)\s)",
        r"\s(?=wel (?:te|jammer|lastig|nog|een beetje|wat)\s)",
        r"(?<!niet)(?<!niet meer)(?<!mij)(?<!om)\s(?=alleen\s(?!al\b|voor\b|met\b|om\b))",
        # "Gaat niet door" and "schuift door naar" hold no cause.
        r"(?<!niet)(?<!gaat)(?<!gaan)(?<!ging)(?<!gingen)(?<!schuift)(?<!schuiven)\s"
        r"(?=door\s(?!naar\b|tot\b|de stuurgroep\b|ons\b))",
    ),
)
