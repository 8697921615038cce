"""Buttons under a message: what Telegram takes, and what it refuses."""

from collections.abc import Iterator
from typing import Any

from tests.bot_api.markup import checked_link
from tests.bot_api.refusals import bad

MOST_BUTTONS = 100
MOST_DATA = 64
ACTIONS = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
)


def checked(markup: Any, *, inline: bool = False) -> dict[str, Any] | None:
    """Return the inline keyboard of a request as it will be shown, None where it has none.

    Other reply markups (a keyboard, its removal, a forced reply) are taken, and returned only where not ``inline``.
    """
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" not in markup:
        return None if inline else markup
    rows = [[_button(button) for button in row] for row in markup["inline_keyboard"]]
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    kept = [row for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def buttons(markup: dict[str, Any] | None) -> Iterator[dict[str, Any]]:
    """Yield the buttons of an inline keyboard, row by row."""
    for row in (markup or {}).get("inline_keyboard", ()):
        yield from row


def _button(button: dict[str, Any]) -> dict[str, Any]:
    text = str(button.get("text", ""))
    if not text.strip():
        raise bad("inline keyboard button text must be non-empty")
    action = next((name for name in ACTIONS if button.get(name) not in (None, "")), "")
    if not action:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if action == "url":
        return {"text": text, "url": _url(str(button["url"]))}
    if action == "callback_data" and len(str(button["callback_data"]).encode()) > MOST_DATA:
        raise bad("BUTTON_DATA_INVALID")
    return {"text": text, action: button[action]}


def _url(url: str) -> str:
    if link := checked_link(url):
        return link
    other = "://" in url and not url.lower().startswith("http")
    why = "Unsupported URL protocol" if other else "Wrong HTTP URL"
    raise bad(f"inline keyboard button URL '{url}' is invalid: {why}")
