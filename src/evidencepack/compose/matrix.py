# SPDX-License-Identifier: MPL-2.0
"""The evidence matrix: each partner against the five questions, with the pages that answer them."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.blocks.blocks import Cell, Column, Heading, Paragraph, Style, Table, TableRow
from evidencepack.blocks.document import Document, Section
from evidencepack.blocks.inlines import CrossReference, Inline, Show, Text
from evidencepack.compose.counting import counted, sentence_case
from evidencepack.compose.front import LABEL, MATRIX, Front, Listed, Partner
from evidencepack.domain.trade import EvaluatorQuestion

_TITLE = "Evidence matrix"
_ASKED = {
    EvaluatorQuestion.PURPOSE: "Which gap is closed?",
    EvaluatorQuestion.CONTRIBUTION: "What and how much?",
    EvaluatorQuestion.GOVERNANCE: "Who answers for it?",
    EvaluatorQuestion.EVIDENCE: "What has it achieved?",
    EvaluatorQuestion.ASSURANCE: "How is it checked?",
}
_PARTNERS, _QUESTION = 35.0, 43.4
_NOTE = (
    "A reference gives the appendix letter and the boxed number of the page on which the schedule or clause begins. An "
    "empty place has no evidence in this pack."
)


def matrix(front: Front) -> Document:
    """Return the matrix; only documents of this pack in which the partner is a party are referred to."""
    section = Section(
        (
            Paragraph((Text(LABEL),), Style.OPENER),
            Heading(1, (Text(headline(front)),)),
            Table(
                columns=(Column(_PARTNERS), *(Column(_QUESTION) for _ in EvaluatorQuestion)),
                head=(TableRow((Cell(((Text("Partner"),),)), *(_head(question) for question in EvaluatorQuestion))),),
                rows=tuple(_row(partner, front.documents) for partner in front.partners),
                note=(Text(_NOTE),),
                summary="For each partner, where each of the five questions is answered.",
            ),
        ),
        landscape=True,
    )
    return Document(MATRIX, _TITLE, front.running, (section,))


def headline(front: Front) -> str:
    """Return the title, made of what the matrix prints: "Five partners, five questions, 62 references"."""
    references = sum(len(listed.places) for partner in front.partners for listed in _of(partner, front.documents))
    return sentence_case(
        f"{counted(len(front.partners), 'partner')}, {counted(len(EvaluatorQuestion), 'question')}, "
        f"{counted(references, 'reference')}"
    )


def _head(question: EvaluatorQuestion) -> Cell:
    number = list(EvaluatorQuestion).index(question) + 1
    return Cell(((Text(f"{number} {question.value.capitalize()}"),), (Text(_ASKED[question]),)))


def _row(partner: Partner, documents: tuple[Listed, ...]) -> TableRow:
    names = (partner.name, partner.other_script) if partner.other_script else (partner.name,)
    found = (_cell(partner, question, documents) for question in EvaluatorQuestion)
    return TableRow((Cell(names), *found))


def _cell(partner: Partner, question: EvaluatorQuestion, documents: tuple[Listed, ...]) -> Cell:
    """Return what the partner claims and where it is shown; a claim that nothing shows is not printed."""
    places = tuple(_places(question, _of(partner, documents)))
    if not places:
        return Cell(())
    claim = partner.claims.get(question, ())
    return Cell((claim, places) if claim else (places,))


def _places(question: EvaluatorQuestion, documents: Iterator[Listed]) -> Iterator[Inline]:
    found = [(listed.document.letter, listed.places[question]) for listed in documents if question in listed.places]
    for place, (letter, target) in enumerate(found):
        # No-break spaces: a reference is one thing, and the typesetter cannot know a letter from a word.
        yield Text(f"{'; ' if place else ''}{letter}\u00a0p\u00a0")
        yield CrossReference(target, Show.PAGE)


def _of(partner: Partner, documents: tuple[Listed, ...]) -> Iterator[Listed]:
    return (listed for listed in documents if partner.organisation in listed.parties)
