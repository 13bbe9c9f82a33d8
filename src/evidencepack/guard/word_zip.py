# SPDX-License-Identifier: MPL-2.0
"""The parts of a Word file, unpacked within bounds. Works in a child only; see ``word_files``.

Nothing that the file says about itself is trusted: sizes are counted while reading, and names are looked at before.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from evidencepack.guard import word_sentences as words
from evidencepack.guard.faults import RefusedFileError

MOST_BYTES = 30 * 1024 * 1024
"""The largest Word file that is looked at."""

MOST_PARTS = 2000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_XML = 30 * 1024 * 1024
"""The most of all parts together, and of one part of XML, in bytes."""

_MOST_RATIO, _RATIO_FROM = 150, 1024 * 1024
_LOCKED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENTRY = b"PK\x01\x02"
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error)
_XML = (".xml", ".rels")
# ISO/IEC 29500-2, 6.2.2: segments of a name are neither empty nor dots; a drive or a backslash is somebody's trick.
_BAD_NAME = re.compile(r'^/|^$|[\\:*?"<>|\x00-\x1f]|(?:^|/)\.{1,2}(?:/|$)|//|.{261}')


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the bytes of every part by its name.

    Raises:
        RefusedFileError: if it is no sound zip, or not one that Word would write.
    """
    if data.count(_ENTRY) > MOST_PARTS:
        raise RefusedFileError(words.too_many_parts(MOST_PARTS))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries)
            return dict(_parts(archive, entries))
    except _FAULTS as error:
        # All that zipfile raises for a damaged file; without an end there is no list of parts.
        whole = b"PK\x05\x06" in data[-(1 << 16) - 22 :]
        raise RefusedFileError(words.DAMAGED if whole else words.BREAKS_OFF) from error


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise RefusedFileError(words.too_many_parts(MOST_PARTS))
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) < len(names):
        raise RefusedFileError(words.SAME_NAMES)
    if any(_BAD_NAME.search(entry.orig_filename.rstrip("/") or "/") for entry in entries):
        raise RefusedFileError(words.BAD_NAMES)
    if any(entry.flag_bits & _LOCKED for entry in entries):
        raise RefusedFileError(words.LOCKED_PARTS)
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise RefusedFileError(words.PACKED_ODDLY)


def _parts(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    room = MOST_UNPACKED
    for entry in entries:
        if entry.is_dir():
            continue
        part = _read(archive, entry, room)
        room -= len(part)
        yield entry.filename, part


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    """Return a part, having read no more of it than there is room for."""
    is_xml = entry.filename.lower().endswith(_XML)
    most = min(room, MOST_XML) if is_xml else room
    with archive.open(entry) as stream:
        part = stream.read(min(most, entry.file_size) + 1)
    if is_xml and len(part) > max(_RATIO_FROM, entry.compress_size * _MOST_RATIO):
        raise RefusedFileError(words.BOMB)
    if len(part) > most:
        raise RefusedFileError(words.unpacks_too_large((MOST_XML if is_xml else MOST_UNPACKED) // 1024**2))
    if len(part) > entry.file_size:
        raise RefusedFileError(words.UNTRUE_SIZES)
    return part
