# SPDX-License-Identifier: MPL-2.0
"""Numbered documents to one Word file."""

from __future__ import annotations

from evidencepack.render.number import Numbered
from evidencepack.render.properties import Properties
from evidencepack.render.questions import Asked, unasked
from evidencepack.render.typeset.page import Pages
from evidencepack.render.word.body import body
from evidencepack.render.word.controls import Controls
from evidencepack.render.word.dressing import Template
from evidencepack.render.word.manifest import manifest
from evidencepack.render.word.parts import Parts
from evidencepack.render.word.writing import Writing


def write_word(
    numbered: Numbered,
    pages: Pages | None,
    properties: Properties,
    template: Template,
    *,
    stamp: bool,
    asked: Asked = unasked,
) -> bytes:
    """Return the bytes of a .docx; the same arguments give the same bytes.

    Args:
        numbered: the documents, after the numbering pass.
        pages: the typeset pages, from which contents and references take their page numbers; a dash without them.
        properties: what the file says about itself, and its pictures.
        template: the empty document in the clothes of a theme.
        stamp: a pack, whose pages carry its page number in a box, and which "Page 2 of 6" counts through.
        asked: finds the question of an answer, which names its control and makes it one of dates, a list, or words.

    Raises:
        UnwritableTextError: if a Word file cannot hold a character of the text.
        MissingPictureError: if the bytes of a figure's picture are not among the properties.
    """
    parts = Parts(template.base)
    writing = Writing(numbered, pages, properties, parts, Controls(asked), template.theme, template.fonts)
    if template.strips is not None:
        writing.strips, writing.spacing = template.strips, template.spacing
    for content in body(writing, stamp=stamp):
        parts.write(content)
    if pages is not None and pages.duplex:
        parts.mirror_margins()
    shown = writing.controls.shown
    del writing  # in a large pack, what is known of its answers is as large as the manifest
    parts.add_manifest(manifest(shown, numbered.documents, properties))
    parts.describe(properties)
    return parts.finish()
