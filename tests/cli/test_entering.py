# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Cli
from tests.guard import pictures
from tests.guard.word_templates import house
from tests.shipped import LIBRARY

from evidencepack.bootstrap import Program
from evidencepack.domain.values import FieldType
from evidencepack.errors import ExitCode
from evidencepack.render.word.package import unpack_parts


def _value(cli: Cli, file: Path, record: str, ending: str) -> str:
    answers = json.loads(cli("show", file, record, "--json").out)["answers"]
    return str(next(answer["value"] for answer in answers if answer["path"].endswith(ending)))


def test_set_says_what_was_and_what_is(cli: Cli, own_file: Path) -> None:
    said = cli("set", own_file, "TBN-MOU-01/review_date", "1 March 2028")
    assert (said.code, said.err) == (0, "")
    assert ": 1 March 2028 (was: " in said.out
    assert _value(cli, own_file, "TBN-MOU-01", "/review_date") == "1 March 2028"


def test_set_clears_an_answer(cli: Cli, own_file: Path) -> None:
    said = cli("set", own_file, "TBN-MOU-01/area", "   ")
    assert said.code == 0
    assert "cleared (was: " in said.out
    assert _value(cli, own_file, "TBN-MOU-01", "/area") == ""


def test_set_takes_a_cell_by_the_number_of_its_row(cli: Cli, own_file: Path) -> None:
    said = cli("set", own_file, "tbn-mou-01/in_scope/2/item", "first visits & <b>more</b>")
    assert said.code == 0
    assert "first visits & <b>more</b> (was: first visits" in said.out


def test_set_takes_a_cell_of_a_shared_record_by_its_reference(cli: Cli, own_file: Path) -> None:
    said = cli("set", own_file, "TBN-MOU-01/meetings/M1/name", "Morning call")
    assert said.code == 0, said.err
    assert _value(cli, own_file, "M1", "/name") == "Morning call"


def test_control_characters_go_with_a_note(cli: Cli, own_file: Path) -> None:
    said = cli("set", own_file, "TBN-MOU-01/area", "the\x07 borough\ufdd0")
    assert said.code == 0
    assert said.out.splitlines()[0] == "2 characters that cannot be printed were removed."
    assert _value(cli, own_file, "TBN-MOU-01", "/area") == "the borough"


@pytest.mark.parametrize(
    "words",
    [
        ("set", "{file}", "TBN-MOU-01/area", "Łó\udcc5\udc81d"),
        ("set", "{file}", "TBN-MOU-01/ar\udcc3ea", "x"),
        ("search", "{file}", "\udce0\udca6"),
        ("show", "{file}", "\udce0"),
    ],
)
def test_words_that_came_in_another_encoding_are_refused_and_not_halved(
    cli: Cli, own_file: Path, words: tuple[str, ...]
) -> None:
    before = own_file.read_bytes()
    said = cli(*(word.format(file=own_file) for word in words))
    assert (said.code, said.out) == (ExitCode.USAGE, "")
    assert "letters that could not be read. Nothing was changed. Set your terminal to UTF-8" in said.err
    assert own_file.read_bytes() == before


def test_a_value_that_begins_with_a_dash_goes_behind_two(cli: Cli, own_file: Path) -> None:
    assert cli("set", own_file, "TBN-MOU-01/area", "-abc").code == ExitCode.USAGE
    assert "-- before one that begins with -" in " ".join(cli("set", "--help").out.split())
    said = cli("set", own_file, "TBN-MOU-01/area", "--", "-abc")
    assert (said.code, said.err) == (0, "")
    assert _value(cli, own_file, "TBN-MOU-01", "/area") == "-abc"


def test_a_value_that_stands_already_is_said_to_be_unchanged(cli: Cli, own_file: Path) -> None:
    cli("set", own_file, "TBN-MOU-01/area", "Marsh ward")
    assert cli("set", own_file, "TBN-MOU-01/area", "Marsh ward").out.endswith("?: unchanged (Marsh ward)\n")
    cli("set", own_file, "TBN-MOU-01/area", "")
    assert cli("set", own_file, "TBN-MOU-01/area", "").out.endswith("?: unchanged (empty)\n")


def test_a_long_value_is_not_said_back_whole(cli: Cli, own_file: Path) -> None:
    said = cli("set", own_file, "TBN-MOU-01/area", "long\n" * 20_000)
    assert said.code == 0
    assert len(said.out) < 400
    assert "long long…" in said.out


