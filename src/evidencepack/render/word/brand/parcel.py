# SPDX-License-Identifier: MPL-2.0
"""The file in which a brand is kept: a Word document without text, that any Word opens."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.render.word.brand.markup import root_of
from evidencepack.render.word.brand.pages import A4, Margins, last_section
from evidencepack.render.word.markup import DECLARATION, OFFICE, WORD, twips
from evidencepack.render.word.package import pack_parts

MOST_BYTES = 40 * 1024 * 1024
"""The most that a parcel may unpack to."""

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_PNG = b"\x89PNG"
_MODE = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
_SETTINGS = f'{DECLARATION}<w:settings xmlns:w="{WORD}"><w:compat>{_MODE}</w:compat></w:settings>'
_SHOWN = re.compile(rb'r:embed="rId(\d{1,4})"')
_MEDIA = re.compile(r"word/media/image(\d{1,4})\.(?:png|jpeg)")


class UnreadableBrandError(EvidencePackError):
    """What is kept as a Word template is none that this program made."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT

    def __init__(self) -> None:
        super().__init__(
            "The Word template cannot be read. No Word file was made; your answers are as they were. "
            "Choose the template again, or take it away."
        )


class Letterhead(NamedTuple):
    """Headers and footers of a template: those of a first page, and those of all others. Empty where nothing is."""

    first_header: bytes = b""
    header: bytes = b""
    first_footer: bytes = b""
    footer: bytes = b""


NO_LETTERHEAD = Letterhead()
"""That of a template with nothing at the head and foot of its pages."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is kept of a brand template: parts of Word, margins in points, headers and footers, their pictures.

    Headers and footers show the picture of the number 1 by the relation "rId1", and so on.
    """

    styles: bytes
    numbering: bytes
    theme: bytes
    margins: Margins
    letterhead: Letterhead = NO_LETTERHEAD
    pictures: tuple[bytes, ...] = ()


def shown_in(part: bytes) -> list[int]:
    """Return the numbers of the pictures that a header or footer shows."""
    return sorted({int(number) for number in _SHOWN.findall(part)})


def picture_ending(data: bytes) -> str:
    """Return the ending of the name of a picture that the guard drew: "png" or "jpeg"."""
    return "png" if data.startswith(_PNG) else "jpeg"


def packed(parcel: Parcel) -> bytes:
    """Return the bytes of the file; the same parcel gives the same bytes."""
    head = {name: data for name, data in parcel.letterhead._asdict().items() if data}
    kinds = [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("theme", "theme/theme1.xml")]
    kinds += [("settings", "settings.xml"), *((name.rpartition("_")[2], f"{name}.xml") for name in head)]
    names = [f"media/image{number}.{picture_ending(data)}" for number, data in enumerate(parcel.pictures, 1)]
    parts = {
        "[Content_Types].xml": _types(kinds).encode(),
        "_rels/.rels": _links([(1, "officeDocument", "word/document.xml")]).encode(),
        "word/document.xml": _document(parcel, [name for _, name in kinds]).encode(),
        "word/_rels/document.xml.rels": _links((at, *one) for at, one in enumerate(kinds, 1)).encode(),
        "word/styles.xml": parcel.styles,
        "word/numbering.xml": parcel.numbering,
        "word/theme/theme1.xml": parcel.theme,
        "word/settings.xml": _SETTINGS.encode(),
    }
    for name, data in head.items():
        parts[f"word/{name}.xml"] = data
        links = [(number, "image", names[number - 1]) for number in shown_in(data)]
        parts |= {f"word/_rels/{name}.xml.rels": _links(links).encode()} if links else {}
    return pack_parts(parts | {f"word/{name}": data for name, data in zip(names, parcel.pictures, strict=True)})


def unpacked(data: bytes) -> Parcel:
    """Return what ``packed`` was given.

    Raises:
        UnreadableBrandError: if it was not.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
                raise UnreadableBrandError
            parts = {name: archive.read(name) for name in archive.namelist()}
        return _parcel(parts)
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise UnreadableBrandError from error


def _parcel(parts: dict[str, bytes]) -> Parcel:
    found = {int(name[1]): parts[name[0]] for name in map(_MEDIA.fullmatch, parts) if name}
    return Parcel(
        parts["word/styles.xml"],
        parts["word/numbering.xml"],
        parts["word/theme/theme1.xml"],
        last_section(root_of(parts["word/document.xml"])).margins,
        Letterhead(*(parts.get(f"word/{name}.xml", b"") for name in Letterhead._fields)),
        tuple(found[number] for number in sorted(found)),
    )


def _types(kinds: list[tuple[str, str]]) -> str:
    defaults = (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
    )
    endings = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults)
    named = [("document.xml", f"{_WORDS}.document.main+xml")]
    named += [(target, _THEME if kind == "theme" else f"{_WORDS}.{kind}+xml") for kind, target in kinds]
    parts = "".join(f'<Override PartName="/word/{target}" ContentType="{kind}"/>' for target, kind in named)
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{endings}{parts}</Types>'


def _links(kinds: Iterable[tuple[int, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>' for number, kind, target in kinds
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _document(parcel: Parcel, names: list[str]) -> str:
    width, height = A4
    edges = {**parcel.margins._asdict(), "gutter": 0.0}
    margins = "".join(f' w:{side}="{twips(length)}"' for side, length in edges.items())
    references = "".join(
        f'<w:{name.rpartition("_")[2]}Reference w:type="{"first" if name.startswith("first") else "default"}" '
        f'r:id="rId{names.index(f"{name}.xml") + 1}"/>'
        for name in Letterhead._fields
        if f"{name}.xml" in names
    )
    return (
        f'{DECLARATION}<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body><w:p/><w:sectPr>{references}'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar{margins}/><w:titlePg/></w:sectPr></w:body></w:document>'
    )
