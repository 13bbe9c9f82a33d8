# SPDX-License-Identifier: MPL-2.0
"""Slots: the places of a buyer's portal that take files, and the rules of each, as a tender's records answer them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from evidencepack.domain.print_rules import PrintRules, read_print_rules
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Choices, Number, Reference, Row, Table

MEGABYTE = 1_000_000
"""Bytes: the smaller of the two sizes that are called so, so that no reckoning of a portal is stricter."""

USUAL_LENGTH = 50
"""Characters of a file's name, with its ending, where nobody says how long it may be."""

SLOT = "slot"


class Holds(StrEnum):
    """What can go into a slot: the pack as one file, the pack with its annexes, or one paper alone."""

    PACK = "pack"
    BUNDLE = "bundle"
    PAPER = "paper"


class Letters(StrEnum):
    """Which letters the name of a file may have: plain ones, ``-`` and ``_``; plain ones only; all that are legal."""

    PLAIN = "plain"
    STRICT = "strict"
    ANY = "any"


class Uncounted(StrEnum):
    """What a buyer leaves out when sides or words are counted."""

    COVER = "cover"
    CONTENTS = "contents"
    MATRIX = "matrix"
    HEADINGS = "headings"
    TABLES = "tables"
    CAPTIONS = "captions"
    RUNNING = "running"


@dataclass(frozen=True, slots=True)
class Held:
    """A thing that somebody put into a slot: what it is, the id of the paper, the format ("pdf"; empty: not said)."""

    what: Holds
    paper: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class NameRule:
    """What the files of a slot must be called: a pattern (empty: none), its letters, the longest name in characters."""

    pattern: str = ""
    letters: Letters = Letters.PLAIN
    longest: int = USUAL_LENGTH


_ANY_NAME, _ANY_LOOK = NameRule(), PrintRules()


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot with its rules. Limits are 0, and formats empty, where the buyer says nothing.

    ``mandatory`` unless somebody said that it may stay empty. ``many``: whether it takes more than one file; None while
    nobody has said so. ``max_bytes`` is of each file, ``max_sides`` and ``max_words`` of all files together. ``look``
    is what its pages must look like.
    """

    id: str
    reference: str
    name: str
    mandatory: bool = True
    many: bool | None = None
    questions: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()
    formats: tuple[str, ...] = ()
    max_bytes: int = 0
    max_sides: int = 0
    max_words: int = 0
    uncounted: frozenset[Uncounted] = frozenset()
    naming: NameRule = _ANY_NAME
    look: PrintRules = _ANY_LOOK


def slots_of(facts: Facts) -> tuple[Slot, ...]:
    """Return the slots of a tender in their order. What a slot does not say, the tender's own rules for files say."""
    tender = facts.records[facts.tender]
    return tuple(read_slot(one, tender) for one in facts.of_kind(SLOT))


def read_slot(record: Record, tender: Record) -> Slot:
    """Return a slot as its record answers, with the tender's own rules where it says nothing."""
    answers, whole = record.answers, tender.answers
    many = answers.get("many_files")
    return Slot(
        record.id,
        record.reference,
        _text(answers.get("name")) or record.reference,
        answers.get("mandatory") is not False,
        many if isinstance(many, bool) else None,
        tuple(_linked(answers, "for_questions", "question")),
        tuple(_held(answers)),
        _chosen(answers.get("formats")) or _chosen(whole.get("file_formats")),
        int((_amount(answers, "max_mb") or _amount(whole, "file_max_mb")) * MEGABYTE),
        int(_amount(answers, "max_sides")),
        int(_amount(answers, "max_words")),
        frozenset(Uncounted(one) for one in _chosen(answers.get("not_counted")) if one in set(Uncounted)),
        _name_rule(answers, whole),
        _look(answers, whole),
    )


def _name_rule(answers: Mapping[str, Answer], whole: Mapping[str, Answer]) -> NameRule:
    """Return the rule for names; the tender's pattern counts only if something is filled in: else all are alike."""
    general, letters = _text(whole.get("file_name_pattern")), answers.get("name_letters")
    return NameRule(
        _text(answers.get("file_name")) or (general if "{" in general else ""),
        Letters(letters) if isinstance(letters, str) and letters in set(Letters) else Letters.PLAIN,
        int(_amount(answers, "name_longest")) or USUAL_LENGTH,
    )


def _look(answers: Mapping[str, Answer], whole: Mapping[str, Answer]) -> PrintRules:
    asked = ("typeface", "type_size_pt", "type_size_everywhere", "margin_mm", "page_size")
    return read_print_rules({**whole, **{name: answers[name] for name in asked if name in answers}})


def _held(answers: Mapping[str, Answer]) -> Iterator[Held]:
    for row in _rows(answers, "holds"):
        what, paper = row.cells.get("what"), row.cells.get("paper")
        if isinstance(what, str) and what in set(Holds):
            alone = Holds(what) is Holds.PAPER
            named = paper.record if alone and isinstance(paper, Reference) else ""
            yield Held(Holds(what), named, _text(row.cells.get("form")))


def _linked(answers: Mapping[str, Answer], table: str, column: str) -> Iterator[str]:
    for row in _rows(answers, table):
        link = row.cells.get(column)
        if isinstance(link, Reference):
            yield link.record


def _rows(answers: Mapping[str, Answer], name: str) -> tuple[Row, ...]:
    table = answers.get(name)
    return table.rows if isinstance(table, Table) else ()


def _chosen(answer: Answer | None) -> tuple[str, ...]:
    return answer.chosen if isinstance(answer, Choices) else ()


def _amount(answers: Mapping[str, Answer], name: str) -> float:
    """Return a number that limits something; 0 for none, and for one that limits nothing."""
    answer = answers.get(name)
    return max(0.0, float(answer.amount)) if isinstance(answer, Number) else 0.0


def _text(answer: Answer | None) -> str:
    return answer.strip() if isinstance(answer, str) else ""
