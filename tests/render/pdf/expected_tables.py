# SPDX-License-Identifier: MPL-2.0
"""The nodes that tables and contents lists should have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, groupby

from tests.render.pdf.expected_words import Words
from tests.render.pdf.tree import Node

from evidencepack.blocks.blocks import Cell, Entry, Table, TableRow, Toc, TocEntry
from evidencepack.blocks.inlines import CrossReference, Inlines, Text, Value

_Placed = list[tuple[range, Node]]  # cells of a row with their columns
_ENTRIES = {Entry.SIGNATURE: "Signature or initials", Entry.DATE: "Date, as day, month and year"}


def grid(words: Words, table: Table, *, fillable: bool = False) -> Iterator[Node]:
    """Yield a table, and the small print below it; ``fillable`` expects fields in cells that are left free for them."""
    node = Node("Table", {"Summary": table.summary} if table.summary else {})
    if table.title:
        label = f"{table.label} " if table.label else ""
        node.kids.append(Node("Caption", {}, [label, *words.kids(table.title)]))
    # A head alone is a body: there is nothing that it heads.
    for name, rows, heads in (("THead" if table.rows else "TBody", table.head, True), ("TBody", table.rows, False)):
        made = [Node("TR", {}, list(_cells(words, row, heads=heads, named=_named(table)))) for row in rows]
        node.kids += [Node(name, {}, [*made])] if made else []
    if fillable:
        _fill(words, table, node)
    if len(table.head) > 1:
        _name_heads(table, node)
        _spread(table, node)
    yield from [node] if node.kids else []
    if table.note:
        yield Node("P", {}, words.kids(table.note))


def _named(table: Table) -> int:
    return table.named if table.row_headers else 0


def _fill(words: Words, table: Table, node: Node) -> None:
    """Put a field into each free cell of the body, named for whom the row is."""
    body = next((part for part in node.kids if isinstance(part, Node) and part.role == "TBody"), Node("TBody"))
    for row, tr in zip(table.rows, body.kids, strict=True):
        assert isinstance(tr, Node)
        for cell, td in zip(row.cells, tr.kids, strict=True):
            if isinstance(td, Node) and cell.entry in _ENTRIES:
                td.kids = [Node("Form", {"TU": f"{_ENTRIES[cell.entry]}, {words.text(row.cells[0].lines[0])}"})]


def _spread(table: Table, node: Node) -> None:
    """Put heads of the second row that stand below empty ones in their place: they span both rows."""
    part = next(kid for kid in node.kids if isinstance(kid, Node) and kid.role != "Caption")
    trs = [kid for kid in part.kids[: len(table.head)] if isinstance(kid, Node)]
    if len(trs) != 2:
        return
    above, below = (_placed(row, tr) for row, tr in zip(table.head, trs, strict=True))
    tall = [head for reach, cell in above if cell.role == "TD" for head in _heads_filling(reach, below)]
    if len(tall) == len(below):
        return
    for _, cell in tall:
        cell.attributes["RowSpan"] = "2"
    taken = _columns(tall)
    wide = [(reach, cell) for reach, cell in above if not taken.intersection(reach)]
    trs[0].kids = [cell for _, cell in sorted((*tall, *wide), key=lambda placed: placed[0].start)]
    trs[1].kids = [cell for reach, cell in below if not taken.intersection(reach)]


def _heads_filling(reach: range, below: _Placed) -> _Placed:
    """Return the heads below an empty one, if they are as wide together as it is; else none."""
    under = [(own, cell) for own, cell in below if set(reach).intersection(own)]
    fill = _columns(under) == set(reach) and all(cell.role == "TH" for _, cell in under)
    return under if fill else []


def _columns(cells: _Placed) -> set[int]:
    return {column for reach, _ in cells for column in reach}


def _placed(row: TableRow, tr: Node) -> _Placed:
    """Return the cells of a row with their columns."""
    starts = accumulate((cell.span for cell in row.cells), initial=0)
    return [
        (range(start, start + cell.span), node)
        for start, cell, node in zip(starts, row.cells, tr.kids, strict=False)
        if isinstance(node, Node)
    ]


def _cells(words: Words, row: TableRow, *, heads: bool, named: int) -> Iterator[Node]:
    column = 0
    for cell in row.cells:
        scope = "Column" if heads else "Row" if column < named else ""
        column += cell.span
        node = Node("TH", {"Scope": scope}) if scope and any(cell.lines) else Node("TD")
        if cell.span > 1:
            node.attributes["ColSpan"] = str(cell.span)
        node.kids = _inside(words, cell)
        yield node


def _inside(words: Words, cell: Cell) -> list[Node | str]:
    if cell.signs:
        return [*_with_lists(words, cell)]
    if len(cell.lines) < 2:
        return [kid for line in cell.lines for kid in words.kids(line)]
    return [Node("P", {}, words.kids(line)) for line in cell.lines]


def _with_lists(words: Words, cell: Cell) -> Iterator[Node]:
    """Yield paragraphs and lists, one for each run of items of one sort."""
    items = zip(cell.signs, cell.lines, strict=True)
    for sort, group in groupby(items, key=lambda pair: "" if not pair[0] else "Disc" if pair[0] == "•" else "Decimal"):
        made = [(sign, words.kids(line)) for sign, line in group]
        if sort:
            entries = [Node("LI", {}, [Node("Lbl", {}, [sign]), Node("LBody", {}, kids)]) for sign, kids in made]
            yield Node("L", {"ListNumbering": sort}, [*entries])
        else:
            yield from (Node("P", {}, kids) for _, kids in made)


def _name_heads(table: Table, node: Node) -> None:
    """Say of each cell below two rows of heads which of them are its own, those of columns first."""
    above: list[tuple[range, Node]] = []
    heads = len(table.head)
    rows = [row for part in node.kids if isinstance(part, Node) and part.role != "Caption" for row in part.kids]
    for number, (row, source) in enumerate(zip(rows, (*table.head, *table.rows), strict=True)):
        assert isinstance(row, Node)
        column, rows_names, own = 0, list[str](), list[tuple[range, Node]]()
        for cell, given in zip(row.kids, source.cells, strict=True):
            assert isinstance(cell, Node)
            place = range(column, column + given.span)
            names = [_said(head) for reach, head in above if set(reach) & set(place)]
            names += rows_names
            if names and (number >= heads or cell.role == "TH"):
                cell.attributes["Headers"] = " + ".join(names)
            if cell.role == "TH":
                own.append((place, cell))
                rows_names += [_said(cell)] if number >= heads else []
            column += given.span
        above += own if number < heads else []


def _said(cell: Node) -> str:
    return " ".join(cell.text.split())


def contents(words: Words, toc: Toc) -> Iterator[Node]:
    """Yield the entries of a contents list. Its head is for the eye."""
    if toc.entries:
        yield Node("TOC", {}, [_entry(words, toc, entry) for entry in toc.entries])


def _heard_as(words: Words, head: str, cell: Inlines) -> Node:
    """Return a cell heard with its head, unless it refers to other places."""
    if any(isinstance(inline, CrossReference) for inline in cell):
        return Node("P", {}, words.kids(cell))
    plain = tuple(replace(one, expansion="") if isinstance(one, Text | Value) else one for one in cell)
    said = (one.expansion if isinstance(one, Text | Value) and one.expansion else words.text((one,)) for one in cell)
    return Node("P", {}, [Node("Span", {"E": f"{head}: {''.join(said)}"}, words.kids(plain))])


def _entry(words: Words, toc: Toc, entry: TocEntry) -> Node:
    def reference(text: str) -> Node:
        return Node("Reference", {}, [words.link(entry.target, text)])

    cells = [_heard_as(words, head, cell) for head, cell in zip(toc.head[2:-1], entry.cells, strict=True) if cell]
    title = reference("")
    link = title.kids[0]
    assert isinstance(link, Node)
    link.kids = words.kids(entry.title)
    return Node("TOCI", {}, [Node("Lbl", {}, [entry.letter]), title, *cells, reference(words.range_of(entry.target))])
