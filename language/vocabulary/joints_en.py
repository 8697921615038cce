"""How English joins what is told: the table of ``joints_nl``, in English."""

from language.vocabulary.tables import Joints

JOINTS = Joints(
    further="besides|in addition|furthermore|next to that|finally",
    too="also",
    and_="and",
    then="then",
    stands="is|are|has been|have been",
    turn="but|unfortunately|next|then",
    goes_on="they|it was|only|because|so|(?:the )?new (?:date|deadline)",
    happened="given|held|ran|done|visited|organi[sz]ed|taught|took place",
    article="the|a|an|our|my|this|milestone|project|on|was|another",
    held=(
        r"[a-z]{3,} (?:lesson|class|workshop|training|course|project|excursion|trip|tournament|contest|fair|day)"
    ),
    likewise="not|did not|too|as well|not yet",
    clause=(
        r"\s(?=(?:because|due to|but|so that|although|however|unfortunately|despite)\s)",
        r"\s(?=and\s(?:next (?:time|step))\b)",
    ),
)
