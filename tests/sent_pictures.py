"""Pictures as a chat page sends them."""

import io

import httpx
from PIL import Image

from tests.served import Page


def picture(size: tuple[int, int] = (60, 40), type: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 90).save(out, type)
    return out.getvalue()


def send(
    page: Page, *files: tuple[str, bytes, str], person: str = "docent", text: str = ""
) -> httpx.Response:
    chat = page.private("docent")
    form = [("file", file) for file in files]
    return page.http.post(f"/api/chats/{chat}/messages", data={"as": person, "text": text}, files=form)
