"""Pictures that people send, made safe to keep: known by their bytes, and only their pixels remain.

A photo from a phone says where and when it was taken and by which phone, and may hide a second picture or a
billion pixels. Its type, size and dimensions are therefore checked before anything is decoded; then it is
turned upright, scaled down and written anew, so that no metadata can come along.
"""

import io
import struct
import zlib
from dataclasses import dataclass

from PIL import Image, ImageOps

from programme.errors import AanjagerError
from programme.text import Phrase, _

BYTES_AT_MOST = 20 * 1024 * 1024
SIDE_AT_MOST = 4096
# A JPEG is decoded at half its size or less, if it stays as large as this: so a phone's photo takes a quarter of
# the memory, and stays larger than any screen it is looked at on.
SIDE_ENOUGH = 1600
SCANS_AT_MOST = 40  # a progressive JPEG has about ten; each scan costs as much time as decoding it whole
QUALITY = 85
LINE_ART_COLOURS = 128

# Pixels at most, by format. A JPEG may have many: it can be decoded at a half or a quarter of its size, the
# others only whole, at four bytes a pixel (64 MB).
PIXELS_AT_MOST = {"JPEG": 64_000_000, "PNG": 16_000_000, "WEBP": 16_000_000, "GIF": 16_000_000}
MILLION = 1_000_000

# Formats of the ISO base media family that hold one picture; the four bytes are the brand after "ftyp".
HEIF_BRANDS = (
    b"heic",
    b"heix",
    b"heim",
    b"heis",
    b"hevc",
    b"hevx",
    b"heif",
    b"mif1",
    b"msf1",
    b"avif",
    b"avis",
)

# What Pillow raises on damaged data, depending on where in a file the damage is.
DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    EOFError,
    struct.error,
    zlib.error,
)


class PhotoError(AanjagerError):
    """A picture that cannot be taken; says what to do instead."""


@dataclass(frozen=True, kw_only=True)
class Photo:
    """A picture that is safe to keep and to show: upright, without metadata, at most 4,096 pixels a side."""

    data: bytes
    type: str  # "image/jpeg" or "image/png"
    width: int
    height: int


def clean_photo(data: bytes) -> Photo:
    """Make a picture that somebody sent safe to keep.

    Takes JPEG, PNG, WebP and GIF, of an animation the first picture. Line art stays PNG, all else becomes
    JPEG; what was transparent is white.

    Raises:
        PhotoError: too large a file, not a picture, HEIC or AVIF, too many pixels, or damaged.
    """
    format = _format(data)
    image = _opened(data, format)
    try:
        pixels = _upright(image)
    except DAMAGE as error:
        raise _damaged() from error
    return _written(pixels, photographed=format == "JPEG")


def too_large() -> PhotoError:
    """Return what to raise of a picture of more than ``BYTES_AT_MOST``."""
    most = BYTES_AT_MOST // (1024 * 1024)
    return PhotoError(_("This picture is larger than {most} MB.", most=most), _as_photo())


def _format(data: bytes) -> str:
    if len(data) > BYTES_AT_MOST:
        raise too_large()
    if data[4:8] == b"ftyp" and data[8:12] in HEIF_BRANDS:
        raise PhotoError(_("I cannot open this kind of picture (HEIC or AVIF)."), _as_photo())
    for start, name in ((b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"GIF8", "GIF")):
        if data.startswith(start):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    raise PhotoError(
        _("I do not recognise a picture in this file."), _("Send a photo, or a JPEG, PNG, WebP or GIF file.")
    )


def _opened(data: bytes, format: str) -> Image.Image:
    """Read the header only, and refuse too many pixels before any is decoded."""
    try:
        image = Image.open(io.BytesIO(data), formats=[format])
    except (
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:  # Pillow's own, later limit
        raise _too_many_pixels(format) from error
    except DAMAGE as error:
        raise _damaged() from error
    if image.width * image.height > PIXELS_AT_MOST[format]:
        raise _too_many_pixels(format)
    if format == "JPEG" and data.count(b"\xff\xda") > SCANS_AT_MOST:
        raise _damaged()
    return image


def _upright(image: Image.Image) -> Image.Image:
    """Decode at a size near the one that is wanted, turn as the camera was held, and scale down."""
    times = max(1, max(image.size) // SIDE_ENOUGH)
    image.draft(None, (max(1, image.width // times), max(1, image.height // times)))
    image.load()
    ImageOps.exif_transpose(image, in_place=True)
    pixels = _on_white(_smooth(image))
    pixels.thumbnail((SIDE_AT_MOST, SIDE_AT_MOST), Image.Resampling.LANCZOS)
    return pixels


def _smooth(image: Image.Image) -> Image.Image:
    """Return an image of eight bits a channel, without a palette, so that its pixels can be mixed."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")
    if image.mode in ("1", "P", "PA"):
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image


def _on_white(image: Image.Image) -> Image.Image:
    """Return a new image that has nothing but the pixels, in RGB, on white where they were transparent."""
    pixels = Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        shown = image if image.mode == "RGBA" else image.convert("RGBA")
        pixels.paste(shown, mask=shown)
    else:
        pixels.paste(image if image.mode == "RGB" else image.convert("RGB"))
    return pixels


def _written(pixels: Image.Image, *, photographed: bool) -> Photo:
    out = io.BytesIO()
    if not photographed and pixels.getcolors(LINE_ART_COLOURS):
        media = "image/png"
        pixels.save(out, "PNG", optimize=True)
    else:
        media = "image/jpeg"
        pixels.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Photo(data=out.getvalue(), type=media, width=pixels.width, height=pixels.height)


def _as_photo() -> Phrase:
    return _("Send it as a photo instead of as a file, or send a screenshot of it.")


def _damaged() -> PhotoError:
    return PhotoError(_("This picture did not arrive whole."), _("Send it again, or take another one."))


def _too_many_pixels(format: str) -> PhotoError:
    most = PIXELS_AT_MOST[format] // MILLION
    return PhotoError(_("This picture has more than {most} million pixels.", most=most), _as_photo())
