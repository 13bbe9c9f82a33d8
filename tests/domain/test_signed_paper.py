# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from evidencepack.domain.signed_paper import (
    NOTHING_SIGNED,
    SignatureSays,
    SignedCopy,
    SignedPages,
    SignedPaper,
    SignedSheet,
    What,
    read_signed,
)

_WHO = "party", "person", "Maitree <b>&{{", "রাবেয়া সুলতানা", "on_award"


def test_what_came_back_signed_goes_to_another_process_and_is_the_same_there() -> None:
    scanned = SignedCopy("SBQYBKM8", "Maitree", "1.0", "ab" * 32, sheets=(SignedSheet(17, "cd" * 32),))
    digital = SignedCopy("YFGGAB28", "Ferrybank", "2.0", "ef" * 32, file="mou.pdf", sha256="01" * 32, pages=17)
    says = SignatureSays(*_WHO, What.BY_HAND, "2026-11-24", "SBQYBKM8"), SignatureSays(*_WHO, What.AWAITED)
    known = SignedPages(
        {"mou": SignedPaper("mou", "TBN-MOU-01", says, (scanned, digital))}, {"cd" * 32: b"\xff\xd8\xff"}
    )
    assert read_signed(*known.sent()) == known
    assert read_signed(*NOTHING_SIGNED.sent()) == NOTHING_SIGNED
