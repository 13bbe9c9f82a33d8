# SPDX-License-Identifier: MPL-2.0
"""A letter that was signed, and what its changes mean for whoever signed it; each test has a copy of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageColor
from tests.scans.coming_back import taken_in
from tests.usecases.letter_out import LETTER

from evidencepack.bootstrap import Program
from evidencepack.domain.came_back import Seen, saw
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.signoff import INITIALS, SignEvent, State
from evidencepack.domain.values import FieldType, Scalar
from evidencepack.pack.press import Format
from evidencepack.signoff.comparing import words_changed
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.confirming import all_confirmed
from evidencepack.usecases.entering import set_answer
from evidencepack.usecases.finding_records import NotFoundError, find_record
from evidencepack.usecases.keeping_scans import Desk, LookedAt, keep_scans
from evidencepack.usecases.sign_changes import (
    Effect,
    SignatureTouched,
    find_version,
    newly_touched,
    said_by,
    said_now,
    signatures_touched,
)
from evidencepack.usecases.sign_comparing import Compared, ComparisonPrinter
from evidencepack.usecases.sign_events import Note, note_event
from evidencepack.usecases.sign_register import chase_lines, copy_lines
from evidencepack.usecases.signed_pages import signed_pages_of
from evidencepack.usecases.signed_papers import PaperWords
from evidencepack.usecases.signing_off import NotToSignError, Sending, SignPress, keep_sending, sign_ground
from evidencepack.usecases.workspaces import open_existing, tender_facts

TERMS = "TBN-HOT-01"
HOSTILE = "Two connectors <b>&{{"


@pytest.fixture(scope="module")
def signed_file(program: Program, letter_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace from which the letter went out, and in which it was signed."""
    file = Path(shutil.copy(letter_file, tmp_path_factory.mktemp("signed") / "signed.evidencepack"))
    with open_existing(file) as workspace:
        _note(workspace, program, State.ACCEPTED)
    return file


@pytest.fixture
def signed(signed_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(signed_file, tmp_path / "signed.evidencepack"))


def _note(workspace: Workspace, program: Program, state: State) -> SignEvent:
    """Note something of the newest copy."""
    facts, ground = tender_facts(workspace, ""), sign_ground(workspace)
    line = copy_lines(ground.sent, ground.events, facts.tender)[-1]
    return note_event(workspace, facts, program.library, line, Note(state, ground.today, "why"))


def _change(workspace: Workspace, field: str, value: Scalar, type_: FieldType) -> None:
    record = find_record(tender_facts(workspace, ""), LETTER)
    workspace.write(FieldPath(record.id, field), type_, value)


def _role(workspace: Workspace, words: str = HOSTILE) -> None:
    """Change what a signature is for."""
    _change(workspace, "own_role", words, FieldType.LONG_TEXT)


def _day(workspace: Workspace) -> None:
    """Change what somebody who signed is to be told."""
    _change(workspace, "letter_date", date(2027, 1, 30), FieldType.DATE)


def _phone(workspace: Workspace) -> None:
    """Change what nobody who signed has to know."""
    _change(workspace, "phone", "020 7946 0999", FieldType.TEXT)


def _touched(workspace: Workspace, program: Program) -> tuple[SignatureTouched, ...]:
    facts, ground = tender_facts(workspace, ""), sign_ground(workspace, whole=True)
    return signatures_touched(find_record(facts, LETTER), facts, program.library, ground.lines(facts.tender))


def _send(workspace: Workspace, program: Program, name: str = LETTER, *, changes: bool = True) -> Sending:
    press = SignPress(program.library, program.press, formats=(Format.PDF,), changes=changes)
    ground = sign_ground(workspace, whole=True)
    sending = press.send(ground, tender_facts(workspace, ""), name, by="Ann", progress=lambda *_: None)
    keep_sending(workspace, sending)
    return sending


def _states(workspace: Workspace) -> list[State]:
    ground = sign_ground(workspace)
    return [one.state for one in copy_lines(ground.sent, ground.events, tender_facts(workspace, "").tender)]


def _changed(workspace: Workspace, program: Program) -> int:
    """Return how many signatures stand under other words than the paper says."""
    return len(PaperWords(program.library).changed(tender_facts(workspace, "")))


