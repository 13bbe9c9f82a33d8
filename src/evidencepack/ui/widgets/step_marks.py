# SPDX-License-Identifier: MPL-2.0
"""The marks of how far steps and documents are."""

from __future__ import annotations

from evidencepack.ui.widgets.marks import Mark
from evidencepack.usecases.forms import StepState

_OF_STEPS = {
    StepState.EMPTY: Mark.NONE,
    StepState.STARTED: Mark.DRAFT,
    StepState.COMPLETE: Mark.DONE,
    StepState.ATTENTION: Mark.WARN,
}


def mark_of(state: StepState) -> Mark:
    """Return the mark of how far a step or a document is."""
    return _OF_STEPS[state]
