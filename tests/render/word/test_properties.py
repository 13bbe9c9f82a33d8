# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

from lxml import etree
from tests.render.everything import properties
from tests.render.word.files import TEMPLATE, document, write_files

from evidencepack.render.number import number
from evidencepack.render.word.package import unpack_parts
from evidencepack.render.word.properties import custom
from evidencepack.render.word.writer import write_word


def _said(data: bytes, name: str) -> dict[str, str]:
    root = etree.fromstring(unpack_parts(data)[f"docProps/{name}.xml"])
    return {str(one.get("name") or etree.QName(one).localname): "".join(map(str, one.itertext())) for one in root}


def test_a_file_names_its_organisation_and_no_program() -> None:
    assert _said(write_files((document(),)), "app") == {"Company": "Ferrybank Home Support Ltd"}


def test_a_file_names_its_document_and_version_where_every_program_keeps_them() -> None:
    assert _said(write_files((document(),)), "custom") == {"Document": "TBN-PACK", "Document version": "1.0"}


def test_words_are_never_markup_and_no_longer_than_word_holds() -> None:
    odd = replace(properties(), author="R&D <b>" * 60, reference="a" * 300)
    data = write_word(number((document(),)), None, odd, TEMPLATE, stamp=False)
    assert _said(data, "app")["Company"] == ("R&D <b>" * 60)[:255]
    assert custom(odd).count(b"a" * 255) == 1
    assert b"a" * 256 not in custom(odd)
