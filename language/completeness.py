"""Is every wording in the catalogue? ``python -m language.completeness`` names what is not.

``--update`` rewrites the catalogues first: new ids appear with an empty translation, vanished ones go.
Each language has a file, English too, in which an id that is its own wording has no translation.
"""

import argparse
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from language.catalogue import FOLDER

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "jobs", "handlers", "documents", "storage", "language", "programme")
HEADERS = ("Language:", "Plural-Forms", "MIME-Version", "Content-T")
KEYWORDS = {"_": None, "n_": (1, 2)}


def extracted() -> Catalog:
    """Return every marked id in the rooms, sorted, without places (they change with every line)."""
    found = Catalog()
    for room in ROOMS:
        for _name, _line, id, comments, _context in extract_from_dir(
            str(ROOT / room),
            method_map=[("**.py", "python")],
            keywords=KEYWORDS,
            comment_tags=("For translators:",),
        ):
            found.add(id, auto_comments=comments)
    return found


def update(path: Path, language: str) -> None:
    """Write the catalogue file anew: today's ids, sorted, with the translations that it had."""
    old = _read(path, language)
    new = Catalog(locale=language, fuzzy=False, header_comment=f"# The wording of Aanjager: {language}.")
    for message in sorted(extracted(), key=lambda m: str(m.id)):
        if message.id:
            known = old.get(message.id) if old else None
            new.add(
                message.id,
                known.string if known and known.pluralizable == message.pluralizable else None,
                auto_comments=message.auto_comments,
            )
    with path.open("wb") as file:
        write_po(file, new, width=110, omit_header=False, sort_output=True)
    kept = re.sub(rf'^"(?!{"|".join(HEADERS)}).*\\n"\n', "", path.read_text(), flags=re.MULTILINE)
    path.write_text(kept)


def problems(path: Path, language: str) -> list[str]:
    """Name each id that has no (or a wrong) translation, and each translation that has no id."""
    there = _read(path, language)
    if there is None:
        return [f"{path.name}: is missing"]
    wanted = {str(m.id): m for m in extracted() if m.id}
    known = {str(m.id): m for m in there if m.id}
    found = [f"not in the catalogue: {id}" for id in wanted.keys() - known.keys()]
    found += [f"no longer in the code: {id}" for id in known.keys() - wanted.keys()]
    for id, message in known.items():
        found += [f"{fault}: {id}" for fault in _faults(message, language)]
    return [f"{path.name}: {line}" for line in sorted(found)]


def _faults(message: Message, language: str) -> list[str]:
    ids = message.id if isinstance(message.id, list | tuple) else (message.id,)
    strings = message.string if isinstance(message.string, list | tuple) else (message.string,)
    if language == "en" and not any(strings):
        return []
    if not all(strings):
        return ["not translated"]
    names = set(_names(ids[-1]))
    return ["other values in the translation"] if any(set(_names(s)) - names for s in strings) else []


def _names(wording: str | None) -> list[str]:
    return re.findall(r"{(\w+)", wording or "")


def _read(path: Path, language: str) -> Catalog | None:
    if not path.exists():
        return None
    with path.open("rb") as file:
        return read_po(file, locale=language)


def main() -> int:
    """Check (and with ``--update`` first rewrite) the catalogues; status 1 when something is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true")
    wanted = parser.parse_args()
    found: list[str] = []
    for language in ("nl", "en"):
        path = FOLDER / f"{language}.po"
        if wanted.update:
            path.parent.mkdir(exist_ok=True)
            update(path, language)
        found += problems(path, language)
    sys.stdout.write("".join(line + "\n" for line in found))
    sys.stdout.write(f"catalogue: {'complete' if not found else f'{len(found)} to mend'}\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
