# SPDX-License-Identifier: MPL-2.0
"""The note of changes: what a paper says otherwise since somebody signed it, old words beside new, to initial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from evidencepack.blocks.blocks import Block, Cell, Column, Entry, Heading, Paragraph, Style, Table, TableRow
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.counting import counted
from evidencepack.compose.formats import long_date
from evidencepack.compose.opener import title, version
from evidencepack.compose.scope import Scope
from evidencepack.compose.sheets.copies import CopyFor, part, plain
from evidencepack.compose.sheets.sheet import words

NOTE = "changes_since_signed"
"""Behind the id of the paper: the anchor of the note."""

_TITLE = "What has changed since you signed"
_WHAT, _WORDS = 44.0, 61.0
_WHO, _INITIALS, _DATE, _ROW = 0.0, 50.0, 44.0, 16.0
_AUTHORITY = 21.0
_SIGNED, _COMPARED = ("You signed", "It says now"), ("Before", "After")
_NOT_THERE = "–"
_AGREE = (
    "With your initials you agree to the words on the right in place of those in the middle. Everything else stands as "
    "you signed it. If you do not agree, leave the initials free and say below what you do not agree to."
)
_KNOW = "Your signature on this paper stands. These answers have changed since; we tell you so that you know."
_NOTHING_TO_SIGN = "There is nothing to sign or to send back. If something is wrong, please tell us."


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """Words that are others than those that were signed: what they are about, before and after (none: not there)."""

    about: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SinceSigned:
    """What changed since a version (its label and the code of the copy, as printed) was signed.

    ``initials`` are the names and roles of who is to initial; nobody where all of it is only to be known.
    """

    label: str
    code: str
    to_agree: tuple[ChangedWords, ...]
    to_know: tuple[ChangedWords, ...]
    initials: tuple[tuple[str, str], ...] = ()


def change_note(scope: Scope, copy: CopyFor, since: SinceSigned) -> Document:
    """Return the note for the organisation whose copy it is; its version is that of the words on the right."""
    blocks: tuple[Block, ...] = (
        Paragraph((Text(f"For {copy.name}"),), Style.OPENER),
        Heading(1, words(_TITLE)),
        Paragraph(words(_facts(scope, copy, since)), Style.FACTS),
        plain(_AGREE if since.to_agree else _KNOW),
        *_listed("To agree to", since.to_agree),
        *_listed("To know", since.to_know),
        *(_to_sign(copy, since) if since.to_agree else part("What to do", plain(_NOTHING_TO_SIGN))),
    )
    return Document(f"{scope.record.id}/{NOTE}", _TITLE, copy.running, (Section(blocks),))


def comparison(
    anchor: str, headline: str, facts: str, groups: Sequence[tuple[str, Sequence[ChangedWords]]], running: Running
) -> Document:
    """Return a page that lists what is other between two versions, under a heading for each group.

    Args:
        anchor: of the page.
        headline: what is compared.
        facts: the line below it.
        groups: a heading, and what changed under it.
        running: head and foot of the pages.
    """
    listed = [block for heading, some in groups for block in _listed(heading, some, _COMPARED)]
    nothing = () if listed else (plain("Nothing has changed."),)
    blocks: tuple[Block, ...] = (
        Paragraph(words("Sign-off"), Style.OPENER),
        Heading(1, words(headline)),
        Paragraph(words(facts), Style.FACTS),
        *listed,
        *nothing,
    )
    return Document(anchor, headline, running, (Section(blocks),))


def _facts(scope: Scope, copy: CopyFor, since: SinceSigned) -> str:
    was = f"signed as version {since.label}, code {since.code}"
    return f"{title(scope)} · {scope.record.reference} · {version(scope)} · {was} · {counted(copy.pages, 'page')}"


def _listed(heading: str, changes: Sequence[ChangedWords], heads: tuple[str, str] = _SIGNED) -> tuple[Block, ...]:
    if not changes:
        return ()
    whole = Table(
        columns=(Column(_WHAT), Column(), Column(_WORDS)),
        head=(TableRow(tuple(Cell((words(head),)) for head in ("What it is about", *heads))),),
        rows=tuple(TableRow((Cell((words(one.about),)), *_both(one))) for one in changes),
        summary=f"{heading}: each change, with its words before and after.",
        size=9.5,
    )
    return part(f"{heading}: {counted(len(changes), 'change')}", whole)


def _both(one: ChangedWords) -> tuple[Cell, Cell]:
    """Return the words before and after; where there is one text each, the words that differ are bold."""
    if len(one.before) != 1 or len(one.after) != 1:
        return _said(one.before), _said(one.after)
    was, now = one.before[0].split(), one.after[0].split()
    found = SequenceMatcher(None, was, now).get_opcodes()
    old = [(tag != "equal", was[i:j]) for tag, i, j, _, _ in found]
    new = [(tag != "equal", now[k:m]) for tag, _, _, k, m in found]
    return Cell((_differing(old),)), Cell((_differing(new),))


def _differing(runs: Sequence[tuple[bool, Sequence[str]]]) -> Inlines:
    said = [(bold, " ".join(some)) for bold, some in runs if some]
    last = len(said) - 1
    return tuple(Text(text if at == last else f"{text} ", bold=bold) for at, (bold, text) in enumerate(said))


def _said(texts: Sequence[str]) -> Cell:
    return Cell(tuple(words(one) for one in texts) or (words(_NOT_THERE),))


def _to_sign(copy: CopyFor, since: SinceSigned) -> Iterator[Block]:
    rows = tuple(_initials(name, role) for name, role in since.initials)
    yield from part(
        "Initials",
        Table(
            columns=(Column(_WHO), Column(_INITIALS), Column(_DATE)),
            head=(TableRow(tuple(Cell((words(head),)) for head in ("Who", "Initials", "Date"))),),
            rows=rows,
            summary="Who initials the changes: name and role, room for initials and for the date.",
            row_height=_ROW,
        ),
        _room(),
    )
    to, due = (f" to {copy.keeper}" if copy.keeper else ""), (f" by {long_date(copy.due)}" if copy.due else "")
    yield plain(f"Send {counted(copy.pages, 'page')} back{to}{due}: paper, a scan, or clear photographs.")


def _initials(name: str, role: str) -> TableRow:
    who: tuple[Inlines, ...] = (words(name), *((words(role),) if role else ()))
    return TableRow((Cell(who), Cell(((),), entry=Entry.INITIALS), Cell(((),), entry=Entry.DATE)))


def _room() -> Table:
    label = Cell((words("What I do not agree to"),))
    return Table(
        columns=(Column(_WHAT), Column()),
        head=(),
        rows=(TableRow((label, Cell(((),), entry=Entry.WORDS))),),
        summary="What I do not agree to: room to write.",
        row_height=_AUTHORITY,
    )
