# SPDX-License-Identifier: MPL-2.0
"""Signed pages as they stand in a bundle: behind their paper, each copy a part of its own, counted with the paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from evidencepack.blocks.document import Document, Running
from evidencepack.domain.signed_paper import SignedCopy
from evidencepack.guard.pdf_files import ForeignPdf
from evidencepack.pack.manifest import DocumentVersion
from evidencepack.pack.plan import Appendix, Plan
from evidencepack.pack.signed import Under, Where, in_short, signed_anchor, with_signatures
from evidencepack.render.typeset.guests import Guest, Guests
from evidencepack.render.typeset.page import Outline, Pages

Sheets: TypeAlias = Mapping[str, ForeignPdf]
"""Signed pages, each printed into a PDF by a child, by the SHA-256 of the picture that was kept."""


def said_under(one: Appendix, plan: Plan, where: Where) -> Document:
    """Return a paper as a bundle has it: with its letter, and what each signature under it is."""
    paper = plan.signed.get(one.record.id)
    if paper is None:
        return one.lettered
    under = Under(paper, one.content_hash)
    if one.short:
        return in_short(one.lettered, under, where)
    return with_signatures(one.lettered, under, where, replaced=plan.boxes_replaced)


def signed_documents(one: Appendix, plan: Plan, running: Running) -> Iterator[Document]:
    """Yield the part of each copy whose signed pages follow a paper; it has no page of its own."""
    for copy in plan.signed_pages(one.record.id):
        # Pages of one reference count as one paper: each copy counts its own.
        own = replace(running, reference=f"{one.record.reference} {copy.code}")
        yield Document(signed_anchor(one.record.id, copy.code), title_of(copy), own, ())


def signed_guests(one: Appendix, plan: Plan, sheets: Sheets) -> Iterator[tuple[str, Guests]]:
    """Yield the pages of each copy by the anchor of its part; contents count them with their paper."""
    copies = plan.signed_pages(one.record.id)
    if copies:
        yield one.document.anchor, Guests(through=signed_anchor(one.record.id, copies[-1].code))
    name = f"Appendix {one.letter}" if one.letter else one.record.reference
    for copy in copies:
        pages = tuple(_guest(sheet.sha256, sheets[sheet.sha256]) for sheet in copy.sheets)
        mark = "" if copy.content_hash == one.content_hash else "Of another version"
        yield signed_anchor(one.record.id, copy.code), Guests(pages, name, title_of(copy), mark=mark)


def signed_versions(one: Appendix, plan: Plan, laid: Pages) -> Iterator[DocumentVersion]:
    """Yield how a manifest lists the signed pages of a paper."""
    spans = {span.anchor: span for span in laid.documents}
    for copy in plan.signed_pages(one.record.id):
        span = spans[signed_anchor(one.record.id, copy.code)]
        first, last = span.first + 1, span.first + span.count
        said = one.record.reference, title_of(copy), copy.version, copy.content_hash, one.letter
        yield DocumentVersion(*said, first, last, signed=copy.code)


def below_papers(laid: Pages, plan: Plan) -> list[Outline]:
    """Return the bookmarks of a bundle, those of signed pages one level below their paper."""
    papers = (one.record.id for one in plan.appendices)
    anchors = (signed_anchor(paper, copy.code) for paper in papers for copy in plan.signed_pages(paper))
    starts = {laid.anchors[anchor].page for anchor in anchors if anchor in laid.anchors}
    return [one._replace(level=2) if one.level == 1 and one.place.page in starts else one for one in laid.outline]


def title_of(copy: SignedCopy) -> str:
    """Return what bookmarks, and the foot of each page, call the signed pages of a copy."""
    return f"Signed page for {copy.organisation}, version {copy.version}"


def _guest(sha256: str, sheet: ForeignPdf) -> Guest:
    (page,) = sheet.pages
    return Guest(sha256, 0, page.size.width, page.size.height, page.has_text)
