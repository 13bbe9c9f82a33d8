# SPDX-License-Identifier: MPL-2.0
"""The pages before the appendices: cover, contents, evidence matrix, and the coverage grid where it is wanted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Text
from evidencepack.compose.contents import contents
from evidencepack.compose.cover import cover
from evidencepack.compose.drafts import front_as_draft
from evidencepack.compose.examples import examples_in
from evidencepack.compose.formats import short_date
from evidencepack.compose.front import CHANGES, Between
from evidencepack.compose.gathering import Appended, front_of
from evidencepack.compose.joining import and_list
from evidencepack.compose.matrix import matrix
from evidencepack.compose.sheets.coverage import coverage_page
from evidencepack.compose.sheets.divider import described_title
from evidencepack.domain.handed_in import HandedIn
from evidencepack.pack.annexes import Annex, SectionBreak, VolumeBreak
from evidencepack.pack.fingerprint import PRINTED
from evidencepack.pack.grids import buyers_grid
from evidencepack.pack.late import rank, withdrawn_of
from evidencepack.pack.look import template_of
from evidencepack.pack.plan import HEADS, Appendix, Plan
from evidencepack.pack.slip import slip_title, told_of

_DATE, _GRID = "version_date", "coverage_grid"


def front_matter(plan: Plan, *, pages: int, sides: int = 0, bundled: bool = False) -> tuple[Document, ...]:
    """Return cover, contents and evidence matrix, and the coverage grid where the tender says so.

    ``pages`` is the number of pages of the whole pack, ``sides`` that of its appendices (0: not known yet).
    ``bundled``: the contents list annexes and sections, too; without, they say where those are.
    """
    listed = [_listed(appendix) for appendix in plan.appendices]
    front = front_of(plan.facts, plan.library, listed, reference=plan.reference, version=plan.printed_version)
    reader = HEADS.get(plan.audience, "")
    running = replace(front.running, fingerprint=pack_hash(plan)[:PRINTED], left=reader or front.running.left)
    asked = buyers_grid(plan) if plan.tender.answers.get(_GRID) is True else ()
    apart = template_of(plan.facts) is not None
    issued = plan.is_versioned and not any(one.packed.running.draft for one in plan.appendices)
    known = replace(front, pages=pages, sides=sides, running=running, reader=reader, grid=bool(asked), apart=apart)
    late = told_of(plan)
    between = tuple(_between(plan, with_others=bundled, slipped=late is not None))
    elsewhere = "" if bundled else " ".join(_elsewhere(plan))
    volumes = sum(isinstance(one, VolumeBreak) for one in plan.order)
    if volumes:
        # The same parts as one file have other page numbers, and may lie beside it for the portal.
        running = replace(running, version=f"{plan.version}, {volumes} volumes")
    known = replace(
        known,
        running=running,
        issued=issued,
        between=between,
        elsewhere=elsewhere,
        changes=slip_title(late) if late else "",
        volumes=volumes,
    )
    grid = tuple(coverage_page(part, running) for part in asked)
    pages_before = (cover(known), contents(known), matrix(known), *grid)
    missing = frozenset(path for one in plan.appendices for path in one.missing)
    return front_as_draft(pages_before, [one.packed for one in plan.appendices], examples_in(plan.facts), missing)


def pack_hash(plan: Plan) -> str:
    """Return the SHA-256 of the hashes of what is printed of every appendix, in order: the fingerprint of the pack."""
    hashes = "".join(appendix.packed_hash for appendix in plan.appendices)
    return hashlib.sha256(hashes.encode("ascii")).hexdigest()


def _between(plan: Plan, *, with_others: bool, slipped: bool) -> Iterator[Between]:
    """Yield what stands between our documents, each with how many of them stand before it.

    That are the annexes and sections of a bundle (``with_others``), and the lines of what was withdrawn, which lead to
    the change slip.
    """
    before, gone = 0, [*withdrawn_of(plan)] if slipped else []
    for one in plan.listed:
        while gone and one.letter and rank(gone[0].letter) < rank(one.letter):
            yield _gone(gone.pop(0), before)
        match one:
            case Appendix():
                before += 1
            case _ if not with_others:
                continue
            case Annex():
                title, dated = described_title(one.record.id, one.title), short_date(one.dated) if one.dated else ""
                yield Between(before, one.record.id, one.letter, title, dated)
            case SectionBreak():
                title = described_title(one.record.id, one.title)
                yield Between(before, one.record.id, one.letter, title, section=True)
    yield from (_gone(one, before) for one in gone)


def _gone(one: HandedIn, before: int) -> Between:
    return Between(before, CHANGES, one.letter, (Text(one.title),), "withdrawn")


def _elsewhere(plan: Plan) -> Iterator[str]:
    """Yield where the files from outside are, and the signed copies of our own pages."""
    letters = [one.letter for one in plan.annexes]
    if letters:
        are, them = ("Appendix {} is a file", "it") if len(letters) == 1 else ("Appendices {} are files", "them")
        yield f"{are.format(and_list(letters))} from others: the bundle has {them}, with these pages, as one PDF."
    own = {one.record.id: one.letter for one in plan.appendices}
    for one in plan.annexes:
        if one.signed_copy_of in own:
            yield f"The signed copy of Appendix {own[one.signed_copy_of]} is Appendix {one.letter}."


def _listed(appendix: Appendix) -> Appended:
    """Return an appendix with its version and the date its own record gives to it."""
    version, dated = appendix.version, appendix.record.answers.get(_DATE)
    on = f", {short_date(dated)}" if isinstance(dated, date) else ""
    return Appended(appendix.record, appendix.lettered, f"v{version}{on}" if version else "")
