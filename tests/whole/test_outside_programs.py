# SPDX-License-Identifier: MPL-2.0
"""What other programs make of the sample's files."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]
from tests.render.word.files import W, words_of
from tests.whole.conftest import Sample
from tests.whole.reading import folded, pdf_bodies, pdf_pages

from evidencepack.render.word.package import unpack_parts


@pytest.fixture(scope="module")
def converted(sample: Sample, tmp_path_factory: pytest.TempPathFactory, tool: Callable[[str], Path]) -> Path:
    """Return the folder of PDFs that LibreOffice makes of the Word files, all in one run."""
    folder = tmp_path_factory.mktemp("office")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = sorted(str(sample.folder / name) for name in sample.files if name.endswith(".docx"))
    command = [str(tool("soffice")), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *words]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


def test_qpdf_finds_no_fault_in_any_pdf(sample: Sample, tool: Callable[[str], Path]) -> None:
    for name in sample.files:
        if name.endswith(".pdf"):
            command = [str(tool("qpdf")), "--check", str(sample.folder / name)]
            said = subprocess.run(command, capture_output=True, text=True, check=False)
            assert said.returncode == 0, name + said.stdout + said.stderr


def test_the_validator_finds_no_fault_in_any_word_file(
    sample: Sample, measured: Callable[[str, str, float], None]
) -> None:
    checked = [name for name in sample.files if name.endswith(".docx")]
    faults = {name: list(map(str, OpenXmlValidator().validate(sample.folder / name).errors)) for name in checked}
    measured("Word files of the sample pack that openxml-audit passes", "files", len(checked))
    assert faults == {name: [] for name in checked}


def test_libreoffice_prints_each_word_file_on_as_many_pages(
    sample: Sample, converted: Path, measured: Callable[[str, str, float], None]
) -> None:
    for file in sample.exported.files:
        if file.name.endswith(".docx"):
            with pypdfium2.PdfDocument(converted / f"{Path(file.name).stem}.pdf") as document:
                pages = len(document)
            measured(f"Pages of {file.name} as we set them", "pages", file.pages)
            measured(f"Pages of {file.name} as LibreOffice sets them", "pages", pages)
            # Another program breaks lines its own way; one page in twenty may go.
            assert abs(pages - file.pages) <= max(1, file.pages // 20), (file.name, pages, file.pages)


def test_libreoffice_prints_the_contents_list_as_we_filled_it_in(sample: Sample, converted: Path) -> None:
    ours = Counter(folded(pdf_bodies(sample.files["pack.pdf"])[1]).split())
    theirs = Counter(folded(pdf_pages((converted / "pack.pdf").read_bytes())[1]).split())
    assert ours - theirs == Counter()


def test_libreoffice_begins_each_appendix_on_the_page_that_the_contents_list_gives(
    sample: Sample, converted: Path
) -> None:
    theirs = [folded(page) for page in pdf_pages((converted / "pack.pdf").read_bytes())]
    for document in sample.exported.files[0].documents:
        around = theirs[document.first_page - 2 : document.first_page + 1]
        begins = document.reference if document.reference.startswith("TBN-LOS") else f"Appendix {document.letter} ·"
        assert any(begins in page for page in around), document


def test_libreoffice_ends_each_section_where_we_end_it(sample: Sample, converted: Path) -> None:
    theirs = "\n".join(pdf_pages((converted / "pack.pdf").read_bytes()))
    ends = _ends_of_sections(sample.files["pack.docx"])
    # Where the end of a section is lost, the first word of the next page is stuck to the last of this one.
    assert [end for end in ends if re.search(rf"{re.escape(end.split()[-1])}\w", theirs)] == []
    assert len(ends) > len(sample.exported.files[0].documents) / 2


def _ends_of_sections(data: bytes) -> list[str]:
    """Return the words of each paragraph that ends a section, where it has any."""
    root = etree.fromstring(unpack_parts(data)["word/document.xml"])
    texts = (words_of(end) for end in root.iter(f"{W}p") if end.find(f"{W}pPr/{W}sectPr") is not None)
    return [text for text in texts if text.strip()]
