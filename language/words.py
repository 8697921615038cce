"""Words as the index compares them: lower case, no accents, and stemmed against inflection."""

import re
from collections.abc import Iterator

_ACCENTS = str.maketrans("áàäâãéèëêíìïîóòöôõúùüûñç’‘`´\u00a0", "aaaaaeeeeiiiiooooouuuunc'''' ")
_INNER_PARENTHESES = re.compile(r"(?<=\w)\((\w+)\)(?=\w)|(?<=\w)\((\w+)\)|\((\w+)\)(?=\w)")
_TOKEN = re.compile(r"[a-z0-9]+(?:&[a-z0-9]+)*")
_PAIR = re.compile(r"\b([a-z])[a-z]{2,} (?:&|en) ([a-z])[a-z]{2,}\b")
_NUMBER = re.compile(r"\d+(?:e|x|u|ste|de)?")
_DOUBLE = re.compile(r"([a-z])\1")
_ENDINGS = ("heden", "heid", "ingen", "en", "es", "e", "s")

# What every message is full of says nothing about its subject, however rare it is in a plan.
STOP_WORDS = frozenset(
    """de het een en of maar want dus als dan dat die dit deze er is zijn was waren ben bent wordt
    worden werd heeft hebben had ik je jij u we wij ze zij hij ons onze mijn hun haar met van
    voor door op in aan bij naar uit over om te tot na per via tegen tussen onder zonder niet
    geen wel ook nog al alle alles heel erg zeer veel weinig meer minder goed beter best leuk
    mooi top super fijn zo zoals hoe wat waar wie wanneer waarom welke kan kunnen kon moet
    moeten moest mag wil willen zal zullen gaat gaan ging gegaan komt komen kwam doen doet deed
    gedaan gegeven geven geweest gedraaid gemaakt gehad gelukt klaar af gereed vandaag morgen
    gisteren week weken maand jaar dag dagen uur euro keer daarna alleen toch even nu straks
    later eerst eerste tweede derde laatste helaas graag allemaal samen hier daar eind einde
    begin half juni juli mei verzorgd verzorgen plus laat enthousiast enthousiaste enthousiasme
    geslaagd succes iets iemand niemand mensen ander andere anderhalf anderhalve volgt volgen
    loopt lopen staat staan vond vinden blijkt bleek lag ligt
    """.split()  # noqa: SIM905
)

_ABOUT_IT = frozenset(
    f"{there}{how}"
    for there in ("er", "daar", "hier", "waar")
    for how in "aan achter bij door in mee na naar om onder op over tegen toe uit van voor".split()  # noqa: SIM905
)

# Whatever the activity, these are told about it: they count, but little.
_GENERIC = """
    les gastles docent leraar leerling student leerkracht collega school bedrijf klas groep team
    partner bezoek bijeenkomst workshop training cursus scholing sessie begeleiding instructeur
    materiaal machine software licentie apparatuur kosten subsidie budget rooster lokaal ruimte tijd
    corona ziekte evaluatie rapport plan programma onderwijs techniek technologie project activiteit
    start dag ouder aantal regio samenwerking uitvoeren ontwikkelen profiel middelen punt overleg
    stuurgroep noord zuid opleiding deelnemer bijdrage
"""


def fold(text: str) -> str:
    """Return ``text`` in lower case and without accents, each character still in its place."""
    lower = text.lower()
    return (lower if len(lower) == len(text) else text).translate(_ACCENTS)


def tokens(text: str) -> Iterator[str]:
    """Yield the words of ``text``; "zorg & welzijn" also yields z&w, techn(olog)isch is technologisch."""
    plain = _INNER_PARENTHESES.sub(lambda m: m[1] or m[2] or m[3], fold(text))
    yield from _TOKEN.findall(plain)
    for pair in _PAIR.finditer(plain):
        yield f"{pair[1]}&{pair[2]}"


def stem(word: str) -> str:
    """Return what Dutch inflection leaves of ``word`` (systemen, systeem: system; bedrijven: bedrijf)."""
    if len(word) < 4 or "&" in word:
        return word
    word = _DOUBLE.sub(r"\1", word)
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 3), "")
    word = word.removesuffix(ending)
    return word[:-1] + {"v": "f", "z": "s"}.get(word[-1], word[-1])


# The stems of words that any activity may use.
GENERIC_STEMS = frozenset(stem(word) for word in _GENERIC.split())

# What people tell of anything that they did, gave or lacked: where a message has no other words, it names no activity.
_EVERYDAY = """
    module proef pilot proefles opdracht presentatie lesbrief lesmateriaal lesstof lesuur ouder kind jongen jongere
    deelnemer monteur medewerker personeel excursie bezoek rondleiding avond middag ochtend dagdeel open laptop
    computer tablet beamer printer hout staal metaal onderdeel gereedschap spullen bus vervoer factuur rekening geld
    werkgroep vergadering gesprek opkomst resultaat uitkomst ervaring vraag aanbod afspraak lijst overzicht onderzoek
    griep vakantie stoppen toets examen praktijk theorie stage werken leren maken bouwen starten draaien meedoen leveren
    schenken kopen passen toezeggen toezegging nieuw oud groot klein prima twee drie vier vijf zes zeven acht negen
    tien elf twaalf
"""
_EVERYDAY_STEMS = GENERIC_STEMS | {stem(word) for word in _EVERYDAY.split()}
# "Gezaagd", "uitgetest" say that something was done, whatever it was about.
_DONE = re.compile(
    r"(?:aan|af|be|bij|door|in|mee|om|op|over|toe|uit|voor)?ge(?!bied|luid|zond)\w{3,}[dt]|lesgegef"
)


def says_little(stemmed: str) -> bool:
    """Whether a stem is told about anything: it names an activity only beside words that few of them go by."""
    return stemmed in _EVERYDAY_STEMS or _DONE.fullmatch(stemmed) is not None


# What people say → what a plan calls it.
_SYNONYMS = {
    "scholing": "professionalisering", "bijscholing": "professionalisering",
    "nascholing": "professionalisering", "docententraining": "professionalisering",
    "docentenscholing": "professionalisering",
    "cursus": "professionalisering", "training": "professionalisering", "pro": "praktijkonderwijs",
    "basisschool": "po", "basisonderwijs": "po", "filmpje": "campagne", "social": "campagne",
}  # fmt: skip
SYNONYM_STEMS = {stem(said): stem(written) for said, written in _SYNONYMS.items()}


def subject_stems(text: str) -> list[str]:
    """Return the stems of the words in ``text`` that can say what it is about, in order."""
    words = (
        word
        for word in tokens(text)
        if word not in STOP_WORDS and word not in _ABOUT_IT and not _NUMBER.fullmatch(word) and len(word) > 1
    )
    return [stem(word) for word in words]
