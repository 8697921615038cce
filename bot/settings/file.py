"""Reads the settings and names every mistake in them at once: where it stands, what is allowed, what to do."""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from bot.settings import PREFIX, SECRETS, OfRegion, Settings
from bot.settings.toml_lines import Key, TomlText, holds
from bot.settings.values import Allowed
from programme.errors import AanjagerError
from programme.text import Phrase, Text, _, lines, n_

DEFAULT = "settings.toml"
NAMED_BY = PREFIX + "SETTINGS"
BARE = re.compile(r"[A-Za-z0-9_-]+")
OUR_VARIABLES = frozenset({NAMED_BY})


class SettingsWrong(AanjagerError):
    """The settings hold mistakes; ``mistakes`` has a text for each."""

    def __init__(self, mistakes: tuple[Text, ...]) -> None:
        self.mistakes = mistakes
        super().__init__(
            n_(
                "There is a mistake in the settings:{mistakes}",
                "There are {n} mistakes in the settings:{mistakes}",
                len(mistakes),
                mistakes=lines("", *mistakes),
            ),
            _("Mend this and try again. docs/settings.md explains every setting."),
        )


def read_settings(environ: Mapping[str, str], file: Path | None = None) -> Settings:
    """Return the settings; ``SettingsWrong`` names every mistake.

    ``file`` must be there when it is named (here or in ``AANJAGER_SETTINGS``); ``settings.toml`` need not be.
    """
    named = file or (Path(environ[NAMED_BY]) if environ.get(NAMED_BY) else None)
    read = _read(named or Path(DEFAULT), needed=named is not None)
    variables = _variables(environ)
    mistakes = list(_secrets_in(read))
    settings = None
    try:
        settings = Settings(**_laid_over(_lower_regions(read.values), _nested(variables)))
    except ValidationError as error:
        mistakes += [_mistake(each["loc"], each, read, variables) for each in error.errors()]
    mistakes = [*_in_order(mistakes), *_broken(read)]
    if settings is None or mistakes:
        raise SettingsWrong(tuple(mistakes))
    return settings


def _in_order(mistakes: list[Phrase]) -> list[Phrase]:
    """Return each mistake once (a list with two wrong items is one), by line, then those of the environment."""
    once = [each for place, each in enumerate(mistakes) if each not in mistakes[:place]]
    return sorted(once, key=lambda each: int(str(_place(each).values.get("line", sys.maxsize))))


def _place(mistake: Phrase) -> Phrase:
    where = mistake.values.get("where")
    return where if isinstance(where, Phrase) else mistake


def _read(path: Path, *, needed: bool) -> TomlText:
    if not path.exists() and not needed:
        return TomlText(path.name, "")
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsWrong(
            (_("{file} cannot be read: it must be a text file that is there.", file=str(path)),)
        ) from error
    return TomlText(path.name, text)


def _broken(read: TomlText) -> Iterator[Phrase]:
    if read.broken is not None:
        yield _(
            "{file}, line {line}: from here on it cannot be read. Text stands in quotes, a list between [ and ], "
            "and each name is set once; nothing below this line was looked at.",
            file=read.name,
            line=read.broken,
        )


def _secrets_in(read: TomlText) -> Iterator[Phrase]:
    for key in sorted(SECRETS):
        if holds(read.values, key):
            yield _(
                "{file}, line {line}: {key} is a secret and does not belong in this file. Set {variable} in the "
                "environment, or name a file that holds it in {key}_file.",
                file=read.name,
                line=read.line(key),
                key=".".join(key),
                variable=_variable(key),
            )


def _variables(environ: Mapping[str, str]) -> dict[Key, str]:
    """Return what the environment sets, by key: AANJAGER_PAGE__PORT is page.port."""
    return {
        tuple(name.removeprefix(PREFIX).lower().split("__")): value
        for name, value in environ.items()
        if name.startswith(PREFIX) and name not in OUR_VARIABLES
    }


def _nested(variables: Mapping[Key, str]) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for key, value in variables.items():
        place = nested
        for table in key[:-1]:
            place = place.setdefault(table, {})
            if not isinstance(place, dict):
                break
        else:
            place[key[-1]] = value if key in SECRETS else _typed(value)
    return nested


