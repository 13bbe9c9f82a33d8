# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

import pytest
from tests.render.everything import properties
from tests.render.word.files import TEMPLATE, W, body_of, document, has, part_of, written
from tests.render.word.reading import read_controls

from evidencepack.blocks.blocks import Cell, Column, Paragraph, Table, TableRow
from evidencepack.blocks.inlines import Link, Text, Value
from evidencepack.render.number import number
from evidencepack.render.questions import Question
from evidencepack.render.word.controls import Controls, humanised
from evidencepack.render.word.ids import Numbers, control_tag, shown_again
from evidencepack.render.word.manifest import NAMESPACE, hash_of
from evidencepack.render.word.writer import write_word

PATH = "01890000-0000-7000-8000-000000000001/capacity_alert"
OTHER = "01890000-0000-7000-8000-000000000002/legal_name"


def _settings(data: bytes, name: str) -> list[str | None]:
    return [one.get(f"{W}val") for one in body_of(data).iter(f"{W}{name}")]


def _asking(inline: Value | Link, question: Question) -> bytes:
    numbered = number((document(Paragraph((inline,))),))
    return write_word(numbered, None, properties(), TEMPLATE, stamp=False, asked={PATH: question}.get)


def test_an_answer_stands_in_a_control_of_its_own() -> None:
    data = written(Paragraph((Text("Within "), Value("2 days", (PATH,)), Text("."))))
    assert read_controls(data) == {PATH: ("2\u00a0days",)}
    assert _settings(data, "alias") == ["Capacity alert"]
    assert _settings(data, "tag") == [control_tag((PATH,))]
    assert _settings(data, "lock") == ["sdtLocked"]


def test_a_row_can_be_deleted_with_the_answers_in_it() -> None:
    cells = (Cell(((Value("Osierbed", (PATH,)),),)), Cell(((Value("Osierbed and Kestrel", (PATH, OTHER)),),)))
    table = Table((Column(50), Column(50)), (), (TableRow(cells),), summary="Who.")
    data = written(table, Paragraph((Value("2 days", (OTHER,)),)))
    assert _settings(data, "lock") == ["contentLocked", "sdtLocked"]


def test_a_tag_is_ep_and_twenty_letters() -> None:
    tag = control_tag((PATH,))
    assert tag.startswith("ep")
    assert len(tag) == 22
    assert tag != control_tag((PATH, OTHER))


def test_an_answer_made_of_several_cannot_be_changed_in_word() -> None:
    data = written(Paragraph((Value("Osierbed and Kestrel", (PATH, OTHER)),)))
    assert _settings(data, "lock") == ["sdtContentLocked"]
    assert read_controls(data) == {f"{PATH} {OTHER}": ("Osierbed and Kestrel",)}
    assert _settings(data, "alias") == ["Capacity alert, Legal name"]


def test_a_missing_answer_is_a_placeholder() -> None:
    data = written(Paragraph((Value("[to complete: Alert]", (PATH,), missing=True),)))
    assert has(body_of(data), "showingPlcHdr")
    assert _settings(data, "rStyle") == ["PlaceholderText"]
    assert read_controls(data) == {PATH: ("",)}


def test_labels_name_controls_where_they_are_known() -> None:
    data = _asking(Value("2 days", (PATH,)), Question("When to warn the others"))
    assert _settings(data, "alias") == ["When to warn the others"]


@pytest.mark.parametrize(
    ("words", "pattern"), [("15 February 2027", "d MMMM yyyy"), ("15 Feb 2027", "d MMM yyyy"), ("Feb to May", None)]
)
def test_a_date_is_picked_from_a_calendar_if_it_is_written_as_one(words: str, pattern: str | None) -> None:
    patterns = {"15 February 2027": "d MMMM yyyy", "15 Feb 2027": "d MMM yyyy"}
    data = _asking(Value(words, (PATH,), bold=True), Question("Start", day=date(2027, 2, 15), patterns=patterns))
    found = [one.get(f"{W}fullDate") for one in body_of(data).iter(f"{W}date")]
    assert found == (["2027-02-15T00:00:00Z"] if pattern else [])
    assert _settings(data, "dateFormat") == ([pattern] if pattern else [])


def test_a_date_that_is_still_to_come_is_picked_from_a_calendar() -> None:
    data = _asking(Value("[to complete]", (PATH,), missing=True), Question("Start", patterns={"": "d MMMM yyyy"}))
    (picked,) = body_of(data).iter(f"{W}date")
    assert picked.get(f"{W}fullDate") is None
    assert has(body_of(data), "showingPlcHdr")


@pytest.mark.parametrize(("words", "missing"), [("agreed", False), ("[to complete]", True)])
def test_a_choice_is_taken_from_its_list(words: str, *, missing: bool) -> None:
    data = _asking(Value(words, (PATH,), missing=missing), Question("State", ("agreed", "not agreed")))
    assert [one.get(f"{W}displayText") for one in body_of(data).iter(f"{W}listItem")] == ["agreed", "not agreed"]


