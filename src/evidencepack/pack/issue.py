# SPDX-License-Identifier: MPL-2.0
"""Issuing: the one function that freezes a pack as it was made, with all that it was made of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evidencepack.blocks.codec import to_json
from evidencepack.blocks.document import Document
from evidencepack.domain.issue import Issue, IssuedDocument, IssuedFile, Overridden
from evidencepack.pack.manifest import BuiltFile, manifest
from evidencepack.pack.plan import Appendix, Plan


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an issue is known by: its id and number, when (ISO, UTC) and by whom, and the version of the program."""

    id: str
    number: int
    at: str
    by: str
    made_with: str


def issue(
    plan: Plan, files: Sequence[BuiltFile], stamp: Stamp, *, answers: str, overridden: Sequence[Overridden] = ()
) -> Issue:
    """Return an issue of a pack: its files by their SHA-256, its documents as blocks, and its manifest.

    Args:
        plan: the pack, as it was composed.
        files: what was made of it, in order.
        stamp: what the issue is known by.
        answers: the tender's records as text, from which the same pack can be made again.
        overridden: the findings that somebody let stand.
    """
    listing = manifest(plan.tender.reference, plan.as_of.isoformat(), files, issue=_told(stamp, overridden))
    return Issue(
        stamp.id,
        plan.tender.id,
        plan.tender.reference,
        stamp.number,
        stamp.at,
        stamp.by,
        plan.as_of.isoformat(),
        stamp.made_with,
        tuple(IssuedFile(file.name, file.sha256, len(file.data), file.pages) for file in files),
        tuple(_document(one) for one in plan.appendices),
        tuple(overridden),
        answers,
        listing.decode(),
    )


def _told(stamp: Stamp, overridden: Sequence[Overridden]) -> Mapping[str, object]:
    """Return what the manifest says of an issue. What a finding says stays at home: it may quote a private answer."""
    return {
        "number": stamp.number,
        "issued": stamp.at,
        "by": stamp.by,
        "overridden": [
            {"rule": one.rule, "where": one.where, "reason": one.reason, "by": one.who, "on": one.on}
            for one in overridden
        ],
    }


def _document(one: Appendix) -> IssuedDocument:
    return IssuedDocument(
        record=one.record.id,
        reference=one.record.reference,
        title=one.document.title,
        kind=one.kind.id,
        kind_version=one.kind.version,
        version=one.version,
        letter=one.letter,
        content_hash=one.content_hash,
        blocks=_blocks(one.document),
        short_blocks=_blocks(one.short) if one.short else "",
    )


def _blocks(document: Document) -> str:
    return json.dumps(to_json(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
