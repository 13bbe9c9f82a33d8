# SPDX-License-Identifier: MPL-2.0
"""What is frozen of a pack when it is issued: its files, its documents as blocks, and what its manifest says of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evidencepack.blocks.codec import from_json
from evidencepack.domain.issue import Issue, IssuedFile, Overridden
from evidencepack.pack.issue import LookedThrough, Stamp, issue, with_let_stand
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import Plan

STAMP = Stamp("i1", 2, "2027-02-15T12:00:00Z", "Siân <b>&{{", "1.0")
KEPT = Overridden("gap", "Memorandum, “Area”", "“Secret words” stand there.", "The buyer knows.", "Siân", "2027-02-15")
SEEN = Overridden("preflight-link", "pack.pdf, page 3", "A link leads nowhere.", "It will.", "Siân", "2027-02-15")


@pytest.fixture(scope="module")
def made(few: Plan) -> Issue:
    files = (BuiltFile("pack.pdf", b"bytes", 3, ()),)
    looked = LookedThrough(1, 3, (("link", "pack.pdf, page 3"),))
    return issue(few, files, STAMP, answers="{}", overridden=(KEPT,), looked=looked)


def told(one: Issue) -> dict[str, Any]:
    """Return what the manifest says of the issue."""
    said: dict[str, Any] = json.loads(one.manifest)["issue"]
    return said


def test_files_are_known_by_what_they_are_and_documents_are_kept_whole(made: Issue, few: Plan) -> None:
    (file,) = made.files
    assert isinstance(file, IssuedFile)
    assert (file.name, file.size, file.pages) == ("pack.pdf", 5, 3)
    for kept, paper in zip(made.documents, few.appendices, strict=True):
        assert (kept.record, kept.letter, kept.content_hash) == (paper.record.id, paper.letter, paper.content_hash)
        assert from_json(json.loads(kept.blocks)) == paper.document
        assert (from_json(json.loads(kept.short_blocks)) if kept.short_blocks else None) == paper.short
    assert {bool(one.short_blocks) for one in made.documents} == {True, False}


def test_the_manifest_says_when_by_whom_and_in_which_order(made: Issue, few: Plan) -> None:
    said = told(made)
    assert (said["number"], said["issued"], said["by"]) == (2, STAMP.at, "Siân <b>&{{")
    assert said["numbering"] == "renumber"
    assert [one["reference"] for one in said["order"]] == [one.record.reference for one in few.order]
    assert said["preflight"] == {"files": 1, "pages": 3, "warned": [{"rule": "link", "where": "pack.pdf, page 3"}]}
    assert not {"withdrawn", "changes", "since"} & said.keys()


def test_what_a_finding_says_stays_at_home(made: Issue) -> None:
    assert made.overridden == (KEPT,)
    assert "The buyer knows." in made.manifest
    assert "Secret words" not in made.manifest


def test_what_was_seen_in_the_files_and_let_stand_is_added_to_the_rest(made: Issue) -> None:
    more = with_let_stand(made, [SEEN])
    assert more.overridden == (KEPT, SEEN)
    assert [one["rule"] for one in told(more)["overridden"]] == ["gap", "preflight-link"]
    assert {**told(more), "overridden": []} == {**told(made), "overridden": []}
    assert "A link leads nowhere." not in more.manifest
    assert with_let_stand(made, []) is made
