# SPDX-License-Identifier: MPL-2.0
"""What can go wrong with a tagged PDF, done to a good one, and which checks have to see it.

``seen_by``: "tree" compares whole trees with what the blocks ask for; "own" is ``faults.py``; "page" is
page-validation; "vera" is veraPDF. Where only "tree" stands, no validator can know that something is missing.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from tests.render.pdf.tree import many


@dataclass(frozen=True, slots=True)
class Defect:
    """A defect: what it is called, how it is made, which checks see it."""

    name: str
    damage: Callable[[pikepdf.Pdf], object]
    seen_by: str

    def done_to(self, data: bytes) -> bytes:
        """Return the damaged file."""
        with pikepdf.open(io.BytesIO(data)) as file:
            self.damage(file)
            damaged = io.BytesIO()
            file.save(damaged)
        return damaged.getvalue()


def elements(file: pikepdf.Pdf, role: str) -> list[Any]:
    """Return the elements of a role, depth first."""
    return [element for element in _walk(file.Root.StructTreeRoot.K) if str(element.S) == f"/{role}"]


def _walk(element: Any) -> Iterator[Any]:
    yield element
    for kid in many(element.get("/K")):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _walk(kid)


def _lose(role: str, *keys: str, place: int = 0) -> Callable[[pikepdf.Pdf], None]:
    def damage(file: pikepdf.Pdf) -> None:
        found = elements(file, role)[place]
        for key in keys[:-1]:
            found = found[key]
        del found[keys[-1]]

    return damage


def _rename(role: str, other: str, place: int = 0) -> Callable[[pikepdf.Pdf], None]:
    def damage(file: pikepdf.Pdf) -> None:
        elements(file, role)[place].S = pikepdf.Name(f"/{other}")

    return damage


def _rewrite(pattern: bytes, by: bytes, *, part: int = 0, page: int = 1) -> Callable[[pikepdf.Pdf], None]:
    """Change the first match in a page's own content (part 0) or in its header and footer (part 1)."""

    def damage(file: pikepdf.Pdf) -> None:
        content: Any = file.pages[page].Contents
        changed, count = re.subn(pattern, by, content[part].read_bytes(), count=1, flags=re.DOTALL)
        assert count == 1
        content[part].write(changed)

    return damage


def _swap(role: str, one: int, other: int) -> Callable[[pikepdf.Pdf], None]:
    """Swap the kids of two elements: their words, that is."""

    def damage(file: pikepdf.Pdf) -> None:
        first, second = elements(file, role)[one], elements(file, role)[other]
        first.K, second.K = second.K, first.K

    return damage


def _change_places(file: pikepdf.Pdf) -> None:
    section: Any = elements(file, "H1")[1].P
    kids = list(section.K)
    section.K = pikepdf.Array([*kids[:2], kids[3], kids[2], *kids[4:]])


def _merge_rows(file: pikepdf.Pdf) -> None:
    body = elements(file, "TBody")[0]
    first, second = list(body.K)
    first.K = pikepdf.Array([*first.K, *second.K])
    body.K = first


def _drop_entry(file: pikepdf.Pdf) -> None:
    contents = elements(file, "TOC")[0]
    contents.K = next(iter(contents.K))


def _move_caption(file: pikepdf.Pdf) -> None:
    table = elements(file, "Table")[0]
    caption, *rest = list(table.K)
    table.K = pikepdf.Array([*rest, caption])


def _flatten(file: pikepdf.Pdf) -> None:
    section = elements(file, "Sect")[2]
    above = section.P
    for kid in many(section.K):
        kid.P = above
    above.K = pikepdf.Array([kid for one in above.K for kid in (many(section.K) if one == section else [one])])


def _say_twice(file: pikepdf.Pdf) -> None:
    section: Any = elements(file, "H1")[1].P
    section.K = pikepdf.Array([*section.K, section.K[2]])


def _annotations(file: pikepdf.Pdf, kind: str) -> list[Any]:
    return [one for page in file.pages for one in many(page.get("/Annots")) if one.Subtype == f"/{kind}"]


def _lose_of_annotation(kind: str, key: str) -> Callable[[pikepdf.Pdf], None]:
    def damage(file: pikepdf.Pdf) -> None:
        del _annotations(file, kind)[0][key]

    return damage


def _lose_reference(file: pikepdf.Pdf) -> None:
    link = elements(file, "Link")[0]
    link.K = next(kid for kid in link.K if isinstance(kid, int))


def _lie(file: pikepdf.Pdf) -> None:
    _annotations(file, "Link")[0].Contents = pikepdf.String("Appendix B, page 9")


def _lose_of_root(*keys: str) -> Callable[[pikepdf.Pdf], None]:
    def damage(file: pikepdf.Pdf) -> None:
        found: Any = file.Root
        for key in keys[:-1]:
            found = found[key]
        del found[keys[-1]]

    return damage


def _lose_of_page(key: str) -> Callable[[pikepdf.Pdf], None]:
    def damage(file: pikepdf.Pdf) -> None:
        del file.pages[1][key]

    return damage


def _lose_title(file: pikepdf.Pdf) -> None:
    del file.docinfo["/Title"]
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        del said["dc:title"]


def _font(file: pikepdf.Pdf) -> Any:
    return file.pages[1].Resources.Font["/F0"]


def _lose_letters(file: pikepdf.Pdf) -> None:
    del _font(file).ToUnicode


def _lose_font(file: pikepdf.Pdf) -> None:
    del _font(file).DescendantFonts[0].FontDescriptor.FontFile2


