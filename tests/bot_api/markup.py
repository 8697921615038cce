"""The HTML mode of the Bot API, strictly: what a text in it shows, and which parts of it are set apart.

Offsets and lengths are counted in UTF-16 code units, as Telegram counts; offsets in errors are bytes of UTF-8.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.refusals import bad

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
_TEXT = re.compile(r"[^<&]+")
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"\s*([^\s=>]*)\s*(=?)\s*")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)")),
    ("url", re.compile(r"https?://[^\s<>\"']+")),
)


@dataclass(frozen=True)
class Formatted:
    """A text as people see it, and the parts of it that look or act differently."""

    text: str
    entities: tuple[dict[str, Any], ...] = ()


@dataclass
class _Open:
    tag: str
    start: int
    at: int
    value: str


@dataclass
class _Reading:
    source: str
    place: int = 0
    length: int = 0
    shown: list[str] = field(default_factory=list)
    opened: list[_Open] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)

    def show(self, text: str) -> None:
        self.shown.append(text)
        self.length += units(text)

    def byte(self, place: int) -> int:
        return len(self.source[:place].encode("utf-8", "surrogatepass"))


def units(text: str) -> int:
    """Return how many UTF-16 code units a text has: Telegram's measure for every limit."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parsed(source: str) -> Formatted:
    """Return what a text in HTML mode shows. Raises Refusal (400) where Telegram cannot parse it."""
    if "<" not in source and "&" not in source:
        return Formatted(source)
    reading = _Reading(source)
    while reading.place < len(source):
        sign = source[reading.place]
        if sign == "<":
            (_end if source.startswith("</", reading.place) else _start)(reading)
        elif sign == "&":
            text, reading.place = _decoded(source, reading.place)
            reading.show(text)
        else:
            plain = _TEXT.match(source, reading.place)
            assert plain is not None
            reading.show(plain.group())
            reading.place = plain.end()
    if reading.opened:
        raise _cannot(f"Can't find end tag corresponding to start tag {reading.opened[-1].tag}")
    text = "".join(reading.shown)
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise _cannot("Text contains invalid Unicode characters after decoding HTML entities")
    return Formatted(text, tuple(sorted(reading.entities, key=lambda e: (e["offset"], -e["length"]))))


def trimmed(formatted: Formatted) -> Formatted:
    """Return the text without white space around it, as Telegram keeps it; the parts move along."""
    before = units(formatted.text) - units(formatted.text.lstrip())
    text = formatted.text.strip()
    return Formatted(text, tuple(_clipped(formatted.entities, before, units(text))))


def found(text: str) -> Iterator[dict[str, Any]]:
    """Yield the commands, mentions and links that Telegram finds in a text by itself."""
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            yield {"type": kind, "offset": units(text[: match.start()]), "length": units(match.group())}


def _clipped(entities: tuple[dict[str, Any], ...], before: int, length: int) -> Iterator[dict[str, Any]]:
    for entity in entities:
        start = max(entity["offset"] - before, 0)
        end = min(entity["offset"] - before + entity["length"], length)
        if end > start:
            yield {**entity, "offset": start, "length": end - start}


def _start(reading: _Reading) -> None:
    at, byte = reading.place, reading.byte(reading.place)
    name = _NAME.match(reading.source, at + 1)
    assert name is not None
    tag, reading.place = name.group().lower(), name.end()
    if reading.place == len(reading.source):
        raise _cannot(f"Unclosed start tag at byte offset {byte}")
    if tag not in TAGS:
        raise _cannot(f'Unsupported start tag "{tag}" at byte offset {byte}')
    values = dict(_attributes(reading, tag, byte))
    if tag == "span" and values.get("class") != "tg-spoiler":
        raise _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {byte}')
    value = values.get({"a": "href", "code": "class", "tg-emoji": "emoji-id"}.get(tag, ""), "")
    reading.opened.append(_Open(tag, reading.length, len(reading.shown), value))


