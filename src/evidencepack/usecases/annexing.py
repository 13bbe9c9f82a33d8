# SPDX-License-Identifier: MPL-2.0
"""Putting a file from outside into a tender as an annex, once it was looked at: named, kept, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from evidencepack.compose.formats import long_date
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.library.model import Library
from evidencepack.pack.numbering import ANNEX
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.adding import add_empty
from evidencepack.usecases.annex_names import DATED, FILE, TITLE, told_by_name, twin_sentence, twins_of
from evidencepack.usecases.finding_records import find_record
from evidencepack.usecases.vetting import Vetted, vetted_sentences
from evidencepack.usecases.workspaces import tender_facts


@dataclass(frozen=True, slots=True)
class Annexed:
    """An annex as it was entered: its path for other commands, its title, what its file turned out to be.

    ``dated`` is the day in the name of the file, if there is one. ``twins`` are annexes that had the same file before.
    """

    path: str
    title: str
    vetted: Vetted
    dated: date | None = None
    twins: tuple[str, ...] = ()


def add_annex(
    workspace: Workspace, vetted: Vetted, *, library: Library, tender: str = "", reference: str = "", title: str = ""
) -> Annexed:
    """Enter a file that was looked at as an annex of a tender. Without a title it is called what its file is.

    A day in the name of the file becomes its date.

    Raises:
        EvidencePackError: as for ``add_empty``. Nothing is changed then.
    """
    fields = library[ANNEX].fields
    told = told_by_name(library, vetted.file.name, title)
    twins = twins_of(tender_facts(workspace, tender), sha256(vetted.file.data).hexdigest())
    with workspace.together():
        path = add_empty(workspace, ANNEX, library=library, tender=tender, reference=reference)
        record = find_record(tender_facts(workspace, tender), path).id
        workspace.set_file(FieldPath(record, FILE), vetted.file)
        for name, value in told.items():
            workspace.set_value(FieldPath(record, name), fields[name].type, value)
    dated = told.get(DATED)
    return Annexed(path, str(told[TITLE]), vetted, dated if isinstance(dated, date) else None, twins)


def added_sentences(added: Annexed) -> Iterator[str]:
    """Yield what a person should know of an annex that was put in."""
    yield from vetted_sentences(added.vetted)
    if added.dated is not None:
        yield f"Its date, by its name, is {long_date(added.dated)}"
    if added.twins:
        yield twin_sentence(added.twins)
