# SPDX-License-Identifier: MPL-2.0
"""Figures: one picture in the line of text, with the words that stand for it."""

from __future__ import annotations

from evidencepack.blocks.blocks import Figure
from evidencepack.render.theme import MM
from evidencepack.render.word.drawing import Shown, inline_xml
from evidencepack.render.word.flow import Par
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
    drawing = inline_xml(Shown(block.width * MM, block.height * MM, relation, number, block.alt))
    return [*before, Par("EPFigure", drawing)]
