"""Whether a text points at somebody: a person, a school, a company or a team of the region.

A channel reads totals and what people wanted to share, never who. Names are known from the region's own records
only; a text in which one stands is left out as a whole, because a gap in a sentence names somebody as well.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

SHORTEST = 3
# Words in names that stand in any sentence: alone they point at nobody.
COMMON = (
    "van der den het een voor aan bij en de of te ten ter school scholen basisschool college "
    "vakcollege lyceum bedrijf bedrijven groep gemeente stichting vereniging team docent docenten "
    "coordinator manager programmamanager eigenaar deelnemer bedrijfscontact techniek technisch "
    "technische installatie installaties bouw metaal zorg groen mbo vmbo havo onderwijs regio noord "
    "oost zuid west midden"
)
# Words that people write with a capital though they name nobody.
CAPITALISED = (
    "sto vmbo mbo hbo po vo tl bbl bol pie bwi mvi hbr ict vr ar ai it led cnc cad cam lob tto pdf usb tv "
    "nederland nederlands nederlandse engels engelse duits duitse europa kerst pasen sinterklaas u ik"
)
# A word with a capital in the middle of a sentence; after a mark or on a new line another one begins.
CAPITAL = re.compile(r"(?<=[^\s.!?:;“”\"(•–-])[^\S\n]+[\"“(]?([A-ZÀ-Þ][\w&'’-]*)")
REACHED = re.compile(r"@|https?:|www\.|(?:\+31|\b0)[\s-]?(?:\d[\s-]?){8,9}\b")


@dataclass(frozen=True, kw_only=True)
class Names:
    """The names of a region.

    ``personal`` are people's and organisations', of which a part is telling too; ``others`` (teams) count as a
    whole. ``vocabulary``: texts of the plan; what stands in one that names nobody is no name.
    """

    personal: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    vocabulary: tuple[str, ...] = ()

    def named_in(self, text: str) -> bool:
        """Tell whether a whole name stands in ``text``, however it is written."""
        there = _spaced(words(text))
        return any(name in there for name in self._names)

    def hinted_in(self, text: str) -> bool:
        """Tell whether a name or a telling part of one stands in ``text``."""
        return self.named_in(text) or not self._parts.isdisjoint(words(text))

    def suspected_in(self, text: str) -> bool:
        """Tell whether a text may name somebody, known here or not, or says how to reach them."""
        return self.hinted_in(text) or bool(REACHED.search(text)) or self._strange_in(text)

    def _strange_in(self, text: str) -> bool:
        """Tell whether a capital stands in the middle of a sentence in a word that the plan does not hold."""
        capitals = {word for match in CAPITAL.finditer(text) for word in words(match[1]) if len(word) > 1}
        return not capitals <= self._plain.union(CAPITALISED.split())

    @cached_property
    def _plain(self) -> frozenset[str]:
        plain = (text for text in self.vocabulary if not self.named_in(text))
        return frozenset(word for text in (COMMON, *plain) for word in words(text))

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(_spaced(words(name)) for name in self.personal | self.others if words(name))

    @cached_property
    def _parts(self) -> frozenset[str]:
        parts = (word for name in self.personal for word in words(name) if len(word) >= SHORTEST)
        return frozenset(parts) - self._plain


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return tuple(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))


def _spaced(found: Iterable[str]) -> str:
    return f" {' '.join(found)} "
