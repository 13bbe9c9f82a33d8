# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest
from tests.guard import pictures
from tests.usecases.test_entering import TODAY

from evidencepack.bootstrap import Program
from evidencepack.domain.values import Attachment, FieldType
from evidencepack.errors import ExitCode
from evidencepack.guard.faults import RefusedFileError
from evidencepack.library.model import Accepts, Field
from evidencepack.store.workspace import Workspace
from evidencepack.usecases import attaching
from evidencepack.usecases.attaching import Seen, UnfitFileError, attach_file, look_again, look_at_file
from evidencepack.usecases.entering import Change, set_answer
from evidencepack.usecases.finding_records import NotFoundError, find_record
from evidencepack.usecases.reading_files import MissingFileError, UnreadableFileError
from evidencepack.usecases.workspaces import tender_facts

PATH = "FB/logo"
ANY = Field("proof", "Proof?", FieldType.FILE, "Help.")
LOGO = Field("logo", "Logo?", FieldType.FILE, "Help.", accepts=Accepts.LOGO)


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    file = tmp_path / "logo.png"
    file.write_bytes(pictures.with_text(pictures.saved(pictures.drawing(size=(4000, 1000)), "PNG")))
    return file


def attach(workspace: Workspace, program: Program, file: Path, path: str = PATH) -> Change:
    return attach_file(workspace, path, file, library=program.library)


def answer(workspace: Workspace) -> Attachment | None:
    found = find_record(tender_facts(workspace, ""), "FB").answers.get("logo")
    assert found is None or isinstance(found, Attachment)
    return found


def test_a_logo_is_kept_as_it_is_drawn_anew_with_its_revision(
    workspace: Workspace, program: Program, logo: Path
) -> None:
    before = len(workspace.history())
    change = attach(workspace, program, logo)
    assert (change.label, change.before, change.now, change.notes) == ("Logo", "", "logo.png", ())
    assert len(workspace.history()) == before + 1
    kept = answer(workspace)
    assert kept is not None
    assert pictures.PLACE.encode() not in workspace.attachment(kept.sha256)
    assert len(workspace.attachment(kept.sha256)) < len(logo.read_bytes())


def test_the_same_file_again_is_no_new_revision(workspace: Workspace, program: Program, logo: Path) -> None:
    attach(workspace, program, logo)
    before = workspace.history()
    attach(workspace, program, logo)
    assert workspace.history() == before


def test_what_was_there_before_stays_kept(workspace: Workspace, program: Program, logo: Path, tmp_path: Path) -> None:
    attach(workspace, program, logo)
    first = answer(workspace)
    other = tmp_path / "new look.jpeg"
    other.write_bytes(pictures.photograph())
    assert attach(workspace, program, other).before == "logo.png"
    assert set_answer(workspace, PATH, "", library=program.library, today=TODAY).now == ""
    assert first is not None
    assert answer(workspace) is None
    assert workspace.attachment(first.sha256).startswith(b"\x89PNG")


def test_a_picture_of_another_kind_gets_the_name_of_what_it_became(
    workspace: Workspace, program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "our.logo.webp"
    file.write_bytes(pictures.saved(pictures.drawing(), "WEBP"))
    assert attach(workspace, program, file).now == "our.logo.png"


def test_a_small_logo_is_kept_with_a_sentence(workspace: Workspace, program: Program, tmp_path: Path) -> None:
    file = tmp_path / "small.png"
    file.write_bytes(pictures.saved(pictures.drawing(size=(80, 30)), "PNG"))
    (note,) = attach(workspace, program, file).notes
    assert note.startswith("This picture is small: 80 × 30 pixels")


def test_a_file_that_does_not_pass_changes_nothing(workspace: Workspace, program: Program, tmp_path: Path) -> None:
    before = workspace.history()
    (tmp_path / "page.png").write_bytes(b"<!DOCTYPE html><html>")
    (tmp_path / "empty.png").write_bytes(b"")
    with pytest.raises(RefusedFileError, match="This is a web page"):
        attach(workspace, program, tmp_path / "page.png")
    with pytest.raises(UnfitFileError, match=r"“empty\.png” is empty"):
        attach(workspace, program, tmp_path / "empty.png")
    with pytest.raises(MissingFileError, match="There is no file"):
        attach(workspace, program, tmp_path / "typo.png")
    with pytest.raises(UnreadableFileError, match="is a folder"):
        attach(workspace, program, tmp_path)
    assert workspace.history() == before


def test_a_file_is_attached_only_where_one_is_asked_for(workspace: Workspace, program: Program, logo: Path) -> None:
    with pytest.raises(UnfitFileError, match="does not ask for a file") as refused:
        attach(workspace, program, logo, "FB/legal_name")
    assert refused.value.exit_code is ExitCode.BAD_INPUT
    with pytest.raises(NotFoundError):
        attach(workspace, program, logo, "FB/nothing")


def test_any_other_file_is_kept_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "policy.pdf"
    file.write_bytes(b"%PDF-1.7 and so on")
    looked = look_at_file(ANY, file)
    assert (looked.file.data, looked.file.name) == (b"%PDF-1.7 and so on", "policy.pdf")
    assert (looked.file.media_type, looked.note) == ("application/pdf", "")
    monkeypatch.setattr(attaching, "MOST_BYTES", 4)
    with pytest.raises(UnfitFileError, match=r"is larger than 0 MB\. Nothing was changed\. .* Or save it in parts"):
        look_at_file(ANY, file)


def test_a_thumbnail_is_small_enough_for_a_form(logo: Path) -> None:
    assert 0 < len(look_again(LOGO, logo.read_bytes()).picture) < 5_000
    assert look_again(LOGO, pictures.saved(pictures.drawing(size=(80, 30)), "PNG")).note.startswith("This picture is")
    assert look_again(ANY, b"not a picture") == Seen()
    with pytest.raises(RefusedFileError):
        look_again(LOGO, b"not a picture")
