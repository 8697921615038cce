"""Pictures and papers as files in the data folder, named by a random key; the database knows the rest."""

import os
import re
import secrets
from pathlib import Path

SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf", "text/calendar": ".ics"}


class FileStore:
    """Keeps and gives back bytes by key (``[0-9a-f]{32}`` and a suffix)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes, type: str) -> str:
        """Keep ``data`` durably and return its key."""
        key = secrets.token_hex(16) + SUFFIXES.get(type, ".bin")
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f"{key}.part"
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._folder / key)
        return key

    def path(self, key: str) -> Path | None:
        """Return where the file with this key stands, or None when there is none."""
        path = self._folder / key
        return path if re.fullmatch(r"[0-9a-f]{32}\.\w{3}", key) and path.is_file() else None

    def drop(self, key: str) -> None:
        """Delete the file with this key, if it is there."""
        path = self.path(key)
        if path:
            path.unlink(missing_ok=True)
