"""What English shortens, in full: "didn't" is "did not", so that one list of signs holds for both."""

from language.vocabulary.tables import Idiom

IDIOMS: tuple[Idiom, ...] = (
    (r"\bwo(?:n't|nt)\b", "will not"),
    (r"\bca(?:n't|nt)\b|\bcannot\b", "can not"),
    (r"\b(did|does|do|is|are|was|were|has|have|had|could|would|should)(?:n't|nt)\b", r"\1 not"),
    (r"\b(we|they|you)'re\b", r"\1 are"),
    (r"\b(i|we|they|you)'ve\b", r"\1 have"),
    (r"\b(i|we|they|you|he|she|it)'ll\b", r"\1 will"),
    (r"\bi'm\b", "i am"),
    (
        r"\b(\w+)'s (?=(?:done|finished|ready|delayed|on track|late|behind|over|going|been|not|cancell?ed|"
        r"postponed)\b)",
        r"\1 is ",
    ),
)
