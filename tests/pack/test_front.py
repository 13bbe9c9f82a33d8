# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

import pytest
from tests.pack.conftest import AS_OF, Answering, appendix

from evidencepack.blocks.blocks import Toc
from evidencepack.blocks.document import Document
from evidencepack.blocks.walk import inlines_in
from evidencepack.bootstrap import Program
from evidencepack.pack.front import front_matter, pack_hash
from evidencepack.pack.plan import Plan, plan_pack
from evidencepack.render.number import plain


def _words(document: Document) -> str:
    return plain(tuple(inlines_in(document)))


def _entries(document: Document) -> list[tuple[str, ...]]:
    (toc,) = (block for section in document.sections for block in section.blocks if isinstance(block, Toc))
    return [(entry.letter, *map(plain, entry.cells)) for entry in toc.entries]


def test_cover_contents_and_matrix_stand_first(plan: Plan) -> None:
    assert [document.title for document in front_matter(plan, pages=9)] == [
        "Partnership evidence pack", "Contents", "Evidence matrix",
    ]  # fmt: skip


def test_the_cover_speaks_of_the_pages_it_is_told(plan: Plan) -> None:
    assert "71 pages" in _words(front_matter(plan, pages=71)[0])


def test_contents_give_version_date_and_who_is_to_sign(plan: Plan) -> None:
    entries = _entries(front_matter(plan, pages=9)[1])
    assert [entry[0] for entry in entries] == ["–", *"ABCDEFGHIJKLMNOPQRSTUVWX"]
    said = {entry[0]: entry[1:3] for entry in entries}
    assert {letter: said[letter] for letter in "AEFJPVX"} == {
        "A": ("v1.0, 12 Feb 2027", "–"),
        "E": ("v1.0, 10 Feb 2027", "5 of 5 signed"),
        "F": ("v1.0, 10 Feb 2027", "8 initialled"),
        "J": ("v1.0, 8 Feb 2027", "6 of 8 signed"),
        "P": ("v1.0, 8 Feb 2027", "2 approved"),
        "V": ("v1.0, 12 Jan 2027", "5 initialled"),
        "X": ("v1.0, 15 Feb 2027", "–"),
    }


@pytest.mark.parametrize(
    ("answers", "shown"),
    [({"version": None}, ""), ({"version_date": None}, "v1.0"), ({"version": "1.1"}, "v1.1, 10 Feb 2027")],
)
def test_contents_date_a_version_only_as_its_document_does(
    program: Program, answering: Answering, answers: dict[str, str | None], shown: str
) -> None:
    plan = plan_pack(answering("TBN-MOU-01", **answers), program.library, as_of=AS_OF)
    at = appendix(plan, "TBN-MOU-01").letter
    (memorandum,) = (entry for entry in _entries(front_matter(plan, pages=9)[1]) if entry[0] == at)
    assert memorandum[1] == shown


def test_contents_say_how_many_sides_are_used_when_they_are_known(plan: Plan) -> None:
    assert "Appendices take 38 of the 40 sides allowed;" in _words(front_matter(plan, pages=41, sides=38)[1])
    assert "Appendices take" not in _words(front_matter(plan, pages=41)[1])


def test_the_pack_has_a_hash_of_the_hashes_in_it(plan: Plan) -> None:
    assert len(pack_hash(plan)) == 64
    assert pack_hash(replace(plan, appendices=plan.appendices[::-1])) != pack_hash(plan)
    fingerprints = [document.running.fingerprint for document in front_matter(plan, pages=9)]
    assert fingerprints == [pack_hash(plan)[:12]] * 3


def test_a_document_that_is_not_in_the_pack_is_not_spoken_of(plan: Plan) -> None:
    cut = replace(plan, appendices=plan.appendices[:2])
    cover, contents, matrix = front_matter(cut, pages=9)
    assert len(_entries(contents)) == 3
    assert "C\u00a0p" not in _words(matrix)
    assert _words(cover)
