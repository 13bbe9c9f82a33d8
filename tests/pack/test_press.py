# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import gc

import pytest
from tests.guard.word_templates import looks, style, template

from evidencepack.bootstrap import Program
from evidencepack.exchange.brand.taking import take_brand
from evidencepack.pack.build import document_part
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Format


def test_one_layout_serves_both_formats(program: Program, plan: Plan) -> None:
    numbered, pages = program.press.lay_out([plan.appendices[3].document], stamp=False)
    beginnings = {
        form: program.press.print_file(numbered, pages, plan.properties, form=form, stamp=False)[:4] for form in Format
    }
    assert beginnings == {Format.PDF: b"%PDF", Format.DOCX: b"PK\x03\x04"}


def test_a_template_changes_word_files_and_no_pdf(program: Program, plan: Plan) -> None:
    large = template(style("Normal", "Normal", looks("Verdana", 14), default=True))
    wearing = program.press.wearing(take_brand(large)[0])
    part = document_part(plan, plan.appendices[4], tuple(Format))
    (pdf, word), (own_pdf, own_word) = part.print_on(wearing), part.print_on(program.press)
    assert pdf == own_pdf
    assert word.data != own_word.data
    assert word.pages > own_word.pages, "its pages are its own, with larger letters"
    assert (wearing.unlike, program.press.unlike) == ("Verdana", ""), "no font here has its letters"
    assert word.documents[0].last_page - word.documents[0].first_page + 1 == word.pages


@pytest.mark.parametrize("was_on", [True, False])
def test_the_cycle_collector_is_as_before(program: Program, plan: Plan, *, was_on: bool) -> None:
    (gc.enable if was_on else gc.disable)()
    try:
        program.press.lay_out([plan.appendices[3].document], stamp=False)
        assert gc.isenabled() is was_on
    finally:
        gc.enable()


@pytest.mark.parametrize("is_on", [True, False])
def test_what_is_frozen_stays_so(program: Program, plan: Plan, *, is_on: bool) -> None:
    gc.freeze()
    frozen = gc.get_freeze_count()
    (gc.enable if is_on else gc.disable)()
    try:
        program.press.lay_out([plan.appendices[3].document], stamp=False)
        assert gc.get_freeze_count() > frozen // 2
    finally:
        gc.enable()


def test_what_was_laid_out_counts_as_old_and_nothing_stays_frozen(program: Program, plan: Plan) -> None:
    frozen, was_on = gc.get_freeze_count(), gc.isenabled()
    gc.unfreeze()
    gc.enable()
    try:
        _, pages = program.press.lay_out([plan.appendices[3].document], stamp=False)
        assert gc.get_freeze_count() == 0
        assert any(one is pages for one in gc.get_objects(generation=2))
    finally:
        (gc.enable if was_on else gc.disable)()
        if frozen:
            gc.freeze()
