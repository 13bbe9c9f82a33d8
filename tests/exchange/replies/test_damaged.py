# SPDX-License-Identifier: MPL-2.0
"""Replies with damage anywhere, and sent files with damage: each is compared, or refused with a reason."""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from collections.abc import Callable

import pytest
from tests.exchange.replies.files import sent
from tests.guard.word_files import hurt
from tests.render.word.files import pack

from evidencepack.exchange.replies.guarded import compared
from evidencepack.guard.faults import RefusedFileError
from evidencepack.render.word.package import pack_parts, unpack_parts

FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
_VALUES = re.compile(rb'w:(?:val|id|ilvl|name)="[^"]*"|r:id="[^"]*"|<w:\w+/>')
_ODD = (b"9" * 5000, b"-1", b"x", b"", b"99999999999", b"\xc2\xb2", b"%1%2")


def _damaged(chance: random.Random, data: bytes) -> bytes:
    parts = dict(unpack_parts(data))
    name = chance.choice([*parts, *["word/document.xml", "word/numbering.xml", "word/styles.xml"] * 5])
    parts[name] = hurt(chance, parts[name]) if chance.random() < 0.4 else _confused(chance, parts[name])
    return pack_parts(parts)


def _confused(chance: random.Random, part: bytes) -> bytes:
    """Return a part that is still XML, with some of its values exchanged, odd, or gone."""
    found = list(_VALUES.finditer(part))
    for one in sorted(chance.sample(found, min(len(found), 3)), key=lambda match: -match.start()):
        odd = re.sub(rb'"[^"]*"', b'"' + chance.choice(_ODD) + b'"', one[0])
        other = chance.choice((b"", odd, odd, chance.choice(found)[0]))
        part = part[: one.start()] + other + part[one.end() :]
    return part


@pytest.mark.parametrize(("original", "count"), [(sent, 1000), (pack, 200)] if FULL else [(sent, 40)])
def test_every_damaged_reply_is_compared_or_refused(
    original: Callable[[], bytes], count: int, measured: Callable[[str, str, float], None]
) -> None:
    chance = random.Random(20261103)  # noqa: S311 - the same damage every time
    became = Counter(_became(_damaged(chance, original()), original(), chance) for _ in range(count))
    refused = became.total() - became[""]
    assert min(refused, became[""]) > count / 20
    assert all("cannot be read. " in reason or "Name the Word file" in reason for reason in became if reason)
    measured(f"Damaged replies compared or refused ({original.__name__})", "files", count)


def _became(damaged: bytes, whole: bytes, chance: random.Random) -> str:
    """Return why a pair of files was refused, of which either is damaged; nothing if it was compared."""
    try:
        compared(*((damaged, whole) if chance.random() < 0.7 else (whole, damaged)))
    except RefusedFileError as refused:
        return refused.message
    return ""
