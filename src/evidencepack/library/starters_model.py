# SPDX-License-Identifier: MPL-2.0
"""What a starter is, once read: an example record or table row with its values. Plain frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from evidencepack.domain.trade import PartnerType
from evidencepack.domain.values import Scalar


class Whose(StrEnum):
    """Whom a starter can mean without knowing the tender: who leads the bid, or the partner it is made for."""

    LEAD = "lead"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Role:
    """A reference of a starter: an organisation of the bid or, by a field of its record, a person there."""

    whose: Whose
    field: str = ""


StarterCell: TypeAlias = Scalar | Role
"""A value of a starter; a role becomes a reference when the starter is put into a tender."""

StarterCells: TypeAlias = Mapping[str, StarterCell]
"""The cells of a row by column id."""

StarterValue: TypeAlias = StarterCell | tuple[StarterCells, ...]
"""A value, or the rows of a table."""


@dataclass(frozen=True, slots=True)
class Starter:
    """An example to begin with: a whole record, or a row of the table field ``of``, with values by field or column.

    ``partners`` are the types of partner it is meant for; empty for all.
    """

    id: str
    title: str
    partners: tuple[PartnerType, ...] = ()
    of: str = ""
    values: Mapping[str, StarterValue] = field(default_factory=dict)

    def suits(self, partner: PartnerType | None) -> bool:
        """Whether it is meant for a type of partner; one for all suits everybody, also where the type is not known."""
        return not self.partners or partner in self.partners
