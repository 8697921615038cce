"""Photos as they come in: drawn anew, upright, of a fair size, and with nothing left but their pixels."""

import io
from typing import Any

import pytest
from PIL import Image, ImageDraw, PngImagePlugin

from documents.photos import clean_photo
from tests.taken_photos import GPS, ORIENTATION, PLACE, encoded, opened, scene, told


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
