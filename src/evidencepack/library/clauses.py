# SPDX-License-Identifier: MPL-2.0
"""Clauses, schedules and signature lines of a document kind, read from its file."""

from __future__ import annotations

from evidencepack.blocks.blocks import Align
from evidencepack.domain.trade import Advice, Audience, EvaluatorQuestion, Nation, SignatureStage
from evidencepack.library.fields import read_conditions
from evidencepack.library.model import Clause, Schedule, ScheduleColumn, SignatureLine
from evidencepack.library.problems import TemplateError
from evidencepack.library.template import Template
from evidencepack.library.templates import parse_template
from evidencepack.library.toml_table import TomlTable
from evidencepack.library.vocabulary import LAYOUTS, NAME, SIGNING

_TOTALLED = "record_table"


def read_template(entry: TomlTable, key: str, *, needed: bool = False) -> Template:
    """Read the words at a key; empty when absent or wrong (which is noted)."""
    return _parsed(entry, key, entry.text(key, needed=needed))


def _parsed(entry: TomlTable, key: str, words: str) -> Template:
    try:
        return parse_template(words)
    except TemplateError as error:
        entry.refuse(key, str(error))
        return ()


def read_optional_template(entry: TomlTable, key: str) -> Template | None:
    """Read the words at a key, or None when the key is absent."""
    return read_template(entry, key) if entry.has(key) else None


def read_clauses(top: TomlTable) -> tuple[Clause, ...]:
    """Read every ``[[clause]]``."""
    entries = top.each("clause", "key")
    clauses = tuple(_read_clause(entry) for entry in entries)
    top.refuse_repeats("clause", [clause.key for clause in clauses])
    return clauses


def read_schedules(top: TomlTable) -> tuple[Schedule, ...]:
    """Read every ``[[schedule]]`` with its ``[[cell]]`` entries."""
    cells: dict[str, list[ScheduleColumn]] = {}
    for entry in top.each("cell", "schedule", "heading"):
        cells.setdefault(entry.text("schedule", needed=True), []).append(_read_cell(entry))
    schedules = tuple(_read_schedule(entry, cells) for entry in top.each("schedule", "key"))
    keys = [schedule.key for schedule in schedules]
    top.refuse_repeats("schedule", keys)
    for owner in cells:
        if owner not in keys:
            top.refuse("cell.schedule", f"there is no schedule '{owner}'")
    return schedules


def read_signatures(top: TomlTable) -> tuple[SignatureLine, ...]:
    """Read every ``[[signature]]``."""
    return tuple(_read_signature(entry) for entry in top.each("signature", "role"))


def _read_clause(entry: TomlTable) -> Clause:
    words = entry.text("text", needed=True)
    clause = Clause(
        key=entry.name("key"),
        heading=entry.text("heading", needed=True),
        text=_parsed(entry, "text", words),
        advice=entry.some_of("advice", Advice),
        binding=entry.flag("binding"),
        when=read_conditions(entry, "when"),
        answers=entry.some_of("answers", EvaluatorQuestion),
        audience=entry.one_of("audience", Audience, Audience.PACK),
        nations=entry.some_of("nations", Nation),
        words=words,
        guarded=entry.flag("guarded"),
        each=entry.text("each"),
        headed=entry.flag("headed", default=True),
        short=entry.flag("short"),
    )
    entry.finish()
    return clause


def _read_cell(entry: TomlTable) -> ScheduleColumn:
    column = ScheduleColumn(
        heading=entry.text("heading", needed=True),
        text=read_template(entry, "text", needed=not entry.has("score")),
        width=entry.number("width"),
        align=entry.one_of("align", Align, Align.LEFT).value,
        score=entry.texts("score"),
        total=entry.flag("total"),
    )
    if "{{" in column.heading or "{%" in column.heading:
        entry.refuse("heading", "is printed as it stands: fields go into the text")
    if column.total and not column.summed:
        entry.refuse("total", "goes only with a text that is one name of the row, such as {{ row.amount }}")
    if column.text and column.score:
        entry.refuse("score", "stands in the place of text; a cell has one of them")
    entry.finish()
    return column


def _read_schedule(entry: TomlTable, cells: dict[str, list[ScheduleColumn]]) -> Schedule:
    key = entry.name("key")
    intro, note = entry.text("intro"), entry.text("note")
    schedule = Schedule(
        key=key,
        heading=entry.text("heading", needed=True),
        layout=entry.text("layout", needed=True),
        of=entry.text("of"),
        columns=tuple(cells.get(key, ())),
        intro=_parsed(entry, "intro", intro) if intro else None,
        note=_parsed(entry, "note", note) if note else None,
        empty=entry.text("empty"),
        landscape=entry.flag("landscape"),
        size=entry.number("size", default=9.5),
        numbered=entry.flag("numbered", default=True),
        opens=entry.flag("opens"),
        clause=entry.text("clause"),
        when=read_conditions(entry, "when"),
        answers=entry.some_of("answers", EvaluatorQuestion),
        audience=entry.one_of("audience", Audience, Audience.PACK),
        nations=entry.some_of("nations", Nation),
        intro_words=intro,
        note_words=note,
        short=entry.flag("short"),
    )
    _check_layout(entry, schedule)
    entry.finish()
    return schedule


def _check_layout(entry: TomlTable, schedule: Schedule) -> None:
    rule = LAYOUTS.get(schedule.layout)
    if rule is None:
        if schedule.layout:
            entry.refuse("layout", f"'{schedule.layout}' is not known; choose from {', '.join(sorted(LAYOUTS))}")
        return
    if rule.of is not None and rule.of != bool(schedule.of):
        entry.refuse("of", "is missing: it names the table field to show" if rule.of else "does not go with the layout")
    if any(column.total for column in schedule.columns) and schedule.layout != _TOTALLED:
        entry.refuse("layout", f"only {_TOTALLED} adds columns up")
    if any(column.total for column in schedule.columns[:1]):
        entry.refuse("layout", "the first column names the rows, so it cannot be added up")
    if rule.cells != bool(schedule.columns):
        entry.refuse("layout", f"{schedule.layout} {'needs' if rule.cells else 'takes no'} [[cell]] entries")


def _read_signature(entry: TomlTable) -> SignatureLine:
    statement = entry.text("statement", needed=True)
    line = SignatureLine(
        by=entry.name("by"),
        stage=entry.one_of("stage", SignatureStage),
        role=entry.text("role", needed=True),
        kind=entry.text("kind", needed=True),
        statement=_parsed(entry, "statement", statement),
        heading=entry.text("heading") or "Signatures",
        statement_words=statement,
        when=read_conditions(entry, "when"),
    )
    if not NAME.fullmatch(line.role):
        entry.refuse("role", "is not a name (lower-case letters, digits and _ only)")
    if line.kind and line.kind not in SIGNING:
        entry.refuse("kind", f"'{line.kind}' is not known; choose from {', '.join(sorted(SIGNING))}")
    entry.finish()
    return line
