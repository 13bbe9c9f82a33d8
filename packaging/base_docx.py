# SPDX-License-Identifier: MPL-2.0
"""Make ``resources/word/base.docx``, the empty document that every Word file starts from.

Run ``python packaging/base_docx.py`` after a change here; a test makes the file again and compares. The file is made
from nothing, so no template author, theme font or foreign language of someone else's Word comes with it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from base_lists import numbering
from base_styles import styles
from base_units import HEAD, WORD, colour, twips

from evidencepack.render.theme import STANDARD
from evidencepack.render.word.package import pack_parts

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
TARGET = Path(__file__).resolve().parents[1] / "resources" / "word" / "base.docx"


def settings() -> str:
    """Return ``word/settings.xml``: Word 2013 and later mode, no hyphenation, English of the United Kingdom.

    Without ``doNotUseHTMLParagraphAutoSpacing`` Word takes the larger of the spaces after and before, as HTML does;
    the pages add them.
    """
    uri = "http://schemas.microsoft.com/office/word"
    modes = (
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    )
    compat = "".join(f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>' for name, value in modes)
    return (
        f'{HEAD}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat><w:doNotUseHTMLParagraphAutoSpacing/>{compat}</w:compat>"
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


FONTS = (
    ("Arial", "Arimo,Liberation Sans", "020B0604020202020204"),
    ("Noto Sans Bengali", "Nirmala UI", "020B0502040504020204"),
)


def font_table() -> str:
    """Return ``word/fontTable.xml``, with other names under which a machine may hold the fonts."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:panose1 w:val="{panose}"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for name, others, panose in FONTS
    )
    return f'{HEAD}<w:fonts xmlns:w="{WORD}">{fonts}</w:fonts>'


def theme() -> str:
    """Return ``word/theme/theme1.xml``: our colours in Word's palette and Arial as both fonts. No style leans on it."""
    tokens = (
        ("dk1", "ink"),
        ("lt1", "white"),
        ("dk2", "ink2"),
        ("lt2", "tint1"),
        ("accent1", "accent"),
        ("accent2", "ink2"),
        ("accent3", "tint2"),
        ("accent4", "grid"),
        ("accent5", "accent"),
        ("accent6", "ink2"),
        ("hlink", "accent"),
        ("folHlink", "accent"),
    )
    colours = "".join(f'<a:{place}><a:srgbClr val="{colour(token)}"/></a:{place}>' for place, token in tokens)
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="{DRAWING}" name="evidencepack"><a:themeElements>'
        f'<a:clrScheme name="evidencepack">{colours}</a:clrScheme><a:fontScheme name="evidencepack">'
        f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="evidencepack"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def document() -> str:
    """Return ``word/document.xml``: nothing, on A4."""
    return (
        f'{HEAD}<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body><w:sectPr>'
        f'<w:pgSz w:w="{twips(STANDARD.portrait.width)}" w:h="{twips(STANDARD.portrait.height)}"/>'
        "</w:sectPr></w:body></w:document>"
    )


WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS: tuple[tuple[str, str, str, Callable[[], str]], ...] = (
    ("styles", "styles.xml", f"{WORDS}.styles+xml", styles),
    ("numbering", "numbering.xml", f"{WORDS}.numbering+xml", numbering),
    ("settings", "settings.xml", f"{WORDS}.settings+xml", settings),
    ("fontTable", "fontTable.xml", f"{WORDS}.fontTable+xml", font_table),
    ("theme", "theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", theme),
)


def _relationships(entries: tuple[tuple[str, str], ...]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _content_types() -> str:
    overrides = [("document.xml", f"{WORDS}.document.main+xml"), *((target, kind) for _, target, kind, _ in PARTS)]
    inner = "".join(f'<Override PartName="/word/{target}" ContentType="{kind}"/>' for target, kind in overrides)
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inner}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _core() -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:language>en-GB</dc:language></cp:coreProperties>'
    )


def build() -> bytes:
    """Return the bytes of base.docx, the same every time."""
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    texts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(((f"{OFFICE}/officeDocument", "word/document.xml"), (core, "docProps/core.xml"))),
        "word/_rels/document.xml.rels": _relationships(
            tuple((f"{OFFICE}/{relation}", target) for relation, target, _, _ in PARTS)
        ),
        "word/document.xml": document(),
        "docProps/core.xml": _core(),
        **{f"word/{target}": make() for _, target, _, make in PARTS},
    }
    return pack_parts({name: text.encode() for name, text in texts.items()})


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=TARGET, help="where to write (default: resources/word/base.docx)")
    target: Path = parser.parse_args().to
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(build())


if __name__ == "__main__":
    main()
