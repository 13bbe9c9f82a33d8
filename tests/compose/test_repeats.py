# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.paragraphs import tidy
from evidencepack.compose.plain import plain

LEAD = Value("[to complete: Lead]", ("gov/lead",), missing=True)
JOB = Value("[to complete: Lead (job title)]", ("gov/lead",), missing=True)
DEPUTY = Value("[to complete: Deputy]", ("gov/deputy",), missing=True)


@pytest.mark.parametrize(
    ("inlines", "said"),
    [
        ((LEAD, Text(", "), JOB, Text(", decides.")), "[to complete: Lead] decides."),
        ((LEAD, Text(", "), JOB, Text(", "), DEPUTY), "[to complete: Lead], [to complete: Deputy]"),
        ((LEAD, Text(", "), JOB, Text(", "), JOB, Text(".")), "[to complete: Lead]."),
        ((LEAD, Text(" ("), JOB, Text(") decides.")), "[to complete: Lead] decides."),
        ((LEAD, JOB), "[to complete: Lead]"),
        ((LEAD, Text(", "), DEPUTY), "[to complete: Lead], [to complete: Deputy]"),
        ((LEAD, Text(" and "), JOB), "[to complete: Lead] and [to complete: Lead (job title)]"),
        ((Value("Ada", ("gov/lead",)), Text(", "), JOB), "Ada, [to complete: Lead (job title)]"),
        ((Text("("), LEAD, Text(")")), "([to complete: Lead])"),
    ],
)
def test_gaps_of_one_question_side_by_side_are_one(inlines: Inlines, said: str) -> None:
    assert plain(tidy(inlines)) == said
