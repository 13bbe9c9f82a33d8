# SPDX-License-Identifier: MPL-2.0
"""What is wrong with a PDF as such, whatever its words are: our own check beside the validators.

It looks at the same things by its own way: tags, artifacts, the way back from pages to elements, words for the ear.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from tests.render.pdf.content import Content
from tests.render.pdf.tree import Node, Reader, many

_INSIDE = {
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOCI"},
    "TOCI": {"Lbl", "P", "Reference"},
}
_ONLY_INSIDE = {kid for kids in _INSIDE.values() for kid in kids} - {"P", "Lbl", "Caption", "Reference"}
_NEEDS = {"Part": ("T", "Lang"), "TH": ("Scope",), "Figure": ("Alt",), "L": ("ListNumbering",)}
_PAGINATION = {"Pagination", "Pagination Header", "Pagination Footer", "Layout", "Background"}


def faults_of(data: bytes) -> list[str]:
    """Return a sentence for each fault."""
    with pikepdf.open(io.BytesIO(data)) as file:
        if "/StructTreeRoot" not in file.Root:
            return ["no structure tree"]
        reader = Reader(file)
        return [
            *_of_catalogue(file),
            *_of_elements(reader.root()),
            *_of_pages(file, reader),
            *_of_annotations(file),
            *_of_fonts(file),
        ]


def _of_catalogue(file: pikepdf.Pdf) -> Iterator[str]:
    root: Any = file.Root
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "not marked"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "the title is not shown"
    if "/OutputIntents" not in root:
        yield "no output intent"
    if not str(file.docinfo.get("/Title", "")):
        yield "no title"
    numbers = list(root.get("/PageLabels", {}).get("/Nums", []))
    if numbers[:1] != [0]:
        yield "no page labels"


def _of_elements(root: Node) -> Iterator[str]:
    level = 0
    for node in root.nodes():
        for kid in node.kids:
            if isinstance(kid, Node):
                allowed = _INSIDE.get(node.role)
                fits = kid.role in allowed if allowed else kid.role not in _ONLY_INSIDE
                yield from [] if fits else [f"{kid.role} in {node.role}"]
        yield from (f"{node.role} without {name}" for name in _NEEDS.get(node.role, ()) if name not in node.attributes)
        if node.role in {"H1", "H2", "H3", "H4", "H5", "H6"}:
            if int(node.role[1]) > level + 1:
                yield f"{node.role} below H{level}"
            level = int(node.role[1])
        if node.role == "Table":
            yield from _of_table(node)


def _of_table(table: Node) -> Iterator[str]:
    rows = [row for row in table.nodes() if row.role == "TR"]
    widths, reaching = set[int](), 0
    for row in rows:
        cells = [kid for kid in row.kids if isinstance(kid, Node)]
        spans = [(int(kid.attributes.get("ColSpan", 1)), int(kid.attributes.get("RowSpan", 1))) for kid in cells]
        widths.add(reaching + sum(across for across, _ in spans))
        reaching = sum(across for across, down in spans if down > 1)  # none spans more than two rows
    if len(widths) > 1:
        yield f"a table with rows of {sorted(widths)} columns"
    first = next((kid for kid in table.kids if isinstance(kid, Node)), None)
    if any(kid.role == "Caption" and kid is not first for kid in table.nodes()):
        yield "a caption that is not first"


def _of_pages(file: pikepdf.Pdf, reader: Reader) -> Iterator[str]:
    back = _ways_back(file)
    for number, page in enumerate(file.pages, 1):
        content = reader.contents[page.objgen]
        if page.get("/Tabs") != "/S":
            yield f"page {number}: tabs do not follow the tree"
        row = back.get(int(page.get("/StructParents", -1)))
        elements = many(row) if row is not None else []
        if len(elements) != len(content.texts):
            yield f"page {number}: {len(content.texts)} marks, {len(elements)} ways back"
        for mcid, element in enumerate(elements):
            if not any(_is_mark(kid, element, page, mcid) for kid in many(element.get("/K"))):
                yield f"page {number}: mark {mcid} is not in its element"
            elif content.tags.get(mcid) != str(element.S) and mcid not in content.own:
                yield f"page {number}: mark {mcid} has another tag"
        yield from (f"page {number}: {fault}" for fault in _of_content(content))


def _of_content(content: Content) -> Iterator[str]:
    yield from (f"{operator} is not marked" for operator in content.unmarked)
    if content.unmapped:
        yield f"{content.unmapped} glyphs stand for nothing"
    yield from (f"artifact of type {kind!r}" for kind, _ in content.artifacts if kind not in _PAGINATION)


def _is_mark(kid: Any, element: Any, page: pikepdf.Page, mcid: int) -> bool:
    if isinstance(kid, int):
        return kid == mcid and element.Pg.objgen == page.objgen
    return (
        kid.get("/Type") == "/MCR"
        and int(kid.MCID) == mcid
        and kid.get("/Pg", element.get("/Pg")).objgen == page.objgen
    )


def _ways_back(file: pikepdf.Pdf) -> dict[int, Any]:
    leaves = many(file.Root.StructTreeRoot.ParentTree.get("/Kids")) or [file.Root.StructTreeRoot.ParentTree]
    return {int(key): found for leaf in leaves for key, found in zip(*[iter(list(leaf.Nums))] * 2, strict=True)}


def _of_annotations(file: pikepdf.Pdf) -> Iterator[str]:
    back = _ways_back(file)
    for number, page in enumerate(file.pages, 1):
        for annotation in many(page.get("/Annots")):
            link = annotation.Subtype == "/Link"
            if not str(annotation.get("/Contents" if link else "/TU", "")):
                yield f"page {number}: a {'link' if link else 'field'} without words"
            if not link and "/AP" not in annotation:
                yield f"page {number}: a field without a look"
            element = back.get(int(annotation.get("/StructParent", -1)))
            if element is None or not any(_is_reference(kid, annotation) for kid in many(element.get("/K"))):
                yield f"page {number}: an annotation without its element"


def _is_reference(kid: Any, annotation: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR" and kid.Obj.objgen == annotation.objgen


def _of_fonts(file: pikepdf.Pdf) -> Iterator[str]:
    for _, font in sorted(file.pages[0].Resources.get("/Font", pikepdf.Dictionary()).items()):
        name = str(font.BaseFont)
        if "/FontFile2" not in font.DescendantFonts[0].FontDescriptor:
            yield f"{name} is not in the file"
        if "/ToUnicode" not in font:
            yield f"{name} has no way back to text"
