# SPDX-License-Identifier: MPL-2.0
"""What was changed beside the words, on a pack with every block: told with its place, and nothing else is."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import TypeAlias

import pytest
from lxml import etree
from tests.exchange.replies.files import Edit, compare, edited, runs
from tests.render.logos import picture
from tests.render.word.files import W, pack, words_of

from evidencepack.exchange.replies.report import FormChange, Kind, What
from evidencepack.render.word.markup import NAMESPACES
from evidencepack.render.word.package import pack_parts, unpack_parts

Parts: TypeAlias = dict[str, bytes]
_BY = 'w:id="7" w:author="Jo Marsh" w:date="2026-11-03T10:00:00Z"'
_ADDRESS = b"https://www.thamesbourne.example/"


def _clause(root: etree._Element, level: int = 2, number: int = 1) -> etree._Element:
    """Return a clause of words of ours alone."""
    style = f"EPClause{level}"
    found = [one for one in root.iter(f"{W}p") if one.find(f"{W}pPr/{W}pStyle[@{W}val='{style}']") is not None]
    return [one for one in found if one.find(f".//{W}sdt") is None and one.find(f"{W}r") is not None][number]


def _looking(look: str) -> Edit:
    def edit(root: etree._Element) -> None:
        for run in _clause(root).iterchildren(f"{W}r"):
            run.insert(0, runs(f"<w:rPr>{look}</w:rPr>")[0])

    return edit


def _told(*edits: Edit) -> list[FormChange]:
    """Return what is told of edits of the pack, which must be nothing but forms."""
    found = compare(edited(pack(), *edits), pack())
    assert found.differences == len(found.forms)
    return list(found.forms)


def _after(change: Callable[[Parts], None]) -> list[FormChange]:
    parts = dict(unpack_parts(pack()))
    change(parts)
    found = compare(pack_parts(parts), pack())
    assert found.differences == len(found.forms)
    return list(found.forms)


def test_a_pack_as_it_was_sent_has_no_change() -> None:
    assert compare(pack(), pack()).is_unchanged


@pytest.mark.parametrize(
    ("look", "what"), [("<w:strike/>", What.STRUCK), ("<w:dstrike/>", What.STRUCK), ("<w:vanish/>", What.HIDDEN)]
)
def test_words_that_were_struck_out_or_hidden_are_told(look: str, what: What) -> None:
    (change,) = _told(_looking(look))
    assert (change.what, change.kind) == (what, Kind.ADDED)
    assert change.words == words_of(_clause(etree.fromstring(unpack_parts(pack())["word/document.xml"]))).strip()
    assert change.where.number


def test_a_look_that_is_switched_off_or_is_no_matter_is_not_told() -> None:
    assert _told(_looking('<w:strike w:val="0"/>')) == []
    assert _told(_looking('<w:b/><w:color w:val="FF0000"/>')) == []


def test_a_look_that_comes_with_a_style_is_told() -> None:
    def strike_through_style(parts: Parts) -> None:
        style = b'<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style></w:styles>'
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", style)
        root = etree.fromstring(parts["word/document.xml"])
        _looking('<w:rStyle w:val="Gone"/>')(root)
        parts["word/document.xml"] = etree.tostring(root)

    assert [change.what for change in _after(strike_through_style)] == [What.STRUCK]


def test_a_tracked_change_of_looks_names_who_made_it() -> None:
    changes = _told(_looking(f"<w:strike/><w:rPrChange {_BY}><w:rPr/></w:rPrChange>"))
    assert [change.what for change in changes] == [What.STRUCK, What.LOOK]
    assert {(change.by[0].author, change.by[0].when[:10]) for change in changes} == {("Jo Marsh", "2026-11-03")}


def test_a_clause_on_another_level_is_told_with_both_levels() -> None:
    def deeper(root: etree._Element) -> None:
        properties = _clause(root).find(f"{W}pPr")
        assert properties is not None
        for one in (*properties.iter(f"{W}ilvl"), *properties.iter(f"{W}pStyle")):
            one.set(f"{W}val", "EPClause3" if one.tag == f"{W}pStyle" else "2")
        properties.append(runs(f"<w:pPrChange {_BY}><w:pPr/></w:pPrChange>")[0])

    level, look = _told(deeper)
    assert (level.what, level.old, level.new) == (What.LEVEL, "numbered, level 2", "numbered, level 3")
    assert (level.by[0].author, look.what) == ("Jo Marsh", What.LOOK)


def test_a_clause_that_lost_its_number_is_told() -> None:
    def plain(root: etree._Element) -> None:
        properties = _clause(root).find(f"{W}pPr")
        assert properties is not None
        properties.find(f"{W}pStyle").set(f"{W}val", "BodyText")  # type: ignore[union-attr]
        for listed in list(properties.iter(f"{W}numPr")):
            properties.remove(listed)

    (change,) = _told(plain)
    assert (change.what, change.old, change.new) == (What.LEVEL, "numbered, level 2", "not in a list")


def test_numbers_that_begin_elsewhere_are_told_once() -> None:
    def start_at_nine(parts: Parts) -> None:
        root = etree.fromstring(parts["word/numbering.xml"])
        next(root.iter(f"{W}start")).set(f"{W}val", "9")
        for override in root.iter(f"{W}startOverride"):
            if override.getparent().get(f"{W}ilvl") == "0":  # type: ignore[union-attr]
                override.set(f"{W}val", "9")
        parts["word/numbering.xml"] = etree.tostring(root)

    changes = _after(start_at_nine)
    assert {change.what for change in changes} == {What.NUMBER}
    assert "9" in {change.new for change in changes}


def test_a_link_that_leads_elsewhere_is_told_with_both_addresses() -> None:
    def lead_away(parts: Parts) -> None:
        name = "word/_rels/document.xml.rels"
        assert _ADDRESS in parts[name]
        parts[name] = parts[name].replace(_ADDRESS, b"https://elsewhere.example/")

    (change,) = _after(lead_away)
    assert (change.what, change.words) == (What.LINK, "the council’s page")
    assert change.new == f"https://elsewhere.example{change.old.removeprefix('https://www.thamesbourne.example')}"


def test_a_link_that_became_a_field_is_the_same_link() -> None:
    def as_field(root: etree._Element) -> None:
        link = next(one for one in root.iter(f"{W}hyperlink") if "council" in words_of(one))
        code = 'HYPERLINK "https://www.thamesbourne.example/a?b=c&amp;d=%C3%A9%20f"'
        begin, end = (f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "end"))
        xml = f'{begin}<w:r><w:instrText> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        for run in runs(xml):
            link.addprevious(run)
        for run in reversed(runs(end)):
            link.addnext(run)
        for run in list(link):
            link.addprevious(run)
        link.getparent().remove(link)  # type: ignore[union-attr]

    assert _told(as_field) == []


def _reference(root: etree._Element, sort: str) -> tuple[etree._Element, list[etree._Element]]:
    """Return the code of the first field of a sort, and the texts of its result."""
    code = next(one for one in root.iter(f"{W}instrText") if (one.text or "").split()[:1] == [sort])
    run = code.getparent()
    assert run is not None
    texts: list[etree._Element] = []
    for sibling in run.itersiblings(f"{W}r"):
        mark = sibling.find(f"{W}fldChar")
        if mark is not None and mark.get(f"{W}fldCharType") == "end":
            break
        texts += sibling.iter(f"{W}t")
    return code, texts


def test_a_cross_reference_that_somebody_typed_over_is_told() -> None:
    def type_over(root: etree._Element) -> None:
        _, (text, *_) = _reference(root, "REF")
        text.text = "99.9"

    (change,) = _told(type_over)
    assert (change.what, change.new) == (What.FIELD, "99.9")


def test_a_cross_reference_to_another_clause_is_told_and_a_page_that_turned_is_not() -> None:
    def point_away(root: etree._Element) -> None:
        code, _ = _reference(root, "REF")
        others = {(one.text or "").split()[1] for one in root.iter(f"{W}instrText") if " REF " in f" {one.text} "}
        target = (code.text or "").split()[1]
        code.text = (code.text or "").replace(target, min(others - {target}))

    def turn(root: etree._Element) -> None:
        _, (text, *_) = _reference(root, "PAGEREF")
        text.text = "77"

    assert [change.what for change in _told(point_away)] == [What.FIELD]
    assert _told(turn) == []


def _media(parts: Parts) -> str:
    return next(name for name in sorted(parts) if name.startswith("word/media/"))


def test_a_picture_that_was_replaced_is_told_and_one_that_was_packed_anew_is_not() -> None:
    def replace(parts: Parts) -> None:
        parts[_media(parts)] = picture(400, 150)

    def pack_anew(parts: Parts) -> None:
        import io

        from PIL import Image

        name = _media(parts)
        with Image.open(io.BytesIO(parts[name])) as opened:
            into = io.BytesIO()
            opened.resize((opened.width * 2, opened.height * 2)).save(into, "PNG")
        parts[name] = into.getvalue()

    assert {(change.what, change.kind) for change in _after(replace)} == {(What.PICTURE, Kind.CHANGED)}
    assert _after(pack_anew) == []


def test_pictures_that_came_and_went_are_told() -> None:
    def take(root: etree._Element) -> None:
        drawing = next(root.iter(f"{W}drawing"))
        drawing.getparent().remove(drawing)  # type: ignore[union-attr]

    def double(root: etree._Element) -> None:
        run = next(root.iter(f"{W}drawing")).getparent()
        assert run is not None
        run.addnext(copy.deepcopy(run))

    assert [change.kind for change in _told(take)] == [Kind.REMOVED]
    assert [change.kind for change in _told(double)] == [Kind.ADDED]


def test_a_footer_of_one_section_that_says_something_else_is_told_with_its_paper() -> None:
    def rename(parts: Parts) -> None:
        name = next(name for name in sorted(parts) if name.startswith("word/footer") and b"Page" in parts[name])
        parts[name] = parts[name].replace(b"Page", b"Sheet")

    changes = _after(rename)
    assert {(change.what, change.kind) for change in changes} == {(What.FOOTER, Kind.CHANGED)}
    assert ("Page" in changes[0].old, "Sheet" in changes[0].new) == (True, True)


def test_hidden_words_in_a_paragraph_that_was_added_are_told() -> None:
    def add(root: etree._Element) -> None:
        xml = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Nobody sees that we agree.</w:t></w:r></w:p>"
        _clause(root).addnext(runs(xml)[0])

    found = compare(edited(pack(), add), pack())
    assert [(change.what, change.words) for change in found.forms] == [(What.HIDDEN, "Nobody sees that we agree.")]
    assert [change.new for change in found.wording] == ["Nobody sees that we agree."]


def _styled(old: bytes, new: bytes) -> Callable[[Parts], None]:
    def restyle(parts: Parts) -> None:
        assert old in parts["word/styles.xml"]
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(old, new, 1)

    return restyle


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<w:rPrDefault><w:rPr>", b"<w:rPrDefault><w:rPr><w:vanish/>"),
        (
            b"</w:styles>",
            b'<w:style w:type="table" w:default="1" w:styleId="T"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
        ),
    ],
)
def test_words_that_the_whole_file_or_a_table_hides_are_told(old: bytes, new: bytes) -> None:
    def hide(parts: Parts) -> None:
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:tblStyle ", b"<w:tblStyleNone ")
        _styled(old, new)(parts)

    assert {change.what for change in _after(hide)} == {What.HIDDEN}


def test_a_look_that_two_styles_put_on_is_off_again() -> None:
    def twice(parts: Parts) -> None:
        style = b'<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style></w:styles>'
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", style)
        styles = etree.fromstring(parts["word/styles.xml"])
        clause = next(one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == "EPClause2")
        clause.find(f"{W}rPr").append(runs("<w:strike/>")[0])  # type: ignore[union-attr]
        parts["word/styles.xml"] = etree.tostring(styles)
        root = etree.fromstring(parts["word/document.xml"])
        _looking('<w:rStyle w:val="Gone"/>')(root)
        parts["word/document.xml"] = etree.tostring(root)

    changed = words_of(_clause(etree.fromstring(unpack_parts(pack())["word/document.xml"]))).strip()
    struck = [change.words for change in _after(twice)]
    assert struck
    assert changed not in struck


def _row(root: etree._Element) -> etree._Element:
    table = next(one for one in root.iter(f"{W}tbl") if len(one.findall(f"{W}tr")) > 2)
    return table.findall(f"{W}tr")[1]


@pytest.mark.parametrize("hides", ["<w:hidden/>", '<w:trHeight w:val="1" w:hRule="exact"/>'])
def test_a_row_that_nobody_can_see_is_told(hides: str) -> None:
    def hide(root: etree._Element) -> None:
        row = _row(root)
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            row.insert(0, properties)
        properties.extend(runs(hides))

    changes = _told(hide)
    assert {change.what for change in changes} == {What.HIDDEN}
    assert "".join("".join(change.words.split()) for change in changes)


def test_words_in_a_cell_that_goes_on_from_the_one_above_are_hidden() -> None:
    def hide(root: etree._Element) -> None:
        next(_row(root).iter(f"{W}tcPr")).append(runs("<w:vMerge/>")[0])

    assert {change.what for change in _told(hide)} == {What.HIDDEN}


def test_words_that_a_list_sets_before_its_paragraphs_are_told() -> None:
    def void(parts: Parts) -> None:
        sign = b'<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        start = parts["word/numbering.xml"].index(sign)
        end = parts["word/numbering.xml"].index(b"</w:lvl>", start)
        level = parts["word/numbering.xml"][start:end]
        changed = re.sub(rb'(<w:lvlText w:val=")[^"]*', rb"\1Not agreed:", level)
        parts["word/numbering.xml"] = parts["word/numbering.xml"].replace(level, changed)

    changes = _after(void)
    assert {(change.what, change.old) for change in changes} == {(What.LEVEL, "a bullet point, level 1")}
    assert changes[0].new == "a bullet point with the words “Not agreed”, level 1"


def _left_hand(parts: Parts) -> str:
    """Have even pages show what they have of their own; return the header of all others."""
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(
        b"</w:settings>", b"<w:evenAndOddHeaders/></w:settings>"
    )
    return next(name for name in sorted(parts) if name.startswith("word/header") and b"Memorandum" in parts[name])


def test_headers_of_even_pages_are_compared_where_the_file_has_them() -> None:
    def other(parts: Parts) -> None:
        name = _left_hand(parts)
        parts["word/headerEven.xml"] = parts[name].replace(b"Memorandum", b"Nothing agreed")
        relation = '<Relationship Id="rIdEven" Type="http://x/header" Target="headerEven.xml"/></Relationships>'
        names = "word/_rels/document.xml.rels"
        parts[names] = parts[names].replace(b"</Relationships>", relation.encode())
        parts["word/document.xml"] = parts["word/document.xml"].replace(
            b"<w:sectPr>", b'<w:sectPr><w:headerReference w:type="even" r:id="rIdEven"/>'
        )

    found = [change for change in _after(other) if change.what is What.HEADER]
    assert any("Nothing agreed" in change.new for change in found)


def test_even_pages_that_lost_their_header_and_footer_are_told() -> None:
    def lose(parts: Parts) -> None:
        _left_hand(parts)

    changes = _after(lose)
    assert {(change.what, change.new) for change in changes} == {
        (What.HEADER, "(nothing on even pages)"),
        (What.FOOTER, "(nothing on even pages)"),
    }


def _with_note(parts: Parts, words: str) -> None:
    note = f'<w:footnote w:id="7"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
    parts["word/footnotes.xml"] = f"<w:footnotes {NAMESPACES}>{note}</w:footnotes>".encode()
    relation = '<Relationship Id="rIdNotes" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>'
    names = "word/_rels/document.xml.rels"
    parts[names] = parts[names].replace(b"</Relationships>", relation.encode())
    root = etree.fromstring(parts["word/document.xml"])
    _clause(root).extend(runs('<w:r><w:footnoteReference w:id="7"/></w:r>'))
    parts["word/document.xml"] = etree.tostring(root)


def test_a_footnote_that_was_added_changed_or_taken_out_is_told_with_its_place() -> None:
    with_note, reworded = dict(unpack_parts(pack())), dict(unpack_parts(pack()))
    _with_note(with_note, "We agreed to this in May.")
    _with_note(reworded, "We agreed to this in June.")
    plain, noted, other = pack(), pack_parts(with_note), pack_parts(reworded)
    for sent, back, kind, words in (
        (plain, noted, Kind.ADDED, ("", "We agreed to this in May.")),
        (noted, plain, Kind.REMOVED, ("We agreed to this in May.", "")),
        (noted, other, Kind.CHANGED, ("We agreed to this in May.", "We agreed to this in June.")),
    ):
        (change,) = compare(back, sent).forms
        assert (change.what, change.kind, (change.old, change.new)) == (What.FOOTNOTE, kind, words)
        assert change.where.number
