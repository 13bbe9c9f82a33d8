# SPDX-License-Identifier: MPL-2.0
"""Search: the answers that hold some words, each with where it stands."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from evidencepack.compose.signed_words import SIGNED_WORDS
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Table
from evidencepack.library.model import Field, Library
from evidencepack.store.search import Hit
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.finding_records import called
from evidencepack.usecases.origins import LIBRARY_ITEM, ORIGIN
from evidencepack.usecases.setting_aside import SET_ASIDE

TENDER = "tender"

_EXCERPT = 160
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A hit for a person.

    Its path, the same as ``set`` takes it, the record's reference and kind, the field's label, the words around it.
    """

    path: str
    name: str
    reference: str
    kind: str
    label: str
    excerpt: str


def search_answers(workspace: Workspace, words: str, *, library: Library, limit: int = 50) -> tuple[Found, ...]:
    """Return at most ``limit`` answers that hold all the words or begin with them, the best first."""
    facts = cache(workspace.facts)
    first = next((tender.id for tender in workspace.tenders()), "")

    items = {item.id: item.reference for item in workspace.of_kind(LIBRARY_ITEM)}

    def name(hit: Hit) -> str:
        if hit.tender in items:
            return f"library: {items[hit.tender]}"
        tender = hit.record if hit.kind == TENDER else hit.tender or first
        return _name(hit, facts(tender)) if tender else hit.reference

    hits = [hit for hit in workspace.search(words, limit=limit) if hit.kind not in {ORIGIN, SET_ASIDE, SIGNED_WORDS}]
    return tuple(_found(hit, name(hit), words, library) for hit in hits)


def _name(hit: Hit, facts: Facts) -> str:
    """Return the path of a hit as a person types it: a record by its reference, a row by its number."""
    record = facts.records[hit.record]
    _, *parts = hit.path.split("/")
    if len(parts) > 1:
        table = record.answers.get(parts[0])
        rows = [row.id for row in table.rows] if isinstance(table, Table) else []
        parts[1] = str(rows.index(parts[1]) + 1)
    return "/".join([called(facts, record), *parts])


def _found(hit: Hit, name: str, words: str, library: Library) -> Found:
    return Found(hit.path, name, hit.reference, hit.kind, _label(hit, library), excerpt(hit.text, words))


def excerpt(text: str, words: str) -> str:
    """Return at most 160 characters of a text in one line, so that the first of the words in it is among them."""
    line = " ".join(text.split())
    if len(line) <= _EXCERPT:
        return line
    plain = _plain(line)
    found = [place for word in words.split() if (place := plain.find(_plain(word))) >= 0]
    start = max(0, min(found, default=0) - _BEFORE)
    start = line.rfind(" ", 0, start) + 1
    end = start + _EXCERPT - 2
    return f"{'…' * (start > 0)}{line[start:end].rstrip()}{'…' * (end < len(line))}"


def _plain(text: str) -> str:
    """Return a text without accents and capitals, letter for letter, as the search compares it."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[0] for letter in text)


def _label(hit: Hit, library: Library) -> str:
    parts = hit.path.split("/")
    kind = library[hit.kind]
    field: Field | None = kind.fields.get(parts[1]) if len(parts) > 1 else None
    if field is None:
        return kind.title
    return f"{field.label}: {field.column(parts[3]).label}" if len(parts) == 4 else field.label
