# SPDX-License-Identifier: MPL-2.0
"""Commands for beginning from nothing: new, add, ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

from evidencepack.bootstrap import Program
from evidencepack.cli.output import quoted, say
from evidencepack.cli.passwords import with_password
from evidencepack.domain.values import FieldType
from evidencepack.errors import ExitCode
from evidencepack.library.model import Condition, Field, Kind, Library, Test
from evidencepack.pack.numbering import ANNEX
from evidencepack.usecases.adding import CannotAddError, add_empty, new_tender
from evidencepack.usecases.annexing import add_annex, added_sentences
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.vetting import vet_file
from evidencepack.usecases.workspaces import filling, open_existing

_WIDE = 100
_TESTS = {
    Test.IS: "is",
    Test.IS_NOT: "is not",
    Test.IN: "is",
    Test.NOT_IN: "is not",
    Test.SET: "has an answer",
    Test.NOT_SET: "has no answer",
}
_TYPES = {
    FieldType.TEXT: "one line",
    FieldType.LONG_TEXT: "a few sentences",
    FieldType.YES_NO: "yes or no",
    FieldType.CHOICE: "one of these",
    FieldType.CHOICES: "some of these, with a comma between",
    FieldType.DURATION: "a length of time",
    FieldType.FREQUENCY: "how often",
    FieldType.TABLE: "a table",
}


@dataclass(frozen=True)
class Asked:
    """The library, and the questions that conditions may name, by id: those of the kind and of the table."""

    library: Library
    known: Mapping[str, Field]

    def tests(self, conditions: tuple[Condition, ...]) -> str:
        """Return conditions in words, such as “lone_working is yes”."""
        return " and ".join(" or ".join(self._test(one) for one in (test, *test.others)) for test in conditions)

    def _test(self, one: Condition) -> str:
        table = self.known.get(one.table)
        field = table.column(one.field) if table else self.known.get(one.field)
        labels = {choice.id: f"“{choice.label}”" for choice in field.choices} if field else {}
        name = f"{one.table}/{one.field}" if one.table else one.field
        values = " or ".join(labels.get(value, value) for value in one.values)
        return f"{name} {_TESTS[one.test]} {values}".strip()


def begin_tender(file: Path, reference: str, title: str) -> ExitCode:
    """Begin a tender from nothing; a workspace that is not there is made."""
    with filling(file) as workspace:
        tender = new_tender(workspace, reference, title)
    say(f"Began the tender {tender.reference} in {file}. What to do next:")
    say("See its questions, with help and examples: evidencepack ask tender")
    say(f'Answer one of them: evidencepack set FILE {quoted(f"{tender.reference}/title")} "Home care in the east"')
    say("See what you can add: evidencepack kinds")
    say("Add one of them: evidencepack add FILE organisation")
    return ExitCode.OK


def add_one(file: Path, what: str, *, tender: str, reference: str) -> ExitCode:
    """Add an empty record or row."""
    program = Program()
    with open_existing(file) as workspace:
        path = add_empty(workspace, what, library=program.library, tender=tender, reference=reference)
    say(f"Added {path}. See its questions with: evidencepack ask {what}" if "/" not in what else f"Added {path}.")
    say(f"Answer its questions with: evidencepack set FILE {quoted(f'{path}/QUESTION')} ANSWER")
    return ExitCode.OK


@dataclass(frozen=True, slots=True)
class FromOutside:
    """A file that becomes an annex: where it is, its title (empty: by its name), and the file with its password."""

    source: Path
    title: str = ""
    password: Path | None = None


def add_file(file: Path, what: str, wanted: FromOutside, *, tender: str, reference: str) -> ExitCode:
    """Add a file from outside as an annex."""
    if what != ANNEX:
        raise CannotAddError(f"Only an {ANNEX} is added from a file. Add a “{what}” without --from, then use: attach.")
    vetted = with_password(lambda password: vet_file(wanted.source, password=password), wanted.password)
    program = Program()
    about = {"tender": tender, "reference": reference, "title": wanted.title}
    with open_existing(file) as workspace:
        added = add_annex(workspace, vetted, library=program.library, **about)
    say(f"Added {added.path}: {added.title}.", *added_sentences(added))
    say(f"What else is asked of it: evidencepack ask {ANNEX}. The bundle: evidencepack export FILE --to FOLDER")
    return ExitCode.OK


def list_questions(kind: str, question: str) -> ExitCode:
    """Print the questions of a kind, or one of them, with help and examples."""
    library = Program().library
    if kind not in library.kinds:
        raise NotFoundError(f"There is no kind called “{kind}”. See them all with: evidencepack kinds")
    found = library[kind]
    if question and question not in found.fields:
        raise NotFoundError(f"{found.title}: there is no question called “{question}”.")
    say(*(_one(found.fields[question], found, library) if question else _all(found, library)))
    return ExitCode.OK


def _all(kind: Kind, library: Library) -> Iterator[str]:
    yield f"{kind.title}. {kind.purpose}"
    for number, step in enumerate(kind.steps, start=1):
        yield from ("", f"{number}. {step.title}")
        if step.intro:
            yield step.intro
        for name in step.fields:
            yield ""
            yield from _one(kind.fields[name], kind, library)


def _one(field: Field, kind: Kind, library: Library) -> Iterator[str]:
    asked = Asked(library, {**{column.id: column for column in field.columns}, **kind.fields})
    yield from _words(field, "  ", asked)
    if field.rows_of:
        yield f"      Its rows are records: evidencepack ask {field.rows_of}"
    for column in () if field.rows_of else field.columns:
        yield from _words(column, "      ", asked)


def _words(field: Field, margin: str, asked: Asked) -> Iterator[str]:
    yield f"{margin}{field.id}: {field.label} ({'; '.join(_kind_of(field, asked))})"
    inside = margin + "    "
    yield from _wrapped(field.help, inside)
    yield from (f"{inside}[ ] {choice.label}" for choice in field.choices)
    for head, words in (("For example", field.example), ("Weak", field.weak), ("Strong", field.strong)):
        if words:
            yield from _wrapped(f"{head}: {words}", inside)


def _kind_of(field: Field, asked: Asked) -> Iterator[str]:
    if field.required:
        yield "needed"
    elif field.required_when:
        yield f"needed if {asked.tests(field.required_when)}"
    if field.shown_when and field.shown_when != field.required_when:
        yield f"asked if {asked.tests(field.shown_when)}"
    yield asked.library.title_of(field.to).lower() if field.to else _TYPES.get(field.type, field.type.value)
    if field.units:
        yield f"in {' or '.join(field.units)}"


def _wrapped(text: str, margin: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield from wrap(line, _WIDE, initial_indent=margin, subsequent_indent=margin)
