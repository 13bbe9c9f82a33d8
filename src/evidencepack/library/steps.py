# SPDX-License-Identifier: MPL-2.0
"""Steps of the guided form, read from a kind's file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from evidencepack.library.model import Field, Step
from evidencepack.library.toml_table import TomlTable


def read_steps(top: TomlTable, fields: Mapping[str, Field]) -> tuple[Step, ...]:
    """Read every ``[[step]]``; each field stands in exactly one."""
    steps = []
    for entry in top.each("step", "id"):
        step = Step(entry.name("id"), entry.text("title", needed=True), entry.texts("fields"), entry.text("intro"))
        for name in step.fields:
            if name not in fields:
                entry.refuse("fields", f"there is no field '{name}'")
        if not step.fields:
            entry.refuse("fields", "is missing")
        entry.finish()
        steps.append(step)
    top.refuse_repeats("step", [step.id for step in steps])
    placed = Counter(name for step in steps for name in step.fields)
    for name in fields:
        if placed[name] != 1:
            top.refuse(f"field {name}", f"stands in {placed[name]} steps; it must stand in one")
    return tuple(steps)
