# SPDX-License-Identifier: MPL-2.0
"""PDF files that anyone may have sent: what a child makes of one is a new PDF of its pages, and nothing that acts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetSize:
    """A page as it is shown, turned and cropped, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class ForeignPage:
    """One page of a file from outside.

    ``has_text``: there are words on it that can be selected; a scan has none. ``turned``: by how many degrees,
    clockwise, most of its words stand as it is shown: 0, 90, 180 (upside down) or 270.
    """

    size: SheetSize
    has_text: bool
    turned: int = 0


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark that the file has of its own: ``page`` counts from 0, ``level`` from 0 without a gap."""

    title: str
    page: int
    level: int


@dataclass(frozen=True, slots=True)
class ForeignPdf:
    """The pages of a file from outside, safe to put into a pack.

    ``data`` is a new PDF: each page begins at the origin, is not turned by a flag, and has resources of its own. It has
    no action, script, form, attachment, bookmark or description. The same file always gives the same bytes.
    ``dropped`` says in words what was left behind. ``signed``: the file bears a digital signature, which holds only on
    the file as it came. ``repaired``: it was damaged, and is read as far as it could be.
    """

    data: bytes
    pages: tuple[ForeignPage, ...]
    outline: tuple[OutlineEntry, ...] = ()
    dropped: tuple[str, ...] = ()
    signed: bool = False
    repaired: bool = False
