# SPDX-License-Identifier: MPL-2.0
"""The pages before the appendices: cover, contents, evidence matrix, and the coverage grid where it is wanted."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from evidencepack.blocks.document import Document
from evidencepack.compose.contents import contents
from evidencepack.compose.cover import cover
from evidencepack.compose.drafts import front_as_draft
from evidencepack.compose.examples import examples_in
from evidencepack.compose.formats import short_date
from evidencepack.compose.gathering import Appended, front_of
from evidencepack.compose.matrix import matrix
from evidencepack.compose.sheets.coverage import coverage_page
from evidencepack.pack.fingerprint import PRINTED
from evidencepack.pack.grids import buyers_grid
from evidencepack.pack.look import template_of
from evidencepack.pack.plan import HEADS, Appendix, Plan

_DATE, _GRID = "version_date", "coverage_grid"


def front_matter(plan: Plan, *, pages: int, sides: int = 0) -> tuple[Document, ...]:
    """Return cover, contents and evidence matrix, and the coverage grid where the tender says so.

    ``pages`` is the number of pages of the whole pack, ``sides`` that of its appendices (0: not known yet).
    """
    listed = [_listed(appendix) for appendix in plan.appendices]
    front = front_of(plan.facts, plan.library, listed, reference=plan.reference, version=plan.printed_version)
    reader = HEADS.get(plan.audience, "")
    running = replace(front.running, fingerprint=pack_hash(plan)[:PRINTED], left=reader or front.running.left)
    asked = buyers_grid(plan) if plan.tender.answers.get(_GRID) is True else ()
    apart = template_of(plan.facts) is not None
    issued = plan.is_versioned and not any(one.packed.running.draft for one in plan.appendices)
    known = replace(front, pages=pages, sides=sides, running=running, reader=reader, grid=bool(asked), apart=apart)
    known = replace(known, issued=issued)
    grid = tuple(coverage_page(part, running) for part in asked)
    pages_before = (cover(known), contents(known), matrix(known), *grid)
    missing = frozenset(path for one in plan.appendices for path in one.missing)
    return front_as_draft(pages_before, [one.packed for one in plan.appendices], examples_in(plan.facts), missing)


def pack_hash(plan: Plan) -> str:
    """Return the SHA-256 of the hashes of what is printed of every appendix, in order: the fingerprint of the pack."""
    hashes = "".join(appendix.packed_hash for appendix in plan.appendices)
    return hashlib.sha256(hashes.encode("ascii")).hexdigest()


def _listed(appendix: Appendix) -> Appended:
    """Return an appendix with its version and the date its own record gives to it."""
    version, dated = appendix.version, appendix.record.answers.get(_DATE)
    on = f", {short_date(dated)}" if isinstance(dated, date) else ""
    return Appended(appendix.record, appendix.lettered, f"v{version}{on}" if version else "")
