"""Requests as they come in, and whether they are what the Bot API describes.

aiogram's method classes are the description: independent of the library that the bot is built on. Parameters and
fields that they do not know are refused; the real server passes over them, which hides mistakes.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import msgspec
from pydantic import BaseModel, ValidationError

from tests.bot_api.calls import Upload
from tests.bot_api.refusals import bad


@cache
def _classes() -> dict[str, Any]:
    import aiogram.methods

    found = (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    return {c.__api_method__.lower(): c for c in found if isinstance(getattr(c, "__api_method__", None), str)}


def prepare() -> None:
    """Load the description, which takes seconds: before the server listens, not while a request waits."""
    _classes()


def known(method: str) -> bool:
    """Tell whether the Bot API has this method, whatever its case."""
    return method.lower() in _classes()


def parameters(method: str) -> frozenset[str]:
    """Return the names of a method's parameters."""
    return frozenset(_classes()[method].model_fields)


@cache
def _texts(method: str) -> frozenset[str]:
    """Return the parameters that are text, never JSON, in a form."""
    fields = _classes()[method].model_fields.items()
    return frozenset(name for name, field in fields if _is_text(field.annotation))


def _is_text(annotation: object) -> bool:
    kinds = get_args(annotation) or (annotation,)
    return str in kinds


def from_form(method: str, form: dict[str, str]) -> dict[str, Any]:
    """Return the parameters of a form as plain values: what is not text is JSON. Raises Refusal (400)."""
    texts = _texts(method)
    return {name: value if name in texts else _decoded(name, value) for name, value in form.items()}


def _decoded(name: str, value: str) -> Any:
    if value in ("True", "False"):
        return value == "True"
    try:
        return msgspec.json.decode(value)
    except msgspec.DecodeError as error:
        raise bad(f"can't parse {name} JSON object") from error


def check(method: str, params: dict[str, Any], files: dict[str, Upload]) -> None:
    """Raise Refusal (400) where a request is not what the Bot API describes."""
    model = _classes()[method]
    try:
        asked = model.model_validate(_with_files(params, files))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise bad(f"{model.__name__}: {where}: {first['msg']}") from error
    stranger = next(unknown(asked, model.__name__), "")
    if stranger:
        raise bad(f"unknown parameter {stranger}")


def _with_files(value: Any, files: dict[str, Upload]) -> Any:
    """Return parameters with what is attached in the place of its name: some fields take nothing but a file."""
    from aiogram.types import BufferedInputFile

    if isinstance(value, dict):
        return {name: _with_files(item, files) for name, item in value.items()}
    if isinstance(value, list):
        return [_with_files(item, files) for item in value]
    if isinstance(value, str) and value.startswith("attach://"):
        upload = files.get(value.removeprefix("attach://"))
        return BufferedInputFile(upload.content, upload.name) if upload else value
    return value


def unknown(value: Any, path: str) -> Iterator[str]:
    """Yield the fields of a validated object, and of all within it, that the description does not have."""
    if isinstance(value, BaseModel):
        for name in value.model_extra or {}:
            yield f"{path}.{name}"
        for name in value.model_fields_set:
            yield from unknown(getattr(value, name, None), f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from unknown(item, f"{path}.{number}")
