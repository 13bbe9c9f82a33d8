# SPDX-License-Identifier: MPL-2.0
"""The coverage grid as pages print it: for the bid's own desk with the fit test, for a buyer without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from evidencepack.blocks.figures import Covered
from evidencepack.compose.sheets.coverage import Covering, GridPart
from evidencepack.compose.visibility import visible
from evidencepack.domain.trade import EvaluatorQuestion
from evidencepack.pack.plan import Plan
from evidencepack.pack.shown import shown_in
from evidencepack.review.coverage import Covered as CoveredPartner
from evidencepack.review.coverage import coverage, place
from evidencepack.review.four_fits import Fit
from evidencepack.review.partners import Partner, partners_of
from evidencepack.review.reading import Reading
from evidencepack.review.standing import Place

_QUESTIONS: Mapping[EvaluatorQuestion, str] = {one: one.value.capitalize() for one in EvaluatorQuestion}
_FITS: Mapping[Fit, str] = {
    Fit.SERVICE: "Service",
    Fit.PLACE: "Place",
    Fit.EVIDENCE: "Evidence",
    Fit.GOVERNANCE: "Governance",
}
_TITLE = "The five questions"


def grid_parts(reading: Reading) -> tuple[GridPart, ...]:
    """Return the five questions and the four-part fit of every partner, for the bid's own desk."""
    grid: Sequence[CoveredPartner] = coverage(reading)
    questions = tuple((row.partner.name, tuple(_covering(row.places[one]) for one in _QUESTIONS)) for row in grid)
    fits = tuple((row.partner.name, tuple(_covering(row.fits[one]) for one in _FITS)) for row in grid)
    asked, judged = tuple(_QUESTIONS.values()), tuple(_FITS.values())
    return (GridPart(_TITLE, asked, questions), GridPart("The four-part fit", judged, fits))


def buyers_grid(plan: Plan) -> tuple[GridPart, ...]:
    """Return the five questions of every partner as far as the pack shows what answers them; none without a partner.

    What the buyer may not see counts for nothing here, so that nothing gives it away.
    """
    shown = shown_in(plan)
    papers = tuple(one.record for one in plan.documents if one.record.id in shown)
    whole = Reading(plan.tender.id, papers, plan.facts, plan.library, plan.as_of)
    seen = visible(plan.facts, plan.library, plan.audience)
    open_papers = tuple(seen.records[one.id] for one in papers)
    reading = replace(whole, facts=seen, documents=open_papers)
    partners = [Partner(seen.records[one.organisation.id], seen.records[one.fit.id]) for one in partners_of(whole)]
    rows = tuple(
        (partner.name, tuple(_covering(place(reading, partner, one)) for one in _QUESTIONS)) for partner in partners
    )
    return (GridPart(_TITLE, tuple(_QUESTIONS.values()), rows),) if rows else ()


def _covering(place: Place) -> Covering:
    return Covering(Covered(place.standing.value), tuple(one.called for one in place.counts), place.wanting)
