# SPDX-License-Identifier: MPL-2.0
"""A pack as it goes through a printer: a tab sheet before each part, and an empty back where both sides are used."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pikepdf

from evidencepack.blocks.document import Document
from evidencepack.compose.sheets.tab import tab_sheet
from evidencepack.pack.front import front_matter
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Format, Press

_ACROSS, _ALONG, _ABOVE, _PLACES = 34.0, 34.0, 60.0, 18
"""The mark at the edge of a tab sheet in points: how wide and high, how far down it begins, and in how many places."""


def with_tabs(file: BuiltFile, plan: Plan, press: Press, *, duplex: bool) -> BuiltFile:
    """Return a pack or a bundle with a tab sheet before each of its parts, for paper only: nothing is counted anew.

    ``press``: one that begins parts on any page. ``duplex``: the back of each tab sheet stays empty, so that what
    began on a right-hand page still does.
    """
    running = replace(front_matter(plan, pages=file.pages)[0].running, fingerprint="", draft="")
    sheets = [tab_sheet(f"tab-{one.letter}", one.letter, one.title, running) for one in file.documents]
    starts = {one.first_page: number for number, one in enumerate(file.documents)}
    data = _joined(file.data, _printed(sheets, plan, press), starts, duplex=duplex)
    more = len(starts) * (2 if duplex else 1)
    return replace(file, data=data, pages=file.pages + more)


def _printed(sheets: Sequence[Document], plan: Plan, press: Press) -> bytes:
    numbered, pages = press.lay_out(tuple(sheets), stamp=False)
    return press.print_file(numbered, pages, plan.properties, form=Format.PDF, stamp=False)


def _joined(data: bytes, tabs: bytes, starts: Mapping[int, int], *, duplex: bool) -> bytes:
    """Return pages with tab sheets: ``starts`` says which one stands before which page, counted from 1."""
    into = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pack, pikepdf.open(io.BytesIO(tabs)) as sheets, pikepdf.new() as made:
        for number, page in enumerate(pack.pages, 1):
            if number in starts:
                tab = sheets.pages[starts[number]]
                _, _, wide, high = (float(one) for one in tab.mediabox)
                tab.contents_add(_thumb(starts[number], wide, high))
                made.pages.append(tab)
                if duplex:
                    made.add_blank_page(page_size=(wide, high))
            made.pages.append(page)
        made.save(into, deterministic_id=True)
    return into.getvalue()


def _thumb(number: int, wide: float, high: float) -> bytes:
    """Return the mark at the right edge, lower from sheet to sheet: it shows at the side of the stack."""
    bottom = high - _ABOVE - (number % _PLACES + 1) * _ALONG
    return f"/Artifact BMC q 0.35 g {wide - _ACROSS:.2f} {bottom:.2f} {_ACROSS:.2f} {_ALONG:.2f} re f Q EMC".encode()
