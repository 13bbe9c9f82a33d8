# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from tests.render.everything import properties
from tests.render.word.files import TEMPLATE, W, body_of, document, has, part_of, written

from evidencepack.blocks.blocks import Paragraph
from evidencepack.blocks.inlines import Link, Text, Value
from evidencepack.render.number import number
from evidencepack.render.word.controls import Controls, humanised
from evidencepack.render.word.ids import Numbers, control_tag
from evidencepack.render.word.manifest import NAMESPACE, hash_of
from evidencepack.render.word.reader import read_controls
from evidencepack.render.word.writer import write_word

PATH = "01890000-0000-7000-8000-000000000001/capacity_alert"
OTHER = "01890000-0000-7000-8000-000000000002/legal_name"


def _settings(data: bytes, name: str) -> list[str | None]:
    return [one.get(f"{W}val") for one in body_of(data).iter(f"{W}{name}")]


def test_an_answer_stands_in_a_control_of_its_own() -> None:
    data = written(Paragraph((Text("Within "), Value("2 days", (PATH,)), Text("."))))
    assert read_controls(data) == {PATH: ("2\u00a0days",)}
    assert _settings(data, "alias") == ["Capacity alert"]
    assert _settings(data, "tag") == [control_tag((PATH,))]
    assert _settings(data, "lock") == ["sdtLocked"]


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
    numbered = number((document(Paragraph((Value("2 days", (PATH,)),))),))
    data = write_word(numbered, None, properties(), TEMPLATE, stamp=False, labels={PATH: "When to warn the others"})
    assert _settings(data, "alias") == ["When to warn the others"]


def test_a_long_label_is_cut_to_what_word_shows() -> None:
    xml = Controls({PATH: "a " * 60}).wrap((PATH,), "", "")
    assert len(xml.partition('alias w:val="')[2].partition('"')[0]) <= 64


def test_the_same_answer_shown_twice_has_one_tag_and_two_numbers() -> None:
    data = written(Paragraph((Value("2 days", (PATH,)), Text(" or "), Value("2 days", (PATH,)))))
    assert len(set(_settings(data, "tag"))) == 1
    assert len({one.get(f"{W}val") for one in body_of(data).iterfind(f".//{W}sdtPr/{W}id")}) == 2
    assert len(read_controls(data)[PATH]) == 2


def test_an_answer_with_a_look_is_a_rich_control() -> None:
    plain, bold, link = (
        written(Paragraph((inline,)))
        for inline in (Value("x", (PATH,)), Value("x", (PATH,), bold=True), Link("x", "https://a.example", (PATH,)))
    )
    assert [has(body_of(data), "text") for data in (plain, bold, link)] == [True, False, False]


def test_an_empty_answer_is_still_a_control() -> None:
    assert read_controls(written(Paragraph((Value("", (PATH,)),)))) == {PATH: ("",)}


def test_a_value_from_nowhere_is_only_words() -> None:
    assert read_controls(written(Paragraph((Value("x", ()),)))) == {}


def test_the_manifest_maps_tags_back_to_paths() -> None:
    root = part_of(written(Paragraph((Value("2 days", (PATH,)),))), "customXml/item1.xml")
    assert root.tag == f"{{{NAMESPACE}}}manifest"
    assert (root.get("document"), root.get("version"), root.get("asOf")) == ("TBN-PACK", "1.0", "2027-02-15")
    assert root[0].get("tag") == control_tag((PATH,))
    assert root[0][0].text == PATH
    assert root[0][1].get("hash") == hash_of("2 days")


def test_ties_and_spaces_do_not_change_the_hash_of_an_answer() -> None:
    assert hash_of("2\u00a0days\n") == hash_of("2  days")
    assert hash_of("2 days") != hash_of("3 days")


def test_names_of_fields_read_as_words() -> None:
    assert humanised("x/meetings/y/first_date") == "First date"


def test_a_number_that_is_taken_moves_on() -> None:
    numbers = Numbers()
    first, second = numbers.derived("a"), numbers.derived("a")
    assert second == first + 1
