# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.guard import pictures
from tests.guard.word_templates import house

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Attachment, Reference
from evidencepack.exchange.brand.taking import take_brand
from evidencepack.usecases.pictures import UnfitLogoError, UnfitTemplateError, pictures_of

LOGO = Attachment("0" * 64, "logo.png")


def with_logo(facts: Facts) -> Facts:
    lead = facts.records[facts.tender].answers["lead_provider"]
    assert isinstance(lead, Reference)
    found = facts.records[lead.record]
    shown = replace(found, answers={**found.answers, "logo": LOGO})
    return replace(facts, records={**facts.records, shown.id: shown})


def reading(data: bytes) -> Callable[[str], bytes]:
    def read(sha256: str) -> bytes:
        assert sha256 == LOGO.sha256
        return data

    return read


def test_a_picture_is_drawn_anew_though_it_comes_from_a_workspace(sample_facts: Facts) -> None:
    kept = pictures.with_text(pictures.saved(pictures.drawing(size=(3000, 1000)), "PNG"))
    shown = pictures_of(with_logo(sample_facts), reading(kept))[LOGO.sha256]
    assert pictures.PLACE.encode() not in shown
    assert len(shown) < len(kept)


def test_a_logo_that_is_none_is_named(sample_facts: Facts) -> None:
    with pytest.raises(UnfitLogoError, match=r"The logo “logo\.png” cannot be printed\. This is a PDF, not a picture"):
        pictures_of(with_logo(sample_facts), reading(b"%PDF-1.7"))


def with_template(facts: Facts) -> Facts:
    lead = facts.records[facts.tender].answers["lead_provider"]
    assert isinstance(lead, Reference)
    found = facts.records[lead.record]
    shown = replace(found, answers={**found.answers, "word_template": replace(LOGO, name="letter.docx")})
    return replace(facts, records={**facts.records, shown.id: shown})


def test_a_template_is_taken_anew_though_it_comes_from_a_workspace(sample_facts: Facts) -> None:
    shown = pictures_of(with_template(sample_facts), reading(house()))[LOGO.sha256]
    assert shown == take_brand(house())[0]


def test_a_template_that_is_none_is_named(sample_facts: Facts) -> None:
    with pytest.raises(UnfitTemplateError, match=r"The Word template “letter\.docx” cannot be used\. This is a PDF"):
        pictures_of(with_template(sample_facts), reading(b"%PDF-1.7"))


def test_a_tender_without_a_logo_has_no_pictures(sample_facts: Facts) -> None:
    assert pictures_of(sample_facts, reading(b"")) == {}
