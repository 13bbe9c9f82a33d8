# SPDX-License-Identifier: MPL-2.0
"""Tab sheets: one to put before each part of a printed pack, with its letter. They are no pages of the pack."""

from __future__ import annotations

from evidencepack.blocks.blocks import Gap, Paragraph, Style
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Text

_DOWN = 40.0
"""Millimetres from the top of the text to the letter, as on the sheets before files from outside."""


def tab_sheet(anchor: str, letter: str, title: str, running: Running) -> Document:
    """Return the tab sheet of a part; ``running`` has the words of its head and foot."""
    blocks = (
        Gap(_DOWN),
        Paragraph((Text("Appendix"),), Style.OPENER),
        Paragraph((Text(letter),), Style.COVER_TITLE),
        Paragraph((Text(title),), Style.LEAD),
    )
    return Document(anchor, title, running, (Section(blocks),))
