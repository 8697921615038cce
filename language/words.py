"""Words as the index compares them: lower case, no accents, and stemmed against inflection."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from language.late import Late
from language.vocabulary.tongues import words_of

_ACCENTS = str.maketrans("áàäâãéèëêíìïîóòöôõúùüûñç’‘`´\u00a0", "aaaaaeeeeiiiiooooouuuunc'''' ")
_INNER_PARENTHESES = Late(r"(?<=\w)\((\w+)\)(?=\w)|(?<=\w)\((\w+)\)|\((\w+)\)(?=\w)")
_TOKEN = Late(r"[a-z0-9]+(?:&[a-z0-9]+)*")
_PAIR = Late(r"\b([a-z])[a-z]{2,} (?:&|en|and) ([a-z])[a-z]{2,}\b")
_LETTERS = Late(r"\b([a-z])(?: ?[&+] ?| en |en(?=[a-z]\b))([a-z])\b")
_NUMBER = Late(r"\d+(?:e|x|u|ste|de)?")
_DOUBLE = Late(r"([au])\1")
_NO_PREFIX = "bege"  # whose "ge" is no participle's: begeleiding is no beleid
_LEAST = 0.5  # of a word: what a stemmer leaves less of was no inflection (gezondheid, kwaliteit)


def fold(text: str) -> str:
    """Return ``text`` in lower case and without accents, each character still in its place."""
    lower = text.lower()
    return (lower if len(lower) == len(text) else text).translate(_ACCENTS)


def tokens(text: str) -> Iterator[tuple[str, int]]:
    """Yield the words of ``text`` and where they stand; "zorg & welzijn" also yields z&w, techn(olog)isch one word."""
    plain = _LETTERS.sub(_as_pair, fold(text))
    plain = _INNER_PARENTHESES.sub(_without_parentheses, plain)
    for match in _TOKEN.finditer(plain):
        yield match[0].rstrip(), match.start()
    for pair in _PAIR.finditer(plain):
        yield f"{pair[1]}&{pair[2]}", pair.start()


def _as_pair(match: re.Match[str]) -> str:
    """T en T, T + T: each character that follows keeps its place."""
    return f"{match[1]}&{match[2]}".ljust(len(match[0]))


def _without_parentheses(match: re.Match[str]) -> str:
    return match[1] or match[2] or match[3]


@cache
def _stemmer() -> Callable[[str], str]:
    import snowballstemmer  # type: ignore[import-untyped]  # imports all languages that it knows

    found: Callable[[str], str] = snowballstemmer.stemmer("dutch").stemWord
    return found


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return what inflection leaves of a folded word (systemen, systeem: system; bedrijven: bedrijf)."""
    if len(word) < 4 or "&" in word:
        return word
    found = _stemmer()(word)
    whole = len(found) < max(3, _LEAST * len(word)) or word.startswith(_NO_PREFIX)
    kept = word.removesuffix("en") if whole else found
    undoubled = _DOUBLE.sub(r"\1", kept)
    return undoubled[:-1] if undoubled.endswith("e") and len(undoubled) > 3 else undoubled


@dataclass(frozen=True)
class Subject:
    """A word that can say what a text is about: itself, its stem, and where it stands."""

    word: str
    stem: str
    at: int


def subjects(text: str) -> list[Subject]:
    """Return the words in ``text`` that can say what it is about, in order."""
    stop = _stop_words()
    return [
        Subject(word, stem(word), at)
        for word, at in tokens(text)
        if len(word) > 1 and word not in stop and not _NUMBER.fullmatch(word)
    ]


@lru_cache(maxsize=50_000)
def says_little(word: str) -> bool:
    """Whether a word is told about anything: it names an activity only beside words that few of them go by."""
    return word in _everyday() or stem(word) in _everyday() or _done().fullmatch(word) is not None


@cache
def generic_stems() -> frozenset[str]:
    """Return the stems of words that any activity may use."""
    return frozenset(stem(word) for words in map(words_of, ("nl", "en")) for word in words.generic)  # type: ignore[arg-type]


@cache
def _everyday() -> frozenset[str]:
    more = frozenset(stem(word) for words in map(words_of, ("nl", "en")) for word in words.everyday)  # type: ignore[arg-type]
    return generic_stems() | more


@cache
def _stop_words() -> frozenset[str]:
    """Return what says nothing in either language: English messages are about a Dutch plan."""
    return words_of("nl").stop | words_of("en").stop


@cache
def _done() -> re.Pattern[str]:
    return re.compile(f"{words_of('nl').done}|{words_of('en').done}")


@cache
def synonyms() -> dict[str, str]:
    """Return what people say → the stem of what a plan calls it."""
    pairs = [*words_of("nl").synonyms.items(), *words_of("en").synonyms.items()]
    return {said: stem(written) for said, written in pairs}
