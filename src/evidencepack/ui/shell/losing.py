# SPDX-License-Identifier: MPL-2.0
"""Before a tender is let go: keep everything, and ask where something would be lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from evidencepack.ui.messages import Message, may_lose
from evidencepack.ui.save_state import SaveState
from evidencepack.ui.words import counted, say

if TYPE_CHECKING:
    from evidencepack.ui.session import Session

_QUOTED = 3


def may_let_go(parent: QWidget, session: Session) -> bool:
    """Keep what is waiting; ask before changes, entries or files are lost. Whether the tender may be let go."""
    problem = session.finish()
    if problem and not _may_lose_changes(parent, session, problem):
        return False
    return _may_lose_drafts(parent, session) and _may_lose_file(parent, session)


def _may_lose_changes(parent: QWidget, session: Session, problem: str) -> bool:
    title = say("The last changes are not saved.")
    return may_lose(parent, title, problem, do=say("Close and lose them"), watch=partial(_try_on, session))


def _try_on(session: Session, message: Message) -> None:
    """Go on trying to save while the question is open: once all is saved there is nothing to ask."""

    def settle(state: SaveState, _words: str) -> None:
        if state is SaveState.SAVED:
            message.accept()

    session.saving.connect(settle)
    message.finished.connect(lambda _result: session.saving.disconnect(settle))
    session.save()


def _may_lose_file(parent: QWidget, session: Session) -> bool:
    coming = session.filing.coming
    if not coming:
        return True
    title = say("“{file}” is still being looked at, and would not be attached.", file=coming[0])
    return may_lose(parent, title, say("All answers are saved."), do=say("Close without it"))


def _may_lose_drafts(parent: QWidget, session: Session) -> bool:
    """Keep what cannot be read as an answer yet; ask where that cannot be done."""
    drafts, why = list(session.drafts.values()), session.keep_drafts()
    if not why:
        return True
    quoted = " ".join(f"“{draft.text}”: {draft.problem}" for draft in drafts[:_QUOTED])
    title = counted(
        len(drafts),
        "One entry cannot be read as an answer yet, and would be lost.",
        "{n} entries cannot be read as an answer yet, and would be lost.",
    )
    sentence = f"{why} {quoted} {say('All other answers are saved.')}"
    return may_lose(parent, title, sentence, do=say("Close and lose it"))
