# SPDX-License-Identifier: MPL-2.0
"""A file before it becomes an annex: what is asked of who brings it, and as what it is kept."""

from __future__ import annotations

from io import BytesIO
from threading import Event

import pikepdf
import pytest
from tests.pack.annexed import A4, foreign

from evidencepack.guard.faults import StoppedError
from evidencepack.store.attachments import AttachedFile
from evidencepack.usecases.attaching import LockedAnnexError, UnfitAnnexError
from evidencepack.usecases.vetting import vet, vetted_sentences

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


def test_what_is_no_file_for_a_bundle_is_said_to_be_none() -> None:
    with pytest.raises(UnfitAnnexError, match=r"“notes\.txt” cannot be an annex.*Save it as a PDF"):
        vet(AttachedFile(b"Dear partner,", "notes.txt", "text/plain"))


def test_a_look_that_nobody_waits_for_ends() -> None:
    stop = Event()
    stop.set()
    with pytest.raises(StoppedError):
        vet(locked(), stop=stop)
