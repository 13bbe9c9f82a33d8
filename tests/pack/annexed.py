# SPDX-License-Identifier: MPL-2.0
"""Files from outside, made for tests as the guard would give them, and packs that have them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO

import pikepdf

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Attachment, Number
from evidencepack.guard.pdf_files import ForeignPage, ForeignPdf, OutlineEntry, PageLink, SheetSize
from evidencepack.pack.enclosed import Enclosed
from evidencepack.pack.plan import Plan

A4 = (595.28, 841.89)
"""Points."""


def foreign(
    *sizes: tuple[float, float],
    says: str = "Page",
    text: bool = True,
    outline: Sequence[OutlineEntry] = (),
    links: Sequence[PageLink] = (),
) -> ForeignPdf:
    """Return a file of pages, each blue to its very edges with a red bar along its top and words that say its number.

    The font is none that is embedded: viewers have it.
    """
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        for number, (wide, high) in enumerate(sizes, 1):
            page = pdf.add_blank_page(page_size=(wide, high))
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F0=font))
            words = f"BT /F0 12 Tf 20 {high / 2} Td ({says} {number}) Tj ET" if text else ""
            bar = f"1 0 0 rg 0 {high * 0.9} {wide} {high * 0.1} re f"
            page.obj.Contents = pdf.make_stream(f"0 0 1 rg 0 0 {wide} {high} re f {bar} 0 g {words}".encode())
        written = BytesIO()
        pdf.save(written, deterministic_id=True)
    pages = tuple(ForeignPage(SheetSize(*size), text) for size in sizes)
    return ForeignPdf(written.getvalue(), pages, tuple(outline), links=tuple(links))


@dataclass(frozen=True, slots=True)
class Given:
    """An annex of a test: its record, and what came of its file."""

    record: Record
    foreign: ForeignPdf | None = None
    note: str = ""


def annex(name: str, file: ForeignPdf | None = None, *, place: float = 900, note: str = "", **answers: Answer) -> Given:
    """Return an annex; without a file its sheet says ``note``."""
    data = file.data if file else name.encode()
    said: dict[str, Answer] = {"pack_place": Number(Decimal(str(place)))}
    if file or note:
        said["file"] = Attachment(hashlib.sha256(data).hexdigest(), f"{name}.pdf")
    return Given(Record(f"annex-{name}", "annex", name, "", {**said, **answers}), file, note)


def section(name: str, title: str, place: float) -> Record:
    """Return a section break."""
    return Record(
        f"section-{name}", "section_break", name, "", {"title": title, "pack_place": Number(Decimal(str(place)))}
    )


def joined(facts: Facts, *records: Record, **of_tender: Answer) -> Facts:
    """Return facts with further records, and with other answers of the tender."""
    tender = facts.records[facts.tender]
    told = replace(tender, answers={**tender.answers, **of_tender})
    return replace(facts, records={**facts.records, tender.id: told, **{one.id: one for one in records}})


def enclosed(plan: Plan, given: Sequence[Given]) -> Mapping[str, Enclosed]:
    """Return what stands in the bundle for each annex."""
    known = {one.record.id: one for one in given}
    return {
        one.record.id: Enclosed(one, known[one.record.id].foreign, known[one.record.id].note) for one in plan.annexes
    }


def signed() -> bytes:
    """Return a PDF with a signature in it, as far as a reader sees that there is one."""
    with pikepdf.open(BytesIO(foreign(A4, A4).data)) as pdf:
        value = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Sig,
                Filter=pikepdf.Name("/Adobe.PPKLite"),
                SubFilter=pikepdf.Name("/adbe.pkcs7.detached"),
                ByteRange=[0, 10, 20, 30],
                Contents=pikepdf.String(b"\0" * 32),
            )
        )
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Sig, T="Signature", V=value,
                Rect=[50, 50, 200, 90], P=pdf.pages[0].obj, F=4,
            )
        )  # fmt: skip
        pdf.pages[0].obj.Annots = pikepdf.Array([field])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[field], SigFlags=3)
        written = BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()
