# SPDX-License-Identifier: MPL-2.0
"""One paper with its signed pages behind it, as a file of its own: what a place on the portal takes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from evidencepack.pack.binding import carrying
from evidencepack.pack.build import document_part
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import Appendix, Plan
from evidencepack.pack.press import Format, Press
from evidencepack.pack.signed import Under, in_bundle, with_signatures
from evidencepack.pack.signed_sheets import Sheets, below_papers, signed_documents, signed_guests, signed_versions


@dataclass(frozen=True, slots=True)
class SignedAlone:
    """A paper of a plan, and the signed pages that stand behind it.

    As the bundle, it claims neither PDF/UA nor PDF/A: scans stand in it. The paper alone is made beside it, and does.
    """

    plan: Plan
    paper: Appendix
    sheets: Sheets

    def print_on(self, press: Press) -> BuiltFile:
        """Lay paper and signed pages out as one file, and print it."""
        one, plan = self.paper, self.plan
        part = document_part(plan, one, (Format.PDF,))
        said = with_signatures(
            one.document,
            Under(plan.signed[one.record.id], one.content_hash),
            in_bundle(plan),
            replaced=plan.boxes_replaced,
        )
        guests = dict(signed_guests(replace(one, letter=""), plan, self.sheets))
        _, laid = press.lay_out((said, *signed_documents(one, plan, said.running)), stamp=False, guests=guests)
        laid = replace(laid, outline=tuple(below_papers(laid, plan)))
        carry = carrying(laid, {name: sheet.data for name, sheet in self.sheets.items()})
        data = press.print_bundle(laid, replace(part.properties, claims=False, fillable=False), carry)
        span = next(span for span in laid.documents if span.anchor == said.anchor)
        versions = (one.version_on(span.first + 1, span.first + span.count), *signed_versions(one, plan, laid))
        return BuiltFile(f"{part.name}.{Format.PDF.value}", data, len(laid.pages), versions)


def papers_signed(plan: Plan, sheets: Sheets) -> tuple[SignedAlone, ...]:
    """Return the papers of a plan of which there are signed pages."""
    papers = (one for one in plan.documents if sheets and plan.signed_pages(one.record.id))
    return tuple(SignedAlone(plan, one, sheets) for one in papers)
