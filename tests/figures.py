"""What the bench's files share: a row of its table, and how much memory a process holds."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One row of the table; ``promised`` is what the project set itself, where it set something."""

    what: str
    measured: str
    promised: str = ""


def resident(process: int, which: str = "VmRSS") -> float:
    """Return how much memory a process holds, in megabytes; ``VmHWM``: the most that it ever held."""
    status = Path(f"/proc/{process}/status").read_text()
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith(which))
    return int(kilobytes) / 1000
