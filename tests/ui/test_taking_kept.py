# SPDX-License-Identifier: MPL-2.0
"""What the store keeps by itself is taken up: what waits to be kept stays on top, and there is no step to undo."""

from __future__ import annotations

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.store.workspace import Workspace
from evidencepack.ui.session import Session
from evidencepack.ui.store_thread import StoreThread
from evidencepack.usecases.changes import SetAnswer


def test_what_waits_stays_on_top_of_what_was_kept(session: Session, store: StoreThread) -> None:
    mou = next(session.facts.of_kind("mou")).id
    tender = session.facts.tender
    session.change(SetAnswer(FieldPath(mou, "purpose"), FieldType.LONG_TEXT, "Typed a moment ago."))

    def keep(workspace: Workspace) -> Facts:
        workspace.write(FieldPath(mou, "status"), FieldType.CHOICE, "out_for_signature")
        return workspace.facts(tender)

    said = []
    session.undo_changed.connect(lambda *told: said.append(told))
    session.take_kept(store.wait_for(keep))
    answers = session.facts.records[mou].answers
    assert (answers["status"], answers["purpose"]) == ("out_for_signature", "Typed a moment ago.")
    assert said == []
    assert session.finish() == ""
    kept = store.wait_for(lambda workspace: workspace.facts(tender)).records[mou].answers
    assert kept == answers
