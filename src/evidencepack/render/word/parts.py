# SPDX-License-Identifier: MPL-2.0
"""The parts of a Word file around its body: links, pictures, headers, footers, lists, properties, manifest."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime, time
from types import MappingProxyType
from typing import ClassVar

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.render.properties import Properties
from evidencepack.render.word.markup import DECLARATION, NAMESPACES
from evidencepack.render.word.package import pack_parts, unpack_parts

_PROPERTY_LENGTH = 255
_CUSTOM_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


class MissingPictureError(EvidencePackError):
    """A figure names a picture whose bytes are not among the file's properties."""

    exit_code: ClassVar[ExitCode] = ExitCode.NOT_FOUND


class Parts:
    """A Word package made from the base document, whose body and parts are put in as they are needed."""

    def __init__(self, base: bytes) -> None:
        self._document = docx.Document(io.BytesIO(base))
        self._main = self._document.part
        self._package = self._main.package
        self._pictures: dict[str, Part] = {}
        self._running: dict[tuple[str, str], str] = {}
        self._numbers: list[str] = []
        self._first_number = 1 + len(self._main.numbering_part.element.findall("w:num", _PREFIXES))

    def spacing(self) -> dict[str, tuple[float, float]]:
        """Return the space before and after of each paragraph style of the base, in points, by the style's id."""
        found = {}
        for style in self._main.styles.element.iterfind("w:style[@w:type='paragraph']", _PREFIXES):
            space = style.find("w:pPr/w:spacing", _PREFIXES)
            ends = ("0", "0") if space is None else (space.get(f"{_W}before", "0"), space.get(f"{_W}after", "0"))
            found[style.get(f"{_W}styleId", "")] = (int(ends[0]) / 20, int(ends[1]) / 20)
        return found

    def link(self, address: str) -> str:
        """Return the relationship of a web or mail address."""
        return self._main.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def picture(self, sha256: str, images: Mapping[str, bytes]) -> str:
        """Return the relationship of a picture.

        Raises:
            MissingPictureError: if its bytes were not given.
        """
        if sha256 not in images:
            raise MissingPictureError(
                f"The picture {sha256[:12]} is not in the workspace. No Word file was made. Attach the picture again."
            )
        return self._main.relate_to(self._picture(sha256, images[sha256]), RELATIONSHIP_TYPE.IMAGE)

    def _picture(self, sha256: str, data: bytes) -> Part:
        """Return the part of a picture, the same for all that show it."""
        if sha256 not in self._pictures:
            ending, kind = ("png", CONTENT_TYPE.PNG) if data.startswith(b"\x89PNG") else ("jpeg", CONTENT_TYPE.JPEG)
            name = PackURI(f"/word/media/{sha256[:16]}.{ending}")
            self._pictures[sha256] = Part(name, kind, data, self._package)
        return self._pictures[sha256]

    def running(
        self, kind: str, paragraph: str, logo: str | None = None, images: Mapping[str, bytes] = MappingProxyType({})
    ) -> str:
        """Return the relationship of a header ("hdr") or footer ("ftr"); equal ones are one part.

        ``logo`` is the SHA-256 of the one picture in it, whose relationship in the part is "rId1".
        """
        if (kind, paragraph) not in self._running:
            name, content_type, relation = _RUNNING[kind]
            number = sum(known == kind for known, _ in self._running) + 1
            data = f"{DECLARATION}<w:{kind} {NAMESPACES}>{paragraph}</w:{kind}>".encode()
            part = Part(PackURI(f"/word/{name}{number}.xml"), content_type, data, self._package)
            if logo:
                part.relate_to(self._picture(logo, images[logo]), RELATIONSHIP_TYPE.IMAGE)
            self._running[kind, paragraph] = self._main.relate_to(part, relation)
        return self._running[kind, paragraph]

    def start_list(self, abstract: int, *starts: int) -> int:
        """Return the number of a list that starts again: ``starts`` are the first numbers of its levels."""
        number = self._first_number + len(self._numbers)
        levels = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in enumerate(starts)
        )
        self._numbers.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{levels}</w:num>')
        return number

    def mirror_margins(self) -> None:
        """Have left-hand pages turn their margins (ISO/IEC 29500-1 17.15.1.57)."""
        (zoom,) = self._document.settings.element.findall("w:zoom", _PREFIXES)
        zoom.addnext(parse_xml(f"<w:mirrorMargins {NAMESPACES}/>"))

    def add_manifest(self, content: bytes, properties: bytes) -> None:
        """Put in the custom part that says which control holds which answer."""
        part = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, content, self._package)
        beside = Part(PackURI("/customXml/itemProps1.xml"), _CUSTOM_PROPERTIES, properties, self._package)
        self._main.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
        part.relate_to(beside, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)

    def describe(self, properties: Properties) -> None:
        """Write what the file says about itself; every date is the date of the content."""
        core = self._document.core_properties
        core.title = properties.title[:_PROPERTY_LENGTH]
        core.author = core.last_modified_by = properties.author[:_PROPERTY_LENGTH]
        core.subject = properties.subject[:_PROPERTY_LENGTH]
        core.identifier = properties.identifier[:_PROPERTY_LENGTH]
        core.version = properties.version[:_PROPERTY_LENGTH]
        core.language = properties.language
        core.revision = 1
        core.created = core.modified = datetime.combine(properties.as_of, time())

    def finish(self, body: str) -> bytes:
        """Return the bytes of the file with this body: the elements within ``w:body``."""
        root = self._document.element
        root.replace(root.body, parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>"))
        numbering = self._main.numbering_part.element
        numbering.extend(parse_xml(f"<w:numbering {NAMESPACES}>{''.join(self._numbers)}</w:numbering>"))
        stream = io.BytesIO()
        self._document.save(stream)
        return pack_parts(unpack_parts(stream.getvalue()))


_PREFIXES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
_W = f"{{{_PREFIXES['w']}}}"
_RUNNING = {
    "hdr": ("header", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "ftr": ("footer", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}
