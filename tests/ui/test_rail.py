# SPDX-License-Identifier: MPL-2.0
"""The steps of a form: what must be fixed stands beside those that somebody has begun, and beside no other."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from evidencepack.ui.rail import StepsModel
from evidencepack.ui.widgets.marks import Mark
from evidencepack.usecases.badges import Badge
from evidencepack.usecases.forms import StepState, StepView


@pytest.mark.usefixtures("qapp")
def test_a_step_that_nobody_has_begun_is_still_to_do_and_nothing_in_it_is_wrong() -> None:
    assert QApplication.instance() is not None
    model = StepsModel()
    steps = (("Who", StepState.STARTED, 2), ("Why", StepState.EMPTY, 3), ("How", StepState.ATTENTION, 1))

    model.show_steps([StepView(*one) for one in (*steps, ("When", StepState.COMPLETE, 0))], {0: Badge(must=1)})

    assert [model.mark_of(step) for step in range(4)] == [Mark.BLOCK, Mark.NONE, Mark.WARN, Mark.DONE]
    assert [model.second_of(step) for step in range(4)] == ["1 must fix", "3 answers needed", "Look again", ""]
