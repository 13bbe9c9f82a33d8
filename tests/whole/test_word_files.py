# SPDX-License-Identifier: MPL-2.0
"""Word files of every kind, filled in and nearly empty: what validators, our lint and LibreOffice make of them."""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]
from tests.render.word.files import W, words_of
from tests.render.word.lint import lint
from tests.render.word.looks import LOOKS
from tests.render.word.reading import read_controls
from tests.whole.conftest import Sample
from tests.whole.reading import folded, pdf_bodies, pdf_pages

from evidencepack.blocks.blocks import Clause, Heading, Numbering
from evidencepack.blocks.inlines import CrossReference
from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.pack.build import Part, document_part, pack_part
from evidencepack.pack.plan import Plan, plan_pack
from evidencepack.pack.press import Format, Press
from evidencepack.render.number import number, plain
from evidencepack.render.word.package import unpack_parts

_FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
_EMPTY = "empty.docx"


@dataclass(frozen=True)
class Words:
    """Word files in a folder: how many pages we set of each, by name, and the PDFs that LibreOffice made of them."""

    folder: Path
    pages: Mapping[str, int]

    def data(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def printed(self, name: str) -> bytes:
        return (self.folder / f"{Path(name).stem}.pdf").read_bytes()


def _nearly_empty(program: Program) -> Plan:
    """Return a pack of every kind of document before anybody has answered a question."""
    kinds = [kind.id for kind in program.library.kinds.values() if kind.document]
    papers = {f"d{at}": Record(f"d{at}", kind, f"NEW-{at:02}") for at, kind in enumerate(kinds)}
    facts = Facts("t1", {"t1": Record("t1", "tender", "CBC-2027-01"), **papers})
    plan = plan_pack(facts, program.library, as_of=date(2027, 2, 15))
    assert {one.kind.id for one in plan.documents} == set(kinds)
    return plan


def _apart(plan: Plan) -> dict[str, Part]:
    """Return the documents that stand out of the pack, one of each kind."""
    firsts = {one.kind.id: one for one in reversed(plan.apart)}
    return {f"apart-{kind}.docx": document_part(plan, one, (Format.DOCX,)) for kind, one in sorted(firsts.items())}


def _further(plan: Plan, program: Program) -> Iterator[tuple[str, Part, Press]]:
    """Give the packs for other readers, and the buyer's in other looks."""
    for audience in (Audience.PARTNER, Audience.OWN):
        other = plan_pack(plan.facts, program.library, as_of=plan.as_of, audience=audience)
        yield f"for-{audience}.docx", pack_part(other, (Format.DOCX,), pages=0), program.press
    for name in ("compact", "arial-12", "logo", "margins"):
        look = replace(program.press, theme=LOOKS[name])
        yield f"look-{name}.docx", pack_part(plan, (Format.DOCX,), pages=0), look


@pytest.fixture(scope="module")
def words(
    sample: Sample, program: Program, tmp_path_factory: pytest.TempPathFactory, tool: Callable[[str], Path]
) -> Words:
    """Return the files of the sample, and those of the pack in which nothing is answered yet."""
    folder, empty = tmp_path_factory.mktemp("words"), _nearly_empty(program)
    parts = {_EMPTY: pack_part(empty, (Format.DOCX,), pages=0), **_apart(sample.plan)}
    parts |= {f"empty-{name}": part for name, part in _apart(empty).items()}
    pages = {}
    for file in sample.exported.files:
        if file.name.endswith(".docx"):
            name = Path(file.name).name
            (folder / name).write_bytes(sample.files[file.name])
            pages[name] = file.pages
    printing = [(name, part, program.press) for name, part in parts.items()]
    for name, part, press in [*printing, *(_further(sample.plan, program) if _FULL else ())]:
        (made,) = part.print_on(press)
        (folder / name).write_bytes(made.data)
        pages[name] = made.pages
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(tool("soffice")), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *(str(folder / name) for name in pages)], check=True, capture_output=True, timeout=300)
    return Words(folder, pages)


def test_every_kind_is_among_them(words: Words, sample: Sample, program: Program) -> None:
    kinds = {kind.id for kind in program.library.kinds.values() if kind.document}
    assert {one.kind.id for one in sample.plan.documents} == kinds
    assert len(words.pages) > len(sample.plan.appendices) + len({one.kind.id for one in sample.plan.apart})


def test_the_validator_finds_no_fault(words: Words, measured: Callable[[str, str, float], None]) -> None:
    # The pack has the same papers, but for those that stand in it in a short form.
    names = [name for name in words.pages if _FULL or not re.match("[A-Z]-", name) or name[0] in "EFIJ"]
    faults = {name: list(map(str, OpenXmlValidator().validate(words.folder / name).errors)) for name in names}
    measured("Word files of every kind, filled in and empty, that openxml-audit passes", "files", len(faults))
    assert faults == {name: [] for name in names}


