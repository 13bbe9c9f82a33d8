# SPDX-License-Identifier: MPL-2.0
"""What is gathered while one tender file is read, and the first look at any object or list in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from evidencepack.domain.codec import Json
from evidencepack.domain.examples import is_mark
from evidencepack.domain.ids import is_id
from evidencepack.domain.text import clean
from evidencepack.domain.values import EXAMPLE
from evidencepack.exchange.mistakes import Mistakes, child, word
from evidencepack.library.model import Library

MARK = frozenset({EXAMPLE})
"""The key that a record or row has besides its others while it is an example."""


@dataclass(frozen=True, slots=True)
class Link:
    """A value that names something else in the file: a record by id, or an attachment by SHA-256."""

    path: str
    target: str
    kind: str = ""


@dataclass(slots=True)
class Reading:
    """The state of one reading: the library it is checked against, mistakes, notes, ids taken, links to follow.

    ``faulty`` are ids and SHA-256s that stand in the file with a mistake of their own: pointing at them is none.
    """

    library: Library
    mistakes: Mistakes
    notes: list[str] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    files: list[Link] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)

    def members(
        self, json: Json, path: str, keys: frozenset[str], *, besides: frozenset[str] = frozenset()
    ) -> Mapping[str, Json]:
        """Return an object that must have these keys and may have some besides; what is missing or unknown is noted."""
        if not isinstance(json, Mapping):
            self.mistakes.add(path, f"expected an object with {', '.join(sorted(keys))}")
            return {}
        for key in sorted(set(json) - keys - besides):
            self.mistakes.add(child(path, key), f"is not a known key; known are {', '.join(sorted(keys | besides))}")
        for key in sorted(keys - set(json)):
            self.mistakes.add(child(path, key), "is missing")
        return json

    def items(self, json: Json, path: str) -> Sequence[Json]:
        """Return a list; anything else is noted and read as empty."""
        if isinstance(json, Sequence) and not isinstance(json, str):
            return json
        self.mistakes.add(path, "expected a list")
        return ()

    def text(self, json: Json, path: str) -> str:
        """Return text as it is stored; characters that were removed are noted for the person."""
        if not isinstance(json, str):
            self.mistakes.add(path, "expected text")
            return ""
        return self.cleaned(json, path)

    def cleaned(self, text: str, path: str) -> str:
        """Return what the text becomes on entry, with a note if characters were removed."""
        entered = clean(text)
        if entered.note:
            self.notes.append(f"{path}: {entered.note}")
        return entered.text

    def example(self, json: Json, path: str) -> str:
        """Return the mark of an example (``domain.examples``); this program need not have its starter any more."""
        found = self.text(json, path)
        if isinstance(json, str) and not is_mark(found):
            self.mistakes.add(path, "expected the id of a starter, perhaps with ids of answers behind a colon")
        return found

    def new_id(self, json: Json, path: str) -> str:
        """Return an id that nothing else in the file has; it must be a UUIDv7 in lower case."""
        if not isinstance(json, str) or not is_id(json):
            self.mistakes.add(path, "expected a UUID version 7 in lower case")
            return ""
        if json in self.ids:
            self.mistakes.add(path, f"{word(json)} is also the id at {self.ids[json]}")
        self.ids.setdefault(json, path)
        return json
