# SPDX-License-Identifier: MPL-2.0
"""What a Word file is and holds, found out before anything of it is used. Works in a child only; see ``word_files``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree

from evidencepack.guard import word_sentences as words
from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.word_xml import Counter, check_xml, tree
from evidencepack.guard.word_zip import MOST_BYTES, unpacked

_TYPES = "[Content_Types].xml"
_ROOT = "_rels/.rels"
_OLE, _ZIP, _NO_PARTS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"PK\x05\x06"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT, TEMPLATE = f"{_WORD}.document.main+xml", f"{_WORD}.template.main+xml"
_OTHERS = (("spreadsheetml", words.WORKBOOK), ("presentationml", words.SLIDES), ("xps", words.NOT_WORD))
_STRICT = "http://purl.oclc.org/ooxml/"
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp")
_ACTIVE = frozenset({"oleObject", "package", "aFChunk", "subDocument", "control", "frame", "attachedTemplate"})
_LOOK_AT = 4096
_BEGINS = (
    (b"%PDF-", words.PDF),
    (b"{\\RTF", words.RTF),
    (b'PROGID="WORD.DOCUMENT"', words.FLAT),
    (b"/OFFICE/2006/XMLPACKAGE", words.FLAT),
    (b"<HTML", words.WEB_PAGE),
    (b"<!DOCTYPE HTML", words.WEB_PAGE),
)


@dataclass(frozen=True, slots=True)
class Outside:
    """What a part points to that is not in the file, or could act: the kind of relationship, and its target."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A Word file that keeps the rules: every part of XML is well formed, bounded, and free of definitions.

    ``parts`` are those of XML, and pictures of pixels (nobody has looked into these yet), by name. ``main`` is the one
    with the text. ``template``: a .dotx. ``outside`` are relationships that lead out of the file: links, pictures
    elsewhere, an attached template. ``active`` are objects, parts of other formats and controls inside it. ``left``
    are the names of parts that are not handed on.
    """

    main: str
    template: bool
    parts: Mapping[str, bytes]
    outside: tuple[Outside, ...] = ()
    active: tuple[Outside, ...] = ()
    left: tuple[str, ...] = field(default=())


def open_word_file(data: bytes) -> Opened:
    """Return what a Word file holds.

    Raises:
        RefusedFileError: if it is none, or breaks a rule; the message says what to do.
        MemoryError: as it says.
    """
    refuse_other_files(data)
    everything = unpacked(data)
    if _TYPES not in everything:
        raise RefusedFileError(_what_else(everything))
    counter = Counter()
    check_xml(_TYPES, everything[_TYPES], counter)
    types = _Types(everything[_TYPES])
    kept = {name: part for name, part in everything.items() if types.is_xml(name) or _is_picture(name)}
    for name, part in kept.items():
        if name != _TYPES and not _is_picture(name):
            check_xml(name, part, counter)
    main = _main(everything, types)
    _refuse_macros(everything, types)
    links = tuple(link for name in kept if name.lower().endswith(".rels") for link in _links(kept[name]))
    return Opened(
        main,
        types.of(main) == TEMPLATE,
        kept,
        tuple(link for link, is_outside in links if is_outside),
        tuple(link for link, is_outside in links if not is_outside and link.kind in _ACTIVE),
        tuple(sorted(set(everything) - set(kept))),
    )


def refuse_other_files(data: bytes) -> None:
    """Refuse what cannot be a Word file of our time by its size or its first bytes.

    Raises:
        RefusedFileError: with what it is, as far as that can be told.
    """
    if not data:
        raise RefusedFileError(words.EMPTY)
    if len(data) > MOST_BYTES:
        raise RefusedFileError(words.too_large(MOST_BYTES // 1024**2))
    if data.startswith(_OLE):
        raise RefusedFileError(_old(data))
    if not data.startswith((_ZIP, _NO_PARTS)):
        begin = data[:_LOOK_AT].replace(b"\0", b"").upper()
        raise RefusedFileError(next((said for mark, said in _BEGINS if mark in begin), words.NOT_WORD))


def _old(data: bytes) -> str:
    """Return the sentence for a compound file (MS-CFB), by the names in its folder: locked, .doc, or another."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return words.PASSWORD
    return words.OLD if "WordDocument".encode("utf-16-le") in data else words.OLD_OTHER


def _what_else(parts: Mapping[str, bytes]) -> str:
    if b"opendocument" in parts.get("mimetype", b""):
        return words.OPEN_DOCUMENT
    return words.INCOMPLETE if any(name.startswith("word/") for name in parts) else words.NOT_WORD


class _Types:
    """What each part is, by its own name or else by its ending (ISO/IEC 29500-2, 7.2.3)."""

    def __init__(self, part: bytes) -> None:
        self._names: dict[str, str] = {}
        self._endings: dict[str, str] = {}
        for entry in tree(part):
            kind = entry.get("ContentType", "")
            self._names[entry.get("PartName", "").removeprefix("/").lower()] = kind
            self._endings[entry.get("Extension", "").lower()] = kind
        self.every = (*self._names.values(), *self._endings.values())

    def of(self, name: str) -> str:
        """Return the content type of a part; nothing where none is named."""
        return self._names.get(name.lower()) or self._endings.get(name.lower().rpartition(".")[2], "")

    def is_xml(self, name: str) -> bool:
        """Whether a part is XML: by its ending, or by what the file says."""
        return name.lower().endswith((".xml", ".rels")) or self.of(name).endswith("+xml")


def _is_picture(name: str) -> bool:
    return name.lower().endswith(_PICTURES)


def _main(parts: Mapping[str, bytes], types: _Types) -> str:
    """Return the name of the part that holds the text."""
    kind, target = "", ""
    for link in tree(parts[_ROOT]) if _ROOT in parts else ():
        kind, target = link.get("Type", ""), link.get("Target", "")
        if kind.endswith("/officeDocument"):
            break
    name = normpath(target.lstrip("/"))
    found = types.of(name)
    if kind.startswith(_STRICT):
        raise RefusedFileError(words.STRICT)
    if found not in {DOCUMENT, TEMPLATE} and "macroEnabled" not in found:
        raise RefusedFileError(next((said for mark, said in _OTHERS if mark in found), words.NOT_WORD))
    if name not in parts:
        raise RefusedFileError(words.INCOMPLETE)
    return name


def _refuse_macros(parts: Mapping[str, bytes], types: _Types) -> None:
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in types.every) or any(
        name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in parts
    ):
        raise RefusedFileError(words.MACROS)


def _links(part: bytes) -> Iterator[tuple[Outside, bool]]:
    """Yield every relationship of a part, and whether it leads out of the file."""
    for link in tree(part).iter(etree.Element):
        kind = link.get("Type", "").rpartition("/")[2]
        if kind == "vbaProject":
            raise RefusedFileError(words.MACROS)
        yield Outside(kind, link.get("Target", "")), link.get("TargetMode") == "External"


def related(opened: Opened, part: str) -> Mapping[str, tuple[str, str]]:
    """Return what a part is related to inside the file: kind and name of the other part, by the id of the link."""
    folder, name = dirname(part), part.rpartition("/")[2]
    links = opened.parts.get(join(folder, "_rels", f"{name}.rels"))
    if links is None:
        return {}
    return {
        link.get("Id", ""): (link.get("Type", "").rpartition("/")[2], _target(folder, link.get("Target", "")))
        for link in tree(links).iter(etree.Element)
        if link.get("TargetMode") != "External"
    }


def _target(folder: str, target: str) -> str:
    return normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))
