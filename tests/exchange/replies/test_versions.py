# SPDX-License-Identifier: MPL-2.0
"""Files made from another version, what stands beside the text, and fields whose results programs work out."""

from __future__ import annotations

from lxml import etree
from tests.exchange.replies.files import DAYS, compare, edited, filled, retyped, sent, typed
from tests.render.word.files import W, words_of

from evidencepack.exchange.replies.report import Kind, Standing, What
from evidencepack.render.word.package import pack_parts, unpack_parts


def _of_another_version(data: bytes) -> bytes:
    parts = unpack_parts(data)
    manifest = parts["customXml/item1.xml"].replace(b'code="', b'code="f')
    return pack_parts({**parts, "customXml/item1.xml": manifest})


def test_answers_of_another_version_are_compared_with_what_they_said_there() -> None:
    ours_now = edited(sent(), typed("2 days", "5 days"), typed("Task 1", "Task one"))
    back = edited(_of_another_version(sent()), typed("2 days", "3 days"), retyped("one month", "a year"))
    found = compare(back, ours_now)
    assert found.standing is Standing.OTHER_EXPORT
    assert [(one.paths[0], one.old, one.new) for one in found.answers] == [(DAYS, None, "3 days")]
    assert not found.worded
    assert not found.wording


def test_words_in_a_header_are_compared_whatever_its_part_is_called() -> None:
    parts = unpack_parts(sent())
    (name, *_) = (name for name in parts if name.startswith("word/header") and b"Title" in parts[name])
    changed = {**parts, name: parts[name].replace(b"Title", b"Heading")}
    (change,) = compare(pack_parts(changed)).forms
    assert (change.what, change.kind) == (What.HEADER, Kind.CHANGED)
    assert ("Title" in change.old, "Heading" in change.new) == (True, True)


def test_results_of_fields_are_nobodys_words() -> None:
    xml = (
        '<w:r><w:t>2 days</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert not compare(edited(sent(), filled("2 days", xml))).answers


def test_the_result_of_a_link_that_became_a_field_is_read() -> None:
    xml = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "a" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2 days</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert not compare(edited(sent(), filled("2 days", xml))).answers


def test_an_answer_of_several_paragraphs_is_read_line_by_line() -> None:
    def split(root: etree._Element) -> None:
        filled("close the gap", "<w:r><w:t>one</w:t></w:r>", 1)(root)
        control = next(one for one in root.iter(f"{W}sdt") if words_of(one) == "one")
        paragraph = next(control.iterancestors(f"{W}p"))
        content = control.find(f"{W}sdtContent")
        assert content is not None
        paragraph.addprevious(control)
        lines = [etree.Element(f"{W}p"), etree.Element(f"{W}p")]
        for line, words in zip(lines, ("one", "two"), strict=True):
            etree.SubElement(etree.SubElement(line, f"{W}r"), f"{W}t").text = words
        content[:] = lines

    assert [one.new for one in compare(edited(sent(), split)).answers] == ["one\ntwo"]


def test_a_paragraph_that_a_tracked_change_splits_is_one_in_the_original() -> None:
    def split(root: etree._Element) -> None:
        (clause,) = (one for one in root.iter(f"{W}p") if "keeps its own" in words_of(one))
        before = etree.Element(f"{W}p")
        properties = etree.SubElement(etree.SubElement(before, f"{W}pPr"), f"{W}rPr")
        etree.SubElement(properties, f"{W}ins", {f"{W}author": "Jo", f"{W}date": "2026-11-20T10:00:00Z"})
        mark = etree.SubElement(before, f"{W}ins", {f"{W}author": "Jo", f"{W}date": "2026-11-20T10:00:00Z"})
        etree.SubElement(etree.SubElement(mark, f"{W}r"), f"{W}t").text = "Invoices are paid in thirty days."
        clause.addprevious(before)

    (change,) = compare(edited(sent(), split)).wording
    assert (change.kind, change.new, change.by[0].author) == (Kind.ADDED, "Invoices are paid in thirty days.", "Jo")
