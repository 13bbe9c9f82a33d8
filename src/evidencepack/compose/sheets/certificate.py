# SPDX-License-Identifier: MPL-2.0
"""The certificate of sign-off: on one page, which versions of a paper went out, who signed which, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from evidencepack.blocks.blocks import Block, Cell, Column, Heading, Paragraph, Style, Table, TableRow
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Text
from evidencepack.compose.counting import counted, sentence_case
from evidencepack.compose.formats import long_date, short_date
from evidencepack.compose.joining import and_list
from evidencepack.compose.sheets.copies import part, plain
from evidencepack.compose.sheets.sheet import lines, words

CERTIFICATE = "sheet/certificate"
"""The anchor of the page."""

_TITLE = "Certificate of sign-off"
_VERSION, _OUT = 16.0, 44.0
_WHO, _COPY = 60.0, 54.0
_SIZE = 8.0
_HALF, _FEW = 32, 3
_PROVES = (
    "This page says what the register of signatures holds. It is no signature itself: what was signed is proven by the "
    "signed copies. A file whose SHA-256 stands here is the copy that went out, bit by bit. Whether this page is as it "
    "was made, the program says that holds the register (verify)."
)


@dataclass(frozen=True, slots=True)
class CertifiedVersion:
    """A version that went out: its label, the day, by whom, the SHA-256 of what the paper says."""

    label: str
    day: date
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class CertifiedCopy:
    """A copy: for whom, the people who sign it with role and stage, its code as printed, label of its version.

    ``what`` it is ("copy", "note of changes"), ``pages`` how many it has, ``sha256`` that of its PDF; ``state`` how it
    stands, in words; ``events`` what happened, a line each.
    """

    organisation: str
    people: tuple[str, ...]
    code: str
    label: str
    what: str
    pages: int
    sha256: str
    state: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Certified:
    """What a certificate tells of a paper: its title, what it is for, until which day, versions and copies in order.

    ``signed``, ``awaited`` and ``other`` are the organisations that have signed, have not yet, and will not.
    """

    title: str
    about: str
    until: date
    versions: tuple[CertifiedVersion, ...]
    copies: tuple[CertifiedCopy, ...]
    signed: tuple[str, ...] = ()
    awaited: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


def certificate(certified: Certified, running: Running) -> Document:
    """Return the certificate of one paper."""
    blocks: tuple[Block, ...] = (
        Paragraph(words("Sign-off"), Style.OPENER),
        Heading(1, words(_TITLE)),
        Paragraph(words(f"{certified.title} · {certified.about}"), Style.FACTS),
        Paragraph(words(_standing(certified)), Style.LEAD),
        *part("Versions that went out", _versions(certified.versions)),
        *part("Copies, and what happened to each", _copies(certified.copies)),
        plain(_PROVES),
    )
    return Document(CERTIFICATE, _TITLE, running, (Section(blocks),))


def _standing(certified: Certified) -> str:
    """Return how the paper stands: "As of 26 February 2027: signed by two organisations, Alpha and Bravo."."""
    sorts = (
        ("signed by", certified.signed),
        ("awaited from", certified.awaited),
        ("not signed by", certified.other),
    )
    said = [f"{how} {counted(len(names), 'organisation')}{_named(names)}" for how, names in sorts if names]
    return f"As of {long_date(certified.until)}: {'; '.join(said)}."


def _named(names: Sequence[str]) -> str:
    return f", {and_list(names)}" if len(names) <= _FEW else ""


def _versions(versions: Sequence[CertifiedVersion]) -> Table:
    rows = (
        TableRow((lines(one.label), lines(f"{short_date(one.day)}, by {one.by}"), lines(one.words))) for one in versions
    )
    return _table(
        (("Version", _VERSION), ("Went out", _OUT), ("SHA-256 of its words", 0.0)),
        tuple(rows),
        "Each version that went out: its number, when and by whom, and the SHA-256 of what it says.",
    )


def _copies(copies: Sequence[CertifiedCopy]) -> Table:
    return _table(
        (
            ("For, and who signs", _WHO),
            ("Copy, and SHA-256 of its PDF", _COPY),
            ("What happened, and who noted it", 0.0),
        ),
        tuple(map(_copy, copies)),
        "Each copy: for whom and who signs it, its code, version and SHA-256, how it stands and what happened to it.",
    )


def _copy(one: CertifiedCopy) -> TableRow:
    pages = counted(one.pages, "page")
    which = lines(f"{one.code}, {one.what} {one.label}, {pages}", *wrap(one.sha256, _HALF))
    state = (Text(sentence_case(one.state), bold=True),)
    return TableRow((lines(one.organisation, *one.people), which, Cell((state, *map(words, one.events)))))


def _table(heads: Sequence[tuple[str, float]], rows: tuple[TableRow, ...], summary: str) -> Table:
    return Table(
        columns=tuple(Column(width) for _, width in heads),
        head=(TableRow(tuple(Cell((words(head),)) for head, _ in heads)),),
        rows=rows,
        summary=summary,
        size=_SIZE,
    )
