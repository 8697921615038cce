"""The distribution: our names are ours alone, and what is no code comes along too."""

import re
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
OURS = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
LOCKS = sorted((ROOT / "locks").glob("*.txt"))


def locked(lock: Path) -> list[str]:
    """Return the distributions of a lock file."""
    return re.findall(r"^([A-Za-z0-9._-]+)==", lock.read_text("utf-8"), re.MULTILINE)


def top_level(name: str) -> set[str]:
    """Return the top-level names that an installed distribution brings; none where it is not for this machine."""
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return set()
    return {
        Path(file.parts[0]).stem
        for file in files
        if file.suffix == ".py" and not file.parts[0].startswith("..")
    }


def test_no_locked_distribution_owns_one_of_our_top_level_names() -> None:
    every = {name for lock in LOCKS for name in locked(lock)}
    owners = {name: top_level(name) & {*OURS, "tests"} for name in every}
    assert {name: taken for name, taken in owners.items() if taken} == {}
    assert sum(bool(top_level(name)) for name in every) > 20


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_distribution_is_pinned_with_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    pins = re.findall(
        r"^[A-Za-z0-9._-]+==[^\n]*\n(?:    --hash=sha256:[0-9a-f]{64}[ \\]*\n)+", text, re.MULTILINE
    )
    assert len(pins) == len(locked(lock)) > 0
    assert "://" not in text
    assert "--index" not in text


def test_the_build_back_end_is_locked() -> None:
    assert {"hatchling", "editables"} <= set(locked(ROOT / "locks/run.txt"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build the wheel and return what is in it."""
    (built,) = WheelBuilder(str(ROOT)).build(
        directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"]
    )
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def test_everything_in_our_packages_is_in_the_wheel(wheel: set[str]) -> None:
    wanted = {
        str(path.relative_to(ROOT))
        for package in OURS
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix not in {".mo", ".pyc"}
    }
    assert sorted(wanted - wheel) == []
    assert [
        kind for kind in (".html", ".js", ".css", ".po", ".otf") if not any(kind in name for name in wheel)
    ] == []


def test_nothing_else_is_in_the_wheel(wheel: set[str]) -> None:
    assert {name.split("/")[0] for name in wheel if ".dist-info/" not in name} == set(OURS)
    assert any(name.endswith("LICENSE") for name in wheel)


def test_it_can_not_be_uploaded_by_accident() -> None:
    assert "Private :: Do Not Upload" in PROJECT["project"]["classifiers"]
