# SPDX-License-Identifier: MPL-2.0
"""The four-part fit of a partner, as the coverage grid shows it: service, place, evidence, governance."""

from __future__ import annotations

from enum import StrEnum

from evidencepack.review.named_records import named_in
from evidencepack.review.partners import Partner
from evidencepack.review.reading import Reading
from evidencepack.review.standing import Counts, Place, Standing
from evidencepack.review.telling import words_in


class Fit(StrEnum):
    """The four parts of the fit test, by the fields of a partnership that answer them."""

    SERVICE = "service_fit"
    PLACE = "local_fit"
    EVIDENCE = "evidence_fit"
    GOVERNANCE = "governance_fit"


_PASS, _FAIL = "pass", "fail"
_LINKS = "evidence_links"


def fit_of(reading: Reading, partner: Partner, fit: Fit) -> Place:
    """Return how one part of the fit stands: met with a reason, thin without one or to be mended, else missing."""
    judged, reason = partner.fit.answers.get(fit.value), words_in(partner.fit, f"{fit.value}_reason")
    if judged is None:
        return Place(Standing.MISSING, (), "nobody has judged it")
    if judged == _FAIL:
        return Place(Standing.MISSING, (), "it was judged a fail")
    counts = (Counts(f"{partner.fit.id}/{fit.value}_reason", reason),) if reason else ()
    if judged != _PASS:
        return Place(Standing.THIN, counts, "what is to be mended first")
    if not reason:
        return Place(Standing.THIN, (), "why it was passed")
    return _with_links(reading, partner, counts) if fit is Fit.EVIDENCE else Place(Standing.MET, counts)


def _with_links(reading: Reading, partner: Partner, counts: tuple[Counts, ...]) -> Place:
    """Return the place of the evidence, which has to name papers or measures that are there."""
    named = named_in(reading, words_in(partner.fit, _LINKS))
    if not named:
        return Place(Standing.THIN, counts, "the paper or measure that shows it")
    return Place(Standing.MET, (*counts, *(Counts(one.id, reading.called(one)) for one in named)))
