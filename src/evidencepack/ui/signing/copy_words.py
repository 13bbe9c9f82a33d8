# SPDX-License-Identifier: MPL-2.0
"""How a copy that went out stands, in the words and marks of the register."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import State
from evidencepack.ui.deadlines import shortest_day
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.words import say
from evidencepack.usecases.sign_register import CopyLine

SHORT: Mapping[State, tuple[Mark, str]] = {
    State.DRAFTED: (Mark.DRAFT, "Made"),
    State.PRINTED: (Mark.OUT, "Printed"),
    State.SENT: (Mark.OUT, "Sent"),
    State.CHASED: (Mark.OUT, "Chased"),
    State.RETURNED: (Mark.NOW, "Came back"),
    State.SIGNED: (Mark.OUT, "Partly signed"),
    State.ACCEPTED: (Mark.SIGNED, "Accepted"),
    State.DECLINED: (Mark.MISS, "Declined"),
    State.EXPIRED: (Mark.STALE, "Ran out"),
    State.SUPERSEDED: (Mark.SKIP, "Replaced"),
    State.WITHDRAWN: (Mark.SKIP, "Withdrawn"),
}
"""Mark and short word for each state of a copy."""

_LATE_STAYS = frozenset({State.DRAFTED, State.PRINTED, State.SENT, State.CHASED, State.SIGNED})


def copy_state(line: CopyLine) -> tuple[Mark, str]:
    """Return the mark and the word for how a copy stands."""
    mark, words = SHORT[line.state]
    return mark, say(words)


def is_only_out(line: CopyLine) -> bool:
    """Whether nothing came of a copy yet, so that a signature on it can be late."""
    return line.state in _LATE_STAYS


def last_day(line: CopyLine, today: date) -> str:
    """Return "12 Feb": the day on which something happened to a copy last."""
    return shortest_day(date.fromisoformat(line.events[-1].day), today) if line.events else ""


def day_and_code(line: CopyLine, today: date) -> str:
    """Return "12 Feb, code 7K3M-9Q2X"."""
    return ", ".join(filter(None, (last_day(line, today), say("code {code}", code=printed(line.copy.code)))))
