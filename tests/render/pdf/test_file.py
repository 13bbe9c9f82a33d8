# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import io
import re
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from evidencepack.render.pdf.file import PdfFile, pack, stream


def made(words: bytes) -> bytes:
    """A file of an empty page, with words in a stream that nobody reads."""
    file = PdfFile()
    file.put(4, stream(words))
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources<<>>>>"
    objects = [(1, "<</Type/Catalog/Pages 2 0 R>>"), (2, "<</Type/Pages/Count 1/Kids[3 0 R]>>"), (3, page)]
    file.put_packed(pack(5, [*objects, (6, "<</Title(T)>>")]))
    return file.finish(7, root=1, info=6)


def streams(data: bytes) -> list[bytes]:
    """The bytes of every stream as they stand in the file."""
    starts = [found.end() for found in re.finditer(rb"/Length (\d+)>>stream\n", data)]
    lengths = [int(found.group(1)) for found in re.finditer(rb"/Length (\d+)>>stream\n", data)]
    return [data[start : start + length] for start, length in zip(starts, lengths, strict=True)]


# Words of every length, so that every last byte comes up, in the tables of places too.
@pytest.fixture(scope="module")
def files() -> list[bytes]:
    return [made(bytes(range(33, 33 + length % 90)) * (1 + length // 90)) for length in range(600)]


def test_no_stream_ends_like_a_line(files: list[bytes]) -> None:
    ends = [part[-1:] for data in files for part in streams(data)]
    assert len(ends) == 3 * len(files)
    assert {b"\n", b"\r"}.isdisjoint(ends)
    # The remedy was needed: one in 128 would have.
    assert any(b"endobj\n\n7 0 obj" in data for data in files)


def test_every_file_is_read_whole(files: list[bytes], tmp_path: Path, tool: Callable[[str], Path]) -> None:
    moved = [data for data in files if b"endobj\n\n7 0 obj" in data]
    for at, data in enumerate([*moved, *files[:3]]):
        (tmp_path / f"{at}.pdf").write_bytes(data)
        command = [str(tool("qpdf")), "--check", str(tmp_path / f"{at}.pdf")]
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (said.returncode, said.stderr) == (0, "")
        with pikepdf.open(io.BytesIO(data)) as file:
            assert str(file.docinfo.Title) == "T"
            assert file.get_object(4, 0).read_bytes() == zlib.decompress(streams(data)[0])
