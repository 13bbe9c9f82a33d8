# SPDX-License-Identifier: MPL-2.0
"""What came back of a letter that went out once for all these tests; what each changes is a copy of the workspace."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.scans.coming_back import FILE, SIZE, picture, taken_in

from evidencepack.bootstrap import Program
from evidencepack.domain.came_back import Seen, SeenPlace, Way, newest_pages, saw
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentCopy, Signer, State, state_of
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.keeping_scans import Desk, Kept, LookedAt, NotKeptError, keep_scans, returned_files
from evidencepack.usecases.register import signature_rows
from evidencepack.usecases.sign_events import NotNotedError
from evidencepack.usecases.taking_in import TakenIn
from evidencepack.usecases.workspaces import open_existing, tender_facts

HOSTILE = "  <b>&{{ Siân   Llŷr-Evans  "


@pytest.fixture
def desk(letter_file: Path, program: Program, tmp_path: Path) -> Iterator[Desk]:
    with open_existing(Path(shutil.copy(letter_file, tmp_path / "mine.evidencepack"))) as workspace:
        yield Desk(workspace, tender_facts(workspace, ""), program.library)


def _copy(desk: Desk) -> SentCopy:
    (version,) = desk.workspace.sent_versions(whole=False)
    return version.copies[0]


def _taken(desk: Desk, *pages: int) -> TakenIn:
    return taken_in(desk.workspace.sent_versions(whole=False), pages=pages)


def _places(desk: Desk, seen: Seen) -> tuple[SeenPlace, ...]:
    copy = _copy(desk)
    return tuple(saw(copy, one, seen) for one in copy.areas if one.what == "signature")


def _keep(desk: Desk, taken: TakenIn, *places: SeenPlace, on: date | None = None, by: str = HOSTILE) -> Kept:
    day = on or date.fromisoformat(desk.workspace.now[:10])
    return keep_scans(desk, taken, printed(_copy(desk).code), LookedAt(places, day, by))


def _states(workspace: Workspace) -> list[State]:
    return [one.state for one in workspace.sign_events()]


def test_a_copy_whose_every_place_is_signed_is_kept_and_accepted_and_recorded(desk: Desk, program: Program) -> None:
    copy, workspace = _copy(desk), desk.workspace
    kept = _keep(desk, _taken(desk), *_places(desk, Seen.SIGNED))
    assert kept.state is State.ACCEPTED
    assert _states(workspace) == [State.DRAFTED, State.RETURNED, State.ACCEPTED]
    (came,) = workspace.signed_returns()
    assert came == kept.came
    assert (came.way, came.by, came.event) == (Way.SCAN, "<b>&{{ Siân Llŷr-Evans", workspace.sign_events()[-1].id)
    assert [one.seen for one in came.places] == [Seen.SIGNED]
    (row,) = (
        one
        for one in signature_rows(tender_facts(workspace, ""), program.library, today=date(2030, 1, 1))
        if one.party == copy.party and one.reference == "TBN-LOS-MT"
    )
    assert row.signed_on == date.fromisoformat(workspace.now[:10])
    assert "TBN-LOS-MT version 1.0 for Maitree Community Trust: pages 1 to" in kept.told[0]
    assert kept.told[0].endswith("kept; it is accepted.")


def test_the_pages_that_intake_made_are_kept_with_the_hash_of_the_file_that_came(desk: Desk) -> None:
    kept = _keep(desk, _taken(desk))
    pages = newest_pages(_copy(desk).code, desk.workspace.signed_returns())
    assert [*pages] == [*range(1, len(_copy(desk).pages) + 1)]
    last = [*pages.values()][-1]
    assert desk.workspace.issued_bytes(last.sha256) == picture(last.number)
    assert (last.file, last.file_sha256) == (FILE, hashlib.sha256(FILE.encode()).hexdigest())
    assert (last.at, last.width, last.height, last.typed) == (last.number, *SIZE, False)
    assert kept.state is State.RETURNED
    assert any("nobody has looked" in one for one in kept.told)


@pytest.mark.parametrize("seen", [Seen.NOT_SIGNED, Seen.CANNOT_TELL])
def test_what_is_not_surely_signed_is_returned_and_not_accepted(desk: Desk, seen: Seen) -> None:
    kept = _keep(desk, _taken(desk), *_places(desk, seen))
    assert (kept.state, _states(desk.workspace)) == (State.RETURNED, [State.DRAFTED, State.RETURNED])
    assert seen.value in desk.workspace.sign_events()[-1].words


def test_a_page_that_was_unsigned_can_come_again_signed_with_the_others_kept(desk: Desk) -> None:
    _keep(desk, _taken(desk), *_places(desk, Seen.NOT_SIGNED))
    page = _copy(desk).areas[_places(desk, Seen.SIGNED)[0].area].page
    kept = _keep(desk.anew(), _taken(desk, page), *_places(desk, Seen.SIGNED))
    assert kept.state is State.ACCEPTED
    assert [len(one.pages) for one in desk.workspace.signed_returns()] == [len(_copy(desk).pages), 1]
    assert any("did not come back" in one for one in kept.told)


def test_the_same_pages_with_the_same_said_of_them_are_kept_once(desk: Desk) -> None:
    first = _keep(desk, _taken(desk), *_places(desk, Seen.SIGNED))
    again = _keep(desk.anew(), _taken(desk), *_places(desk, Seen.SIGNED))
    assert (again.again, again.came) == (True, first.came)
    assert len(desk.workspace.signed_returns()) == 1


def test_a_copy_that_counts_no_more_is_kept_and_never_accepted(desk: Desk) -> None:
    line = desk.line(_copy(desk).code)
    event = replace(line.events[-1], id="gone", state=State.WITHDRAWN, words="no longer wanted")
    desk.workspace.note_signing(event)
    kept = _keep(desk, _taken(desk), *_places(desk, Seen.SIGNED))
    assert (kept.state, kept.came.event) == (State.WITHDRAWN, "")
    assert kept.told[-1] == "A copy that is withdrawn cannot be accepted: a signature on it does not count."
    assert len(desk.workspace.signed_returns()) == 1


def test_one_of_two_who_sign_is_noted_by_name_and_the_other_awaited(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (version,) = desk.workspace.sent_versions()
    (copy,) = version.copies
    box = next(one for one in copy.areas if one.what == "signature")
    two = replace(
        copy,
        signers=(*copy.signers, Signer("", "Second Trustee", "Trustee", "before_submission")),
        areas=(*copy.areas, replace(box, y=box.y + 100)),
    )
    both = replace(version, copies=(two,))
    monkeypatch.setattr(Workspace, "sent_versions", lambda *_, **__: (both,))
    kept = _keep(desk, taken_in([both]), saw(two, two.areas[-1], Seen.SIGNED))
    assert kept.state is State.SIGNED
    assert desk.workspace.sign_events()[-1].words == "Second Trustee"


def test_what_came_back_can_be_opened_again(desk: Desk) -> None:
    code = _copy(desk).code
    with pytest.raises(NotFoundError, match="Nothing was kept that came back of copy"):
        returned_files(desk.workspace, code)
    _keep(desk, _taken(desk))
    whole = [*range(1, len(_copy(desk).pages) + 1)]
    assert returned_files(desk.workspace, code) == {f"{code}-page-{at:03}.jpg": picture(at) for at in whole}


def test_what_cannot_be_so_is_refused_and_nothing_is_kept(desk: Desk) -> None:
    tomorrow = date.fromisoformat(desk.workspace.now[:10]).replace(year=2099)
    signed, before = _places(desk, Seen.SIGNED), desk.workspace.sign_events()
    with pytest.raises(NotNotedError, match="is still to come"):
        _keep(desk, _taken(desk), *signed, on=tomorrow)
    with pytest.raises(NotKeptError, match="is no place to sign"):
        _keep(desk, _taken(desk), replace(signed[0], area=99))
    with pytest.raises(NotKeptError, match="did not come back, on which stands"):
        _keep(desk, _taken(desk, 1), *signed)
    with pytest.raises(NotFoundError, match="No page of these files is one of copy"):
        _keep(desk, replace(_taken(desk), intake=replace(_taken(desk).intake, returned=())), *signed)
    assert desk.workspace.signed_returns() == ()
    assert desk.workspace.sign_events() == before


def test_a_copy_that_was_declined_can_come_back_signed_all_the_same(desk: Desk) -> None:
    event = replace(desk.line(_copy(desk).code).events[-1], id="no", state=State.DECLINED, words="not yet")
    desk.workspace.note_signing(event)
    _keep(desk, _taken(desk), *_places(desk, Seen.SIGNED))
    assert state_of(desk.workspace.sign_events()) is State.ACCEPTED
