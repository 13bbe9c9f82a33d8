# SPDX-License-Identifier: MPL-2.0
"""From what was kept of a letter to the pack: what each signature is, and the signed page in the bundle."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from tests.scans.coming_back import picture, taken_in
from tests.usecases.letter_out import LETTER

from evidencepack.bootstrap import Program
from evidencepack.domain.came_back import Seen, saw
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.signed_paper import NOTHING_SIGNED, SignedPages, What
from evidencepack.domain.signoff import SentCopy, State
from evidencepack.domain.trade import SignatureStage
from evidencepack.domain.values import FieldType, Reference, Row, Table
from evidencepack.pack.press import Format
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.exporting import Exporter, Made
from evidencepack.usecases.finding_records import find_record
from evidencepack.usecases.keeping_scans import Desk, LookedAt, keep_scans
from evidencepack.usecases.preflight import preflight_of
from evidencepack.usecases.register import SignatureRow, Signing
from evidencepack.usecases.sign_events import Note, note_event
from evidencepack.usecases.sign_register import copy_lines
from evidencepack.usecases.signed_pages import NotPrintedError, print_sheets, signed_pages_of, signed_papers
from evidencepack.usecases.workspaces import open_existing, tender_facts


@dataclass(frozen=True)
class Signed:
    """A workspace with a letter that came back signed by hand, and what goes from it into a pack."""

    file: Path
    facts: Facts
    pages: SignedPages
    copy: SentCopy


@pytest.fixture(scope="module")
def signed(program: Program, letter_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Signed:
    file = Path(shutil.copy(letter_file, tmp_path_factory.mktemp("kept") / "mine.evidencepack"))
    with open_existing(file) as workspace:
        desk = Desk(workspace, tender_facts(workspace, ""), program.library)
        versions = workspace.sent_versions(whole=False)
        copy = versions[0].copies[0]
        places = tuple(saw(copy, one, Seen.SIGNED) for one in copy.areas if one.what == "signature")
        day = date.fromisoformat(workspace.now[:10])
        keep_scans(desk, taken_in(versions), copy.code, LookedAt(places, day))
        facts = tender_facts(workspace, "")
        return Signed(file, facts, signed_pages_of(workspace, facts, program.library), copy)


@pytest.fixture(scope="module")
def made(program: Program, signed: Signed) -> Made:
    exporter = Exporter(program.library, program.press, (Format.PDF,), signed=signed.pages)
    return exporter.make_pack(_with_a_slot(signed.facts), progress=lambda *_: None)


def _with_a_slot(facts: Facts) -> Facts:
    """Return the tender with one place on the portal, for the letter alone."""
    row = Row(new_id(), {"what": "paper", "paper": Reference(find_record(facts, LETTER).id)})
    slot = Record(new_id(), "slot", "SL-1", facts.tender, {"name": "Letter", "holds": Table((row,))})
    others = {name: one for name, one in facts.records.items() if one.kind != "slot"}
    return replace(facts, records={**others, slot.id: slot})


@pytest.fixture
def again(letter_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Return the workspace from which the letter went out; nothing has come back."""
    with open_existing(Path(shutil.copy(letter_file, tmp_path / "again.evidencepack"))) as workspace:
        yield workspace


def test_a_letter_signed_by_hand_is_told_with_the_page_that_was_signed(signed: Signed) -> None:
    (paper,) = signed.pages.papers.values()
    (says,) = paper.says
    (copy,) = paper.copies
    assert (paper.reference, says.what, says.code, says.name) == (
        LETTER,
        What.BY_HAND,
        signed.copy.code,
        "Rabeya Sultana",
    )
    (sheet,) = copy.sheets
    assert sheet.number == signed.copy.areas[0].page
    assert signed.pages.contents == {sheet.sha256: picture(sheet.number)}


def test_the_bundle_has_the_page_that_our_own_pages_name(made: Made, signed: Signed) -> None:
    files = {one.name: one for one in made.files}
    (held,) = (one for one in files["bundle.pdf"].documents if one.signed)
    (letter,) = (one for one in files["pack.pdf"].documents if one.reference == LETTER)
    assert held.signed == signed.copy.code
    assert held.content_hash == letter.content_hash
    with pypdfium2.PdfDocument(files["pack.pdf"].data) as pdf:
        words = " ".join(pdf[letter.first_page - 1].get_textpage().get_text_bounded().split())
    assert f"bundle page {held.first_page}" in words
    assert files["pack.pdf"].conformance
    assert files["pack.pdf"].conformance.claims


