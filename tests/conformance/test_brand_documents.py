# SPDX-License-Identifier: MPL-2.0
"""A pack on foreign brand templates, in the eyes of two validators, of our own lint and of another program."""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdfium2
import pytest
from tests.render.everything import NAMES
from tests.render.word.brand.wearing import FOREIGN, write, written
from tests.render.word.files import BASE, FONTS, audited, same
from tests.render.word.lint import lint

from evidencepack.exchange.brand.taking import take_brand
from evidencepack.guard.faults import RefusedFileError
from evidencepack.render.theme import STANDARD
from evidencepack.render.word.brand.branding import branded

_FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
# Word files of all kinds, with which another reader of Word files is tested.
_PACKAGE = "mammoth@1.13.0"
_SHA512 = "2cawcYFcP7ISfXbBcL9lmVgTNWo88v/52ND1gnywHtVT/pX0//puPnf0iMPV9ZgmuvNOE+zkIhDgZ9M2c2dDDg=="


def fetched(npm: Path, folder: Path) -> dict[str, bytes]:
    """Return the Word files of a package, which is fetched by its name and hash; nothing of it runs."""
    command = [str(npm), "pack", "--silent", "--ignore-scripts", "--pack-destination", str(folder), _PACKAGE]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    (packed,) = folder.glob("*.tgz")
    assert base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode() == _SHA512
    with tarfile.open(packed) as archive:
        names = [name for name in archive.getnames() if name.endswith(".docx")]
        return {name: file.read() for name in names if (file := archive.extractfile(name))}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_pack_on_a_foreign_template_is_valid(name: str, tmp_path: Path) -> None:
    data, _ = written(name)
    assert audited(data, tmp_path) == []
    assert lint(data) == []


def test_packs_on_foreign_templates_are_valid_to_the_sdk(
    sdk: Callable[[Path], list[str]], tmp_path: Path, measured: Callable[[str, str, float], None]
) -> None:
    found = {}
    for name in FOREIGN:
        file = tmp_path / f"{name}.docx"
        file.write_bytes(written(name)[0])
        found[name] = sdk(file)
    assert {name: faults for name, faults in found.items() if faults} == {}
    measured("Packs on foreign brand templates that the Open XML SDK passes", "files", len(FOREIGN))


def test_files_that_others_made_give_valid_packs(
    tool: Callable[[str], Path], tmp_path: Path, measured: Callable[[str, str, float], None]
) -> None:
    found = {"python-docx": FOREIGN["plain"], **(fetched(tool("npm"), tmp_path) if _FULL else {})}
    faults, tried = {}, 0
    for name, file in found.items():
        try:
            kept, _ = take_brand(file)
        except RefusedFileError:
            continue
        tried += 1
        assert take_brand(kept)[0] == kept
        data, _ = write(branded(BASE, kept, STANDARD, FONTS))
        faults[name] = [*audited(data, tmp_path), *lint(data)]
    assert {name: said for name, said in faults.items() if said} == {}
    assert tried > len(found) / 2
    measured("Files that others made, as brand templates of valid packs", "files", tried)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, tool: Callable[[str], Path]) -> Mapping[str, list[str]]:
    """Return the words of each page that LibreOffice prints of packs on foreign templates."""
    folder, names = tmp_path_factory.mktemp("brand"), ("house", "full", "plain")
    for name in names:
        (folder / f"{name}.docx").write_bytes(written(name)[0])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in names]
    command = [str(tool("soffice")), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: _words(folder / f"{name}.pdf") for name in names}


def _words(file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file) as document:
        return [same(page.get_textpage().get_text_bounded().replace("\u2011", "-")) for page in document]


@pytest.mark.parametrize("name", ["house", "full", "plain"])
def test_another_program_prints_about_as_many_pages(printed: Mapping[str, list[str]], name: str) -> None:
    assert abs(len(printed[name]) - len(written(name)[1].pages)) <= 1


@pytest.mark.parametrize("name", ["house", "full"])
def test_every_page_counts_itself_beside_the_words_of_the_template(printed: Mapping[str, list[str]], name: str) -> None:
    pages = printed[name]
    for number, words in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)} in the pack {number}" in words
    assert sum({"house": "Company 01234567", "full": "Charity 1"}[name] in words for words in pages) >= len(pages) - 3


def test_names_and_clauses_are_printed(printed: Mapping[str, list[str]]) -> None:
    text = " ".join(printed["house"])
    assert all(same(name) in text for name, _ in NAMES)
    assert "1.1 This memorandum records what we intend to do." in text
