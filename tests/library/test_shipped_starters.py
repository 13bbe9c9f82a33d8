# SPDX-License-Identifier: MPL-2.0
"""The starters that ship: short enough, shown by the form, and enough of them where a bid needs them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from tests.shipped import LIBRARY

from evidencepack.domain.trade import PartnerType
from evidencepack.library.model import Field, Kind
from evidencepack.library.starters_model import Starter, StarterValue

STARTERS = [(kind, starter) for kind in LIBRARY.kinds.values() for starter in kind.starters]
EVERY = pytest.mark.parametrize(
    ("kind", "starter"), STARTERS, ids=[f"{kind.id}/{starter.id}" for kind, starter in STARTERS]
)
MOST_WORDS = 12


def _texts(fields: dict[str, Field], values: dict[str, StarterValue]) -> Iterator[tuple[Field, str]]:
    for name, value in values.items():
        if isinstance(value, tuple):
            for row in value:
                yield from _texts({column.id: column for column in fields[name].columns}, dict(row))
        elif isinstance(value, str):
            yield fields[name], value


def _fields(kind: Kind, starter: Starter) -> dict[str, Field]:
    if not starter.of:
        return dict(kind.fields)
    return {column.id: column for column in kind.fields[starter.of].columns}


@EVERY
def test_no_text_is_longer_than_its_question_asks(kind: Kind, starter: Starter) -> None:
    for field, text in _texts(_fields(kind, starter), dict(starter.values)):
        assert not field.words or len(text.split()) <= field.words, (field.id, len(text.split()))


def test_people_can_tell_the_starters_of_a_kind_apart() -> None:
    titles = Counter((kind.id, starter.of, starter.title) for kind, starter in STARTERS)
    assert [title for title, times in titles.items() if times > 1] == []


def test_the_responsibility_map_has_a_task_for_everything_that_must_have_somebody_who_answers_for_it() -> None:
    words = " ".join(str(one.values["activity"]) for kind, one in STARTERS if kind.id == "raci").casefold()
    topics = ("safeguarding", "breach", "stop-rule", "handover", "figures", "complaint")
    assert [topic for topic in topics if topic not in words] == []


@pytest.mark.parametrize("starter", [one for kind, one in STARTERS if kind.id == "raci"], ids=lambda one: one.id)
def test_a_task_is_short_and_says_when(starter: Starter) -> None:
    assert len(str(starter.values["activity"]).split()) <= MOST_WORDS
    assert starter.values["timing"]


def test_each_type_of_partner_has_a_case_to_make_its_own_which_says_that_it_is_a_template() -> None:
    cases = LIBRARY["case_study"].starters
    assert {partner for case in cases for partner in case.partners} == set(PartnerType)
    for case in cases:
        assert case.values["localise_status"] == "template_not_localised"
        for part in ("problem", "joint_action", "effect", "assurance"):
            assert re.search(r"\[[^\]]+\]", str(case.values[part])), (case.id, part)
