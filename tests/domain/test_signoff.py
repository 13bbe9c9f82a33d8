# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.domain.signoff import INITIALS, InkArea, SentCopy, Signer, SignEvent, State, signed_by, state_of

ADA, BEN = "Ada <b>&{{", "Ben"


def _event(state: State, words: str = "") -> SignEvent:
    return SignEvent("e", "CODE", state, "2027-02-02", "2027-02-02T10:00:00Z", "Jane", words)


def _copy(*what: str, signers: int = 1) -> SentCopy:
    areas = tuple(InkArea(one, 1, 0, 0, 9, 9, one) for one in what)
    return SentCopy("CODE", "p", "Maitree", (Signer("i", ADA, "Chair", "on_award"),) * signers, (), areas, ())


def test_a_copy_stands_as_was_noted_last_and_a_certificate_changes_nothing() -> None:
    assert state_of([]) is State.DRAFTED
    assert state_of([_event(State.SENT), _event(State.SIGNED, ADA)]) is State.SIGNED
    assert state_of([_event(State.SENT), _event(State.CERTIFIED, "ab" * 32)]) is State.SENT


@pytest.mark.parametrize("lost", [State.DECLINED, State.EXPIRED])
def test_who_signed_one_by_one_is_known_until_a_copy_is_declined_or_runs_out(lost: State) -> None:
    events = [_event(State.SIGNED, ADA), _event(State.CHASED), _event(State.SIGNED, BEN)]
    assert signed_by(events) == {ADA, BEN}
    assert signed_by([*events, _event(lost)]) == frozenset()
    assert signed_by([*events, _event(lost), _event(State.SIGNED, BEN)]) == {BEN}


def test_a_note_of_changes_asks_for_initials_or_for_nothing() -> None:
    assert _copy(INITIALS, "date").is_change_note
    assert _copy(signers=0).is_change_note
    assert not _copy("signature", "date").is_change_note
    assert not _copy().is_change_note
    assert not _copy("signature", signers=0).is_change_note
