"""Photos and documents that a bot sends: uploaded, or named by the id of a file that Telegram keeps."""

import io
from typing import Any

from PIL import Image

from tests.bot_api.calls import Call, Upload
from tests.bot_api.records import File
from tests.bot_api.refusals import Refusal, bad
from tests.bot_api.world import World

MOST_PHOTO = 10 * 1024 * 1024
MOST_FILE = 50 * 1024 * 1024
SIDES = (90, 320, 800, 1280)


def media_body(world: World, call: Call, sort: str, value: object) -> dict[str, Any]:
    """Return what a message shows of a ``sort`` of media (photo or document). Raises Refusal (400, 413).

    ``value``: the id of a file, or attach://NAME of one in this request.
    """
    name = str(value or "")
    if name.startswith("attach://"):
        upload = call.files.get(name.removeprefix("attach://"))
        if upload is None or not upload.content:
            raise bad(f"there is no {sort} in the request" if upload is None else "file must be non-empty")
        return {sort: photo_sizes(world, upload) if sort == "photo" else _document(world, upload)}
    file = world.files.get(name)
    if file is None:
        raise bad(
            "wrong file identifier/HTTP URL specified" if name else f"there is no {sort} in the request"
        )
    return {sort: _sizes_again(world, file) if sort == "photo" else document_shown(file)}


def photo_sizes(world: World, upload: Upload) -> list[dict[str, Any]]:
    """Keep a photo in several sizes, as Telegram does, and return them from small to large. Raises Refusal (400)."""
    if len(upload.content) > MOST_PHOTO:
        size = len(upload.content)
        raise bad(f"file of size {size} bytes is too big for a photo; the maximum size is {MOST_PHOTO} bytes")
    try:
        with Image.open(io.BytesIO(upload.content)) as image:
            image.load()
            return _scaled(world, image, upload.content)
    except (OSError, ValueError, SyntaxError) as error:
        raise bad("IMAGE_PROCESS_FAILED") from error


def document_shown(file: File) -> dict[str, Any]:
    """Return a document as messages carry it."""
    shown = {"file_id": file.id, "file_unique_id": file.unique, "file_size": file.size}
    kept = {"file_name": file.name, "mime_type": file.mime}
    return {**shown, **{name: value for name, value in kept.items() if value}}


def size_shown(file: File, width: int, height: int) -> dict[str, Any]:
    """Return one size of a photo as messages carry it."""
    shown = {"file_id": file.id, "file_unique_id": file.unique, "file_size": file.size}
    return {**shown, "width": width, "height": height}


def _scaled(world: World, image: Image.Image, content: bytes) -> list[dict[str, Any]]:
    width, height = image.size
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    shown = []
    for side in (side for side in SIDES if side < max(width, height)):
        small = image.convert("RGB")
        small.thumbnail((side, side))
        data = io.BytesIO()
        small.save(data, "JPEG")
        kept = world.keep_file(data.getvalue(), folder="photos", name="photo.jpg")
        shown.append(size_shown(kept, *small.size))
    if max(width, height) <= SIDES[-1]:
        kept = world.keep_file(content, folder="photos", name="photo.jpg")
        return [*shown, size_shown(kept, width, height)]
    kept.sent = content
    return shown


def _document(world: World, upload: Upload) -> dict[str, Any]:
    if len(upload.content) > MOST_FILE:
        raise Refusal(413, "Request Entity Too Large")
    file = world.keep_file(upload.content, folder="documents", name=upload.name, mime=upload.mime)
    return document_shown(file)


def _sizes_again(world: World, file: File) -> list[dict[str, Any]]:
    if not file.path.startswith("photos/"):
        raise bad("wrong file identifier/HTTP URL specified")
    with Image.open(io.BytesIO(file.content)) as image:
        return [size_shown(file, *image.size)]
