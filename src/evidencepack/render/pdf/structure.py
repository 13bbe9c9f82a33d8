# SPDX-License-Identifier: MPL-2.0
"""The structure tree, built from what was painted (ISO 32000-1 14.7).

An element joins its parent where its first text is painted, so reading order in the tree is the order on the pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from evidencepack.render.pdf.syntax import number, text_string
from evidencepack.render.typeset.attributes import PLAIN, Attributes
from evidencepack.render.typeset.page import Element, Role


class Marked(NamedTuple):
    """Marked content of a page, by its page index in the document and its MCID."""

    page: int
    mcid: int


class Annotation(NamedTuple):
    """An annotation (a link) of a page, by its object number."""

    page: int
    number: int


_OWNERS = frozenset({Role.TABLE, Role.TH, Role.TD})
_BEGINS = {role: f"<</S/{role}/P" for role in Role}

Kid: TypeAlias = Marked | Annotation | Element


@dataclass(slots=True, eq=False, repr=False)
class Tree:
    """The elements of one document with their kids, in reading order."""

    root: Element
    boxes: dict[Element, tuple[float, float, float, float]] = field(default_factory=dict)
    _kids: dict[Element, list[Kid]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._kids[self.root] = []

    def add(self, element: Element, kid: Marked | Annotation) -> None:
        """Hang painted content on its element, and the element on its ancestors."""
        kids = self._kids.get(element)
        if kids is None:
            kids = self._join(element)
        kids.append(kid)

    def _join(self, element: Element) -> list[Kid]:
        own: list[Kid] = []
        self._kids[element] = own
        parent = element.parent or self.root
        above = self._kids.get(parent)
        if above is None:
            above = self._join(parent)
        above.append(element)
        return own

    def elements(self) -> Iterator[Element]:
        """Yield the elements depth first, parents before kids."""
        stack = [self.root]
        while stack:
            element = stack.pop()
            yield element
            kids = self._kids[element]
            if len(kids) != 1 or isinstance(kids[0], Element):
                stack += [kid for kid in reversed(kids) if isinstance(kid, Element)]

    def kids(self, element: Element) -> Sequence[Kid]:
        """Return what hangs on an element."""
        return self._kids[element]


def write_tree(tree: Tree, *, first: int, parent: int, pages: Sequence[int]) -> tuple[dict[Element, int], list[str]]:
    """Return the object number of each element, from ``first``, and the bodies of the structure elements in order.

    ``parent`` is the element above the root; ``pages`` are the object numbers of the document's pages.
    """
    numbers = {element: first + index for index, element in enumerate(tree.elements())}
    above = [numbers[element.parent] if element.parent else parent for element in numbers]
    return numbers, [_element(tree, one, owner, numbers, pages) for one, owner in zip(numbers, above, strict=True)]


def _element(tree: Tree, element: Element, parent: int, numbers: Mapping[Element, int], pages: Sequence[int]) -> str:
    kids = tree.kids(element)
    if len(kids) == 1 and isinstance(kids[0], Marked):
        page, mcid = kids[0]
        where, inside = f"/Pg {pages[page]} 0 R", f"/K {mcid}"
    else:
        where, inside = _branch(kids, numbers, pages)
    own = "" if element.own is PLAIN else _attributes(element)
    if element in tree.boxes:
        own += f"/A<</O/Layout/Placement/Block/BBox[{' '.join(map(number, tree.boxes[element]))}]>>"
    return f"{_BEGINS[element.role]} {parent} 0 R{where}{own}{inside}>>"


def _branch(kids: Sequence[Kid], numbers: Mapping[Element, int], pages: Sequence[int]) -> tuple[str, str]:
    """Return the page and the kids of an element that has any; those on the page of the first need not name it."""
    page = next((kid.page for kid in kids if isinstance(kid, Marked)), None)
    words = [f"{numbers[kid]} 0 R" if isinstance(kid, Element) else _content(kid, page, pages) for kid in kids]
    where = f"/Pg {pages[page]} 0 R" if page is not None else ""
    inside = f"/K {words[0]}" if len(words) == 1 else f"/K[{' '.join(words)}]" if words else ""
    return where, inside


def _content(kid: Marked | Annotation, page: int | None, pages: Sequence[int]) -> str:
    match kid:
        case Marked():
            return str(kid.mcid) if kid.page == page else f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.mcid}>>"
        case Annotation():
            return f"<</Type/OBJR/Obj {kid.number} 0 R/Pg {pages[kid.page]} 0 R>>"


def _attributes(element: Element) -> str:
    """Return the entries and attribute objects of an element (ISO 32000-1 14.8.5)."""
    own = element.own
    found = ""
    if own.title or own.language or own.alt or own.actual or own.expansion or own.id:
        found = _said(own)
    if element.role in _OWNERS:
        found += _table_attributes(own)
    if own.list_numbering:
        found += f"/A<</O/List/ListNumbering/{own.list_numbering}>>"
    return found


def _said(own: Attributes) -> str:
    """Return the entries of an element that are text."""
    entries = (
        ("T", own.title),
        ("Lang", own.language),
        ("Alt", own.alt),
        ("ActualText", own.actual),
        ("E", own.expansion),
        ("ID", own.id),
    )
    return "".join([f"/{key}{text_string(value)}" for key, value in entries if value])


def _table_attributes(own: Attributes) -> str:
    found = ""
    if own.scope:
        found += f"/Scope/{own.scope}"
    if own.column_span > 1:
        found += f"/ColSpan {own.column_span}"
    if own.row_span > 1:
        found += f"/RowSpan {own.row_span}"
    if own.headers:
        found += f"/Headers[{''.join(map(text_string, own.headers))}]"
    if own.summary:
        found += f"/Summary{text_string(own.summary)}"
    return f"/A<</O/Table{found}>>" if found else ""
