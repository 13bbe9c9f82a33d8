# SPDX-License-Identifier: MPL-2.0
"""Time the check of a tender beside reading its file, and after one edit, for the sample and for one of 100 pages.

Reading is what ``read_tender_file`` does with bytes that anyone may have sent: JSON to its limits, every key, type,
reference and character looked at. Python's own ``json.loads`` is said too; it looks at nothing. Both sides take turns
and are measured in processor time, without composing or laying out, which no rule does. The larger tender is the sample
with its papers and what they tell copied until its appendices have 100 sides; each copy has a reference of its own.
Argument: how many edits.
"""

from __future__ import annotations

import gc
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median

from timed import line, share

from evidencepack.bootstrap import Program
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Reference, Row, Scalar, Table
from evidencepack.exchange.tender_file import TenderFile, read_tender_file, write_tender_file
from evidencepack.library.model import Library
from evidencepack.review.reading import Given
from evidencepack.review.register import RULES, review
from evidencepack.usecases.checking import LiveCheck, given_of, reading_of
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.importing import import_tender
from evidencepack.usecases.workspaces import create, tender_facts

_SIDES = 100
_OWN = frozenset({"tender", "question", "lot", "slot", "house_wording"})
"""Kinds of which nothing is copied, besides what a tender has once and what all tenders share."""

_SHORT = frozenset({"case_study", "letter_of_support"})
"""Papers of a side or two."""


def main(edits: int) -> None:
    """Print how long checks take, whole and after an edit, and their ratios."""
    program = Program()
    facts = _sample(program)
    _say(program, facts, "the sample", edits)
    _say(program, _longer(program, facts), "100 pages", edits)


def _sample(program: Program) -> Facts:
    with tempfile.TemporaryDirectory() as folder, create(Path(folder) / "sample.evidencepack") as workspace:
        import_tender(workspace, program.sample, library=program.library)
        return tender_facts(workspace, "")


def _longer(program: Program, facts: Facts) -> Facts:
    """Return a tender of 100 sides or a few more: all of it twice, then case studies and letters one by one."""
    kinds = program.library.kinds
    once = {name for name, kind in kinds.items() if kind.shared or kind.one_per_tender} | _OWN
    rest = [one for one in facts.records.values() if one.kind not in once]
    short = cycle([one for one in rest if one.kind in _SHORT])
    facts, number = _with_copies(facts, rest, 1), 1
    while _sides(program, facts) < _SIDES:
        number += 1
        facts = _with_copies(facts, [next(short)], number)
    return facts


def _sides(program: Program, facts: Facts) -> int:
    return given_of(facts, library=program.library, press=program.press).measures.sides or 0


def _with_copies(facts: Facts, records: list[Record], number: int) -> Facts:
    """Return the facts with another copy of these records; what they say of each other they say of the copies."""
    tables = [said for one in records for said in one.answers.values() if isinstance(said, Table)]
    ids = {name: new_id() for name in (*(one.id for one in records), *(row.id for one in tables for row in one.rows))}
    copies = {
        ids[one.id]: replace(one, id=ids[one.id], reference=f"{one.reference}-{number}", answers=_moved(one, ids))
        for one in records
    }
    return replace(facts, records={**facts.records, **copies})


def _moved(record: Record, ids: Mapping[str, str]) -> dict[str, Answer]:
    return {name: _answer(answer, ids) for name, answer in record.answers.items()}


def _answer(answer: Answer, ids: Mapping[str, str]) -> Answer:
    if not isinstance(answer, Table):
        return _cell(answer, ids)
    rows = (Row(ids[row.id], {name: _cell(cell, ids) for name, cell in row.cells.items()}) for row in answer.rows)
    return Table(tuple(rows))


def _cell(cell: Scalar, ids: Mapping[str, str]) -> Scalar:
    if isinstance(cell, Reference):
        return Reference(ids.get(cell.record, cell.record))
    return ids.get(cell, cell) if isinstance(cell, str) else cell


def _say(program: Program, facts: Facts, what: str, edits: int) -> None:
    library, sides = program.library, _sides(program, facts)
    data = write_tender_file(_file(facts), library)
    size = f"{what} ({sides} sides, {len(facts.records)} records, {len(data) // 1024} KiB)"
    pairs = [(_time(lambda: _check(facts, library)), _time(lambda: read_tender_file(data, library))) for _ in range(7)]
    plain = min(_time(lambda: json.loads(data)) for _ in range(7))
    checks, parses = sorted(one for one, _ in pairs), sorted(one for _, one in pairs)
    ratio = median(check / parse for check, parse in pairs)
    line(f"all {len(RULES)} rules on {size}, processor", f"median {median(checks):.0f} ms, quickest {checks[0]:.0f} ms")
    words = f"{ratio:.1f}; {median(parses):.0f} ms, json.loads alone {plain:.1f} ms"
    line(f"the same / reading its file as strictly as we do, processor, {len(pairs)} pairs", words)
    times = _edits(facts, library, edits)
    told = f"median {median(times):.0f} ms, 95th percentile {share(times, 0.95):.0f} ms, longest {max(times):.0f} ms"
    line(f"after one edit of {size}, {edits} edits, processor", told)


def _file(facts: Facts) -> TenderFile:
    return TenderFile(facts.records[facts.tender], as_of(facts), tuple(facts.records.values()))


def _check(facts: Facts, library: Library) -> None:
    review(reading_of(facts, library, Given()))


def _edits(facts: Facts, library: Library, number: int) -> list[float]:
    """Return how long the check took after each of so many edits of an answer in words, in ms."""
    choose = random.Random(20270215)  # noqa: S311  a benchmark makes the same edits each time
    live, times = LiveCheck(library), []
    live.check(facts)
    spots = [
        (one.id, name)
        for one in facts.records.values()
        for name, said in one.answers.items()
        if isinstance(said, str) and " " in said
    ]
    for _ in range(number):
        record, name = choose.choice(spots)
        old = facts.records[record]
        answers = {
            **old.answers,
            name: f"{old.answers[name]} {choose.choice(('Every Friday.', 'By noon.', '12 of 14.'))}",
        }
        facts = replace(facts, records={**facts.records, record: replace(old, answers=answers)})
        times.append(_time(partial(live.check, facts)))
    return times


def _time(work: Callable[[], object]) -> float:
    """Return the processor time of some work, in ms; what was thrown away before it is swept up first."""
    gc.collect()
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]))
