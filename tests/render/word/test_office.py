# SPDX-License-Identifier: MPL-2.0
"""What another program makes of our files: LibreOffice numbers, counts and prints them by itself."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from tests.render.everything import AWKWARD, NAMES, documents
from tests.render.word.files import everything, pack, same, write_files

from evidencepack.blocks.blocks import Clause, Heading, Numbering
from evidencepack.blocks.inlines import CrossReference
from evidencepack.render.number import plain


class Printed(NamedTuple):
    """The pack as LibreOffice has it: its text with its own numbers, and the text of each page it prints.

    ``alone`` are the pages of one document by itself, upright and across.
    """

    text: str
    pages: tuple[str, ...]
    alone: tuple[str, ...]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, tool: Callable[[str], Path]) -> Printed:
    folder = tmp_path_factory.mktemp("office")
    files = {"pack": pack(), "alone": write_files(documents()[2:], pages=None)}
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    for form in ("pdf", "txt:Text (encoded):UTF8"):
        command = [
            str(tool("soffice")),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            str(folder),
            *(str(folder / f"{name}.docx") for name in files),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    text = (folder / "pack.txt").read_text("utf-8-sig")
    return Printed(_plain(text), _pages(folder / "pack.pdf"), _pages(folder / "alone.pdf"))


def _pages(file: Path) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(file) as document:
        return tuple(same(_plain(page.get_textpage().get_text_bounded())) for page in document)


def _plain(text: str) -> str:
    """Return a text with plain hyphens: LibreOffice writes those that hold a line together as another character."""
    return text.replace("\u2011", "-")


def test_word_numbers_agree_with_the_numbering_pass(printed: Printed) -> None:
    numbered, _ = everything()
    lines = [same(line) for line in printed.text.splitlines()]
    for document in numbered.documents:
        for section in document.sections:
            for block in section.blocks:
                if isinstance(block, Clause) and not any(isinstance(one, CrossReference) for one in block.inlines):
                    assert any(line.startswith(f"{block.label} {same(plain(block.inlines))}") for line in lines)
                if isinstance(block, Heading) and block.numbering is Numbering.SCHEDULE:
                    assert f"{block.label}: {plain(block.inlines)}" in same(" ".join(printed.pages))


def test_page_numbers_agree_with_the_pages(printed: Printed) -> None:
    numbered, pages = everything()
    assert len(printed.pages) == len(pages.pages)
    for document in numbered.documents:
        for section in document.sections:
            for block in section.blocks:
                if isinstance(block, Heading):
                    assert plain(block.inlines).split()[0] in printed.pages[pages.page_of(block.anchor) - 1]


def test_the_contents_list_gives_the_pages_of_each_document(printed: Printed) -> None:
    _, pages = everything()
    contents = printed.pages[1]
    for span in pages.documents[1:]:
        last = f"–{span.first + span.count}" if span.count > 1 else ""
        assert f"{span.first + 1}{last}" in contents


def test_every_page_is_stamped_with_its_number(printed: Printed) -> None:
    for number, text in enumerate(printed.pages, 1):
        assert f"Page {number} of {len(printed.pages)} in the pack {number}" in text


def test_every_page_of_a_document_alone_says_which_of_how_many_it_is(printed: Printed) -> None:
    assert len(printed.alone) > 1
    for number, text in enumerate(printed.alone, 1):
        assert f"Page {number} of {len(printed.alone)}" in text


def test_names_and_awkward_words_are_printed(printed: Printed) -> None:
    text = same(printed.text)
    for words in (*(name for name, _ in NAMES), AWKWARD):
        assert same(words) in text


def test_head_rows_are_repeated_on_each_page(printed: Printed) -> None:
    assert sum("Delivers, and how much" in page for page in printed.pages) == 3
