# SPDX-License-Identifier: MPL-2.0
"""A clause that stands once for each row of a table, and what can be wrong with one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

After = Callable[..., list[str]]
FIELDS = """
[[field]]
id = "own_clauses"
label = "Own clauses"
type = "table"
help = "One row each."
visibility = "pack"

[[column]]
of = "own_clauses"
id = "heading"
label = "Heading"
type = "text"
help = "A few words."
example = "Dogs"

[[column]]
of = "own_clauses"
id = "words"
label = "Words"
type = "long_text"
help = "Who does what."
example = "They stay in."

[[clause]]
key = "own"
heading = "Own clauses"
each = "own_clauses"
text = "{{ row.words }}"

[[clause]]
key = "rest"
"""


@pytest.fixture
def with_own(after: After) -> After:
    """Change words of a memorandum that has clauses of its own."""
    assert after('"note"]', '"note", "own_clauses"]')
    assert after('[[clause]]\nkey = "rest"\n', FIELDS) == []
    return after


def test_a_row_of_its_table_can_be_named(with_own: After) -> None:
    assert with_own("{{ row.words }}", "{{ row.heading }}: {{ row.words }} for {{ tender.title }}") == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("{{ row.words }}", "{{ row.word }}", "clause own.text: 'row.word': a row of own_clauses has no 'word'"),
        ('each = "own_clauses"', 'each = "gone"', "clause own.text: each: 'gone' is no table with the columns"),
        ('each = "own_clauses"', 'each = "parties"', "clause own.text: each: 'parties' is no table with the columns"),
        ('each = "own_clauses"', 'each = "own_clauses"\nbinding = true', "it is neither binding nor guarded"),
        ('each = "own_clauses"', 'each = "own_clauses"\nguarded = true', "it is neither binding nor guarded"),
        ("{{ clause('rest') }}", "{{ clause('own') }}", "clause purpose.text: there is no clause 'own'"),
        ('clause = "rest"', 'clause = "own"', "schedule gifts.clause: there is no clause 'own'"),
        (
            'help = "One row each."\nvisibility = "pack"',
            'help = "One row each."\nvisibility = "private"',
            "clause own.text: names 'own_clauses', which is private, in words for pack",
        ),
    ],
)
def test_what_is_wrong_with_it_is_said(with_own: After, old: str, new: str, problem: str) -> None:
    assert problem in "\n".join(with_own(old, new))


def test_a_row_is_named_by_no_other_clause(with_own: After) -> None:
    assert any("nothing is called 'row' here" in said for said in with_own("{{ mou.purpose }}", "{{ row.words }}"))
