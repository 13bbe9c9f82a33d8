# SPDX-License-Identifier: MPL-2.0
"""A letter: the sender's own head, to whom and about what, short paragraphs, and a line to sign on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from evidencepack.blocks.blocks import Block, Farewell, Heading, Letterhead, Paragraph
from evidencepack.blocks.inlines import Inlines, LineBreak, Text
from evidencepack.compose.bound import Answered, Entity, Unanswered
from evidencepack.compose.clauses import plain_blocks
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.paragraphs import lines, paragraphs, tidy
from evidencepack.compose.printing import missing, printed
from evidencepack.compose.scope import Scope
from evidencepack.compose.signature import signatories, signature_lines
from evidencepack.library.model import Clause, Letter

_OTHER_SCRIPT = "name_other_script"


def letter_blocks(letter: Letter, scope: Scope) -> tuple[Block, ...]:
    """Return the blocks of a letter; whoever signs for its party writes it."""
    return (
        _head(letter, scope),
        Paragraph(tidy(evaluate(letter.greeting, scope))),
        Heading(1, _on_lines(lines(evaluate(letter.subject, scope))), small=True),
        *(block for clause in scope.kind.clauses for block in _clause(clause, scope)),
        *_end(letter, scope),
    )


def _head(letter: Letter, scope: Scope) -> Letterhead:
    sender = next((scope.organisation_of(item) for item in scope.party_items()), None)
    return Letterhead(
        sender=_name(sender, scope),
        other=_other(sender, scope),
        details=lines(evaluate(letter.details, scope)),
        addressee=_one_by_one(lines(evaluate(letter.addressee, scope))),
        date=tidy(evaluate(letter.date, scope)),
    )


def _name(sender: Entity | Unanswered | None, scope: Scope) -> Inlines:
    match sender:
        case Entity():
            return printed(scope, scope.step(sender, "legal_name"))
        case Unanswered():
            return missing(sender)
        case _:
            return ()


def _other(sender: Entity | Unanswered | None, scope: Scope) -> Inlines:
    """Return the sender's name in another script, if it has one."""
    found = scope.step(sender, _OTHER_SCRIPT) if isinstance(sender, Entity) else None
    return printed(scope, found) if isinstance(found, Answered) else ()


def _clause(clause: Clause, scope: Scope) -> Iterator[Block]:
    """Give the paragraphs of a clause; its heading runs into the first of them."""
    if not scope.keeps(clause):
        return
    first, *rest = plain_blocks(paragraphs(evaluate(clause.text, scope)))
    if clause.headed and isinstance(first, Paragraph):
        yield replace(first, inlines=(Text(f"{clause.heading}. ", bold=True), *first.inlines))
    elif clause.headed:
        yield from (Paragraph((Text(f"{clause.heading}:", bold=True),)), first)
    else:
        yield first
    yield from rest


def _end(letter: Letter, scope: Scope) -> Iterator[Block]:
    """Give what whoever signs says, and room for each to sign."""
    for line in signature_lines(scope):
        yield Paragraph(tidy(evaluate(line.statement, scope)))
        words = tidy(evaluate(letter.farewell, scope))
        for signatory in signatories(line, scope):
            yield Farewell(words, signatory)


def _one_by_one(found: tuple[Inlines, ...]) -> tuple[Inlines, ...]:
    """Return lines of which none has a line break in it."""
    split = (tuple(words) for line in found for _, words in groupby(line, lambda word: isinstance(word, LineBreak)))
    return tuple(words for words in split if not isinstance(words[0], LineBreak))


def _on_lines(found: tuple[Inlines, ...]) -> Inlines:
    return tuple(inline for place, line in enumerate(found) for inline in ((LineBreak(), *line) if place else line))
