# SPDX-License-Identifier: MPL-2.0
"""Which clauses of a document are not the template's, for those who sign it off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from tests.compose.conftest import KINDS, MOU, clause, field, rows, table

from evidencepack.compose.modified import ModifiedClause, modified_clauses
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Advice
from evidencepack.domain.values import Answer
from evidencepack.library.model import Clause, Library


def worded(key: str, words: str, **more: object) -> Clause:
    """Return a clause that knows its words."""
    return replace(clause(key, words, **more), words=words)  # type: ignore[arg-type]


KIND = replace(
    MOU,
    fields={**MOU.fields, "own_clauses": table("own_clauses", field("heading"), field("words"))},
    clauses=(
        worded("status", "Nothing binds.", advice=(Advice.LEGAL,)),
        worded("data", "No data.", advice=(Advice.INFORMATION_GOVERNANCE,), when=("personal_data = no",)),
        worded("plain", "We are kind."),
        replace(worded("own", "{{ row.words }}", advice=(Advice.LEGAL,)), each="own_clauses"),
    ),
)
Listed = Callable[..., tuple[ModifiedClause, ...]]


@pytest.fixture
def listed(facts: Facts) -> Listed:
    """List the clauses of the memorandum that are not the template's."""

    def make(*wordings: dict[str, Answer], own: tuple[dict[str, str], ...] = ()) -> tuple[ModifiedClause, ...]:
        paper = replace(facts.records["m1"], answers={**facts.records["m1"].answers, "own_clauses": rows("o", *own)})
        said = {f"w{at}": Record(f"w{at}", "house_wording", f"w{at}", "", one) for at, one in enumerate(wordings)}
        told = replace(facts, records={**facts.records, **said, "m1": paper})
        return modified_clauses(paper, told, Library({one.id: one for one in (*KINDS, KIND)}))

    return make


def said(part: str, **more: Answer) -> dict[str, Answer]:
    """Return house wording of a clause."""
    return {"of_kind": "mou", "part": part, "heading": part.title(), "text": "Ours.", **more}


def test_nothing_is_listed_of_a_document_as_the_template_has_it(listed: Listed) -> None:
    assert listed() == ()


def test_a_clause_that_needs_advice_and_was_changed_is_listed_with_what_is_known_of_the_advice(listed: Listed) -> None:
    day = date(2027, 1, 12)
    [found] = listed(said("status", reason="Asked.", adviser="Ngozi Adeyemi", advised_on=day))
    assert (found.anchor, plain(found.heading), found.advice) == ("m1/status", "Status", (Advice.LEGAL,))
    assert (found.own, found.reason, found.adviser, found.advised_on) == (False, "Asked.", "Ngozi Adeyemi", day)


def test_a_clause_that_needs_no_advice_is_left_out_or_cannot_be_used_is_not_listed(listed: Listed) -> None:
    assert listed(said("plain"), said("data"), said("status", text="{{ mou.gone }}")) == ()


def test_a_clause_of_the_documents_own_is_listed_as_such(listed: Listed) -> None:
    [found] = listed(own=({"heading": "Dogs", "words": "They stay in."},))
    assert (found.anchor, plain(found.heading), found.own) == ("m1/own/o1", "Dogs", True)
