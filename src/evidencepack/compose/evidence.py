# SPDX-License-Identifier: MPL-2.0
"""Which parts of a document say anything: an empty paper is no evidence, however good its headings are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from evidencepack.blocks.blocks import Block, Clause, Heading
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Value
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.library.rows import ORGANISATION

_NAMES = frozenset({ORGANISATION, "contact", "tender", "lot"})
_NOTHING = frozenset({"", "–"})


def telling_places(document: Document, facts: Facts) -> frozenset[str]:
    """Return the anchors of the parts of a document in which an answer stands; its own if one stands in any.

    Names of organisations and people are no evidence. A part of fixed words says something as soon as another part
    does; a part with gaps alone says nothing.
    """
    said = {anchor: tuple(_answers(blocks, facts)) for anchor, blocks in parts_of(document)}
    if not any(any(part) for part in said.values()):
        return frozenset()
    return frozenset({document.anchor, *(anchor for anchor, part in said.items() if any(part) or not part)})


def parts_of(document: Document) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Yield each part with its anchor: a heading or a clause that can be pointed at, and what follows it."""
    anchor, blocks = document.anchor, list[Block]()
    for block in (block for section in document.sections for block in section.blocks):
        if isinstance(block, Heading | Clause) and block.anchor:
            yield anchor, tuple(blocks)
            anchor, blocks = block.anchor, []
        blocks.append(block)
    yield anchor, tuple(blocks)


def _answers(thing: object, facts: Facts) -> Iterator[bool]:
    """Yield, for all that a part prints of answers but names, whether there is one."""
    if isinstance(thing, Iterable) and not isinstance(thing, str | bytes):
        for one in thing:
            yield from _answers(one, facts)
    elif is_dataclass(thing):
        paths = getattr(thing, "paths", ())
        if paths and not all(_is_name(path, facts) for path in paths):
            yield not (isinstance(thing, Value) and (thing.missing or thing.text in _NOTHING))
        for field in fields(thing) if not paths else ():
            yield from _answers(getattr(thing, field.name), facts)


def _is_name(path: str, facts: Facts) -> bool:
    """Whether a path leads to what only names something, or counts records: to no answer that somebody gave."""
    at = FieldPath.parse(path) if path else None
    record = facts.get(at.record) if at else None
    return at is None or record is None or record.kind in _NAMES or at.field not in record.answers
