# SPDX-License-Identifier: MPL-2.0
"""Templates that somebody damaged are refused in words, or read and worn; there is nothing between."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable
from random import Random

import pytest
from lxml import etree
from tests.guard.word_templates import house
from tests.render.word.files import BASE, FONTS

from evidencepack.exchange.brand.taking import take_brand
from evidencepack.guard.faults import RefusedFileError
from evidencepack.render.theme import STANDARD
from evidencepack.render.word.brand.branding import branded
from evidencepack.render.word.brand.look import look_of_brand
from evidencepack.render.word.package import pack_parts, unpack_parts

SEEDS = range(400 if os.environ.get("EVIDENCEPACK_FULL") == "1" else 12)
_VALUES = ("", "-1", "0", "99999999999", "²", "٣", "abc", "1.5", "true", "0x1", "-99999999", "1e9", "12pt")
_PARTS = ("styles", "numbering", "header", "footer", "document")


def damaged(part: bytes, chance: Random) -> bytes:
    """Return a part whose elements were moved, doubled, renamed or emptied, and whose values are others."""
    root = etree.fromstring(part)
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    for _ in range(chance.randint(1, 12)):
        one = chance.choice(elements)
        parent, names = one.getparent(), list(one.attrib)
        match chance.randrange(5):
            case 0 if names:
                one.set(chance.choice(names), chance.choice(_VALUES))
            case 1 if names:
                del one.attrib[chance.choice(names)]
            case 2 if parent is not None:
                parent.remove(one)
            case 3 if parent is not None:
                parent.append(copy.deepcopy(one))
            case _:
                one.tag = chance.choice(elements).tag
    return etree.tostring(root)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_damaged_template_is_refused_or_worn(seed: int, measured: Callable[[str, str, float], None]) -> None:
    chance = Random(seed)  # noqa: S311 - the same damage every time
    parts = unpack_parts(house())
    hit = [name for name in parts if name.endswith(".xml") and any(one in name for one in _PARTS)]
    parts |= {name: damaged(parts[name], chance) for name in chance.sample(sorted(hit), 3)}
    kept, said = b"", ""
    try:
        kept, _ = take_brand(pack_parts(parts))
    except RefusedFileError as refused:
        said = str(refused)
    if kept:
        assert branded(BASE, kept, STANDARD, FONTS).base.parts
        assert look_of_brand(kept).samples
    else:
        assert "Nothing was changed" in said
    if seed == SEEDS[-1]:
        measured("Damaged Word templates that were refused in words or worn", "files", len(SEEDS))
