# SPDX-License-Identifier: MPL-2.0
"""What a Word file of ours says it is: its manifest, found by its namespace, for programs rename parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from evidencepack.exchange.replies.xml import parsed
from evidencepack.render.word.manifest import NAMESPACE

_OURS: Final = f"{{{NAMESPACE}}}"


@dataclass(frozen=True, slots=True)
class Version:
    """One document of a file: its reference, its version, and the code of its content at its foot.

    ``title`` is what people call it, ``begins`` the bookmark at its beginning; files of before November 2026 lack both.
    """

    reference: str
    version: str
    code: str
    title: str = field(default="", compare=False)
    begins: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Place:
    """One place where an answer is shown: its tag and number, the paths of the answer, the hash of what it said.

    ``missing``: there was no answer, and the hash is that of the words that ask for it.
    """

    tag: str
    number: str
    paths: tuple[str, ...]
    hash: str
    missing: bool


@dataclass(frozen=True, slots=True)
class Issue:
    """What was issued: a file's reference and version, the documents in it, and its places by their tags."""

    reference: str
    version: str
    documents: tuple[Version, ...]
    places: Mapping[str, Place]

    @property
    def name(self) -> str:
        """Return what it is, with its version, for people."""
        title = self.documents[0].title if len(self.documents) == 1 else ""
        called = f"{title} {self.reference}".strip()
        return f"{called}, version {self.version}" if self.version else called

    @property
    def records(self) -> frozenset[str]:
        """Return the ids of the records whose answers are in it."""
        return frozenset(path.partition("/")[0] for place in self.places.values() for path in place.paths)


def read_issue(parts: Mapping[str, bytes]) -> Issue | None:
    """Return what the parts of a Word file say it is; nothing if no manifest of ours is among them."""
    for content in parts.values():
        if NAMESPACE.encode() in content:
            root = parsed(content)
            if root.tag == f"{_OURS}manifest":
                return _issue(root)
    return None


def _issue(root: etree._Element) -> Issue:
    places = {place.tag: place for field in root.iter(f"{_OURS}field") for place in _places(field)}
    documents = tuple(
        Version(*(one.get(name, "") for name in ("reference", "version", "code", "title", "begins")))
        for one in root.iter(f"{_OURS}document")
    )
    return Issue(root.get("document", ""), root.get("version", ""), documents, places)


def _places(field: etree._Element) -> Iterator[Place]:
    paths = tuple(path.text or "" for path in field.iter(f"{_OURS}path"))
    for one in field.iter(f"{_OURS}shown"):
        missing = one.get("missing") == "true"
        yield Place(one.get("tag", ""), one.get("id", ""), paths, one.get("hash", ""), missing)
