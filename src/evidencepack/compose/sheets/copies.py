# SPDX-License-Identifier: MPL-2.0
"""The copy of a paper that one organisation signs: whose it is, who signs it, and what stands on all its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from evidencepack.blocks.blocks import Block, Heading, Paragraph
from evidencepack.blocks.document import Running
from evidencepack.blocks.inlines import Text
from evidencepack.compose.bound import Entity
from evidencepack.compose.scope import Scope
from evidencepack.compose.signature import ACKNOWLEDGED, Asked, asked, signature_lines
from evidencepack.domain.record import Record
from evidencepack.library.model import SignatureLine


@dataclass(frozen=True, slots=True)
class CopyFor:
    """Whose copy it is: the organisation's record and legal name, and what its pages print in head and foot.

    ``pages`` is how many there are in all, ``due`` when it is needed back, ``keeper`` to whom it goes (may be empty).
    ``code`` is the short code as printed, ``fingerprint`` the beginning of the SHA-256 of what the paper says.
    ``marked``: its pages bear marks for machines.
    """

    organisation: Record
    name: str
    running: Running
    pages: int
    code: str
    fingerprint: str
    due: date | None = None
    keeper: str = ""
    marked: bool = True


def parties_asked(scope: Scope) -> tuple[Record, ...]:
    """Return the organisations for which somebody is to sign or to initial a paper, in the order of the page."""
    found = (one.party for line in signature_lines(scope) for one in asked(line, scope))
    return tuple({one.record.id: one.record for one in found if isinstance(one, Entity)}.values())


def has_unnamed(scope: Scope) -> bool:
    """Whether a paper asks for a signature of somebody, or for an organisation, that is not named yet."""
    everyone = (one for line in signature_lines(scope) for one in asked(line, scope))
    return any(not (isinstance(one.party, Entity) and isinstance(one.person, Entity)) for one in everyone)


def asked_of(scope: Scope, organisation: str) -> Iterator[tuple[SignatureLine, Asked]]:
    """Give who signs or initials for an organisation (an id), each with the line that asks for it."""
    for line in signature_lines(scope):
        yield from ((line, one) for one in asked(line, scope) if one.signs_for(organisation))


def boxes_of(scope: Scope, organisation: str) -> tuple[tuple[SignatureLine, tuple[Asked, ...]], ...]:
    """Return the lines of a paper that an organisation signs in boxes, with who does; a letter has no boxes."""
    if scope.kind.letter:
        return ()
    boxed: dict[str, tuple[SignatureLine, tuple[Asked, ...]]] = {}
    for line, one in asked_of(scope, organisation):
        if line.kind != ACKNOWLEDGED:
            boxed[line.by] = (line, (*boxed.get(line.by, (line, ()))[1], one))
    return tuple(boxed.values())


def part(heading: str, *blocks: Block) -> tuple[Block, ...]:
    """Return a part of a page with its heading."""
    return (Heading(2, (Text(heading),), small=True), *blocks)


def plain(words: str) -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph((Text(words),))
