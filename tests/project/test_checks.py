# SPDX-License-Identifier: MPL-2.0
"""The project's own checks find what they are for."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import licences
import measurements
import pytest
import room_coverage
import spelling
import wheels


def test_american_spellings_have_a_british_answer() -> None:
    american = spelling.words()

    assert american["color"] == "colour"
    assert american["organize"] == "organise"
    assert "program" not in american


def test_sentences_of_the_source_are_read_without_code_and_markup() -> None:
    source = '"""The `color` of <w:color w:val="1"/> and w:color in all."""\nname = "color"\n'

    assert [(line, " ".join(text.split())) for line, text in spelling.sentences(source)] == [(1, "The of and in all.")]


def test_a_style_sheet_is_not_prose() -> None:
    assert list(spelling.sentences('SHEET = "QLabel { color: red; } QFrame { text-align: center; }"')) == []


def test_a_licence_that_nobody_read_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        licences, "locked_names", lambda room: {"app": {"a"}, "test": {"a", "b"}, "build": {"a", "c"}}[room]
    )
    monkeypatch.setattr(licences, "_licences", lambda: {"a": "GPL-2.0-only", "b": "GPL-2.0-only", "z": "AGPL"})

    assert licences.main() == 1
    refused = capsys.readouterr().err
    assert "a: GPL-2.0-only" in refused
    assert "b: " not in refused
    assert "c: unknown" in refused


def test_names_of_packages_are_compared_as_the_index_does() -> None:
    assert licences.normal("PySide6_Essentials") == "pyside6-essentials"
    assert "pyside6-essentials" in licences.locked_names("app")


def test_a_missing_wheel_is_named_with_its_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(wheels, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(wheels, "missing", lambda platform, _python: "no usable wheels" if "darwin" in platform else "")

    assert wheels.main() == 1
    assert "No wheel for macOS 14.0 (Apple silicon), Python 3.11: no usable wheels" in capsys.readouterr().err
    assert not (tmp_path / "stamp").exists()


def test_wheels_are_asked_for_once_for_each_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(wheels, "STAMP", tmp_path / "stamp")

    def ask(platform: str, _python: str) -> str:
        asked.append(platform)
        return ""

    monkeypatch.setattr(wheels, "missing", ask)

    assert (wheels.main(), wheels.main()) == (0, 0)
    assert len(asked) == len(wheels.PLATFORMS) * len(wheels.PYTHONS)


def test_the_resolver_is_asked_for_wheels_and_hashes_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **_named: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 1, stdout="", stderr="no usable wheels\n")

    monkeypatch.setattr("subprocess.run", run)

    assert wheels.missing("x86_64-pc-windows-msvc", "3.11") == "no usable wheels"
    assert {"--dry-run", "--require-hashes", ":all:", "x86_64-pc-windows-msvc"} <= set(asked[0])


def test_coverage_is_added_up_by_room_and_held_to_the_aim(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def summary(reached: int, whole: int) -> dict[str, dict[str, int]]:
        lines = {"covered_lines": reached, "num_statements": whole, "covered_branches": 0, "num_branches": 0}
        return {"summary": lines}

    files = {f"src/evidencepack/{room}/a.py": summary(100, 100) for room in room_coverage.CORE}
    files["src/evidencepack/store/b.py"] = summary(50, 100)
    files["src/evidencepack/ui/a.py"] = summary(1, 2)
    files["src/evidencepack/ui/__init__.py"] = summary(0, 0)
    report = tmp_path / "coverage.json"
    report.write_text(json.dumps({"files": files}), encoding="utf-8")

    assert room_coverage.main([str(report)]) == 1
    printed = capsys.readouterr()
    assert "store         75.00 % (core)" in printed.out
    assert "ui            50.00 %\n" in printed.out
    assert printed.err == "store is below 95 %\n"
    assert room_coverage.main(["--quiet", str(report)]) == 1
    assert capsys.readouterr().out == ""


def test_a_report_of_the_core_rooms_is_asked_for_by_where_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert room_coverage.main(["--core"]) == 0
    asked = capsys.readouterr().out.strip().split(",")
    source = Path(__file__).parents[2]
    assert len(asked) == len(room_coverage.CORE)
    assert all((source / one.removesuffix("/*") / "__init__.py").is_file() for one in asked)


def test_measured_numbers_go_into_their_part_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "measurements.md"
    page.write_text("before\n<!-- test-full: begin -->\nold\n<!-- test-full: end -->\nafter\n", encoding="utf-8")
    numbers = tmp_path / "numbers.jsonl"
    numbers.write_text('{"what": "fuzz", "unit": "documents", "number": 250}\n' * 2, encoding="utf-8")
    monkeypatch.setattr(measurements, "PAGE", page)
    monkeypatch.setattr(measurements, "ROOT", tmp_path)
    monkeypatch.setattr(measurements, "_commit", lambda: "abc123")

    assert measurements.main(["test-full", str(numbers)]) == 0

    written = page.read_text(encoding="utf-8")
    assert "| fuzz | 500 | documents |" in written
    assert "commit abc123" in written
    assert "old" not in written
    assert written.startswith("before\n")
    assert written.endswith("\nafter\n")


def test_what_the_benchmark_printed_keeps_its_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "measurements.md"
    page.write_text("<!-- bench: begin -->\n<!-- bench: end -->\n", encoding="utf-8")
    printed = tmp_path / "bench.txt"
    printed.write_text("100 pages   0.2 s\n", encoding="utf-8")
    monkeypatch.setattr(measurements, "PAGE", page)
    monkeypatch.setattr(measurements, "ROOT", tmp_path)
    monkeypatch.setattr(measurements, "_commit", lambda: "abc123")

    assert measurements.main(["bench", str(printed)]) == 0

    assert "\n\n```text\n100 pages   0.2 s\n```\n" in page.read_text(encoding="utf-8")


def test_a_page_without_the_part_is_refused() -> None:
    with pytest.raises(ValueError, match="no part bench"):
        measurements.with_part("nothing here", "bench", "")
