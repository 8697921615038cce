"""The words that Dutch makes dates of, as tables; every other file of the grammar takes them from here."""

from collections.abc import Iterable

DAY_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
WEEKDAYS = {name: number for number, name in enumerate(DAY_NAMES)}
# Other words as well ("do", "zo", "vrij"): a day only where a date or a step stands beside them.
SHORT_DAYS = {name[:2]: name for name in DAY_NAMES} | {
    "maa": "maandag", "din": "dinsdag", "woe": "woensdag", "don": "donderdag", "vri": "vrijdag",
    "vrij": "vrijdag", "zat": "zaterdag", "zon": "zondag",
}  # fmt: skip

MONTH_NAMES = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, start=1)}
SHORT_MONTHS = {name[:3]: name for name in MONTH_NAMES if name not in ("maart", "mei")} | {
    "mrt": "maart", "mar": "maart", "maa": "maart", "febr": "februari", "sept": "september", "oct": "oktober",
    "octo": "oktober", "octob": "oktober", "octobre": "oktober",
}  # fmt: skip

_TENS = {20: "twintig", 30: "dertig"}
_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_CARDINALS = dict(enumerate((*_ONES, *_TEENS), start=1)) | _TENS
_CARDINALS |= {
    ten + n: f"{one}en{word}"
    for ten, word in _TENS.items()
    for n, one in enumerate(_ONES, start=1)
    if ten + n <= 31
}
_IRREGULAR = {1: "eerste", 3: "derde", 8: "achtste"}
ORDINAL_WORDS = {_IRREGULAR.get(n) or word + ("de" if n < 20 else "ste"): n for n, word in _CARDINALS.items()}
# "Een december" may be any December: as a day it is written één.
DAYS_IN_WORDS = {word: n for n, word in _CARDINALS.items() if n > 1} | ORDINAL_WORDS | {"één": 1}

ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "laatste": -1}
ORDINALS |= {f"{n}{ending}": n for n in range(1, 6) for ending in ("e", "ste", "de")}

UNITS = {
    "dag": "days", "dagen": "days", "dagje": "days", "week": "weeks", "weken": "weeks", "weekje": "weeks",
    "maand": "months", "maanden": "months", "maandje": "months", "kwartaal": "quarters", "kwartalen": "quarters",
    "jaar": "years", "jaren": "years", "jaartje": "years",
}  # fmt: skip
MINUTES = {
    "minuut": 1, "minuten": 1, "minuutjes": 1, "min": 1, "kwartier": 15, "kwartiertje": 15, "uur": 60, "uren": 60,
    "uurtje": 60, "uurtjes": 60,
}  # fmt: skip

