# SPDX-License-Identifier: MPL-2.0
"""What is asked before lines of a table go, and why some have to stay."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from evidencepack.ui.session import Session
from evidencepack.ui.words import counted, say
from evidencepack.usecases.changes import Single, apply_change
from evidencepack.usecases.forms import Line
from evidencepack.usecases.still_named import left_behind

_MOST = 6


def removal_words(session: Session, lines: Sequence[Line], changes: Sequence[Single]) -> tuple[str, str]:
    """Return the question that is asked before lines go, and what stays; words that will still name them too."""
    if lines[0].shared:
        title = counted(len(lines), "Remove this from every document?", "Remove these {n} from every document?")
        stays = say("Each document that shows it loses it. Its history stays.")
    else:
        title = counted(len(lines), "Remove this line?", "Remove these {n} lines?")
        stays = say("What it says goes from the document. Its history stays.")
    left = left_behind(session.facts, reduce(apply_change, changes, session.facts), session.library)
    if not left:
        return title, stays
    named = counted(len(left), "Words in one place still name it:", "Words in {n} places still name it:")
    return title, "\n\n".join((stays, named, _listed(left), say("Readiness lists them afterwards.")))


def stays_words(naming: Sequence[str]) -> str:
    """Return the sentences that say who refers to a line, and what to do."""
    return "\n\n".join(
        (say("These answers name it:"), _listed(naming), say("Nothing was removed. Change those answers first."))
    )


def _listed(sentences: Sequence[str]) -> str:
    shown = [f"• {sentence}" for sentence in sentences[:_MOST]]
    more = len(sentences) - _MOST
    return "\n".join((*shown, *([counted(more, "and one more", "and {n} more")] if more > 0 else ())))
