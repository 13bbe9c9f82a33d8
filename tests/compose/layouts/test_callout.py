# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable

from evidencepack.blocks.blocks import Callout
from evidencepack.blocks.inlines import LineBreak, Text, Value
from evidencepack.compose.layouts.callout import callout
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule


def test_the_first_cell_is_the_title_and_the_others_are_labelled(
    scope: Callable[..., Scope], schedule_of: Callable[..., Schedule]
) -> None:
    schedule = schedule_of(
        "story",
        ("Title", "Back to {{ mou.law }}"),
        ("Problem", "One\nTwo"),
        ("Effect", "{% if mou.cost %}x{% endif %}"),
        note="{{ mou.start_date }}",
        layout="callout",
    )
    assert callout(schedule, scope()) == (
        Callout(
            (Text("Back to "), Value("England & Wales", ("m1/law",))),
            (Value("15 February 2027", ("m1/start_date",)),),
            (((Text("Problem"),), (Text("One"), LineBreak(), Text("Two"))),),
        ),
    )
