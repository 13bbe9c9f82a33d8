# SPDX-License-Identifier: MPL-2.0
"""Make ``resources/word/base.docx``, the empty document that every Word file starts from.

Run ``python packaging/base_docx.py`` after a change here; a test makes the file again and compares. The file is made
from nothing, so no template author, theme font or foreign language of someone else's Word comes with it. Its styles are
those of the standard theme; a file in another theme is dressed in that theme's when it is written.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from evidencepack.render.scripts import EMOJI_FONT, SCRIPTS, SYMBOL_FONT
from evidencepack.render.theme import STANDARD
from evidencepack.render.word.dressing import themed_parts
from evidencepack.render.word.markup import DECLARATION as HEAD
from evidencepack.render.word.markup import OFFICE, WORD, twips
from evidencepack.render.word.package import pack_parts

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TARGET = Path(__file__).resolve().parents[1] / "resources" / "word" / "base.docx"


def settings() -> str:
    """Return ``word/settings.xml``: Word 2013 and later mode, no hyphenation, English of the United Kingdom.

    What a person adds is body text, and a new table an open one.

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
        '<w:autoHyphenation w:val="0"/><w:clickAndTypeStyle w:val="BodyText"/><w:defaultTableStyle w:val="EPOpen"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat><w:doNotUseHTMLParagraphAutoSpacing/>{compat}</w:compat>"
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


# What Windows has in place of a font of ours, where it is not one of its fonts for India.
_ON_WINDOWS = {"Noto Sans Thai": "Leelawadee UI", "Noto Sans Ethiopic": "Ebrima"}


def fonts() -> dict[str, str]:
    """Return the fonts that a file names, each with the other names under which a machine may hold one like it."""
    complex_scripts = (script.font for script in SCRIPTS if script.font.startswith("Noto"))
    others = {font: _ON_WINDOWS.get(font, "Nirmala UI") for font in complex_scripts}
    return {"Arial": "Arimo,Liberation Sans", SYMBOL_FONT: "Noto Sans Symbols2", EMOJI_FONT: "Noto Emoji", **others}


def font_table() -> str:
    """Return ``word/fontTable.xml``, with other names under which a machine may hold the fonts."""
    shown = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/>'
        + ('<w:panose1 w:val="020B0604020202020204"/>' if name == "Arial" else "")
        + '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for name, others in fonts().items()
    )
    return f'{HEAD}<w:fonts xmlns:w="{WORD}">{shown}</w:fonts>'


def document() -> str:
    """Return ``word/document.xml``: nothing, on A4."""
    return (
        f'{HEAD}<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body><w:sectPr>'
        f'<w:pgSz w:w="{twips(STANDARD.portrait.width)}" w:h="{twips(STANDARD.portrait.height)}"/>'
        "</w:sectPr></w:body></w:document>"
    )


WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = (
    ("styles", "styles.xml", f"{WORDS}.styles+xml"),
    ("numbering", "numbering.xml", f"{WORDS}.numbering+xml"),
    ("settings", "settings.xml", f"{WORDS}.settings+xml"),
    ("fontTable", "fontTable.xml", f"{WORDS}.fontTable+xml"),
    ("theme", "theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
)


def _relationships(entries: tuple[tuple[str, str], ...]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _content_types() -> str:
    overrides = [("document.xml", f"{WORDS}.document.main+xml"), *((target, kind) for _, target, kind in PARTS)]
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
            tuple((f"{OFFICE}/{relation}", target) for relation, target, _ in PARTS)
        ),
        "word/document.xml": document(),
        "docProps/core.xml": _core(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
    }
    return pack_parts({name: text.encode() for name, text in texts.items()} | themed_parts(STANDARD))


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=TARGET, help="where to write (default: resources/word/base.docx)")
    target: Path = parser.parse_args().to
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(build())


if __name__ == "__main__":
    main()