def test_the_validator_of_the_sdk_finds_no_fault(
    words: Words, sdk: Callable[[Path], list[str]], measured: Callable[[str, str, float], None]
) -> None:
    names = list(words.pages) if _FULL else ["pack.docx", _EMPTY]
    faults = {name: sdk(words.folder / name) for name in names}
    measured("Word files of every kind, filled in and empty, that the Open XML SDK passes", "files", len(faults))
    assert faults == {name: [] for name in names}


def test_the_lint_finds_nothing(words: Words, measured: Callable[[str, str, float], None]) -> None:
    faults = {name: lint(words.data(name)) for name in words.pages}
    measured("Word files of every kind, filled in and empty, in which our lint finds nothing", "files", len(faults))
    assert faults == {name: [] for name in words.pages}


def test_libreoffice_prints_each_on_as_many_pages(words: Words, measured: Callable[[str, str, float], None]) -> None:
    theirs = {}
    for name, ours in words.pages.items():
        with pypdfium2.PdfDocument(words.printed(name)) as document:
            theirs[name] = len(document)
        measured(f"Pages of {name} as we set them", "pages", ours)
        measured(f"Pages of {name} as LibreOffice sets them", "pages", theirs[name])
    # Another program breaks lines its own way; one page may go.
    assert {name: theirs[name] for name, ours in words.pages.items() if abs(theirs[name] - ours) > 1} == {}


def test_libreoffice_prints_every_answer(words: Words) -> None:
    for name in words.pages:
        pages = [_squeezed(page) for page in pdf_pages(words.printed(name))]
        shown = {one for answers in read_controls(words.data(name)).values() for one in answers}
        assert [one for one in shown if not _printed(_squeezed(one), pages)] == [], name


def _printed(answer: str, pages: Sequence[str]) -> bool:
    """Say whether an answer stands on a page, or begins on one and ends on the next, between which are their edges."""
    return any(answer in page for page in pages) or any(
        answer[:at] in before and answer[at:] in after
        for before, after in pairwise(pages)
        for at in range(1, len(answer))
    )


def _squeezed(text: str) -> str:
    """Return the letters and figures of a text: where lines and cells end is another matter."""
    return re.sub(r"[\W_]+", "", folded(text))


@pytest.mark.parametrize("which", ["pack.docx", _EMPTY])
def test_libreoffice_numbers_every_clause_as_we_do(which: str, words: Words, sample: Sample, program: Program) -> None:
    plan = sample.plan if which == "pack.docx" else _nearly_empty(program)
    numbered = number(pack_part(plan, (), pages=0).documents)
    text = _squeezed(" ".join(pdf_pages(words.printed(which))))
    blocks = [block for one in numbered.documents for section in one.sections for block in section.blocks]
    said = [
        _squeezed(f"{block.label}{plain(block.inlines)}")
        for block in blocks
        if (isinstance(block, Clause) or (isinstance(block, Heading) and block.numbering is Numbering.SCHEDULE))
        and not any(isinstance(one, CrossReference) for one in block.inlines)
    ]
    assert len(said) > 50
    assert [one for one in said if one not in text] == []


def test_libreoffice_prints_the_contents_list_as_we_filled_it_in(words: Words, sample: Sample) -> None:
    ours = Counter(folded(pdf_bodies(sample.files["pack.pdf"])[1]).split())
    theirs = Counter(folded(pdf_pages(words.printed("pack.docx"))[1]).split())
    assert ours - theirs == Counter()


def test_libreoffice_begins_each_appendix_on_the_page_that_the_contents_list_gives(
    words: Words, sample: Sample
) -> None:
    theirs = [folded(page) for page in pdf_pages(words.printed("pack.docx"))]
    for document in sample.exported.files[0].documents:
        around = theirs[document.first_page - 2 : document.first_page + 1]
        begins = document.reference if document.reference.startswith("TBN-LOS") else f"Appendix {document.letter} ·"
        assert any(begins in page for page in around), document


def test_libreoffice_ends_each_section_where_we_end_it(words: Words, sample: Sample) -> None:
    theirs = "\n".join(pdf_pages(words.printed("pack.docx")))
    ends = _ends_of_sections(words.data("pack.docx"))
    # Where the end of a section is lost, the first word of the next page is stuck to the last of this one.
    assert [end for end in ends if re.search(rf"{re.escape(end.split()[-1])}\w", theirs)] == []
    assert len(ends) > len(sample.exported.files[0].documents) / 2


def _ends_of_sections(data: bytes) -> list[str]:
    """Return the words of each paragraph that ends a section, where it has any."""
    root = etree.fromstring(unpack_parts(data)["word/document.xml"])
    texts = (words_of(end) for end in root.iter(f"{W}p") if end.find(f"{W}pPr/{W}sectPr") is not None)
    return [text for text in texts if text.strip()]
