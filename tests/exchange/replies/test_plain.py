# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from typing import Any

import pytest
from tests.exchange.replies.files import compare, edited, retyped, sent, typed

from evidencepack.exchange.replies.plain import from_plain, to_plain


def _plain() -> dict[str, Any]:
    return to_plain(compare(edited(sent(), typed("2 days", "3 days"), retyped("one month", "a year"))))


def test_a_comparison_survives_as_plain_values() -> None:
    assert to_plain(from_plain(_plain())) == _plain()


@pytest.mark.parametrize(
    "change",
    [
        {"standing": "odd"},
        {"places": "many"},
        {"places": True},
        {"answers": {"a": 1}},
        {"answers": [{"kind": "changed"}]},
        {"found": [["control"]]},
        {"surprise": 1},
        {"saved_by": None},
    ],
)
def test_what_is_no_comparison_is_not_believed(change: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_plain({**_plain(), **change})
