# SPDX-License-Identifier: MPL-2.0
"""Finding: what a check says, as a value. A person's mistake is never an exception."""

from __future__ import annotations

from dataclasses import dataclass

from evidencepack.domain.trade import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an evaluator would mark down.

    ``rule`` is ``CHK-`` and the rule's id; ``record`` a record id; ``field`` a FieldPath as text, or empty for the
    whole record; ``message`` a sentence for the person.
    """

    rule: str
    severity: Severity
    record: str
    field: str
    message: str
