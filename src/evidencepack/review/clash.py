# SPDX-License-Identifier: MPL-2.0
"""How a rule says that words contradict a fact: both sides, each one click away, and a way to say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding, Fix, Put, Side
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field
from evidencepack.library.rule_words import RuleWords
from evidencepack.library.wording import HOUSE_WORDING
from evidencepack.review.prose import Prose, plain_label
from evidencepack.review.reading import Reading
from evidencepack.review.rule import OfRecord, Rule, Whole
from evidencepack.review.scope import records_in_use
from evidencepack.review.sentences import Sentence
from evidencepack.review.spoken_names import called
from evidencepack.review.telling import rows


@dataclass(frozen=True, slots=True)
class Fact:
    """What stands elsewhere: the record and the field where it is entered, the column and row in a table, its words."""

    path: FieldPath
    words: str


def together(*finds: OfRecord) -> OfRecord:
    """Return what several rules say of one record, one behind the other."""

    def find(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
        for one in finds:
            yield from one(reading, words, record)

    return find


def both(*rules: Rule) -> Whole:
    """Return what several rules say of everything, one behind the other."""

    def rule(reading: Reading, words: RuleWords) -> Iterator[Finding]:
        for one in rules:
            yield from one(reading, words)

    return rule


def in_use(find: OfRecord) -> OfRecord:
    """Return what a rule says of a record if documents stand on it, for a rule that is asked of every record."""

    def found(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
        if record.id in reading.once(_used):
            yield from find(reading, words, record)

    return found


def _used(reading: Reading) -> frozenset[str]:
    return frozenset(one.id for one in records_in_use(reading))


def fact(record: Record, field: str, words: str) -> Fact:
    """Return a fact that is an answer of a record."""
    return Fact(FieldPath(record.id, field), words)


@dataclass(frozen=True, slots=True)
class Against:
    """What words are held against: of what or whom, what is known, and the words with which the two would agree.

    ``instead`` is empty where no words can simply be put in the place of the others.
    """

    of: str
    known: Sequence[Fact]
    instead: str = ""


def clash(reading: Reading, words: RuleWords, sentence: Sentence, span: tuple[int, int], against: Against) -> Finding:
    """Return a finding that some words of a sentence contradict what is known."""
    prose, start, end = sentence.prose, sentence.start + span[0], sentence.start + span[1]
    here = prose.text[start:end]
    found = _finding(reading, words, prose, here, against)
    instead = against.instead if words.fix else ""
    fixes = (_fix(reading, words, prose, (start, end), instead),) if instead else ()
    return replace(found, quote=here, span=(start, end), fixes=fixes)


def differ(
    reading: Reading, words: RuleWords, mine: Fact, of: str, known: Sequence[Fact], mend: Put | None = None
) -> Finding:
    """Return a finding that an answer, which is no words, contradicts what is known."""
    record = reading.facts.records[mine.path.record]
    label, here = label_at(reading, mine.path), mine.words
    found = _finding(reading, words, Prose(record, mine.path, label, here), here, Against(of, known))
    fixes = (Fix(words.fix.format(instead=known[0].words), (mend,)),) if mend and words.fix else ()
    return replace(found, fixes=fixes)


def label_at(reading: Reading, path: FieldPath) -> str:
    """Return what was asked at a place, without its mark; of a cell, with its table and the line."""
    asked = _asked(reading, path)
    if asked is None:
        return path.column or path.field
    if not path.column:
        return plain_label(asked)
    record = reading.facts.records[path.record]
    lines = [row.id for row in rows(record, path.field)]
    line = f", line {lines.index(path.row) + 1}" if path.row in lines else ""
    return f"{plain_label(reading.library[record.kind].fields[path.field])}: {plain_label(asked)}{line}"


def people(reading: Reading, ids: Iterable[str]) -> str:
    """Return the names of people, as a sentence says them."""
    return " or ".join(called(one) for name in dict.fromkeys(ids) if (one := reading.facts.get(name)))


def _finding(reading: Reading, words: RuleWords, prose: Prose, here: str, against: Against) -> Finding:
    said = list(dict.fromkeys(one.words for one in against.known))
    message = words.row_message.format(
        document=reading.called(prose.about),
        fact=prose.label,
        here=here,
        record=against.of,
        of=f" ({against.of})" if against.of else "",
        elsewhere="” or “".join(said),
    )
    mine = Side(str(prose.path), f"{reading.called(prose.about)}: {prose.label}", here)
    sides = (mine, *(Side(str(one.path), _called_at(reading, one.path), one.words) for one in against.known))
    return Finding(f"CHK-{words.id}", words.severity, prose.about.id, str(prose.path), message, sides=sides)


def _called_at(reading: Reading, path: FieldPath) -> str:
    return f"{reading.called(reading.facts.records[path.record])}: {label_at(reading, path)}"


def _fix(reading: Reading, words: RuleWords, prose: Prose, span: tuple[int, int], instead: str) -> Fix:
    asked = _asked(reading, prose.path)
    typed = asked.type if asked else FieldType.LONG_TEXT
    text = prose.text[: span[0]] + instead + prose.text[span[1] :]
    return Fix(words.fix.format(instead=instead), (Put(prose.path, typed, text),))


def _asked(reading: Reading, path: FieldPath) -> Field | None:
    record = reading.facts.records[path.record]
    if record.kind == HOUSE_WORDING:
        return None
    asked = reading.library[record.kind].fields.get(path.field)
    if asked is None or not path.column:
        return asked
    return next((one for one in asked.columns if one.id == path.column), None)
