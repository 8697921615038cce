"""The weekly summary as the chat page shows it, over HTTP."""

import asyncio
import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
from PIL import Image

from bot.app import page_app, serving
from bot.clock import TurnedClock
from programme.updates import Details
from storage.database import Database
from storage.files import FileStore
from tests.week_region import START, report, seed

THURSDAY = "2021-12-02T15:30:00+01:00"


async def _summaries(data: Path) -> list[tuple[dict[str, Any], bytes]]:
    """Turn the clock to Thursday; return the message in each channel, with its picture."""
    store = Database(data / "aanjager.db")
    store.write(seed).result()
    shared = Details(pupils=26, success="Het werkte meteen.")
    store.write(
        lambda tx: report(tx, "u", START + timedelta(minutes=1), shared=True, details=shared)
    ).result()
    app = page_app(store, FileStore(data / "files"), TurnedClock(START))
    async with serving(app) as (address,), httpx.AsyncClient(base_url=address, trust_env=False) as http:
        assert (await http.post("/api/clock", json={"to": THURSDAY})).status_code == 200
        state = (await http.get("/api/state")).json()
        channels = [chat["id"] for chat in state["chats"] if chat["kind"] == "channel"]
        shown = [(await http.get(f"/api/chats/{key}/messages")).json() for key in sorted(channels)]
        found = [await _with_picture(http, messages) for messages in shown]
    store.close()
    return found


async def _with_picture(
    http: httpx.AsyncClient, messages: list[dict[str, Any]]
) -> tuple[dict[str, Any], bytes]:
    (message,) = messages
    files = message["files"]
    return message, (await http.get(files[0]["url"])).content if files else b""


def test_the_channel_shows_the_picture_with_its_text_alternative(tmp_path: Path) -> None:
    title = "Regio Vechtdal"
    summaries = asyncio.run(_summaries(tmp_path))
    ((message, picture),) = [
        (m, data) for m, data in summaries if m["text"].startswith(f"De week van {title}\n")
    ]
    (file,) = message["files"]
    assert "Succes: “Het werkte meteen.”" in message["text"]
    assert file["type"] == "image/png"
    assert file["name"].startswith(
        f"{title}. Weekbericht, donderdag 2 december 2021. 1 van 6 mijlpalen gereed."
    )
    assert "1 uitkomst, 26 leerlingen" in file["name"]
    assert "\n" not in file["name"]
    assert Image.open(io.BytesIO(picture)).width == 1080
    ((silent, nothing),) = [(m, data) for m, data in summaries if m is not message]
    assert (silent["files"], nothing) == ([], b"")
