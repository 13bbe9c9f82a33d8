# SPDX-License-Identifier: MPL-2.0
"""The evidence map as a sheet: each promise with what holds it up, how old that is, and where in the pack it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidencepack.blocks.blocks import Block, Bullets, Cell, Fill, Heading, Paragraph, TableRow
from evidencepack.blocks.document import Document, Running
from evidencepack.compose.counting import counted, sentence_case
from evidencepack.compose.sheets.sheet import Sheet, lines, table, words

EVIDENCE = "sheet/evidence"
"""The anchor of the sheet."""

_HEADS = (
    ("Ref.", 25.0),
    ("Promise", 78.0),
    ("Whose", 26.0),
    ("Stands", 20.0),
    ("What holds it up, from when, and where", 0.0),
)


@dataclass(frozen=True, slots=True)
class ProofLine:
    """A proof as it is printed: what it says, from when, and where in the pack (both may be empty)."""

    said: str
    dated: str = ""
    where: str = ""

    @property
    def line(self) -> str:
        """The whole line: "KPI-08 Connector in 2 working days: 100% (January 2027; H p 12)"."""
        known = "; ".join(filter(None, (self.dated, self.where)))
        return f"{self.said} ({known})" if known else self.said


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise as it is printed: reference, words, whose it is, where it is made, how it stands, its proofs."""

    reference: str
    said: str
    whose: str
    where: str
    stands: str
    proofs: tuple[ProofLine, ...] = ()
    weak: bool = False


@dataclass(frozen=True, slots=True)
class PromiseGroup:
    """Promises of one sort under their heading."""

    title: str
    promises: tuple[PromiseLine, ...]


def evidence_sheet(groups: Sequence[PromiseGroup], unused: Sequence[str], running: Running) -> Document:
    """Return the sheet; ``unused`` are the proofs that no promise uses."""
    there = [group for group in groups if group.promises]
    weak = sum(one.weak for group in there for one in group.promises)
    sheet = Sheet(EVIDENCE, "Evidence map", _headline(there, weak), _LEAD if there else _NOTHING, running)
    blocks = [block for group in there for block in _group(group)]
    return sheet.document(*blocks, *_unused(unused))


_LEAD = (
    "Held: something with a date shows it. Thin: a record is kept, a letter promises it again, or there is no result "
    "yet. Not held: nothing is named that is about it. Letters and boxed page numbers are those of the pack."
)
_NOTHING = "Nothing is promised in this tender yet."


def _headline(groups: Sequence[PromiseGroup], weak: int) -> str:
    promises = sum(len(group.promises) for group in groups)
    held = f"{counted(weak, 'of them', plural='of them')} not held by anything with a date" if weak else "all held"
    return sentence_case(f"{counted(promises, 'promise')}, {held}") if promises else "What holds our promises up"


def _group(group: PromiseGroup) -> tuple[Block, ...]:
    rows = [_row(one) for one in group.promises]
    summary = f"{group.title}: each promise, whose it is, how it stands, and what holds it up."
    return (Heading(2, words(group.title)), table(_HEADS, rows, summary=summary))


def _row(one: PromiseLine) -> TableRow:
    stands = Cell((words(one.stands),), Fill.TINT if one.weak else Fill.NONE)
    held = lines(*(proof.line for proof in one.proofs))
    return TableRow((lines(one.reference, one.where), lines(one.said), lines(one.whose), stands, held))


def _unused(unused: Sequence[str]) -> tuple[Block, ...]:
    if not unused:
        return ()
    said = "Each proves something, and no promise points to it. Say what it holds up, or leave it out."
    bullets = Bullets(tuple(words(one) for one in unused))
    return (Heading(2, words("Proof that no promise uses")), Paragraph(words(said)), bullets)
