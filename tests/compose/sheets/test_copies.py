# SPDX-License-Identifier: MPL-2.0
"""Whose copy of a paper it is, who signs it there, and in which boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.compose.conftest import rows
from tests.compose.sheets.signed_copy import INITIALS, KIND, KINDS_SIGNED, READERS, line

from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Scope
from evidencepack.compose.sheets.copies import asked_of, boxes_of, has_unnamed, parties_asked
from evidencepack.domain.trade import SignatureStage
from evidencepack.domain.values import Reference
from evidencepack.library.model import Kind, Letter, Library, SignatureLine
from evidencepack.library.templates import parse_template

Scoped = Callable[..., Scope]


@pytest.fixture
def library() -> Library:
    return KINDS_SIGNED


def with_lines(*lines: SignatureLine) -> Kind:
    return replace(KIND, signatures=lines)


def boxes(scope: Scope, organisation: str) -> list[tuple[SignatureLine, list[str]]]:
    return [(line, [plain(one.signatory.name) for one in people]) for line, people in boxes_of(scope, organisation)]


def test_each_organisation_is_asked_once_in_the_order_of_the_page(scope: Scoped) -> None:
    assert [one.id for one in parties_asked(scope(kind=KIND, readers=READERS))] == ["fb", "mt"]
    assert [one.id for one in parties_asked(scope(kind=with_lines(INITIALS), readers=READERS))] == ["mt"]
    assert parties_asked(scope(kind=with_lines())) == ()


def test_a_signatory_or_an_organisation_that_nobody_named_is_told(scope: Scoped) -> None:
    assert not has_unnamed(scope(kind=KIND, readers=READERS))
    nobody, gone = rows("p", {"organisation": Reference("lbt")}), rows("p", {"organisation": Reference("gone")})
    assert has_unnamed(scope(kind=KIND, parties=nobody))
    assert has_unnamed(scope(kind=KIND, parties=gone))


def test_those_who_sign_and_those_who_initial_are_asked_each_by_the_line_that_asks(scope: Scoped) -> None:
    found = [(line, plain(one.signatory.name)) for line, one in asked_of(scope(kind=KIND, readers=READERS), "mt")]
    assert found == [
        (KIND.signatures[0], "Rabeya Sultana (রাবেয়া সুলতানা)"),
        (INITIALS, "Nasrin Akhtar"),
        (INITIALS, "Rabeya Sultana (রাবেয়া সুলতানা)"),
    ]


def test_initials_have_no_box(scope: Scoped) -> None:
    found = scope(kind=KIND, readers=READERS)
    assert boxes(found, "mt") == [(line(), ["Rabeya Sultana (রাবেয়া সুলতানা)"])]
    assert boxes(found, "lbt") == []


def test_people_whom_one_line_names_stand_together(scope: Scoped) -> None:
    reviewers = line("reviews", SignatureStage.ON_AWARD)
    reviews = rows("v", {"contact": Reference("olu")}, {"contact": Reference("sian")}, {"contact": Reference("nasrin")})
    found = boxes(scope(kind=with_lines(line(), reviewers), reviews=reviews), "fb")
    assert found == [(line(), ["Olúmídé Adébáyọ̀"]), (reviewers, ["Olúmídé Adébáyọ̀", "Siân Llŷr-Evans"])]


def test_a_letter_is_signed_where_it_ends_and_has_no_box(scope: Scoped) -> None:
    assert boxes(scope(kind=replace(KIND, letter=Letter(*[parse_template("Yours")] * 6)), readers=READERS), "mt") == []