def _typed(value: str) -> object:
    """Return a value as it would be in the file, where it can be read so; otherwise the text itself."""
    try:
        return tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        return value


def _lower_regions(values: Mapping[str, Any]) -> dict[str, Any]:
    """Region codes in lower case: an environment's names know no other."""
    regions = values.get("regions")
    if not isinstance(regions, dict):
        return dict(values)
    return {**values, "regions": {code.casefold(): own for code, own in regions.items()}}


def _laid_over(common: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    laid = dict(common)
    for key, value in own.items():
        below = laid.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        laid[key] = _laid_over(below, value) if both else value  # type: ignore[arg-type]
    return laid


def _mistake(loc: tuple[int | str, ...], error: Any, read: TomlText, variables: Mapping[Key, str]) -> Phrase:
    """Name a mistake in our own words: of the library's error only its place and its kind are used."""
    key = tuple(str(part) for part in loc)
    where = _where(key, read, variables)
    name = _name(key)
    if error["type"] == "extra_forbidden":
        return _unknown(key, where)
    field = _field(key)
    allowed = _allowed(field)
    if allowed is None or error["type"] == "dict_type":
        return _(
            "{where}: {key} is a table. Write [{key}] on a line of its own, and its keys below it.",
            where=where,
            key=name,
        )
    return _(
        "{where}: {key} must be {allowed}. For example: {example}",
        where=where,
        key=name,
        allowed=allowed.values,
        example=f"{_quoted(key[-1])} = {allowed.example}",
    )


def _unknown(key: Key, where: Phrase) -> Phrase:
    known = sorted(_known(key[:-1]))
    near = get_close_matches(key[-1].lower(), known, n=1)
    if near:
        return _(
            "{where}: there is no setting {key}. Did you mean {near}?",
            where=where,
            key=_name(key),
            near=near[0],
        )
    return _(
        "{where}: there is no setting {key}. Here can stand: {known}.",
        where=where,
        key=_name(key),
        known=", ".join(known),
    )


def _where(key: Key, read: TomlText, variables: Mapping[Key, str]) -> Phrase:
    variable = next((name for name in variables if name[: len(key)] == key), None)
    if variable is not None:
        return _("variable {variable}", variable=_variable(variable))
    return _("{file}, line {line}", file=read.name, line=read.line(key))


def _name(key: Key) -> str:
    """Return a key as it is written in the file; the code of a region is in capitals."""
    region = key[:1] == ("regions",)
    return ".".join(part.upper() if region and place == 1 else part for place, part in enumerate(key))


def _quoted(name: str) -> str:
    return name if BARE.fullmatch(name) else f'"{name}"'


def _variable(key: Key) -> str:
    return PREFIX + "__".join(key).upper()


def _table(key: Key) -> type[BaseModel] | None:
    """Return the model of a table of the file, or None when the key is none."""
    if key[:1] == ("regions",):
        if len(key) == 1:
            return None
        model: type[BaseModel] = OfRegion
        key = key[2:]
    else:
        model = Settings
    for part in key:
        field = model.model_fields.get(part)
        if field is None or not _is_model(field.annotation):
            return None
        model = field.annotation  # type: ignore[assignment]
    return model


def _is_model(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _known(table: Key) -> frozenset[str]:
    model = _table(table)
    return frozenset(model.model_fields) if model else frozenset()


def _field(key: Key) -> FieldInfo | None:
    """Return the field of a key; what lies inside a value (an item of a list) belongs to the value."""
    for length in range(len(key), 0, -1):
        model = _table(key[: length - 1])
        if model and key[length - 1] in model.model_fields:
            return model.model_fields[key[length - 1]]
    return None


def _allowed(field: FieldInfo | None) -> Allowed | None:
    """Return what a field allows; it hangs on its type, or on a part of it where None is possible."""
    if field is None:
        return None
    parts = [*field.metadata, *(meta for part in get_args(field.annotation) for meta in get_args(part))]
    return next((each for each in parts if isinstance(each, Allowed)), None)
