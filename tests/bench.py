"""How fast and how large: a table beside what was promised. ``make bench`` runs it; it checks nothing, it measures.

Everything is measured as users meet it: durable commits on a real disk (WAL, synchronous=FULL), commands as processes
of their own, the demo with its page. On a machine that does other work the figures are worse than they are.
"""

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from bot.local import PLATFORM, LocalPlatform, open_private_chat
from bot.page.hub import Hub
from jobs import inbox
from jobs.delivery import DeliveryWorker
from jobs.inbox import InboxWorker
from jobs.occurrences import OccurrenceWorker
from jobs.worker import Worker, settle
from programme.records import Membership, Person, Role
from storage import database
from storage.database import Database, Transaction
from storage.files import FileStore
from storage.messages.inbox import Arrival
from storage.people import people
from tests.bench_burst import bursts
from tests.bench_language import dates, imports
from tests.bench_messages import messages
from tests.bench_people import crowded
from tests.bench_telegram import answers
from tests.figures import Figure, resident
from tests.plan_documents import word
from tests.region import REGION, START, seed
from tests.served import ROOT, served

PEOPLE = 200
ROUNDS = 10
TEXT = "Pilot robotica met 26 leerlingen, ging goed."
ACTIVITIES, PER_ACTIVITY = 12, 7
TEAMS = 18


def main() -> None:
    """Measure everything and print it."""
    table = Table("", "measured", "promised", title="Aanjager: how fast, how large")
    console = Console()
    with tempfile.TemporaryDirectory(dir=ROOT, prefix=".bench-") as folder, console.status(""):
        for figure in measured(Path(folder)):
            table.add_row(figure.what, figure.measured, figure.promised)
    console.print(table)


def measured(folder: Path) -> Iterator[Figure]:
    """Yield the figures, one after another."""
    yield from dates()
    yield from messages()
    yield from imports()
    yield from throughput(folder)
    yield from plans(folder)
    yield from starting(folder)
    yield from demo(folder)
    yield from answers(folder)
    yield from bursts(folder)
    yield from crowded(folder)


def throughput(folder: Path) -> Iterator[Figure]:
    """Messages through the whole path: kept, answered, delivered, each step durable before the next is told."""
    grouped = asyncio.run(whole_path(folder / "grouped", ROUNDS))
    whole = database.GROUP, inbox.BATCH
    database.GROUP, inbox.BATCH = 0, 1  # the rival: nothing that waits joins a commit
    try:
        singly = asyncio.run(whole_path(folder / "singly", 1))
    finally:
        database.GROUP, inbox.BATCH = whole
    yield Figure(what="messages a second, in and answered, every one durable", measured=f"{grouped:,.0f}")
    yield Figure(what="  the same, each step in a commit of its own", measured=f"{singly:,.0f}")


async def whole_path(folder: Path, rounds: int) -> float:
    """Let everybody say something ``rounds`` times, all at once; return messages a second, answers not counted."""
    store = Database(folder / "aanjager.db")
    store.write(crowd).result()
    platform = LocalPlatform(
        store, FileStore(folder / "files"), Hub(), ZoneInfo("Europe/Amsterdam"), lambda: None
    )
    workers: list[Worker] = [
        InboxWorker(store),
        OccurrenceWorker(store),
        DeliveryWorker(store, {PLATFORM: platform}),
    ]
    begun = time.perf_counter()
    for number in range(rounds):
        said = [arrival(f"p{one}", number) for one in range(PEOPLE)]
        await asyncio.gather(*(platform.say(each, (), START) for each in said))
        await settle(workers, START)
    seconds = time.perf_counter() - begun
    answered = store.read(lambda tx: tx.value("SELECT COUNT(*) FROM outbox WHERE state = 'sent'"))
    store.close()
    if answered < PEOPLE * rounds:
        raise RuntimeError(f"{PEOPLE * rounds} messages, {answered} answers: this measured something else")
    return PEOPLE * rounds / seconds


def arrival(person: str, number: int) -> Arrival:
    return Arrival(
        platform=PLATFORM, event=f"{person}-{number}", chat=f"{person}-chat", account=person, text=TEXT
    )


