# SPDX-License-Identifier: MPL-2.0
"""What a file from outside is entered as: an annex with the title and the day that its name tells, and its twins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.file_titles import guess_from_name
from evidencepack.domain.record import Facts
from evidencepack.domain.same_files import Fingerprint, same_files
from evidencepack.domain.text import clean
from evidencepack.domain.values import Attachment, FieldType, Scalar
from evidencepack.library.model import Library
from evidencepack.pack.annexes import Annex
from evidencepack.pack.numbering import ANNEX
from evidencepack.usecases.changes import SetAnswer, Single, apply_change
from evidencepack.usecases.new_record import entering

FILE, TITLE, DATED = "file", "title", "dated"
"""The questions of an annex that its file answers."""


def told_by_name(library: Library, name: str, title: str = "") -> Mapping[str, Scalar]:
    """Return the title (the one that is given, if any) and the day of an annex, as the name of its file tells them."""
    guess = guess_from_name(name)
    longest = library[ANNEX].fields[TITLE].longest or None
    found: dict[str, Scalar] = {TITLE: clean(title or guess.title or name).text.strip()[:longest]}
    if guess.dated is not None:
        found[DATED] = guess.dated
    return found


def naming(facts: Facts, library: Library, path: FieldPath, name: str) -> tuple[SetAnswer, ...]:
    """Return what the name of a file answers besides, where nobody has: of an annex whose file it becomes."""
    record = facts.records.get(path.record)
    if record is None or record.kind != ANNEX or path.field != FILE:
        return ()
    told = told_by_name(library, name)
    return tuple(
        SetAnswer(FieldPath(record.id, field), library[ANNEX].fields[field].type, value)
        for field, value in told.items()
        if record.answers.get(field) is None
    )


def entering_annexes(facts: Facts, library: Library, files: Sequence[Attachment]) -> Iterator[Single]:
    """Yield the changes that make an annex of each file, in their order."""
    for file in files:
        made = entering(facts, library, ANNEX, told_by_name(library, file.name))
        changes = (*made.changes, SetAnswer(FieldPath(made.id, FILE), FieldType.FILE, file))
        facts = reduce(apply_change, changes, facts)
        yield from changes


def twins_of(facts: Facts, sha256: str, *, but: str = "") -> tuple[str, ...]:
    """Return the annexes that have the same file, such as “AN-01 “Insurance””; ``but``: not that record."""
    there = [Annex(one, "") for one in facts.of_kind(ANNEX) if one.id != but]
    known = [Fingerprint(f"{one.record.reference} “{one.title}”", one.file.sha256) for one in there if one.file]
    groups = same_files([Fingerprint("", sha256), *known])
    return next((group.names[1:] for group in groups if not group.names[0]), ())


def twin_sentence(twins: Sequence[str]) -> str:
    """Return what is said of a file that is here already; empty where it is not."""
    if not twins:
        return ""
    return f"The same file is here already: {', '.join(twins)}. Take one of them out if that was a slip"
