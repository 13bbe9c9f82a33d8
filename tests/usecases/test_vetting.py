# SPDX-License-Identifier: MPL-2.0
"""A file before it becomes an annex: what is asked of who brings it, and as what it is kept."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from threading import Event

import pikepdf
import pytest
from PIL import Image
from tests.pack.annexed import A4, foreign, signed

from evidencepack.guard.faults import StoppedError
from evidencepack.guard.pdf_files import LAID_OUT, ForeignPage, SheetSize
from evidencepack.store.attachments import AttachedFile
from evidencepack.usecases.attaching import LockedAnnexError, UnfitAnnexError
from evidencepack.usecases.enclosing import Came, look_at
from evidencepack.usecases.vetting import came_sentences, vet, vetted_sentences

OPENS = "opens"


def locked(password: str = OPENS) -> AttachedFile:
    """Return a PDF of two pages that opens with a password only."""
    into = BytesIO()
    with pikepdf.open(BytesIO(foreign(A4, A4).data)) as pdf:
        pdf.save(into, encryption=pikepdf.Encryption(owner="o", user=password))
    return AttachedFile(into.getvalue(), "Cover.pdf", "application/pdf")


@pytest.mark.parametrize(("password", "asks"), [("", "Type the password"), ("wrong", "not the password of this PDF")])
def test_a_locked_file_asks_for_its_password(password: str, asks: str) -> None:
    with pytest.raises(LockedAnnexError, match=rf"“Cover\.pdf” cannot be an annex.*{asks}"):
        vet(locked(), password=password)


def test_it_is_kept_without_its_lock_and_says_so() -> None:
    vetted = vet(locked(), password=OPENS)
    assert vetted.unlocked
    assert (vetted.file.name, vetted.file.media_type) == ("Cover.pdf", "application/pdf")
    with pikepdf.open(BytesIO(vetted.file.data)) as pdf:
        assert (pdf.is_encrypted, len(pdf.pages)) == (False, 2)
    said = list(vetted_sentences(vetted))
    assert said[0] == "It has 2 pages"
    assert said[-1].startswith("Its lock is taken off")
    assert vet(vetted.file).came == vetted.came


def test_a_password_that_nothing_asks_for_changes_nothing() -> None:
    file = AttachedFile(foreign(A4).data, "Cover.pdf", "application/pdf")
    vetted = vet(file, password=OPENS)
    assert (vetted.file, vetted.unlocked) == (file, False)


def test_a_file_without_an_ending_is_kept_under_one_that_says_what_it_is() -> None:
    vetted = vet(AttachedFile(foreign(A4).data, "NUL", "application/octet-stream"))
    assert (vetted.file.name, vetted.file.media_type) == ("NUL.pdf", "application/pdf")
    assert list(vetted_sentences(vetted))[-1].startswith("It is kept as “NUL.pdf”")
    written = BytesIO()
    Image.new("RGB", (30, 20)).save(written, "PNG")
    assert vet(AttachedFile(written.getvalue(), "Hall", "")).file.name == "Hall.png"
    assert not vet(AttachedFile(foreign(A4).data, "Cover.2", "")).renamed


def test_what_is_no_file_for_a_bundle_is_said_to_be_none() -> None:
    with pytest.raises(UnfitAnnexError, match=r"“notes\.txt” cannot be an annex.*Save it as a PDF"):
        vet(AttachedFile(b"Dear partner,", "notes.txt", "text/plain"))


def _came(*has_text: bool, turned: int = 0, dropped: tuple[str, ...] = (), is_picture: bool = False) -> Came:
    pages = tuple(ForeignPage(SheetSize(*A4), one, turned) for one in has_text)
    return Came(replace(foreign(A4), pages=pages, dropped=dropped), is_picture=is_picture)


@pytest.mark.parametrize(
    ("came", "said"),
    [
        (_came(True), ["It has 1 page"]),
        (
            _came(False, turned=180),
            [
                "It has 1 page",
                "It has no text that can be searched or read out. Ask for the file it was scanned from",
                "It stands upside down",
            ],
        ),
        (_came(False, is_picture=True), ["It has 1 page", "It has no text that can be searched or read out"]),
        (
            _came(False, True, False),
            [
                "It has 3 pages",
                "2 of them without text that can be searched or read out. Ask for the file it was scanned from",
            ],
        ),
        (
            _came(True, dropped=("a comment", LAID_OUT)),
            [
                "It has 1 page",
                "Left behind: a comment",
                "LibreOffice laid its pages out: lines and pages may end elsewhere than in Word",
            ],
        ),
    ],
)
def test_what_a_file_turned_out_to_be_is_said_in_whole_sentences(came: Came, said: list[str]) -> None:
    assert list(came_sentences(came)) == said


def test_a_picture_is_nothing_that_could_be_asked_for_with_its_text() -> None:
    written = BytesIO()
    Image.new("RGB", (30, 20)).save(written, "PNG")
    assert list(came_sentences(look_at("Hall.png", written.getvalue())))[1:] == [
        "It has no text that can be searched or read out"
    ]


def test_what_acts_in_a_signed_file_stays_in_it_and_is_told() -> None:
    with pikepdf.open(BytesIO(signed())) as pdf:
        pdf.attachments["notes.txt"] = b"Between us"
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        written = BytesIO()
        pdf.save(written)
    (beside, acts) = came_sentences(look_at("signed.pdf", written.getvalue()))
    assert "it comes beside, as it is" in beside
    assert acts.startswith("It comes with a script and an attached file in it, which portals")
    assert len(list(came_sentences(look_at("signed.pdf", signed())))) == 1


def test_a_look_that_nobody_waits_for_ends() -> None:
    stop = Event()
    stop.set()
    with pytest.raises(StoppedError):
        vet(locked(), stop=stop)