SEASONS = {"voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9, "winter": 12}
BREAK_NAMES = {
    name: name
    for name in ("herfstvakantie", "kerstvakantie", "voorjaarsvakantie", "meivakantie", "zomervakantie")
} | {
    "krokusvakantie": "voorjaarsvakantie", "carnavalsvakantie": "voorjaarsvakantie", "grote vakantie": "zomervakantie",
    "kerstverlof": "kerstvakantie", "schoolvakantie": "", "vakantie": "",
}  # fmt: skip

# Dutch name → English name in the library of holidays; a pair where the feast is two days.
FEASTS = {
    "nieuwjaarsdag": ("New Year's Day",), "nieuwjaar": ("New Year's Day",), "goede vrijdag": ("Good Friday",),
    "pasen": ("Easter Sunday", "Easter Monday"), "koningsdag": ("King's Day",),
    "hemelvaartsdag": ("Ascension Day",), "hemelvaart": ("Ascension Day",),
    "pinksteren": ("Pentecost", "Pentecost Monday"),
    "kerst": ("Christmas Day", "Second Day of Christmas"),
}  # fmt: skip
FEASTS |= {"kerstmis": FEASTS["kerst"], "de kerstdagen": FEASTS["kerst"], "kerstdagen": FEASTS["kerst"]}
FEASTS |= {
    f"{nth} {feast}dag": (FEASTS[whole][number],)
    for feast, whole in (("paas", "pasen"), ("pinkster", "pinksteren"), ("kerst", "kerst"))
    for number, names in enumerate((("eerste", "1e", "1ste"), ("tweede", "2e", "2de")))
    for nth in names
} | {
    "paaszondag": FEASTS["pasen"][:1], "paasmaandag": FEASTS["pasen"][1:],
    "pinksterzondag": FEASTS["pinksteren"][:1], "pinkstermaandag": FEASTS["pinksteren"][1:],
}  # fmt: skip
FEASTS |= {
    f"{first} en {second} {feast}dag": FEASTS[whole]
    for feast, whole in (("paas", "pasen"), ("pinkster", "pinksteren"), ("kerst", "kerst"))
    for first, second in (("eerste", "tweede"), ("1e", "2e"), ("eerste", "de tweede"))
}
FIXED_DAYS = {
    "sinterklaas": (12, 5), "sinterklaasavond": (12, 5), "pakjesavond": (12, 5), "bevrijdingsdag": (5, 5),
    "dodenherdenking": (5, 4), "oudejaarsdag": (12, 31), "oudejaarsavond": (12, 31), "oudjaar": (12, 31),
    "kerstavond": (12, 24), "dag van de arbeid": (5, 1), "driekoningen": (1, 6), "valentijnsdag": (2, 14),
    "dierendag": (10, 4), "sint maarten": (11, 11), "halloween": (10, 31), "dag van de leraar": (10, 5),
}  # fmt: skip
# Days that hang on Easter, in days from Easter Sunday to their first and last.
BY_EASTER = {
    "carnaval": (-49, -47), "aswoensdag": (-46, -46), "witte donderdag": (-3, -3), "paasweekend": (-1, 1),
    "pinksterweekend": (48, 50), "hemelvaartweekend": (39, 42), "hemelvaartsweekend": (39, 42),
}  # fmt: skip
# Days in a row over the turn of the year: first and last.
OVER_THE_YEAR = dict.fromkeys(
    ("oud en nieuw", "oud & nieuw", "oud&nieuw", "oud-en-nieuw"), ((12, 31), (1, 1))
)
# The nth weekday of a month: month, which, weekday.
NTH_DAYS = {"moederdag": (5, 2, 6), "vaderdag": (6, 3, 6), "prinsjesdag": (9, 3, 1)}
FEAST_NAMES = (*FEASTS, *FIXED_DAYS, *BY_EASTER, *NTH_DAYS, *OVER_THE_YEAR)

# Hours from and to; the night belongs to the day that it ends on.
PARTS = {"ochtend": (6, 12), "morgen": (6, 12), "middag": (12, 18), "avond": (18, 24)}

# Which third of a part of the day: "eind van de middag", "vroeg in de avond".
PART_EDGES = {
    "begin": 0, "vroeg": 0, "vroege": 0, "halverwege": 1, "midden": 1, "eind": 2, "einde": 2, "laat": 2, "late": 2,
}  # fmt: skip

NAMED_DAYS = {
    "vandaag": 0, "heden": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "gister": -1, "eergisteren": -2,
    "eergister": -2,
}  # fmt: skip
STEPS = {
    "deze": 0, "dit": 0, "volgende": 1, "volgend": 1, "komende": 1, "komend": 1, "aankomende": 1, "aankomend": 1,
    "aanstaande": 1, "nieuwe": 1, "voorbije": -1, "vorige": -1, "vorig": -1, "afgelopen": -1,
}  # fmt: skip
EDGES = {
    "begin": "begin", "half": "half", "medio": "half", "midden": "half", "halverwege": "half", "eind": "eind",
    "einde": "eind",
}  # fmt: skip

# What has numbers of its own: "groep 7/8" is no day in August.
NUMBERED = (
    "groep", "groepen", "klas", "klassen", "leerjaar", "leerjaren", "havo", "vwo", "vmbo", "bbl", "kbl", "kb",
    "tl", "gl", "mbo", "niveau", "niveaus", "lokaal", "blok", "fase", "deel", "hoofdstuk", "les", "opdracht",
    "module", "nr", "nummer", "nummers", "paragraaf", "sj", "stand", "score", "versie", "kamer", "ruimte",
    "bladzijde", "blz", "bladzijden", "punt", "artikel", "pagina", "pagina's", "pag", "p", "tafel", "tafels",
    "bus", "lijn", "route", "kluis", "vraag", "vragen", "opgave", "opgaven", "opdrachten", "hoofdstukken",
    "paragrafen", "lessen", "modules", "blokken", "fases", "stap", "stappen", "verhouding", "schaal", "cijfer",
    "cijfers", "maat", "maten", "leeftijd", "leeftijden", "vmbo-t", "mavo", "brugklas", "jaar", "zaal", "hal",
    "spoor", "perron", "bijlage", "bijlagen", "figuur", "tabel", "stroming", "ronde", "rondes", "team", "teams",
    "deelgroep", "subgroep", "sprint", "sprints", "week", "weken", "dag", "dagen", "uitslag", "tussenstand",
    "eindstand", "isbn", "postbus", "bestelling", "factuur", "order", "model", "type",
)  # fmt: skip
# "Dat lukt niet voor de kerst" is by Christmas, and not so; "niet voor maart" is from March on.
CANNOT = (
    "lukt", "lukte", "lukken", "gelukt", "haal", "haalt", "halen", "haalde", "haalden", "red", "redt", "redden",
    "krijg", "krijgt", "krijgen",
)  # fmt: skip
# From one day "naar" another.
MOVED = (
    "verplaatst", "verplaatsen", "verplaats", "verzet", "verzetten", "verschoven", "verschuiven", "verschuift",
    "schuiven", "schuift", "doorschuiven", "opschuiven", "omgezet", "omzetten",
)  # fmt: skip
# What a sentence goes on with behind a date or an hour; behind an amount it goes on with what is counted.
GOES_ON = (
    "bel", "belt", "bereikbaar", "vertrekt", "vertrekken", "in", "op", "bij", "met", "tot", "aan", "naar", "is",
    "zijn", "was", "waren", "ben", "bent", "wordt", "worden", "werd", "werden", "kan", "kun", "kunnen", "kon",
    "lukt", "past", "graag", "of", "en", "maar", "want", "dus", "dan", "ook", "al", "nog", "pas", "weer",
    "opnieuw", "niet", "wel", "even", "ff", "om", "rond", "vanaf", "voor", "door", "als", "omdat", "dat", "die",
    "we", "wij", "ik", "je", "jij", "hij", "zij", "ze", "u", "jullie", "men", "er", "hier", "daar", "heb",
    "hebt", "heeft", "hebben", "had", "hadden", "ga", "gaat", "gaan", "ging", "gingen", "kom", "komt", "komen",
    "kwam", "kwamen", "zit", "zitten", "zat", "zaten", "sta", "staat", "staan", "stond", "stonden", "doe",
    "doet", "doen", "deed", "deden", "geef", "geeft", "geven", "gaf", "gaven", "begin", "begint", "beginnen",
    "begon", "start", "starten", "startte", "loopt", "lopen", "liep", "moet", "moeten", "mag", "mogen", "zal",
    "zullen", "zou", "zouden", "wil", "willen", "wilde", "blijf", "blijft", "bleef", "draait", "draaien",
    "draaide", "geweest", "gehad", "gehouden",
    "bezocht", "gekomen", "gestart", "doorgegaan", "gedraaid", "gedaan", "gegeven", "klaar", "af", "gereed", "afgerond",
    "online", "samen", "thuis", "binnen", "plaats", "stipt", "precies", "ongeveer", "zeker", "alvast", "denk",
    "ajb", "aub", "svp", "afspreken", "bellen", "langs", "langskomen", "vergaderen", "tussen", "t/m",
    "uiterlijk",
)  # fmt: skip

# What people write short, whatever stands beside it; the rest of the weekdays and months by their first letters.
SHORTHAND = {
    "mrgn": "morgen", "morg": "morgen", "vndg": "vandaag", "vlg": "volgende", "vlgd": "volgende",
    "vlgnd": "volgende", "vlgnde": "volgende", "kmnd": "komende", "kmnde": "komende",
    "afgel": "afgelopen", "aanst": "aanstaande", "wk": "week", "wkn": "weken", "weeknr": "week", "weeknummer": "week",
    "mnd": "maand", "mnden": "maanden", "dgn": "dagen", "kw": "kwartaal", "kwrt": "kwart",
    "vd": "van de", "vh": "van het", "verleden": "vorige", "uiterl": "uiterlijk",
    "uitrl": "uiterlijk", "uitl": "uiterlijk", "schljr": "schooljaar", "schooljr": "schooljaar", "wknd": "weekend",
    "weekeind": "weekend", "weekeinde": "weekend", "kwartiertje": "kwartier", "vanocht": "vanochtend",
    "vanmorgen": "vanochtend", "zomervak": "zomervakantie", "kerstvak": "kerstvakantie", "meivak": "meivakantie",
    "herfstvak": "herfstvakantie", "voorjaarsvak": "voorjaarsvakantie",
    "kalenderjaar": "jaar", "kalenderweek": "week",
    "eidn": "eind", "eidne": "einde", "elek": "elke", "wkee": "week", "ove": "over", "ovr": "over", "vor": "voor",
    "voro": "voor", "hafl": "half", "juin": "juni", "juil": "juli",
    "vandenavond": "vanavond", "vandeweek": "deze week", "toekomende": "komende", "toekomend": "komend",
    "ovrmrgn": "overmorgen", "tm": "t/m", "tem": "t/m", "iedre": "iedere", "ied": "iedere",
}  # fmt: skip


# The parts of a day as they are said in Flanders, by themselves and glued to a day.
SHORTHAND |= {
    f"{day}{said}": f"{day}{part}"
    for day in ("", "gister", "morgen", *DAY_NAMES)
    for said, part in (("namiddag", "middag"), ("voormiddag", "ochtend"))
}


def any_of(words: Iterable[str]) -> str:
    """Return a group that matches one of ``words``, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


FULL_DAY = any_of(DAY_NAMES)
FULL_MONTH = any_of(MONTH_NAMES)
ORDINAL = any_of(ORDINALS)
# A number in front of a unit: figures, a word, or "een half".
AMOUNT = r"(?:een half|een halve|\d{1,3}(?:,5)?|(?!paar\b|het\b|de\b|per\b)[a-zéë]+)"
