# SPDX-License-Identifier: MPL-2.0
"""Writes down the packs of the benchmark of Word files for both sides: the sample, and synthetic ones.

Argument: a folder. It is a process of its own, for the system counts the memory of who starts a process as its own.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bid import documents
from timed import run
from word_data import answers
from word_job import Job
from word_template import template

from evidencepack.blocks.blocks import Block, Figure, Figures
from evidencepack.blocks.document import Document
from evidencepack.blocks.figures import Trend
from evidencepack.blocks.inlines import Link, Value
from evidencepack.bootstrap import Program
from evidencepack.pack.build import pack_part
from evidencepack.pack.plan import plan_pack
from evidencepack.pack.press import Format
from evidencepack.render.properties import Properties
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.workspaces import open_existing, tender_facts

_PAGES = 42
"""Of the sample pack, which its cover speaks of."""


def main(folder: Path) -> None:
    """Write a folder for each pack, and the peer's template."""
    (folder / "template.docx").write_bytes(template(Program().press.template))
    hundred = _synthetic(21)
    sample = _sample(folder)
    _write(folder / "sample", [sample])
    _write(folder / "sample-bare", [_bare(sample)])
    _write(folder / "hundred", [hundred])
    _write(folder / "hundred-bare", [_bare(hundred)])
    _write(folder / "thousand", [_synthetic(208)])
    _write(folder / "apart", _apart(hundred))
    _write(folder / "one", _apart(hundred)[:1])


def _write(folder: Path, jobs: Sequence[Job]) -> None:
    folder.mkdir()
    (folder / "jobs.pickle").write_bytes(pickle.dumps(jobs))
    (folder / "answers.json").write_text(json.dumps([answers(job) for job in jobs]), encoding="utf-8")


def _sample(folder: Path) -> Job:
    """Return the sample pack, composed; without the curves in it, which the peer has no means to draw."""
    file, program = folder / "sample.evidencepack", Program()
    run(["-m", "evidencepack", "sample", str(file)])
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, "")
    plan = plan_pack(facts, program.library, as_of=as_of(facts))
    part = pack_part(plan, tuple(Format), pages=_PAGES, sides=_PAGES - 3)
    shown = tuple(_without_curves(document) for document in part.documents)
    questions = {path: part.asked(path) for path in dict.fromkeys(_paths(shown))}
    return Job("sample", shown, part.properties, questions=questions)


def _synthetic(count: int) -> Job:
    """Return a pack of so many documents of about five pages."""
    return Job(f"pack-{count}", documents(count), _properties("PACK"))


def _apart(job: Job) -> list[Job]:
    """Return a job for each document of a pack by itself, without the list of contents."""
    return [
        Job(one.anchor, (one,), _properties(one.running.reference), stamp=False)
        for one in job.documents
        if one.anchor != "contents"
    ]


def _properties(reference: str) -> Properties:
    return Properties("Benchmark", "Ferrybank Home Support Ltd", "Bench", reference, "1.0", date(2027, 2, 15))


def _without_curves(document: Document) -> Document:
    def kept(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(block for block in blocks if not (isinstance(block, Figures) or _is_curve(block)))

    return replace(document, sections=tuple(replace(one, blocks=kept(one.blocks)) for one in document.sections))


def _is_curve(block: Block) -> bool:
    return isinstance(block, Figure) and isinstance(block.drawing, Trend)


def _bare(job: Job) -> Job:
    """Return a pack of which nobody knows what was answered, so that our file has as little as the peer's."""
    return replace(job, documents=tuple(_unanswered(document) for document in job.documents))


def _unanswered(part: Any) -> Any:
    """Return blocks whose answers are words like any others: no controls, no bookmarks round them, no manifest."""
    if isinstance(part, tuple):
        return tuple(_unanswered(one) for one in part)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    inner = {one.name: _unanswered(getattr(part, one.name)) for one in fields(part)}
    return replace(part, **(inner | {"paths": ()} if isinstance(part, Value | Link) else inner))


def _paths(part: object) -> Iterator[str]:
    """Yield the paths of the answers in blocks."""
    if isinstance(part, Value | Link):
        yield from part.paths
    elif isinstance(part, tuple):
        for one in part:
            yield from _paths(one)
    elif is_dataclass(part):
        for one in fields(part):
            yield from _paths(getattr(part, one.name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
