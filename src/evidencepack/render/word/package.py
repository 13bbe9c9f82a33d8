# SPDX-License-Identifier: MPL-2.0
"""Zip packages whose bytes depend on their parts alone."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from evidencepack.render.deflating import deflate

_CONTENT_TYPES = "[Content_Types].xml"
# APPNOTE 4.3.7, 4.3.12 and 4.3.16: a file's own header, its entry in the list at the end, the end of that list.
_OWN, _LISTED, _END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_VERSION, _DEFLATED = 20, 8
_DATE, _TIME = 0x21, 0  # 1 January 1980, as early as a zip can say
_RIGHTS = 0o600 << 16


class Deflated(NamedTuple):
    """A part as it stands in a zip: its deflated bytes in pieces, and the CRC-32 and the size of what they were."""

    data: tuple[bytes, ...]
    crc: int
    size: int


class Deflating:
    """A part that is deflated as it is written, so that it is never in memory as a whole."""

    def __init__(self) -> None:
        self._deflater = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._pieces: list[bytes] = []
        self._crc = self._size = 0

    def write(self, data: bytes) -> None:
        """Put bytes behind what is there."""
        self._crc = zlib.crc32(data, self._crc)
        self._size += len(data)
        self._pieces.append(self._deflater.compress(data))

    def finish(self) -> Deflated:
        """Return what was written; nothing can be written after it."""
        return Deflated((*self._pieces, self._deflater.flush()), self._crc, self._size)


def deflated(part: bytes) -> Deflated:
    """Return a part as it stands in a zip."""
    return Deflated((deflate(part, raw=True),), zlib.crc32(part), len(part))


def pack_parts(parts: Mapping[str, bytes | Deflated]) -> bytes:
    """Return a zip of the parts by name: fixed dates, no trace of a machine, always in the same order.

    The list of content types comes first, then the package's relationships (ISO/IEC 29500-2 asks for neither, but
    some readers sniff the first bytes), then all else by name. Python's own module for zips takes a part only as a
    whole, and one after the other.
    """
    files: list[bytes] = []
    listed: list[bytes] = []
    at = 0
    for name in sorted(parts, key=_rank):
        found, path = parts[name], name.encode("ascii")
        part = found if isinstance(found, Deflated) else deflated(found)
        length = sum(map(len, part.data))
        about = (0, _DEFLATED, _TIME, _DATE, part.crc, length, part.size, len(path), 0)
        files += [_OWN.pack(b"PK\x03\x04", _VERSION, *about), path, *part.data]
        listed += [_LISTED.pack(b"PK\x01\x02", _VERSION, _VERSION, *about, 0, 0, 0, _RIGHTS, at), path]
        at += _OWN.size + len(path) + length
    size = sum(map(len, listed))
    end = _END.pack(b"PK\x05\x06", 0, 0, len(parts), len(parts), size, at, 0)
    return b"".join((*files, *listed, end))


def unpack_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip by name."""
    import zipfile  # hardly a file is read beside the base document

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _rank(name: str) -> tuple[bool, bool, str]:
    return name != _CONTENT_TYPES, not name.startswith("_rels/"), name
