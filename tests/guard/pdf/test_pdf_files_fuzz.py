# SPDX-License-Identifier: MPL-2.0
"""PDFs with damage anywhere: each is printed or refused, in time and in memory, and the program goes on."""

from __future__ import annotations

import io
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from types import ModuleType

import pikepdf
from tests.guard.pdf import making

from evidencepack.guard.child import limited
from evidencepack.guard.pdf_files import MEGABYTES, SECONDS

COUNT = 10_000 if os.environ.get("EVIDENCEPACK_FULL") else 200
_AT_ONCE = 200
_MOST_MEGABYTES = 512


def _opened_out(data: bytes) -> bytes:
    """Return a file with every object in plain sight, so that damage hits what is said, not only what is packed."""
    return making.saved(pikepdf.open(io.BytesIO(data)), qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)


def _damaged(chance: random.Random, sound: list[bytes]) -> bytes:
    data = bytearray(chance.choice(sound))
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data))
        length = chance.choice((1, 1, 1, 4, 40))
        piece = data[at : at + length]
        match chance.randrange(4):
            case 0:
                data[at : at + length] = chance.randbytes(len(piece))
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = piece * chance.randint(1, 50)
            case _:
                other = chance.randrange(len(data))
                data[at : at + length] = data[other : other + length]
    return bytes(data)


def test_every_damaged_pdf_is_printed_or_refused(odd: ModuleType, measured: Callable[[str, str, float], None]) -> None:
    chance = random.Random(20270215)  # noqa: S311 - the same damage every time
    armed, layered, form = making.armed(), making.layered(), making.form("Fern & Co")
    sound = [armed, *(_opened_out(one) for one in (armed, layered, form, making.signed()))]
    counts = Counter[str]()
    for _ in range(COUNT // _AT_ONCE):
        files = [_damaged(chance, sound) for _ in range(_AT_ONCE)]
        became, slowest, most = limited(odd.print_all, b"", files, seconds=120, megabytes=MEGABYTES)
        counts.update(became)
        assert slowest < SECONDS
        assert most < _MOST_MEGABYTES or sys.platform != "linux"
    assert set(counts) == {"read", "refused"}
    assert min(counts.values()) > COUNT / 100
    measured("Damaged PDFs printed or refused by a child", "files", COUNT)
