# SPDX-License-Identifier: MPL-2.0
"""What both sides of the benchmark of Word files start from: a file to make, with its answers and words composed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from evidencepack.blocks.document import Document
from evidencepack.render.properties import Properties
from evidencepack.render.questions import Question


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make. ``questions`` are those behind the answers in it, by path; ``stamp``: it is a pack."""

    name: str
    documents: tuple[Document, ...]
    properties: Properties
    stamp: bool = True
    questions: Mapping[str, Question | None] = field(default_factory=dict)
