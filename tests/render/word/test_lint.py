# SPDX-License-Identifier: MPL-2.0
"""The lint finds what it looks for: one seeded defect for each of its rules."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from tests.render.word.files import pack
from tests.render.word.lint import lint

from evidencepack.render.word.package import pack_parts, unpack_parts


class Defect(NamedTuple):
    """A defect: what the lint says of it, and the first match of a pattern in a part that is written otherwise."""

    says: str
    pattern: str
    instead: str
    part: str = "word/document.xml"


_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
_SDT = r"<w:sdt><w:sdtPr>(?:(?!</w:sdt>).)*</w:sdt>"
_FIELD = r'<w:fldChar w:fldCharType="separate"/>'

DEFECTS = (
    Defect(
        "control id 7 twice", r'(<w:tag[^>]*/><w:id w:val=")\d+(".*?<w:tag[^>]*/><w:id w:val=")\d+', r"\g<1>7\g<2>7"
    ),
    Defect("control tag x twice", r'(<w:tag w:val=")[^"]*(".*?<w:tag w:val=")[^"]*', r"\1x\2x"),
    Defect(
        "bookmark name x twice",
        r'(<w:bookmarkStart w:id="\d+" w:name=")[^"]*(".*?<w:bookmarkStart w:id="\d+" w:name=")[^"]*',
        r"\1x\2X",
    ),
    Defect("bookmark id 7 twice", r'(<w:bookmarkStart w:id=")(?!7")\d+', r"\g<1>7"),
    Defect("picture id 7 twice", r'(<wp:docPr id=")\d+(".*?<wp:docPr id=")\d+', r"\g<1>7\g<2>7"),
    Defect("has a name that Word refuses", r'w:name="_Ref', 'w:name="1 Ref'),
    Defect("has a name that Word refuses", r'w:name="_Ref', f'w:name="{"a" * 40}'),
    Defect("is open", r'<w:bookmarkEnd w:id="3"/>', ""),
    Defect("ends before it begins", r'(<w:bookmarkStart w:id="3"[^>]*/>)(.*?)(<w:bookmarkEnd w:id="3"/>)', r"\3\2\1"),
    Defect("field marks", r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
    Defect("without a beginning", r'<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r"\g<0>\g<0>"),
    Defect("are too many or too few", r'(TC "[^<]*</w:instrText></w:r>)', rf"\1<w:r>{_FIELD}</w:r>"),
    Defect("TOC", r'(<w:pStyle w:val="EPRest"/>(?:(?!</w:p>).)*<w:fldChar w:fldCharType=")end', r"\1separate"),
    Defect("is none of ours", r"(<w:instrText[^>]*>) REF ", r"\1 INCLUDETEXT "),
    Defect("shows nothing until it is updated", rf"({_FIELD}</w:r><w:r><w:t[^>]*>)[^<]*", r"\1"),
    Defect("REF to nowhere: _Ref0", r"(<w:instrText[^>]*> REF )\w+", r"\1_Ref0"),
    Defect("PAGEREF to nowhere: _Ref0", r"(<w:instrText[^>]*> PAGEREF )\w+", r"\1_Ref0"),
    Defect("link to nowhere: _Ref0", r'(<w:hyperlink w:anchor=")\w+', r"\1_Ref0"),
    Defect("list 999 does not exist", r'(<w:numId w:val=")\d+', r"\g<1>999"),
    Defect(
        "list definition 99 does not exist",
        r'(<w:num w:numId="\d+"><w:abstractNumId w:val=")\d+',
        r"\g<1>99",
        _NUMBERING,
    ),
    Defect(
        "style EPClause2 is not tied", r'<w:pStyle w:val="EPClause1"/>', '<w:pStyle w:val="EPClause2"/>', _NUMBERING
    ),
    Defect("style Unknown does not exist", r'<w:pStyle w:val="\w+"', '<w:pStyle w:val="Unknown"'),
    Defect("style Unknown does not exist", r'<w:basedOn w:val="\w+"', '<w:basedOn w:val="Unknown"', _STYLES),
    Defect("style Unknown does not exist", r'<w:pStyle w:val="\w+"', '<w:pStyle w:val="Unknown"', "word/footer2.xml"),
    Defect("a font is the theme's", r"<w:rFonts ", '<w:rFonts w:asciiTheme="minorHAnsi" ', _STYLES),
    Defect(
        "a cell does not end with a paragraph",
        r"</w:p></w:tc>",
        '</w:p><w:bookmarkStart w:id="9999" w:name="z"/></w:tc>',
    ),
    Defect("a table is not followed by a paragraph", r"</w:tbl>(<w:p>.*?)<w:tbl>", "</w:tbl><w:tbl>"),
    Defect("a table has no rows", r"(</w:tblGrid>).*?</w:tbl>", r"\1</w:tbl>"),
    Defect("a row covers", r'<w:gridCol w:w="\d+"/>', ""),
    Defect("no tag that Word can hold", r'(<w:tag w:val=")[^"]*', rf"\1{'x' * 65}"),
    Defect(
        "holds more than words of a line",
        r"<w:sdtContent>(.*?)</w:sdtContent>",
        r"<w:sdtContent><w:p>\1</w:p></w:sdtContent>",
    ),
    Defect("is bound to data", r"<w:sdtPr>.*?<w:lock [^>]*/>", r'\g<0><w:dataBinding w:xpath="/a"/>'),
    Defect("has no bookmark round it", r'w:name="_ep\w+', 'w:name="another'),
    Defect("the manifest does not know", r'<shown tag="\w+"', '<shown tag="other"', "customXml/item1.xml"),
    Defect("which is not there", _SDT, ""),
    Defect("a section has no headerReference", r"<w:headerReference[^>]*/>", ""),
    Defect("a section has no footerReference", r"<w:footerReference[^>]*/>", ""),
    Defect("a size is said of some scripts only", r'<w:szCs w:val="\d+"/>', ""),
    Defect("a size is said of some scripts only", r'<w:szCs w:val="\d+"/>', "", _STYLES),
    Defect("a row cuts off", r'w:hRule="atLeast"', 'w:hRule="exact"'),
    Defect("spaces stand for white space", r"(<w:t [^>]*>)(\w)", r"\1   \2"),
    Defect("a control has no title", r'(<w:alias w:val=")[^"]*', r"\1"),
    Defect("a picture has no words", r'(<wp:docPr[^>]* descr=")[^"]*', r"\1"),
    Defect("no header row and no header column", r'w:firstColumn="\d"(.*?)<w:tblHeader/>', r'w:firstColumn="0"\1'),
    Defect("wrong about its header row", r'w:firstRow="1"', 'w:firstRow="0"'),
    Defect(
        "a header row stands below",
        r"(<w:tblHeader/>.*?<w:cantSplit/>.*?)<w:cantSplit/>",
        r"\1<w:cantSplit/><w:tblHeader/>",
    ),
    Defect("a table has no title", r'(<w:tblCaption w:val=")[^"]*', r"\1"),
    Defect("a table has no description", r'(<w:tblDescription w:val=")[^"]*', r"\1"),
    Defect("cells are merged downwards", r"<w:tcPr>(<w:tcW[^>]*/>)", r"<w:tcPr>\1<w:vMerge/>"),
    Defect("a heading of level 4 stands below", r'<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading4"/>'),
    Defect("a heading is empty", r'(<w:p><w:pPr><w:pStyle w:val="Heading2"/>.*?</w:pPr>).*?</w:p>', r"\1</w:p>"),
    Defect("an empty paragraph stands for white space", r'<w:p><w:pPr><w:pStyle w:val="Heading2"/>', r"<w:p/>\g<0>"),
    Defect("white space in a cell", r"</w:p></w:tc>", "</w:p><w:p/></w:tc>"),
    Defect("is in no language", r'<w:lang w:bidi="bn-BD"/>', ""),
    Defect("a link says “here”", r"(<w:hyperlink [^>]*><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>)[^<]*", r"\1here"),
)


def broken(defect: Defect) -> bytes:
    """Return the pack of every block with a defect in it."""
    parts = unpack_parts(pack())
    text, times = re.subn(defect.pattern, defect.instead, parts[defect.part].decode(), count=1, flags=re.DOTALL)
    assert times == 1, f"{defect.pattern} is not in {defect.part}"
    return pack_parts(parts | {defect.part: text.encode()})


@pytest.mark.parametrize("defect", DEFECTS, ids=[f"{one.says} ({at})" for at, one in enumerate(DEFECTS)])
def test_a_seeded_defect_is_found(defect: Defect) -> None:
    assert any(defect.says in fault for fault in lint(broken(defect)))
