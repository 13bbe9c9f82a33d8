# SPDX-License-Identifier: MPL-2.0
"""The body: every block of every section, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from evidencepack.blocks.blocks import (
    Block,
    Bullets,
    Callout,
    Clause,
    Farewell,
    Figure,
    Figures,
    Gap,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    Signature,
    Style,
    Table,
    Toc,
)
from evidencepack.blocks.document import Section
from evidencepack.render.theme import MM
from evidencepack.render.word.boxes import callout
from evidencepack.render.word.contents import contents
from evidencepack.render.word.cover import cover_foot, cover_name, room_above
from evidencepack.render.word.fields import listed_as
from evidencepack.render.word.flow import REST, Flow, Grid, Par, Piece
from evidencepack.render.word.ids import bookmark_name, end_name
from evidencepack.render.word.letters import letter_part
from evidencepack.render.word.paragraphs import bullets, clause, heading, paragraph
from evidencepack.render.word.sections import section_properties, shape_of
from evidencepack.render.word.signing import signature
from evidencepack.render.word.tables import table
from evidencepack.render.word.writing import BASE_LANGUAGE, Chapter, Writing


def body(writing: Writing, *, stamp: bool) -> Iterator[list[str]]:
    """Yield what stands within ``w:body``, section by section, each bit by bit."""
    ends = [
        (document, section, section is document.sections[-1])
        for document in writing.numbered.documents
        for section in document.sections
    ]
    chapter = None
    for place, (document, section, last) in enumerate(ends):
        if chapter is None or chapter.document is not document:
            chapter = Chapter(writing, document)
            writing.language = "" if document.language == BASE_LANGUAGE else document.language
        flow = _section(chapter, section)
        if section is document.sections[0]:
            listed = writing.listed.get(document.anchor, "")
            _mark(writing, flow, bookmark_name(document.anchor), first=True, listed=listed)
        if last:
            _mark(writing, flow, end_name(document.anchor), first=False)
        properties = section_properties(writing, document, section, stamp=stamp)
        closing = place == len(ends) - 1
        yield [*flow.finish(""), properties] if closing else flow.finish(properties)


def _section(chapter: Chapter, section: Section) -> Flow:
    writing = chapter.writing
    flow = Flow(writing.spacing)
    width = shape_of(writing, section).measure
    page_break = False
    name = f"{chapter.document.anchor}/{chapter.document.sections.index(section)}"
    white = writing.pages.white.get(name, 1.0) if writing.pages else 1.0
    for place, block in enumerate(section.blocks):
        chapter.block = f"{name}.{place}"
        if isinstance(block, PageBreak):
            page_break = bool(flow.pieces)
        elif isinstance(block, Gap):
            flow.space(block.height * MM * white)
        else:
            if white < 1 and isinstance(block, Paragraph) and block.style is Style.COVER_LABEL:
                flow.space((white - 1) * writing.theme.cover.below)
            pieces = _block(chapter, block, section.blocks[place + 1 : place + 3], width, page_break=page_break)
            flow.add(*pieces if flow.pieces or section.cover else _at_top(pieces))
            page_break = False
    if section.foot:
        flow.space(room_above(writing, f"{name}.{len(section.blocks)}"))
    for place, block in enumerate(section.foot, len(section.blocks)):
        chapter.block = f"{name}.{place}"
        flow.add(*_foot(chapter, block, width))
    return flow


def _at_top(pieces: Sequence[Piece]) -> list[Piece]:
    """Drop the space before the first piece of a section, as at the top of every page."""
    return [piece._replace(top=True) if isinstance(piece, Par) and piece is pieces[0] else piece for piece in pieces]


def _foot(chapter: Chapter, block: Block, width: float) -> Sequence[Piece]:
    if isinstance(block, Table):
        return (cover_foot(chapter.writing, block, width, chapter.shape),)
    return _block(chapter, block, (), width, page_break=False)


def _block(chapter: Chapter, block: Block, rest: Sequence[Block], width: float, *, page_break: bool) -> Sequence[Piece]:
    """Return the pieces of a block, the first of which starts a page if asked; ``rest`` are the blocks after it."""
    writing = chapter.writing
    match block:
        case Table():
            return table(chapter, block, width, page_break=page_break)
        case Signature():
            return signature(chapter, block, rest[:1], width, page_break=page_break)
        case Callout():
            return (callout(writing, block, width, page_break=page_break),)
        case Toc():
            return contents(chapter, block, width, page_break=page_break)
        case Figure() | Figures():
            from evidencepack.render.word.figures import figure  # most documents draw nothing

            return figure(chapter, block, width, page_break=page_break)
        case _:
            pieces = _paragraphs(chapter, block, rest)
            return [pieces[0]._replace(page_break=True), *pieces[1:]] if page_break and pieces else pieces


def _paragraphs(  # noqa: PLR0911 - one case for each block
    chapter: Chapter,
    block: Heading | Paragraph | Bullets | Clause | Letterhead | Farewell | PageBreak | Gap,
    rest: Sequence[Block],
) -> list[Par]:
    writing = chapter.writing
    following = rest[0] if rest else None
    match block:
        case Heading():
            return [heading(chapter, block, following)]
        case Paragraph(style=Style.COVER_NAME):
            return [cover_name(writing, block)]
        case Paragraph():
            return [paragraph(chapter, block, following)]
        case Bullets():
            return bullets(writing, block)
        case Clause():
            return [clause(chapter, block, rest)]
        case Letterhead() | Farewell():
            return letter_part(writing, block)
        case PageBreak() | Gap():
            return []
        case _:
            assert_never(block)


def _mark(writing: Writing, flow: Flow, name: str, *, first: bool, listed: str = "") -> None:
    """Put an empty bookmark at the beginning or the end of a document, for its pages in the contents list.

    ``listed`` are the words under which the list has the document, should Word make it anew.
    """
    empty = writing.bookmarks.around(name, "") + (listed_as(listed) if listed else "")
    if not flow.pieces or (isinstance(flow.pieces[-1], Grid) and not first):
        flow.pieces.append(Par(REST, empty))
        return
    # What stands in a frame, as a letter's address does, is nowhere on the page to LibreOffice.
    flowing = (at for at, piece in enumerate(flow.pieces) if not (isinstance(piece, Par) and piece.frame))
    place = next(flowing, 0) if first else -1
    piece = flow.pieces[place]
    if isinstance(piece, Par):
        content = empty + piece.content if first else piece.content + empty
        flow.pieces[place] = piece._replace(content=content)
    else:
        # The first paragraph of a table is that of its first cell.
        flow.pieces[place] = replace(piece, xml=piece.xml.replace("</w:pPr>", f"</w:pPr>{empty}", 1))
