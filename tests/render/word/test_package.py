# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import io
import zipfile

from tests.render.everything import IMAGES, PICTURE_SHA256
from tests.render.word.files import BASE, pack

from evidencepack.render.word.package import pack_parts, unpack_parts
from evidencepack.render.word.parts import Parts


def test_parts_come_back_as_they_went_in() -> None:
    parts = {"word/document.xml": b"<a/>", "[Content_Types].xml": b"<b/>"}
    assert unpack_parts(pack_parts(parts)) == parts


def test_the_order_of_parts_does_not_depend_on_the_caller() -> None:
    assert pack_parts({"b": b"2", "a": b"1"}) == pack_parts({"a": b"1", "b": b"2"})


def test_a_zip_carries_no_time_and_no_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(pack())) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {(entry.date_time, entry.create_system, entry.extra) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0, b"")
    }


def test_equal_headers_are_one_part() -> None:
    parts = Parts(BASE)
    assert parts.running("hdr", "<w:p/>") == parts.running("hdr", "<w:p/>") != parts.running("ftr", "<w:p/>")


def test_a_picture_that_is_no_png_is_a_jpeg() -> None:
    parts = Parts(BASE)
    parts.picture("f" * 64, {"f" * 64: b"\xff\xd8\xff"})
    parts.picture(PICTURE_SHA256, IMAGES)
    names = set(unpack_parts(parts.finish("<w:p/>")))
    assert {f"word/media/{'f' * 16}.jpeg", f"word/media/{PICTURE_SHA256[:16]}.png"} <= names
