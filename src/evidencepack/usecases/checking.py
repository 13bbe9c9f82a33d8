# SPDX-License-Identifier: MPL-2.0
"""Check: what an evaluator, or the partner who should sign, would find missing, and what an export would refuse."""

from __future__ import annotations

from evidencepack.compose.drafts import missing_values
from evidencepack.compose.examples import examples_in, examples_shown
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.library.header import is_over
from evidencepack.library.model import Library
from evidencepack.pack.look import look_without_pictures
from evidencepack.pack.plan import plan_pack
from evidencepack.pack.press import Press
from evidencepack.review.reading import Reused
from evidencepack.review.required import Reading, review
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.unprintable import lay_out


def check_tender(
    facts: Facts, *, library: Library, press: Press, reused: tuple[Reused, ...] = ()
) -> tuple[Finding, ...]:
    """Return the findings of one tender, the worst first; documents that were withdrawn or replaced have none.

    ``reused`` is what there is to say of its copies (``reuse_findings``).
    """
    written = (record for record in facts.records.values() if library[record.kind].document)
    documents = tuple(record for record in written if not is_over(record))
    plan = plan_pack(facts, library, as_of=as_of(facts))
    missing = {appendix.record.id: missing_values(appendix.document) for appendix in plan.appendices}
    examples = examples_in(facts)
    shown = {appendix.record.id: examples_shown(appendix.document, examples) for appendix in plan.appendices}
    laid = lay_out(plan, press.looking(look_without_pictures(facts)))
    return review(
        Reading(
            facts.tender,
            documents,
            facts,
            library,
            plan.as_of,
            missing=missing,
            unprintable=laid.unprintable,
            examples=shown,
            reused=reused,
            sides=laid.sides,
        )
    )
