# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from evidencepack.exchange import attachments
from evidencepack.exchange.tender_file import TenderFile

Read = Callable[[object], TenderFile]
Mistakes = Callable[[object], tuple[str, ...]]
Tree = dict[str, Any]


def test_a_carried_file_comes_out_whole(tree: Tree, read: Read) -> None:
    (carried,) = read(tree).attachments
    assert (carried.name, carried.media_type, carried.data) == ("flats.pdf", "application/pdf", b"a plan of the flats")


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("data", 7, "data: expected base64 text"),
        ("data", "not base64!", "data: is not base64"),
        ("data", "é", "data: is not base64"),
        ("data", "AAAA", "sha256: is not the SHA-256 of the data; the file was damaged or changed"),
        ("sha256", None, "sha256: is not the SHA-256 of the data"),
        ("name", 7, "name: expected text"),
        ("media_type", [], "media_type: expected text"),
    ],
)
def test_a_damaged_file_is_refused(key: str, value: object, problem: str, tree: Tree, mistakes: Mistakes) -> None:
    tree["attachments"][0][key] = value
    found = mistakes(tree)
    assert found[0].startswith(f"attachments[0].{problem}")


def test_a_file_that_is_too_large_is_refused(tree: Tree, mistakes: Mistakes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES", 12)
    assert mistakes(tree)[0] == "attachments[0].data: is larger than 12 bytes"


def test_a_file_is_carried_once(tree: Tree, mistakes: Mistakes) -> None:
    tree["attachments"] *= 2
    assert mistakes(tree) == ("attachments[1].sha256: is carried twice",)


def test_a_key_that_is_missing_is_named(tree: Tree, mistakes: Mistakes) -> None:
    del tree["attachments"][0]["name"]
    assert mistakes(tree)[0] == "attachments[0].name: is missing"


def test_a_file_nobody_points_at_is_carried_all_the_same(tree: Tree, read: Read) -> None:
    del tree["records"][3]["values"]["paper"]
    assert len(read(tree).attachments) == 1


def test_naming_a_file_with_a_mistake_is_no_second_mistake(tree: Tree, mistakes: Mistakes) -> None:
    tree["attachments"][0]["data"] = "AAAA"
    (found,) = mistakes(tree)
    assert found.startswith("attachments[0].sha256: ")
