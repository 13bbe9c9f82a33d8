# SPDX-License-Identifier: MPL-2.0
"""The opening of a document and what its running header and footer say."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.blocks.blocks import Block, Heading, Paragraph, Style
from evidencepack.blocks.document import Running
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.bound import Answered
from evidencepack.compose.counting import sentence_case
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.paragraphs import tidy
from evidencepack.compose.plain import plain
from evidencepack.compose.printing import printed
from evidencepack.compose.scope import Scope
from evidencepack.compose.short_form import EXPLAINED, PLAINLY_EXPLAINED, SHORT_FORM
from evidencepack.library.template import Template

_VERSION = "version"
_MARKING = "marking"
DRAFT = "draft"
"""What the footer says of a document that has no version yet, or one that is no whole number."""


def opener_blocks(scope: Scope, anchor: str = "") -> tuple[Block, ...]:
    """Return the label over the rule, the headline, and under it the facts and the lead, where the kind has them.

    ``anchor`` is that of a schedule that the headline stands over, if the document opens with one.
    """
    kind = scope.kind
    blocks: list[Block] = [
        Paragraph(_label(scope), Style.OPENER),
        Heading(1, headline(scope), anchor),
    ]
    lead = _one_paragraph(kind.lead, scope)
    under = ((_facts(scope), Style.FACTS), (lead, Style.LEAD))
    blocks.extend(Paragraph(words, style) for words, style in under if words)
    return tuple(blocks)


def _facts(scope: Scope) -> Inlines:
    """Return the line of facts; in a short form also of which paper it is one, and where the rest stands."""
    facts = _begun(_one_paragraph(scope.kind.facts, scope))
    if not scope.short:
        return facts
    opening = (*facts, Text(" · short form of ")) if facts else (Text("Short form of "),)
    why = EXPLAINED if _has_numbers(scope) else PLAINLY_EXPLAINED
    note = _one_paragraph(scope.kind.short_note, scope)
    said = (*opening, *printed(scope, scope.step(scope.own, "reference")), Text(f", {_numbered(scope)}; {why}"))
    return (*said, Text(" "), *note) if note else said


def _begun(facts: Inlines) -> Inlines:
    """Return a line that begins with a capital: what comes first may be words that stand behind others elsewhere."""
    if not facts or not isinstance(first := facts[0], Text):
        return facts
    return (replace(first, text=sentence_case(first.text)), *facts[1:])


def _has_numbers(scope: Scope) -> bool:
    """Say whether the paper has numbers at all, in which a reader could miss one."""
    kind = scope.kind
    return kind.numbered and bool(kind.clauses or any(schedule.numbered for schedule in kind.schedules))


def _label(scope: Scope) -> Inlines:
    """Return the line over the rule: what the paper is, and its marking if somebody chose one."""
    label = Text(scope.kind.label or scope.kind.title)
    marking = scope.step(scope.own, _MARKING) if _MARKING in scope.kind.fields else None
    return (label, Text(" · "), *printed(scope, marking)) if isinstance(marking, Answered) else (label,)


def headline(scope: Scope) -> Inlines:
    """Return the H1: what the kind's headline prints, else its name."""
    return _one_paragraph(scope.kind.headline, scope) or (Text(scope.kind.title),)


def title(scope: Scope) -> str:
    """Return what contents and bookmarks call the document, in its short form too."""
    return f"{_title(scope)}, {SHORT_FORM}" if scope.short else _title(scope)


def _title(scope: Scope) -> str:
    """Return what the document is called; with what its kind adds to tell it from others, or its own headline."""
    own = _one_paragraph(scope.kind.called, scope) or headline(scope)
    answers = [inline for inline in own if isinstance(inline, Value)]
    known = bool(answers) and not any(answer.missing for answer in answers)
    return f"{scope.kind.title}: {plain(own)}" if known else scope.kind.title


def running(scope: Scope) -> Running:
    """Return the words of header and footer: the lead's legal name if it is known, the title, reference and version."""
    lead = scope.step(scope.lead(), "legal_name")
    name = plain(printed(scope, lead)) if isinstance(lead, Answered) else ""
    return Running(name, title(scope), scope.record.reference, version(scope))


def version(scope: Scope) -> str:
    """Return "version 1.0", with "short form" behind it where that is what it is."""
    return f"{_numbered(scope)}, {SHORT_FORM}" if scope.short else _numbered(scope)


def _numbered(scope: Scope) -> str:
    """Return "version 1.0", "version 0.6 draft" (only whole numbers are signed), or "draft" without a version."""
    if _VERSION not in scope.kind.fields:
        return DRAFT
    found = scope.step(scope.own, _VERSION)
    if not isinstance(found, Answered):
        return DRAFT
    number = plain(printed(scope, found))
    return f"version {number}" if number.endswith(".0") else f"version {number} {DRAFT}"


def _one_paragraph(template: Template | None, scope: Scope) -> Inlines:
    return tidy(evaluate(template, scope)) if template else ()