def test_a_place_on_the_portal_gets_the_letter_with_its_signed_page(made: Made, signed: Signed) -> None:
    (slot,) = made.slots.files
    (alone,) = (one for one in made.files if one.name.startswith("documents/") and one.documents[0].reference == LETTER)
    assert [one.signed for one in slot.documents] == ["", signed.copy.code]
    assert (slot.pages, slot.documents[1].first_page) == (alone.pages + 1, alone.pages + 1)
    assert (slot.conformance, bool(alone.conformance and alone.conformance.claims)) == (None, True)


def test_preflight_lets_it_go_and_stops_it_once_the_paper_says_other_words(
    made: Made, signed: Signed, program: Program
) -> None:
    assert not [one for one in preflight_of(made, signed.facts, program.library).sightings if one.check == "signed"]
    record = find_record(signed.facts, LETTER)
    other = replace(record, answers={**record.answers, "own_role": "One more connector from May"})
    facts = replace(signed.facts, records={**signed.facts.records, record.id: other})
    exporter = Exporter(program.library, program.press, (Format.PDF,), signed=signed.pages)
    late = exporter.make_pack(facts, progress=lambda *_: None)
    (seen,) = (one for one in preflight_of(late, facts, program.library).sightings if one.check == "signed")
    assert seen.blocks
    assert seen.words.startswith(f"“bundle.pdf”: the signed page of {LETTER} (copy ")


def test_what_went_out_and_did_not_come_back_is_awaited_and_what_was_declined_not_given(
    again: Workspace, program: Program
) -> None:
    facts = tender_facts(again, "")
    copy = again.sent_versions(whole=False)[0].copies[0]
    recorded = signed_pages_of(again, facts, program.library)
    (says,) = next(iter(recorded.papers.values())).says
    assert (says.what, says.code, recorded.contents) == (What.RECORDED, "", {})  # the sample has recorded it before
    sheet = next(facts.of_kind("signoff_sheet"))
    table = sheet.answers["signings"]
    assert isinstance(table, Table)
    for row in table.rows:
        again.write(FieldPath(sheet.id, "signings", row.id, "signed_on"), FieldType.DATE, None)
    facts = tender_facts(again, "")
    (says,) = next(iter(signed_pages_of(again, facts, program.library).papers.values())).says
    assert says.what is What.AWAITED
    desk = Desk(again, facts, program.library)
    today = date.fromisoformat(again.now[:10])
    note_event(again, facts, program.library, desk.line(copy.code), Note(State.DECLINED, today, "not yet"))
    (says,) = next(iter(signed_pages_of(again, facts, program.library).papers.values())).says
    assert says.what is What.NOT_GIVEN


def test_a_tender_of_which_nothing_went_out_has_nothing_to_say(workspace: Workspace, program: Program) -> None:
    assert signed_pages_of(workspace, tender_facts(workspace, ""), program.library) is NOTHING_SIGNED


def test_a_page_that_is_no_picture_is_refused(made: Made, signed: Signed) -> None:
    broken = dict.fromkeys(signed.pages.contents, b"no picture at all")
    with pytest.raises(NotPrintedError, match="A signed page that was kept cannot be printed"):
        print_sheets(replace(made.plan, signed=signed.pages.papers), broken, lambda _: None)


def test_of_two_who_sign_only_the_one_who_has_is_told_with_the_page(signed: Signed) -> None:
    with open_existing(signed.file, read_only=True) as workspace:
        (line,) = copy_lines(workspace.sent_versions(whole=False), workspace.sign_events(), signed.facts.tender)
        returns = workspace.signed_returns()
    one = replace(signed.copy.signers[0], person="first")
    two = replace(signed.copy, signers=(one, replace(one, person="second", name="Second Trustee")))
    event = replace(line.events[-1], state=State.SIGNED, words=one.name)
    line = replace(line, copy=two, events=(event,))
    row = SignatureRow(
        *(line.version.record, LETTER, "Letter", "v1.0", two.party, "Maitree"),
        *("first", one.name, SignatureStage.ON_AWARD, Signing.SIGNED),
    )
    other = replace(row, person="second", name="Second Trustee", state=Signing.OUT)
    listed = replace(row, party="", person="", name="", initials=3)
    (paper,) = signed_papers(signed.facts, [row, other, listed], [line], returns).values()
    assert [(each.what, each.name, bool(each.code)) for each in paper.says] == [
        (What.BY_HAND, one.name, True),
        (What.AWAITED, "Second Trustee", False),
        (What.RECORDED, "3 by initials", False),
    ]
    assert signed_papers(replace(signed.facts, records={}), [row], [line], returns) == {}
