# SPDX-License-Identifier: MPL-2.0
"""A letter that came back signed digitally, by real signatures; it went out once for all these tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from tests.scans.signing import edited, identity, saved_anew, signed

from evidencepack.bootstrap import Program
from evidencepack.domain.came_back import Seen, Way, saw
from evidencepack.domain.signed_paper import What
from evidencepack.domain.signoff import SentCopy, SentVersion, State
from evidencepack.guard import pdf_signatures
from evidencepack.signoff.intake.sorting import Intake
from evidencepack.usecases import signed_pdf as module
from evidencepack.usecases.keeping_scans import Desk, Kept, LookedAt, NotKeptError, keep_scans, returned_files
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.signed_pages import beside, signed_pages_of
from evidencepack.usecases.signed_pdf import (
    NOT_INSTALLED,
    NoCertificateError,
    SignedPdf,
    looked_at,
    read_roots,
    read_signed_pdf,
    signed_pdf,
)
from evidencepack.usecases.taking_in import TakenIn
from evidencepack.usecases.verifying import Standing, issues_of, verify
from evidencepack.usecases.workspaces import open_existing, tender_facts

ROOT = identity("Root <b>&{{ of Trust")
RABEYA = identity("Rabeya Sultana", ROOT)
EVE = identity("Eve Adams")


@dataclass(frozen=True)
class Out:
    """A workspace from which a letter went out: its PDF, and what is known of the copy."""

    file: Path
    pdf: bytes
    sent: tuple[SentVersion, ...]

    @property
    def copy(self) -> SentCopy:
        return self.sent[0].copies[0]


@pytest.fixture(scope="module")
def out(letter_file: Path) -> Out:
    with open_existing(letter_file, read_only=True) as workspace:
        sent = workspace.sent_versions(whole=False)
        return Out(letter_file, workspace.issued_bytes(sent[0].copies[0].files[0].sha256), sent)


@pytest.fixture(scope="module")
def by_rabeya(out: Out) -> bytes:
    return signed(out.pdf, RABEYA, ROOT)


@pytest.fixture
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at signatures in this process, as the child does: other tests go through the child itself."""
    monkeypatch.setattr(pdf_signatures, "limited", lambda look, data, *more, **_: look(data, *more))


def _looked(out: Out, data: bytes, *roots: bytes) -> SignedPdf:
    found = signed_pdf("letter.pdf", data, out.sent, roots)
    assert found is not None
    return found


def test_the_bytes_that_went_out_are_proven_and_the_signature_is_told_without_calling_it_good(
    out: Out, by_rabeya: bytes
) -> None:
    assert by_rabeya.startswith(out.pdf)
    found = _looked(out, by_rabeya)
    (one,) = found.signatures
    assert (one.signer, one.issuer, one.intact, one.changes, one.trusted) == (
        *("Rabeya Sultana", "Root <b>&{{ of Trust"),
        *(True, "", False),
    )
    assert read_signed_pdf(found.plain(), out.sent) == found
    assert (found.holds, found.others, found.came.added) == (True, (), len(by_rabeya) - len(out.pdf))
    words = " ".join(found.sentences)
    assert "begins, bit by bit, as the copy" in words
    assert "“Rabeya Sultana” is intact. Nothing was changed after it, which says that it was given on" in words
    assert "by “Root <b>&{{ of Trust”, whom nobody here knows: that name is not proven." in words
    assert "valid" not in words


@pytest.mark.usefixtures("_here")
def test_a_root_that_the_person_trusts_vouches_for_the_name(out: Out, by_rabeya: bytes, tmp_path: Path) -> None:
    (tmp_path / "root.pem").write_bytes(ROOT.pem)
    (tmp_path / "eve.der").write_bytes(EVE.der)
    assert read_roots([tmp_path / "root.pem", tmp_path / "eve.der"]) == (ROOT.der, EVE.der)
    (one,) = _looked(out, by_rabeya, ROOT.der).signatures
    assert one.trusted
    assert _looked(out, by_rabeya, ROOT.der).about[0].endswith("and leads to one that you trust.")
    assert not _looked(out, by_rabeya, EVE.der).signatures[0].trusted
    (tmp_path / "none.pem").write_bytes(b"-----BEGIN CERTIFICATE-----\n????\n-----END CERTIFICATE-----")
    with pytest.raises(NoCertificateError, match="holds no certificate"):
        read_roots([tmp_path / "none.pem"])


