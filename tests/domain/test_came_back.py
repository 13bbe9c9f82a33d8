# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

import pytest

from evidencepack.domain.came_back import (
    KeptPage,
    KeptReturn,
    Seen,
    Way,
    newest_pages,
    places_to_sign,
    saw,
    seen_so_far,
    signers_at,
)
from evidencepack.domain.signoff import InkArea, SentCopy, Signer

_BOX = InkArea("signature", 3, 70.0, 490.0, 255.0, 52.0, "Signature, signing for Maitree")
COPY = SentCopy(
    "SBQYBKM8",
    "party",
    "Maitree",
    (Signer("p1", "Ann", "Chair", "before_submission"), Signer("p2", "Ben", "Trustee", "before_submission")),
    (),
    (replace(_BOX, what="date"), _BOX, replace(_BOX, y=600.0), replace(_BOX, what="words")),
    (),
)


def _came(*seen: Seen, pages: tuple[int, ...] = (), code: str = COPY.code) -> KeptReturn:
    kept = tuple(KeptPage(one, f"{one}{len(pages)}", 9, 9, "scan.pdf", "ab", one) for one in pages)
    places = tuple(saw(COPY, COPY.areas[at], one) for at, one in zip((1, 2), seen, strict=False))
    return KeptReturn("id", code, Way.SCAN, "2026-11-23", "2026-11-24T09:00:00Z", "Ann", "", kept, places)


def test_places_to_sign_are_told_from_others_although_two_have_the_same_name() -> None:
    assert [*places_to_sign(COPY)] == [1, 2]
    assert saw(COPY, COPY.areas[2], Seen.SIGNED).area == 2
    initials = replace(COPY, areas=(replace(_BOX, what="initials"),))
    assert [*places_to_sign(initials)] == [0]


def test_what_was_seen_last_counts_and_other_copies_do_not() -> None:
    assert seen_so_far(COPY, ()) == {1: None, 2: None}
    returns = _came(Seen.NOT_SIGNED, Seen.SIGNED), _came(Seen.SIGNED), _came(Seen.CANNOT_TELL, code="YFGGAB28")
    assert seen_so_far(COPY, returns) == {1: Seen.SIGNED, 2: Seen.SIGNED}


def test_the_page_that_came_last_is_the_one_of_its_number() -> None:
    returns = _came(pages=(3, 1, 2)), _came(pages=(2,)), _came(pages=(9,), code="YFGGAB28")
    found = newest_pages(COPY.code, returns)
    assert [(number, one.sha256) for number, one in found.items()] == [(1, "13"), (2, "21"), (3, "33")]


@pytest.mark.parametrize(
    ("copy", "who"),
    [
        (COPY, {1: "Ann", 2: "Ben"}),
        (replace(COPY, signers=COPY.signers[:1]), {}),
        (replace(COPY, signers=(COPY.signers[0], replace(COPY.signers[1], initials=True))), {}),
    ],
)
def test_who_signs_where_is_told_only_where_the_places_tell(copy: SentCopy, who: dict[int, str]) -> None:
    assert {number: one.name for number, one in signers_at(copy).items()} == who
