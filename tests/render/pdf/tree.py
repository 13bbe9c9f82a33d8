# SPDX-License-Identifier: MPL-2.0
"""The structure tree of a written PDF, read back from the file's own objects and its marked content.

A node's kids are texts and nodes in the order of reading. White space is as it is heard: one space between words,
none at the ends of what stands by itself on a line of a screen reader.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from tests.render.pdf.content import Content, read_content

_SPACE = re.compile(r"\s+")
INLINE = {"Span", "Link", "Reference"}
_OWN = {"/Lang": "Lang", "/Alt": "Alt", "/T": "T", "/ActualText": "ActualText", "/E": "E", "/ID": "ID"}
_ATTRIBUTES = ("Scope", "ColSpan", "RowSpan", "ListNumbering", "Summary", "Headers")


@dataclass(slots=True)
class Node:
    """An element: its role, its attributes by their PDF names, its kids."""

    role: str
    attributes: dict[str, str] = field(default_factory=dict)
    kids: list[Node | str] = field(default_factory=list)

    def nodes(self) -> Iterator[Node]:
        """Yield this node and all below it, depth first."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()

    @property
    def text(self) -> str:
        """All words in it, in order; those of paragraphs apart."""
        parts = (
            kid if isinstance(kid, str) else kid.text if kid.role in INLINE else f" {kid.text} " for kid in self.kids
        )
        return "".join(parts)


def read_tree(data: bytes) -> Node:
    """Return the root element of a PDF with all below it, as it is heard."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return heard(Reader(file).root())


class Reader:
    """Reads one file. ``contents`` are its pages."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self.file = file
        self.contents: dict[Any, Content] = {page.objgen: read_content(page) for page in file.pages}
        self._ids: dict[str, Node] = {}

    def root(self) -> Node:
        root = self._node(self.file.Root.StructTreeRoot.K)
        for node in root.nodes():
            if "Headers" in node.attributes:
                names = node.attributes["Headers"].split("\n")
                node.attributes["Headers"] = " + ".join(" ".join(self._ids[name].text.split()) for name in names)
        return root

    def _node(self, element: Any) -> Node:
        node = Node(str(element.S).removeprefix("/"))
        for key, name in _OWN.items():
            if key in element:
                node.attributes[name] = str(element[key])
        for attributes in many(element.get("/A")):
            node.attributes.update(_attributes(attributes))
        if "ID" in node.attributes:
            self._ids[node.attributes.pop("ID")] = node
        for kid in many(element.get("/K")):
            self._hang(node, element, kid)
        return node

    def _hang(self, node: Node, element: Any, kid: Any) -> None:
        if isinstance(kid, int):
            node.kids.append(self._text(element.Pg, kid))
        elif "/S" in kid:
            node.kids.append(self._node(kid))
        elif kid.get("/Type") == "/MCR":
            node.kids.append(self._text(kid.get("/Pg", element.get("/Pg")), kid.MCID))
        else:
            node.attributes.update(_annotation(kid.Obj))

    def _text(self, page: Any, mcid: Any) -> str:
        """Return the words of a mark; a mark that is not on the page has none, which is a fault for others to find."""
        return self.contents[page.objgen].texts.get(int(mcid), "")


def many(found: Any) -> Sequence[Any]:
    """Return what may be one thing, many, or nothing, as a list."""
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _attributes(attributes: Any) -> Iterator[tuple[str, str]]:
    for name in _ATTRIBUTES:
        if f"/{name}" in attributes:
            value = attributes[f"/{name}"]
            yield name, "\n".join(map(str, value)) if isinstance(value, pikepdf.Array) else str(value).removeprefix("/")


def _annotation(annotation: Any) -> Iterator[tuple[str, str]]:
    for name in ("Contents", "TU"):
        if f"/{name}" in annotation:
            yield name, str(annotation[f"/{name}"])
    if annotation.Subtype == "/Link":
        yield "To", f"#{annotation.Dest}" if "/Dest" in annotation else str(annotation.A.URI)


def heard(node: Node) -> Node:
    """Return a tree as it is heard: white space stands around inline nodes, never inside their ends.

    A figure is heard as the words that stand for it, not as the words in it.
    """
    if node.role == "Figure":
        return Node(node.role, node.attributes)
    made = Node(node.role, node.attributes, _floated(node.kids))
    for at, kid in enumerate(made.kids):
        if isinstance(kid, str):
            first, last = _is_edge(made.kids[:at], -1), _is_edge(made.kids[at + 1 :], 0)
            made.kids[at] = kid[first and kid.startswith(" ") : len(kid) - (last and kid.endswith(" "))]
    made.kids = [kid for kid in made.kids if kid != ""]
    return made


def _is_edge(beside: Sequence[Node | str], place: int) -> bool:
    """Say whether nothing stands on that side of a text but a block, which is heard by itself."""
    return not beside or (isinstance(beside[place], Node) and beside[place].role not in INLINE)  # type: ignore[union-attr]


def _floated(kids: Sequence[Node | str]) -> list[Node | str]:
    """Return kids with the white space at the ends of inline nodes moved out of them, and texts that touch joined."""
    found: list[Node | str] = []
    for kid in kids:
        if isinstance(kid, str):
            _write(found, kid)
        elif kid.role not in INLINE:
            found.append(heard(kid))
        else:
            inside = _floated(kid.kids)
            before = _cut(inside, 0)
            after = _cut(inside, -1)
            _write(found, before)
            found.append(Node(kid.role, kid.attributes, inside))
            _write(found, after)
    return found


def _write(kids: list[Node | str], text: str) -> None:
    last = kids.pop() if kids and isinstance(kids[-1], str) else ""
    joined = _SPACE.sub(" ", f"{last}{text}")
    if joined:
        kids.append(joined)


def _cut(kids: list[Node | str], place: int) -> str:
    """Take the space away from the first or last text, if there is one."""
    text = kids[place] if kids else ""
    if not isinstance(text, str) or text[place : place + 1 or None] != " ":
        return ""
    kids[place] = text.strip(" ") if len(text) == 1 else text[1:] if place == 0 else text[:-1]
    if not kids[place]:
        kids.pop(place)
    return " "


def outline(node: Node, depth: int = 0) -> Iterator[str]:
    """Give a tree as lines that people can read: role, attributes, text; kids indented."""
    pad = "  " * depth
    said = "".join(f" [{name}: {value}]" for name, value in sorted(node.attributes.items()))
    if len(node.kids) == 1 and isinstance(node.kids[0], str):
        yield f"{pad}{node.role}{said} “{node.kids[0]}”"
        return
    yield f"{pad}{node.role}{said}"
    for kid in node.kids:
        if isinstance(kid, str):
            yield f"{pad}  “{kid}”"
        else:
            yield from outline(kid, depth + 1)
