# SPDX-License-Identifier: MPL-2.0
"""What a structure element says beside its role and its words (ISO 32000-1 14.7.2, 14.8.5)."""

from __future__ import annotations

from typing import NamedTuple


class Attributes(NamedTuple):
    """What an element says beside its role and its words; most say nothing.

    ``href`` is an address, or "#" and an anchor; ``target`` says in words where such a link leads ("clause 3.1",
    without the page). ``list_numbering`` is the List attribute ListNumbering. ``headers`` are ids of header cells.
    ``title`` names a Part. ``expansion`` is what is heard for the abbreviation or sign in it (ISO 32000-1 14.9.5),
    ``actual`` what is read in place of its words (14.9.4).
    """

    scope: str = ""
    column_span: int = 1
    alt: str = ""
    href: str = ""
    language: str = ""
    list_numbering: str = ""
    summary: str = ""
    id: str = ""
    headers: tuple[str, ...] = ()
    title: str = ""
    target: str = ""
    expansion: str = ""
    row_span: int = 1
    actual: str = ""


PLAIN = Attributes()
