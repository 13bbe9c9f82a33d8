# SPDX-License-Identifier: MPL-2.0
"""The commands wording and override, as people give them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Cli

OURS = "Ask us first.\n\nFor {{ tender.title }} too: <b>&."


def test_the_list_says_which_clause_is_the_standard_and_which_is_ours(cli: Cli, own_file: Path) -> None:
    cli("wording", own_file, "mou.names", "--text", OURS)
    rows = json.loads(cli("wording", own_file, "mou", "--json").out)["wording"]
    changed = [row["reference"] for row in rows if row["state"] != "standard"]
    assert changed == ["mou.insurance", "mou.names"]
    assert "mou.names  " in cli("wording", own_file).out


def test_a_clause_is_shown_beside_ours(cli: Cli, own_file: Path) -> None:
    before = cli("wording", own_file, "mou.names")
    assert before.out.startswith(
        "mou.names: standard\nBefore you change it, ask: solicitor.\n\nNames, logos and material\n"
    )
    done = cli(
        "wording", own_file, "mou.names", "--change", "--text", OURS, "--heading", "Our names", "--reason", "So."
    )
    assert (done.code, done.err) == (0, "")
    assert "No adviser is recorded" in done.out
    shown = cli("wording", own_file, "mou.names").out.splitlines()
    assert shown[0] == "mou.names: changed"
    assert any(line.startswith("Names, logos and material ") and line.endswith("  Our names") for line in shown)


def test_words_come_from_a_file_or_from_behind_the_command(
    cli: Cli, own_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours.txt").write_bytes("\ufeffমৈত্রী asks first.\r\n".encode())
    assert cli("wording", own_file, "mou.names", "--change", "--file", tmp_path / "ours.txt").code == 0
    assert json.loads(cli("wording", own_file, "mou.names", "--json").out)["yours"]["text"] == "মৈত্রী asks first."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"- one\n- two\n")))
    assert cli("wording", own_file, "mou.names", "--change").code == 0
    assert json.loads(cli("wording", own_file, "mou.names", "--json").out)["yours"]["text"] == "- one\n- two"


def test_advice_is_recorded_by_itself_and_said_back(cli: Cli, own_file: Path) -> None:
    cli("wording", own_file, "mou.names", "--text", OURS)
    said = cli("wording", own_file, "mou.names", "--adviser", "Ngozi Adeyemi", "--advised", "12 Jan 2027")
    assert said.out.endswith("Advised by Ngozi Adeyemi on 12 January 2027.\n")
    assert json.loads(cli("wording", own_file, "mou.names", "--json").out)["yours"]["advised_on"] == "2027-01-12"


def test_a_document_lists_what_needs_advice_and_is_not_the_templates(cli: Cli, own_file: Path) -> None:
    assert "says what the template says" in cli("wording", own_file, "TBN-DSA-01").out
    cli("wording", own_file, "mou.names", "--text", OURS)
    cli("wording", own_file, "mou.law", "--text", OURS, "--adviser", "Ngozi Adeyemi", "--advised", "12 Jan 2027")
    cli("start", own_file, "mou", "keys_and_codes", "--in", "TBN-MOU-01")
    listed = cli("wording", own_file, "TBN-MOU-01").out.splitlines()
    assert [line.split("  ")[0] for line in listed] == [
        "Insurance",
        "Names, logos and material",
        "Keys and entry codes",
        "Law and copies",
    ]
    assert listed[1].endswith("  no adviser recorded")
    assert listed[2].endswith("  the document's own")
    assert listed[3].endswith("  Ngozi Adeyemi, 12 January 2027")


def test_legal_status_blocks_until_an_adviser_a_day_and_a_reason_are_there(cli: Cli, own_file: Path) -> None:
    cli("wording", own_file, "mou.legal_status", "--text", "All of it binds.")
    assert "blocks  CHK-MO-06" in cli("check", own_file).out
    advice = ("--adviser", "Ngozi Adeyemi", "--advised", "12 Jan 2027", "--reason", "Ngozi Adeyemi wrote it.")
    cli("wording", own_file, "mou.legal_status", *advice)
    assert "CHK-MO-06" not in cli("check", own_file).out


@pytest.mark.parametrize(
    ("words", "sentence", "code"),
    [
        (("mou.names", "--text", "Two.\n{{ mou.purpos }}"), "mou.names was not changed. Line 2: 'mou.purpos'", 5),
        (("mou.names", "--text", "<b>&{{"), "is not finished", 5),
        (("mou.gone",), "has no part “gone”. It has: parties, ", 4),
        (("pledge",), "Nothing is called “pledge”", 4),
        (("organisation",), "There is no kind of document “organisation”", 4),
        (("FB",), "FB is no document, so it has no clauses.", 4),
        (("mou.names", "--restore"), "the standard stands. Nothing was changed.", 4),
        (("mou.names", "--file", "none.txt"), "There is no file “none.txt”", 4),
        (("--text", "x"), "There is no clause “”", 4),
    ],
)
def test_what_cannot_be_done_says_why(
    cli: Cli, own_file: Path, words: tuple[str, ...], sentence: str, code: int
) -> None:
    before = own_file.read_bytes()
    said = cli("wording", own_file, *words)
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
    assert own_file.read_bytes() == before


def test_a_file_that_is_no_text_is_no_wording(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    (tmp_path / "ours.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "long.txt").write_bytes(b"x" * 1_100_000)
    assert "is no text in UTF-8" in cli("wording", own_file, "mou.names", "--file", tmp_path / "ours.txt").err
    assert "is larger than 1 MB" in cli("wording", own_file, "mou.names", "--file", tmp_path / "long.txt").err


def test_the_standard_comes_back(cli: Cli, own_file: Path) -> None:
    cli("wording", own_file, "mou.names", "--text", OURS)
    said = cli("wording", own_file, "mou.names", "--restore")
    assert said.out == (
        "mou.names says what the standard says again. The words that stood there stay in the history.\n"
    )
    assert cli("wording", own_file, "mou.names").out.startswith("mou.names: standard\n")


def test_a_paper_differs_for_a_stated_reason_until_it_does_not(cli: Cli, own_file: Path) -> None:
    unsaid = cli("override", own_file, "TBN-MOU-01", "M4/freq", "quarterly")
    assert (unsaid.code, unsaid.out) == (5, "")
    assert "Say why with --reason" in unsaid.err
    said = cli("override", own_file, "TBN-MOU-01", "M4/freq", "quarterly", "--reason", "The trust meets so.")
    assert said.out == "TBN-MOU-01 says: How often?: Every three months (was: Monthly)\n"
    assert "Every three months" in cli("show", own_file, "TBN-MOU-01").out
    found = next(line for line in cli("check", own_file).out.splitlines() if "CHK-XD-01" in line)
    assert found.startswith("blocks  ")
    assert "“Every three months”" in found
    assert "the other papers say “Monthly”. " in found
    assert found.endswith("The reason given: “The trust meets so.”")
    assert cli("override", own_file, "TBN-MOU-01", "M4/freq", "").out.endswith("Monthly (was: Every three months)\n")
    assert "CHK-XD" not in cli("check", own_file).out


@pytest.mark.parametrize(
    ("words", "sentence", "code"),
    [
        (("TBN-MOU-01", "M4/freq", "now and then"), "“now and then” is not one of", 5),
        (("TBN-MOU-01", "M4/freq", "monthly"), "That is what the other papers say too.", 5),
        (("TBN-MOU-01", "M4/often", "weekly"), "M4 has no answer called “often”.", 5),
        (("TBN-MOU-01", "TBN-MOU-01/area", "Marsh"), "That is this paper’s own answer.", 5),
        (("TBN-MOU-01", "M4/freq", ""), "says nothing of its own for “M4/freq”. Nothing was changed.", 4),
        (("M4", "M4/freq", "weekly"), "M4 is no document.", 4),
        (("TBN-MOU-99", "M4/freq", "weekly"), "Nothing is called “TBN-MOU-99”", 4),
    ],
)
def test_a_difference_that_cannot_be_says_why(
    cli: Cli, own_file: Path, words: tuple[str, ...], sentence: str, code: int
) -> None:
    before = own_file.read_bytes()
    said = cli("override", own_file, *words, "--reason", "So it is.")
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
    assert own_file.read_bytes() == before
