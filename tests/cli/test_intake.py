# SPDX-License-Identifier: MPL-2.0
"""The command intake, with a memorandum that two partners sign: scans in, what came back out."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PIL import Image
from tests.cli.conftest import Cli
from tests.scans.paper import Damage, scanned
from tests.scans.sending import mark, version_out, with_files
from tests.scans.sheets import SIGNATURE, sheet
from tests.scans.writing import within, written

from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentVersion
from evidencepack.usecases.workspaces import open_existing, tender_facts


def _sent(file: Path) -> SentVersion:
    """Return a version that went out from a workspace."""
    with open_existing(file) as workspace:
        facts = tender_facts(workspace, "")
        (paper,) = (one for one in facts.records.values() if one.reference == "TBN-MOU-01")
        version, files = with_files(replace(version_out(tender=facts.tender), record=paper.id))
        version = replace(
            version,
            copies=tuple(
                replace(copy, party=one.id)
                for copy, one in zip(version.copies, facts.of_kind("organisation"), strict=False)
            ),
        )
        workspace.keep_sent(version, files)
    return version


def _scan(version: SentVersion, page: int, damage: Damage) -> Image.Image:
    printed_page = sheet(mark(version, 0, page), 150)
    if page == 3:
        rng = Random(7)  # noqa: S311 - the same hand each time
        printed_page = written(printed_page, within(SIGNATURE, 60, 11, rng), rng)
    return scanned(printed_page, damage, page)


def test_scans_are_sorted_looked_at_and_told(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    version = _sent(own_file)
    code = version.copies[0].code
    signed, second = tmp_path / "signed.tiff", tmp_path / "second.png"
    third, first = (_scan(version, page, Damage(skew=2, noise=3)) for page in (3, 1))
    third.save(signed, save_all=True, append_images=[first.rotate(180)])
    Image.new("L", (1240, 1754), 250).save(second)

    said = cli("intake", own_file, signed, second, "--to", tmp_path / "look")
    assert said.code == 3, said.err
    assert f"{printed(code)}  Memorandum, version 1.0, copy for Maitree: 2 of 3 pages" in said.out
    assert "page 2 did not come back." in said.out
    assert "Signature, signing for Maitree: this looks like a signature." in said.out
    assert "second.png, page 1: No code can be read on it." in said.out
    assert sorted(one.name for one in (tmp_path / "look").iterdir()) == [
        f"{code}-page-3-1-as-it-came.png",
        f"{code}-page-3-1-as-it-went-out.png",
        "not-placed-1.jpg",
    ]

    typed = cli("intake", own_file, signed, second, "--typed", f"second.png:1={printed(code).lower()}/2", "--json")
    found = json.loads(typed.out)
    (copy,) = found["copies"]
    assert [(one["page"], one["file"], one["at"], one["typed"]) for one in copy["pages"]] == [
        (1, "signed.tiff", 2, False),
        (2, "second.png", 1, True),
        (3, "signed.tiff", 1, False),
    ]
    assert (copy["missing"], found["not_placed"], found["kept"]) == ([], [], [])
    assert [(one["page"], one["suggested"]) for one in found["to_look_at"]] == [(3, "signed")]

    seen = cli("intake", own_file, signed, "--not-signed", f"{printed(code)}:signing for", "--by", "Ann")
    assert "pages 1 and 3 kept; it is returned." in seen.out
    assert "Page 2 did not come back." in seen.out
    assert "Signature, signing for Maitree, page 3: not signed." in seen.out
    with open_existing(own_file, read_only=True) as workspace:
        (came,) = workspace.signed_returns()
        assert [workspace.issued_bytes(one.sha256)[:3] for one in came.pages] == [b"\xff\xd8\xff"] * 2
    assert [(one.number, one.file, one.at) for one in came.pages] == [(1, "signed.tiff", 2), (3, "signed.tiff", 1)]
    said = cli("register", own_file, printed(code), "--to", tmp_path / "back")
    assert sorted(one.name for one in (tmp_path / "back").iterdir()) == [f"{code}-page-{at:03}.jpg" for at in (1, 3)]
    assert f"{code}-page-003.jpg" in said.out
    assert (came.by, came.pages[0].file_sha256) == ("Ann", hashlib.sha256(signed.read_bytes()).hexdigest())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--signed", "{}:99"), "Say which place of copy {} you mean. Nothing was kept. It has: {}:1 Signature"),
        (("--signed", "{}", "--cannot-tell", "{}:1"), "Two things are said of one place of copy {}."),
        (("--signed", "0000-0000"), "Nothing was noted"),
    ],
)
def test_what_was_seen_is_read_before_any_scan_is(
    cli: Cli, own_file: Path, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    code = printed(_sent(own_file).copies[0].code)
    said = cli("intake", own_file, tmp_path / "gone.pdf", *(one.replace("{}", code) for one in options))
    assert said.code != 0
    assert words.replace("{}", code) in said.err


def test_what_cannot_be_read_is_said_and_nothing_is_made(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    word = tmp_path / "letter.docx"
    word.write_bytes(b"PK\x03\x04 no scan")
    said = cli("intake", own_file, word, tmp_path / "gone.pdf")
    assert said.code == 3
    assert "No page of these files belongs to anything that went out of this tender." in said.out
    assert "letter.docx, page 1: It could not be looked at: This file is no picture" in said.out
    assert "gone.pdf, page 1: It could not be looked at: There is no file" in said.out


def test_a_code_that_is_typed_in_another_way_is_refused(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    said = cli("intake", own_file, tmp_path / "scan.pdf", "--typed", "page three")
    assert (said.code, "Name the file, its page, the code" in said.err) == (2, True)
