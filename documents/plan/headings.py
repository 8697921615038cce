"""The words that plans put over their columns, and which role each of them names."""

import re
from collections.abc import Mapping
from enum import Enum


class Role(Enum):
    """What a column holds."""

    ACTIVITY = "activity"
    TITLE = "title"
    LINE = "line"
    GOAL = "goal"
    WHAT = "what"
    HOW = "how"
    WHEN = "when"
    START = "start"
    END = "end"
    WHO = "who"
    NAME = "name"
    FREQUENCY = "frequency"
    INDICATOR = "indicator"
    BASELINE = "baseline"
    OTHER = "other"


class TableKind(Enum):
    """What the rows under a heading are."""

    MILESTONES = "milestones"
    INDICATORS = "indicators"
    MEETINGS = "meetings"


HEADINGS: Mapping[Role, Mapping[str, int]] = {
    Role.WHAT: {
        "wat": 4,
        "resultaat": 3,
        "resultaten": 3,
        "mijlpaal": 3,
        "mijlpalen": 3,
        "actie": 3,
        "acties": 3,
    }
    | {"product": 3, "producten": 3, "taak": 3, "taken": 3, "oplevering": 3, "werkzaamheden": 3, "stap": 3}
    | {
        "activiteit": 3,
        "activiteiten": 3,
        "omschrijving": 2,
        "beschrijving": 2,
        "onderwerp": 2,
        "deliverable": 3,
    },
    Role.HOW: {"hoe": 4, "opmerking": 4, "opmerkingen": 4, "toelichting": 4, "aanpak": 4, "werkwijze": 4}
    | {"bijzonderheden": 4, "notitie": 4, "notities": 4, "uitwerking": 3},
    Role.WHEN: {
        "wanneer": 4,
        "planning": 4,
        "periode": 4,
        "tijdpad": 4,
        "looptijd": 4,
        "termijn": 4,
        "datum": 3,
    }
    | {
        "kwartaal": 3,
        "week": 3,
        "weeknummer": 3,
        "weeknr": 3,
        "maand": 3,
        "jaar": 3,
        "schooljaar": 3,
        "tijd": 3,
    }
    | {"tijdsplanning": 4, "moment": 3},
    Role.START: {"start": 4, "startdatum": 4, "begin": 4, "begindatum": 4, "vanaf": 4, "aanvang": 4},
    Role.END: {"deadline": 4, "einde": 4, "eind": 4, "einddatum": 4, "tot": 3, "uiterlijk": 4, "gereed": 4}
    | {"opleverdatum": 4, "klaar": 4, "afgerond": 3, "streefdatum": 4},
    Role.WHO: {"wie": 4, "eigenaar": 4, "eigenaren": 4, "verantwoordelijk": 4, "verantwoordelijke": 4}
    | {
        "verantwoordelijken": 4,
        "trekker": 4,
        "trekkers": 4,
        "uitvoerder": 4,
        "uitvoerders": 4,
        "actiehouder": 4,
    }
    | {"uitvoering": 3, "coördinator": 3, "team": 3, "teams": 3, "betrokkenen": 2, "houder": 3},
    Role.ACTIVITY: {
        "activiteit": 3,
        "activiteitnummer": 4,
        "activiteitnr": 4,
        "act": 3,
        "nr": 2,
        "nummer": 2,
    },
    Role.TITLE: {"titel": 4, "activiteitnaam": 4},
    Role.LINE: {"lijn": 4, "programmalijn": 4, "actielijn": 4, "lijnen": 4},
    Role.GOAL: {"doelstelling": 4, "doel": 3, "doelen": 3, "doelstellingen": 4},
    Role.FREQUENCY: {"frequentie": 4, "vaak": 4, "keer": 3},
    Role.NAME: {
        "overleg": 4,
        "overlegvorm": 4,
        "vergadering": 4,
        "gremium": 4,
        "overlegstructuur": 4,
        "orgaan": 3,
    }
    | {"groep": 2, "naam": 2, "bijeenkomst": 2},
    Role.INDICATOR: {
        "indicator": 4,
        "indicatoren": 4,
        "kpi": 4,
        "prestatie": 3,
        "meetpunt": 4,
        "streefcijfer": 3,
    },
    Role.BASELINE: {
        "nulmeting": 4,
        "beginwaarde": 4,
        "uitgangswaarde": 4,
        "startwaarde": 4,
        "beginsituatie": 4,
    },
    Role.OTHER: {
        "status": 5,
        "voortgang": 5,
        "budget": 5,
        "kosten": 5,
        "begroting": 5,
        "risico": 5,
        "kans": 5,
    }
    | {"impact": 5, "maatregel": 5, "uren": 5, "bedrag": 5, "euro": 5, "financiering": 5},
}
NO_MILESTONES = re.compile(r"\b(risico|kans\b|impact|begroting|kosten|budget|bedrag|financi)", re.IGNORECASE)
YEAR = re.compile(
    r"^\W*(?:(?:jaar|jr\.?|year)\s*(?P<order>\d{1,2})|(?:school|kalender)?(?:jaar)?\s*(?P<year>20\d\d)"
    r"(?:\s*[-/]\s*(?:20)?\d\d)?)\W*(?:\(.*\))?$",
    re.IGNORECASE,
)


def scores(heading: str) -> dict[Role, int]:
    """Return how strongly a heading names each role."""
    words = re.findall(r"[^\W\d_]+", heading.casefold())
    found = {role: max((marks.get(word, 0) for word in words), default=0) for role, marks in HEADINGS.items()}
    return {role: score for role, score in found.items() if score}