def _letters(by: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Let the letter g stand for something else."""

    def damage(file: pikepdf.Pdf) -> None:
        unicode = _font(file).ToUnicode
        changed, count = re.subn(rb"<0067>", by, unicode.read_bytes())
        assert count == 1
        unicode.write(changed)

    return damage


_HEADER = rb"/Artifact<<[^>]*/Header[^>]*>>BDC"

DEFECTS = (
    Defect("a head cell without scope", _lose("TH", "/A", "/Scope"), "tree own"),
    Defect("a figure without words", _lose("Figure", "/Alt"), "tree own page vera"),
    Defect("a file without language", _lose_of_root("/Lang"), "own page vera"),
    Defect("a document without language", _lose("Part", "/Lang"), "tree own"),
    Defect("a document without title", _lose("Part", "/T"), "tree own"),
    Defect("a Welsh name that does not say so", _lose("Span", "/Lang", place=3), "tree"),
    Defect("a header that is marked as words", _rewrite(_HEADER, rb"/P<</MCID 99>>BDC", part=1), "own vera"),
    Defect("a header that is not marked", _rewrite(_HEADER, rb"/Span BMC", part=1), "own page vera"),
    Defect("a footer as an artifact of no kind", _rewrite(rb"/Pagination/Subtype/Footer", rb"/Foot", part=1), "own"),
    Defect("rules that are not marked", _rewrite(rb"/Artifact<</Type/Layout>>BDC", rb"/Span BMC"), "own page vera"),
    Defect(
        "words outside all marks", _rewrite(rb"(ET)(?!.*ET)", rb"ET BT /F0 11 Tf (\\000\\044)Tj ET"), "own page vera"
    ),
    Defect(
        "a paragraph as an artifact", _rewrite(rb"/P<</MCID \d+>>BDC", rb"/Artifact<</Type/Layout>>BDC"), "tree own"
    ),
    Defect("paragraphs in the wrong order", _change_places, "tree"),
    Defect("the words of two items swapped", _swap("LBody", 2, 3), "tree own"),
    Defect("a paragraph read twice", _say_twice, "tree"),
    Defect("a link without words", _lose_of_annotation("Link", "/Contents"), "tree own page vera"),
    Defect("a link that says another page", _lie, "tree"),
    Defect("a link without a way back", _lose_of_annotation("Link", "/StructParent"), "own page vera"),
    Defect("a link that is not in its element", _lose_reference, "tree own"),
    Defect("a title as H4", _rename("H1", "H4", 1), "tree own page vera"),
    Defect("a heading as a paragraph", _rename("H2", "P"), "tree own"),
    Defect("a section without its heading's level", _flatten, "tree"),
    Defect("an item as a paragraph", _rename("LI", "P"), "tree own page vera"),
    Defect("a list as a division", _rename("L", "Div"), "tree own page vera"),
    Defect("a label as a body", _rename("Lbl", "LBody", 2), "tree own"),
    Defect("a list that does not say its numbers", _lose("L", "/A"), "tree own"),
    Defect("a head cell as any cell", _rename("TH", "TD"), "tree own"),
    Defect("a table as a division", _rename("Table", "Div"), "tree own page vera"),
    Defect("a table without summary", _lose("Table", "/A"), "tree"),
    Defect("a caption at the end", _move_caption, "tree own"),
    Defect("two rows as one", _merge_rows, "tree own page vera"),
    Defect("a cell that does not say its span", _lose("TH", "/A", "/ColSpan", place=1), "tree own page vera"),
    Defect("a cell that does not say its rows", _lose("TH", "/A", "/RowSpan"), "tree own page vera"),
    Defect("a cell that does not name its heads", _lose("TD", "/A", "/Headers", place=1), "tree"),
    Defect("an entry of the contents lost", _drop_entry, "tree"),
    Defect("an entry that is heard without its heads", _lose("Span", "/E"), "tree"),
    Defect("a font without a way back to text", _lose_letters, "tree own page vera"),
    Defect("a letter that stands for nothing", _letters(b"<0000>"), "tree own page vera"),
    Defect("a letter that stands for another", _letters(b"<0071>"), "tree"),
    Defect("shaped words without their text", _rewrite(rb"/ActualText<[0-9a-f]*>", b""), "tree"),
    Defect("a word left out", _rewrite(rb"Td \([^)]{40,}?\)Tj", b"Td ()Tj"), "tree"),
    Defect("a space lost at a line's end", _rewrite(rb"\x00\x03\)Tj", b")Tj"), "tree"),
    Defect("no title", _lose_title, "own page vera"),
    Defect("a title that is not shown", _lose_of_root("/ViewerPreferences"), "own page vera"),
    Defect("no output intent", _lose_of_root("/OutputIntents"), "own page vera"),
    Defect("a font that is not in the file", _lose_font, "own page vera"),
    Defect("tabs that do not follow the tree", _lose_of_page("/Tabs"), "own page vera"),
    Defect("pages without labels", _lose_of_root("/PageLabels"), "own"),
    Defect("a page without its marks' way back", _lose_of_page("/StructParents"), "own vera"),
    Defect("a field without words", _lose_of_annotation("Widget", "/TU"), "tree own page vera"),
    Defect("a field without a look", _lose_of_annotation("Widget", "/AP"), "own page vera"),
    Defect("a file that does not say it is tagged", _lose_of_root("/MarkInfo"), "own page vera"),
    Defect("no tree", _lose_of_root("/StructTreeRoot"), "tree own page vera"),
)
