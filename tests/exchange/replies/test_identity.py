# SPDX-License-Identifier: MPL-2.0
"""Files that are not what they should be: each is said in one sentence, and nothing is compared."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.exchange.replies.files import RECORD, compare, edited, sent, typed
from tests.render.word.files import W, document, write_files

from evidencepack.blocks.blocks import Paragraph
from evidencepack.blocks.inlines import Text, Value
from evidencepack.exchange.replies.report import Standing
from evidencepack.render.word.package import pack_parts, unpack_parts
from evidencepack.usecases.replies import standing_sentences


def _without_manifest(data: bytes) -> bytes:
    return pack_parts({name: part for name, part in unpack_parts(data).items() if not name.startswith("customXml/")})


def _saying(old: bytes, new: bytes) -> bytes:
    parts = unpack_parts(sent())
    declaration, root = parts["customXml/item1.xml"].split(b"?>", 1)
    return pack_parts({**parts, "customXml/item1.xml": declaration + b"?>" + root.replace(old, new)})


def _of_another_tender() -> bytes:
    other = f"{RECORD[:-1]}9/purpose"
    return write_files((document(Paragraph((Text("We meet to "), Value("talk", (other,)))), anchor="two"),))


def _unrelated() -> bytes:
    lines = (f"Invoice number {number} is paid within thirty days." for number in range(30))
    return _without_manifest(write_files((document(*(Paragraph((Text(line),)) for line in lines)),)))


def _without_words(root: etree._Element) -> None:
    for paragraph in list(root[0])[:-1]:
        root[0].remove(paragraph)


def _renamed(data: bytes) -> bytes:
    parts = unpack_parts(data)
    return pack_parts({**parts, "customXml/item1.xml": parts["customXml/item1.xml"].replace(b"TBN-PACK", b"ABC-PACK")})


_FILES = {
    Standing.OTHER_DOCUMENT: (_saying(b"TBN-PACK", b"TBN-MOU-01"), "is another document: Document one TBN-MOU-01"),
    Standing.OTHER_TENDER: (_renamed(_of_another_tender()), "is of another tender: Document two ABC-PACK"),
    Standing.UNRELATED: (_unrelated(), "is no copy of the first"),
    Standing.EMPTY: (edited(sent(), _without_words), "has no words in it"),
}


@pytest.mark.parametrize("standing", _FILES)
def test_a_file_that_is_another_is_said_to_be_in_one_sentence_and_not_compared(standing: Standing) -> None:
    back, said = _FILES[standing]
    found = compare(back)
    assert (found.standing, found.differences) == (standing, 0)
    (sentence,) = standing_sentences(found)
    assert said in sentence
    assert "Nothing was compared." in sentence


def test_files_that_are_the_wrong_way_round_are_known() -> None:
    changed = edited(sent(), typed("2 days", "3 days"))
    found = compare(sent(), changed)
    assert (found.standing, found.differences) == (Standing.SWAPPED, 0)
    assert "the wrong way round" in next(standing_sentences(found))


def test_a_sent_file_that_was_changed_since_is_said_to_be() -> None:
    changed = edited(sent(), typed("2 days", "3 days"))
    found = compare(edited(changed, typed("Task 1", "Task one")), changed)
    assert (found.standing, found.touched, len(found.answers)) == (Standing.SAME, 1, 1)
    assert "1 of its answers were changed since" in " ".join(standing_sentences(found))


def test_an_older_version_and_another_export_are_told_apart() -> None:
    older = compare(_saying(b'1.0"', b'0.9"'))
    assert older.standing is Standing.OTHER_VERSION
    assert "version 0.9; the first is" in next(standing_sentences(older))
    again = compare(_saying(b'code="', b'code="f'))
    assert "another export of Document one TBN-PACK, version 1.0" in next(standing_sentences(again))


def test_a_copy_that_lost_its_manifest_is_compared_all_the_same() -> None:
    found = compare(_without_manifest(edited(sent(), typed("2 days", "3 days"))))
    assert (found.standing, [one.new for one in found.answers]) == (Standing.UNMARKED, ["3 days"])


def test_a_copy_without_manifest_or_any_marker_is_kin_by_its_lines() -> None:
    def strip(root: etree._Element) -> None:
        for one in list(root.iter(f"{W}tag", f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            one.getparent().remove(one)  # type: ignore[union-attr]

    found = compare(_without_manifest(edited(sent(), strip)))
    assert (found.standing, found.differences) == (Standing.UNMARKED, 0)
