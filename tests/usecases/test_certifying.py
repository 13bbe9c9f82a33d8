# SPDX-License-Identifier: MPL-2.0
"""The certificate of a letter that went out, and what verify says of it, of copies, and of what was made of either."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.usecases.letter_out import LETTER, send

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentVersion, State
from evidencepack.domain.values import FieldType
from evidencepack.signoff.intake.pages import Placed, ReadPage, Sent
from evidencepack.signoff.intake.sorting import Returned
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.certifying import Certificate, Certifier, certified_of, keep_certificates, write_certificates
from evidencepack.usecases.confirming import all_confirmed
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.sent_pages import Originals
from evidencepack.usecases.sign_events import Note, note_event
from evidencepack.usecases.sign_register import CopyLine
from evidencepack.usecases.signing_off import keep_sending, sign_ground
from evidencepack.usecases.taken_words import own_pages, words_told
from evidencepack.usecases.verifying import Standing, Verdict, issues_of, verify
from evidencepack.usecases.workspaces import open_existing, tender_facts

HOSTILE = "The trustees <b>&{{ meet in March"


@pytest.fixture(scope="module")
def sent_file(letter_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace from which the letter went out, to certify it in."""
    return Path(shutil.copy(letter_file, tmp_path_factory.mktemp("certified") / "sent.evidencepack"))


@pytest.fixture(scope="module")
def made(sent_file: Path, program: Program) -> Certificate:
    """Return the certificate of the letter, which the register knows."""
    with open_existing(sent_file) as workspace:
        (one,) = _certify(workspace, program)
        keep_certificates(workspace, [one], by="Ann")
    return one


@pytest.fixture
def own(sent_file: Path, made: Certificate, tmp_path: Path) -> Path:
    del made  # the register is to know it
    return Path(shutil.copy(sent_file, tmp_path / "own.evidencepack"))


def _lines(workspace: Workspace) -> tuple[CopyLine, ...]:
    return sign_ground(workspace).lines(tender_facts(workspace, "").tender)


def _certify(workspace: Workspace, program: Program, document: str = "") -> tuple[Certificate, ...]:
    facts = tender_facts(workspace, "")
    return Certifier(program.library, program.press, {}).certify(facts, _lines(workspace), document)


def _note(workspace: Workspace, program: Program, state: State, words: str = "") -> None:
    note = Note(state, sign_ground(workspace).today, words)
    note_event(workspace, tender_facts(workspace, ""), program.library, _lines(workspace)[-1], note)


def _verdicts(file: Path, folder: Path, **files: bytes) -> dict[str, Verdict]:
    """Return what is known of files, by their names."""
    paths = [folder / f"{name}.pdf" for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    with open_existing(file, read_only=True) as workspace:
        return dict(zip(files, verify(paths, issues_of(workspace)), strict=True))


def _saved(data: bytes, change: Callable[[pikepdf.Pdf], object] = lambda _: None) -> bytes:
    """Return a PDF as another program saves it, once something was done to it."""
    into = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(into)
    return into.getvalue()


def test_it_is_one_page_that_conforms_and_the_same_register_gives_the_same_bytes(
    sent_file: Path, made: Certificate, program: Program
) -> None:
    assert (made.file.name, made.file.pages) == ("TBN-LOS-MT-certificate.pdf", 1)
    assert all_confirmed([made.file])
    with open_existing(sent_file) as workspace:
        before = workspace.sign_events()
        again = _certify(workspace, program, LETTER.lower())
        keep_certificates(workspace, again, by="")
        assert workspace.sign_events() == before
    assert [one.file.data for one in again] == [made.file.data]


def test_it_tells_who_signed_who_is_awaited_and_who_declined(own: Path, program: Program) -> None:
    with open_existing(own) as workspace:
        assert certified_of(_lines(workspace), "TBN").awaited == ("Maitree Community Trust",)
        _note(workspace, program, State.DECLINED, HOSTILE)
        told = certified_of(_lines(workspace), "TBN")
        assert (told.awaited, told.other) == ((), ("Maitree Community Trust",))
        assert HOSTILE in told.copies[0].events[-1]
        _note(workspace, program, State.RETURNED)
        _note(workspace, program, State.ACCEPTED)
        told = certified_of(_lines(workspace), "TBN")
    assert (told.signed, told.copies[0].state) == (("Maitree Community Trust",), "accepted")
    (copy,) = told.copies
    assert copy.sha256
    assert copy.people[0].endswith("before submission")


def test_what_did_not_go_out_cannot_be_certified(own: Path, program: Program) -> None:
    with open_existing(own) as workspace, pytest.raises(NotFoundError, match="TBN-MOU-01 has gone out"):
        _certify(workspace, program, "TBN-MOU-01")


def test_verify_knows_a_certificate_that_the_register_has_gone_on_since_and_one_that_was_changed(
    own: Path, made: Certificate, program: Program, tmp_path: Path
) -> None:
    data = made.file.data
    files = {"whole": data, "longer": data + b"\n% more", "saved": _saved(data)}
    found = _verdicts(own, tmp_path, **files)
    assert found["whole"].standing is Standing.ISSUED
    assert "version 1.0, made on" in found["whole"].sentence
    for name in ("longer", "saved"):
        assert found[name].standing is Standing.CHANGED
        assert "says that it is the certificate of sign-off of TBN-LOS-MT, and is not as any was made" in (
            found[name].sentence
        )
    with open_existing(own) as workspace:
        _note(workspace, program, State.SENT)
    later = _verdicts(own, tmp_path, whole=data)["whole"]
    assert later.standing is Standing.OLDER
    assert "The register has noted 1 thing of it since" in later.sentence


def test_certificates_are_written_with_a_list_of_them(own: Path, made: Certificate, tmp_path: Path) -> None:
    with open_existing(own, read_only=True) as workspace:
        write_certificates(tmp_path / "out", tender_facts(workspace, ""), [made])
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "TBN-LOS-MT-certificate.pdf",
        "certificates.manifest.json",
    ]


