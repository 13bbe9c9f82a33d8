# SPDX-License-Identifier: MPL-2.0
"""Tab sheets as a file: one page to stand before each printed copy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from evidencepack.blocks.document import Running
from evidencepack.compose.sheets.tabs import Tab, tab_sheets
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentCopy, SentVersion
from evidencepack.pack.build import ENDING, Part
from evidencepack.pack.claims import confirm, print_with_claims
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.press import Format, Press
from evidencepack.paths.names import legal_name
from evidencepack.render.properties import Properties
from evidencepack.render.questions import unasked

_INTERNAL = "For whoever prints and posts. Nobody signs this sheet."


def tab_sheet_file(version: SentVersion, copies: Sequence[SentCopy], press: Press) -> BuiltFile:
    """Return a PDF with a sheet for each copy, in their order.

    Raises:
        MissingGlyphError: if no font has some characters of a name.
    """
    paper = f"{version.reference}, version {version.label}"
    running = Running(_INTERNAL, version.title, version.reference, f"version {version.label}")
    documents = tab_sheets([_tab(one, paper) for one in copies], running)
    title = f"Tab sheets: {paper}"
    about = Properties(
        title, version.by, version.reference, version.reference, version.label, date.fromisoformat(version.as_of)
    )
    name = legal_name(f"{version.reference}-v{version.label}-tab-sheets", room=ENDING)
    part = Part(name, documents, (), about, (Format.PDF,), stamp=False, asked=unasked)
    (file,) = confirm([print_with_claims(part, press)], press)
    return file


def _tab(copy: SentCopy, paper: str) -> Tab:
    days = [date.fromisoformat(one.due) for one in copy.signers if one.due]
    people = tuple(one.name for one in copy.signers)
    return Tab(copy.organisation, paper, printed(copy.code), len(copy.pages), people, min(days, default=None))
