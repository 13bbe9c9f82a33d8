# SPDX-License-Identifier: MPL-2.0
"""From a plan to files: the bundled pack and each document alone, laid out once for all their formats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from evidencepack.blocks.document import Document
from evidencepack.domain.trade import Audience
from evidencepack.library.model import PackForm
from evidencepack.pack.front import front_matter
from evidencepack.pack.manifest import BuiltFile, DocumentVersion
from evidencepack.pack.plan import Appendix, Plan
from evidencepack.pack.press import Format, Press
from evidencepack.pack.slip import slips
from evidencepack.paths.names import legal_name
from evidencepack.render.properties import Properties
from evidencepack.render.questions import Asked
from evidencepack.render.typeset.page import Pages

ENDING = len(".manifest.json")
"""How many bytes of a file's name are left for its ending; none is longer."""


_COPIES = {Audience.PACK: "", Audience.PARTNER: "-for-partners", Audience.OWN: "-internal"}


@dataclass(frozen=True, slots=True)
class Part:
    """Files to make of the same documents, one for each format. ``name`` has no ending.

    ``asked`` finds the question of an answer by its path.
    """

    name: str
    documents: tuple[Document, ...]
    appendices: tuple[Appendix, ...]
    properties: Properties
    formats: tuple[Format, ...]
    stamp: bool
    asked: Asked

    def print_on(self, press: Press, *, claims: bool = False) -> list[BuiltFile]:
        """Lay the documents out once and print them in each format; with ``claims``, PDFs say that they conform."""
        numbered, laid_out = press.lay_out(self.documents, stamp=self.stamp)
        properties = replace(self.properties, claims=claims)
        files = []
        for form in self.formats:
            pages = press.pages_as(form, numbered, laid_out, stamp=self.stamp)
            data = press.print_file(numbered, pages, properties, form=form, stamp=self.stamp, asked=self.asked)
            versions = _versions(self.appendices, pages, packed=self.stamp)
            files.append(BuiltFile(f"{self.name}.{form.value}", data, len(pages.pages), versions))
        return files

    def measured(self, press: Press) -> tuple[DocumentVersion, ...]:
        """Lay the documents out and return on which pages each of them stands; nothing is printed."""
        return self.counted(press)[0]

    def counted(self, press: Press) -> tuple[tuple[DocumentVersion, ...], int]:
        """Lay the documents out and return on which pages each of them stands, and how many pages there are in all."""
        pages = press.lay_out(self.documents, stamp=self.stamp)[1]
        return _versions(self.appendices, pages, packed=self.stamp), len(pages.pages)


def copy_mark(audience: Audience) -> str:
    """Return what stands behind the names of files for somebody else than the buyer."""
    return _COPIES[audience]


def pack_name(audience: Audience) -> str:
    """Return the name, without an ending, of the bundled pack for somebody."""
    return f"pack{copy_mark(audience)}"


def pack_part(plan: Plan, formats: tuple[Format, ...], *, pages: int, sides: int = 0) -> Part:
    """Return the bundled pack; its cover speaks of ``pages``, its contents of ``sides`` of appendices."""
    lettered = tuple(appendix.lettered for appendix in plan.appendices)
    front = front_matter(plan, pages=pages, sides=sides)
    documents = (*front, *lettered, *slips(plan, front[0].running, bundled=False))
    return Part(
        pack_name(plan.audience), documents, plan.appendices, plan.properties, formats, stamp=True, asked=plan.asked
    )


def appendix_parts(plan: Plan, formats: tuple[Format, ...]) -> Iterator[Part]:
    """Yield every document of the pack by itself, in the folder ``documents``, or one for their readers."""
    for appendix in plan.appendices:
        name = legal_name(f"{appendix.letter}-{appendix.record.reference}", otherwise=appendix.letter, room=ENDING)
        yield _alone(plan, appendix, f"documents{_COPIES[plan.audience]}/{name}", formats)


def document_part(plan: Plan, appendix: Appendix, formats: tuple[Format, ...]) -> Part:
    """Return one document by itself, named by its reference, its version and, if that is no buyer, who reads it."""
    version = f"-v{appendix.version}" if appendix.version else ""
    name = f"{appendix.record.reference}{version}{_COPIES[plan.audience]}"
    name = legal_name(name, otherwise=appendix.kind.id, room=ENDING)
    return _alone(plan, appendix, name, formats)


def _alone(plan: Plan, appendix: Appendix, name: str, formats: tuple[Format, ...]) -> Part:
    properties = plan.properties_of(appendix)
    return Part(name, (appendix.document,), (appendix,), properties, formats, stamp=False, asked=plan.asked)


def _versions(appendices: Sequence[Appendix], pages: Pages, *, packed: bool) -> tuple[DocumentVersion, ...]:
    spans = {span.anchor: span for span in pages.documents}
    found = []
    for appendix in appendices:
        span, printed = spans[appendix.document.anchor], appendix.packed if packed else appendix.document
        found.append(
            DocumentVersion(
                reference=appendix.record.reference,
                title=printed.title,
                version=appendix.version,
                content_hash=appendix.content_hash,
                letter=appendix.letter,
                first_page=span.first + 1,
                last_page=span.first + span.count,
                form=PackForm.SHORT if printed is appendix.short else PackForm.FULL,
            )
        )
    return tuple(found)
