# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from tests.render.word.files import written
from tests.render.word.reading import read_controls, read_text

from evidencepack.blocks.blocks import Paragraph
from evidencepack.blocks.inlines import Text, Value
from evidencepack.render.word.markup import WORD
from evidencepack.render.word.package import pack_parts, unpack_parts

PATH = "01890000-0000-7000-8000-000000000001/purpose"


def _with_body(body: str) -> bytes:
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return pack_parts({"word/document.xml": document.encode()})


def test_tracked_insertions_are_read_and_deletions_are_not() -> None:
    data = _with_body(
        "<w:p><w:r><w:t>We </w:t></w:r><w:ins><w:r><w:t>will</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>may</w:delText></w:r></w:del><w:r><w:t> meet</w:t></w:r></w:p>"
    )
    assert read_text(data) == ("We will meet",)


def test_field_codes_are_not_text_but_their_results_are() -> None:
    data = _with_body("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r></w:p>")
    assert read_text(data) == ("7",)


def test_hyphens_tabs_and_breaks_of_word_are_read() -> None:
    data = _with_body(
        "<w:p><w:r><w:t>KPI</w:t><w:noBreakHyphen/><w:t>08</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t>"
        "<w:softHyphen/></w:r></w:p>"
    )
    assert read_text(data) == ("KPI-08\ta\nb\u00ad",)


def test_the_manifest_is_found_where_a_program_renamed_it() -> None:
    parts = unpack_parts(written(Paragraph((Value("gap", (PATH,)),))))
    parts["customXml/item7.xml"] = parts.pop("customXml/item1.xml")
    assert read_controls(pack_parts(parts)) == {PATH: ("gap",)}


def test_controls_go_by_their_tag_when_the_manifest_is_gone() -> None:
    parts = unpack_parts(written(Paragraph((Value("gap", (PATH,)),))))
    del parts["customXml/item1.xml"]
    (tag,) = read_controls(pack_parts(parts))
    assert tag.startswith("ep")


def test_controls_that_are_not_ours_are_passed_over() -> None:
    data = _with_body("<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>")
    assert read_controls(data) == {}
    assert read_text(data) == ("x",)


def test_an_answer_that_was_changed_in_word_is_read_as_it_is_now() -> None:
    parts = unpack_parts(written(Paragraph((Text("To "), Value("close the gap", (PATH,))))))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"close the gap", b"help")
    assert read_controls(pack_parts(parts)) == {PATH: ("help",)}
