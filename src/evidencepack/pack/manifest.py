# SPDX-License-Identifier: MPL-2.0
"""The manifest: each file of an export with its SHA-256, its pages, the documents in it, what a PDF conforms to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from evidencepack.domain.issue import Overridden
from evidencepack.library.model import PackForm
from evidencepack.pack.validation import PROFILES, Verdict

FORMAT, VERSION = "evidencepack-manifest", 2
NOT_ISSUED: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DocumentVersion:
    """What stands in a file: reference, version and content hash (SHA-256) of one document, its letter and pages.

    ``first_page`` and ``last_page`` are counted from 1 through the file. ``form``: whether it stands there whole or in
    its short form; the hash is that of the whole. ``damaged``: it is what could be read of a damaged file.
    ``signed`` is the code of the copy whose signed pages these are: then version and hash are those of what was signed.
    """

    reference: str
    title: str
    version: str
    content_hash: str
    letter: str
    first_page: int
    last_page: int
    form: PackForm = PackForm.FULL
    damaged: bool = False
    signed: str = ""


class Validated(StrEnum):
    """What of a PDF a validator passed: the file itself, each document of it as a file by itself, or nothing."""

    WHOLE = "whole"
    BY_DOCUMENT = "by document"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Conformance:
    """What was validated of a PDF, and the verdict on the file itself. Only a file that passed whole makes claims."""

    validated: Validated
    verdict: Verdict

    @property
    def claims(self) -> tuple[str, ...]:
        """Return the standards that the file says it conforms to."""
        return tuple(PROFILES.values()) if self.validated is Validated.WHOLE else ()


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """One file of an export: its name with ``/`` between folders, its bytes, its pages, the documents in it.

    ``conformance`` is that of a PDF which was put before the validator. ``slot`` is the place on the buyer's portal
    that it goes to; empty for a file that goes to none.
    """

    name: str
    data: bytes
    pages: int
    documents: tuple[DocumentVersion, ...]
    conformance: Conformance | None = None
    slot: str = ""

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the bytes, 64 hex digits."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def sides(self) -> int:
        """Return how many of its pages hold documents; the others are cover, contents and evidence matrix."""
        return sum(document.last_page - document.first_page + 1 for document in self.documents)


class Held(NamedTuple):
    """A document or annex in a file, as a manifest lists it.

    ``damaged`` are its pages, from 1, if its file was; ``signed``: the copy of which these are signed pages.
    """

    reference: str
    content_hash: str
    damaged: range = range(0)
    version: str = ""
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as a manifest lists it, and what stands in it.

    ``is_ours``: documents of the tender stand in it, no page from outside, and no signed one.
    """

    name: str
    sha256: str
    is_ours: bool
    holds: tuple[Held, ...] = ()


def manifest(
    tender: str,
    as_of: str,
    files: Sequence[BuiltFile],
    *,
    issue: Mapping[str, object] = NOT_ISSUED,
    overridden: Sequence[Overridden] = (),
) -> bytes:
    """Return ``manifest.json``: the tender's reference, the date of the content (ISO), and the files in order.

    ``issue`` is what is said of the issue that the files are, in plain values. ``overridden`` are the findings that
    somebody let stand in files that are no issue.
    """
    content = {
        "format": FORMAT,
        "version": VERSION,
        "tender": tender,
        "as_of": as_of,
        **({"issue": issue} if issue else {}),
        **({"overridden": overridden_listed(overridden)} if overridden else {}),
        "files": [_file(file) for file in files],
    }
    return as_text(content)


def as_text(content: Mapping[str, object]) -> bytes:
    """Return what a manifest says, as the bytes of its file."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def overridden_listed(overridden: Sequence[Overridden]) -> list[dict[str, str]]:
    """Return who let what stand, where and why. What a finding says stays at home: it may quote a private answer."""
    return [
        {"rule": one.rule, "where": one.where, "reason": one.reason, "by": one.who, "on": one.on} for one in overridden
    ]


def listed(data: bytes) -> tuple[Listed, ...]:
    """Return the files in a manifest, in its order; nothing if it is no manifest of ours."""
    try:
        content = json.loads(data)
        if content["format"] != FORMAT:
            return ()
        return tuple(_listed(file) for file in content["files"])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        # It lies in a folder of the person's, where anything may be called manifest.json.
        return ()


def listed_files(data: bytes) -> Mapping[str, str]:
    """Return the names in a manifest, each with its SHA-256; nothing if it is no manifest of ours."""
    return {one.name: one.sha256 for one in listed(data)}


def _listed(file: Mapping[str, Any]) -> Listed:
    name = str(file["file"])
    holds = tuple(map(_held, file.get("documents") or ()))
    return Listed(name, str(file["sha256"]), _is_ours(name, holds), holds)


def _is_ours(name: str, holds: Sequence[Held]) -> bool:
    """Whether every page of a file is ours: no file from outside and no signed page stands in it."""
    return bool(holds) and not name.startswith("bundle") and not any(one.signed for one in holds)


def _held(one: Mapping[str, Any]) -> Held:
    first, last = one["pages"] if one.get("damaged") is True else (1, 0)
    version, signed = (str(one.get(name, "")) for name in ("version", "signed_copy"))
    return Held(str(one["reference"]), str(one["content_hash"]), range(first, last + 1), version, signed)


def _file(file: BuiltFile) -> dict[str, object]:
    return {
        "file": file.name,
        "bytes": len(file.data),
        "pages": file.pages,
        "sha256": file.sha256,
        **({"slot": file.slot} if file.slot else {}),
        **({"conformance": _conformance(file.conformance)} if file.conformance else {}),
        "documents": [
            {
                "reference": document.reference,
                "title": document.title,
                "version": document.version,
                "content_hash": document.content_hash,
                "appendix": document.letter,
                "form": document.form.value,
                "pages": [document.first_page, document.last_page],
                **({"damaged": True} if document.damaged else {}),
                **({"signed_copy": document.signed} if document.signed else {}),
            }
            for document in file.documents
        ],
    }


def _conformance(found: Conformance) -> dict[str, object]:
    verdict = found.verdict
    said: dict[str, object] = {"claims": list(found.claims), "validated": found.validated.value}
    if verdict.by:
        said |= {"by": verdict.by, "profiles": list(PROFILES)}
    if verdict.reason:
        said["reason"] = verdict.reason
    if verdict.broken:
        said["broken"] = [{"profile": one.profile, "rule": one.rule, "count": one.count} for one in verdict.broken]
    return said