def test_a_file_is_not_typed(cli: Cli, own_file: Path) -> None:
    fields = LIBRARY["organisation"].fields.values()
    name = next(field.id for field in fields if field.type is FieldType.FILE)
    said = cli("set", own_file, f"FB/{name}", "letter.pdf")
    assert said.code == 5
    assert "choose it in the window, or name it to the command attach" in said.err


def test_a_word_template_is_looked_at_attached_and_taken_away(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    letter, page = tmp_path / "letter.dotx", tmp_path / "page.docx"
    letter.write_bytes(house())
    said = cli("template", letter, "--page", page)
    assert (said.code, said.err) == (0, "")
    assert "Not taken over: its text; numbers before headings: our own are used." in said.out
    assert b"Georgia" in unpack_parts(page.read_bytes())["word/styles.xml"]

    again = cli("template", letter, "--page", page)
    assert again.code == 9
    assert "There is a file" in again.err

    assert "Word template: letter.docx" in cli("attach", own_file, "FB/word_template", letter).out
    assert "letter.docx" in cli("show", own_file, "FB").out
    assert cli("set", own_file, "FB/word_template", "").code == 0

    bad = cli("template", tmp_path / "none.dotx")
    assert bad.code == 4


def test_a_logo_is_attached_shown_and_taken_away(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    picture = tmp_path / "new logo.gif"
    picture.write_bytes(pictures.saved(pictures.drawing(size=(90, 40)), "GIF"))
    said = cli("attach", own_file, "FB/logo", picture)
    assert (said.code, said.err) == (0, "")
    assert "This picture is small: 90 × 40 pixels" in said.out
    assert said.out.endswith("Logo: new logo.png (was: empty)\n")
    assert _value(cli, own_file, "FB", "/logo") == "new logo.png"
    assert "Logo: cleared (was: new logo.png)" in cli("set", own_file, "FB/logo", "").out


def test_a_file_that_is_no_picture_is_no_logo(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    page = tmp_path / "logo.png"
    page.write_text("<html>not found</html>", encoding="utf-8")
    said = cli("attach", own_file, "FB/logo", page)
    assert (said.code, said.out) == (5, "")
    assert "This is a web page, not a picture. Nothing was changed." in said.err
    assert cli("attach", own_file, "FB/logo", tmp_path / "typo.png").code == 4


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("TBN-MOU-01/start_date", "31 February 2027", "February 2027 has no day 31: its last is the 28th."),
        ("TBN-MOU-01/start_date", "soon", "date"),
        ("TBN-MOU-01/notice_days", "a month or two", "number"),
        ("TBN-MOU-01/personal_data", "perhaps", "yes or no"),
        ("TBN-MOU-01/owner", "Nobody", "Nobody"),
        ("TBN-MOU-01/parties", "everybody", "row by row"),
        ("TBN-MOU-01/review_freq", "now and then", "Every two weeks"),
    ],
)
def test_an_entry_that_cannot_be_read_changes_nothing(
    cli: Cli, own_file: Path, path: str, value: str, sentence: str
) -> None:
    before = cli("show", own_file, "TBN-MOU-01").out
    said = cli("set", own_file, path, value)
    assert said.code == 5
    assert said.out == ""
    assert " was not changed. " in said.err
    assert sentence in said.err
    assert cli("show", own_file, "TBN-MOU-01").out == before


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("TBN-MOU-01", "is not a path"),
        ("TBN-MOU-01/area/1", "is not a path"),
        ("TBN-MOU-99/area", "Nothing is called “TBN-MOU-99”"),
        ("TBN-MOU-01/aera", "Memorandum of understanding: there is no field called “aera”. It has: "),
        ("TBN-MOU-01/in_scope/2/thing", "in_scope has no column called “thing”. It has: item."),
        ("TBN-MOU-01/in_scope/99/item", "there is no row “99”"),
        ("TBN-MOU-01/in_scope/0/item", "there is no row “0”"),
        ("TBN-MOU-01/area/1/item", "area is not a table, so it has no rows. Write TBN-MOU-01/area."),
        ("TBN-MOU-01/meetings/M99/name", "Nothing is called “M99”"),
        ("M1/name/1/x", "name is not a table"),
    ],
)
def test_a_path_that_names_nothing_says_what_there_is(cli: Cli, own_file: Path, path: str, sentence: str) -> None:
    said = cli("set", own_file, path, "x")
    assert said.code == 4
    assert sentence in said.err


