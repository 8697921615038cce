"""Photos as they come in: checked by content, drawn anew, stripped, and refused with what to do instead."""

import io
import random
import struct
import warnings
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, PngImagePlugin

from documents.photos import Photo, PhotoError, clean_photo
from language.catalogue import catalogue

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


def told() -> Image.Exif:
    """What a phone tells about a photo: its make, how it was held, and where."""
    exif = Image.Exif()
    exif[MAKE] = PLACE
    exif[ORIENTATION] = 1
    exif.get_ifd(GPS).update({1: "N", 2: (52.0, 1.0, 2.0), 3: "E", 4: (5.0, 50.0, 1.0)})
    return exif


def opened(photo: Photo) -> Image.Image:
    image = Image.open(io.BytesIO(photo.data))
    image.load()
    return image


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


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_remains(format: str) -> None:
    sent = encoded(scene(), format, exif=told(), xmp=f"<x>{PLACE}</x>".encode())
    assert Image.open(io.BytesIO(sent)).getexif().get_ifd(GPS)
    assert PLACE.encode() in sent
    photo = clean_photo(sent)
    kept = opened(photo)
    assert photo.type == "image/jpeg"
    assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert dict(kept.getexif()) == {}
    assert PLACE.encode() not in photo.data


def test_comments_texts_and_profiles_go_too() -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", PLACE)
    line_art = Image.new("RGB", (9, 9))
    sent = [
        encoded(scene(), "JPEG", comment=PLACE, icc_profile=PLACE.encode()),
        encoded(line_art, "PNG", pnginfo=texts, exif=told(), icc_profile=PLACE.encode(), dpi=(99, 99)),
        encoded(line_art, "GIF", comment=PLACE),
    ]
    for data in sent:
        photo = clean_photo(data)
        assert PLACE.encode() not in photo.data
        assert {"comment", "icc_profile", "Author", "exif", "dpi"}.isdisjoint(opened(photo).info)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("orientation", "turn"),
    [
        (1, None),
        (2, Image.Transpose.FLIP_LEFT_RIGHT),
        (3, Image.Transpose.ROTATE_180),
        (4, Image.Transpose.FLIP_TOP_BOTTOM),
        (5, Image.Transpose.TRANSPOSE),
        (6, Image.Transpose.ROTATE_90),
        (7, Image.Transpose.TRANSVERSE),
        (8, Image.Transpose.ROTATE_270),
    ],
)
def test_a_photo_is_turned_as_the_camera_was_held(
    format: str, orientation: int, turn: Image.Transpose | None
) -> None:
    exif = told()
    exif[ORIENTATION] = orientation
    held = scene().transpose(turn) if turn is not None else scene()
    photo = clean_photo(encoded(held, format, exif=exif))
    assert (photo.width, photo.height) == (60, 40)
    red, green, _blue = opened(photo).convert("RGB").getpixel((10, 10))  # type: ignore[misc]
    assert red > 180
    assert green < 80


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
@pytest.mark.parametrize(
    ("sent", "kept"),
    [((4096, 10), (4096, 10)), ((4098, 20), (4096, 20)), ((30, 9000), (14, 4096)), ((1, 9000), (1, 4096))],
)
def test_a_side_is_at_most_4096_pixels(format: str, sent: tuple[int, int], kept: tuple[int, int]) -> None:
    photo = clean_photo(encoded(scene(*sent), format))
    assert max(photo.width, photo.height) <= 4096
    assert (photo.width, photo.height) == opened(photo).size
    assert abs(photo.width - kept[0]) <= 1
    assert abs(photo.height - kept[1]) <= 1


def test_line_art_stays_sharp_and_a_photo_becomes_jpeg() -> None:
    art = Image.new("RGB", (50, 50), "white")
    ImageDraw.Draw(art).line((0, 0, 49, 49), "navy")
    kept = clean_photo(encoded(art, "PNG"))
    assert kept.type == "image/png"
    assert opened(kept).tobytes() == art.tobytes()
    assert clean_photo(encoded(art, "JPEG")).type == "image/jpeg"
    assert clean_photo(encoded(scene(), "PNG")).type == "image/jpeg"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_kept_as_it_looks(mode: str) -> None:
    light: dict[str, Any] = {
        "1": 1,
        "L": 200,
        "LA": (200, 255),
        "P": 0,
        "RGBA": (200, 200, 200, 255),
        "I;16": 51_200,
    }
    image = Image.new(mode, (8, 8), light.get(mode, (200, 200, 200)))
    if mode == "P":
        image.putpalette([200, 200, 200])
    shown = 255 if mode == "1" else 200
    assert opened(clean_photo(encoded(image, "PNG"))).getpixel((4, 4)) == (shown,) * 3


def test_what_is_transparent_becomes_white() -> None:
    clear = Image.new("RGBA", (8, 8), (10, 20, 30, 0))
    for data in (encoded(clear, "PNG"), encoded(clear, "WEBP", lossless=True), encoded(clear, "GIF")):
        assert opened(clean_photo(data)).getpixel((4, 4)) == (255, 255, 255)


def test_a_jpeg_for_print_keeps_its_colours() -> None:
    photo = clean_photo(encoded(Image.new("RGB", (8, 8), (200, 60, 60)).convert("CMYK"), "JPEG"))
    red, green, _blue = opened(photo).getpixel((4, 4))  # type: ignore[misc]
    assert red > 180
    assert green < 90


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG"])
def test_of_an_animation_the_first_picture_is_kept(format: str) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("#C80000", "#00C800", "#0000C8")]
    sent = encoded(frames[0], format, save_all=True, append_images=frames[1:], lossless=True)
    assert getattr(Image.open(io.BytesIO(sent)), "n_frames", 1) == 3
    kept = opened(clean_photo(sent))
    assert getattr(kept, "n_frames", 1) == 1
    assert kept.convert("RGB").getpixel((4, 4)) == (200, 0, 0)


def test_of_a_phone_s_double_picture_the_first_is_kept() -> None:
    sent = encoded(scene(), "MPO", save_all=True, append_images=[Image.new("RGB", (60, 40))])
    photo = clean_photo(sent)
    assert photo.type == "image/jpeg"
    assert len(photo.data) < len(sent)


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


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ((3_000, 2_000), (3_000, 2_000)),
        ((4_032, 3_024), (2_016, 1_512)),
        ((8_000, 6_000), (2_000, 1_500)),
        ((30, 20_000), (4, 2_500)),
    ],
)
def test_the_photo_of_a_phone_is_decoded_at_a_half_or_less_and_stays_large(
    sent: tuple[int, int], kept: tuple[int, int]
) -> None:
    photo = clean_photo(encoded(Image.new("L", sent, 128), "JPEG"))
    assert (photo.width, photo.height) == kept


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