def _copy(file: Path) -> tuple[SentVersion, bytes]:
    with open_existing(file, read_only=True) as workspace:
        (version,) = workspace.sent_versions()
        return version, workspace.issued_bytes(version.copies[0].files[0].sha256)


def _black(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].contents_add(b"q 0 g 200 400 60 9 re f Q")


def _stuck(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[90, 400, 190, 420])
    pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([*pdf.pages[0].get("/Annots", []), pdf.make_indirect(note)]))


def _without_first(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0]


def _other_words(pdf: pikepdf.Pdf) -> None:
    """Exchange two signs of the longest line of a page, as a program for changing PDFs does with a number."""
    page = pdf.pages[0]
    orders = [(list(one.operands), one.operator) for one in pikepdf.parse_content_stream(page)]
    shown = [operands for operands, operator in orders if str(operator) == "Tj"]
    operands = max(shown, key=lambda one: len(bytes(one[0])))
    signs = [bytes(operands[0])[at : at + 2] for at in range(0, len(bytes(operands[0])), 2)]
    other = next(at for at, one in enumerate(signs) if one != signs[0])
    signs[0], signs[other] = signs[other], signs[0]
    operands[0] = pikepdf.String(b"".join(signs))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(orders))


def test_verify_names_what_was_done_to_a_copy_page_by_page(own: Path, made: Certificate, tmp_path: Path) -> None:
    _, data = _copy(own)

    def append(pdf: pikepdf.Pdf) -> None:
        with pikepdf.open(BytesIO(made.file.data)) as other:
            pdf.pages.append(other.pages[0])

    pages = len(pikepdf.open(BytesIO(data)).pages)
    found = _verdicts(
        own,
        tmp_path,
        saved=_saved(data),
        appended=_saved(data, append),
        missing=_saved(data, _without_first),
        covered=_saved(data, _black),
        stuck=_saved(data, _stuck),
        changed=_saved(data, _other_words),
        filled=data + b"\n% filled in",
    )
    assert {one.standing for one in found.values()} == {Standing.CHANGED}
    said = {name: one.sentence for name, one in found.items()}
    assert "is not the file that went out. Its pages say and look what they did" in said["saved"]
    assert "It was saved anew by another program" in said["saved"]
    assert f"went out: page {pages + 1} was added." in said["appended"]
    assert "went out: page 1 is missing." in said["missing"]
    assert "page 2 says the same, and looks other: something was drawn, covered or exchanged" in said["covered"]
    assert "went out: something is stuck on page 1." in said["stuck"]
    assert re.search("went out: page 1 says “[^”]+” where “[^”]+” stood[.] Do not rely on it", said["changed"])
    assert "was filled in, signed or changed on the screen" in said["filled"]
    assert said["filled"].endswith("Its pages say and look what they did when it went out.")


def test_intake_names_other_words_on_a_page_with_the_right_marks(own: Path) -> None:
    version, data = _copy(own)
    changed = _saved(data, _other_words)
    (whole, other) = (own_pages(one) for one in (data, changed))
    read = [ReadPage(name, 1) for name in ("whole.pdf", "other.pdf", "scan.pdf")]
    placed = tuple(Placed(one, Sent(version, version.copies[0], 1)) for one in read)
    returned = [Returned(version, version.copies[0], placed, (), ())]
    (said,) = words_told({"whole.pdf": whole, "other.pdf": other}, returned, Originals(lambda _: data))
    assert re.search(r"page 1 [(]other.pdf, page 1[)] says “[^”]+” where “[^”]+” stood[.] Ask why[.]", said)


def test_a_file_that_is_not_ours_has_no_words_to_compare() -> None:
    strange = pikepdf.new()
    strange.add_blank_page()
    strange.save(into := BytesIO())
    assert [own_pages(one) for one in (b"\xff\xd8 scan", b"%PDF-1.7 torn", into.getvalue())] == [(), (), ()]


def test_verify_names_a_page_of_an_older_version_in_a_newer_one(own: Path, program: Program, tmp_path: Path) -> None:
    old, data = _copy(own)
    with open_existing(own) as workspace:
        workspace.write(FieldPath(old.record, "own_role"), FieldType.LONG_TEXT, "Two connectors, and one more from May")
        sending = send(workspace, program)
        keep_sending(workspace, sending)
    (newer,) = sending.files.values()

    def exchange(pdf: pikepdf.Pdf) -> None:
        with pikepdf.open(BytesIO(data)) as other:
            pdf.pages[1] = other.pages[1]

    found = _verdicts(own, tmp_path, mixed=_saved(newer.data, exchange))["mixed"]
    code = printed(old.copies[0].code)
    assert f"went out: page 2 is page 2 of version 1.0, copy {code} for Maitree Community Trust." in found.sentence
    assert "TBN-LOS-MT, version 2.0" in found.sentence


def test_a_certificate_of_another_register_is_told_from_ours(own: Path, made: Certificate, tmp_path: Path) -> None:
    with open_existing(own, read_only=True) as workspace:
        known = replace(issues_of(workspace), events=())
    path = tmp_path / "theirs.pdf"
    path.write_bytes(made.file.data)
    (found,) = verify([path], known)
    assert "None of it was made here" in found.sentence
