# SPDX-License-Identifier: MPL-2.0
"""What the pages before the appendices say: plain data for cover, contents and evidence matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from evidencepack.blocks.document import Document, Running
from evidencepack.blocks.inlines import Inlines
from evidencepack.domain.trade import EvaluatorQuestion

COVER, CONTENTS, MATRIX, GRID = "pack/cover", "pack/contents", "pack/matrix", "pack/coverage"
"""Anchors of the documents before the appendices; the last is only there where the tender says so."""

CHANGES = "pack/changes"
"""The anchor of the change slip, which stands behind the appendices so that their pages keep their numbers."""

LABEL = "Partnership evidence pack"
LEAD_ROLE = "Lead provider"
"""What whoever leads is in every bid."""


@dataclass(frozen=True, slots=True)
class Partner:
    """One organisation of the bid: its record id, its names, what it is in this bid, and what it claims."""

    organisation: str
    name: Inlines
    role: Inlines
    other_script: Inlines = ()
    claims: Mapping[EvaluatorQuestion, Inlines] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listed:
    """One appendix: its composed document with its letter, whose it is, and where it answers which question.

    ``version`` and ``signed`` are printed as given ("v1.0, 10 Feb 2027", "5 to sign"). ``parties`` are record ids of
    organisations. ``places`` are anchors inside the document by question, ``main`` the questions that it answers best.
    """

    document: Document
    version: str = ""
    signed: str = "–"
    parties: frozenset[str] = frozenset()
    places: Mapping[EvaluatorQuestion, str] = field(default_factory=dict)
    main: frozenset[EvaluatorQuestion] = frozenset()


@dataclass(frozen=True, slots=True)
class Between:
    """What the contents of a bundle list beside our documents: a file from outside, or a section.

    ``before`` is how many documents stand before it. ``dated`` is printed as given; ``section``: it is a heading. What
    was withdrawn keeps its line, which leads to the change slip.
    """

    before: int
    anchor: str
    letter: str
    title: Inlines
    dated: str = ""
    section: bool = False


@dataclass(frozen=True, slots=True)
class Front:
    """Everything that cover, contents and evidence matrix print.

    ``tender_line`` is reference and lot, ``contact`` lines of who answers for the bid, ``pages`` the number of pages
    of the whole pack and ``sides`` those of its appendices (0 while they are not known), ``limit`` the sides of
    appendix that the tender allows (0 for none). ``reader`` says whose copy it is, if it is not the buyer's. ``grid``:
    the coverage grid stands after the matrix. ``apart``: the Word file has other pages than the PDF. ``issued``: it is
    no draft any more, so that the day it is due is the day it is submitted. ``between`` is what a bundle holds beside
    our documents; ``elsewhere`` says in our own pages alone where that is (empty for nothing). ``changes`` is the title
    of the change slip, if there is one. ``volumes`` is how many files the bundle is in; 0 for one.
    """

    running: Running
    bidder: Inlines
    title: Inlines
    tender_line: Inlines
    buyer: Inlines
    partners: tuple[Partner, ...]
    documents: tuple[Listed, ...]
    submitted: Inlines = ()
    contact: tuple[Inlines, ...] = ()
    pages: int = 0
    sides: int = 0
    limit: int = 0
    reader: str = ""
    grid: bool = False
    apart: bool = False
    issued: bool = True
    between: tuple[Between, ...] = ()
    elsewhere: str = ""
    changes: str = ""
    volumes: int = 0
