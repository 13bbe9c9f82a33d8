# SPDX-License-Identifier: MPL-2.0
"""The pages of the manual about kinds of document: made of what the kinds themselves say, so that no word drifts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from evidencepack.domain.trade import EvaluatorQuestion, Strength
from evidencepack.library.glossary import Term
from evidencepack.library.manual import PAPER, Group, Heading, Page, Part, Points, Steps, Text
from evidencepack.library.model import Field, Kind

GLOSSARY = "glossary"
"""The name of the page with the words explained."""

FOR, BEFORE, STEPS, TIPS = "What it is for", "Before you start", "Steps", "Tips"
"""The headings of every such page, in order."""

_EVALUATORS_ASK: Final[Mapping[EvaluatorQuestion, str]] = {
    EvaluatorQuestion.PURPOSE: "why you work together",
    EvaluatorQuestion.CONTRIBUTION: "what each partner gives",
    EvaluatorQuestion.GOVERNANCE: "who answers for what",
    EvaluatorQuestion.EVIDENCE: "what you have achieved together",
    EvaluatorQuestion.ASSURANCE: "how the work is checked",
}
_MOST_TIPS = 4
_MOST_STARTERS = 5
_MOST_QUESTIONS = 3


def paper_pages(kinds: Mapping[str, Kind]) -> tuple[Page, ...]:
    """Return a page for each kind of document, in the order of a pack."""
    papers = sorted((kind for kind in kinds.values() if kind.document), key=lambda kind: (kind.order, kind.id))
    return tuple(Page(f"{PAPER}{kind.id}", kind.title, Group.PAPERS, tuple(_parts(kind, kinds))) for kind in papers)


def glossary_page(terms: Iterable[Term]) -> Page:
    """Return the page with the words explained, group by group."""
    known = tuple(terms)
    parts: list[Part] = [Text("The words of tenders and care, in plain English.")]
    for group in dict.fromkeys(term.group for term in known):
        parts += [Heading(group), Points(tuple(_explained(term) for term in known if term.group == group))]
    return Page(GLOSSARY, "Words explained", Group.HOW, tuple(parts))


def _explained(term: Term) -> str:
    first, *others = term.names
    also = f" ({', '.join(others)})" if others else ""
    return f"{first}{also}: {term.meaning}"


def _parts(kind: Kind, kinds: Mapping[str, Kind]) -> Iterator[Part]:
    yield Heading(FOR)
    yield Text(
        f"In short: {kind.plain_title[0].lower()}{kind.plain_title[1:]}. It {kind.purpose[0].lower()}{kind.purpose[1:]}"
    )
    if asked := [_EVALUATORS_ASK[one] for one, how in kind.answers.items() if how is Strength.MAIN]:
        yield Text(f"To those who mark the tender it says {_listed(asked)}.")
    yield Text(_where(kind))
    yield Heading(BEFORE)
    yield Points(tuple(_needs(kind, kinds)))
    yield Heading(STEPS)
    yield Steps(tuple(_step(kind, step.title, step.intro, step.fields) for step in kind.steps))
    yield Heading(TIPS)
    yield Points(tuple(_tips(kind)))


def _where(kind: Kind) -> str:
    if not kind.in_pack:
        return "It is for your own use. It goes into the pack only if you say so."
    return "It goes into the pack" + (", whole or in a short form." if kind.shortens else ".")


def _needs(kind: Kind, kinds: Mapping[str, Kind]) -> Iterator[str]:
    """Yield what to have at hand: the records it reads, who signs, an adviser, examples to begin with."""
    named = dict.fromkeys(_named(kind))
    if titles := [kinds[name].title for name in named if name in kinds and name != kind.id]:
        yield f"Enter these first, or on the way: {'; '.join(titles)}."
    if kind.signatures:
        yield "Find out who may sign it, and ask them when they can."
    if kind.notice:
        yield "It is a starting point, not legal advice. Ask a solicitor to read it before anyone signs."
    if starters := [starter.title for starter in kind.starters]:
        more = " and others" if len(starters) > _MOST_STARTERS else ""
        yield f"There are examples to begin with: {'; '.join(starters[:_MOST_STARTERS])}{more}."
    yield "You can begin now and leave out what you do not know yet."


def _named(kind: Kind) -> Iterator[str]:
    for field in kind.fields.values():
        for one in (field, *field.columns):
            yield from filter(None, (one.to, one.rows_of))


def _step(kind: Kind, title: str, intro: str, fields: Iterable[str]) -> str:
    """Return a step with the first of its questions; what every paper asks at its end is not told each time."""
    own = [kind.fields[name].label for name in fields if name in kind.fields]
    asked = [] if title == kind.steps[-1].title else own[:_MOST_QUESTIONS]
    more = f"And {len(own) - len(asked)} more." if asked and len(own) > len(asked) else ""
    return " ".join(filter(None, (_ended(title), intro, "It asks:" if asked else "", *map(_ended, asked), more)))


def _ended(words: str) -> str:
    return words if words.endswith(("?", ".")) else f"{words}."


def _tips(kind: Kind) -> Iterator[str]:
    """Yield the first weak and strong answers of its questions, and what holds for every paper."""
    fields = [one for field in kind.fields.values() for one in (field, *field.columns)]
    for field in [one for one in fields if one.weak and one.strong][:_MOST_TIPS]:
        yield _better(field)
    yield "Read it as a stranger would: “Check your answers” shows all of it on one page."


def _better(field: Field) -> str:
    return f"{_ended(field.label)} Not “{field.weak.rstrip('.')}”, but “{field.strong.rstrip('.')}”."


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
