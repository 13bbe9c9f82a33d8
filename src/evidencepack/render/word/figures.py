# SPDX-License-Identifier: MPL-2.0
"""Figures: one picture in the line of text, with the words that stand for it."""

from __future__ import annotations

from evidencepack.blocks.blocks import Figure
from evidencepack.render.theme import MM
from evidencepack.render.word.flow import Par
from evidencepack.render.word.markup import DRAWING, PICTURE, PLACING, emu, escaped
from evidencepack.render.word.paragraphs import caption
from evidencepack.render.word.writing import Chapter


def figure(chapter: Chapter, block: Figure) -> list[Par]:
    """Return a figure under its title.

    Raises:
        MissingPictureError: if the bytes of the picture were not given.
    """
    writing = chapter.writing
    before = [caption(chapter, block.label, block.title)] if block.label else []
    relation = writing.parts.picture(block.sha256, writing.properties.images)
    number = writing.drawings.next()
    width, height = emu(block.width * MM), emu(block.height * MM)
    size = f'cx="{width}" cy="{height}"'
    name = f"Picture {number}"
    drawing = (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{PLACING}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{escaped(block.alt)}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{DRAWING}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    return [*before, Par("EPFigure", drawing)]
