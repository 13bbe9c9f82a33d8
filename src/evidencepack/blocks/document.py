# SPDX-License-Identifier: MPL-2.0
"""A document: sections of blocks, and what its header and footer say."""

from __future__ import annotations

from evidencepack.blocks.blocks import Block
from evidencepack.blocks.parts import Part, part


@part
class Section(Part):
    """Pages of one orientation. ``foot`` blocks of a cover stand at the foot of its page.

    A cover and a letter have no header: a letter begins with the head of whoever writes it.
    """

    blocks: tuple[Block, ...]
    landscape: bool = False
    cover: bool = False
    foot: tuple[Block, ...] = ()
    letter: bool = False


@part
class Running(Part):
    """Words of header and footer. Left and right head; reference, version line and fingerprint at the foot.

    ``fingerprint`` is the first 12 hex digits of the SHA-256 of the composed content (empty while it is being made).
    ``draft`` says what keeps the document from being finished ("Draft: 3 missing"); empty if nothing does.
    """

    left: str
    right: str
    reference: str
    version: str
    fingerprint: str = ""
    draft: str = ""


@part
class Document(Part):
    """One document of a pack. ``anchor`` is its place for links; ``letter`` its appendix letter, empty for none.

    ``title`` is what contents, bookmarks and document properties call it. ``language`` is a BCP 47 tag.
    """

    anchor: str
    title: str
    running: Running
    sections: tuple[Section, ...]
    letter: str = ""
    language: str = "en-GB"
