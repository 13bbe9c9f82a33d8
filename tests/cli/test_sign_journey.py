# SPDX-License-Identifier: MPL-2.0
"""The whole way on the command line: frozen, signed, scanned, one who declines, one figure changed, certified."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from tests.cli.conftest import Cli
from tests.scans.paper import Damage, scanned
from tests.scans.writing import written

from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import INITIALS, InkArea, SentCopy
from evidencepack.usecases.workspaces import open_existing, tender_facts

MEASURES = "TBN-KPI-01"
_PAPERS = {MEASURES, "TBN-SIG-01", "TBN-GOV-01"}
_DPI, _MM = 150, 25.4 / 72
_TO_SIGN = {"signature", INITIALS}


@pytest.fixture
def file(own_file: Path) -> Path:
    """Return a workspace with few papers, so that all of this is quickly made."""
    with open_existing(own_file) as workspace, workspace.together():
        for record in tender_facts(workspace, "").records.values():
            if "version" in record.answers and record.reference not in _PAPERS:
                workspace.remove_record(record.id)
    return own_file


def _newest(file: Path) -> SentCopy:
    with open_existing(file, read_only=True) as workspace:
        return workspace.sent_versions()[-1].copies[0]


def _printed(pdf: Path) -> list[Image.Image]:
    """Return the pages of a PDF in grey, as a printer sets them, without those that are blank behind others."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [one for one in document if one.get_textpage().get_text_bounded().strip()]
        drawn = [one.render(scale=_DPI / 72, grayscale=True).to_pil().convert("L") for one in pages]
    return [one for one in drawn if one.getextrema()[0] < 128]


def _in_ink(page: Image.Image, areas: Sequence[InkArea], rng: Random) -> Image.Image:
    for one in areas:
        left, top, right, bottom = (each * _MM for each in (one.x, one.y, one.x + one.width, one.y + one.height))
        page = written(page, (left + 4, top + 2, min(right - 2, left + 40), bottom - 2), rng)
    return page


def _signed_scan(file: Path, folder: Path, scan: Path) -> str:
    """Sign the copy that went out last, scan it with its pages in another order, and return its code."""
    copy, rng = _newest(file), Random(9)  # noqa: S311 - the same hand each time
    pages = _printed(next(folder.glob("*.pdf")))
    assert len(pages) == len(copy.pages)
    inked = [
        _in_ink(page, [one for one in copy.areas if one.page == number and one.what in _TO_SIGN], rng)
        for number, page in enumerate(pages, start=1)
    ]
    first, *others = [scanned(page, Damage(skew=1.2), at) for at, page in enumerate(reversed(inked))]
    first.save(scan, save_all=True, append_images=others)
    return copy.code


def test_from_a_frozen_version_to_a_certificate_with_a_decline_and_a_changed_figure(
    cli: Cli, file: Path, tmp_path: Path
) -> None:
    _declines(cli, file, tmp_path)
    code = _signs(cli, file, tmp_path)
    _changes(cli, file, tmp_path, code)
    _certifies(cli, file, tmp_path / "certificates")


def _declines(cli: Cli, file: Path, folder: Path) -> None:
    """The measures go out, and whoever is to initial them will not yet."""
    assert cli("signoff", file, MEASURES, "--to", folder / "whole").code == 0
    code = _newest(file).code
    assert cli("register", file, code, "sent").code == 0
    assert cli("register", file, code, "declined").code == 5
    assert cli("register", file, code, "declined", "--why", "We meet in March").code == 0
    assert ": We meet in March" in cli("register", file, "--document", MEASURES).out


def _signs(cli: Cli, file: Path, folder: Path) -> str:
    """They are initialled on paper after all, scanned, looked at by a person, and kept; return their code."""
    code = _signed_scan(file, folder / "whole", scan := folder / "back.tiff")
    kept = cli("intake", file, scan, "--signed", code, "--by", "Ann")
    assert kept.code == 0, kept.out + kept.err
    assert "all 6 pages" in kept.out
    assert "this looks like" in kept.out
    (one,) = _register(cli, file)
    assert (one["state"], one["copy"]["state"]) == ("signed", "accepted")
    return code


def _changes(cli: Cli, file: Path, folder: Path, code: str) -> None:
    """One figure changes: it touches that signature, and initials on a note of one page settle it."""
    edited = cli("set", file, "KPI-01/target", "93")
    assert f"(copy {printed(code)}) and has to sign again, or to initial the changes: What is the target?" in edited.out
    told = cli("changes", file, "--document", MEASURES)
    assert told.code == 3
    assert "What is the target?, KPI-01: whoever signed it has to sign again, or to initial the changes." in told.out
    assert "  was: 95%\n  now: 93%\n" in told.out
    assert "and has to sign again, or to initial the changes: What is the target?, KPI-01" in told.out
    said = cli("register", file, "--document", MEASURES).out
    assert "changed since signed" in said
    assert "and has to sign again, or to initial the changes: What is the target?, KPI-01." in said
    assert cli("signoff", file, MEASURES, "--changes", "--to", folder / "note").code == 0
    note = _signed_scan(file, folder / "note", scan := folder / "note.tiff")
    assert note != code
    looked = cli("intake", file, scan, "--signed", note)
    assert looked.code == 0, looked.out + looked.err
    assert "its 1 page" in looked.out
    assert "Initials, Olúmídé" in looked.out
    assert "this looks like" in looked.out
    (one,) = _register(cli, file)
    assert (one["state"], one["copy"]["change_note"], one["copy"]["version"]) == ("signed", True, "2.0")
    assert cli("changes", file, "--document", MEASURES).code == 0


def _certifies(cli: Cli, file: Path, folder: Path) -> None:
    """The paper has a certificate, which is known again as long as nobody changes it."""
    made = cli("register", file, "--certificates", "--to", folder)
    assert made.code == 0, made.err
    page = folder / f"{MEASURES}-certificate.pdf"
    assert cli("verify", file, page).code == 0
    page.write_bytes(page.read_bytes() + b"\n% more")
    forged = cli("verify", file, page)
    assert (forged.code, "is not as any was made" in forged.out) == (3, True)
    assert cli("register", file, "--certificates").code == 2


def _register(cli: Cli, file: Path) -> list[dict[str, Any]]:
    said = json.loads(cli("register", file, "--document", MEASURES, "--json").out)
    return list(said["signatures"])
