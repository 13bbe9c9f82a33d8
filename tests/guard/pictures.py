# SPDX-License-Identifier: MPL-2.0
"""Pictures made by code: sound ones in every way that they come, and hostile ones."""

from __future__ import annotations

import io
import random
import struct
import zlib

from PIL import Image, ImageCms, ImageDraw

PLACE = "51 deg 32' N, the flat of Mrs Example"
"""What must never be in a picture that came through."""


def drawing(mode: str = "RGB", size: tuple[int, int] = (600, 300)) -> Image.Image:
    """Return a picture whose left half is dark and whose right half is light."""
    picture = Image.new("RGB", size, "#e8e0d0")
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 2 - 1, size[1]), fill="#205080")
    return picture.convert(mode)


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    into = io.BytesIO()
    picture.save(into, kind, **options)
    return into.getvalue()


def photograph(*, orientation: int = 1) -> bytes:
    """Return a JPEG that says where it was taken, in each place where a JPEG can say so."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = PLACE
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 32.0, 0.0), 29: PLACE})
    xmp = f"<x:xmpmeta>{PLACE}</x:xmpmeta>".encode()
    return saved(drawing(), "JPEG", exif=exif, xmp=xmp, comment=PLACE.encode(), quality=95)


def chunk(name: bytes, data: bytes, *, crc: int | None = None) -> bytes:
    """Return one chunk of a PNG (PNG, 5.3)."""
    check = zlib.crc32(name + data) if crc is None else crc
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


def png_header(width: int, height: int, *, depth: int = 8, colour: int = 2) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of few bytes that says it is of this size, and is."""
    line = bytes(1 + (width + 7) // 8)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(line * 100) for _ in range(height // 100)) + packer.flush()
    return png_header(width, height, depth=1, colour=0) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def with_text(png: bytes) -> bytes:
    """Return a PNG that says where it was made, in text of each kind."""
    text = PLACE.encode()
    said = (
        chunk(b"tEXt", b"Comment\0" + text),
        chunk(b"zTXt", b"Comment\0\0" + zlib.compress(text)),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + text),
        chunk(b"eXIf", b"MM\0*\0\0\0\x08\0\0" + text),
    )
    return png[:33] + b"".join(said) + png[33:]


def animation(frames: int) -> bytes:
    """Return a GIF of many frames, the first of which is light."""
    first, again = (saved(_flat_colour(number), "GIF", optimize=False) for number in (0, 1))
    begin, frame = first[:-1], again[again.index(b",") : -1]
    return begin + frame * (frames - 1) + b";"


def _flat_colour(number: int) -> Image.Image:
    picture = Image.new("P", (40, 20), number)
    picture.putpalette((255, 255, 255, 0, 0, 0))
    picture.putpixel((39, 19), 1)
    return picture


def other_colours() -> bytes:
    """Return a red picture with a profile by which it is blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    return saved(Image.new("RGB", (60, 40), "red"), "PNG", icc_profile=swapped)


def damaged(chance: random.Random, sound: bytes) -> bytes:
    """Return a picture with some of its bytes changed, taken out, doubled, or cut off at the end.

    Half of the changed PNG have the check sums that belong to them, so that the damage is read and not only found.
    """
    data = bytearray(sound)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        length = chance.choice((1, 1, 1, 2, 4, 40))
        match chance.randrange(5):
            case 0:
                del data[at : at + length]
            case 1:
                data[at:at] = data[at : at + length]
            case 2:
                data[at : at + length] = chance.choice((b"\0", b"\xff", b"\x7f", b"\x80")) * length
            case _:
                data[at] ^= 1 << chance.randrange(8)
        data = data or bytearray(b"\0")
    if chance.random() < 0.1:
        del data[chance.randrange(len(data)) :]
    return _with_sums(bytes(data)) if chance.random() < 0.5 else bytes(data)


def _with_sums(data: bytes) -> bytes:
    """Return a PNG with the right check sum behind each chunk, as far as there are chunks."""
    made, at = bytearray(data), 8
    while data.startswith(b"\x89PNG") and at + 12 <= len(made):
        (length,) = struct.unpack_from(">I", made, at)
        end = at + 8 + length
        if end + 4 > len(made):
            break
        struct.pack_into(">I", made, end, zlib.crc32(made[at + 4 : end]))
        at = end + 4
    return bytes(made)
