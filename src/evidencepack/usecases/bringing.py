# SPDX-License-Identifier: MPL-2.0
"""Bringing a tender into a workspace that knows some of its organisations and people: ours stay, theirs are offered."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from evidencepack.domain.codec import encode
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Attachment, Row, Table
from evidencepack.library.model import Library
from evidencepack.library.wording import HOUSE_WORDING
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.cloning import NewTender
from evidencepack.usecases.old_names import old_names
from evidencepack.usecases.origins import LIBRARY_ITEM, ORIGIN, Source, origin_record


def known_here(workspace: Workspace, records: Sequence[Record], library: Library) -> Mapping[str, Record]:
    """Return, by id, the records that all tenders share and that the workspace has already, as the workspace has them.

    Words of a house come with their tender, so they are none of them.
    """
    kinds = {one.kind for one in records if library[one.kind].shared and one.kind != HOUSE_WORDING}
    ours = {one.id: one for kind in sorted(kinds) for one in workspace.of_kind(kind)}
    return {one.id: ours[one.id] for one in records if one.id in ours and ours[one.id].kind == one.kind}


def without_items(records: Sequence[Record]) -> list[Record]:
    """Return records without items of somebody's library: what is kept in them does not travel."""
    return [one for one in records if one.kind != LIBRARY_ITEM]


def differences(records: Sequence[Record], ours: Mapping[str, Record]) -> Mapping[str, str]:
    """Return, by path, what a file says otherwise than we do, as JSON text; tables and files are not compared."""
    return dict(_differences(records, ours))


def file_origin(
    name: str, facts: Facts, theirs: Mapping[str, str], today: date, *, new: NewTender | None, ids: Mapping[str, str]
) -> Record:
    """Return the record that remembers a file: what it said otherwise and, for a copy, what was copied.

    ``facts`` are those of the file; ``ids`` the copies by their originals.
    """
    rows = tuple(Row(new_id(), {"fact": path, "theirs": text}) for path, text in theirs.items())
    copied = (facts.records[one] for one in ids)
    names = "\n".join(old_names(facts, copied, title=new.title, same_buyer=new.same_buyer)) if new else ""
    said: dict[str, Answer] = {
        "source_name": name or facts.records[facts.tender].reference,
        "copied_on": today,
        "offers": Table(rows),
    }
    tender = ids.get(facts.tender, facts.tender)
    taken = {one.id: one for one in facts.records.values() if one.kind == ORIGIN}
    after = Facts(tender, taken)
    return origin_record(Source.FILE, said | ({"old_names": names} if names else {}), ids, after=after)


def _differences(records: Sequence[Record], ours: Mapping[str, Record]) -> Iterator[tuple[str, str]]:
    for record in records:
        mine = ours.get(record.id)
        for field, value in record.answers.items() if mine else ():
            if mine and not isinstance(value, Table | Attachment) and mine.answers.get(field) != value:
                yield f"{record.id}/{field}", json.dumps(encode(value), ensure_ascii=False, sort_keys=True)
