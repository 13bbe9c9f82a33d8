# SPDX-License-Identifier: MPL-2.0
"""What a kind is, once read: steps, fields, clauses, schedules, signatures. Plain frozen data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from evidencepack.domain.trade import (
    Advice,
    Audience,
    EvaluatorQuestion,
    Nation,
    PartnerType,
    SignatureStage,
    Strength,
    Visibility,
    Weight,
)
from evidencepack.domain.values import FieldType
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.glossary import Term
from evidencepack.library.nations import NationNames
from evidencepack.library.reuse_model import Reuse
from evidencepack.library.rule_words import RuleWords
from evidencepack.library.starters_model import Starter
from evidencepack.library.template import Name, Output, Template

PAPER = "paper"
"""Stands for a kind where a reference may lead to any document, or to an annex."""

_ANNEX = "annex"


class Test(StrEnum):
    """The tests a condition can make: three, and their opposites."""

    IS = "="
    IS_NOT = "!="
    IN = "in"
    NOT_IN = "not in"
    SET = "set"
    NOT_SET = "not set"


class PackForm(StrEnum):
    """In which form a document stands in the tender's pack: whole, or in its short parts alone."""

    FULL = "full"
    SHORT = "short"


class Written(StrEnum):
    """How a line is written: as a person likes; or as a colour, such as #1F5C99."""

    FREELY = "freely"
    COLOUR = "colour"


class Accepts(StrEnum):
    """What a file may be: any file, as it is; a picture, drawn anew for its place on paper; a template of Word's.

    Of a template only its looks are kept. Or one for a bundle: its pages stand there, or it comes beside as it is.
    """

    ANYTHING = "anything"
    LOGO = "logo"
    WORD_TEMPLATE = "word_template"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Condition:
    """One test of an answer, such as ``field = value``; in a table ``field`` may name a column of the row.

    ``table``: the test is of any row of that table, and ``field`` is its column. ``others``: tests any of which may
    hold instead.
    """

    field: str
    test: Test
    values: tuple[str, ...] = ()
    table: str = ""
    others: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a pick-list: its stored id, the words a person sees, and a line of help (may be empty)."""

    id: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field or a column: makes the form, the check, the merge value, the Word control and the help page.

    ``rows_of`` names a kind: the table then shows those shared records (and ``columns`` are their fields);
    ``of_parties`` keeps only rows whose field ``by`` is among the document's parties, and ``only`` those whose own
    answers pass. ``any_unit``: a number may have any words behind it that say what it counts. ``narrowed_by`` names
    the choice of the same record that says who may see a table; it can narrow ``visibility``, never widen it.
    ``unused`` says why no words, condition or layout of any kind reads the answer. ``longest``: how many characters
    may be typed; 0 is as many as a person likes. ``least`` and ``most``: how much can be right, in pounds, per cent,
    days or what is counted; None is what is usual for its type. ``written``: in which form a line is written. ``past``:
    a day that cannot be still to come, such as that of a signature.
    """

    id: str
    label: str
    type: FieldType
    help: str
    example: str = ""
    weak: str = ""
    strong: str = ""
    source: str = ""
    required: bool = False
    visibility: Visibility = Visibility.PRIVATE
    weight: Weight = Weight.NOTIFY
    words: int = 0
    longest: int = 0
    least: int | None = None
    most: int | None = None
    written: Written = Written.FREELY
    past: bool = False
    answers: tuple[EvaluatorQuestion, ...] = ()
    choices: tuple[Choice, ...] = ()
    units: tuple[str, ...] = ()
    any_unit: bool = False
    to: str = ""
    shown_when: tuple[Condition, ...] = ()
    required_when: tuple[Condition, ...] = ()
    columns: tuple[Field, ...] = ()
    rows_of: str = ""
    of_parties: bool = False
    by: str = "party"
    only: tuple[Condition, ...] = ()
    accepts: Accepts = Accepts.ANYTHING
    unused: str = ""
    narrowed_by: str = ""

    def column(self, name: str) -> Field:
        """Return a column by id; KeyError if there is none."""
        return next(column for column in self.columns if column.id == name)


