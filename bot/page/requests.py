"""What a browser sends to the chat page, read into records: JSON, or a form with pictures."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.page.guard import Refusal, limited
from documents.attachments import PICTURES_AT_MOST
from documents.photos import BYTES_AT_MOST
from programme.text import _, visible

MEGABYTE = 1024 * 1024
JSON_AT_MOST = MEGABYTE
FORM_AT_MOST = BYTES_AT_MOST + MEGABYTE  # what stands around the picture, and a text
LONGEST = 20_000
LONGEST_NAME = 80


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A file that somebody sent: the name and media type that their device gave it, and its bytes."""

    name: str
    type: str
    data: bytes


@dataclass(frozen=True, kw_only=True)
class Said:
    """What somebody said: a text, a press (the key of a button), files, or a text with files."""

    account: str
    text: str = ""
    button: str = ""
    files: tuple[Sent, ...] = ()


async def read_said(request: Request) -> Said:
    """Read a message.

    Raises:
        Refusal: too large or too long, not understood, or nothing said at all.
    """
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        said = await _read_form(request)
    else:
        fields = await read_json(request)
        account, text, button = (text_of(fields, name) for name in ("as", "text", "button"))
        said = Said(account=account, text=text, button=button)
    if said.text and said.button:
        raise Refusal(422, _("Type something or press a button, not both at once."))
    if len(said.text) > LONGEST:
        raise Refusal(413, _("That message is too long. Split it into shorter ones."))
    if not (said.text.strip() or said.button or said.files):
        raise Refusal(422, _("There is nothing in this message. Type something, or choose a picture."))
    return said


async def read_json(request: Request) -> Mapping[str, Any]:
    """Read a JSON object; an empty body is an empty one.

    Raises:
        Refusal: too large, or something else.
    """
    small = limited(request, JSON_AT_MOST, _("That message is too long. Split it into shorter ones."))
    try:
        said = json.loads(await small.body() or b"{}")
    except (ValueError, RecursionError) as error:
        raise Refusal(422, _("The body must be JSON.")) from error
    if not isinstance(said, dict):
        raise Refusal(422, _("The body must be a JSON object."))
    return said


async def _read_form(request: Request) -> Said:
    most = BYTES_AT_MOST // MEGABYTE
    too_large = (
        _("That is more than {most} MB together.", most=most),
        _("Send fewer or smaller pictures at once."),
    )
    small = limited(request, FORM_AT_MOST, *too_large)
    try:
        async with small.form(max_files=PICTURES_AT_MOST, max_fields=PICTURES_AT_MOST) as form:
            account, text = (_field(form, name) for name in ("as", "text"))
            files = [file for file in form.getlist("file") if isinstance(file, UploadFile)]
            return Said(account=account, text=text, files=tuple([await _sent(file) for file in files]))
    except HTTPException as error:
        most_files = _("Send at most {n} pictures at once.", n=PICTURES_AT_MOST)
        raise Refusal(422, _("I could not read that form."), most_files) from error


async def _sent(file: UploadFile) -> Sent:
    return Sent(name=file.filename or "", type=file.content_type or "", data=await file.read())


def _field(form: FormData, name: str) -> str:
    value = form.get(name)
    return visible(value) if isinstance(value, str) else ""


def text_of(fields: Mapping[str, Any], name: str) -> str:
    """Return a field of a JSON object; one that is not there is empty.

    Raises:
        Refusal: it is something else than text.
    """
    value = fields.get(name) or ""
    if not isinstance(value, str):
        raise Refusal(422, _("“{name}” must be text.", name=name))
    return visible(value)


def named(fields: Mapping[str, Any], name: str) -> str:
    """Return a field that names somebody or something, on one line; empty where nothing of it can be seen.

    Raises:
        Refusal: it is something else than text.
    """
    said = " ".join(text_of(fields, name).split())[:LONGEST_NAME]
    return said if any(sign.isprintable() and sign != " " for sign in said) else ""
