# SPDX-License-Identifier: MPL-2.0
"""Word files in other looks: styles, lists, margins and colours of the theme, the logo, right-hand pages."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from tests.render.everything import documents
from tests.render.word.files import BASE, FONTS, W, body_of, part_of
from tests.render.word.looks import LOGO, LOOKS, written

from evidencepack.blocks.blocks import Paragraph, Style
from evidencepack.blocks.document import Section
from evidencepack.blocks.inlines import Text
from evidencepack.render.theme import MM, STANDARD
from evidencepack.render.themes.compact import COMPACT
from evidencepack.render.typeset.page import Pages
from evidencepack.render.word.dressing import dressed
from evidencepack.render.word.markup import DRAWING, PLACING
from evidencepack.render.word.package import unpack_parts


def _style(data: bytes, name: str) -> etree._Element:
    return next(one for one in part_of(data, "word/styles.xml") if one.get(f"{W}styleId") == name)


def _value(element: etree._Element, path: str, name: str = "val") -> str:
    found = element.find(path.replace("w:", W))
    assert found is not None
    return str(found.get(f"{W}{name}"))


def test_the_standard_look_is_that_of_the_base_document() -> None:
    assert dressed(BASE, STANDARD, FONTS).base.parts == unpack_parts(BASE)


@pytest.mark.parametrize("name", LOOKS)
def test_styles_have_the_sizes_and_pitches_of_the_theme(name: str) -> None:
    theme = LOOKS[name]
    data, _ = written(theme, documents())
    for style, text in (
        ("BodyText", theme.body),
        ("Heading1", theme.headings[0]),
        ("EPNote", theme.note),
        ("EPCallout", theme.callout.text),
        ("Header", theme.running.text),
        ("EPClause2", theme.clauses[1].style),
    ):
        found = _style(data, style)
        assert int(_value(found, "w:rPr/w:sz")) / 2 == text.size
        assert int(_value(found, "w:pPr/w:spacing", "line")) / 20 == text.pitch


def test_every_style_that_a_file_uses_is_there() -> None:
    for theme in LOOKS.values():
        data, _ = written(theme, documents())
        known = {style.get(f"{W}styleId") for style in part_of(data, "word/styles.xml")}
        used = {one.get(f"{W}val") for one in body_of(data).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
        assert used <= known


def test_margins_are_those_of_the_theme() -> None:
    data, _ = written(LOOKS["margins"], documents())
    for margins in body_of(data).iter(f"{W}pgMar"):
        for edge in ("left", "right", "bottom"):
            assert int(margins.get(f"{W}{edge}", "0")) / 20 >= 30 * MM - 0.1


def test_clauses_are_indented_as_in_the_theme() -> None:
    numbering = part_of(written(COMPACT, documents())[0], "word/numbering.xml")
    indents = [int(one.get(f"{W}left", "0")) / 20 for one in numbering[0].iter(f"{W}ind")]
    assert indents == pytest.approx([level.text_at for level in COMPACT.clauses], abs=0.05)


def test_the_colour_stands_in_styles_and_palette() -> None:
    data, _ = written(LOOKS["logo"], documents())
    assert _value(_style(data, "EPLabel"), "w:rPr/w:color") == "754F10"
    assert _value(_style(data, "Hyperlink"), "w:rPr/w:color") == "754F10"
    parts = unpack_parts(data)
    assert b"754F10" in parts["word/theme/theme1.xml"]
    assert not any(b"0B5C6B" in content for name, content in parts.items() if name.endswith(".xml"))


def _headers(data: bytes) -> list[str]:
    return sorted(name for name in unpack_parts(data) if name.startswith("word/header"))


def test_the_logo_is_a_picture_on_the_cover_and_decoration_in_headers() -> None:
    data, _ = written(LOOKS["logo"], documents())
    anchors = list(body_of(data).iter(f"{{{PLACING}}}anchor"))
    assert [one.find(f"{{{PLACING}}}docPr").get("descr") for one in anchors] == [LOGO.name]  # type: ignore[union-attr]
    with_logo = [name for name in _headers(data) if b"decorative" in unpack_parts(data)[name]]
    assert len(with_logo) == len(_headers(data)) - 1, "every header but the cover's"
    for name in with_logo:
        relations = unpack_parts(data)[f"word/_rels/{name.removeprefix('word/')}.rels"]
        assert f"media/{LOGO.sha256[:16]}.png".encode() in relations
    assert sum(LOGO.sha256[:16] in name for name in unpack_parts(data)) == 1


def test_files_without_a_logo_have_no_picture_in_their_headers() -> None:
    data, _ = written(STANDARD, documents())
    assert not any(DRAWING.encode() + b'"><pic' in unpack_parts(data)[name] for name in _headers(data))


@pytest.mark.parametrize(("name", "smaller"), [("Ferrybank Ltd", False), ("Ferrybank Home Support " * 3, True)])
def test_a_long_name_is_set_smaller_beside_a_logo(name: str, *, smaller: bool) -> None:
    like = documents()[0]
    section = Section((Paragraph((Text(name),), Style.COVER_NAME),), cover=True)
    data, _ = written(LOOKS["logo"], [replace(like, sections=(section,))])
    sizes = [int(one.get(f"{W}val", "0")) / 2 for one in body_of(data).iter(f"{W}sz")]
    assert bool(sizes) is smaller
    assert all(9 <= size < STANDARD.cover_name.size for size in sizes)


def test_for_both_sides_every_document_starts_a_right_hand_page() -> None:
    data, _ = written(STANDARD, documents(), duplex=True)
    starts = [one.get(f"{W}val") for one in body_of(data).iter(f"{W}type")]
    sections = [section is document.sections[0] for document in documents() for section in document.sections]
    assert starts == ["oddPage" if first else "nextPage" for first in sections]


def test_margins_are_mirrored_for_both_sides_and_only_then() -> None:
    data, _ = written(STANDARD, documents(), duplex=True)
    settings = [one.tag.removeprefix(W) for one in part_of(data, "word/settings.xml")]
    assert settings[:3] == ["zoom", "mirrorMargins", "defaultTabStop"]
    assert b"mirrorMargins" not in unpack_parts(written(STANDARD, documents())[0])["word/settings.xml"]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, tool: Callable[[str], Path]) -> dict[str, tuple[int, Pages]]:
    """Return how many pages LibreOffice prints of the pack in each look, and our own."""
    folder, found = tmp_path_factory.mktemp("looks"), {}
    for name in ("standard", "compact", "arial-12", "logo"):
        data, found[name] = written(LOOKS[name], documents())
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in found]
    command = [str(tool("soffice")), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: (_count(folder / f"{name}.pdf"), pages) for name, pages in found.items()}


def _count(file: Path) -> int:
    with pypdfium2.PdfDocument(file) as document:
        return len(document)


@pytest.mark.parametrize("name", ["standard", "compact", "arial-12", "logo"])
def test_another_program_prints_as_many_pages(printed: dict[str, tuple[int, Pages]], name: str) -> None:
    count, pages = printed[name]
    assert count == len(pages.pages)
