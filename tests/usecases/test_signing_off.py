# SPDX-License-Identifier: MPL-2.0
"""A paper goes out to be signed once for all these tests, on a workspace of their own; what they change is a copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.short_code import short_code
from evidencepack.domain.signoff import SignEvent, State, state_of
from evidencepack.domain.values import FieldType
from evidencepack.pack.press import Format
from evidencepack.store.signoffs import VersionTakenError
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.carrying import read_facts
from evidencepack.usecases.finding_records import NotFoundError, find_record
from evidencepack.usecases.issuing import NotWrittenError
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.register import signature_rows
from evidencepack.usecases.sent_files import copies_for, sent_sentences, write_copies
from evidencepack.usecases.sign_events import Note, NotNotedError, note_event
from evidencepack.usecases.sign_register import CopyLine, copy_lines
from evidencepack.usecases.signed_papers import PaperWords
from evidencepack.usecases.signing_off import NotToSignError, Sending, SignPress, keep_sending, sign_ground
from evidencepack.usecases.workspaces import open_existing, tender_facts

PAPER = "TBN-LOS-MT"
_PAPERS = {PAPER, "TBN-NAR-01", "TBN-SIG-01", "TBN-GOV-01", "TBN-CS-01", "TBN-CS-02"}
HOSTILE = "  <b>&{{ Siân   Llŷr-Evans  "


@dataclass(frozen=True)
class Kept:
    """A workspace from which one letter went out, and what was made."""

    file: Path
    sending: Sending
    facts: Facts


def _press(program: Program) -> SignPress:
    return SignPress(program.library, program.press, formats=(Format.PDF,))


def _send(workspace: Workspace, program: Program, name: str = PAPER, by: str = "") -> Sending:
    facts = tender_facts(workspace, "")
    return _press(program).send(sign_ground(workspace), facts, name, by=by, progress=lambda *_: None)


def _leave_few(workspace: Workspace) -> None:
    """Take out the papers that the letter does not speak of: what goes out is the same, and it is quickly made."""
    with workspace.together():
        for record in tender_facts(workspace, "").records.values():
            if "version" in record.answers and record.reference not in _PAPERS:
                workspace.remove_record(record.id)


@pytest.fixture(scope="module")
def kept(program: Program, sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    file = Path(shutil.copy(sample_file, tmp_path_factory.mktemp("sent") / "mine.evidencepack"))
    with open_existing(file) as workspace:
        _leave_few(workspace)
        sending = _send(workspace, program, by=HOSTILE)
        keep_sending(workspace, sending)
        return Kept(file, sending, tender_facts(workspace, ""))


@pytest.fixture
def again(kept: Kept, tmp_path: Path) -> Path:
    return Path(shutil.copy(kept.file, tmp_path / "again.evidencepack"))


@pytest.fixture
def change(again: Path) -> Callable[..., None]:
    """Change one answer of the letter in the copy."""

    def call(field: str, value: str, type_: FieldType = FieldType.LONG_TEXT) -> None:
        with open_existing(again) as workspace:
            record = find_record(tender_facts(workspace, ""), PAPER)
            workspace.write(FieldPath(record.id, field), type_, value)

    return call


def _record(kept: Kept) -> Record:
    return find_record(kept.facts, PAPER)


def test_what_went_out_is_kept_whole_with_the_bytes_of_its_files(kept: Kept) -> None:
    with open_existing(kept.file, read_only=True) as workspace:
        assert workspace.sent_versions() == (kept.sending.version,)
        ((copy,),) = (one.copies for one in workspace.sent_versions())
        (file,) = copy.files
        assert workspace.issued_bytes(file.sha256) == kept.sending.files[file.name].data
    assert read_facts(kept.sending.version.answers.encode()).records[_record(kept).id] == _record(kept)
    assert kept.sending.version.by == "<b>&{{ Siân Llŷr-Evans"


def test_sheet_pack_and_register_have_one_version(kept: Kept, program: Program) -> None:
    paper = plan_of(kept.facts, program.library).made[_record(kept).id]
    assert paper.version == kept.sending.version.label == "1.0"
    assert paper.content_hash == kept.sending.version.content_hash
    assert _record(kept).answers["status"] == "out_for_signature"
    assert kept.sending.version.number == 1


def test_the_copy_is_drafted(kept: Kept) -> None:
    with open_existing(kept.file, read_only=True) as workspace:
        (event,) = workspace.sign_events()
    assert (event.state, event.code) == (State.DRAFTED, kept.sending.version.copies[0].code)


def test_the_same_words_are_no_new_version_and_give_the_same_files(again: Path, kept: Kept, program: Program) -> None:
    with open_existing(again) as workspace:
        sending = _send(workspace, program)
        keep_sending(workspace, sending)
        assert sending.again
        assert sending.version == replace(kept.sending.version, blocks="", answers="")
        assert len(workspace.sent_versions()) == 1
    assert "same files, bit by bit" in next(sent_sentences(sending.version, sending.version.copies, again=True))


def test_other_words_go_out_as_the_next_whole_version_and_what_was_out_counts_no_more(
    again: Path, change: Callable[..., None], kept: Kept, program: Program
) -> None:
    change("own_role", "Two connectors, and one more from May")
    with open_existing(again) as workspace:
        sending, meanwhile = (_send(workspace, program) for _ in range(2))
        keep_sending(workspace, sending)
        record = find_record(tender_facts(workspace, ""), PAPER)
        events = workspace.sign_events()
        with pytest.raises(VersionTakenError, match="Nothing was frozen"):
            keep_sending(workspace, meanwhile)
        assert workspace.sign_events() == events
        assert workspace.sent_versions() == (kept.sending.version, sending.version)
    assert (sending.version.label, record.answers["version"]) == ("2.0", "2.0")
    old, new = (one.copies[0].code for one in (kept.sending.version, sending.version))
    assert old != new
    assert state_of([one for one in events if one.code == old]) is State.SUPERSEDED
    assert state_of([one for one in events if one.code == new]) is State.DRAFTED


def test_a_paper_with_a_gap_is_not_frozen(again: Path, change: Callable[..., None], program: Program) -> None:
    change("own_role", "")
    with open_existing(again) as workspace, pytest.raises(NotToSignError, match="nobody should sign a paper with gaps"):
        _send(workspace, program)


@pytest.mark.parametrize(
    ("name", "fault", "words"),
    [
        ("TBN-NAR-01", NotToSignError, "Nobody is asked to sign TBN-NAR-01. Nothing was frozen"),
        ("TBN-NOT-99", NotFoundError, "Nothing is called"),
        ("FB", NotFoundError, "is not a document but a record"),
    ],
)
def test_what_nobody_signs_does_not_go_out(
    kept: Kept, program: Program, name: str, fault: type[Exception], words: str
) -> None:
    with open_existing(kept.file, read_only=True) as workspace, pytest.raises(fault, match=words):
        _send(workspace, program, name)


def test_a_paper_that_was_withdrawn_does_not_go_out(again: Path, change: Callable[..., None], program: Program) -> None:
    change("status", "withdrawn", FieldType.CHOICE)
    with open_existing(again) as workspace, pytest.raises(NotToSignError, match="was replaced or withdrawn"):
        _send(workspace, program)


@pytest.mark.parametrize("name", ["", "maitree", "Maitree Community Trust", "mt"])
def test_one_partner_is_found_by_each_of_its_names(kept: Kept, name: str) -> None:
    assert copies_for(kept.sending.version, kept.facts, name) == kept.sending.version.copies


def test_a_partner_that_is_not_asked_is_named_with_those_who_are(kept: Kept) -> None:
    with pytest.raises(NotFoundError, match=r"“Kestrel” is not asked to sign TBN-LOS-MT\. .* Asked: .*Maitree"):
        copies_for(kept.sending.version, kept.facts, "Kestrel")


def test_files_are_written_as_often_as_need_be_bit_by_bit(kept: Kept, tmp_path: Path) -> None:
    version = kept.sending.version
    with open_existing(kept.file, read_only=True) as workspace:
        handed = write_copies(workspace, version, version.copies, tmp_path / "out")
        write_copies(workspace, version, version.copies, tmp_path / "out")
    (file,) = handed.files
    assert (tmp_path / "out" / file.name).read_bytes() == kept.sending.files[file.name].data
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "TBN-LOS-MT-sign-off.manifest.json",
        "TBN-LOS-MT-v1.0-for-Maitree.pdf",
    ]


def test_a_folder_that_cannot_be_written_costs_nothing(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    version = kept.sending.version
    with (
        open_existing(kept.file, read_only=True) as workspace,
        pytest.raises(NotWrittenError, match="is kept in the workspace all the same"),
    ):
        write_copies(workspace, version, version.copies, tmp_path / "out")


def _line(workspace: Workspace, facts: Facts, version: int = 1) -> CopyLine:
    copies = copy_lines(workspace.sent_versions(), workspace.sign_events(), facts.tender)
    return next(one for one in copies if one.version.number == version)


def _note(workspace: Workspace, program: Program, note: Note, version: int = 1) -> SignEvent:
    facts = tender_facts(workspace, "")
    return note_event(workspace, facts, program.library, _line(workspace, facts, version), note)


def test_an_accepted_copy_is_recorded_in_the_sign_off_sheet_in_one_go(
    again: Path, kept: Kept, program: Program
) -> None:
    with open_existing(again) as workspace:
        today = sign_ground(workspace).today
        _note(workspace, program, Note(State.RETURNED, today))
        event = _note(workspace, program, Note(State.ACCEPTED, today, deputy=HOSTILE, authority=" Minute  7 "))
        facts = tender_facts(workspace, "")
        assert workspace.sign_events()[-1] == event
    assert (event.deputy, event.authority) == ("<b>&{{ Siân Llŷr-Evans", "Minute 7")
    (row,) = (one for one in signature_rows(facts, program.library, today=today) if one.paper == _record(kept).id)
    assert row.signed_on == today
    assert row.method == "On paper"
    assert PaperWords(program.library).changed(facts) == ()


def test_of_two_who_sign_each_is_recorded_alone_and_the_last_has_the_copy_accepted(
    again: Path, kept: Kept, program: Program
) -> None:
    (copy,) = kept.sending.version.copies
    (first,) = copy.signers
    second = replace(first, person="gone", name=HOSTILE)
    code = short_code(b"of two")
    two = replace(kept.sending.version, id="two", number=2, copies=(replace(copy, code=code, signers=(second, first)),))
    with open_existing(again) as workspace:
        today = sign_ground(workspace).today
        workspace.keep_sent(two, {name: one.data for name, one in kept.sending.files.items()})
        for signer, fault in (("", "Say who of those asked"), ("Nobody", "Asked: .*Rabeya")):
            with pytest.raises(NotNotedError, match=fault):
                _note(workspace, program, Note(State.SIGNED, today, signer=signer), 2)
        assert _note(workspace, program, Note(State.SIGNED, today, signer=HOSTILE.upper()), 2).words == HOSTILE
        assert _signed_on(workspace, program, kept) == date(2027, 2, 3)  # as the sample has it
        with pytest.raises(NotNotedError, match=r"has signed copy .* already"):
            _note(workspace, program, Note(State.SIGNED, today, signer=HOSTILE), 2)
        last = _note(workspace, program, Note(State.SIGNED, today, signer="rabeya  sultana", deputy="A. Deputy"), 2)
        assert last.state is State.ACCEPTED
        assert _signed_on(workspace, program, kept) == today
        assert [(one.state, one.deputy) for one in workspace.sign_events()[-2:]] == [
            (State.SIGNED, "A. Deputy"),
            (State.ACCEPTED, ""),
        ]


def _signed_on(workspace: Workspace, program: Program, kept: Kept) -> date | None:
    rows = signature_rows(tender_facts(workspace, ""), program.library, today=sign_ground(workspace).today)
    return next(one.signed_on for one in rows if one.paper == _record(kept).id)


def test_a_signature_that_comes_after_a_change_stands_on_the_words_that_went_out(
    again: Path, change: Callable[..., None], kept: Kept, program: Program
) -> None:
    change("own_role", "Two connectors, and one more from July")
    with open_existing(again) as workspace:
        _note(workspace, program, Note(State.ACCEPTED, sign_ground(workspace).today))
        facts = tender_facts(workspace, "")
    assert [one.paper.id for one in PaperWords(program.library).changed(facts)] == [_record(kept).id]


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (Note(State.DECLINED, date.max), "Say why copy .* is declined"),
        (Note(State.WITHDRAWN, date.max, words="   "), "Say why copy .* is withdrawn"),
        (Note(State.SENT, date.max), "9999-12-31 is still to come"),
        (Note(State.SENT, date(2001, 1, 1)), "nothing can have happened to it before"),
        (Note(State.DRAFTED, date.max), "is drafted, and cannot be drafted after that"),
    ],
)
def test_what_cannot_be_so_is_not_noted(again: Path, program: Program, note: Note, words: str) -> None:
    with open_existing(again) as workspace:
        before = workspace.sign_events()
        with pytest.raises(NotNotedError, match=words):
            _note(workspace, program, note)
        assert workspace.sign_events() == before
