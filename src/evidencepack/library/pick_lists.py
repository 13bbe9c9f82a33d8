# SPDX-License-Identifier: MPL-2.0
"""Pick-lists: the choices of fields and columns, read from a kind's file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from evidencepack.library.model import Choice
from evidencepack.library.toml_table import TomlTable

PickLists: TypeAlias = Mapping[str, tuple[Choice, ...]]
"""Choices by ``field`` or ``field.column``."""


def read_pick_lists(top: TomlTable) -> PickLists:
    """Read every ``[[choice]]``; ``of`` names one field or ``field.column``, or a list of them that share it."""
    lists: dict[str, list[Choice]] = {}
    for entry in top.each("choice", "of", "id"):
        choice = Choice(entry.name("id"), entry.text("label", needed=True), entry.text("help"))
        owners = entry.texts("of", or_one=True)
        if not owners:
            entry.refuse("of", "is missing: name the field, or field.column")
        for owner in owners:
            if any(choice.id == other.id for other in lists.get(owner, ())):
                entry.refuse("id", f"'{choice.id}' is used twice in {owner}")
            lists.setdefault(owner, []).append(choice)
        entry.finish()
    return {owner: tuple(found) for owner, found in lists.items()}
