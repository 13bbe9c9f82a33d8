# SPDX-License-Identifier: MPL-2.0
"""Every picture comes out as plain, upright pixels, or is refused in words. Each is looked at by a real child."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw
from tests.guard import pictures

from evidencepack.guard import images
from evidencepack.guard.faults import ChildDiedError, RefusedFileError
from evidencepack.guard.images import LOGO, Vetted, vet_image

PNG = pictures.saved(pictures.drawing(), "PNG")


def opened(vetted: Vetted) -> Image.Image:
    """Return the picture, having checked that it is what is said of it."""
    picture = Image.open(io.BytesIO(vetted.data))
    assert Image.MIME[str(picture.format)] == vetted.media_type
    assert picture.size == (vetted.width, vetted.height)
    assert picture.mode in {"RGB", "L"}
    assert not {"exif", "icc_profile", "comment", "xmp", "transparency", "XML:com.adobe.xmp"} & set(picture.info)
    return picture


def is_near(colour: object, other: tuple[int, int, int]) -> bool:
    return isinstance(colour, tuple) and all(abs(one - two) < 12 for one, two in zip(colour, other, strict=True))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "I;16"])
def test_a_png_of_every_kind_comes_out_plain(mode: str) -> None:
    grey = pictures.drawing("L").point(lambda value: value * 257, "I").convert("I;16") if mode == "I;16" else None
    picture = opened(vet_image(pictures.saved(grey or pictures.drawing("RGBA" if mode == "PA" else mode), "PNG")))
    left, right = (picture.convert("L").getpixel(place) for place in ((100, 100), (500, 100)))
    assert isinstance(left, int)
    assert isinstance(right, int)
    assert (left < 100, right > 180) == (True, True)


@pytest.mark.parametrize(
    ("kind", "mode", "media_type"),
    [
        ("JPEG", "RGB", "image/jpeg"),
        ("JPEG", "L", "image/jpeg"),
        ("JPEG", "CMYK", "image/jpeg"),
        ("WEBP", "RGB", "image/png"),
        ("GIF", "RGB", "image/png"),
        ("BMP", "RGB", "image/png"),
    ],
)
def test_other_formats_are_taken_by_what_they_are(kind: str, mode: str, media_type: str) -> None:
    vetted = vet_image(pictures.saved(pictures.drawing(mode), kind))
    picture = opened(vetted).convert("RGB")
    assert vetted.media_type == media_type
    if mode != "L":
        assert is_near(picture.getpixel((100, 100)), (0x20, 0x50, 0x80))
        assert is_near(picture.getpixel((500, 100)), (0xE8, 0xE0, 0xD0))


def test_the_same_file_gives_the_same_bytes_and_a_second_look_changes_nothing() -> None:
    first = vet_image(PNG, box=LOGO)
    assert vet_image(PNG, box=LOGO) == first
    assert vet_image(first.data, box=LOGO) == first


def test_nothing_about_where_a_photograph_was_taken_is_kept() -> None:
    assert pictures.photograph().count(pictures.PLACE.encode()) >= 3
    vetted = vet_image(pictures.photograph())
    assert pictures.PLACE.encode() not in vetted.data
    assert b"Exif" not in vetted.data
    assert not opened(vetted).getexif()


def test_nothing_that_a_png_says_beside_its_picture_is_kept() -> None:
    vetted = vet_image(pictures.with_text(PNG))
    assert pictures.PLACE.encode() not in vetted.data
    assert vetted == vet_image(PNG)


def test_what_hides_behind_a_picture_is_not_kept() -> None:
    for hidden in (b"PK\x03\x04 a package", b"<script>alert(1)</script>", b"%PDF-1.7"):
        assert vet_image(PNG + hidden) == vet_image(PNG)


def test_a_photograph_is_turned_upright() -> None:
    picture = opened(vet_image(pictures.photograph(orientation=6)))
    assert picture.size == (300, 600)
    assert is_near(picture.getpixel((150, 100)), (0x20, 0x50, 0x80))


def test_what_is_transparent_is_white_paper() -> None:
    glass = pictures.drawing("RGBA")
    glass.putalpha(Image.new("L", glass.size, 0))
    assert opened(vet_image(pictures.saved(glass, "PNG"))).getpixel((100, 100)) == (255, 255, 255)
    palette = pictures.drawing("P")
    found = palette.getpixel((100, 100))
    assert opened(vet_image(pictures.saved(palette, "PNG", transparency=found))).getpixel((100, 100)) == (255, 255, 255)


def test_colours_are_read_by_the_profile_that_came_along() -> None:
    assert is_near(opened(vet_image(pictures.other_colours())).getpixel((5, 5)), (0, 0, 255))


@pytest.mark.parametrize("profile", [b"not a profile", b"\0" * 128, bytes(range(256)) * 16])
def test_a_profile_that_is_no_profile_is_left_out(profile: bytes) -> None:
    for kind, mode in (("PNG", "RGB"), ("PNG", "RGBA"), ("JPEG", "CMYK"), ("PNG", "L")):
        drawn = opened(vet_image(pictures.saved(pictures.drawing(mode), kind, icc_profile=profile)))
        assert "icc_profile" not in drawn.info
        assert drawn.size == pictures.drawing(mode).size


def test_a_logo_gets_no_more_pixels_than_its_place_can_show() -> None:
    wide = vet_image(pictures.saved(pictures.drawing(size=(4000, 1000)), "PNG"), box=LOGO)
    high = vet_image(pictures.saved(pictures.drawing(size=(1000, 4000)), "PNG"), box=LOGO)
    assert ((wide.width, wide.height), (high.width, high.height)) == ((945, 236), (106, 425))
    assert (wide.dpi(), high.dpi(), wide.note()) == (600, 600, "")


@pytest.mark.parametrize("colour", [(255, 255, 255), (250, 250, 240)])
def test_a_logo_for_dark_backgrounds_is_kept_with_a_sentence(colour: tuple[int, int, int]) -> None:
    white = Image.new("RGBA", (600, 300), (0, 0, 0, 0))
    ImageDraw.Draw(white).rectangle((50, 50, 500, 250), fill=(*colour, 255))
    vetted = vet_image(pictures.saved(white, "PNG"), box=LOGO)
    assert vetted.faint
    assert vetted.note() == (
        "On white paper almost nothing of this picture can be seen. It was kept. Ask for the version for light "
        "backgrounds."
    )


@pytest.mark.parametrize("colour", ["#ffff00", "#d0d0d0", "black"])
def test_a_logo_of_thin_letters_or_of_a_light_colour_can_be_seen(colour: str) -> None:
    thin = Image.new("RGBA", (600, 300), (0, 0, 0, 0))
    ImageDraw.Draw(thin).rectangle((100, 100, 300, 102), fill=colour)
    assert not vet_image(pictures.saved(thin, "PNG"), box=LOGO).faint


@pytest.mark.parametrize("size", [(1, 1), (16, 9)])
def test_of_a_tiny_logo_only_its_pixels_are_told(size: tuple[int, int]) -> None:
    note = vet_image(pictures.saved(Image.new("RGB", size, "navy"), "PNG"), box=LOGO).note()
    assert note.endswith(
        f"This picture is tiny: {size[0]} × {size[1]} pixels. 472 across or 213 from top to bottom look sharp on "
        "paper. It was kept. If there is a larger one, use that."
    )


def test_a_logo_that_will_look_rough_is_kept_with_a_sentence() -> None:
    small = vet_image(pictures.saved(pictures.drawing(size=(160, 60)), "PNG"), box=LOGO)
    assert (small.width, small.height, small.dpi()) == (160, 60, 102)
    assert small.note() == (
        "This picture is small: 160 × 60 pixels make 102 dots to the inch on paper, and from 300 it looks sharp. "
        "It was kept. If there is one of 472 pixels across or 213 from top to bottom, use that."
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty"),
        (b"<!DOCTYPE html>\n<html><body>logo.png", "This is a web page, not a picture"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "This is a drawing in SVG"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "This is a photograph in HEIC"),
        (b"%PDF-1.7\n%\xe2\xe3", "This is a PDF, not a picture"),
        (b"a shopping list", "This file is no picture that can be used here"),
        (pictures.saved(pictures.drawing(), "TIFF"), "This file is no picture that can be used here"),
        (pictures.png_header(100, 100), "This picture is damaged"),
        (PNG[: len(PNG) // 2], "This picture is damaged"),
        (PNG[:40] + b"\0\0" + PNG[42:], "This picture is damaged"),
        (pictures.photograph()[:4000], "This picture is damaged"),
        (pictures.png_header(0, 100), "This picture is damaged"),
        (b"\xff\xd8\xff\xe0", "This picture is damaged"),
        (pictures.bomb(12_000, 12_000), "This picture has more than 25 million pixels"),
        (pictures.png_header(30_000, 30_000) + pictures.chunk(b"IDAT", b""), "This picture has more than 25 million"),
        (pictures.png_header(2**31 - 1, 2**31 - 1) + pictures.chunk(b"IDAT", b""), "This picture has more than 25"),
        (PNG + bytes(images.MOST_BYTES), "This file is larger than 20 MB"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_what_cannot_be_used_is_refused_in_words(data: bytes, sentence: str) -> None:
    with pytest.raises(RefusedFileError) as refused:
        vet_image(data, box=LOGO)
    assert str(refused.value).startswith(sentence)
    assert "Nothing was changed." in str(refused.value)


def test_a_line_is_no_logo_but_may_be_a_picture() -> None:
    line = pictures.saved(pictures.drawing(size=(30_000, 1)), "PNG")
    with pytest.raises(RefusedFileError, match="printed, it would be a line"):
        vet_image(line, box=LOGO)
    assert vet_image(line).width == 30_000


def test_a_single_point_is_a_picture() -> None:
    assert opened(vet_image(pictures.saved(Image.new("RGB", (1, 1)), "PNG"), box=LOGO)).size == (1, 1)


def test_of_ten_thousand_frames_the_first_is_taken() -> None:
    picture = opened(vet_image(pictures.animation(10_000)))
    assert (picture.size, picture.convert("L").getpixel((5, 5))) == ((40, 20), 255)


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_of_a_moving_picture_the_first_is_taken(kind: str) -> None:
    frames = [Image.new("RGB", (40, 20), colour) for colour in ("white", "black")]
    moving = pictures.saved(frames[0], kind, save_all=True, append_images=frames[1:])
    assert opened(vet_image(moving)).convert("L").getpixel((5, 5)) == 255


def test_the_largest_picture_fits_into_the_memory_of_a_child() -> None:
    whole = pictures.drawing("RGBA", (5000, 5000))
    assert vet_image(pictures.saved(whole, "PNG", compress_level=1), box=LOGO).width == 425


@pytest.mark.parametrize(
    "answer",
    [
        None,
        "a picture",
        (b"", "image/png", 1, 1),
        (PNG, "image/png", 600, 299),
        (PNG, "image/jpeg", 600, 300),
        (PNG, "text/html", 600, 300),
        (pictures.saved(pictures.drawing("RGBA"), "PNG"), "image/png", 600, 300),
        (PNG, "image/png", -600, -300),
    ],
)
def test_an_answer_of_a_child_that_was_taken_over_is_not_believed(
    answer: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "limited", lambda *_, **__: answer)
    with pytest.raises(ChildDiedError):
        vet_image(PNG)