@pytest.mark.parametrize("inline", [Value("in part", (PATH,)), Link("agreed", "https://a.example", (PATH,))])
def test_words_that_are_none_of_the_choices_are_words(inline: Value | Link) -> None:
    data = _asking(inline, Question("State", ("agreed", "not agreed")))
    assert not has(body_of(data), "dropDownList")


def test_a_choice_in_two_scripts_is_no_list() -> None:
    choice = "agreed একমত"
    data = _asking(Value(choice, (PATH,)), Question("State", (choice,)))
    assert not has(body_of(data), "dropDownList")


@pytest.mark.parametrize(("missing", "lock"), [(False, "sdtContentLocked"), (True, "sdtLocked")])
def test_what_is_counted_cannot_be_changed_and_what_is_missing_can(lock: str, *, missing: bool) -> None:
    data = _asking(Value("5", (PATH,), missing=missing), Question("Parties", counted=True))
    assert _settings(data, "lock") == [lock]


def test_a_long_label_is_cut_to_what_word_shows() -> None:
    xml = Controls(lambda _path: Question("a " * 60)).wrap((PATH,), "", "")
    assert len(xml.partition('alias w:val="')[2].partition('"')[0]) <= 64


def test_the_same_answer_shown_twice_has_two_tags_and_two_numbers() -> None:
    data = written(Paragraph((Value("2 days", (PATH,)), Text(" or "), Value("2 days", (PATH,)))))
    assert _settings(data, "tag") == [control_tag((PATH,)), shown_again(control_tag((PATH,)), 2)]
    assert len({one.get(f"{W}val") for one in body_of(data).iterfind(f".//{W}sdtPr/{W}id")}) == 2
    assert read_controls(data) == {PATH: ("2\u00a0days",) * 2}


def test_a_bookmark_stands_round_each_control() -> None:
    data = written(Paragraph((Text("Within "), Value("2 days", (PATH,)), Value("3 days", (PATH,)))))
    controls = list(body_of(data).iter(f"{W}sdt"))
    assert len(controls) == 2
    for control, tag in zip(controls, _settings(data, "tag"), strict=True):
        before, after = control.getprevious(), control.getnext()
        assert before is not None
        assert after is not None
        assert (before.tag, after.tag) == (f"{W}bookmarkStart", f"{W}bookmarkEnd")
        assert before.get(f"{W}id") == after.get(f"{W}id")
        assert before.get(f"{W}name") == f"_{tag}"


@pytest.mark.parametrize(
    "inline", [Value("x", (PATH,)), Value("x", (PATH,), bold=True), Link("x", "https://a.example", (PATH,))]
)
def test_no_control_is_one_of_plain_words(inline: Value | Link) -> None:
    data = written(Paragraph((inline,)))
    assert _settings(data, "tag") == [control_tag((PATH,))]
    assert not has(body_of(data), "text")


def test_a_link_stands_round_the_control_of_its_answer() -> None:
    (link,) = body_of(written(Paragraph((Link("x", "https://a.example", (PATH,)),)))).iter(f"{W}hyperlink")
    assert [str(one.tag).removeprefix(W) for one in link] == ["bookmarkStart", "sdt", "bookmarkEnd"]


def test_an_empty_answer_is_still_a_control() -> None:
    assert read_controls(written(Paragraph((Value("", (PATH,)),)))) == {PATH: ("",)}


def test_a_value_from_nowhere_is_only_words() -> None:
    assert read_controls(written(Paragraph((Value("x", ()),)))) == {}


def test_the_manifest_maps_tags_back_to_paths() -> None:
    root = part_of(written(Paragraph((Value("2 days", (PATH,)),))), "customXml/item1.xml")
    assert root.tag == f"{{{NAMESPACE}}}manifest"
    assert (root.get("document"), root.get("version"), root.get("asOf")) == ("TBN-PACK", "1.0", "2027-02-15")
    (path, shown) = root[-1]
    assert path.text == PATH
    assert (shown.get("tag"), shown.get("hash")) == (control_tag((PATH,)), hash_of("2 days"))


def test_the_manifest_names_the_documents_of_the_file() -> None:
    root = part_of(written(Paragraph((Value("2 days", (PATH,)),))), "customXml/item1.xml")
    found = {name: root[0].get(name) for name in ("reference", "version", "code")}
    assert found == {"reference": "TBN-ONE-01", "version": "version 1.0", "code": "0123456789ab"}


def test_the_manifest_knows_the_words_that_ask_for_what_is_missing() -> None:
    root = part_of(written(Paragraph((Value("[to complete: Alert]", (PATH,), missing=True),))), "customXml/item1.xml")
    shown = root[-1][-1]
    assert (shown.get("missing"), shown.get("hash")) == ("true", hash_of("[to complete: Alert]"))


def test_ties_and_spaces_do_not_change_the_hash_of_an_answer() -> None:
    assert hash_of("2\u00a0days\n") == hash_of("2  days")
    assert hash_of("2 days") != hash_of("3 days")


def test_names_of_fields_read_as_words() -> None:
    assert humanised("x/meetings/y/first_date") == "First date"


def test_a_number_that_is_taken_moves_on() -> None:
    numbers = Numbers()
    first, second = numbers.derived("a"), numbers.derived("a")
    assert second == first + 1
