# SPDX-License-Identifier: MPL-2.0
"""Deflating the many small parts of a file, in PDF and in Word, with no more memory than each needs."""

from __future__ import annotations

import zlib

_LEAST, _MOST = 10, 15
_REACH = 262  # how far behind the end of its window deflate looks


def deflate(data: bytes, level: int = zlib.Z_DEFAULT_COMPRESSION, *, raw: bool = False) -> bytes:
    """Return bytes deflated; ``raw`` as in a zip, else with head and checksum, as in a PDF.

    A window as large as the data finds as much as the largest there is. To get memory for that one from the system,
    and to give it back, takes ten times as long as to deflate a small part.
    """
    bits = min(max((len(data) + _REACH - 1).bit_length(), _LEAST), _MOST)
    deflater = zlib.compressobj(level, zlib.DEFLATED, -bits if raw else bits, zlib.DEF_MEM_LEVEL - (bits < _MOST))
    return deflater.compress(data) + deflater.flush()
