"""Files are kept under keys: nothing else is ever read, and one that is deleted is simply not there."""

from collections import deque
from pathlib import Path
from threading import Thread

import pytest

from storage.files import SUFFIXES, FileStore, kind


@pytest.mark.parametrize("type", [*SUFFIXES, "application/zip"])
def test_what_is_put_comes_back_until_it_is_dropped(tmp_path: Path, type: str) -> None:
    files = FileStore(tmp_path / "files")
    key = files.put(b"bytes", type)
    assert files.get(key) == b"bytes"
    assert kind(key) == (type if type in SUFFIXES else "application/octet-stream")
    files.drop(key)
    files.drop(key)
    assert files.get(key) is None


@pytest.mark.parametrize("key", ["", "..", "../secret.txt", "secret.txt", f"{'0' * 32}.png/../x", "0" * 32])
def test_only_a_key_leads_to_a_file(tmp_path: Path, key: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    files = FileStore(tmp_path)
    files.drop(key)
    assert files.get(key) is None
    assert (tmp_path / "secret.txt").exists()


def test_a_file_that_is_deleted_while_it_is_asked_for_is_whole_or_not_there(tmp_path: Path) -> None:
    files = FileStore(tmp_path / "files")
    keys = [files.put(b"bytes", "image/png") for _number in range(200)]
    dropping = Thread(target=lambda: deque(map(files.drop, keys), maxlen=0))
    dropping.start()
    assert {files.get(key) for key in keys} <= {b"bytes", None}
    dropping.join()
