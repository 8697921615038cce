"""A plan as read, in the shape that ``aanjager import --json`` prints: plain lists, dates as ISO or null."""

from language.catalogue import Catalogue
from programme.plan.reading import IndicatorRead, MilestoneRead, Note, PlanReading


def to_json(reading: PlanReading, wording: Catalogue, region: str = "") -> dict[str, object]:
    """Return the plan as JSON values; ``region`` goes before the code that the document itself gives."""
    return {
        "region": region or reading.region or None,
        "activities": [{"number": a.number, "title": a.title, "line": a.line} for a in reading.activities],
        "milestones": [_milestone(milestone) for milestone in reading.milestones],
        "indicators": [_indicator(indicator) for indicator in reading.indicators],
        "meetings": [{"name": m.name, "per_year": m.per_year} for m in reading.meetings],
        "sessions": [
            {"activity": s.activity, "name": s.name, "per_year": s.per_year} for s in reading.sessions
        ],
        "skipped": [_note(note, wording) for note in reading.skipped],
        "doubts": [_note(note, wording) for note in reading.doubts],
    }


def _milestone(milestone: MilestoneRead) -> dict[str, object]:
    return {
        "activity": milestone.activity,
        "title": milestone.title,
        "when": milestone.when or None,
        "start": milestone.start.isoformat() if milestone.start else None,
        "due": milestone.due.isoformat() if milestone.due else None,
        "owner": milestone.owner or None,
        "owners": list(milestone.owners),
    }


def _indicator(indicator: IndicatorRead) -> dict[str, object]:
    return {"name": indicator.name, "baseline": indicator.baseline, "targets": list(indicator.targets)}


def _note(note: Note, wording: Catalogue) -> dict[str, str]:
    return {"place": wording.render(note.place), "says": wording.render(note.says)}
