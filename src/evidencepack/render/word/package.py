# SPDX-License-Identifier: MPL-2.0
"""Zip packages whose bytes depend on their parts alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = "[Content_Types].xml"


def pack_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of the parts by name: fixed dates, no trace of a machine, always in the same order.

    The list of content types comes first, then the package's relationships (ISO/IEC 29500-2 asks for neither, but
    some readers sniff the first bytes), then all else by name.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(parts, key=_rank):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return stream.getvalue()


def unpack_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _rank(name: str) -> tuple[bool, bool, str]:
    return name != _CONTENT_TYPES, not name.startswith("_rels/"), name
