# SPDX-License-Identifier: MPL-2.0
"""The parts of a Word file around its body: links, pictures, headers, footers, lists, properties, manifest."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.render.properties import Properties
from evidencepack.render.word.base import Base
from evidencepack.render.word.manifest import store_properties
from evidencepack.render.word.markup import DECLARATION, NAMESPACES
from evidencepack.render.word.package import Deflated, Deflating, pack_parts
from evidencepack.render.word.properties import core, custom, extended
from evidencepack.render.word.relations import (
    CUSTOM_PROPERTIES,
    ENDINGS,
    EXTENDED_PROPERTIES,
    NAMED_PROPERTIES,
    Relations,
    office,
    read_types,
    relations_of,
    words,
    write_types,
)

_MAIN, _NUMBERING, _SETTINGS = "word/document.xml", "word/numbering.xml", "word/settings.xml"
_ENDS = f"<w:document {NAMESPACES}><w:body>", "</w:body></w:document>"


class MissingPictureError(EvidencePackError):
    """A figure names a picture whose bytes are not among the file's properties."""

    exit_code: ClassVar[ExitCode] = ExitCode.NOT_FOUND


class Parts:
    """A Word package made from the base document, whose body and parts are put in as they are needed."""

    def __init__(self, base: Base) -> None:
        self._files: dict[str, bytes | Deflated] = {}
        self._whole, self._base = base, base.parts
        self._kinds = read_types(self._base["[Content_Types].xml"])
        self._package = Relations(self._base["_rels/.rels"])
        self._relations = Relations(self._base[relations_of(_MAIN)])
        self._running: dict[tuple[str, str], str] = {}
        self._counts: Counter[str] = Counter()
        self._numbers: list[str] = []
        self._first_number = 1 + self._base[_NUMBERING].count(b"<w:num ")
        self._body = Deflating()
        self.write([DECLARATION, _ENDS[0]])

    def spacing(self) -> Mapping[str, tuple[float, float]]:
        """Return the space before and after of each paragraph style of the base, in points, by the style's id."""
        return self._whole.spacing

    def write(self, content: Sequence[str]) -> None:
        """Put elements at the end of what stands within ``w:body``. It is long, and is never held as a whole."""
        # One by one: letters that are not ASCII make the text they stand in several times as large.
        self._body.write(b"".join([piece.encode() for piece in content]))

    def link(self, address: str) -> str:
        """Return the relationship of a web or mail address."""
        return self._relations.to(office("hyperlink"), address, outside=True)

    def picture(self, sha256: str, images: Mapping[str, bytes]) -> str:
        """Return the relationship of a picture.

        Raises:
            MissingPictureError: if its bytes were not given.
        """
        if sha256 not in images:
            raise MissingPictureError(
                f"The picture {sha256[:12]} is not in the workspace. No Word file was made. Attach the picture again."
            )
        return self._relations.to(office("image"), self._picture(sha256, images[sha256]))

    def _picture(self, sha256: str, data: bytes) -> str:
        """Return where the part of a picture stands, the same for all that show it, as the parts of ``word`` see it."""
        name = f"media/{sha256[:16]}.{'png' if data.startswith(_PNG) else 'jpeg'}"
        self._files[f"word/{name}"] = data
        return name

    def running(
        self,
        kind: str,
        paragraph: str,
        logo: str | None = None,
        images: Mapping[str, bytes] = MappingProxyType({}),
        pictures: Mapping[str, bytes] = MappingProxyType({}),
    ) -> str:
        """Return the relationship of a header ("hdr") or footer ("ftr"); equal ones are one part.

        ``logo`` is the SHA-256 of the one picture in it, whose relationship in the part is "rId1". ``pictures`` are
        those of a template's header by their relationships; where there are any, there is no logo.
        """
        if (kind, paragraph) not in self._running:
            self._counts[kind] += 1
            number, called = self._counts[kind], _RUNNING[kind]
            content = f"{DECLARATION}<w:{kind} {NAMESPACES}>{paragraph}</w:{kind}>".encode()
            name, shown = f"{called}{number}.xml", Relations()
            self._add(f"word/{name}", words(called), content)
            if logo:
                shown.to(office("image"), self._picture(logo, images[logo]))
            for place, picture in pictures.items():
                shown.put(place, office("image"), self._picture(hashlib.sha256(picture).hexdigest(), picture))
            if logo or pictures:
                self._files[relations_of(f"word/{name}")] = shown.xml()
            self._running[kind, paragraph] = f"rId{kind}{number}"
            self._relations.put(f"rId{kind}{number}", office(called), name)
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
        self._files[_SETTINGS] = re.sub(
            rb"<w:zoom [^>]*/>", rb"\g<0><w:mirrorMargins/>", self._base[_SETTINGS], count=1
        )

    def add_manifest(self, content: Iterable[bytes]) -> None:
        """Put in the custom part that says which control holds which answer."""
        part, digest = Deflating(), hashlib.sha256()
        for some in content:
            part.write(some)
            digest.update(some)
        self._add("customXml/item1.xml", ENDINGS["xml"], part.finish())
        self._add("customXml/itemProps1.xml", CUSTOM_PROPERTIES, store_properties(digest.hexdigest()))
        self._relations.to(office("customXml"), "../customXml/item1.xml")
        beside = Relations()
        beside.to(office("customXmlProps"), "itemProps1.xml")
        self._files[relations_of("customXml/item1.xml")] = beside.xml()

    def describe(self, properties: Properties) -> None:
        """Write what the file says about itself; every date is the date of the content."""
        self._files["docProps/core.xml"] = core(properties)
        self._add("docProps/app.xml", EXTENDED_PROPERTIES, extended(properties))
        self._add("docProps/custom.xml", NAMED_PROPERTIES, custom(properties))
        self._package.to(office("extended-properties"), "docProps/app.xml")
        self._package.to(office("custom-properties"), "docProps/custom.xml")

    def finish(self) -> bytes:
        """Return the bytes of the file."""
        self.write(_ENDS[1:])
        numbering = self._base[_NUMBERING].decode()
        self._files[_NUMBERING] = numbering.replace(
            "</w:numbering>", f"{''.join(self._numbers)}</w:numbering>"
        ).encode()
        self._files[_MAIN] = self._body.finish()
        self._files[relations_of(_MAIN)] = self._relations.xml()
        self._files["_rels/.rels"] = self._package.xml()
        names = frozenset({*self._base, *self._files})
        self._files["[Content_Types].xml"] = write_types(self._kinds, names)
        return pack_parts({**self._whole.all_but(self._files), **self._files})

    def _add(self, name: str, kind: str, content: bytes | Deflated) -> None:
        self._kinds[name], self._files[name] = kind, content


_PNG = b"\x89PNG"
_RUNNING = {"hdr": "header", "ftr": "footer"}
