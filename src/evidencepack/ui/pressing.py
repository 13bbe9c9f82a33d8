# SPDX-License-Identifier: MPL-2.0
"""What the window has done in another process, so that it stays quick itself: measuring, exporting and making pages.

The functions that begin with ``do_`` run there. What they are handed and what they return is plain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.domain.signed_paper import NOTHING_SIGNED, SignedPages, read_signed
from evidencepack.domain.trade import Audience, Severity
from evidencepack.guard.worker import Told, Work
from evidencepack.guard.working import Line
from evidencepack.pack.plan import Earlier
from evidencepack.pack.press import Format
from evidencepack.pack.sheets import SheetKind
from evidencepack.usecases.carrying import facts_bytes, read_facts
from evidencepack.usecases.confirming import all_confirmed, conformance_sentences
from evidencepack.usecases.export_folder import kept_sentences
from evidencepack.usecases.exporting import (
    Exported,
    Exporter,
    changed_sentences,
    example_sentences,
    side_sentences,
    unlike_sentences,
)
from evidencepack.usecases.issuing import set_aside_in
from evidencepack.usecases.overview import look_over
from evidencepack.usecases.packing import Measured, PagePress
from evidencepack.usecases.preflight import Preflight, news_in, opened_again, preflight
from evidencepack.usecases.previewing import Preview, UnprintableError
from evidencepack.usecases.readiness import in_tier
from evidencepack.usecases.sheets import Printed, SheetPrinter, left_out_sentences, sheet_sentences
from evidencepack.usecases.slotting import SlotLine, slot_sentences, slot_warnings

WRITING = "writing"
"""What an export tells when all is made and checked, and only has to be put in place."""

LOOKING = "looking"
"""What an export tells when the files are in place, and each is opened again."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made: a document by the id of its record, or the pack (empty); for whom, and as what.

    ``sheets``: these sheets for the bid's own desk, by name, in the place of any document. ``bundled``: with the pages
    of files from outside; ``tabs``: with a tab sheet before each part, for paper.
    """

    document: str = ""
    audience: Audience = Audience.PACK
    formats: tuple[Format, ...] = tuple(Format)
    duplex: bool = False
    sheets: tuple[str, ...] = ()
    bundled: bool = False
    tabs: bool = False


THE_PACK = Wanted()
"""The pack for the buyer, as PDF and Word."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted, and of what it is made: the facts, the pictures that the pages show, the files from outside.

    ``buyers`` are those of other tenders: no file of this one should name them. ``earlier`` are the papers of issues
    with which the pack is compared (``earlier_papers``), and ``signed`` what came back signed (``signed_pages_of``).
    """

    facts: Facts
    pictures: Mapping[str, bytes]
    wanted: Wanted = THE_PACK
    annexes: Mapping[str, bytes] = field(default_factory=dict)
    buyers: tuple[str, ...] = ()
    earlier: Earlier = field(default_factory=dict)
    signed: SignedPages = NOTHING_SIGNED

    def sent(self) -> tuple[Any, ...]:
        """Return the order as plain values; ``read_order`` reads them."""
        wanted = self.wanted
        forms = [form.value for form in wanted.formats]
        return (
            facts_bytes(self.facts),
            dict(self.pictures),
            (
                wanted.document,
                wanted.audience.value,
                forms,
                wanted.duplex,
                list(wanted.sheets),
                wanted.bundled,
                wanted.tabs,
            ),
            (dict(self.annexes), *self.signed.sent()),
            list(self.buyers),
            [(number, dict(papers)) for number, papers in self.earlier.items()],
        )


@dataclass(frozen=True, slots=True)
class Blocking:
    """Something that must be fixed first: where it is (a path), in words, in which record; ``missing``: an answer."""

    path: str
    words: str
    record: str
    missing: bool


@dataclass(frozen=True, slots=True)
class PackState:
    """What a pack is like now: its size, what must be fixed in it first, and why it could not be measured, if so."""

    size: Measured
    blocking: tuple[Blocking, ...] = ()
    problem: str = ""

    @property
    def to_fix(self) -> int:
        """How many things must be fixed: an answer that is missing in several papers is one."""
        missing = {one.path for one in self.blocking if one.missing}
        return len(missing) + sum(not one.missing for one in self.blocking)


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote, in words: what was checked, and what is still missing. ``first`` is the file to open.

    ``seen``: what stands in the files and should not go to a buyer, the worst first.
    """

    folder: Path
    first: Path
    files: int
    pages: int
    checked: tuple[str, ...] = field(default=())
    missing: tuple[str, ...] = field(default=())
    confirmed: bool = True
    seen: tuple[tuple[Severity, str], ...] = ()


def ask_state(work: Work, order: Order) -> PackState:
    """Measure and check the pack, in another process; waits for it."""
    size, blocking, problem = work.do(do_state, _nobody, *order.sent())
    spans = {name: (first, last) for name, first, last in size[3]}
    found = tuple(Blocking(*one) for one in blocking)
    slots = tuple(
        SlotLine(record, name, files, sides, limit, tuple(wrong), tuple(unsure), suggested)
        for record, name, files, sides, limit, wrong, unsure, suggested in size[4]
    )
    return PackState(Measured(size[0], size[1], size[2], spans, slots), found, problem)


def ask_pages(work: Work, order: Order) -> Preview:
    """Make the pages of the pack or of a document, in another process; waits for it."""
    pdf, pages = work.do(do_pages, _nobody, *order.sent())
    return Preview(pdf, pages)


