# SPDX-License-Identifier: MPL-2.0
"""Of which records the appendices of a pack print something."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Value
from evidencepack.blocks.walk import inlines_in
from evidencepack.compose.evidence import parts_of
from evidencepack.pack.plan import Plan


def shown_in(plan: Plan) -> frozenset[str]:
    """Return the ids of the records of which the appendices of a pack print something, and of the appendices."""
    said = {record for appendix in plan.appendices for _, record in said_in(appendix.lettered)}
    return frozenset({*said, *(appendix.record.id for appendix in plan.appendices)})


def said_in(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the anchor of a part and the id of a record, for each answer of it that the part prints."""
    for anchor, blocks in parts_of(document):
        for inline in (one for block in blocks for one in inlines_in(block)):
            if isinstance(inline, Value) and not inline.missing:
                yield from ((anchor, record) for record in {path.partition("/")[0] for path in inline.paths if path})
