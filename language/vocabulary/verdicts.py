"""By which words something says no more than how it went, and by which a next step only calls itself one.

In every language that people type; words and patterns for folded text.
"""

# What stands around a verdict and says nothing of its own.
AROUND = frozenset(
    """het dat is was ging gaat verliep liep en met een de alles pilot les deels gedeeltelijk grotendeels gedraaid
    gegeven gedaan gehad vandaag it all went with very lesson the a was and done given""".split()  # noqa: SIM905
)
WELL = frozenset(
    """heel erg zeer echt super goed gelukt geslaagd prima well great fine top leuk succes success""".split()  # noqa: SIM905
)
# What only says that something took place, or what sort of thing.
BEGUN = frozenset(
    """pilot les keuzevak middag ochtend module project workshop training sessie bijeenkomst gedraaid gegeven gedaan
    gehad vandaag lesson session today done given""".split()  # noqa: SIM905
)
# The verb of a verdict, and what joins those who were there to it.
WENT = frozenset(
    """is was waren ging gingen verliep verliepen liep liepen werd werden went were""".split()  # noqa: SIM905
)
FELT = frozenset(  # whose subject are people, who belong to it
    """vond vonden had hadden genoot genoten deden waren leerden felt had enjoyed loved""".split()  # noqa: SIM905
)
WITH = frozenset("met van in op bij voor door with of at for by".split())  # noqa: SIM905
IN_COMPANY = frozenset(("met", "with"))  # of these, what leads to those who were there
FURTHER = frozenset(("en", "and", "plus"))  # between a verdict and what is told beside it
# What only says that a next step follows; "vervolgles" says what it is as well.
NEXT = (
    r"(?:(?:en|and)\b *)?(?:(?:vervolg(?:stap)?|volgende stap|next step|follow-?up)\b"
    r"(?: (?:is|wordt|komt|will be)\b)?[ :,.–-]*)?"
)
