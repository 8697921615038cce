"""What people type below a question where a milestone stands, and what says no more than yes, no or nothing.

Tables of words in every language that people type; patterns for folded text.
"""

_FINE = r"(?:prima|goed|oke?|okay|top|in orde|lekker|snor)"
# What leaves open how it stands.
VAGUE: tuple[str, ...] = (
    _FINE,
    rf"(?:alles|allemaal)(?: (?:is|zit|nog))*(?: {_FINE})?",
    r"binnenkort|straks",
    r"redelijk|matig|mwah|tja",
    r"(?:het )?duurt nog(?: wel)? even",
    r"(?:het )?gaat wel",
    r"(?:ja|nee)[ ,]+(?:hoor|joh|zeker)",
)
EVERYTHING = frozenset(("alles", "allemaal"))  # an answer that begins so is of all that was asked
# What says that one cannot tell, or has nothing to tell; and the words before it.
TO_UNKNOWN = r"(?:(?:dat|ik|we|wij|nog|ja|nee|tja|sorry|eh|het)[ ,]+)*"
UNKNOWN: tuple[str, ...] = (
    r"weet(?: (?:ik|we|het|dat))*(?: (?:nu|echt|ook|nog|even))* niet",
    r"(?:nog )?(?:geen|echt geen) (?:flauw )?idee",
    r"(?:niks|niets)(?: (?:bijzonders|speciaals|te melden))?",
    r"geen(?: (?:bijzondere |speciale )?(?:reden|toelichting))?",
    r"zomaar",
    r"nvt|n\.v\.t|[-–]",
    r"(?:nog )?(?:onbekend|onduidelijk|onzeker|niet bekend|niet te zeggen)",
    r"kan ik (?:nog |nu )*niet (?:zeggen|inschatten)",
    r"moeilijk te zeggen",
    r"misschien|wie weet",
    r"hangt ervan af",
    r"no idea|(?:i )?don'?t know|not sure|maybe",
    r"none|nothing",
)
_THINK = r"(?:ik |dat )?(?:denk|hoop|gok|verwacht|vrees)(?: ik)?(?: het| van| dat)?"
# How an answer begins that says whether it can be made up.
CAUGHT_UP: tuple[tuple[bool, tuple[str, ...]], ...] = (
    (
        False,
        (
            r"nee|no\b|niet",
            rf"{_THINK} niet",
            r"waarschijnlijk niet|vast niet",
            r"helaas",
            r"(?:dat )?(?:lukt|kan|gaat) niet",
        ),
    ),
    (
        True,
        (
            r"ja|jawel|yes|zeker",
            rf"{_THINK} wel",
            r"waarschijnlijk(?: wel)?|vast|hopelijk",
            r"(?:dat )?(?:lukt|kan|moet)",
            r"deels",
        ),
    ),
)
# What takes back a tap or a word; and what stands before it.
TO_MISTAKEN = r"(?:(?:o|oh|oeps|sorry|nee|ik|heb|had|dat|dit|het|was|is|per)[ ,!.]+)*"
MISTAKEN: tuple[str, ...] = (
    r"toch niet",
    r"verkeerd(?:e)? ?(?:getikt|geklikt|gedrukt|aangetikt|aangeklikt|knop|knopje)?",
    r"fout(?:je)?(?: (?:getikt|geklikt|gedrukt))?",
    r"(?:een )?vergissing|vergis(?:t|te)? (?:me|mij)?",
    r"ongeluk(?: (?:getikt|geklikt|gedrukt))?",
    r"(?:toch )?(?:niet vertraagd|geen vertraging)",
    r"klopt niet|niet de bedoeling",
    r"wrong (?:button|one)|(?:by )?mistake",
    r"not delayed",
)
ASIDE = r"(?:[ ,.!]+(?:hoor|denk ik|joh|helaas|gelukkig|bedankt|dank je|nog))*"  # behind each of these
# What may stand around a day that is all the answer there is.
AROUND_A_DAY = frozenset(
    """het dat wordt word pas denk ik ergens in rond op waarschijnlijk nu tegen uiterlijk vermoedelijk misschien ws
    wel voor schat hoop we verwacht nee sorry helaas of zo""".split()  # noqa: SIM905
)
