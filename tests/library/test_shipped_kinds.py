# SPDX-License-Identifier: MPL-2.0
"""The kinds that ship, each looked at as a reader would."""

from __future__ import annotations

from collections import Counter

from tests.shipped import LIBRARY

from evidencepack.domain.trade import Visibility
from evidencepack.library.loader import inspect_library
from evidencepack.library.model import Field, Kind
from evidencepack.paths.resources import resource


def everything(kind: Kind) -> list[tuple[Field, Field | None]]:
    """Every field, and every column of its own with the table it belongs to."""
    own = [(column, field) for field in kind.fields.values() if not field.rows_of for column in field.columns]
    return [*((field, None) for field in kind.fields.values()), *own]


def test_the_shipped_kinds_have_no_mistake() -> None:
    assert [str(problem) for problem in inspect_library(resource("kinds"))[1]] == []


def test_the_kinds_of_the_first_issue_are_all_there() -> None:
    documents = {name for name, kind in LIBRARY.kinds.items() if kind.document}
    assert documents >= {"mou", "raci", "dsa", "case_study", "governance", "audit_plan", "action_log", "signoff_sheet"}
    assert set(LIBRARY.kinds) - documents >= {
        *("organisation", "contact", "tender", "partnership", "meeting", "response_time", "contribution"),
        *("guarantee", "stop_rule", "escalation_level", "data_flow"),
        *("handover_rule", "gateway", "action", "decision", "audit"),
    }


def test_no_help_is_a_placeholder() -> None:
    fields = [(kind.id, field) for kind in LIBRARY.kinds.values() for field, _ in everything(kind)]
    words = [(kind, field.id, text) for kind, field in fields for text in (field.help, field.example, field.label)]
    unwritten = ("to be written", "todo", "tbc", "lorem", "xxx")
    assert [entry for entry in words if any(mark in entry[2].casefold() for mark in unwritten)] == []


def test_no_two_questions_of_a_kind_have_the_same_words() -> None:
    """A finding names its question by these words alone."""
    asked = [
        (kind.id, owner, one.label)
        for kind in LIBRARY.kinds.values()
        for owner, fields in (
            ("", kind.fields.values()),
            *((f.id, f.columns) for f in kind.fields.values() if not f.rows_of),
        )
        for one in fields
    ]
    assert [one for one, often in Counter(asked).items() if often > 1] == []


def test_no_column_is_more_open_than_its_table() -> None:
    order = list(Visibility)
    wide = [
        (kind.id, table.id, column.id)
        for kind in LIBRARY.kinds.values()
        for column, table in everything(kind)
        if table and order.index(column.visibility) > order.index(table.visibility)
    ]
    assert wide == []


def test_every_document_can_be_signed_for_or_says_why_it_need_not_be() -> None:
    unsigned = {kind.id for kind in LIBRARY.kinds.values() if kind.document and not kind.signatures}
    assert unsigned <= {
        *("case_study", "cases_brief", "narrative", "audit_plan", "action_log"),
        *("small_details", "network_log", "joint_event", "continuity_plan", "signoff_sheet"),
        *("clarification_log", "fit_grid"),
    }
