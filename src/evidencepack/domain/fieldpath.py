# SPDX-License-Identifier: MPL-2.0
"""FieldPath: the one identity of an answer, everywhere (revisions, findings, Word controls, the ``set`` command)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = re.compile(r"[a-z][a-z0-9_]*")


class FieldPathError(ValueError):
    """The text is not ``record/field`` or ``record/field/row/column``."""


@dataclass(frozen=True, slots=True, order=True)
class FieldPath:
    """``record/field``, or ``record/field/row/column`` for a cell of a table. Record and row are UUIDv7 text."""

    record: str
    field: str
    row: str = ""
    column: str = ""

    def __str__(self) -> str:
        parts = (self.record, self.field, self.row, self.column) if self.row else (self.record, self.field)
        return "/".join(parts)

    @classmethod
    def parse(cls, text: str) -> FieldPath:
        """Read a path back from its text.

        Raises:
            FieldPathError: if the text has not two or four parts, or a name is not a lower-case identifier.
        """
        parts = text.split("/")
        if len(parts) not in {2, 4} or not all(parts):
            raise FieldPathError(text)
        path = cls(*parts)
        if not all(_NAME.fullmatch(name) for name in (path.field, path.column) if name):
            raise FieldPathError(text)
        return path
