# SPDX-License-Identifier: MPL-2.0
"""Relationships between the parts of a Word file, and the list of what each part is (ISO/IEC 29500-2, 9.3 and 10.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from evidencepack.render.word.markup import DECLARATION, OFFICE, escaped

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument"
_RELATION = re.compile(rb"<Relationship [^>]*?/>")
_TYPED = re.compile(rb'<Override PartName="/([^"]+)" ContentType="([^"]+)"/>')

CUSTOM_PROPERTIES = f"{_MAIN}.customXmlProperties+xml"
"""What the properties beside a custom part are."""

EXTENDED_PROPERTIES, NAMED_PROPERTIES = f"{_MAIN}.extended-properties+xml", f"{_MAIN}.custom-properties+xml"
"""What the properties of programs are, and those that people name."""

ENDINGS: Mapping[str, str] = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}
"""What a part is by the ending of its name, where the list says nothing else."""


def words(kind: str) -> str:
    """Return what a part of Word's own is ("header")."""
    return f"{_MAIN}.wordprocessingml.{kind}+xml"


def office(kind: str) -> str:
    """Return the type of a relationship that Office knows by this name ("image")."""
    return f"{OFFICE}/{kind}"


class Relations:
    """The relationships of one part, each under an id. ``known`` are those that are there, as XML."""

    def __init__(self, known: bytes = b"") -> None:
        self._written = [found.decode() for found in _RELATION.findall(known)]
        self._counted = len(self._written)
        self._ids: dict[tuple[str, str], str] = {}

    def to(self, kind: str, target: str, *, outside: bool = False) -> str:
        """Return the id of the relationship of this type to a part or, ``outside``, to an address."""
        if (kind, target) not in self._ids:
            self._counted += 1
            self.put(f"rId{self._counted}", kind, target, outside=outside)
        return self._ids[kind, target]

    def put(self, identity: str, kind: str, target: str, *, outside: bool = False) -> None:
        """Put in a relationship under an id that nothing else has."""
        mode = ' TargetMode="External"' if outside else ""
        self._written.append(f'<Relationship Id="{identity}" Type="{kind}" Target="{escaped(target)}"{mode}/>')
        self._ids[kind, target] = identity

    def xml(self) -> bytes:
        """Return the part that holds them."""
        inner = "".join(self._written)
        return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'.encode()


def relations_of(name: str) -> str:
    """Return the name of the part that holds the relationships of a part."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def read_types(content: bytes) -> dict[str, str]:
    """Return what each part is by its name, as far as a list of content types names it."""
    return {name.decode(): kind.decode() for name, kind in _TYPED.findall(content)}


def write_types(kinds: Mapping[str, str], names: frozenset[str]) -> bytes:
    """Return the list of content types: of pictures by the endings of their ``names``, of all else by name."""
    endings = {name.rpartition(".")[2] for name in names} | {"rels", "xml"}
    inner = "".join(f'<Default Extension="{one}" ContentType="{ENDINGS[one]}"/>' for one in sorted(endings))
    inner += "".join(f'<Override PartName="/{one}" ContentType="{kinds[one]}"/>' for one in sorted(kinds))
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{inner}</Types>'.encode()
