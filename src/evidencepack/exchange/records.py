# SPDX-License-Identifier: MPL-2.0
"""The records of a tender file: each of a known kind, under an id of its own, pointing only at records in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from evidencepack.domain.codec import Json
from evidencepack.domain.record import Record
from evidencepack.domain.values import EXAMPLE
from evidencepack.exchange.answers import read_answers
from evidencepack.exchange.mistakes import child, word
from evidencepack.exchange.reading import MARK, Link, Reading
from evidencepack.library.model import Kind

TENDER = "tender"
"""The kind of the one record that the file is about."""

LONGEST_REFERENCE = 60
"""How many characters a reference may have."""

LONGEST_TITLE = 150
"""How many characters the title of a tender may have where it is typed; its kind says the same."""

_KEYS = frozenset({"id", "kind", "reference", "values"})


def read_records(reading: Reading, json: Json, path: str) -> tuple[Record, ...]:
    """Return the records in the order of the file; wrong ones are noted and left out."""
    found: list[tuple[str, Record]] = []
    for place, item in enumerate(reading.items(json, path)):
        one = child(path, place)
        record = _read(reading, item, one)
        if record is not None:
            found.append((one, record))
    _check_repeats(reading, found)
    records = tuple(record for _, record in found)
    _check_links(reading, records)
    return records


def belonging_to(tender: str, records: Sequence[Record], shared: frozenset[str]) -> tuple[Record, ...]:
    """Return the records with their tender filled in; what every tender shares, and the tender itself, have none."""
    return tuple(
        record if record.kind in shared or record.kind == TENDER else replace(record, tender=tender)
        for record in records
    )


def _read(reading: Reading, json: Json, path: str) -> Record | None:
    members = reading.members(json, path, _KEYS, besides=MARK)
    said = members.get("id")
    if isinstance(said, str):
        # Until the record has been read without a mistake.
        reading.faulty.add(said)
    if not members.keys() >= _KEYS:
        return None
    record = reading.new_id(said, child(path, "id"))
    reference = _reference(reading, members["reference"], child(path, "reference"))
    kind = _kind(reading, members["kind"], child(path, "kind"))
    if kind is None:
        return None
    answers = read_answers(reading, kind.fields, f"the kind {kind.id}", members["values"], child(path, "values"))
    example = reading.example(members[EXAMPLE], child(path, EXAMPLE)) if EXAMPLE in members else ""
    reading.faulty.discard(record)
    return Record(record, kind.id, reference, answers=answers, example=example)


def _reference(reading: Reading, json: Json, path: str) -> str:
    """Return what people call the record: one short line."""
    reference = reading.text(json, path).strip()
    if isinstance(json, str) and not reference:
        reading.mistakes.add(path, "is empty; every record is called by something")
    elif len(reference) > LONGEST_REFERENCE:
        reading.mistakes.add(path, f"has {len(reference):,} characters; at most {LONGEST_REFERENCE} are allowed")
    elif set(reference) & {"\n", "\t"}:
        reading.mistakes.add(path, "holds a line break or a tab; it stands in one line")
    return reference


def _kind(reading: Reading, json: Json, path: str) -> Kind | None:
    if not isinstance(json, str):
        reading.mistakes.add(path, "expected text")
        return None
    kind = reading.library.kinds.get(json)
    if kind is None:
        reading.mistakes.add(path, f"there is no kind {word(json)} in this version of the program")
    return kind


def _check_repeats(reading: Reading, found: Sequence[tuple[str, Record]]) -> None:
    """Refuse two records of one kind and reference, and two of a kind that a tender has once."""
    called = Counter((record.kind, record.reference) for _, record in found)
    counts = Counter(record.kind for _, record in found)
    for path, record in found:
        if record.reference and called[record.kind, record.reference] > 1:
            reading.mistakes.add(child(path, "reference"), f"{word(record.reference)} is used twice for {record.kind}")
        if counts[record.kind] > 1 and (record.kind == TENDER or reading.library[record.kind].one_per_tender):
            reading.mistakes.add(child(path, "kind"), f"a tender file has only one {record.kind}")


def _check_links(reading: Reading, records: Sequence[Record]) -> None:
    kinds = {record.id: record.kind for record in records}
    lost = Counter(link.target for link in reading.links if link.target not in kinds)
    for link in reading.links:
        kind = kinds.get(link.target)
        if kind is None:
            _add_lost(reading, link, lost.pop(link.target, 0))
        elif link.kind and not reading.library.takes(link.kind, kind):
            reading.mistakes.add(link.path, f"points at a record of kind {kind}; expected {link.kind}")


def _add_lost(reading: Reading, link: Link, times: int) -> None:
    """Note a target that is not in the file, once however often it is pointed at; a faulty one has its own mistake."""
    if times and link.target not in reading.faulty:
        more = f"; so do {times - 1:,} other values" if times > 2 else "; so does one other value" if times == 2 else ""
        reading.mistakes.add(link.path, f"points at record {word(link.target)}, which is not in the file{more}")
