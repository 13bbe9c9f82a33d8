# SPDX-License-Identifier: MPL-2.0
"""What docs/tender-file.md says of kinds is what the kinds say."""

from __future__ import annotations

import re
from pathlib import Path

from tests.shipped import LIBRARY

PAGE = (Path(__file__).parents[2] / "docs" / "tender-file.md").read_text(encoding="utf-8")


def _named(after: str) -> set[str]:
    """Return what stands in backticks in the sentence that begins so."""
    return set(re.findall(r"`([a-z_]+)`", PAGE[PAGE.index(after) :].partition(". ")[0]))


def test_every_kind_that_a_tender_has_once_is_named() -> None:
    once = {kind.id for kind in LIBRARY.kinds.values() if kind.one_per_tender}
    assert _named("There is one `tender`, and at most one of each") == once | {"tender"}


def test_every_kind_that_tenders_share_is_named() -> None:
    """House wording comes with its tender and items of the library do not come at all, as the page says elsewhere."""
    shared = {kind.id for kind in LIBRARY.kinds.values() if kind.shared} - {"house_wording", "library_item"}
    assert _named("Organisations (`organisation`)") == shared
