# SPDX-License-Identifier: MPL-2.0
"""The upload checklist of an export, made of its slots as they were filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from evidencepack.blocks.document import Document, Running
from evidencepack.compose.formats import short_date
from evidencepack.compose.sheets.uploading import UploadLine, UploadPlace, upload_checklist
from evidencepack.domain.slots import MEGABYTE, Slot, Uncounted
from evidencepack.domain.trade import Severity
from evidencepack.pack.build import Part
from evidencepack.pack.fingerprint import with_fingerprint
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Format
from evidencepack.pack.slots.filling import Filled, SlotFile
from evidencepack.pack.slots.limits import LIMITS, Trouble, sides_counted, words_counted
from evidencepack.pack.slots.printable import Uncovered, printable, printable_place
from evidencepack.render.properties import Properties

CHECKLIST = "upload-checklist"
"""The name of the file, without its ending."""

CODE = 12
"""How many signs of a SHA-256 are printed."""

_FORMATS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel"}
_LEFT_OUT = {
    Uncounted.COVER: "cover",
    Uncounted.CONTENTS: "contents",
    Uncounted.MATRIX: "evidence matrix",
    Uncounted.HEADINGS: "headings",
    Uncounted.TABLES: "tables",
    Uncounted.CAPTIONS: "captions",
    Uncounted.RUNNING: "lines at head and foot",
}


def checklist_part(
    filled: Sequence[Filled],
    troubles: Sequence[Sequence[Trouble]],
    plan: Plan,
    uncovered: Uncovered,
    placeless: Sequence[str] = (),
) -> Part:
    """Return the checklist as a file to print, in the same order as the slots.

    ``uncovered`` as no font has it; ``placeless`` are the files that go into no slot and to which a bundle sends.
    """
    document = with_fingerprint(_document(filled, troubles, plan, uncovered, placeless))
    of_whom = ", ".join(dict.fromkeys((plan.lead, plan.tender.reference)))
    properties = Properties(
        title=f"{document.title}: {of_whom}",
        author=plan.lead,
        subject=plan.tender.reference,
        reference=document.running.reference,
        version=document.running.version,
        as_of=plan.as_of,
    )
    return Part(CHECKLIST, (document,), (), properties, (Format.PDF,), stamp=False, asked=plan.asked)


def rules_in_words(slot: Slot) -> str:
    """Return the limits of a slot: "PDF or Word. At most 25 MB each, 40 sides in all, without the cover"."""
    formats = " or ".join(_FORMATS.get(one, one.upper()) for one in slot.formats)
    limits = (
        f"{slot.max_bytes / MEGABYTE:g} MB each" if slot.max_bytes else "",
        f"{slot.max_sides:,} sides in all" if slot.max_sides else "",
        f"{slot.max_words:,} words in all" if slot.max_words else "",
    )
    said = ", ".join(filter(None, limits))
    counts = bool(slot.max_sides or slot.max_words)
    without = [name for one, name in _LEFT_OUT.items() if one in slot.uncounted] if counts else []
    not_counted = f", not counted: {', '.join(without)}" if without else ""
    return ". ".join(filter(None, (formats, f"At most {said}{not_counted}" if said else "")))


def placeless_in_words(file: str) -> str:
    """Return the sentence on a file that goes into no slot although a sheet in the bundle sends the buyer to it."""
    return (
        f"Goes to no place on the portal: {file}. The bundle tells the buyer that this file comes with it. Let it go "
        "into a place that takes it, or ask the buyer where to send it"
    )


def _document(
    filled: Sequence[Filled],
    troubles: Sequence[Sequence[Trouble]],
    plan: Plan,
    uncovered: Uncovered,
    placeless: Sequence[str],
) -> Document:
    tender = plan.tender
    day, time = tender.answers.get("submission_deadline"), tender.answers.get("submission_time")
    stands = short_date(plan.as_of)
    running = Running("Internal: do not send.", f"{plan.lead}, {stands}", f"{tender.reference}-UPLOAD", stands)
    places = [
        printable_place(_place(one, wrong), one.slot.reference, uncovered)
        for one, wrong in zip(filled, troubles, strict=True)
    ]
    due = day if isinstance(day, date) else None
    hour = " ".join(time.split()) if isinstance(time, str) else ""
    lost = [placeless_in_words(printable(one, uncovered)) for one in placeless]
    return upload_checklist(places, running, due=due, time=hour, placeless=lost)


def _place(filled: Filled, troubles: Sequence[Trouble]) -> UploadPlace:
    slot = filled.slot
    wrong = tuple(one.words for one in troubles if one.blocks)
    unsure = tuple(one.words for one in troubles if one.severity is Severity.WARNS)
    lines = tuple(_lines(filled))
    over = any(one.blocks and one.field in LIMITS for one in troubles)
    counts = used_in_words(filled)
    return UploadPlace(slot.name, slot.mandatory, rules_in_words(slot), lines, wrong, unsure, counts, over)


def used_in_words(filled: Filled) -> str:
    """Return how much of its limits a slot uses: "39 of 40 sides and 812 of 1,000 words"; empty without a limit."""
    slot, files = filled.slot, filled.files
    if not files or not all(one.pages for one in files):
        return ""
    sides, words = sum(sides_counted(one, slot) for one in files), [words_counted(one, slot) for one in files]
    said = (
        f"{sides:,} of {slot.max_sides:,} sides" if slot.max_sides else "",
        f"{sum(filter(None, words)):,} of {slot.max_words:,} words" if slot.max_words and None not in words else "",
    )
    return " and ".join(filter(None, said))


def _lines(filled: Filled) -> Iterator[UploadLine]:
    for one in filled.files:
        yield UploadLine(one.name, one.called, _first(one), one.pages, megabytes(one.bytes), one.sha256[:CODE])


def _first(one: SlotFile) -> str:
    return f"{one.seen.first} …" if one.seen.first else ""


def megabytes(size: int) -> str:
    """Return a size in MB with two decimals; what is less than a hundredth is 0.01, so that no file looks empty."""
    return f"{max(size / MEGABYTE, 0.01):,.2f}" if size else "0"
