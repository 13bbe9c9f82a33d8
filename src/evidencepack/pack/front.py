# SPDX-License-Identifier: MPL-2.0
"""The pages before the appendices: cover, contents, evidence matrix."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from evidencepack.blocks.blocks import Signature
from evidencepack.blocks.document import Document
from evidencepack.compose.contents import contents
from evidencepack.compose.cover import cover
from evidencepack.compose.formats import short_date
from evidencepack.compose.gathering import Appended, front_of
from evidencepack.compose.matrix import matrix
from evidencepack.pack.fingerprint import PRINTED
from evidencepack.pack.plan import Appendix, Plan


def front_matter(plan: Plan, *, pages: int) -> tuple[Document, ...]:
    """Return cover, contents and evidence matrix; ``pages`` is the number of pages of the whole pack."""
    listed = [_listed(appendix, plan) for appendix in plan.appendices]
    front = front_of(plan.facts, plan.library, listed, reference=plan.reference, version=plan.version)
    running = replace(front.running, fingerprint=pack_hash(plan)[:PRINTED])
    known = replace(front, pages=pages, running=running)
    return (cover(known), contents(known), matrix(known))


def pack_hash(plan: Plan) -> str:
    """Return the SHA-256 of the content hashes of every appendix in order: the fingerprint of the pack."""
    hashes = "".join(appendix.content_hash for appendix in plan.appendices)
    return hashlib.sha256(hashes.encode("ascii")).hexdigest()


def _listed(appendix: Appendix, plan: Plan) -> Appended:
    version = appendix.version
    dated = f"v{version}, {short_date(plan.as_of)}" if version else ""
    count = _signatures(appendix.document)
    return Appended(appendix.record, appendix.lettered, dated, f"{count} to sign" if count else "–")


def _signatures(document: Document) -> int:
    """Return how many people sign the document."""
    blocks = (block for section in document.sections for block in section.blocks)
    return sum(len(block.signatories) for block in blocks if isinstance(block, Signature))
