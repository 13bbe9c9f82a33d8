# SPDX-License-Identifier: MPL-2.0
"""A pack is issued once for all these tests, on a workspace of their own; what they change they change in copies."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from evidencepack.blocks.codec import from_json
from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import FieldType
from evidencepack.pack.fingerprint import content_hash
from evidencepack.pack.press import Format
from evidencepack.store.backup import DamagedBackupError
from evidencepack.store.issues import NumberTakenError
from evidencepack.store.workspace import Workspace, restore
from evidencepack.usecases.carrying import read_facts
from evidencepack.usecases.comparing import story_of
from evidencepack.usecases.exporting import Exporter
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.issuing import (
    Issued,
    NotReadyError,
    NotWrittenError,
    OtherExportError,
    Wish,
    ground_of,
    issue_pack,
    issue_sentences,
    keep_issued,
    let_stand,
    reopen,
    write_issue,
)
from evidencepack.usecases.overview import Overview
from evidencepack.usecases.readiness import Home, Problem
from evidencepack.usecases.setting_aside import Aside, Way
from evidencepack.usecases.verifying import Standing, Verdict, issues_of, verify
from evidencepack.usecases.workspaces import open_existing, tender_facts

_PAPERS = ("narrative", "raci")


@dataclass(frozen=True)
class Kept:
    """A workspace with one issue, the issue, what it was made of, and the folder with its files."""

    file: Path
    issued: Issued
    facts: Facts
    folder: Path


def _problem(name: str, severity: Severity = Severity.BLOCKS) -> Problem:
    home = Home("r", "Letter", "LOS-01")
    return Problem(name, severity, f"PK-{name}", "Title", "“secret” is wrong", "Help", home, "r/f", question="Who?")


def _exporter(program: Program) -> Exporter:
    return Exporter(program.library, program.press, (Format.PDF,))


def _issue(workspace: Workspace, facts: Facts, exporter: Exporter, found: Overview, wish: Wish) -> Issued:
    return issue_pack(ground_of(workspace, facts.tender), facts, exporter, wish, progress=lambda *_: None, found=found)


def _few(workspace: Workspace) -> Facts:
    """Leave two papers of the sample in its pack: what is issued is the same, and it is quickly made."""
    facts = tender_facts(workspace, "")
    with workspace.together():
        for record in facts.records.values():
            if "version" in record.answers and record.kind not in _PAPERS:
                workspace.write(FieldPath(record.id, "in_pack"), FieldType.YES_NO, value=False)
            if record.kind == "slot":
                workspace.remove_record(record.id)
    return tender_facts(workspace, "")


@pytest.fixture(scope="module")
def kept(program: Program, sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("issued")
    file = Path(shutil.copy(sample_file, folder / "mine.evidencepack"))
    with open_existing(file) as workspace:
        facts = _few(workspace)
        found = Overview((_problem("01"), _problem("02", Severity.WARNS)))
        issued = _issue(workspace, facts, _exporter(program), found, Wish(" Siân  Llŷr-Evans ", "Agreed by <b>&{{"))
        keep_issued(workspace, issued)
    write_issue(issued.issue, issued.files, folder / "out")
    return Kept(file, issued, facts, folder / "out")


@pytest.fixture
def again(kept: Kept, tmp_path: Path) -> Path:
    return Path(shutil.copy(kept.file, tmp_path / "again.evidencepack"))


@pytest.fixture
def judge(kept: Kept) -> Callable[..., list[Verdict]]:
    def call(*files: Path, file: Path = kept.file) -> list[Verdict]:
        with open_existing(file, read_only=True) as workspace:
            return list(verify(files, issues_of(workspace)))

    return call


def test_an_issue_is_kept_whole_and_read_back_as_it_was(kept: Kept) -> None:
    with open_existing(kept.file, read_only=True) as workspace:
        (found,) = workspace.issues(kept.facts.tender)
    assert found == kept.issued.issue
    assert (found.number, found.by, found.reference) == (1, "Siân Llŷr-Evans", "TBN-ASC-2027-014")
    assert next(one.name for one in found.files) == "pack.pdf"
    assert {one.kind for one in found.documents} == set(_PAPERS)
    assert all(one.kind_version > 0 and one.content_hash and one.letter for one in found.documents)


def test_the_history_of_the_tender_says_that_it_was_issued_and_that_of_a_paper_does_not(
    kept: Kept, program: Program
) -> None:
    paper = kept.issued.issue.documents[0].record
    with open_existing(kept.file, read_only=True) as workspace:
        told = story_of(workspace, kept.facts, program.library).sittings()
        own = story_of(workspace, kept.facts, program.library, document=paper).sittings()
    (made,) = (one for one in told if one.issue)
    assert (made.words, made.marks) == ("Siân Llŷr-Evans issued the pack", ("Issue 1",))
    assert made.source == f"{len(kept.issued.issue.files)} files"
    assert [one.end for one in told] == sorted((one.end for one in told), reverse=True)
    assert not any(one.issue for one in own)


def test_it_is_reopened_bit_by_bit(kept: Kept, tmp_path: Path) -> None:
    with open_existing(kept.file, read_only=True) as workspace:
        reopen(workspace, 1, tmp_path, tender=kept.facts.tender)
    files = {one.relative_to(kept.folder): one.read_bytes() for one in kept.folder.rglob("*") if one.is_file()}
    assert {one.relative_to(tmp_path): one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == files


def test_it_is_reopened_in_no_folder_that_has_other_files(kept: Kept, again: Path, tmp_path: Path) -> None:
    first = kept.issued.issue
    second = replace(first, id="second", number=2, manifest=first.manifest.replace('"version"', '"Version"', 1))
    with open_existing(again) as workspace:
        workspace.keep_issue(second, kept.issued.files)
        folder = tmp_path / "out"
        reopen(workspace, 1, folder, tender=kept.facts.tender)
        with pytest.raises(OtherExportError, match=r"has the files of issue 1 in it\. Nothing was written"):
            reopen(workspace, 2, folder, tender=kept.facts.tender)
        assert (folder / "manifest.json").read_text(encoding="utf-8") == first.manifest
        reopen(workspace, 1, folder, tender=kept.facts.tender)
        (folder / "manifest.json").write_text(first.manifest.replace('"as_of"', '"as_Of"', 1), encoding="utf-8")
        with pytest.raises(OtherExportError, match="has the files of another export in it"):
            reopen(workspace, 1, folder, tender=kept.facts.tender)
        (folder / "manifest.json").write_text("[]", encoding="utf-8")
        _, beside = reopen(workspace, 1, folder, tender=kept.facts.tender)
        assert list(beside) == ["manifest.json"]


def test_from_its_answers_the_same_bytes_are_made_again(kept: Kept, program: Program) -> None:
    facts = read_facts(kept.issued.issue.answers.encode())
    made = _exporter(program).make_pack(facts, progress=lambda *_: None)
    assert {one.name: one.sha256 for one in made.every} == {one.name: one.sha256 for one in kept.issued.issue.files}


def test_its_blocks_are_those_that_were_composed(kept: Kept) -> None:
    papers = {one.record.id: one for one in kept.issued.made.plan.appendices}
    for one in kept.issued.issue.documents:
        document = from_json(json.loads(one.blocks))
        assert document == papers[one.record].document
        assert content_hash(document) == one.content_hash
        short = papers[one.record].short
        assert (from_json(json.loads(one.short_blocks)) if one.short_blocks else None) == short


def test_its_manifest_says_who_let_what_stand_and_not_what_an_answer_says(kept: Kept) -> None:
    told = json.loads((kept.folder / "manifest.json").read_bytes())
    looked = told["issue"].pop("preflight")
    assert (looked["files"], looked["warned"]) == (len(kept.issued.issue.files), [])
    order = [(one["appendix"], one["record"]) for one in told["issue"].pop("order")]
    assert order == [(one.letter, one.record) for one in kept.issued.issue.documents]
    assert told["issue"] == {
        "number": 1,
        "issued": kept.issued.issue.at,
        "by": "Siân Llŷr-Evans",
        "overridden": [
            {
                "rule": "PK-01",
                "where": "Letter LOS-01: Who?",
                "reason": "Agreed by <b>&{{",
                "by": "Siân Llŷr-Evans",
                "on": kept.issued.issue.day,
            }
        ],
        "numbering": "renumber",
    }
    assert "secret" not in kept.issued.issue.manifest
    assert [one.message for one in kept.issued.issue.overridden] == ["“secret” is wrong"]
    assert list(issue_sentences(kept.issued))[1].startswith("1 finding was let stand.")


@pytest.mark.parametrize("because", ["", "  \n "])
def test_what_must_be_fixed_stops_an_issue_unless_somebody_says_why_it_may_stay(because: str) -> None:
    found = Overview((_problem("01"), _problem("02"), _problem("03", Severity.WARNS)))
    with pytest.raises(NotReadyError, match=r"2 things must be fixed before this pack is issued\. Nothing was issued"):
        let_stand(found, Wish("Siân", because), day="2027-02-14")


def test_what_must_be_fixed_may_stay_for_a_reason_of_each_rule() -> None:
    found = Overview((_problem("01"), _problem("02")))
    with pytest.raises(NotReadyError, match="1 thing must be fixed") as refused:
        let_stand(found, Wish("Siân", each={"PK-01": "By post"}), day="2027-02-14")
    assert [one.id for one in refused.value.blocking] == ["02"]
    stood = let_stand(found, Wish("Siân", "Agreed", each={"PK-01": "By post"}), day="2027-02-14")
    assert [(one.rule, one.reason) for one in stood] == [("PK-01", "By post"), ("PK-02", "Agreed")]


def test_what_was_set_aside_before_stands_in_the_issue_with_who_said_so() -> None:
    aside = Aside("row", "mark", Way.ACCEPTED, "It is right", "Nasrin", "message", date(2027, 2, 3))
    found = Overview(set_aside=(_problem("01"),), aside={"01": aside})
    (one,) = let_stand(found, Wish("Siân"), day="2027-02-14")
    assert (one.rule, one.reason, one.who, one.on) == ("PK-01", "It is right", "Nasrin", "2027-02-03")


def test_the_same_pack_is_no_new_issue(kept: Kept, program: Program, again: Path) -> None:
    with open_existing(again) as workspace:
        issued = _issue(workspace, kept.facts, _exporter(program), Overview(), Wish())
        keep_issued(workspace, issued)
        assert issued.again
        assert issued.issue == kept.issued.issue
        assert workspace.issues(kept.facts.tender) == (issued.issue,)
    assert next(iter(issue_sentences(issued))).startswith("Nothing has changed since issue 1")


def test_a_folder_that_cannot_be_written_leaves_the_issue_kept_and_says_so(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWrittenError, match="Issue 1 is kept in the workspace all the same"):
        write_issue(kept.issued.issue, kept.issued.files, tmp_path / "file")


def test_an_issue_that_is_not_there_is_told_with_those_that_are(kept: Kept, tmp_path: Path) -> None:
    with open_existing(kept.file, read_only=True) as workspace:
        with pytest.raises(NotFoundError, match=r"has no issue 7\. Nothing was written\. It has: 1\."):
            reopen(workspace, 7, tmp_path / "out", tender=kept.facts.tender)
        with pytest.raises(NotFoundError, match="Nothing of it was issued yet"):
            reopen(workspace, 1, tmp_path / "out", tender="another")
    assert not (tmp_path / "out").exists()


def test_a_number_is_given_once(kept: Kept, again: Path) -> None:
    with open_existing(again) as workspace:
        with pytest.raises(NumberTakenError):
            workspace.keep_issue(replace(kept.issued.issue, id="another"), kept.issued.files)
        assert len(workspace.issues()) == 1


def test_nothing_is_kept_of_an_issue_with_bytes_that_are_not_its_own(kept: Kept, again: Path) -> None:
    other = replace(kept.issued.issue, id="another", number=2)
    with open_existing(again) as workspace:
        with pytest.raises(ValueError, match="is not the file that is to be issued"):
            workspace.keep_issue(other, dict.fromkeys(kept.issued.files, b"other"))
        assert len(workspace.issues()) == 1


@pytest.mark.parametrize("table", ["issue", "issue_document", "issue_file", "issued_bytes"])
def test_what_was_issued_is_never_changed_or_deleted(again: Path, table: str) -> None:
    with closing(sqlite3.connect(again)) as raw:
        column = raw.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]  # noqa: S608
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {column} = 'x'"):  # noqa: S608
            with pytest.raises(sqlite3.IntegrityError, match="what was issued is never"):
                raw.execute(statement)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE issue SET issued_by = 'Somebody else'",
        "UPDATE issue_document SET blocks = replace(blocks, 'Maitree', 'Another')",
        "UPDATE issued_bytes SET bytes = zeroblob(10)",
    ],
)
def test_a_backup_in_which_an_issue_was_altered_is_not_restored(again: Path, tmp_path: Path, change: str) -> None:
    with closing(sqlite3.connect(again)) as raw, raw:
        triggers = raw.execute("SELECT name, sql FROM sqlite_schema WHERE name LIKE 'issue%_is_not_%'").fetchall()
        for name, _sql in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(change)
        for _name, sql in triggers:
            raw.execute(sql)
    with pytest.raises(DamagedBackupError, match="is not as it was written"):
        restore(again, tmp_path / "restored.evidencepack")


def test_a_backup_has_the_issues_too(again: Path, kept: Kept, tmp_path: Path) -> None:
    with open_existing(again) as workspace:
        backup = workspace.backup(tmp_path / "backups")
    restore(backup, tmp_path / "restored.evidencepack")
    with open_existing(tmp_path / "restored.evidencepack", read_only=True) as restored:
        assert restored.issues() == (kept.issued.issue,)
        assert restored.issued_bytes(kept.issued.issue.files[0].sha256)


def test_a_file_of_the_newest_issue_is_known_under_any_name(
    kept: Kept, judge: Callable[..., list[Verdict]], tmp_path: Path
) -> None:
    other = Path(shutil.copy(kept.folder / "pack.pdf", tmp_path / "upload me.pdf"))
    (found, listing) = judge(other, kept.folder / "manifest.json")
    assert (found.standing, found.name, found.issue) == (Standing.ISSUED, "pack.pdf", kept.issued.issue)
    assert "of issue 1 of TBN-ASC-2027-014" in found.sentence
    assert "Nothing newer was issued" in found.sentence
    assert listing.standing is Standing.ISSUED


def test_a_file_of_an_older_issue_is_out_of_date_and_one_that_stayed_the_same_is_not(
    kept: Kept, judge: Callable[..., list[Verdict]], again: Path
) -> None:
    first, *others = kept.issued.issue.files
    newer = replace(first, sha256=hashlib.sha256(b"newer").hexdigest(), size=5)
    second = replace(kept.issued.issue, id="second", number=2, files=(newer, *others[:-1]))
    with open_existing(again) as workspace:
        workspace.keep_issue(second, {**kept.issued.files, first.name: b"newer"})
    changed, gone, stayed = judge(*(kept.folder / one.name for one in (first, others[-1], others[0])), file=again)
    assert [changed.standing, gone.standing, stayed.standing] == [Standing.OLDER, Standing.OLDER, Standing.ISSUED]
    assert "issue 2 of" in changed.sentence
    assert "has another file of that name" in changed.sentence
    assert "no longer has it" in gone.sentence
    assert "of issues 1 and 2" in stayed.sentence


def test_a_file_that_was_changed_since_is_told_with_what_it_was(
    kept: Kept, judge: Callable[..., list[Verdict]], tmp_path: Path
) -> None:
    appended, turned = tmp_path / "appended.pdf", tmp_path / "turned.pdf"
    appended.write_bytes((kept.folder / "pack.pdf").read_bytes() + b"\n")
    with pikepdf.open(kept.folder / "pack.pdf") as pdf:
        pdf.pages[0].Rotate = 90
        pdf.save(turned)
    for found in judge(appended, turned):
        assert (found.standing, found.name) == (Standing.CHANGED, "pack.pdf")
        assert "says that it is TBN-ASC-2027-014-PACK, version 1.0" in found.sentence
        assert "was changed after it was issued" in found.sentence


def test_a_draft_of_ours_was_never_issued(
    kept: Kept, judge: Callable[..., list[Verdict]], tmp_path: Path, program: Program
) -> None:
    made = _exporter(program).export_document(kept.facts, "TBN-CS-01", tmp_path, progress=lambda *_: None)
    (found,) = judge(tmp_path / made.files[0].name)
    assert found.standing is Standing.NOT_ISSUED
    assert "it is a draft, another export, or was changed" in found.sentence


def test_without_a_workspace_a_file_only_says_of_itself_what_nobody_has_proven(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "other.pdf").write_bytes(b"%PDF-1.4\nnot really")
    (tmp_path / "empty.pdf").write_bytes(b"")
    (ours, other, empty, lost) = verify(
        [kept.folder / "pack.pdf", tmp_path / "other.pdf", tmp_path / "empty.pdf", tmp_path / "lost.pdf"], None
    )
    assert ours.standing is Standing.CLAIMED
    assert "by Ferrybank Home Support Ltd, of 15 February 2027. Unproven" in ours.sentence
    assert [other.standing, empty.standing, lost.standing] == [Standing.UNKNOWN, Standing.UNKNOWN, Standing.UNREADABLE]


def test_what_a_stranger_writes_into_a_file_is_one_line_and_no_proof(
    judge: Callable[..., list[Verdict]], tmp_path: Path
) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Keywords"] = "TBN-ASC-2027-014-PACK\n<b>@9.9"
        pdf.docinfo["/Producer"] = "evidencepack"
        pdf.docinfo["/Subject"] = "TBN-ASC-2027-014" + "x" * 5000
        pdf.docinfo["/Author"] = "Ferrybank"
        pdf.save(tmp_path / "forged.pdf")
    (found,) = judge(tmp_path / "forged.pdf")
    assert found.standing is Standing.NOT_ISSUED
    assert "\n" not in found.sentence
    assert len(found.sentence) < 1000
