# SPDX-License-Identifier: MPL-2.0
"""How large a stream becomes, found out without unpacking more than may be. Works in a child only."""

from __future__ import annotations

import zlib

import pikepdf

from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.pdf import sentences as words

MOST_UNPACKED = 64 * 1024 * 1024
"""The most bytes of page, font or function: a page of 64 MB of lines takes minutes to draw."""

MOST_PICTURE = 256 * 1024 * 1024
MOST_PIXELS = 120_000_000
"""The largest picture: A1 at 300 dots to the inch has 70 million pixels."""

_DEFLATE = 1032
"""To how many bytes one can unpack at most (zlib technical details)."""
_AT_ONCE = 1024 * 1024
_FLATE = ("/FlateDecode", "/Fl")


def refuse_bomb(stream: pikepdf.Object) -> None:
    """Refuse a stream that would become larger than anything on a page needs to be.

    Raises:
        RefusedFileError: with what to do.
    """
    is_picture = stream.get("/Subtype") == "/Image"
    if is_picture and _pixels(stream) > MOST_PIXELS:
        raise RefusedFileError(words.HUGE_PICTURE)
    filters = _filters(stream)
    if not filters or filters[0] not in _FLATE:
        return
    most = MOST_PICTURE if is_picture else MOST_UNPACKED
    raw = stream.read_raw_bytes()
    twice = len(filters) > 1 and filters[1] in _FLATE
    if len(raw) * _DEFLATE < most and not twice:
        return
    length, inner = unpacked(raw, most, keep=twice)
    if length > most or (twice and unpacked(inner, most)[0] > most):
        raise RefusedFileError(words.BOMB)


def unpacked(raw: bytes, most: int, *, keep: bool = False) -> tuple[int, bytes]:
    """Return how many bytes a deflated stream gives, and those if they are kept; it ends soon after ``most``.

    Of a stream that is damaged, what comes before the damage counts: readers show that much of it.
    """
    inflating, length, kept = zlib.decompressobj(), 0, []
    while raw and length <= most and not inflating.eof:
        try:
            some = inflating.decompress(raw, _AT_ONCE)
        except zlib.error:
            break
        raw = inflating.unconsumed_tail
        length += len(some)
        if keep:
            kept.append(some)
    return length, b"".join(kept)


def _pixels(stream: pikepdf.Object) -> int:
    wide, high = stream.get("/Width", 0), stream.get("/Height", 0)
    return wide * high if isinstance(wide, int) and isinstance(high, int) else 0


def _filters(stream: pikepdf.Object) -> list[str]:
    named = stream.get("/Filter")
    if isinstance(named, pikepdf.Array):
        return [str(one) for one in named]
    return [] if named is None else [str(named)]
