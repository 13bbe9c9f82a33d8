# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import gc

import pytest

from evidencepack.bootstrap import Program
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Format


def test_one_layout_serves_both_formats(program: Program, plan: Plan) -> None:
    numbered, pages = program.press.lay_out([plan.appendices[3].document], stamp=False)
    beginnings = {
        form: program.press.print_file(numbered, pages, plan.properties, form=form, stamp=False)[:4] for form in Format
    }
    assert beginnings == {Format.PDF: b"%PDF", Format.DOCX: b"PK\x03\x04"}


@pytest.mark.parametrize("was_on", [True, False])
def test_the_cycle_collector_is_as_before(program: Program, plan: Plan, *, was_on: bool) -> None:
    (gc.enable if was_on else gc.disable)()
    try:
        program.press.lay_out([plan.appendices[3].document], stamp=False)
        assert gc.isenabled() is was_on
    finally:
        gc.enable()


def test_what_is_frozen_stays_so_while_the_collector_is_paused(program: Program, plan: Plan) -> None:
    gc.disable()
    gc.freeze()
    frozen = gc.get_freeze_count()
    try:
        program.press.lay_out([plan.appendices[3].document], stamp=False)
        assert gc.get_freeze_count() > frozen // 2
    finally:
        gc.unfreeze()
        gc.enable()