@dataclass(frozen=True, slots=True)
class Step:
    """One topic of the guided form: its title, a sentence, and the ids of its fields."""

    id: str
    title: str
    fields: tuple[str, ...]
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: heading and words. Paragraphs become 3.1, 3.2; lines that begin with "- " become (a), (b).

    ``audience`` is the widest one that reads it: a clause for partners stands in no pack. ``words`` is the text as it
    was written. ``guarded``: a change of it blocks until an adviser's yes is recorded. ``each`` names a table field
    with columns ``heading`` and ``words``: the document has one such clause for each row. ``modified``: the clause
    needs advice, and somebody changed it in house. ``headed``: a letter prints its heading before its first words.
    ``short``: it stands in the short form of the document.
    """

    key: str
    heading: str
    text: Template
    advice: tuple[Advice, ...] = ()
    binding: bool = False
    when: tuple[Condition, ...] = ()
    answers: tuple[EvaluatorQuestion, ...] = ()
    audience: Audience = Audience.PACK
    nations: tuple[Nation, ...] = ()
    words: str = ""
    guarded: bool = False
    each: str = ""
    modified: bool = False
    headed: bool = True
    short: bool = False


@dataclass(frozen=True, slots=True)
class ScheduleColumn:
    """A column of a schedule: heading, width in millimetres (0 = what is left), words evaluated with ``row`` bound.

    ``score`` names what is multiplied instead: numbers, and choices, which count by their place in their list.
    ``total``: the table ends with a row that adds the column up.
    """

    heading: str
    text: Template
    width: float = 0.0
    align: str = "left"
    score: tuple[str, ...] = ()
    total: bool = False

    @property
    def summed(self) -> tuple[str, ...]:
        """Return the name behind ``row`` that a column to add up prints, and nothing else; empty for other words."""
        match self.text:
            case (Output(of=Name(parts=("row", *names))),):
                return tuple(names)
        return ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """A schedule after the clauses: a heading, a layout of ``compose.layouts``, and the field whose rows it shows.

    ``opens``: it stands before the clauses, such as a figure that shows at a glance what they say. ``short``: it stands
    in the short form of the document.
    """

    key: str
    heading: str
    layout: str
    of: str = ""
    columns: tuple[ScheduleColumn, ...] = ()
    intro: Template | None = None
    note: Template | None = None
    empty: str = ""
    landscape: bool = False
    size: float = 9.5
    numbered: bool = True
    opens: bool = False
    clause: str = ""
    when: tuple[Condition, ...] = ()
    answers: tuple[EvaluatorQuestion, ...] = ()
    audience: Audience = Audience.PACK
    nations: tuple[Nation, ...] = ()
    intro_words: str = ""
    note_words: str = ""
    short: bool = False


def has_short_parts(clauses: Iterable[Clause], schedules: Iterable[Schedule]) -> bool:
    """Whether any of the parts of a document stands in its short form."""
    return any(clause.short for clause in clauses) or any(schedule.short for schedule in schedules)


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """Who signs: ``by`` is ``each_party`` or a table field whose rows name people; role, stage and the words above.

    Where the conditions of ``when`` do not hold nobody signs.

    In every part ``..._words`` is a text as it was written.
    """

    by: str
    stage: SignatureStage
    role: str
    kind: str
    statement: Template
    heading: str = "Signatures"
    statement_words: str = ""
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """What stands around the words of a letter: the sender's address, to whom, when, the greeting, what it is about.

    A line of ``details``, ``addressee`` and ``subject`` is a line on paper. ``farewell`` is what stands before the
    signature.
    """

    details: Template
    addressee: Template
    date: Template
    greeting: Template
    subject: Template
    farewell: Template


@dataclass(frozen=True, slots=True)
class Kind:
    """A document kind or a record kind, as its TOML file says. ``order`` is its place among the kinds of a pack.

    ``answered_at`` names, for a question, the clause or schedule to which the evidence matrix leads. ``in_pack`` says
    whether its documents go into packs when their own record does not say, and ``pack_form`` in which form, where there
    is a choice; ``short_note`` says in the short form where a reader finds the rest. ``nations`` are those for which
    its words were written; a clause or schedule with nations of its own was written for those. ``called`` is what
    contents and bookmarks add to the title, where the headline is too long for them.
    """

    id: str
    version: int
    title: str
    plain_title: str
    reference: str
    purpose: str
    document: bool
    fields: Mapping[str, Field]
    steps: tuple[Step, ...]
    answers: Mapping[EvaluatorQuestion, Strength]
    answered_at: Mapping[EvaluatorQuestion, str] = field(default_factory=dict)
    clauses: tuple[Clause, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    signatures: tuple[SignatureLine, ...] = ()
    parties: str = ""
    label: str = ""
    headline: Template | None = None
    called: Template | None = None
    facts: Template | None = None
    lead: Template | None = None
    short_note: Template | None = None
    letter: Letter | None = None
    landscape: bool = False
    small_headings: bool = False
    notice: str = ""
    numbered: bool = True
    order: int = 0
    one_per_tender: bool = False
    shared: bool = False
    starters: tuple[Starter, ...] = ()
    in_pack: bool = True
    pack_form: PackForm = PackForm.FULL
    nations: tuple[Nation, ...] = (Nation.ENGLAND,)

    @property
    def shortens(self) -> bool:
        """Whether its documents have a short form."""
        return has_short_parts(self.clauses, self.schedules)


@dataclass(frozen=True, slots=True)
class PartnerGuide:
    """What is known of a type of partner, in the words of ``resources/partner_types.toml``.

    ``organisations`` are the choices of ``organisation.org_type`` that are of this type. ``checks`` is the field of
    ``partnership`` whose choices say what to show. ``answer`` is what to do about the ``risk``. ``kinds`` are the
    documents and records to begin with, ``starters`` ("kind/starter") the examples.
    """

    id: PartnerType
    title: str
    organisations: tuple[str, ...]
    best_for: str
    checks: str
    risk: str
    answer: str
    kinds: tuple[str, ...]
    starters: tuple[str, ...]
    source: str = ""


class UnknownKindError(EvidencePackError):
    """A record is of a kind that the program does not have."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_KIND