def _attributes(reading: _Reading, tag: str, byte: int) -> Iterator[tuple[str, str]]:
    while True:
        while reading.source[reading.place : reading.place + 1].isspace():
            reading.place += 1
        if reading.source.startswith(">", reading.place):
            reading.place += 1
            return
        if reading.place == len(reading.source):
            raise _cannot(f"Unclosed start tag at byte offset {byte}")
        attribute = _ATTRIBUTE.match(reading.source, reading.place)
        assert attribute is not None
        if not attribute.group(1):
            raise _cannot(f'Empty attribute name in the tag "{tag}" at byte offset {byte}')
        if not attribute.group(2):
            raise _cannot(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" at byte offset {byte}'
            )
        reading.place = attribute.end()
        yield attribute.group(1), _value(reading, byte)


def _value(reading: _Reading, byte: int) -> str:
    quote = reading.source[reading.place : reading.place + 1]
    if quote not in ("'", '"') or not quote:
        token = _TOKEN.match(reading.source, reading.place)
        assert token is not None
        start, reading.place = reading.place, token.end()
        following = reading.source[reading.place : reading.place + 1]
        if not following.isspace() and following != ">":
            raise _cannot(f"Unexpected end of name token at byte offset {reading.byte(start)}")
        return token.group().lower()
    end = reading.source.find(quote, reading.place + 1)
    if end < 0 or end + 1 == len(reading.source):
        raise _cannot(f"Unclosed start tag at byte offset {byte}")
    literal, reading.place = reading.source[reading.place + 1 : end], end + 1
    return _ENTITY.sub(lambda match: _decoded(match.group(), 0)[0], literal)


def _end(reading: _Reading) -> None:
    byte = reading.byte(reading.place)
    if not reading.opened:
        raise _cannot(f"Unexpected end tag at byte offset {byte}")
    name = _NAME.match(reading.source, reading.place + 2)
    assert name is not None
    close = re.compile(r"\s*>").match(reading.source, name.end())
    if close is None:
        raise _cannot(f"Unclosed end tag at byte offset {byte}")
    tag = name.group().lower()
    opened = reading.opened.pop()
    if tag and tag != opened.tag:
        raise _cannot(
            f'Unmatched end tag at byte offset {byte}, expected "</{opened.tag}>", found "</{tag}>"'
        )
    reading.place = close.end()
    if reading.length > opened.start:
        reading.entities.extend(_entity(reading, opened))


def _entity(reading: _Reading, opened: _Open) -> Iterator[dict[str, Any]]:
    entity = {"type": TAGS[opened.tag], "offset": opened.start, "length": reading.length - opened.start}
    if opened.tag == "a":
        url = opened.value or "".join(reading.shown[opened.at :])
        if link := checked_link(url):
            yield {**entity, "url": link}
    elif opened.tag == "tg-emoji":
        if not opened.value.isdigit() or not int(opened.value):
            raise bad("Invalid custom emoji identifier specified")
        yield {**entity, "custom_emoji_id": opened.value}
    else:
        yield entity


def checked_link(url: str) -> str:
    """Return the link as Telegram writes it, or nothing where it is none: such a link is shown as plain text."""
    if re.match(r"(?i)(tg|ton|tonsite)://\S", url):
        return url
    with_scheme = url if re.match(r"(?i)[a-z][a-z0-9+.\-]*://", url) else f"http://{url}"
    match = re.fullmatch(r"(?i)(https?)://([^\s/?#]+)([/?#]\S*)?", with_scheme)
    if match is None or not re.search(r"\w\.\w|^\[", match.group(2)):
        return ""
    return f"{match.group(1).lower()}://{match.group(2).lower()}{match.group(3) or '/'}"


def _decoded(source: str, place: int) -> tuple[str, int]:
    """Return what stands for an entity at ``place`` and where it ends; what is none is an ampersand as typed."""
    match = _ENTITY.match(source, place)
    if match is None:
        return "&", place + 1
    six, ten, name = match.groups()
    if name is not None:
        text = NAMED.get(name, "")
    else:
        number = int(six, 16) if six is not None else int(ten)
        text = chr(number) if 0 < number < 0x10FFFF and len(match.group().rstrip(";")) < 10 else ""
    return (text, match.end()) if text else ("&", place + 1)


def _cannot(what: str) -> Exception:
    return bad(f"can't parse entities: {what}")
