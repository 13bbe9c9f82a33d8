# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from tests.exchange.replies.files import edited, sent, typed

from evidencepack.exchange.replies.guarded import compare_files
from evidencepack.exchange.replies.plain import from_plain, to_plain
from evidencepack.guard.faults import RefusedFileError
from evidencepack.render.word.package import pack_parts, unpack_parts


def test_files_are_compared_in_a_child_and_the_answer_is_whole() -> None:
    found = compare_files(edited(sent(), typed("2 days", "3 days")), sent())
    assert [(one.old, one.new) for one in found.answers] == [("2 days", "3 days")]
    assert from_plain(to_plain(found)) == found


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(RefusedFileError, match="not a Word document"):
        compare_files(b"no Word file", sent())


def test_a_file_that_does_not_say_what_was_sent_is_refused() -> None:
    parts = unpack_parts(sent())
    del parts["customXml/item1.xml"]
    with pytest.raises(RefusedFileError, match="Name the Word file that you sent"):
        compare_files(sent(), pack_parts(parts))


def test_a_file_with_an_entity_is_refused() -> None:
    parts = unpack_parts(sent())
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaa">]>' + parts["word/document.xml"].partition(b"?>")[2]
    with pytest.raises(RefusedFileError):
        compare_files(pack_parts({**parts, "word/document.xml": bomb}), sent())
