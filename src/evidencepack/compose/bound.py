# SPDX-License-Identifier: MPL-2.0
"""What a dotted name of a template stands for: an answer, the lack of one, a record, a row, or rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from evidencepack.blocks.inlines import Inlines
from evidencepack.domain.record import Record
from evidencepack.domain.values import Row, Scalar
from evidencepack.library.model import Field, Kind


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with the field it belongs to and its FieldPath as text."""

    value: Scalar
    field: Field
    path: str


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A field nobody has answered yet, or a reference whose record is gone.

    ``to`` is the kind of record it would refer to, so that names behind it are still checked; ``required`` says
    whether a table shows the gap. ``of`` is what is wanted of that record, where it is not its name ("how often?").
    """

    label: str
    path: str
    to: str = ""
    required: bool = True
    of: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A record with its kind."""

    record: Record
    kind: Kind


@dataclass(frozen=True, slots=True)
class RowOf:
    """A row of a record's own table."""

    entity: Entity
    field: Field
    row: Row


Item: TypeAlias = Entity | RowOf


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table field: its own rows, or the shared records it shows.

    ``required`` says whether a loop over no rows shows the gap.
    """

    field: Field
    path: str
    items: tuple[Item, ...]
    required: bool = False


Bound: TypeAlias = Answered | Unanswered | Entity | RowOf | Rows | Inlines
