"""What is no photo to be kept is refused by its content, before it costs anything, with what to do instead."""

import struct
import warnings
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from documents.photos import PhotoError, clean_photo
from language.catalogue import catalogue
from tests.taken_photos import encoded, opened, scene, told


def bare_png(width: int, height: int) -> bytes:
    """A few bytes that claim to be a picture of this size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def bare_jpeg(width: int, height: int) -> bytes:
    whole = encoded(Image.new("RGB", (8, 8)), "JPEG")
    at = whole.index(b"\xff\xc0") + 5
    return whole[:at] + struct.pack(">HH", height, width) + whole[at + 4 :]


@pytest.mark.parametrize(
    "data",
    [
        bare_png(4_001, 4_000),
        bare_png(10_000, 10_000),
        bare_png(100_000, 100_000),
        bare_png(2**31 - 1, 2**31 - 1),
        bare_jpeg(8_001, 8_000),
        bare_jpeg(65_500, 65_500),
    ],
    ids=["png 16M", "png 100M", "png 10G", "png most", "jpeg 64M", "jpeg most"],
)
def test_too_many_pixels_are_refused_before_any_is_decoded(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def decoded(*_args: object) -> None:
        pytest.fail("it was decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", decoded)
    with pytest.raises(PhotoError, match="million pixels"):
        clean_photo(data)


def test_a_jpeg_of_very_many_scans_is_refused() -> None:
    whole = encoded(scene(), "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    assert clean_photo(whole)
    with pytest.raises(PhotoError):
        clean_photo(whole[:-2] + whole[last:-2] * 40 + whole[-2:])


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_half_a_picture_is_refused(format: str, part: float) -> None:
    whole = encoded(scene(200, 200), format)
    with pytest.raises(PhotoError) as refused:
        clean_photo(whole[: int(len(whole) * part)])
    assert "opnieuw" in catalogue("nl").render(refused.value.next)


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"avif"])
def test_a_picture_of_some_phones_is_refused_with_what_to_do(brand: bytes) -> None:
    with pytest.raises(PhotoError, match="HEIC") as refused:
        clean_photo(b"\x00\x00\x00\x18ftyp" + brand + bytes(200))
    assert "schermafbeelding" in catalogue("nl").render(refused.value.next)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Hallo, dit is een verslag.",
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"PK\x03\x04" + bytes(99),
        b"\x00\x00\x00\x18ftypmp42" + bytes(99),
        b"BM" + bytes(99),
    ],
    ids=["nothing", "text named .jpg", "pdf", "svg", "zip", "film", "bmp"],
)
def test_what_is_no_picture_is_refused_whatever_its_name(data: bytes) -> None:
    with pytest.raises(PhotoError, match="do not recognise"):
        clean_photo(data)


def test_a_file_over_20_mb_is_refused_unread() -> None:
    with pytest.raises(PhotoError, match="20 MB"):
        clean_photo(b"\xff\xd8\xff" + bytes(20 * 1024 * 1024))


def damaged(whole: bytes) -> Callable[[list[tuple[int, int]]], bytes]:
    def flip(places: list[tuple[int, int]]) -> bytes:
        data = bytearray(whole)
        for place, value in places:
            data[place % len(data)] = value
        return bytes(data)

    return flip


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF"])
def test_damage_anywhere_gives_a_photo_or_a_refusal(format: str) -> None:
    flip = damaged(encoded(scene(), format, **({} if format == "GIF" else {"exif": told()})))

    @settings(deadline=None)
    @given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=8))
    def check(places: list[tuple[int, int]]) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # as in a running bot: Pillow warns of odd metadata and reads on
            try:
                assert max(opened(clean_photo(flip(places))).size) <= 4096
            except PhotoError as refusal:
                assert refusal.next.id

    check()
