"""A message that was dictated, with signs where they were said aloud; every letter stays in its place.

Only what is read changes: what somebody said is kept to the letter.
"""

from language.late import compiled
from language.vocabulary.spoken import NOT_BEFORE, NOT_BEHIND, SIGNS
from language.words import fold

_ANY = r"\b(?:" + "|".join(f"(?P<s{place}>{words})" for place, words in enumerate(SIGNS)) + r")\b"
_TYPED = r"[.,!?;:\n](?=\s|$)"  # who types signs does not say them


def punctuated(text: str) -> str:
    """Return ``text`` with a sign, and blanks behind it, in the place of each that was said aloud."""
    plain = fold(text)
    said = [match for match in compiled(_ANY).finditer(plain) if _is_sign(plain, match.start(), match.end())]
    if not said or compiled(_TYPED).search(plain.rstrip(" .!?\n")):
        return text
    signs = tuple(SIGNS.values())
    for match in said:
        sign = signs[int((match.lastgroup or "s0")[1:])]
        start = match.start() - len(text[: match.start()]) + len(text[: match.start()].rstrip())
        text = text[:start] + sign + " " * (match.end() - start - 1) + text[match.end() :]
    return text


def _is_sign(plain: str, start: int, end: int) -> bool:
    """Whether something stands before it, and it is no word of the sentence ("op dat punt", "3 komma 5")."""
    before, after = plain[:start], plain[end:]
    decimal = before.rstrip()[-1:].isdigit() and after.lstrip()[:1].isdigit()
    if decimal or not before.strip():
        return False
    return not (compiled(NOT_BEHIND).search(before) or compiled(NOT_BEFORE).search(after))