def ask_export(work: Work, order: Order, folder: Path, told: Told) -> ExportReport:
    """Export the pack or a document into a folder, in another process; waits for it.

    ``told(done, total, words)`` hears of each step, on this thread.
    """
    first, files, pages, checked, missing, confirmed, seen = work.do(do_export, told, *order.sent(), str(folder))
    found = tuple((Severity(severity), words) for severity, words in seen)
    return ExportReport(folder, folder / first, files, pages, tuple(checked), tuple(missing), confirmed, found)


def do_state(_line: Line, *sent: Any) -> Any:
    """Measure the pack and find what must be fixed first."""
    order, program = read_order(*sent), Program()
    press = PagePress(program.library, program.press, order.pictures, earlier=order.earlier)
    size, problem = Measured(), ""
    try:
        size = press.measure(order.facts)
    except UnprintableError as error:
        problem = str(error)
    found = look_over(order.facts, program.library, program.press).problems
    stops = in_tier(found, Severity.BLOCKS)
    blocking = [(one.path, one.message, one.home.id, one.is_missing) for one in stops]
    spans = [(name, first, last) for name, (first, last) in size.spans.items()]
    return (size.pages, size.sides, size.limit, spans, [astuple(one) for one in size.slots]), blocking, problem


def do_pages(_line: Line, *sent: Any) -> Any:
    """Make the pages to look through or to print."""
    from evidencepack.usecases.print_pages import PackPrint, pack_pages  # the window starts without what joins PDFs

    order, program = read_order(*sent), Program()
    press = PagePress(program.library, program.press, order.pictures, order.wanted.duplex, order.earlier)
    want = order.wanted
    if want.document:
        made = press.pages(order.facts, want.document, want.audience)
    else:
        how = PackPrint(want.audience, want.bundled, want.tabs, order.annexes, order.signed)
        made = pack_pages(press, order.facts, how, _nobody)
    return made.pdf, made.pages


def do_export(line: Line, *sent: Any) -> Any:
    """Write an export; when all is made, the window is asked once more whether it is to be written."""
    *given, folder = sent
    order, program = read_order(*given), Program()

    def before_writing() -> None:
        line.tell(1, 1, WRITING)
        line.wait_for_leave()

    want, place = order.wanted, Path(folder)
    if want.sheets:
        library, press = program.library, program.press
        printer = SheetPrinter(library, press, want.formats, order.pictures, line.tell, before_writing)
        return _sheets_report(printer.print_into(place, order.facts, [SheetKind(one) for one in want.sheets]))
    exporter = Exporter(
        program.library, program.press, want.formats, order.pictures, want.duplex, before_writing, order.annexes,
        order.earlier, () if want.document else set_aside_in(order.facts, program.library, program.press),
        order.signed,
    )  # fmt: skip
    audience = want.audience
    if want.document:
        exported = exporter.export_document(order.facts, want.document, place, progress=line.tell, audience=audience)
        return _report(exported)
    exported = exporter.export_pack(order.facts, place, progress=line.tell, audience=audience)
    line.tell(1, 1, LOOKING)
    return _report(exported, preflight(place, order.facts, program.library, audience=audience, buyers=order.buyers))


def _report(exported: Exported, looked: Preflight | None = None) -> Any:
    files = exported.files
    missing = [*side_sentences(exported), *changed_sentences(exported), *example_sentences(exported)]
    missing += [problem.rstrip(".") for problem in exported.problems]
    if exported.missing:
        many = "1 answer is" if exported.missing == 1 else f"{exported.missing:,} answers are"
        missing.insert(0, f"{many} still missing. Where a page shows one, it says [to complete: ...]")
    checked = [*conformance_sentences(files), *unlike_sentences(exported), *kept_sentences(exported.kept)]
    slots = exported.slots
    (missing if slots.met < len(slots.filled) else checked).extend(slot_sentences(slots))
    missing += slot_warnings(slots)
    news = news_in(looked) if looked else None
    seen = [(one.severity.value, one.words) for one in news.sightings] if news else []
    if news and not seen:
        checked.append(opened_again(news))
    return files[0].name, len(files), files[0].pages, checked, missing, all_confirmed(files), seen


def _sheets_report(printed: Printed) -> Any:
    files = printed.files
    checked = [*conformance_sentences(files), *kept_sentences(printed.kept), *sheet_sentences(printed)]
    missing = list(left_out_sentences(printed))
    return files[0].name, len(files), files[0].pages, checked, missing, all_confirmed(files), []


def read_order(
    facts: bytes,
    pictures: dict[str, bytes],
    wanted: tuple[str, str, list[str], bool, list[str], bool, bool],
    outside: tuple[dict[str, bytes], str, dict[str, bytes]],
    buyers: list[str],
    earlier: list[tuple[int, dict[str, str]]],
) -> Order:
    """Return the order that was sent."""
    document, audience, forms, duplex, sheets, bundled, tabs = wanted
    formats = tuple(Format(form) for form in forms)
    printed = Wanted(document, Audience(audience), formats, duplex, tuple(sheets), bundled, tabs)
    annexes, papers, pages = outside
    known = read_signed(papers, pages)
    return Order(read_facts(facts), pictures, printed, annexes, tuple(buyers), dict(earlier), known)


def _nobody(*_said: object) -> None:
    """Nobody follows how it goes."""
