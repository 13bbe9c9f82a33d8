# SPDX-License-Identifier: MPL-2.0
"""Search: the answers that hold some words, each with where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from evidencepack.library.model import Field, Library
from evidencepack.store.search import Hit
from evidencepack.store.workspace import Workspace

_EXCERPT = 160


@dataclass(frozen=True, slots=True)
class Found:
    """A hit for a person: its path, the record's reference and kind, the field's label, the beginning of its text."""

    path: str
    reference: str
    kind: str
    label: str
    excerpt: str


def search_answers(workspace: Workspace, words: str, *, library: Library, limit: int = 50) -> tuple[Found, ...]:
    """Return at most ``limit`` answers that hold all the words or begin with them, the best first."""
    return tuple(_found(hit, library) for hit in workspace.search(words, limit=limit))


def _found(hit: Hit, library: Library) -> Found:
    words = " ".join(hit.text.split())
    excerpt = words if len(words) <= _EXCERPT else f"{words[: _EXCERPT - 1]}…"
    return Found(hit.path, hit.reference, hit.kind, _label(hit, library), excerpt)


def _label(hit: Hit, library: Library) -> str:
    parts = hit.path.split("/")
    kind = library[hit.kind]
    field: Field | None = kind.fields.get(parts[1]) if len(parts) > 1 else None
    if field is None:
        return kind.title
    return f"{field.label}: {field.column(parts[3]).label}" if len(parts) == 4 else field.label