def crowd(tx: Transaction) -> None:
    """A region with ``PEOPLE`` teachers, each with a private chat."""
    seed(tx)
    for number in range(PEOPLE):
        membership = Membership(region=REGION.key, role=Role.TEACHER, team="t1")
        key = f"p{number}"
        people.add_person(tx, Person(key=key, name=f"Docent {number}", memberships=(membership,)), START)
        open_private_chat(tx, key, f"Docent {number}", START)
        tx.run("UPDATE chats SET key = :new WHERE person = :person", new=f"{key}-chat", person=key)


def plans(folder: Path) -> Iterator[Figure]:
    """A plan as large as a real one, imported and rehearsed by the commands themselves."""
    plan = large_plan(folder / "plan.docx")
    data = ["--region", "BENCH", "--data", str(folder / "plan")]
    count = ACTIVITIES * PER_ACTIVITY
    seconds = command("import", str(plan), *data)
    yield Figure(what=f"importing a .docx of {count} milestones", measured=f"{seconds:.2f} s", promised="3 s")
    seconds = command("rehearse", *data, "--from", "2026-01-01", "--until", "2029-12-31", "--json")
    yield Figure(
        what=f"rehearsing four years of it, {TEAMS} teams", measured=f"{seconds:.2f} s", promised="10 s"
    )


def large_plan(path: Path) -> Path:
    """Write a plan with as many activities and milestones as the largest that is known."""
    blocks: list[object] = []
    for activity in range(1, ACTIVITIES + 1):
        rows: list[Sequence[str]] = [("Wat/resultaat", "Wanneer", "Mijlpaal/hoe", "Wie")]
        for one in range(PER_ACTIVITY):
            team = (activity * PER_ACTIVITY + one) % TEAMS + 1
            rows.append(
                (
                    f"Resultaat {activity}.{one}",
                    f"{2026 + one % 4}",
                    "Verslag",
                    f"Werkgroepen {team} t/m {team + 2}",
                )
            )
        blocks += [
            (1, f"Activiteit {activity} Techniek in klas {activity}"),
            "Toelichting. " * 40,
            tuple(rows),
        ]
    return word(path, *blocks)


def command(*words: str) -> float:
    """Run a command as a process of its own; return its seconds."""
    line = [sys.executable, "-m", "bot", *words]
    begun = time.perf_counter()
    subprocess.run(line, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def starting(folder: Path) -> Iterator[Figure]:
    """How long somebody waits at the command line."""
    command("--help")
    yield Figure(what="aanjager --help", measured=f"{min(command('--help') for _ in range(3)):.2f} s")
    first = ready(folder / "demo")
    again = min(ready(folder / "demo") for _ in range(3))
    yield Figure(
        what="make demo: from typing to the page, the first time", measured=f"{first:.2f} s", promised="2 s"
    )
    yield Figure(what="  and every other time", measured=f"{again:.2f} s", promised="2 s")


def ready(data: Path) -> float:
    """Return the seconds from starting the demo until its page answers with what it shows."""
    begun = time.perf_counter()
    with served(data) as (page, _process):
        page.state()
        return time.perf_counter() - begun


def demo(folder: Path) -> Iterator[Figure]:
    """The demo's memory: at first, and at most in a report and two turned weeks with their pictures."""
    with served(folder / "memory") as (page, process):
        page.state()
        first = resident(process.pid)
        teacher = next(one["id"] for one in page.state()["people"] if one["role"] == "Docent")
        page.say(page.private(teacher), teacher, TEXT)
        begun = time.perf_counter()
        page.turn(advance="P14D").raise_for_status()
        turned = time.perf_counter() - begun
        most = resident(process.pid, "VmHWM")
    yield Figure(what="the demo's memory at first", measured=f"{first:.0f} MB", promised="150 MB")
    yield Figure(
        what="  at most, in two turned weeks with their pictures",
        measured=f"{most:.0f} MB",
        promised="150 MB",
    )
    yield Figure(what="turning the demo's clock by two weeks", measured=f"{turned:.2f} s")


if __name__ == "__main__":
    main()
