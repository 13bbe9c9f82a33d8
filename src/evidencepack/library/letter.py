# SPDX-License-Identifier: MPL-2.0
"""The ``[letter]`` table of a kind whose documents are letters: what stands around the words of its clauses."""

from __future__ import annotations

from evidencepack.library.clauses import read_template
from evidencepack.library.model import Letter
from evidencepack.library.toml_table import TomlTable


def read_letter(top: TomlTable) -> Letter | None:
    """Return what stands around the words of a letter; None for a kind that makes no letters."""
    if not top.has("letter"):
        return None
    table = TomlTable(top.inner("letter"), "letter", top.problems)
    letter = Letter(
        details=read_template(table, "details", needed=True),
        addressee=read_template(table, "addressee", needed=True),
        date=read_template(table, "date", needed=True),
        greeting=read_template(table, "greeting", needed=True),
        subject=read_template(table, "subject", needed=True),
        farewell=read_template(table, "farewell", needed=True),
    )
    table.finish()
    return letter
