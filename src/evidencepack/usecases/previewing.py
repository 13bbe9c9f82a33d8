# SPDX-License-Identifier: MPL-2.0
"""Preview: one document as it will be printed, made of the facts in hand. No workspace, no clock."""

from __future__ import annotations

from dataclasses import dataclass

from evidencepack.compose.document import compose
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.library.model import Library
from evidencepack.pack.build import document_part
from evidencepack.pack.fingerprint import content_hash, with_fingerprint
from evidencepack.pack.plan import Appendix, Plan
from evidencepack.pack.press import Format, Press
from evidencepack.usecases.clock import as_of


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of a document as a PDF file."""

    pdf: bytes
    pages: int


def preview_document(facts: Facts, record: str, *, library: Library, press: Press) -> Preview:
    """Return the pages of one document, as the pack would show them.

    Raises:
        MissingGlyphError: if no font has a character; the message says which and where.
    """
    found = facts.records[record]
    kind = library[found.kind]
    document = with_fingerprint(compose(kind, found, facts=facts, library=library, audience=Audience.PACK))
    appendix = Appendix(found, kind, "", document, content_hash(document))
    plan = Plan(facts.records[facts.tender], as_of(facts), facts, library, (appendix,))
    (file,) = document_part(plan, appendix, (Format.PDF,)).print_on(press)
    return Preview(file.data, file.pages)
