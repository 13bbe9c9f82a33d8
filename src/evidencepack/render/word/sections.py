# SPDX-License-Identifier: MPL-2.0
"""Sections: paper, margins, header and footer of one document on one orientation."""

from __future__ import annotations

from evidencepack.blocks.document import Document, Running, Section
from evidencepack.render.theme import PageShape
from evidencepack.render.word.drawing import Shown, floating_xml
from evidencepack.render.word.fields import field
from evidencepack.render.word.flow import Par
from evidencepack.render.word.markup import twips
from evidencepack.render.word.runs import Look, run, tab
from evidencepack.render.word.styles import FOOTER_LINE, HEADER_LINE
from evidencepack.render.word.writing import Writing

_EM = "\u2003"
_NBSP = "\u00a0"
# Word puts the baseline of a line of exact pitch at four fifths of it.
_BASELINE = 0.8
_LINES = {"Header": HEADER_LINE}


def shape_of(writing: Writing, section: Section) -> PageShape:
    """Return the paper of a section."""
    return writing.theme.landscape if section.landscape else writing.theme.portrait


def section_properties(writing: Writing, document: Document, section: Section, *, stamp: bool) -> str:
    """Return ``w:sectPr``: each section names its own header and footer, so that none is inherited."""
    shape, running = shape_of(writing, section), document.running
    page = writing.first_page(document, section)
    headless = section.cover or section.letter
    header = _mark_alone(running) if headless else _header(writing, running, shape)
    footer = _footer(writing, running, shape, page, stamp=stamp)
    logo = None if headless or not writing.theme.logo else writing.theme.logo.sha256
    strips = writing.strips
    if strips is None:
        above = writing.parts.running("hdr", header.xml({}), logo, writing.properties.images)
        below = writing.parts.running("ftr", footer.xml({}))
    else:
        top, foot = (strips.first_header, strips.first_footer) if headless else (strips.header, strips.footer)
        line = header._replace(style=_LINES.get(header.style, header.style), more_before=top.below).xml({})
        above = writing.parts.running(
            "hdr", writing.drawn(top, line) + line, logo, writing.properties.images, top.pictures
        )
        ending = footer._replace(style=FOOTER_LINE).xml({})
        below = writing.parts.running("ftr", ending + writing.drawn(foot, ending), pictures=foot.pictures)
    named = f'<w:headerReference w:type="default" r:id="{above}"/><w:footerReference w:type="default" r:id="{below}"/>'
    orientation = ' w:orient="landscape"' if section.landscape else ""
    return (
        f'<w:sectPr>{named}<w:type w:val="{_starts(writing, document, section)}"/>'
        f'<w:pgSz w:w="{twips(shape.width)}" w:h="{twips(shape.height)}"{orientation}/>'
        f"{_margins(writing, shape, writing.theme.top_of(shape, section))}</w:sectPr>"
    )


def _starts(writing: Writing, document: Document, section: Section) -> str:
    """Return where a section starts: for printing on both sides, a document starts on a right-hand page.

    Word and LibreOffice leave the page before it empty themselves where that is needed.
    """
    both = writing.pages is not None and writing.pages.duplex
    return "oddPage" if both and section is document.sections[0] else "nextPage"


def _margins(writing: Writing, shape: PageShape, top: float) -> str:
    """Return margins; header and footer stand so that their baselines are where the theme has them."""
    running = writing.theme.running
    header = shape.header - running.text.pitch * _BASELINE
    footer = shape.height - shape.footer - running.stamp.pitch * (1 - _BASELINE)
    edges = (
        ("top", top),
        ("right", shape.right),
        ("bottom", shape.bottom),
        ("left", shape.left),
        ("header", header),
        ("footer", footer),
        ("gutter", 0),
    )
    return "<w:pgMar" + "".join(f' w:{name}="{twips(length)}"' for name, length in edges) + "/>"


def _mark_alone(running: Running) -> Par:
    """Return the header of a cover or a letter: nothing but the mark of a draft."""
    return Par("EPHeaderMark", _draft(running)) if running.draft else Par("EPRest", "")


def _draft(running: Running) -> str:
    return run(f"{_NBSP}{running.draft}{_NBSP}", Look(style="EPDraft"))


def _header(writing: Writing, running: Running, shape: PageShape) -> Par:
    """Return the lead's name, after logo and mark of a draft if there are any; at the right tender or document."""
    mark = _draft(running) + run(_EM) if running.draft else ""
    words = mark + run(running.left) + tab() + run(running.right)
    logo, look = writing.theme.logo, writing.theme.running
    if logo is None:
        return Par("Header", words, tab_at=shape.measure)
    width, height = logo.fitted(look.logo_width, look.logo_height)
    y = shape.header_rule - look.logo_up - height
    drawing = floating_xml(Shown(width, height, "rId1", writing.header_logo(words, shape)), 0.0, y)
    return Par("Header", drawing + tab() + words, tab_at=shape.measure, words_at=width + look.logo_gap)


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
