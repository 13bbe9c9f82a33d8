# SPDX-License-Identifier: MPL-2.0
"""Sections: paper, margins, header and footer of one document on one orientation."""

from __future__ import annotations

from evidencepack.blocks.document import Document, Running, Section
from evidencepack.render.theme import PageShape
from evidencepack.render.word.fields import field
from evidencepack.render.word.flow import Par
from evidencepack.render.word.markup import twips
from evidencepack.render.word.runs import Look, run, tab
from evidencepack.render.word.writing import Writing

_EM = "\u2003"
_NBSP = "\u00a0"
# Word puts the baseline of a line of exact pitch at four fifths of it.
_BASELINE = 0.8


def shape_of(writing: Writing, section: Section) -> PageShape:
    """Return the paper of a section."""
    return writing.theme.landscape if section.landscape else writing.theme.portrait


def section_properties(writing: Writing, document: Document, section: Section, *, stamp: bool) -> str:
    """Return ``w:sectPr``: each section names its own header and footer, so that none is inherited."""
    shape, running = shape_of(writing, section), document.running
    page = writing.first_page(document, section)
    references = (
        ("header", "hdr", Par("EPRest", "") if section.cover else _header(running, shape)),
        ("footer", "ftr", _footer(writing, running, shape, page, stamp=stamp)),
    )
    named = "".join(
        f'<w:{name}Reference w:type="default" r:id="{writing.parts.running(kind, par.xml({}))}"/>'
        for name, kind, par in references
    )
    orientation = ' w:orient="landscape"' if section.landscape else ""
    return (
        f'<w:sectPr>{named}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(shape.width)}" w:h="{twips(shape.height)}"{orientation}/>'
        f"{_margins(writing, shape, cover=section.cover)}</w:sectPr>"
    )


def _margins(writing: Writing, shape: PageShape, *, cover: bool) -> str:
    """Return margins; header and footer stand so that their baselines are where the theme has them."""
    running = writing.theme.running
    header = shape.header - running.text.pitch * _BASELINE
    footer = shape.height - shape.footer - running.stamp.pitch * (1 - _BASELINE)
    edges = (
        ("top", writing.theme.cover.top if cover else shape.top),
        ("right", shape.right),
        ("bottom", shape.bottom),
        ("left", shape.left),
        ("header", header),
        ("footer", footer),
        ("gutter", 0),
    )
    return "<w:pgMar" + "".join(f' w:{name}="{twips(length)}"' for name, length in edges) + "/>"


def _header(running: Running, shape: PageShape) -> Par:
    return Par("Header", run(running.left) + tab() + run(running.right), tab_at=shape.measure)


def _footer(writing: Writing, running: Running, shape: PageShape, page: str, *, stamp: bool) -> Par:
    """Return reference, version, code and "Page 2 of 6"; then the stamp of a pack.

    PAGE and NUMPAGES are all that Word and LibreOffice both count for themselves on every page: in a pack they count
    through the pack, and the words say so. ``page`` is what stands there until a program counts.
    """
    parts = [run(running.reference, Look(style="EPCode")), run(running.version)]
    if running.fingerprint:
        parts.append(run(f"code {running.fingerprint}"))
    counted = run("Page ") + field("PAGE", page) + run(" of ") + field("NUMPAGES", writing.page_count)
    parts.append(counted + (run(" in the pack") if stamp else ""))
    content = run(_EM).join(part for part in parts if part)
    if stamp:
        boxed = Look(style="EPStamp")
        content += tab() + run(_NBSP, boxed) + field("PAGE", page, boxed) + run(_NBSP, boxed)
    return Par("Footer", content, tab_at=shape.measure)
