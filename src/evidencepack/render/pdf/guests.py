# SPDX-License-Identifier: MPL-2.0
"""What a file of ours holds of files from outside: the form XObject of each page (ISO 32000-1 8.10)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from evidencepack.render.pdf.file import PdfFile
from evidencepack.render.typeset.guests import Guest


class Carried(NamedTuple):
    """The numbers of the form XObjects that were written, and the first number that is free behind them."""

    forms: Mapping[Guest, int]
    free: int


Carry: TypeAlias = Callable[[PdfFile, int], Carried]
"""Writes the pages from outside into a file, as objects from a number on."""


def carry_nothing(file: PdfFile, first: int) -> Carried:
    """Write nothing: no page is from outside."""
    del file
    return Carried(MappingProxyType({}), first)
