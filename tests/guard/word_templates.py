# SPDX-License-Identifier: MPL-2.0
"""Word templates as other programs and people make them: part by part, odd ones and harmful ones among them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache

from tests.guard import pictures

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
TEMPLATE = f"{_WORDS}.template.main+xml"
DOCUMENT = f"{_WORDS}.document.main+xml"
LETTER = (12240, 15840)

_MARGINS = (
    '<w:pgMar w:top="1440" w:right="1300" w:bottom="1440" w:left="1300" w:header="600" w:footer="600" w:gutter="0"/>'
)
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
PAGE_FIELD = f"{_FIELD.format('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>{_FIELD.format('separate')}"
PAGE_FIELD += f"<w:r><w:t>7</w:t></w:r>{_FIELD.format('end')}"


@cache
def logo() -> bytes:
    """Return a logo as a PNG."""
    return pictures.saved(pictures.drawing(size=(600, 200)), "PNG")


def style(
    name: str, own: str, inner: str = "", *, kind: str = "paragraph", base: str = "", default: bool = False
) -> str:
    """Return a style: its name in Word, its id, its properties."""
    said = f'<w:basedOn w:val="{base}"/>' if base else ""
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{mark} w:styleId="{own}"><w:name w:val="{name}"/>{said}{inner}</w:style>'


def looks(font: str, size: float, colour: str = "", more: str = "") -> str:
    """Return run properties."""
    ink = f'<w:color w:val="{colour}" w:themeColor="accent1"/>' if colour else ""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    return f'<w:rPr>{fonts}{more}{ink}<w:sz w:val="{round(size * 2)}"/></w:rPr>'


def drawing(relation: str, *, floating: bool = False, wide: int = 120, high: int = 40) -> str:
    """Return the run of a picture of a size in points, in its line or at a place of the page."""
    size = f'cx="{wide * 12700}" cy="{high * 12700}"'
    graphic = (
        f'<wp:docPr id="1" name="Logo" descr="Our logo"><a:hlinkClick r:id="rIdLink"/></wp:docPr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="0" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
    if not floating:
        return f"<w:r><w:drawing><wp:inline><wp:extent {size}/>{graphic}</wp:inline></w:drawing></w:r>"
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>5000000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>360000</wp:posOffset></wp:positionV>'
        f"<wp:extent {size}/><wp:wrapNone/>{graphic}</wp:anchor></w:drawing></w:r>"
    )


def running(kind: str, *paragraphs: str) -> str:
    """Return the part of a header ("hdr") or footer ("ftr")."""
    return f"<w:{kind} {_NAMES}>{''.join(paragraphs)}</w:{kind}>"


def words(text: str) -> str:
    """Return a run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str, named: str = "") -> str:
    """Return a paragraph in a style."""
    properties = f'<w:pPr><w:pStyle w:val="{named}"/></w:pPr>' if named else ""
    return f"<w:p>{properties}{inner}</w:p>"


def template(  # noqa: PLR0913 - what can be odd about a file
    styles: str = "",
    *,
    header: str = "",
    first: str = "",
    footer: str = "",
    numbering: str = "",
    theme: str = "",
    body: str = "",
    size: tuple[int, int] = (11906, 16838),
    main: str = TEMPLATE,
    links: str = "",
    head_links: str = "",
    parts: Mapping[str, bytes] | None = None,
    types: str = "",
    defaults: str = "",
) -> bytes:
    """Return a Word file of these parts; ``links`` are more relationships of its text."""
    kept = {"styles": f"<w:styles {_NAMES}>{defaults}{styles}</w:styles>" if styles else "", "numbering": numbering}
    kept |= {"header1": header, "header2": first, "footer1": footer, "theme1": theme}
    there = {name: part for name, part in kept.items() if part}
    related = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{name.rstrip("12")}" Target="{name}.xml"/>' for name in there
    )
    references = "".join(
        f'<w:{name.rstrip("12")}Reference w:type="{"first" if name == "header2" else "default"}" r:id="{name}"/>'
        for name in ("header1", "header2", "footer1")
        if name in there
    )
    title = "<w:titlePg/>" if first else ""
    wide, high = size
    section = f'<w:sectPr>{references}<w:pgSz w:w="{wide}" w:h="{high}"/>{_MARGINS}{title}</w:sectPr>'
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_type(name)}"/>' for name in there)
    picture_link = f'<Relationship Id="rIdLogo" Type="{_R}/image" Target="media/logo.png"/>{head_links}'
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/>{overrides}{types}</Types>'
        ),
        "_rels/.rels": _related(f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="word/document.xml"/>'),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}<w:p/>{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": _related(related + links),
        **{f"word/{name}.xml": part for name, part in there.items()},
        **{
            f"word/_rels/{name}.xml.rels": _related(picture_link)
            for name in ("header1", "header2", "footer1")
            if name in there
        },
        "word/media/logo.png": logo(),
        **(parts or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in files.items():
            archive.writestr(name, part)
    return stream.getvalue()


def _type(name: str) -> str:
    kind = name.rstrip("12")
    return f"application/vnd.openxmlformats-officedocument.{kind}+xml" if kind == "theme" else f"{_WORDS}.{kind}+xml"


def _related(inner: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def link(kind: str, target: str, *, outside: bool = True, own: str = "rIdOut") -> str:
    """Return a relationship that leads out of the file, or to a part."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{own}" Type="{_R}/{kind}" Target="{target}"{mode}/>'


def lists(*levels: str) -> str:
    """Return the part of one list."""
    return (
        f'<w:numbering {_NAMES}><w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="multilevel"/>'
        f'{"".join(levels)}</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
    )


NORMAL = style("Normal", "Normal", looks("Georgia", 11), default=True)
HEADINGS = "".join(
    style(f"heading {level}", f"Heading{level}", looks("Georgia", 22 - 3 * level, "7B2D8E", "<w:b/>"), base="Normal")
    for level in (1, 2, 3)
)


@cache
def house() -> bytes:
    """Return letter paper as a designer makes it: a logo on the first page, a small one on others, a footer."""
    number = '<w:pPr><w:keepNext/><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'
    bullet = style(
        "List Bullet", "ListBullet", '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr><w:ind w:left="400"/></w:pPr>'
    )
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        '<w:lvlText w:val="»"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr></w:lvl>'
    )
    title = style("Title", "Title", looks("Georgia", 28, "7B2D8E"), base="Normal")
    counted = style("heading 4", "Heading4", number, base="Normal")
    foot = paragraph(words("Sample Care Ltd · Company 01234567 · Page ") + PAGE_FIELD + words(" of 3"), "Footer")
    own = style("footer", "Footer", looks("Georgia", 8, "555555"), base="Normal")
    return template(
        NORMAL + HEADINGS + title + bullet + counted + own,
        header=running("hdr", paragraph(drawing("rIdLogo", wide=60, high=20))),
        first=running("hdr", paragraph(drawing("rIdLogo")), paragraph(words("Sample Care Ltd"))),
        footer=running("ftr", foot),
        numbering=lists(level),
        body=paragraph(words("Dear Sir or Madam")),
    )
