# SPDX-License-Identifier: MPL-2.0
"""Steps of the guided form, read from a kind's file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from evidencepack.library.model import Field, Step
from evidencepack.library.toml_table import TomlTable

_NONE: Mapping[str, Field] = MappingProxyType({})


def read_steps(
    top: TomlTable, own: Mapping[str, Field], *, given: Mapping[str, Field] = _NONE, last: Step | None = None
) -> tuple[Step, ...]:
    """Read every ``[[step]]``; each field stands in exactly one.

    Args:
        top: the file.
        own: the fields that the file asks.
        given: every field of the common header; those that no step of the file names stand in its step.
        last: the step of the common header.
    """
    steps = []
    for entry in top.each("step", "id"):
        step = Step(entry.name("id"), entry.text("title", needed=True), entry.texts("fields"), entry.text("intro"))
        for name in step.fields:
            if name not in own and name not in given:
                entry.refuse("fields", f"there is no field '{name}'")
        if not step.fields:
            entry.refuse("fields", "is missing")
        entry.finish()
        steps.append(step)
    top.refuse_repeats("step", [step.id for step in steps])
    placed = Counter(name for step in steps for name in step.fields)
    for name in dict.fromkeys((*own, *given)):
        if placed[name] != 1 and (placed[name] or name not in given):
            top.refuse(f"field {name}", f"stands in {placed[name]} steps; it must stand in one")
    rest = tuple(name for name in given if name not in placed)
    return (*steps, replace(last, fields=rest)) if last and rest else tuple(steps)
