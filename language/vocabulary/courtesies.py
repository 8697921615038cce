"""By which words a text that tells nothing is answered: patterns for folded text, in every language that people type.

The first that fits decides.
"""

from typing import Literal

LOOKED_UP = r"^(?:wanneer|wie|waar|welke?|hoeveel|hoe laat|when|who|where|which|how (?:many|much))\b.*\?"
ANSWERED: tuple[tuple[str, Literal["looked_up", "asked", "thanks", "fine"]], ...] = (
    (LOOKED_UP, "looked_up"),
    (r"\?", "asked"),
    (r"\b(?:bedankt|dank|thanks|thank you|thx|merci)", "thanks"),
    (r"\b(?:geen|niets?|niks|oke?|prima|top|mooi|doei|succes|nothing|fine|bye)\b|^👍", "fine"),
)
