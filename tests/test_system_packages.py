"""What the tests need beside Python: where it is missing and cannot be installed, it is named, and nothing goes on."""

import shutil
import subprocess
from pathlib import Path

from tests.served import ROOT

SCRIPT = ROOT / "tests" / "system-packages.sh"


def command(folder: Path, name: str, does: str) -> None:
    (folder / name).write_text(f"#!/bin/bash\n{does}\n")
    (folder / name).chmod(0o755)


def run(path: Path) -> "subprocess.CompletedProcess[str]":
    bash = shutil.which("bash")
    assert bash
    return subprocess.run(
        [bash, str(SCRIPT)], env={"PATH": str(path)}, capture_output=True, text=True, check=False
    )


def test_who_may_not_install_is_told_what_to_install(tmp_path: Path) -> None:
    command(tmp_path, "id", "echo 1000")
    answer = run(tmp_path)
    assert answer.returncode == 1
    assert "sudo apt-get install chromium" in answer.stderr


def test_root_on_debian_gets_what_is_missing(tmp_path: Path) -> None:
    command(tmp_path, "id", "echo 0")
    command(tmp_path, "apt-get", f'echo "$@" >> {tmp_path}/asked')
    assert run(tmp_path).returncode == 0
    asked = (tmp_path / "asked").read_text().splitlines()
    assert [line.split()[0] for line in asked] == ["update", "install"]
    assert asked[1].endswith(" chromium")


def test_where_nothing_is_missing_nothing_is_installed(tmp_path: Path) -> None:
    command(tmp_path, "chromium", "")
    assert run(tmp_path).returncode == 0
