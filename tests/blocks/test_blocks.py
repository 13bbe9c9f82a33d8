# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.blocks.blocks import Heading
from evidencepack.blocks.inlines import Text


@pytest.mark.parametrize("level", [0, 7])
def test_a_heading_has_one_of_six_levels(level: int) -> None:
    with pytest.raises(ValueError, match=f"from 1 to 6, not {level}"):
        Heading(level, (Text("Purpose"),))


@pytest.mark.parametrize("level", [3, 6])
def test_only_a_heading_of_the_first_two_levels_can_be_small(level: int) -> None:
    assert Heading(2, (Text("Purpose"),), small=True).small
    with pytest.raises(ValueError, match=f"not of level {level}"):
        Heading(level, (Text("Purpose"),), small=True)
