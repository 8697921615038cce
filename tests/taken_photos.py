"""Photos as a test takes them."""

import io
import random

from PIL import Image, ImageDraw

from documents.photos import Photo

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825
PLACE = "Achterafstraat"


def scene(width: int = 60, height: int = 40) -> Image.Image:
    """A picture like a photo: many colours, and a red upper left quarter to tell which way is up."""
    noise = random.Random(1)
    image = (
        Image.frombytes("RGB", (width, height), noise.randbytes(width * height * 3))
        .convert("L")
        .convert("RGB")
    )
    ImageDraw.Draw(image).rectangle((0, 0, width // 2, height // 2), (230, 0, 0))
    return image


def encoded(image: Image.Image, format: str, **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, format, **how)
    return out.getvalue()


def opened(photo: Photo) -> Image.Image:
    image = Image.open(io.BytesIO(photo.data))
    image.load()
    return image


def told() -> Image.Exif:
    """What a phone tells about a photo: its make, how it was held, and where."""
    exif = Image.Exif()
    exif[MAKE] = PLACE
    exif[ORIENTATION] = 1
    exif.get_ifd(GPS).update({1: "N", 2: (52.0, 1.0, 2.0), 3: "E", 4: (5.0, 50.0, 1.0)})
    return exif
