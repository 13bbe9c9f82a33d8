# SPDX-License-Identifier: MPL-2.0
"""A PDF 1.7 file as objects, object streams and a cross-reference stream (ISO 32000-1 7.5). Same input, same bytes."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from itertools import accumulate, pairwise
from typing import NamedTuple

from evidencepack.render.deflating import deflate

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_LEVEL = 4  # a quarter quicker than 5, and files a fiftieth larger
_SHORT, _KEPT = 1 << 20, 64
_ROW = struct.Struct(">BIH").pack  # of the cross-reference stream: kind, place or host, index in the host


def stream(data: bytes, entries: str = "") -> bytes:
    """Return a deflated stream object. ``entries`` are further entries of its dictionary."""
    packed = _deflated(data) if len(data) < _SHORT else _deflated.__wrapped__(data)
    return plain_stream(packed, "/Filter/FlateDecode" + entries)


# The preview makes a document anew after each change of it: its fonts, its profile and most of its pages stay.
@lru_cache(_KEPT)
def _deflated(data: bytes) -> bytes:
    packed = deflate(data, _LEVEL)
    while packed[-1] in b"\r\n":  # some readers take such a last byte for the line end before "endstream"
        data += b" "
        packed = deflate(data, _LEVEL)
    return packed


def plain_stream(data: bytes, entries: str = "") -> bytes:
    """Return a stream object as it is."""
    return f"<<{entries}/Length {len(data)}>>stream\n".encode("latin-1") + data + b"\nendstream"


class Packed(NamedTuple):
    """Objects in one object stream: the number of the stream, the numbers of its objects, its body."""

    number: int
    members: tuple[int, ...]
    body: bytes


def pack(number: int, objects: Sequence[tuple[int, str]]) -> Packed:
    """Put objects (number, body) that are not streams into one object stream."""
    members, bodies = zip(*objects, strict=True)
    offsets = accumulate([len(body) + 1 for body in bodies], initial=0)
    head = " ".join([f"{member} {offset}" for member, offset in zip(members, offsets, strict=False)]) + "\n"
    entries = f"/Type/ObjStm/N {len(objects)}/First {len(head)}"
    return Packed(number, members, stream((head + "\n".join(bodies)).encode("latin-1"), entries))


class PdfFile:
    """Collects objects in the order they are written; ``finish`` adds the cross-reference stream."""

    def __init__(self) -> None:
        self._written, self._hash = BytesIO(), hashlib.blake2b(digest_size=16)
        self._rows: dict[int, bytes] = {0: b"\0\0\0\0\0\xff\xff"}
        self._write(_HEADER)

    def _write(self, part: bytes) -> None:
        self._hash.update(part)
        self._written.write(part)

    def put(self, number: int, body: bytes) -> None:
        """Write one object (a stream)."""
        self._rows[number] = _ROW(1, self._written.tell(), 0)
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def put_packed(self, packed: Packed) -> None:
        """Write an object stream, and note where its objects are."""
        self.put(packed.number, packed.body)
        host = packed.number
        self._rows.update({member: _ROW(2, host, index) for index, member in enumerate(packed.members)})

    @property
    def digest(self) -> str:
        """The digest of all that was written so far: 32 hex digits."""
        return self._hash.hexdigest()

    def finish(self, number: int, *, root: int, info: int) -> bytes:
        """Return the whole file, its identifier taken from its own bytes."""
        at = self._written.tell()
        self._rows[number] = _ROW(1, at, 0)
        order = sorted(self._rows)
        table = deflate(b"".join([self._rows[n] for n in order]), _LEVEL)
        if table[-1] in b"\r\n":  # as in ``stream``; the table may not grow, but its own place may be one further on
            self._write(b"\n")
            return self.finish(number, root=root, info=info)
        ident = self.digest
        entries = (
            f"/Type/XRef/Size {order[-1] + 1}/W[1 4 2]/Index[{_subsections(order)}]/Root {root} 0 R/Info {info} 0 R"
            f"/ID[<{ident}><{ident}>]/Filter/FlateDecode"
        )
        self._written.write(b"%d 0 obj\n%s\nendobj\n" % (number, plain_stream(table, entries)))
        self._written.write(b"startxref\n%d\n%%%%EOF\n" % at)
        return self._written.getvalue()


def _subsections(order: Sequence[int]) -> str:
    """Return the runs of consecutive object numbers as pairs of first and count."""
    gaps = [at for at, (before, number) in enumerate(pairwise(order), 1) if number > before + 1]
    return " ".join([f"{order[start]} {end - start}" for start, end in pairwise([0, *gaps, len(order)])])
