# SPDX-License-Identifier: MPL-2.0
"""What went out to be signed goes to another process and comes back as it was."""

from __future__ import annotations

from tests.scans.sending import version_out, with_files

from evidencepack.domain.signoff import SignEvent, State
from evidencepack.usecases.sent_text import ground_text, read_ground
from evidencepack.usecases.signing_off import SignGround


def test_versions_and_events_come_back_as_they_were() -> None:
    version, _ = with_files(version_out("Mémorandum <b>&{{"))
    event = SignEvent("1", version.copies[0].code, State.DECLINED, "2026-11-02", "2026-11-02T09:00:00Z", "Ann", "no")
    ground = SignGround("2026-11-03T09:00:00Z", "Ann", "0.1", (version,), (event,))
    assert read_ground(ground_text(ground)) == ground