@dataclass(frozen=True, slots=True)
class Library:
    """Every kind that ships, by id, the words of every review rule, by the rule's id ("RQ-01"), and names of law.

    ``reuse`` says what of an old paper goes into a new tender.
    """

    kinds: Mapping[str, Kind]
    rules: Mapping[str, RuleWords] = field(default_factory=dict)
    glossary: tuple[Term, ...] = field(default=(), kw_only=True)
    partner_types: Mapping[PartnerType, PartnerGuide] = field(default_factory=dict)
    nations: Mapping[Nation, NationNames] = field(default_factory=dict)
    reuse: Reuse = field(default_factory=Reuse)

    def takes(self, target: str, kind: str) -> bool:
        """Whether a reference that leads to ``target`` may name a record of a kind."""
        return kind == target or (target == PAPER and (self[kind].document or kind == _ANNEX))

    def title_of(self, target: str) -> str:
        """Return what people call that to which a reference leads: the title of its kind."""
        return "Paper" if target == PAPER else self[target].title

    def __getitem__(self, kind: str) -> Kind:
        """Return a kind by its id.

        Raises:
            UnknownKindError: if there is none; a workspace may hold records of it all the same.
        """
        if kind not in self.kinds:
            raise UnknownKindError(
                f"The program has no kind “{kind}”: its file {kind}.toml is missing. No answer of yours was touched. "
                "Put the file back or install the program again, then try again."
            )
        return self.kinds[kind]
