# SPDX-License-Identifier: MPL-2.0
"""Freezing one document as a numbered version: which number it gets, which codes its copies get, what is kept of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from evidencepack.blocks.codec import to_json
from evidencepack.domain.page_mark import HIGHEST
from evidencepack.domain.short_code import short_code
from evidencepack.domain.signoff import SentCopy, SentVersion
from evidencepack.pack.plan import Appendix, Plan


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a version is known by: its id and number, when (ISO, UTC) and by whom, the version of the program."""

    id: str
    number: int
    at: str
    by: str
    made_with: str


def next_number(said: str, taken: Collection[int]) -> int:
    """Return the number of the version that goes out next: only whole numbers are signed.

    What a person gave ("2.0") counts, unless that version went out already with other words; a draft ("1.4") goes out
    as the whole number above it.

    Args:
        said: the version that the document's own record gives, as typed.
        taken: the numbers of its versions that went out.
    """
    after = max(taken, default=0)
    whole, _, part = said.strip().partition(".")
    if not (whole.isascii() and whole.isdecimal()) or len(whole) > len(str(HIGHEST)):
        return after + 1
    is_draft = part.strip("0") != ""
    return max(int(whole) + is_draft, after + 1)


def copy_code(paper: Appendix, number: int, party: str, taken: Collection[str]) -> str:
    """Return the short code of a copy: that of its content, its version and its party, which no other copy has."""
    attempt = 0
    while True:
        said = json.dumps([paper.content_hash, paper.record.id, number, party, attempt])
        code = short_code(hashlib.sha256(said.encode()).digest())
        if code not in taken:
            return code
        attempt += 1


def sent_version(plan: Plan, paper: Appendix, frozen: Frozen, copies: Sequence[SentCopy], answers: str) -> SentVersion:
    """Return what is kept of a document that goes out; ``answers`` are the tender's records as text."""
    blocks = json.dumps(to_json(paper.document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return SentVersion(
        frozen.id,
        plan.tender.id,
        paper.record.id,
        paper.record.reference,
        paper.document.title,
        paper.kind.id,
        paper.kind.version,
        frozen.number,
        frozen.at,
        frozen.by,
        plan.as_of.isoformat(),
        frozen.made_with,
        paper.content_hash,
        tuple(copies),
        blocks,
        answers,
    )
