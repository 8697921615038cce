"""The texts of a request as they will be shown: parsed, trimmed, and within Telegram's limits."""

from typing import Any

from tests.bot_api.markup import Formatted, found, parsed, trimmed, units
from tests.bot_api.refusals import bad

MOST_TEXT = 4096
MOST_CAPTION = 1024
MOST_BYTES = 1 << 15


def text_body(given: dict[str, Any], too_long: str = "message is too long") -> dict[str, Any]:
    """Return ``text`` and ``entities`` of a message. Raises Refusal (400): empty, too long, or not to be parsed.

    Telegram words what is ``too_long`` otherwise for what is sent than for what is edited.
    """
    source = str(given.get("text") or "")
    if not source:
        raise bad("message text is empty")
    shown = formatted(source, given.get("parse_mode"), given.get("entities"))
    if not shown.text:
        raise bad("text must be non-empty")
    if units(shown.text) > MOST_TEXT:
        raise bad(too_long)
    return _with("text", "entities", shown)


def caption_body(given: dict[str, Any], too_long: str = "message caption is too long") -> dict[str, Any]:
    """Return ``caption`` and ``caption_entities`` of a message, nothing where it has none. Raises Refusal (400)."""
    source = str(given.get("caption") or "")
    if not source:
        return {}
    shown = formatted(source, given.get("parse_mode"), given.get("caption_entities"))
    if units(shown.text) > MOST_CAPTION:
        raise bad(too_long)
    return _with("caption", "caption_entities", shown) if shown.text else {}


def formatted(source: str, mode: object, entities: Any) -> Formatted:
    """Return what a text shows. Only the HTML mode, or none, is known here. Raises Refusal (400)."""
    if len(source.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise bad("text is too long")
    named = str(mode or "").lower()
    if named == "html":
        return trimmed(parsed(source))
    if named not in ("", "none"):
        raise bad("unsupported parse_mode")
    return trimmed(Formatted(source, tuple(entities or ())))


def _with(text: str, entities: str, shown: Formatted) -> dict[str, Any]:
    parts = sorted((*shown.entities, *found(shown.text)), key=lambda part: int(part["offset"]))
    return {text: shown.text, entities: parts} if parts else {text: shown.text}