@pytest.mark.parametrize(
    ("change", "effect", "words"),
    [
        (_role, Effect.RE_SIGN, "and has to sign again, or to initial the changes: "),
        (_day, Effect.NOTIFY, "and is to be told, and need not sign again: "),
        (_phone, Effect.NOTHING, "and need not know."),
    ],
)
def test_a_change_says_whose_signature_it_touches_and_how(
    signed: Path, program: Program, change: Callable[[Workspace], None], effect: Effect, words: str
) -> None:
    with open_existing(signed) as workspace:
        (before,) = _touched(workspace, program)
        assert (before.changes, before.sentence.endswith("), and nothing has changed since.")) == ((), True)
        change(workspace)
        (one,) = _touched(workspace, program)
    assert one.effect is effect
    assert words in one.sentence
    assert one.sentence.startswith(
        "Rabeya Sultana (রাবেয়া সুলতানা) signed TBN-LOS-MT, version 1.0, for Maitree Community Trust"
    )


def test_who_signed_gets_a_note_and_their_initials_have_the_signature_stand_on_the_new_words(
    signed: Path, program: Program
) -> None:
    with open_existing(signed) as workspace:
        _role(workspace)
        _day(workspace)
        sending = _send(workspace, program)
        (copy,), (file,) = sending.version.copies, sending.files.values()
        assert (sending.version.number, copy.is_change_note, len(copy.pages)) == (2, True, 1)
        assert file.name == "TBN-LOS-MT-v2.0-changes-for-Maitree.pdf"
        assert all_confirmed([file])
        assert [one.what for one in copy.areas] == [INITIALS, "date", "words"]
        assert [one.initials for one in copy.signers] == [True]
        assert _states(workspace) == [State.ACCEPTED, State.DRAFTED]
        assert _changed(workspace, program) == 1
        _note(workspace, program, State.SENT)
        assert _changed(workspace, program) == 1
        _note(workspace, program, State.ACCEPTED)
        assert _changed(workspace, program) == 0
        assert [one.line.version.number for one in _touched(workspace, program)] == [2]


def test_who_declines_a_note_has_signed_the_words_of_before(signed: Path, program: Program) -> None:
    with open_existing(signed) as workspace:
        _role(workspace)
        _send(workspace, program)
        _note(workspace, program, State.DECLINED)
        assert _changed(workspace, program) == 1
        (one,) = _touched(workspace, program)
        assert (one.line.version.number, one.effect) == (1, Effect.RE_SIGN)
        _role(workspace, "One connector")
        again = _send(workspace, program).version
        assert (again.number, _states(workspace)) == (3, [State.ACCEPTED, State.DECLINED, State.DRAFTED])


def test_what_is_only_to_be_told_asks_for_nothing_and_is_told_when_it_is_sent(signed: Path, program: Program) -> None:
    with open_existing(signed) as workspace:
        _day(workspace)
        (copy,) = _send(workspace, program).version.copies
        assert (copy.is_change_note, copy.signers, copy.areas) == (True, (), ())
        assert _changed(workspace, program) == 1
        _note(workspace, program, State.SENT)
        assert _changed(workspace, program) == 0
        assert _stands_on(workspace, program) == workspace.sent_versions()[-1].content_hash
        ground = sign_ground(workspace)
        assert chase_lines(copy_lines(ground.sent, ground.events, tender_facts(workspace, "").tender)) == ()
        _role(workspace)
        (one,) = _touched(workspace, program)
        assert (one.line.version.number, one.signer.name.partition(" (")[0]) == (2, "Rabeya Sultana")
        _send(workspace, program)
        assert _states(workspace) == [State.ACCEPTED, State.SENT, State.DRAFTED]


def _stands_on(workspace: Workspace, program: Program) -> str:
    """Return the fingerprint of the words on which the pack has the signature stand, once its page is kept."""
    facts, versions = tender_facts(workspace, ""), workspace.sent_versions(whole=False)
    copy = versions[0].copies[0]
    places = tuple(saw(copy, one, Seen.SIGNED) for one in copy.areas if one.what == "signature")
    looked = LookedAt(places, sign_ground(workspace).today)
    keep_scans(Desk(workspace, facts, program.library), taken_in(versions[:1]), copy.code, looked)
    (paper,) = signed_pages_of(workspace, facts, program.library).papers.values()
    (kept,) = paper.copies
    return kept.content_hash


def test_without_a_signature_or_a_change_that_matters_there_is_nothing_to_tell(signed: Path, program: Program) -> None:
    with open_existing(signed) as workspace:
        _phone(workspace)
        with pytest.raises(NotToSignError, match=r"Nothing has changed in .* that those who signed"):
            _send(workspace, program)
        _note(workspace, program, State.WITHDRAWN)
        with pytest.raises(NotToSignError, match="Nobody’s signature stands on TBN-LOS-MT yet"):
            _send(workspace, program)
        assert len(workspace.sent_versions()) == 1