def test_sample_never_overwrites(cli: Cli, own_file: Path) -> None:
    before = own_file.read_bytes()
    said = cli("sample", own_file)
    assert said.code == 9
    assert str(own_file) in said.err
    assert own_file.read_bytes() == before


def test_import_tells_which_characters_it_removed(cli: Cli, program: Program, tmp_path: Path) -> None:
    tree: Any = json.loads(program.sample)
    tree["records"][0]["values"]["legal_name"] += "\u0007"
    (tmp_path / "tender.json").write_text(json.dumps(tree), encoding="utf-8")
    said = cli("import", tmp_path / "new.evidencepack", tmp_path / "tender.json")
    assert said.code == 0
    assert "records[0].values.legal_name: 1 character that cannot be printed was removed." in said.out


def test_two_tenders_are_told_apart_by_reference(cli: Cli, program: Program, own_file: Path, tmp_path: Path) -> None:
    text = program.sample.decode()
    for number, one in enumerate(sorted(set(re.findall(r"01a2[0-9a-f-]{32}", text)))):
        text = text.replace(one, f"01a30000-0000-7000-8000-{number:012x}")
    second: Any = json.loads(text.replace("TBN-ASC-2027-014", "TBN-TWO"))
    for record in second["records"]:
        if program.library[record["kind"]].shared:
            record["reference"] = f"TWO-{record['reference']}"
    (tmp_path / "two.json").write_text(json.dumps(second), encoding="utf-8")
    assert cli("import", own_file, tmp_path / "two.json").code == 0
    said = cli("show", own_file)
    assert said.code == 4
    assert "Say which with --tender: TBN-ASC-2027-014, TBN-TWO" in said.err
    assert cli("show", own_file, "TBN-MOU-01", "--tender", "TBN-TWO").code == 0
    assert cli("set", own_file, "--tender", "TBN-TWO", "TBN-MOU-01/area", "Elsewhere").code == 0
    assert "Elsewhere" not in cli("show", own_file, "TBN-MOU-01", "--tender", "TBN-ASC-2027-014").out
    said = cli("check", own_file, "--tender", "TBN-THREE")
    assert (said.code, "No tender is called “TBN-THREE”" in said.err) == (4, True)


def test_an_answer_may_be_two_hyphens(cli: Cli, own_file: Path) -> None:
    said = cli("set", own_file, "MT/legal_name", "--", "--")
    assert (said.code, said.err) == (0, "")
    assert "Full legal name: -- (was: Maitree" in said.out
    assert cli("search", own_file, "--", "--").code == 0
    said = cli("restore", "--", "--", "x.evidencepack")
    assert said.code == ExitCode.NOT_FOUND
    assert "“--”" in said.err


def test_a_row_and_a_record_are_removed_and_a_record_in_use_is_not(cli: Cli, own_file: Path) -> None:
    said = cli("remove", own_file, "TBN-RACI-01/activities/1")
    assert (said.code, said.err) == (0, "")
    assert re.fullmatch(
        r"Removed TBN-RACI-01/activities/1\. [0-9]+ rows that spoke of it went with it\. "
        r"Its history stays\. A backup was made before, in .*backups\.\n",
        said.out,
    )
    assert cli("add", own_file, "contact", "--called", "PER-99").code == 0
    assert cli("remove", own_file, "PER-99").out.startswith("Removed contact PER-99. Its history stays")
    said = cli("remove", own_file, "PER-06")
    assert (said.code, said.out) == (ExitCode.BAD_INPUT, "")
    assert said.err.startswith("evidencepack: PER-06 was not removed. It is named in MT/signatory, ")
    lines = cli("remove", own_file, "KPI-07").out.splitlines()
    assert lines[1] == "The check finds what still names it:"
    assert all("name KPI-07, and this tender has no shared measure" in line for line in lines[2:])


@pytest.mark.parametrize(
    ("table", "how"),
    [
        ("in_scope", "one by one, the last first, with: evidencepack remove {} TBN-MOU-01/in_scope/NUMBER"),
        ("contributions", "Its rows are records of their own. Take one away with: evidencepack remove {} REFERENCE"),
    ],
)
def test_a_table_is_not_cleared_at_one_stroke(cli: Cli, own_file: Path, table: str, how: str) -> None:
    said = cli("set", own_file, f"TBN-MOU-01/{table}", "")
    assert (said.code, said.out) == (ExitCode.BAD_INPUT, "")
    assert how.format(own_file) in said.err
