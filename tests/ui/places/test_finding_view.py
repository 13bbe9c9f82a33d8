# SPDX-License-Identifier: MPL-2.0
"""A line that stands for several findings shows each of them by itself, with its sides and ways to fix it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.review.on_sample import read, saying
from tests.shipped import LIBRARY
from tests.ui.places.test_readiness import press, words

from evidencepack.domain.record import Facts
from evidencepack.review.register import RULES
from evidencepack.ui.places.finding_view import FindingView
from evidencepack.usecases.readiness import Line, lines_of, problems_of

TOLD = "The Partnership Board meets every quarter. Joint triage is held fortnightly."


@pytest.fixture
def line(sample_facts: Facts) -> Line:
    """A line of two meetings that one narrative gives differently."""
    facts = saying(sample_facts, "TBN-NAR-01", p2_delivery=TOLD)
    findings = RULES["XD-01"](read(facts), LIBRARY.rules["XD-01"])
    (found,) = lines_of(problems_of(findings, facts, LIBRARY))
    return found


def test_the_line_leads_to_each_of_its_findings(line: Line, qtbot: QtBot) -> None:
    view = FindingView()
    qtbot.addWidget(view)
    view.show_line(line, 1, 1)
    view.show()
    with qtbot.waitSignal(view.parted) as asked:
        press(view, "Show")
    assert asked.args == [line.parts[0].id]


def test_one_of_them_has_its_own_sides_and_fix_and_the_way_to_the_others(line: Line, qtbot: QtBot) -> None:
    view, asked = FindingView(), list[str]()
    qtbot.addWidget(view)
    view.parted.connect(asked.append)
    view.show_part(line, 1, lets=True)
    view.show()
    assert {"2 of 2 here", "fortnightly", "Weekly", "Ways to fix it"} <= set(words(view))
    assert "every quarter" not in words(view)
    for label in ("Previous", "All 2 together"):
        press(view, label)
    assert asked == [line.parts[0].id, line.id]
