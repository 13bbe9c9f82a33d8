# SPDX-License-Identifier: MPL-2.0
"""The evidence matrix: each partner against the five questions, with the pages that answer them."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.blocks.blocks import Cell, Column, Heading, Paragraph, Style, Table, TableRow
from evidencepack.blocks.document import Document, Section
from evidencepack.blocks.inlines import CrossReference, Inline, Inlines, Show, Text
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
_ON_A_LINE = 3
_NOTE = (
    "A reference gives the appendix letter and the boxed number of the page on which the schedule or clause begins. An "
    "empty place has no evidence in this pack. Where several papers answer a question, those made for it stand here."
)
_NOBODY = "Which partner answers which question"
_SHARED_NOTE = (
    "A reference gives the appendix letter and the boxed number of the page on which the schedule or clause begins. "
    "The first row holds for every partner; an empty place adds nothing to it. Where several papers answer a question, "
    "those made for it stand here."
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
                rows=_rows(front),
                note=(Text(_SHARED_NOTE if _shared(front) else _NOTE),),
                summary="For each partner, where each of the five questions is answered.",
            ),
        ),
        landscape=True,
    )
    return Document(MATRIX, _TITLE, front.running, (section,))


def _rows(front: Front) -> tuple[TableRow, ...]:
    """Return the rows of all partners and of each; while nobody leads, that of whoever will."""
    if not front.partners:
        return (TableRow((Cell((front.bidder,)), *(Cell(((),)) for _ in EvaluatorQuestion))),)
    return (*_all_partners(front), *(_row(partner, front) for partner in front.partners))


def headline(front: Front) -> str:
    """Return the title, made of what the matrix prints: "Five partners, five questions, 62 references"."""
    if not front.partners:
        return _NOBODY
    found = [_shared(front), *(_own(partner, front) for partner in front.partners)]
    references = sum(len(_best(question, documents)) for documents in found for question in EvaluatorQuestion)
    return sentence_case(
        f"{counted(len(front.partners), 'partner')}, {counted(len(EvaluatorQuestion), 'question')}, "
        f"{counted(references, 'reference')}"
    )


def _head(question: EvaluatorQuestion) -> Cell:
    number = list(EvaluatorQuestion).index(question) + 1
    return Cell(((Text(f"{number} {question.value.capitalize()}"),), (Text(_ASKED[question]),)))


def _all_partners(front: Front) -> tuple[TableRow, ...]:
    """Return the row of the documents to which every partner is a party, if there are any."""
    shared = _shared(front)
    if not shared:
        return ()
    name = (Text(f"All {counted(len(front.partners), 'partner')}"),)
    cells = (_lines(question, _best(question, shared)) for question in EvaluatorQuestion)
    return (TableRow((Cell((name,)), *map(Cell, cells))),)


def _row(partner: Partner, front: Front) -> TableRow:
    names = (partner.name, partner.other_script) if partner.other_script else (partner.name,)
    found = (_cell(partner, question, front) for question in EvaluatorQuestion)
    return TableRow((Cell(names), *found))


def _cell(partner: Partner, question: EvaluatorQuestion, front: Front) -> Cell:
    """Return what the partner claims and where it is shown; a claim that nothing shows is not printed."""
    places = _lines(question, _best(question, _own(partner, front)))
    shown = places or _best(question, _shared(front))
    claim = partner.claims.get(question, ()) if shown else ()
    return Cell((claim, *places) if claim else places)


def _best(question: EvaluatorQuestion, documents: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """Return the documents made to answer a question; those that answer it by the way if there are none."""
    found = tuple(listed for listed in documents if question in listed.places)
    return tuple(listed for listed in found if question in listed.main) or found


def _lines(question: EvaluatorQuestion, documents: tuple[Listed, ...]) -> tuple[Inlines, ...]:
    """Return the references to documents, three on a line, so that the eye finds each of many."""
    starts = range(0, len(documents), _ON_A_LINE)
    return tuple(tuple(_places(question, documents[start : start + _ON_A_LINE])) for start in starts)


def _places(question: EvaluatorQuestion, documents: tuple[Listed, ...]) -> Iterator[Inline]:
    for place, listed in enumerate(documents):
        # No-break spaces: a reference is one thing, and the typesetter cannot know a letter from a word.
        yield Text(f"{'; ' if place else ''}{listed.document.letter}\u00a0p\u00a0")
        yield CrossReference(listed.places[question], Show.PAGE)


def _shared(front: Front) -> tuple[Listed, ...]:
    """Return the documents to which every partner is a party; none where there is one partner alone."""
    everyone = {partner.organisation for partner in front.partners}
    return tuple(listed for listed in front.documents if everyone <= listed.parties) if len(everyone) > 1 else ()


def _own(partner: Partner, front: Front) -> tuple[Listed, ...]:
    """Return the documents of a partner that are not everybody's."""
    return tuple(
        listed for listed in front.documents if partner.organisation in listed.parties and listed not in _shared(front)
    )
