# SPDX-License-Identifier: MPL-2.0
"""Short forms in a pack: the same paper under the same code, with fewer sides; alone it is whole."""

from __future__ import annotations

from tests.pack.conftest import AS_OF, Answering

from evidencepack.bootstrap import Program
from evidencepack.library.model import PackForm
from evidencepack.pack.build import appendix_parts, pack_part
from evidencepack.pack.front import pack_hash
from evidencepack.pack.plan import Appendix, Plan, plan_pack
from evidencepack.pack.press import Format


def agreement(plan: Plan) -> Appendix:
    return next(appendix for appendix in plan.appendices if appendix.kind.id == "dsa")


def test_the_short_form_has_the_code_of_the_full_paper(plan: Plan) -> None:
    found = agreement(plan)
    assert found.short is not None
    assert found.lettered.running.fingerprint == found.document.running.fingerprint == found.content_hash[:12]
    assert found.lettered.running.version == "version 1.0, short form"
    assert found.packed_hash != found.content_hash


def test_a_record_can_ask_for_the_full_paper(program: Program, answering: Answering) -> None:
    found = agreement(plan_pack(answering("TBN-DSA-01", pack_form="full"), program.library, as_of=AS_OF))
    assert found.short is None
    assert found.packed == found.document
    assert found.packed_hash == found.content_hash


def test_a_pack_with_another_form_has_another_code(program: Program, answering: Answering, few: Plan) -> None:
    other = plan_pack(answering("TBN-DSA-01", pack_form="full"), program.library, as_of=AS_OF)
    assert agreement(other).content_hash == agreement(few).content_hash
    assert pack_hash(other) != pack_hash(few)


def test_a_document_outside_the_pack_has_no_short_form(program: Program, answering: Answering) -> None:
    apart = plan_pack(answering("TBN-DSA-01", in_pack=False), program.library, as_of=AS_OF).apart
    assert [one.short for one in apart if one.kind.id == "dsa"] == [None]


def test_alone_it_is_whole_and_the_manifest_says_which_form_stands_where(program: Program, plan: Plan) -> None:
    (packed,) = pack_part(plan, (Format.PDF,), pages=0).print_on(program.press)
    (alone,) = next(part for part in appendix_parts(plan, (Format.PDF,)) if part.name.endswith("TBN-DSA-01")).print_on(
        program.press
    )
    (short,) = (one for one in packed.documents if one.reference == "TBN-DSA-01")
    (full,) = alone.documents
    assert (short.form, full.form) == (PackForm.SHORT, PackForm.FULL)
    assert short.content_hash == full.content_hash
    assert (short.title, full.title) == ("Data sharing agreement, short form", "Data sharing agreement")
    assert short.last_page - short.first_page + 1 < full.last_page
