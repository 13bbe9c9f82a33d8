# SPDX-License-Identifier: MPL-2.0
"""What is seen on a page and is no text: told as being there, with its place."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.exchange.replies.files import Edit, compare, edited, runs, sent
from tests.render.word.files import W, words_of

from evidencepack.exchange.replies.report import Comparison
from evidencepack.exchange.replies.unread import Unreadable
from evidencepack.render.word.package import pack_parts, unpack_parts

_V, _O = 'xmlns:v="urn:schemas-microsoft-com:vml"', 'xmlns:o="urn:schemas-microsoft-com:office:office"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
_DGM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_SHAPE = (
    f"<w:r><mc:AlternateContent {_MC}><mc:Choice><w:drawing><wps:wsp {_WPS}/></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:line {_V}/></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
_BEGIN, _SAYS, _END = (f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "separate", "end"))
_CONTROL = '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent/></w:sdt>'
_LIST = f"{_BEGIN.replace('/></w:r>', '><w:ffData><w:ddList/></w:ffData></w:fldChar></w:r>')}{_SAYS}{_END}"
_THINGS = [
    (Unreadable.SHAPE, _SHAPE),
    (Unreadable.SHAPE, f"<w:r><w:pict><v:shape {_V}/></w:pict></w:r>"),
    (Unreadable.DIAGRAM, f"<w:r><w:drawing><dgm:relIds {_DGM}/></w:drawing></w:r>"),
    (Unreadable.OBJECT, f"<w:r><w:object><v:shape {_V}><o:x {_O}/></v:shape></w:object></w:r>"),
    (Unreadable.BOUND, _CONTROL),
    (Unreadable.FETCHED, f"{_BEGIN}<w:r><w:instrText> INCLUDETEXT x.docx </w:instrText></w:r>{_SAYS}{_END}"),
    (Unreadable.FETCHED, '<w:fldSimple w:instr=" DDE a b "/>'),
    (Unreadable.CHOSEN, _LIST),
    (Unreadable.REVERSED, '<w:bdo w:val="rtl"/>'),
]


def _into(xml: str, words: str = "keeps its own") -> Edit:
    def edit(root: etree._Element) -> None:
        paragraph = next(one for one in root.iter(f"{W}p") if words in words_of(one))
        paragraph.extend(runs(xml))

    return edit


def _after(edit: Edit) -> Comparison:
    return compare(edited(sent(), edit))


def _told(found: Comparison) -> list[tuple[Unreadable, int, str]]:
    return [(one.sort, one.number, one.where.number) for one in found.unread]


@pytest.mark.parametrize(("sort", "xml"), _THINGS)
def test_what_is_no_text_is_told_with_its_place(sort: Unreadable, xml: str) -> None:
    found = _after(_into(xml))
    assert _told(found) == [(sort, 1, "1")]
    assert (found.differences, found.is_unchanged) == (0, False)


def test_two_shapes_in_a_paragraph_are_told_as_two() -> None:
    assert _told(_after(_into(_SHAPE * 2))) == [(Unreadable.SHAPE, 2, "1")]


def test_a_picture_of_the_old_sort_is_no_shape() -> None:
    xml = f"<w:r><w:pict><v:shape {_V}><v:imagedata/></v:shape></w:pict></w:r>"
    assert _after(_into(xml)).unread == ()


def test_words_of_a_formula_are_compared_and_the_rest_of_it_is_said_to_be_there() -> None:
    found = _after(_into(f"<m:oMath {_M}><m:r><m:t>x=9</m:t></m:r></m:oMath>"))
    assert _told(found) == [(Unreadable.FORMULA, 1, "1")]
    assert [one.new for one in found.wording] == ["Each party keeps its own records.x=9"]


def test_words_that_are_written_along_a_shape_are_compared() -> None:
    xml = f'<w:r><w:pict><v:shape {_V}><v:textpath string="VOID"/></v:shape></w:pict></w:r>'
    found = _after(_into(xml))
    assert _told(found) == [(Unreadable.SHAPE, 1, "1")]
    assert [one.new for one in found.wording] == ["Each party keeps its own records.VOID"]


def test_a_file_that_is_put_in_whole_is_told() -> None:
    def put_in(root: etree._Element) -> None:
        root[0].insert(0, runs("<w:altChunk/>")[0])

    assert [one.sort for one in _after(put_in).unread] == [Unreadable.FILE]


@pytest.mark.parametrize("xml", ['<w:framePr w:x="30000" w:y="1"/>', '<w:ind w:left="-29000"/>'])
def test_a_paragraph_that_stands_off_its_page_is_told(xml: str) -> None:
    def push(root: etree._Element) -> None:
        paragraph = next(one for one in root.iter(f"{W}p") if "keeps its own" in words_of(one))
        paragraph.find(f"{W}pPr").extend(runs(xml))  # type: ignore[union-attr]

    assert _told(_after(push)) == [(Unreadable.OFF_PAGE, 1, "1")]


def test_a_thing_that_somebody_took_out_again_and_tracked_is_not_told() -> None:
    assert _after(_into(f'<w:del w:id="1" w:author="Jo">{_SHAPE}</w:del>')).is_unchanged


def test_a_watermark_is_told_by_its_words_and_as_a_shape() -> None:
    parts = dict(unpack_parts(sent()))
    name = next(name for name in sorted(parts) if name.startswith("word/header"))
    path = f'<v:textpath {_V} string="DRAFT"/>'
    mark = f"<w:r><w:pict><v:shape {_V}>{path}</v:shape></w:pict></w:r></w:p></w:hdr>"
    parts[name] = parts[name].replace(b"</w:p></w:hdr>", mark.encode())
    found = compare(pack_parts(parts))
    assert [(one.sort, one.where.heading) for one in found.unread] == [(Unreadable.SHAPE, "header or footer")]
    assert "DRAFT" in found.forms[0].new


def test_a_style_that_hides_some_cells_of_a_table_is_told() -> None:
    parts = dict(unpack_parts(sent()))
    style = (
        '<w:style w:type="table" w:styleId="Sly"><w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr>'
        "</w:tblStylePr></w:style></w:styles>"
    )
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", style.encode())
    root = etree.fromstring(parts["word/document.xml"])
    next(root.iter(f"{W}tblStyle")).set(f"{W}val", "Sly")
    parts["word/document.xml"] = etree.tostring(root)
    assert [one.sort for one in compare(pack_parts(parts)).unread] == [Unreadable.TABLE_STYLE]
