# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from tests.pack.preflight.files import paragraph, word

from evidencepack.pack.preflight.office import NOT_OPENED, look_into_office


def test_the_words_of_a_word_file_are_read() -> None:
    (page,) = look_into_office(word(paragraph("Weekly") + paragraph("triage")))["pages"]
    assert page[0].split() == ["Weekly", "triage"]


def test_tracked_changes_are_counted_wherever_they_stand() -> None:
    body = "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
    footer = {"word/footer1.xml": "<w:ftr><w:p><w:ins/></w:p></w:ftr>"}
    assert look_into_office(word(body, footer))["tracked"] == 3


def test_comments_are_counted() -> None:
    comments = {"word/comments.xml": "<w:comments><w:comment><w:p/></w:comment><w:comment/></w:comments>"}
    assert look_into_office(word(paragraph("a"), comments))["comments"] == 2


def test_hidden_words_are_found_and_shown_ones_are_not() -> None:
    body = paragraph("floor price", "<w:vanish/>") + paragraph("open", '<w:vanish w:val="0"/>') + paragraph("plain")
    assert look_into_office(word(body))["hidden"] == "floor price"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 99, word("<w:p>")])
def test_what_cannot_be_opened_is_said_to_be(data: bytes) -> None:
    assert look_into_office(data) == {"trouble": NOT_OPENED}
