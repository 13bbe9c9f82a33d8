# SPDX-License-Identifier: MPL-2.0
"""The common header: the questions that every document kind asks without writing them down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from evidencepack.domain.record import Record
from evidencepack.domain.values import Number
from evidencepack.library.fields import read_fields
from evidencepack.library.model import Field, Kind, PackForm, Step
from evidencepack.library.problems import Problems
from evidencepack.library.steps import read_steps
from evidencepack.library.toml_file import read_toml
from evidencepack.library.toml_table import TomlTable

HEADER = "header.toml"
"""The file beside the folders of kinds that holds the common header."""

PACK_FORM = "pack_form"
"""The question in which form a document goes into the pack; only kinds with short parts ask it."""

PACK_PLACE = "pack_place"
"""The question where in the pack a document stands, as a number among those of the others."""

_LAST = Decimal(1000)
"""Where an annex or a section stands that says no place: behind every document."""

_OVER = frozenset({"superseded", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Header:
    """The step that every document ends with, and its fields; empty where a folder has no such file."""

    step: Step | None = None
    fields: Mapping[str, Field] = field(default_factory=dict)

    def without(self, *names: str) -> Header:
        """Return the header with some of its questions left out."""
        left = {name: one for name, one in self.fields.items() if name not in names}
        step = self.step and replace(self.step, fields=tuple(name for name in self.step.fields if name in left))
        return Header(step, left)

    def beside(self, own: Mapping[str, Field]) -> Mapping[str, Field]:
        """Return the fields that a kind with these own fields does not ask in its own words."""
        return {name: one for name, one in self.fields.items() if name not in own}


NO_HEADER = Header()
"""What records have, and folders of kinds without a header."""


def read_header(file: Path, problems: Problems) -> Header:
    """Read the header of a folder of kinds; none when the file is not there."""
    if not file.is_file():
        return NO_HEADER
    top = TomlTable(read_toml(file.read_bytes(), problems), "", problems)
    fields = read_fields(top)
    steps = read_steps(top, fields)
    if len(steps) != 1:
        top.refuse("step", "the header has one step")
    top.finish()
    return Header(steps[0], fields) if steps else NO_HEADER


def is_over(record: Record) -> bool:
    """Whether a document was withdrawn, or replaced by a newer version."""
    return record.answers.get("status") in _OVER


def goes_into_pack(record: Record, kind: Kind) -> bool:
    """Whether a document stands in the tender's pack: as its record says, else as its kind does; never when over."""
    said = record.answers.get("in_pack")
    return (said if isinstance(said, bool) else kind.in_pack) and not is_over(record)


def has_place(kind: Kind) -> bool:
    """Whether records of a kind have a place in the pack: documents, annexes and section breaks have."""
    return PACK_PLACE in kind.fields


def place_in_pack(record: Record, kind: Kind) -> Decimal:
    """Return the number by which the pack is put in order: as the record says, else the usual one of its kind."""
    said = record.answers.get(PACK_PLACE)
    if isinstance(said, Number):
        return said.amount
    return Decimal(kind.order) if kind.document else _LAST


def goes_short(record: Record, kind: Kind) -> bool:
    """Whether a document stands in the tender's pack in its short form: as its record says, else as its kind does."""
    return kind.shortens and record.answers.get(PACK_FORM, kind.pack_form) == PackForm.SHORT
