"""How often the plan says that people meet: its own meetings, and the sessions that activities owe."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from language.plan.frequencies import Frequency, number, read_frequency
from programme.plan.keys import normal
from programme.plan.reading import MeetingRead, MilestoneRead, Note, SessionRead
from programme.text import _

SESSION = re.compile(
    r"\w*(?:bijeenkomst|sessie|training|workshop|café|cafe|uitwisseling|excursie|bedrijfsbezoek|gastles|"
    r"gastcollege|conferentie|symposium|studiedag|masterclass|scholingsdag|themadag|netwerkdag|open dag|"
    r"meet-?up|intervisie)\w*",
    re.IGNORECASE,
)
SEVERAL = re.compile(
    r"(?<![\d.,-])\b(?P<count>\d{1,2}|twee|drie|vier|vijf|zes|zeven|acht|tien)\s+(?:\w+\s)?(?P<name>"
    + SESSION.pattern
    + r")",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"^\W*(?:(?:organiseren|organisatie|houden|uitvoeren|verzorgen|plannen)\s+(?:van\s+)?)?(?:(?:een|de|het|één)\s+)?",
    re.IGNORECASE,
)
COMES = r"\b(?:komt|komen|vergadert|vergaderen|overlegt|overleggen)\b"
MEETS = re.compile(rf"^(?:(?:de|het|een)\s+)?(?P<name>(?:[\w()&-]+\s+){{1,5}}?){COMES}", re.IGNORECASE)
MEETS_AFTER = re.compile(
    rf"{COMES}\s+(?:de|het|een)\s+(?P<name>[\w()&-]+(?:\s+[\w()&-]+){{0,4}}?)"
    r"(?=\s+(?:bijeen|bij elkaar|samen|om|met|in|op|voor)\b|\s*[.,;:]|\s*$)",
    re.IGNORECASE,
)
TOGETHER = re.compile(r"bijeen|bij elkaar|samen|vergader|overleg", re.IGNORECASE)
REVIEWED = re.compile(
    r"(?:de|het)\s+(?P<name>[^.,:;]+?)\s+(?:wordt|worden)\b.*\b(?P<verb>geëvalueerd|besproken)\b",
    re.IGNORECASE,
)
TAKES_PLACE = re.compile(
    r"\b(?:vindt|vinden)\b.*?(?:een|de|het)?\s*\b(?P<name>[\w-]*(?:evaluatie|overleg|bijeenkomst|vergadering)\w*)\s+plaats"
    r"(?P<about>[^:.;]*)",
    re.IGNORECASE,
)
BODY = r"(?:\w*(?:groep|overleg|bestuur|commissie|vergadering|team|kring|beraad)|\w*raad(?:\s+van\s+\w+)?)"
# "Stuurgroep: 6x per jaar": who, and how often, and no more than that.
LISTED = re.compile(
    rf"^\W*(?:(?:de|het)\s+)?(?P<name>{BODY}(?:\s+(?:van|met|tussen|voor)(?:\s+[\w&-]+){{1,4}}?)?)"
    r"\s*[:(,–—-]?\s*(?:is|zijn)?\s*$",
    re.IGNORECASE,
)
REST = re.compile(r"^\W*(?:(?:bijeen|bij elkaar|overleg|vergadering)\W*)?$", re.IGNORECASE)
# "Er is 4x per jaar projectgroepoverleg": what stands behind how often is held.
HELD = re.compile(
    r"^\W*(?:is\s+er\s+|zijn\s+er\s+|houden\s+we\s+|hebben\s+we\s+)?(?:(?:een|het|de)\s+)?"
    r"(?P<name>[\w-]*(?:overleg|vergadering|beraad)(?:\s+(?:van|met|tussen)\s+[^.,;:]+)?)\W*$",
    re.IGNORECASE,
)
OF_THE_PLAN = re.compile(
    r"stuurgroep|projectgroep|regiegroep|programmagroep|klankbord|raad van advies|adviesraad|programmaraad",
    re.IGNORECASE,
)
REVIEWS = {"geëvalueerd": "Evaluatie", "besproken": "Bespreking"}
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
LONGEST_NAME = 120
LONGEST_SENTENCE = 1000


def meeting_of(name: str, frequency: str) -> MeetingRead | None:
    """Return the meeting of a row of a table of meetings, or None when it gives no number a year."""
    read = read_frequency(frequency)
    named = " ".join(name.split())
    if read is None or not read.yearly or not named:
        return None
    return MeetingRead(name=named, per_year=read.count, minimum=read.minimum)


def meetings_in(text: str) -> list[MeetingRead]:
    """Return the meetings that a text tells of: who comes together, what is evaluated or held, how often."""
    listed = [meeting for piece in _pieces(text) for meeting in _told(piece, _listed_name)]
    told = [
        meeting
        for sentence in SENTENCE.split(" ".join(text.split()))
        for meeting in _told(sentence, _meeting_name)
    ]
    return list({meeting.name.casefold(): meeting for meeting in (*told, *listed)}.values())


def of_the_plan(meeting: MeetingRead) -> bool:
    """Return whether a meeting is of the whole plan by its name, wherever it is told of."""
    return bool(OF_THE_PLAN.search(meeting.name))


def _pieces(text: str) -> Iterator[str]:
    """Yield the lines of a list, and the parts between commas where each says how often."""
    for line in re.split(r"[;\n]+", text):
        parts = line.split(", ") if len(line) <= LONGEST_SENTENCE else []
        yield from parts if all(map(read_frequency, parts)) else (line,)


def _told(text: str, named: Callable[[str, Frequency], str]) -> Iterator[MeetingRead]:
    frequency = read_frequency(text) if len(text) <= LONGEST_SENTENCE else None
    name = named(text, frequency) if frequency and frequency.yearly else ""
    if frequency and name:
        yield MeetingRead(name=name, per_year=frequency.count, minimum=frequency.minimum)


def _listed_name(text: str, frequency: Frequency) -> str:
    match = LISTED.match(frequency.before) if REST.match(frequency.after) else None
    return _capital(match["name"]) if match else ""


def _meeting_name(sentence: str, frequency: Frequency) -> str:
    if TOGETHER.search(sentence):
        for match in (MEETS.match(sentence), MEETS_AFTER.search(sentence)):
            if match and read_frequency(match["name"]) is None:
                return _capital(match["name"])
    if match := REVIEWED.search(sentence):
        return f"{REVIEWS[match['verb'].casefold()]} {match['name']}"
    if match := TAKES_PLACE.search(sentence):
        return _capital(f"{match['name']} {match['about']}")
    match = HELD.match(frequency.after)
    return _capital(match["name"]) if match else ""


def _capital(text: str) -> str:
    plain = " ".join(text.split()).strip(" ,")
    return plain[:1].upper() + plain[1:]


def sessions_of(milestones: Iterable[MilestoneRead]) -> tuple[list[SessionRead], list[Note]]:
    """Return the sessions that milestones owe, each once an activity, with what is doubted about them."""
    found: dict[tuple[int, str], SessionRead] = {}
    doubts: list[Note] = []
    for milestone in milestones:
        for line in dict.fromkeys((*milestone.what, *milestone.how)):
            name, count, notes = _session(milestone, line)
            doubts += notes
            if name:
                _merge(
                    found,
                    SessionRead(
                        activity=milestone.activity, name=name, per_year=count, milestones=(milestone.key,)
                    ),
                )
    return list(found.values()), doubts


def _merge(found: dict[tuple[int, str], SessionRead], session: SessionRead) -> None:
    key = session.activity, normal(session.name)
    before = found.get(key)
    if before:
        session = SessionRead(
            activity=before.activity,
            name=before.name,
            per_year=max(before.per_year, session.per_year),
            milestones=tuple(dict.fromkeys(before.milestones + session.milestones)),
        )
    found[key] = session


def _session(milestone: MilestoneRead, line: str) -> tuple[str, int, Sequence[Note]]:
    frequency = read_frequency(line)
    if frequency is None:
        match = SEVERAL.search(line)
        if match is None:
            return "", 0, ()
        frequency = Frequency(count=number(match["count"]), yearly=False, after=line[match.start("name") :])
    name = _session_name(milestone, frequency)
    if not name:
        return "", 0, ()
    count, notes = _yearly(milestone, frequency)
    if frequency.typo:
        notes.append(
            Note(place=milestone.place, says=_("“{line}” is read as {count} times.", line=line, count=count))
        )
    return name, count, notes


def _session_name(milestone: MilestoneRead, frequency: Frequency) -> str:
    """Name it by what follows the number, else by what stands before it, else by the milestone."""
    for text in (frequency.after, frequency.before):
        if SESSION.search(text):
            return _capital(LEADING.sub("", text).strip(" ()-–—:,.;"))[:LONGEST_NAME]
    return milestone.title if frequency.yearly or SESSION.search(milestone.title) else ""


def _yearly(milestone: MilestoneRead, frequency: Frequency) -> tuple[int, list[Note]]:
    """A number without "a year" counts for the milestone's period, spread over its years."""
    if frequency.yearly:
        return frequency.count, []
    if milestone.start is None or milestone.due is None:
        return frequency.count, [
            Note(place=milestone.place, says=_("A number of sessions without a period; read as every year."))
        ]
    years = round((milestone.due - milestone.start).days / 365.25) or 1
    if years == 1:
        return frequency.count, []
    per_year = max(1, round(frequency.count / years))
    says = _(
        "{count} sessions in {years} years are read as {per_year} a year.",
        count=frequency.count,
        years=years,
        per_year=per_year,
    )
    return per_year, [Note(place=milestone.place, says=says)]
