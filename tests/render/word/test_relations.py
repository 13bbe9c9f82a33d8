# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from lxml import etree

from evidencepack.render.word.relations import Relations, office, read_types, relations_of, words, write_types

PACKAGE = "{http://schemas.openxmlformats.org/package/2006"


def _read(relations: Relations) -> list[tuple[str, str, str]]:
    found = etree.fromstring(relations.xml())
    return [(str(one.get("Id")), str(one.get("Target")), str(one.get("TargetMode", ""))) for one in found]


def test_a_target_has_one_relationship_however_often_it_is_asked_for() -> None:
    relations = Relations()
    first = relations.to(office("image"), "media/one.png")
    assert relations.to(office("image"), "media/one.png") == first != relations.to(office("image"), "media/two.png")


def test_new_relationships_are_counted_on_from_those_that_are_there() -> None:
    known = Relations()
    known.to(office("styles"), "styles.xml")
    relations = Relations(known.xml())
    relations.put("rIdhdr1", office("header"), "header1.xml")
    relations.to(office("hyperlink"), "https://a.example/?b&c", outside=True)
    assert _read(relations) == [
        ("rId1", "styles.xml", ""),
        ("rIdhdr1", "header1.xml", ""),
        ("rId2", "https://a.example/?b&c", "External"),
    ]


def test_relationships_stand_beside_the_part_they_are_of() -> None:
    assert relations_of("word/document.xml") == "word/_rels/document.xml.rels"


def test_content_types_come_back_as_they_went_in() -> None:
    kinds = {"word/document.xml": words("document.main"), "word/header1.xml": words("header")}
    assert read_types(write_types(kinds, frozenset(kinds))) == kinds


def test_pictures_are_typed_by_the_endings_of_their_names() -> None:
    listed = etree.fromstring(write_types({}, frozenset({"word/media/one.png"})))
    endings = {one.get("Extension"): one.get("ContentType") for one in listed.iter(f"{PACKAGE}/content-types}}Default")}
    assert set(endings) == {"png", "rels", "xml"}
    assert endings["png"] == "image/png"
