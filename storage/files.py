"""Pictures and papers as files in the data folder, named by a random key; the database knows the rest."""

import os
import re
import secrets
from collections.abc import Container
from pathlib import Path

KEY = r"[0-9a-f]{32}\.\w{3}"
SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf", "text/calendar": ".ics"}
TYPES = {suffix: type for type, suffix in SUFFIXES.items()}


def kind(key: str) -> str:
    """Return the media type of what is kept under a key."""
    return TYPES.get(Path(key).suffix, "application/octet-stream")


class FileStore:
    """Keeps and gives back bytes by key (``[0-9a-f]{32}`` and a suffix)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes, type: str) -> str:
        """Keep ``data`` durably and return its key."""
        key = secrets.token_hex(16) + SUFFIXES.get(type, ".bin")
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = self._folder / f"{key}.part"
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._folder / key)
        return key

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key, or None where nothing is: it may be deleted at any moment."""
        try:
            return (self._folder / key).read_bytes() if re.fullmatch(KEY, key) else None
        except FileNotFoundError:
            return None

    def drop(self, key: str) -> None:
        """Delete the file with this key, if it is there."""
        if re.fullmatch(KEY, key):
            (self._folder / key).unlink(missing_ok=True)

    def keep_only(self, keys: Container[str]) -> int:
        """Delete every file that has a key but none of these, written in part or whole; return how many."""
        ours = (path for path in self._folder.glob("*") if re.fullmatch(rf"{KEY}(\.part)?", path.name))
        lost = [path for path in ours if path.name not in keys and path.is_file()]
        for path in lost:
            path.unlink(missing_ok=True)
        return len(lost)
