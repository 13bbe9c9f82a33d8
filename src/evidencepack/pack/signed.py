# SPDX-License-Identifier: MPL-2.0
"""Signatures in a pack: what each is, in words under the boxes, and where the signed page stands.

Our own pages conform, so no scan stands among them: they say where the signed page is. The bundle has it behind its
paper; both are made of the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from evidencepack.blocks.blocks import (
    Block,
    Cell,
    Column,
    Farewell,
    Paragraph,
    Signatory,
    Signature,
    Style,
    Table,
    TableRow,
)
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import CrossReference, Inline, Inlines, Show, Text, Value
from evidencepack.compose.formats import short_date
from evidencepack.compose.layouts.signature_register import STAGES
from evidencepack.domain.signed_paper import SignatureSays, SignedCopy, SignedPaper, What
from evidencepack.domain.trade import SignatureStage
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import Appendix, Plan

BESIDE = "signed"
"""The folder of an export in which copies lie that were signed digitally."""

Where: TypeAlias = Mapping[str, Inlines]
"""Where the signed pages of each copy stand, by its code, in words or as a reference."""

_HEAD = ("For", "Who signs", "Signature", "Signed page")
_WIDTHS = (34.0, 0.0, 42.0, 38.0)
_SUMMARY = "What each signature under this paper is, and where its signed page stands"
_GIVEN = frozenset({What.BY_HAND, What.DIGITAL})
_WORDS = {
    What.BY_HAND: "by hand, scanned",
    What.DIGITAL: "digital",
    What.RECORDED: "given, as recorded",
    What.NOT_GIVEN: "not given",
}


def signed_anchor(record: str, code: str) -> str:
    """Return the place of the signed pages of a copy in a bundle."""
    return f"{record}/signed/{code}"


def in_bundle(plan: Plan) -> Where:
    """Return where signed pages stand, for the bundle itself: the page, as a link; of a digital copy, its file."""
    return {
        one.code: (Text("page "), CrossReference(signed_anchor(paper.record, one.code), Show.PAGE))
        if one.sheets
        else (Text(beside_name(one)),)
        for paper in plan.signed.values()
        for one in plan.signed_copies(paper.record)
    }


def beside_bundle(plan: Plan, bundle: BuiltFile | None) -> Where:
    """Return where signed pages stand, for our own pages: the page of a bundle that was made, in words."""
    pages = {one.signed: one.first_page for one in bundle.documents if one.signed} if bundle else {}
    found = dict[str, Inlines]()
    for paper in plan.signed.values():
        for one in plan.signed_copies(paper.record):
            if one.sheets and one.code in pages:
                found[one.code] = (Text(f"bundle page {pages[one.code]}"),)
            elif not one.sheets:
                found[one.code] = (Text(beside_name(one)),)
    return found


def beside_name(copy: SignedCopy) -> str:
    """Return the name under which a copy that was signed digitally lies beside the pack, untouched."""
    return f"{BESIDE}/{copy.code}.pdf"


def saying(plan: Plan, where: Where) -> Plan:
    """Return a plan whose papers that went out say under their boxes what each signature is."""
    if not plan.signed:
        return plan
    made = {one.record.id: _said(one, plan, where) for one in plan.documents}
    return replace(
        plan,
        appendices=tuple(made[one.record.id] for one in plan.appendices),
        apart=tuple(made[one.record.id] for one in plan.apart),
        order=tuple(made[one.record.id] if isinstance(one, Appendix) else one for one in plan.order),
    )


@dataclass(frozen=True, slots=True)
class Under:
    """The signatures under a paper, and what the paper says now (its SHA-256)."""

    paper: SignedPaper
    content_hash: str

    def is_current(self, copy: SignedCopy) -> bool:
        """Whether the paper says now what was signed."""
        return copy.content_hash == self.content_hash


def with_signatures(document: Document, under: Under, where: Where, *, replaced: bool = False) -> Document:
    """Return a paper that says what each signature under it is.

    Args:
        document: the paper, as it was composed.
        under: its signatures.
        where: where signed pages stand; a copy that is not there has none in this file or beside it.
        replaced: boxes of those who have signed are left out, for their signed pages stand behind the paper.
    """
    last = _last_signature(document)
    says, last = under.paper.says, _last_signature(document)
    given = frozenset(one.person for one in says if replaced and one.what in _GIVEN and one.code in where) - {""}
    sections = []
    for number, section in enumerate(document.sections):
        blocks = [new for one in section.blocks for new in _without(one, given)]
        if number == last:
            blocks = _with_marks(blocks, under, where)
        sections.append(replace(section, blocks=tuple(blocks)))
    return replace(document, sections=tuple(sections))


def in_short(document: Document, under: Under, where: Where) -> Document:
    """Return the short form of a paper, saying at its end in one sentence what each signature under the paper is."""
    last, sentence = document.sections[-1], Paragraph(tuple(_in_one(under, where)))
    blocks = list(last.blocks)
    ends = isinstance(blocks[-1], Paragraph) and blocks[-1].style is Style.NOTE if blocks else False
    blocks.insert(len(blocks) - ends, sentence)
    return replace(document, sections=(*document.sections[:-1], replace(last, blocks=tuple(blocks))))


def _said(one: Appendix, plan: Plan, where: Where) -> Appendix:
    paper = plan.signed.get(one.record.id)
    if paper is None:
        return one
    under = Under(paper, one.content_hash)
    document = with_signatures(one.document, under, where)
    short = in_short(one.short, under, where) if one.short else None
    return replace(one, document=document, short=short, short_hash=one.packed_hash if short else "")


def _last_signature(document: Document) -> int:
    boxed = [n for n, one in enumerate(document.sections) if any(_is_box(block) for block in one.blocks)]
    return boxed[-1] if boxed else len(document.sections) - 1


def _is_box(block: Block) -> bool:
    return isinstance(block, Signature | Farewell)


def _without(block: Block, given: frozenset[str]) -> Iterator[Block]:
    """Yield a block without the boxes of those who have signed; their statement stays."""
    if not isinstance(block, Signature) or not given:
        yield block
        return
    left = tuple(one for one in block.signatories if _person(one) not in given)
    if left:
        yield replace(block, signatories=left)
    elif block.statement:
        yield Paragraph(block.statement)


def _person(one: Signatory) -> str:
    """Return the id of who signs in a box; empty while nobody is named."""
    paths = (path for inline in one.name if isinstance(inline, Value) for path in inline.paths)
    return next((path.partition("/")[0] for path in paths), "")


def _with_marks(blocks: Sequence[Block], under: Under, where: Where) -> list[Block]:
    """Return blocks with what each signature is: before the first box, else behind all; in a letter, under the name."""
    if any(isinstance(one, Farewell) for one in blocks):
        # A letter is the partner's own, and ends where its page does: no line of ours is added.
        return [_under_name(one, under, where) if isinstance(one, Farewell) else one for one in blocks]
    at = next((n for n, one in enumerate(blocks) if _is_box(one)), len(blocks))
    return [*blocks[:at], _table(under, where), *blocks[at:]]


def _under_name(block: Farewell, under: Under, where: Where) -> Farewell:
    person = _person(block.signatory)
    one = next((each for each in under.paper.says if each.person == person), None)
    if one is None or not person:
        return block
    role = (*block.signatory.role, Text(f" · {_what(one, under)}"), *_led_to(one, where))
    return replace(block, signatory=replace(block.signatory, role=role))


def _table(under: Under, where: Where) -> Table:
    head = TableRow(tuple(_cell((Text(words),)) for words in _HEAD))
    rows = tuple(TableRow(tuple(_cell(words) for words in _row(one, under, where))) for one in under.paper.says)
    return Table(tuple(Column(width) for width in _WIDTHS), (head,), rows, summary=_SUMMARY)


def _in_one(under: Under, where: Where) -> Iterator[Inline]:
    """Yield "Signatures: for Kestrel by hand, scanned, 3 Nov 2026, page 41; for Maitree awaited: on award."."""
    yield Text("Signatures: ")
    for number, one in enumerate(under.paper.says):
        who = f"for {one.organisation}" if one.organisation else one.name
        yield Text(f"{'; ' if number else ''}{who} {_what(one, under)}")
        yield from _led_to(one, where)
    yield Text(".")


def _led_to(one: SignatureSays, where: Where) -> Inlines:
    place = where.get(one.code, ()) if one.code else ()
    return (Text(", "), *place) if place else ()


def _row(one: SignatureSays, under: Under, where: Where) -> tuple[Inlines, ...]:
    place = where.get(one.code, ()) if one.code else ()
    return (Text(one.organisation or "–"),), (Text(one.name or "–"),), (Text(_what(one, under)),), place or (Text("–"),)


def _what(one: SignatureSays, under: Under) -> str:
    """Return what a signature is, in words: how it was given and when, or by when it is awaited."""
    if one.what is What.AWAITED:
        return f"awaited: {STAGES[SignatureStage(one.stage)].lower()}"
    on = f", {short_date(date.fromisoformat(one.day))}" if one.day else ""
    copy = next((each for each in under.paper.copies if each.code == one.code), None)
    older = f"; of version {copy.version}, which says other words" if copy and not under.is_current(copy) else ""
    return f"{_WORDS[one.what]}{on}{older}"


def _cell(words: Inlines) -> Cell:
    return Cell((words,))
