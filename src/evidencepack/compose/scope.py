# SPDX-License-Identifier: MPL-2.0
"""Scope: what each name of a template means while one document is composed, and how a dot follows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.bound import Answered, Bound, Entity, Item, RowOf, Rows, Unanswered
from evidencepack.compose.counting import lower_first
from evidencepack.compose.visibility import narrowed
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer, FieldType, Reference, Table
from evidencepack.library.conditions import Reader, holds, is_answered
from evidencepack.library.model import Clause, Condition, Field, Kind, Library, Schedule
from evidencepack.library.nations import nation_of
from evidencepack.library.rows import ORGANISATION, parties_of, reader, shared_rows
from evidencepack.library.vocabulary import LAW

GOVERNANCE = "governance"
"""The kind of record that holds a tender's ways of working."""

ROW = "row"
"""What the templates of table cells call the row they stand in."""

CALLED_BY = ("short_name", "full_name", "name", "legal_name", "title")
"""Fields that say what a record is called, the first answered one counts; a document is called by its reference."""

_READERS = (Audience.OWN, Audience.PARTNER, Audience.PACK)
_LEAD_FIELD = "lead_provider"
_HEADERS = ("reference", "title")


@dataclass(frozen=True, slots=True)
class Edition:
    """How a document is made: ``short``, in its short form; ``codes``, by record what the footers of others have.

    ``needed`` are the paths of answers that are missing in it although not all of them would be printed. ``party`` is
    the organisation (an id) that alone signs this copy; empty for a copy that all sign.
    """

    short: bool = False
    codes: Mapping[str, str] = field(default_factory=dict)
    needed: frozenset[str] = frozenset()
    party: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """One document's answers and everything its templates may name. The facts hold only what the audience may see.

    ``in_table``: an optional answer that is not there leaves its cell empty, where running text would show the gap.
    ``edition``: how the document is made.
    ``local``: by the path of a fact that the document tells in another way, the path of its own cell that says so.
    """

    kind: Kind
    record: Record
    facts: Facts
    library: Library
    audience: Audience
    loops: Mapping[str, Item] = field(default_factory=dict)
    in_table: bool = False
    local: Mapping[str, str] = field(default_factory=dict)
    edition: Edition = field(default_factory=Edition)

    @property
    def own(self) -> Entity:
        """The document itself."""
        return Entity(self.record, self.kind)

    @property
    def short(self) -> bool:
        """Whether the document is made in its short form."""
        return self.edition.short

    def bind(self, name: str, item: Item) -> Scope:
        """Return a scope in which ``name`` also means this row or record."""
        return replace(self, loops={**self.loops, name: item})

    def of_row(self, item: Item) -> Scope:
        """Return the scope of a table cell: ``row`` is this row or record."""
        return replace(self.bind(ROW, item), in_table=True)

    def keeps(self, part: Clause | Schedule) -> bool:
        """Whether a clause or schedule is part of this document: its conditions hold and its readers are meant."""
        meant = _READERS.index(self.audience) <= _READERS.index(part.audience) and self._may_see_rows_of(part)
        return meant and self.holds(part.when)

    def shows(self, part: Clause | Schedule) -> bool:
        """Whether a clause or schedule is printed: part of this document and, in its short form, of that too."""
        return self.keeps(part) and (part.short or not self.short)

    def holds(self, conditions: Sequence[Condition]) -> bool:
        """Whether conditions on the document's own answers all hold."""
        return holds(conditions, self.record.answers, rows=self._reader(self.record))

    def find(self, parts: tuple[str, ...]) -> Bound:
        """Return what a dotted name stands for.

        Raises:
            KeyError: if there is no such name; kinds are checked when they are loaded, so this is a bug.
        """
        if parts[0] == LAW and LAW not in self.loops:
            return self._law(*parts[1:])
        bound: Bound = self._root(parts[0])
        for name in parts[1:]:
            bound = self.step(bound, name)
        return bound

    def step(self, bound: Bound, name: str) -> Bound:
        """Return what ``.name`` behind a name stands for; a reference is followed to its record.

        Raises:
            KeyError: if the kind has no such field, or nothing can stand behind the name.
        """
        match bound:
            case Entity():
                return self._field(bound, name)
            case RowOf():
                return self._cell(bound, name)
            case Answered(value=Reference()):
                return self.step(self.follow(bound), name)
            case Unanswered():
                return self._beyond(bound, name)
            case _:
                raise KeyError(name)

    def follow(self, found: Answered) -> Entity | Unanswered:
        """Return the record that a reference names, or the lack of one if it is not there."""
        target = self.facts.get(found.value.record) if isinstance(found.value, Reference) else None
        if target is None:
            return Unanswered(found.field.label, found.path, found.field.to)
        return Entity(target, self.library[target.kind])

    def rows(self, name: str) -> Rows:
        """Return the rows of one of the document's own table fields."""
        found = self._field(self.own, name)
        if not isinstance(found, Rows):
            raise KeyError(name)
        return found

    def parties(self) -> frozenset[str]:
        """Return the ids of the organisations that are parties to the document."""
        found = parties_of(self.record, self.kind, self.facts, self.library)
        return frozenset(name for name in found if self.facts.get(name))

    def party_items(self) -> tuple[Item | Unanswered, ...]:
        """Return what stands for each party, in order: a row of the parties table, or the one organisation named."""
        found = self._field(self.own, self.kind.parties)
        return found.items if isinstance(found, Rows) else (self.entity(found),)

    def organisation_of(self, party: Item | Unanswered) -> Entity | Unanswered:
        """Return the organisation that a row of the parties table names; an organisation names itself."""
        if isinstance(party, Unanswered) or (isinstance(party, Entity) and party.kind.id == ORGANISATION):
            return party
        return self.entity(self.step(party, ORGANISATION))

    def entity(self, bound: Bound) -> Entity | Unanswered:
        """Return the record a name stands for, following a reference.

        Raises:
            KeyError: if the name stands for something that is no record.
        """
        match bound:
            case Entity() | Unanswered():
                return bound
            case Answered():
                return self.follow(bound)
            case _:
                raise KeyError(ORGANISATION)

    def lead(self) -> Entity | Unanswered:
        """Return the lead provider: the organisation that the tender names as such."""
        return self.entity(self._field(self._tender(), _LEAD_FIELD))

    def _root(self, name: str) -> Bound:
        if name in self.loops:
            return self.loops[name]
        if name == self.kind.id:
            return self.own
        roots = {"tender": self._tender, "lead": self.lead, GOVERNANCE: self._governance}
        return roots[name]()

    def _law(self, term: str) -> Inlines:
        """Return what the tender's nation calls a law or a body; nothing where it has none of the kind."""
        words = self.library.nations[nation_of(self.facts)].law[term]
        return (Text(words),) if words else ()

    def _tender(self) -> Entity:
        tender = self.facts.records[self.facts.tender]
        return Entity(tender, self.library[tender.kind])

    def _governance(self) -> Entity | Unanswered:
        kind = self.library[GOVERNANCE]
        for record in self.facts.of_kind(GOVERNANCE):
            return Entity(record, kind)
        return Unanswered(kind.title, str(FieldPath(self.facts.tender, GOVERNANCE)), GOVERNANCE)

    def _field(self, entity: Entity, name: str) -> Bound:
        path = str(FieldPath(entity.record.id, name))
        spec = entity.kind.fields.get(name)
        if spec is None:
            return _header(entity, name, path)
        if spec.type is FieldType.TABLE:
            needed = _required(spec, entity.record.answers, self._reader(entity.record))
            return Rows(spec, path, tuple(self._items(entity, spec)), needed)
        answers = entity.record.answers
        return _bind(spec, answers.get(name), self.local.get(path, path), answers, self._reader(entity.record))

    def _items(self, entity: Entity, spec: Field) -> Iterator[Item]:
        if not spec.rows_of:
            table = entity.record.answers.get(spec.id)
            yield from (RowOf(entity, spec, row) for row in (table.rows if isinstance(table, Table) else ()))
            return
        for record in shared_rows(entity.record, spec, self.facts, self.library):
            yield Entity(record, self.library[record.kind])

    def _cell(self, row: RowOf, name: str) -> Answered | Unanswered:
        spec = next((column for column in row.field.columns if column.id == name), None)
        if spec is None:
            raise KeyError(name)
        path = str(FieldPath(row.entity.record.id, row.field.id, row.row.id, name))
        around = {**row.entity.record.answers, **row.row.cells}
        return _bind(spec, row.row.cells.get(name), path, around, self._reader(row.entity.record))

    def _may_see_rows_of(self, part: Clause | Schedule) -> bool:
        """Whether the record's own choice leaves this audience the table that a schedule shows."""
        table = self.kind.fields.get(part.of) if isinstance(part, Schedule) else None
        return table is None or self.audience.may_see(narrowed(table, self.record.answers))

    def _reader(self, record: Record) -> Reader:
        return reader(record, self.facts, self.library)

    def _beyond(self, gap: Unanswered, name: str) -> Unanswered:
        """What stands behind a reference that is not there: the same gap, if the name could exist at all.

        A record's name stands for the record, so only what else is wanted of it needs words of its own.
        """
        spec = self.library[gap.to].fields.get(name)
        if spec is None and name not in _HEADERS:
            raise KeyError(name)
        if spec is None or name in CALLED_BY:
            return replace(gap, to=spec.to if spec else "")
        return replace(gap, to=spec.to, of=lower_first(spec.label))


def _bind(
    spec: Field, answer: Answer | None, path: str, around: Mapping[str, Answer], rows: Reader
) -> Answered | Unanswered:
    if answer is None or isinstance(answer, Table) or not is_answered(answer):
        return Unanswered(spec.label, path, spec.to, _required(spec, around, rows))
    return Answered(answer, spec, path)


def _required(spec: Field, around: Mapping[str, Answer], rows: Reader) -> bool:
    needed = spec.required or bool(spec.required_when and holds(spec.required_when, around, rows=rows))
    return needed and holds(spec.shown_when, around, rows=rows)


def _header(entity: Entity, name: str, path: str) -> Bound:
    """Return what every record has without a field for it: its reference, and a document's title."""
    if name == "title" and entity.kind.document:
        return (Text(entity.kind.title),)
    if name != "reference":
        raise KeyError(name)
    spec = Field("reference", "Reference", FieldType.TEXT, help="")
    if not entity.record.reference.strip():
        return Unanswered(f"{entity.kind.title} reference", path)
    return Answered(entity.record.reference, spec, path)
