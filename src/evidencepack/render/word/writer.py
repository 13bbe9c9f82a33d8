# SPDX-License-Identifier: MPL-2.0
"""Numbered documents to one Word file."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.render.number import Numbered
from evidencepack.render.properties import Properties
from evidencepack.render.typeset.page import Pages
from evidencepack.render.word.body import body
from evidencepack.render.word.controls import Controls
from evidencepack.render.word.dressing import Template
from evidencepack.render.word.manifest import manifest, store_properties
from evidencepack.render.word.parts import Parts
from evidencepack.render.word.writing import Writing


def write_word(
    numbered: Numbered,
    pages: Pages | None,
    properties: Properties,
    template: Template,
    *,
    stamp: bool,
    labels: Mapping[str, str] | None = None,
) -> bytes:
    """Return the bytes of a .docx; the same arguments give the same bytes.

    Args:
        numbered: the documents, after the numbering pass.
        pages: the typeset pages, from which contents and references take their page numbers; a dash without them.
        properties: what the file says about itself, and its pictures.
        template: the empty document in the clothes of a theme.
        stamp: a pack, whose pages carry its page number in a box, and which "Page 2 of 6" counts through.
        labels: what a content control is called, by the path of its answer; else the name of its field.

    Raises:
        UnwritableTextError: if a Word file cannot hold a character of the text.
        MissingPictureError: if the bytes of a figure's picture are not among the properties.
    """
    parts, controls = Parts(template.data), Controls(labels or {})
    content = body(Writing(numbered, pages, properties, parts, controls, template.theme, template.fonts), stamp=stamp)
    if pages is not None and pages.duplex:
        parts.mirror_margins()
    record = manifest(controls.shown, properties)
    parts.add_manifest(record, store_properties(record))
    parts.describe(properties)
    return parts.finish(content)
