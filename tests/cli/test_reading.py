# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Cli

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.store.workspace import create_workspace


def test_tenders_as_json(cli: Cli, sample_file: Path) -> None:
    (tender,) = json.loads(cli("tenders", sample_file, "--json").out)["tenders"]
    assert set(tender) == {"id", "reference", "title", "deadline"}


def test_a_workspace_without_tenders_says_so(cli: Cli, tmp_path: Path) -> None:
    create_workspace(tmp_path / "new.evidencepack").close()
    assert cli("tenders", tmp_path / "new.evidencepack").out == "No tender yet.\n"
    assert json.loads(cli("tenders", tmp_path / "new.evidencepack", "--json").out) == {"tenders": []}
    said = cli("show", tmp_path / "new.evidencepack")
    assert said.code == 4
    assert "holds no tender yet" in said.err


def test_kinds_as_json(cli: Cli) -> None:
    kinds = json.loads(cli("kinds", "--json").out)["kinds"]
    assert all(set(kind) == {"kind", "what", "title", "purpose"} for kind in kinds)


def test_show_lists_the_records_of_a_tender(cli: Cli, sample_file: Path) -> None:
    said = cli("show", sample_file)
    assert said.code == 0
    assert said.out.splitlines()[0].split()[:2] == ["TBN-ACT-01", "action_log"]
    assert "মৈত্রী" not in said.out
    records = json.loads(cli("show", sample_file, "--json").out)["records"]
    assert len(records) == 233
    assert all(set(record) == {"id", "kind", "reference", "title"} for record in records)


def test_show_prints_answers_in_every_script(cli: Cli, sample_file: Path) -> None:
    said = cli("show", sample_file, "MT")
    assert said.code == 0
    assert "মৈত্রী কমিউনিটি ট্রাস্ট" in said.out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("নাসরিন",), "নাসরিন আক্তার"),
        (("llyr",), "Siân Llŷr-Evans"),
        (("Świętoch",), "Małgorzata Świętochłowska"),
        (("homecoming", "visits"), "homecoming"),
    ],
)
def test_search_finds_words_in_every_script(cli: Cli, sample_file: Path, words: tuple[str, ...], expected: str) -> None:
    said = cli("search", sample_file, *words, "--json")
    assert said.code == 0
    hits = json.loads(said.out)["hits"]
    assert any(expected in hit["excerpt"] for hit in hits)
    assert all(set(hit) == {"path", "name", "reference", "kind", "label", "excerpt"} for hit in hits)
    for hit in hits:
        if hit["path"].count("/") in {1, 3}:
            FieldPath.parse(hit["path"])


@pytest.mark.parametrize("words", ['"quotes*', "NEAR(", "a AND", "*", "'; DROP TABLE record; --", "(", "col:x", ""])
def test_search_takes_every_sign_as_a_sign(cli: Cli, sample_file: Path, words: str) -> None:
    said = cli("search", sample_file, words)
    assert (said.code, said.err) == (0, "")


def test_search_says_when_nothing_is_found(cli: Cli, sample_file: Path) -> None:
    assert cli("search", sample_file, "zeppelin").out == "Nothing holds “zeppelin”.\n"


def test_check_gives_findings_as_json(cli: Cli, own_file: Path) -> None:
    assert json.loads(cli("check", own_file, "--json").out)["findings"] == []
    cli("set", own_file, "TBN-MOU-01/purpose", "")
    said = cli("check", own_file, "--json")
    assert (said.code, said.err) == (3, "")
    content = json.loads(said.out)
    assert set(content) == {"findings", "reminders", "set_aside", "coverage"}
    grid = {one["partner"]: one["questions"] for one in content["coverage"]}
    assert {one["standing"] for one in grid["Maitree"].values()} == {"met"}
    for finding in content["findings"]:
        assert set(finding) >= {"rule", "severity", "message", "reference", "paper", "path", "label", "quote", "span"}
        assert set(finding) >= {"sides", "fixes", "help", "source", "looks_at", "way_out", "title"}
        assert finding["severity"] in {"blocks", "warns", "suggests"}
        assert finding["field"].endswith("/purpose") or finding["rule"] == "CHK-SG-02"


def test_check_tells_of_a_darkened_colour_and_asks_for_nothing(cli: Cli, own_file: Path) -> None:
    cli("set", own_file, "FB/brand_colour", "#F5A623")
    said = cli("check", own_file)
    assert (said.code, said.err) == (0, "")
    assert "#754F10" in said.out
    assert said.out.endswith("Nothing is missing.\n")


def test_search_prints_paths_that_set_takes(cli: Cli, own_file: Path) -> None:
    said = cli("search", own_file, "homecoming")
    paths = [line.split()[0] for line in said.out.splitlines()]
    assert any(path.count("/") == 3 for path in paths)
    for path in paths:
        again = cli("set", own_file, path, "Words about Świętochłowska")
        assert (again.code, again.err) == (0, ""), path
    assert cli("search", own_file, "homecoming").out == "Nothing holds “homecoming”.\n"


def test_glossary_says_what_a_word_means(cli: Cli) -> None:
    said = cli("glossary", "tupe")
    assert said.code == 0
    assert "TUPE: The law that protects staff" in said.out
    assert len(json.loads(cli("glossary", "--json").out)["terms"]) > 80


def test_glossary_says_that_it_has_no_such_word(cli: Cli) -> None:
    assert "The glossary has no “quantum leap”." in cli("glossary", "quantum", "leap").out
