# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import io
import zipfile

from tests.render.everything import IMAGES, PICTURE_SHA256
from tests.render.word.files import TEMPLATE, pack

from evidencepack.render.word.package import Deflating, pack_parts, unpack_parts
from evidencepack.render.word.parts import Parts


def test_parts_come_back_as_they_went_in() -> None:
    parts = {"word/document.xml": b"<a/>", "[Content_Types].xml": b"<b/>"}
    assert unpack_parts(pack_parts(parts)) == parts


def test_the_order_of_parts_does_not_depend_on_the_caller() -> None:
    assert pack_parts({"b": b"2", "a": b"1"}) == pack_parts({"a": b"1", "b": b"2"})


def test_a_part_that_is_deflated_bit_by_bit_is_as_if_it_had_been_there_at_once() -> None:
    words = b"<a>" + bytes(range(256)) * 300 + b"</a>"
    part = Deflating()
    for start in range(0, len(words), 777):
        part.write(words[start : start + 777])
    assert pack_parts({"a": part.finish()}) == pack_parts({"a": words})


def test_a_zip_is_read_by_others() -> None:
    with zipfile.ZipFile(io.BytesIO(pack())) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == unpack_parts(pack())


def test_a_zip_carries_no_time_and_no_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(pack())) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {(entry.date_time, entry.create_system, entry.extra) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0, b"")
    }


def test_equal_headers_are_one_part() -> None:
    parts = Parts(TEMPLATE.base)
    assert parts.running("hdr", "<w:p/>") == parts.running("hdr", "<w:p/>") != parts.running("ftr", "<w:p/>")


def test_a_picture_that_is_no_png_is_a_jpeg() -> None:
    parts = Parts(TEMPLATE.base)
    parts.picture("f" * 64, {"f" * 64: b"\xff\xd8\xff"})
    parts.picture(PICTURE_SHA256, IMAGES)
    names = set(unpack_parts(parts.finish()))
    assert {f"word/media/{'f' * 16}.jpeg", f"word/media/{PICTURE_SHA256[:16]}.png"} <= names
