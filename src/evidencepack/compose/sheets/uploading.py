# SPDX-License-Identifier: MPL-2.0
"""The upload checklist: each place of the portal with its files, to be ticked by whoever uploads, and by a second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from evidencepack.blocks.blocks import (
    Align,
    Block,
    Bullets,
    Cell,
    Column,
    Entry,
    Fill,
    Heading,
    Paragraph,
    Style,
    Table,
    TableRow,
)
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.counting import counted, sentence_case
from evidencepack.compose.formats import long_date
from evidencepack.compose.sheets.sheet import words

UPLOADING = "sheet/uploading"
"""The anchor of the checklist."""

EARLY = timedelta(hours=48)
"""How long before the deadline to upload: what goes wrong on a portal takes a working day to put right."""

_BOX = (Text("⬜", expansion="box to tick"),)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COLUMNS = (
    Column(8),
    Column(),
    Column(12, Align.RIGHT),
    Column(15, Align.RIGHT),
    Column(26),
    Column(17),
)
_HEADS = ("", "File", "Sides", "MB", "SHA-256", "Checked")
_EMPTY = "EMPTY. Something must be here: without it the bid can be refused."
_OVER = "OVER THE LIMIT. It is more than this place takes: the portal or the buyer can refuse it."
_WRONG = "NOT RIGHT YET. See “Put this right first” below."
_FREE = "Empty. It may stay so."
_NOTE = (
    "MB: millions of bytes. SHA-256: the first 12 signs of the code of a file, as manifest.json gives it whole. "
    "Checked: initials of a second person, who opens each file on the portal."
)
_AFTER = (
    "Open each file on the portal, and see that it begins with the words above.",
    "Press Submit. Keep the receipt, and write its number here:",
    "Who uploaded, on which day, at what time:",
    "Who checked all of it a second time:",
)


@dataclass(frozen=True, slots=True)
class UploadLine:
    """A file to upload: its name, what is in it, its first words, sides (0: not known), size, start of its SHA-256."""

    name: str
    called: str
    first: str
    sides: int
    megabytes: str
    code: str


@dataclass(frozen=True, slots=True)
class UploadPlace:
    """A place of the portal: its name, whether something must be there, its rules in words, its files.

    ``counts`` is how much counts towards its limits ("39 of 40 sides"). ``wrong`` are sentences on what keeps it from
    being right, ``unsure`` on what somebody should look at. ``over``: one of the limits is passed.
    """

    name: str
    mandatory: bool
    rules: str
    files: tuple[UploadLine, ...]
    wrong: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    counts: str = ""
    over: bool = False


def upload_checklist(
    places: Sequence[UploadPlace], running: Running, *, due: date | None, time: str, placeless: Sequence[str] = ()
) -> Document:
    """Return the checklist.

    Args:
        places: the places in their order.
        running: what stands at the head and the foot of its pages.
        due: the last day.
        time: its hour as the buyer says it; empty: not said.
        placeless: a sentence on each file that the bundle promises and that goes to no place.
    """
    blocks: list[Block] = [
        Paragraph(words("Upload checklist"), Style.OPENER),
        Heading(1, words(_headline(places, due, time, len(placeless)))),
        Paragraph(words(_lead(places, due)), Style.LEAD),
        _table(places),
    ]
    wrong = [f"{one.name}: {said}." for one in places for said in one.wrong]
    blocks += _listed("Put this right first", [*(f"{one}." for one in placeless), *wrong])
    blocks += _listed("Look at this", [f"{one.name}: {said}." for one in places for said in one.unsure])
    blocks += [Heading(2, words("After uploading")), _after()]
    return Document(UPLOADING, "Upload checklist", running, (Section(tuple(blocks)),))


def weekday(day: date) -> str:
    """Return Friday 26 February 2027."""
    return f"{_DAYS[day.weekday()]} {long_date(day)}"


def _headline(places: Sequence[UploadPlace], due: date | None, time: str, placeless: int) -> str:
    files = counted(sum(len(one.files) for one in places), "file")
    lacks = ", and ".join(_lacks(sum(bool(one.wrong) for one in places), len(places), placeless))
    there = f"{lacks}: {files} so far" if lacks else files
    at = f"{time} on " if time else ""
    return sentence_case(f"{there}, due {at}{weekday(due)}" if due else f"{there}, and no deadline is known")


def _lacks(wrong: int, every: int, placeless: int) -> Iterator[str]:
    if wrong:
        need = "needs" if wrong == 1 else "need"
        yield f"{wrong} of {every} {'place' if every == 1 else 'places'} still {need} something"
    if placeless:
        yield f"{counted(placeless, 'file')} {'goes' if placeless == 1 else 'go'} to no place yet"


def _lead(places: Sequence[UploadPlace], due: date | None) -> str:
    short = sum(one.mandatory and not one.files for one in places)
    lack = f"{sentence_case(counted(short, 'place'))} that must have a file {'is' if short == 1 else 'are'} empty. "
    early = "Find out the deadline, and upload 48 hours before it."
    if due and due - date.min > EARLY:
        early = f"Upload by {weekday(due - EARLY)}, 48 hours early: what goes wrong then can still be put right."
    return (lack if short else "") + early


def _table(places: Sequence[UploadPlace]) -> Table:
    rows = [row for number, place in enumerate(places, 1) for row in _place(number, place)]
    return Table(
        columns=_COLUMNS,
        head=(TableRow(tuple(Cell((words(head),)) for head in _HEADS)),),
        rows=tuple(rows),
        row_headers=False,
        summary="Each place of the portal with the files that go there: a box to tick, and room for initials.",
        note=words(_NOTE),
        size=9.5,
    )


def _place(number: int, place: UploadPlace) -> Iterator[TableRow]:
    must = "must have a file" if place.mandatory else "may stay empty"
    rules = ". ".join(filter(None, (sentence_case(must), place.rules)))
    lines = (_bold(f"{number}. {place.name}"), words(rules), *([words(place.counts)] if place.counts else ()))
    yield TableRow((Cell(lines, Fill.BAND, span=len(_COLUMNS)),))
    if place.files and place.wrong:
        yield _bar(_OVER if place.over else _WRONG, Fill.INK)
    for file in place.files:
        yield _file(file)
    if not place.files:
        yield _bar(*((_EMPTY, Fill.INK) if place.mandatory else (_FREE, Fill.NONE)))


def _bar(said: str, fill: Fill) -> TableRow:
    return TableRow((Cell((words(said),), fill, span=len(_COLUMNS)),))


def _file(file: UploadLine) -> TableRow:
    begins = f"{file.called}. Begins: {file.first}" if file.first else file.called
    return TableRow(
        (
            Cell((_BOX,)),
            Cell((_bold(file.name), words(begins))),
            Cell((words(str(file.sides) if file.sides else "?"),)),
            Cell((words(file.megabytes),)),
            Cell((words(file.code),)),
            Cell(((),)),
        )
    )


def _listed(title: str, sentences: Sequence[str]) -> tuple[Block, ...]:
    if not sentences:
        return ()
    return Heading(2, words(title)), Bullets(tuple(words(one) for one in sentences))


def _after() -> Table:
    rows = (TableRow((Cell((_BOX,)), Cell((words(said),)), Cell(((),), entry=Entry.NONE))) for said in _AFTER)
    return Table(
        columns=(Column(8), Column(), Column(60)),
        head=(TableRow(tuple(Cell((words(head),)) for head in ("", "What", "Write here"))),),
        rows=tuple(rows),
        row_headers=False,
        summary="What to do once all files are on the portal, with room to write.",
        row_height=9,
    )


def _bold(text: str) -> Inlines:
    return (Text(text, bold=True),)
