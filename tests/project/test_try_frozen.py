# SPDX-License-Identifier: MPL-2.0
"""Trying a frozen program finds what is wrong with it. (What is frozen is tried by `make fresh`, not here.)"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import try_frozen

_MANIFEST = """#!/bin/sh
case "$1" in
  export)
    mkdir "$4"
    if [ "$4" = BUNDLED ]; then touch "$4/bundle.pdf"; fi
    echo '{"files": [{"file": "pack.pdf", "conformance": {"validated": "VALIDATED"}}]}' >"$4/manifest.json"
    ;;
  app) [ -n "$EVIDENCEPACK_QUIT_AFTER_PAINT" ] && exit CODE;;
esac
"""


def _frozen(folder: Path, *, validated: str = "whole", code: int = 0, bundled: str = "bundled") -> Path:
    program, said = folder / "evidencepack", _MANIFEST.replace("BUNDLED", bundled)
    program.write_text(said.replace("VALIDATED", validated).replace("CODE", str(code)), encoding="utf-8")
    program.chmod(0o755)
    return program


def test_a_program_that_does_all_of_it_is_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _frozen(tmp_path)

    assert try_frozen.main([str(tmp_path)]) == 0
    assert "sample, export and window are as they should be" in capsys.readouterr().out


def test_a_window_that_does_not_open_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    assert try_frozen.faults_of(_frozen(tmp_path, code=4), tmp_path) == "evidencepack app sample.evidencepack: exit 4"


def test_an_annex_that_does_not_come_out_in_a_bundle_is_told(tmp_path: Path) -> None:
    fault = try_frozen.faults_of(_frozen(tmp_path, bundled="nowhere"), tmp_path)

    assert fault == "An annex was put in, and no bundle.pdf came out"


def test_a_pdf_that_nobody_could_confirm_is_told(tmp_path: Path) -> None:
    fault = try_frozen.faults_of(_frozen(tmp_path, validated="not"), tmp_path)

    assert fault == "Not confirmed to conform: pack.pdf"


def test_an_export_without_a_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"files": []}), encoding="utf-8")

    assert try_frozen.not_conforming(tmp_path) == "Not confirmed to conform: "


def test_where_nothing_is_frozen_it_says_how(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert try_frozen.main([str(tmp_path)]) == 1
    assert "make package" in capsys.readouterr().err
