# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable

import pytest

After = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "mou"', 'id = "MOU"', "id: 'MOU' is not a name (lower-case letters, digits and _ only)"),
        ("version = 1", "", "version: is missing: count from 1"),
        ("version = 1", 'version = "1"', "version: expected a whole number"),
        ('plain_title = "Memorandum"', "", "plain_title: is missing"),
        ('plain_title = "Memorandum"', 'plain_title = " "', "plain_title: is empty"),
        ('reference = "MOU"', "", "reference: is missing"),
        ('reference = "MOU"', "reference = 7", "reference: expected text in quotes"),
        ('purpose = "main"', 'porpoise = "main"', "answers: 'porpoise' is not known; choose from"),
        ('purpose = "main"', 'purpose = "mainly"', "answers: 'mainly' is not known; choose from main, supporting"),
        ('{ purpose = "main" }', '["purpose"]', 'answers: expected pairs such as { purpose = "main" }'),
        ("version = 1", 'version = 1\nanswered_at = { when = "a" }', "answered_at: 'when' is not known; choose from"),
        ("version = 1", 'version = 1\nanswered_at = { purpose = "a" }', "answered_at: purpose leads to 'a'"),
        ('notice = "general_template"', 'notice = "special"', "notice: 'special' is not known"),
        ("version = 1", "version = 1\nshared = true", "shared: goes only with records"),
        ("version = 1", "version = 1\nnumbered = 1", "numbered: expected true or false"),
        ("version = 1", 'version = 1\norientation = "tall"', "orientation: 'tall' is not known"),
        ("version = 1", "version = 1\ncolour = 3", "colour: is not a known key; choose from answered_at, answers"),
        ('parties = "parties"', 'parties = "contributions"', "parties: 'contributions' is neither a reference"),
        ('parties = "parties"', 'parties = "nobody"', "parties: 'nobody' is neither a reference"),
        ("[[signature]]", "[signature]", "signature: expected tables that begin with [[signature]]"),
        ('by = "each_party"', 'by = "purpose"', "signature authorised_signatory.by: 'purpose' is neither each_party"),
        ('role = "authorised_signatory"', 'role = "The boss"', "signature The boss.role: is not a name"),
        ('kind = "wet_or_digital"', 'kind = "blood"', "signature authorised_signatory.kind: 'blood' is not known"),
        ('stage = "before_submission"', "", "signature authorised_signatory.stage: is missing"),
    ],
)
def test_a_wrong_key_of_a_kind_is_refused(after: After, old: str, new: str, problem: str) -> None:
    assert any(found.startswith(problem) for found in after(old, new))


@pytest.mark.parametrize(
    "key", ['parties = "x"', 'facts = "x"', 'headline = "x"', 'notice = "general_template"', "order = 20"]
)
def test_what_is_printed_goes_only_with_documents(after: After, key: str) -> None:
    found = after("version = 1", f"version = 1\n{key}", record="contribution")
    assert f"{key.partition(' ')[0]}: goes only with documents" in found


def test_a_record_needs_no_reference_prefix(after: After) -> None:
    assert after('reference = "CO"', "", record="contribution") == []


def test_no_kind_is_called_what_templates_keep_for_themselves(after: After) -> None:
    assert "id: 'lead' is a word that templates keep for themselves" in after('id = "contribution"', 'id = "lead"',
                                                                              record="contribution")  # fmt: skip


def test_parties_can_be_signed_for_by_the_rows_of_a_table(after: After) -> None:
    assert after('by = "each_party"', 'by = "contributions"') == []
