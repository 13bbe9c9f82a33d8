# SPDX-License-Identifier: MPL-2.0
"""The page before a paper that somebody is to sign: what it is, what they give and get, what changes if they sign.

It says what the answers and the kind say, and nothing else of the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from evidencepack.blocks.blocks import Block, Bullets, Cell, Column, Heading, Paragraph, Style, Table, TableRow
from evidencepack.blocks.document import Document, Section
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.bound import Answered, Entity
from evidencepack.compose.clauses import ADVICE
from evidencepack.compose.counting import counted
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.formats import long_date
from evidencepack.compose.layouts.changed_words import NOTHING_CHANGED, said_of
from evidencepack.compose.layouts.signature_register import STAGES
from evidencepack.compose.modified import ModifiedClause
from evidencepack.compose.opener import title, version
from evidencepack.compose.paragraphs import tidy
from evidencepack.compose.printing import printed
from evidencepack.compose.scope import Scope
from evidencepack.compose.sheets.copies import CopyFor, asked_of, boxes_of, part, plain
from evidencepack.compose.signature import ACKNOWLEDGED, Asked
from evidencepack.compose.telling import differences
from evidencepack.domain.values import Reference
from evidencepack.library.model import SignatureLine

ASKING = "asking"
"""Behind the id of the paper: the anchor of the page."""

_TITLE = "What we are asking you to sign"
_Lists: TypeAlias = tuple[tuple[str, str, tuple[str, ...], str], ...]
_GIVES: _Lists = (
    ("contribution", "party", ("what", "volume", "where_when"), ""),
    ("commitment", "party", ("promise",), ""),
    ("data_flow", "sender", ("name",), "Information: "),
)
"""Records that say what an organisation gives: their kind, the field that names it, the fields, what stands before."""
_GETS: _Lists = (
    ("guarantee", "party", ("promise", "how_checked"), ""),
    ("data_flow", "receiver", ("name",), "Information: "),
)
_BINDING = "These parts are marked as binding: "
_ONLY = "A signature counts for these words alone: if the paper changes, we ask you again."
_ON_PAPER_OR_SCREEN, _ON_PAPER = "Sign in ink, or on the screen,", "Sign in ink"
_BY_MARKS = "The square and the bars tell us which page of which version each one is, so please leave them free."
_BY_CODE = "The code at the foot tells us which version each page is of. Words typed into this file change nothing."
_HEAD, _WIDTHS = ("Clause", "Whose advice", "What is recorded"), (50.0, 42.0, 0.0)


def asking_page(scope: Scope, copy: CopyFor, modified: Sequence[ModifiedClause]) -> Document:
    """Return the page, for the organisation whose copy it is.

    Args:
        scope: the paper, as that organisation may see it.
        copy: whose copy it is.
        modified: the clauses of the paper that are not the template's.
    """
    blocks = (
        Paragraph((Text(f"For {copy.name}"),), Style.OPENER),
        Heading(1, (Text(_TITLE),)),
        Paragraph((Text(_facts(scope, copy)),), Style.FACTS),
        plain(scope.kind.purpose),
        *part("Who signs, and by when", *_who(scope, copy)),
        *part("What you give", _listed(scope, copy, _GIVES) or plain("The paper has no list of what you give.")),
        *part("What you get", _listed(scope, copy, _GETS) or plain("The paper has no list of what you get.")),
        *part("What changes if you sign", *_changes(scope, copy)),
        *part("What was changed from the standard wording", *_modified(scope, modified)),
        *part("How to sign", plain(_how(scope, copy))),
    )
    return Document(f"{scope.record.id}/{ASKING}", _TITLE, copy.running, (Section(blocks),))


def _facts(scope: Scope, copy: CopyFor) -> str:
    return f"{title(scope)} · {scope.record.reference} · {version(scope)} · {counted(copy.pages, 'page')}"


def _who(scope: Scope, copy: CopyFor) -> Iterator[Block]:
    yield Bullets(tuple(_signs(line, one) for line, one in asked_of(scope, copy.organisation.id)))
    if copy.due:
        yield plain(f"It is needed back by {long_date(copy.due)}.")


def _signs(line: SignatureLine, one: Asked) -> Inlines:
    role = (Text(", "), *one.signatory.role) if one.signatory.role else ()
    does = "initials" if line.kind == ACKNOWLEDGED else "signs"
    return (*one.signatory.name, *role, Text(f": {does}, {STAGES[one.stage]}"))


def _listed(scope: Scope, copy: CopyFor, lists: _Lists) -> Bullets | None:
    """Return what the tables of the paper list for the organisation; None where they list nothing."""
    items = tuple(
        (*((Text(behind),) if behind else ()), *words)
        for kind, by, fields, behind in lists
        for words in _items(scope, copy.organisation.id, (kind, by), fields)
    )
    return Bullets(items) if items else None


def _items(scope: Scope, organisation: str, of: tuple[str, str], fields: Sequence[str]) -> Iterator[Inlines]:
    kind, by = of
    for table in scope.kind.fields.values():
        if table.rows_of != kind or not scope.audience.may_see(table.visibility):
            continue
        for item in scope.rows(table.id).items:
            named = item.record.answers.get(by) if isinstance(item, Entity) else None
            if isinstance(item, Entity) and isinstance(named, Reference) and named.record == organisation:
                yield _joined(scope, item, fields)


def _joined(scope: Scope, item: Entity, fields: Sequence[str]) -> Inlines:
    found = [one for name in fields if isinstance(one := scope.step(item, name), Answered)]
    words: Inlines = ()
    for one in found:
        words = (*words, *((Text("; "),) if words else ()), *printed(scope, one))
    return words


def _changes(scope: Scope, copy: CopyFor) -> Iterator[Block]:
    """Give what they say by signing, in the words of the paper, and which of its parts are marked as binding."""
    for line, _ in boxes_of(scope, copy.organisation.id):
        yield Paragraph((Text("By signing you say: “"), *tidy(evaluate(line.statement, scope)), Text("”")))
    binding = [one.heading for one in scope.kind.clauses if one.binding and scope.keeps(one)]
    if binding:
        yield plain(f"{_BINDING}{'; '.join(binding)}.")
    yield plain(_ONLY)


def _modified(scope: Scope, modified: Sequence[ModifiedClause]) -> Iterator[Block]:
    apart = [block for block in differences(scope, scope.facts) if isinstance(block, Bullets)]
    if modified:
        yield Table(
            columns=tuple(map(Column, _WIDTHS)),
            head=(TableRow(tuple(Cell(((Text(words),),)) for words in _HEAD)),),
            rows=tuple(map(_row, modified)),
            summary="Clauses that need advice and are not the template’s, and what is recorded of that advice.",
            size=9,
        )
    if apart:
        yield plain("Where this paper says something else than the others:")
        yield from apart
    if not modified and not apart:
        yield plain(NOTHING_CHANGED)


def _row(one: ModifiedClause) -> TableRow:
    return TableRow(
        (Cell((one.heading,)), Cell(tuple((Text(ADVICE[each]),) for each in one.advice)), Cell(said_of(one)))
    )


def _how(scope: Scope, copy: CopyFor) -> str:
    where = (
        "on the sign-off sheet at the end" if boxes_of(scope, copy.organisation.id) else "where the paper asks for it"
    )
    to = f" to {copy.keeper}" if copy.keeper else ""
    how, known = (_ON_PAPER_OR_SCREEN, _BY_MARKS) if copy.marked else (_ON_PAPER, _BY_CODE)
    back = f"Send all {counted(copy.pages, 'page')} back{to}: paper, a scan, or clear photographs."
    return f"Read every page. {how} {where}. {back} {known}"