def test_a_whole_new_version_takes_the_place_of_what_was_signed(signed: Path, program: Program) -> None:
    with open_existing(signed) as workspace:
        _role(workspace)
        assert not _send(workspace, program, changes=False).version.copies[0].is_change_note
        assert _states(workspace) == [State.SUPERSEDED, State.DRAFTED]
        assert _touched(workspace, program) == ()


def test_two_versions_are_printed_as_a_list_and_with_new_words_marked(
    signed: Path, program: Program, tmp_path: Path
) -> None:
    with open_existing(signed) as workspace:
        before, (version,) = tender_facts(workspace, ""), workspace.sent_versions()
        _role(workspace)
        facts = tender_facts(workspace, "")
    paper, was = find_record(facts, LETTER), said_by(version)
    now = said_now(paper, facts, program.library)
    assert was.facts.records[paper.id] == before.records[paper.id]
    printer = ComparisonPrinter(program.library, program.press, {})
    changes = words_changed(was, now, program.library)
    made = printer.print_into(tmp_path, facts, paper, Compared("1.0", "now", was, now, changes))
    assert all_confirmed([made])
    assert (tmp_path / made.name).read_bytes() == made.data
    with pypdfium2.PdfDocument(made.data) as document:
        first, second = (" ".join(document[at].get_textpage().get_text_bounded().split()) for at in (0, 1))
        marked = _has_ground(document[1], program)
    assert "To sign again, or to initial: one change" in first
    assert HOSTILE in first
    assert HOSTILE in second
    assert marked
    same = printer.print_into(tmp_path, facts, paper, Compared("now", "now", now, now, ()))
    with pypdfium2.PdfDocument(same.data) as document:
        assert "Nothing has changed." in document[0].get_textpage().get_text_bounded()
        assert not _has_ground(document[1], program)


def _has_ground(page: pypdfium2.PdfPage, program: Program) -> bool:
    """Whether words of a page stand on the ground of marks."""
    ground = ImageColor.getrgb(program.press.theme.colours["tint2"])
    found = page.render().to_pil().convert("RGB").getcolors(1 << 20)
    return any(max(abs(one - other) for one, other in zip(colour, ground, strict=True)) < 3 for _, colour in found)


def test_a_version_is_found_by_its_number_and_none_other_is(signed_file: Path) -> None:
    with open_existing(signed_file, read_only=True) as workspace:
        (version,) = workspace.sent_versions()
    newer = replace(version, number=2)
    assert find_version([version, newer], version.record, 0) is newer
    assert find_version([version, newer], version.record, 1) is version
    with pytest.raises(NotFoundError, match=r"No version 3\.0 of it went out to be signed\. Went out: 1\.0, 2\.0"):
        find_version([version, newer], version.record, 3)
    with pytest.raises(NotFoundError, match="Went out: none"):
        find_version([version], "another", 0)


def test_of_an_edit_only_the_signatures_are_told_for_which_it_changes_anything(signed: Path, program: Program) -> None:
    with open_existing(signed) as workspace:
        before, ground = tender_facts(workspace, ""), sign_ground(workspace, whole=True)
        lines = ground.lines(before.tender)
        assert newly_touched(before, before, program.library, lines) == ()
        _role(workspace)
        (one,) = newly_touched(before, after := tender_facts(workspace, ""), program.library, lines)
        assert one.effect is Effect.RE_SIGN
        assert not one.sentence.endswith("?.")
        _change(workspace, "letter_date", date(2027, 1, 30), FieldType.DATE)
        (both,) = newly_touched(after, tender_facts(workspace, ""), program.library, lines)
        assert len(both.changes) == 2


def test_of_two_partners_who_has_signed_gets_the_note_and_the_other_the_whole_paper(
    own_file: Path, program: Program
) -> None:
    with open_existing(own_file) as workspace:
        with workspace.together():
            for record in tender_facts(workspace, "").records.values():
                if "version" in record.answers and record.reference not in {TERMS, "TBN-MOU-01", "TBN-SIG-01"}:
                    workspace.remove_record(record.id)
        first = _send(workspace, program, TERMS, changes=False).version
        _note(workspace, program, State.ACCEPTED)
        set_answer(workspace, f"{TERMS}/payment_days", "45", library=program.library, today=date(2026, 11, 24))
        second = _send(workspace, program, TERMS).version
        states = _states(workspace)
    assert [one.is_change_note for one in first.copies] == [False, False]
    assert [(one.party, one.is_change_note) for one in second.copies] == [
        (first.copies[0].party, False),
        (first.copies[1].party, True),
    ]
    assert states == [State.SUPERSEDED, State.ACCEPTED, State.DRAFTED, State.DRAFTED]
