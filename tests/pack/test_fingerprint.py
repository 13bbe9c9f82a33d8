# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

from tests.pack.conftest import AS_OF, Answering

from evidencepack.bootstrap import Program
from evidencepack.pack.fingerprint import PRINTED, content_hash, with_fingerprint
from evidencepack.pack.plan import Plan, plan_pack


def test_the_footer_prints_the_beginning_of_the_hash(plan: Plan) -> None:
    for appendix in plan.appendices:
        assert len(appendix.content_hash) == 64
        assert appendix.document.running.fingerprint == appendix.content_hash[:PRINTED]


def test_the_hash_does_not_depend_on_the_place_in_a_pack(plan: Plan) -> None:
    document = plan.appendices[0].document
    assert content_hash(replace(document, letter="Q")) == content_hash(document)
    assert with_fingerprint(document) == document


def test_a_change_of_one_letter_changes_the_hash(program: Program, few: Plan, answering: Answering) -> None:
    changed = plan_pack(answering("TBN-MOU-01", area="elsewhere"), program.library, as_of=AS_OF)
    pairs = zip(few.appendices, changed.appendices, strict=True)
    other = [before.record.reference for before, after in pairs if before.content_hash != after.content_hash]
    # The register names the code of the memorandum.
    assert other == ["TBN-MOU-01", "TBN-SIG-01"]