@pytest.mark.usefixtures("_here")
def test_another_person_than_was_asked_is_named_and_a_certificate_of_their_own_proves_nothing(out: Out) -> None:
    found = _looked(out, signed(out.pdf, EVE))
    assert (found.holds, found.others) == (True, ("Eve Adams",))
    assert "Its certificate was made by its owner, whom nobody here knows" in found.about[0]
    assert found.about[1] == "Asked to sign was Rabeya Sultana (রাবেয়া সুলতানা); a certificate names “Eve Adams”."


@pytest.mark.usefixtures("_here")
def test_what_was_edited_after_signing_is_told_and_does_not_hold(out: Out, by_rabeya: bytes) -> None:
    found = _looked(out, edited(by_rabeya))
    (one,) = found.signatures
    assert (one.intact, found.holds) == (True, False)
    assert "But the file was changed after it, by more than fields and signatures" in found.about[0]


@pytest.mark.usefixtures("_here")
def test_a_second_signature_changes_nothing_that_the_first_covers(out: Out, by_rabeya: bytes) -> None:
    found = _looked(out, signed(by_rabeya, EVE, field="Second"))
    assert [one.signer for one in found.signatures] == ["Rabeya Sultana", "Eve Adams"]
    assert all(one.intact for one in found.signatures)
    assert found.signatures[1].changes == ""


@pytest.mark.usefixtures("_here")
def test_bytes_that_a_signature_covers_cannot_be_changed(out: Out, by_rabeya: bytes) -> None:
    at = by_rabeya.index(b"/Contents <", len(out.pdf)) - 40
    broken = by_rabeya[:at] + bytes([by_rabeya[at] ^ 1]) + by_rabeya[at + 1 :]
    found = _looked(out, broken)
    assert not found.holds
    assert not any(one.intact for one in found.signatures)


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize("with_page", [False, True])
def test_a_file_that_was_saved_anew_is_no_copy_any_more(out: Out, by_rabeya: bytes, *, with_page: bool) -> None:
    anew = saved_anew(by_rabeya, with_page=with_page)
    assert signed_pdf("letter.pdf", anew, out.sent) is None
    signatures, trouble = looked_at(anew)
    assert trouble or not all(one.intact for one in signatures)


@pytest.mark.usefixtures("_here")
def test_what_was_only_filled_in_bears_no_signature(out: Out) -> None:
    found = _looked(out, edited(out.pdf))
    assert (found.claims, found.holds) == (False, False)
    assert found.about == ("It bears no digital signature: it was only filled in, or saved.",)
    assert signed_pdf("letter.pdf", out.pdf, out.sent) is None


def test_without_what_looks_at_signatures_it_is_said_plainly(
    out: Out, by_rabeya: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "can_look", lambda: False)
    found = _looked(out, by_rabeya)
    assert (found.trouble, found.holds, found.about) == (NOT_INSTALLED, False, (NOT_INSTALLED,))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n/ByteRange [0 1 2 3]", b"%PDF-1.7\n/ByteRange" + bytes(2000)])
def test_hostile_files_are_refused_in_the_child(data: bytes) -> None:
    assert looked_at(data) == ((), "Its digital signatures are damaged, and cannot be read.")


def test_a_file_that_is_too_large_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_signatures, "MOST_BYTES", 10)
    assert "were not looked at" in looked_at(b"%PDF-1.7 /ByteRange")[1]


@pytest.mark.parametrize("answer", [None, [("one",)], [("a" * 999, "", "", True, "nothing", False)]])
def test_a_child_that_was_taken_over_is_not_believed(answer: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_signatures, "limited", lambda *_, **__: answer)
    assert "broke off" in looked_at(b"%PDF-1.7 /ByteRange")[1]


