# SPDX-License-Identifier: MPL-2.0
"""Issuing: the one function that freezes a pack as it was made, with all that it was made of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from evidencepack.blocks.codec import to_json
from evidencepack.blocks.document import Document
from evidencepack.domain.handed_in import listing
from evidencepack.domain.issue import Issue, IssuedDocument, IssuedFile, Overridden
from evidencepack.pack.late import late_of, order_of, sentences, withdrawn_of
from evidencepack.pack.manifest import BuiltFile, as_text, manifest, overridden_listed
from evidencepack.pack.numbering import KEEP, RENUMBER, kept_of
from evidencepack.pack.plan import Appendix, Plan


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an issue is known by: its id and number, when (ISO, UTC) and by whom, and the version of the program."""

    id: str
    number: int
    at: str
    by: str
    made_with: str


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What pre-flight opened again, and what it saw that somebody should know of: rules, each with its place."""

    files: int
    pages: int
    warned: tuple[tuple[str, str], ...] = ()


def issue(
    plan: Plan,
    files: Sequence[BuiltFile],
    stamp: Stamp,
    *,
    answers: str,
    overridden: Sequence[Overridden] = (),
    looked: LookedThrough | None = None,
) -> Issue:
    """Return an issue of a pack: its files by their SHA-256, its documents as blocks, and its manifest.

    Args:
        plan: the pack, as it was composed.
        files: what was made of it, in order.
        stamp: what the issue is known by.
        answers: the tender's records as text, from which the same pack can be made again.
        overridden: the findings that somebody let stand.
        looked: what pre-flight saw in the files; None if nobody looked.
    """
    told = {**_told(stamp, overridden), **(_looked(looked) if looked else {}), **_order(plan)}
    listing = manifest(plan.tender.reference, plan.as_of.isoformat(), files, issue=told)
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


def with_let_stand(one: Issue, more: Sequence[Overridden]) -> Issue:
    """Return an issue that is not kept yet with more findings that somebody let stand, in its manifest, too."""
    if not more:
        return one
    told = json.loads(one.manifest)
    told["issue"]["overridden"] += overridden_listed(more)
    return replace(one, overridden=(*one.overridden, *more), manifest=as_text(told).decode())


def _told(stamp: Stamp, overridden: Sequence[Overridden]) -> Mapping[str, object]:
    """Return what the manifest says of an issue. What a finding says stays at home: it may quote a private answer."""
    return {
        "number": stamp.number,
        "issued": stamp.at,
        "by": stamp.by,
        "overridden": overridden_listed(overridden),
    }


def _looked(one: LookedThrough) -> Mapping[str, object]:
    warned = [{"rule": rule, "where": where} for rule, where in one.warned]
    return {"preflight": {"files": one.files, "pages": one.pages, "warned": warned}}


def _order(plan: Plan) -> Mapping[str, object]:
    """Return what stands in the pack under which letter, what was withdrawn, and what has changed since which issue."""
    gone, late = withdrawn_of(plan), late_of(plan)
    changes = {"since": late.since.number, "changes": list(sentences(late))} if late else {}
    return {
        "numbering": KEEP if kept_of(plan.facts) else RENUMBER,
        "order": listing(order_of(plan)),
        **({"withdrawn": listing(gone)} if gone else {}),
        **changes,
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
