# SPDX-License-Identifier: MPL-2.0
"""Every inline of a document in reading order, whatever block it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from evidencepack.blocks.blocks import Block, Signature, Table
from evidencepack.blocks.document import Document, Section
from evidencepack.blocks.inlines import CrossReference, Inline, Inlines, LineBreak, Link, Text, Value

_INLINES = (Text, Value, CrossReference, Link, LineBreak)


def inlines_in(part: Document | Section | Block) -> Iterator[Inline]:
    """Give the inlines of a document, a section or a block, in reading order."""
    yield from _walk(part)


def runs_in(part: Document | Section | Block) -> Iterator[Inlines]:
    """Give the runs of inlines of a part in reading order: a paragraph, an item of a list, a line of a cell."""
    yield from _runs(part)


def _runs(thing: object) -> Iterator[Inlines]:
    if isinstance(thing, tuple):
        if thing and all(isinstance(one, _INLINES) for one in thing):
            yield thing
        else:
            for one in thing:
                yield from _runs(one)
    elif isinstance(thing, Table):
        yield from _runs((thing.title, thing.head, thing.rows, thing.note))
    elif isinstance(thing, Signature):
        yield from _runs((thing.statement, thing.signatories))
    else:
        for name in _NAMES[type(thing)]:
            yield from _runs(getattr(thing, name))


def _walk(thing: object) -> Iterator[Inline]:
    if isinstance(thing, _INLINES):
        yield thing
    elif isinstance(thing, Table):
        yield from _walk((thing.title, thing.head, thing.rows, thing.note))
    elif isinstance(thing, Signature):
        yield from _walk((thing.statement, thing.signatories))
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _walk(part)
    else:
        for name in _NAMES[type(thing)]:
            yield from _walk(getattr(thing, name))


class _Names(dict[type, tuple[str, ...]]):
    """A dataclass -> what its parts are called; anything else has none."""

    def __missing__(self, made: type) -> tuple[str, ...]:
        names = self[made] = tuple(field.name for field in fields(made)) if is_dataclass(made) else ()
        return names


_NAMES = _Names()