@pytest.fixture
def desk(out: Out, program: Program, tmp_path: Path) -> Iterator[Desk]:
    with open_existing(Path(shutil.copy(out.file, tmp_path / "mine.evidencepack"))) as workspace:
        yield Desk(workspace, tender_facts(workspace, ""), program.library)


def _keep(desk: Desk, found: SignedPdf, seen: Seen = Seen.SIGNED) -> Kept:
    taken = TakenIn(Intake((), (), ()), (), {}, signed=(found,))
    copy = found.came.copy
    places = tuple(saw(copy, one, seen) for one in copy.areas if one.what == "signature")
    return keep_scans(desk, taken, copy.code, LookedAt(places, date.fromisoformat(desk.workspace.now[:10])))


def test_a_signed_copy_is_kept_byte_for_byte_and_lies_untouched_beside_the_pack(
    desk: Desk, out: Out, by_rabeya: bytes
) -> None:
    found = _looked(out, by_rabeya)
    kept = _keep(desk, found)
    assert (kept.state, kept.came.way, kept.came.signatures) == (State.ACCEPTED, Way.DIGITAL, found.signatures)
    assert returned_files(desk.workspace, out.copy.code) == {f"{out.copy.code}-letter.pdf": by_rabeya}
    facts = tender_facts(desk.workspace, "")
    pages = signed_pages_of(desk.workspace, facts, desk.library)
    (paper,) = pages.papers.values()
    assert (paper.says[0].what, paper.says[0].code) == (What.DIGITAL, out.copy.code)
    plan = replace(plan_of(facts, desk.library), signed=pages.papers)
    (file,) = beside(plan, pages.contents)
    assert (file.name, file.data) == (f"signed/{out.copy.code}.pdf", by_rabeya)
    assert file.pages == file.documents[0].last_page == len(out.copy.pages)
    assert file.documents[0].content_hash == plan.made[paper.record].content_hash


@pytest.mark.usefixtures("_here")
def test_a_copy_whose_signature_does_not_hold_cannot_be_taken_as_signed_but_kept(
    desk: Desk, out: Out, by_rabeya: bytes
) -> None:
    found = _looked(out, edited(by_rabeya))
    with pytest.raises(NotKeptError, match=r"cannot be taken as signed\. Nothing was kept\. .* was changed after it"):
        _keep(desk, found)
    assert desk.workspace.signed_returns() == ()
    assert _keep(desk, found, Seen.CANNOT_TELL).state is State.RETURNED


@pytest.mark.usefixtures("_here")
def test_who_signed_in_place_of_whom_is_noted(desk: Desk, out: Out) -> None:
    kept = _keep(desk, _looked(out, signed(out.pdf, EVE)))
    assert kept.state is State.ACCEPTED
    assert any("the certificate names “Eve Adams”" in one.words for one in desk.workspace.sign_events())


@pytest.mark.usefixtures("_here")
def test_verify_says_what_signatures_in_a_file_are(desk: Desk, by_rabeya: bytes, tmp_path: Path) -> None:
    files = {"copy.pdf": by_rabeya, "edited.pdf": edited(by_rabeya), "anew.pdf": saved_anew(by_rabeya, with_page=True)}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    known = issues_of(desk.workspace)
    told = {one.file.name: one for one in verify([tmp_path / name for name in files], known, (ROOT.der,))}
    assert told["copy.pdf"].standing is Standing.CHANGED
    assert "Nothing was changed after it" in told["copy.pdf"].sentence
    assert "leads to one that you trust" in told["copy.pdf"].sentence
    assert "by more than fields and signatures" in told["edited.pdf"].sentence
    assert "begins, bit by bit" not in told["anew.pdf"].sentence
    assert "does not hold" in told["anew.pdf"].sentence or "damaged" in told["anew.pdf"].sentence
    (alone,) = verify([tmp_path / "copy.pdf"], None)
    assert "“Rabeya Sultana” is intact" in alone.sentence
