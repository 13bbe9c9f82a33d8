# SPDX-License-Identifier: MPL-2.0
"""Templates whose words nobody could read: put right, said in a few words, and counted as what they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.guard.word_templates import looks, style, template
from tests.render.word.brand.wearing import write
from tests.render.word.files import BASE, FONTS, audited

from evidencepack.domain.colour import PAPER, Colour, contrast
from evidencepack.exchange.brand.taking import take_brand
from evidencepack.render.theme import STANDARD
from evidencepack.render.word.brand.branding import branded
from evidencepack.render.word.brand.look import BrandLook, look_of_brand
from evidencepack.render.word.brand.sheet import Sheet
from evidencepack.render.word.brand.sound import breadth
from evidencepack.render.word.package import pack_parts, unpack_parts
from evidencepack.usecases.word_templates import Template, template_sentences

_DARK = '<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="1F1F1F"/></w:pPr>'


def _normal(properties: str) -> bytes:
    return template(style("Normal", "Normal", properties, default=True))


def _worn(data: bytes) -> Sheet:
    base = branded(BASE, take_brand(data)[0], STANDARD, FONTS).base
    return Sheet(etree.fromstring(base.parts["word/styles.xml"]))


def _look(properties: str) -> BrandLook:
    return look_of_brand(take_brand(_normal(properties))[0])


def _sheet(properties: str) -> Sheet:
    """Return the styles of files in the clothes of a template with such running text."""
    return _worn(_normal(properties))


def test_words_on_a_dark_ground_are_dark_on_white_in_tables_as_well() -> None:
    look = _DARK + looks("Arial", 11, "FFFFFF")
    found = _sheet(look)
    for name in ("Normal", "BodyText", "EPTableText95", "EPNote", "ListBullet"):
        assert found.ground(name) is None
        assert contrast(found.colour(name) or Colour(0, 0, 0), PAPER) >= 10
    assert _look(look).mended == ("the dark ground of Normal is left away",)


def test_a_light_ground_stays_behind_running_text_and_not_in_tables() -> None:
    found = _sheet(_DARK.replace("1F1F1F", "FFF8E0") + looks("Arial", 11))
    assert str(found.ground("BodyText")) == "#FFF8E0"
    assert found.ground("EPTableText95") is None


def test_links_too_pale_to_be_read_are_darkened() -> None:
    pale = style("Hyperlink", "Hyperlink", '<w:rPr><w:color w:val="CCE5FF"/></w:rPr>', kind="character")
    normal = style("Normal", "Normal", looks("Arial", 11), default=True)
    found = _worn(template(normal + pale))
    assert contrast(found.colour("Hyperlink") or PAPER, PAPER) >= 4.5


def test_a_marker_pen_is_a_ground_and_the_file_is_valid(tmp_path: Path) -> None:
    properties = looks("Arial", 11, more='<w:highlight w:val="yellow"/>')
    assert str(_sheet(properties).ground("BodyText")) == "#FFFF00"
    data, _ = write(branded(BASE, take_brand(_normal(properties))[0], STANDARD, FONTS))
    assert audited(data, tmp_path) == []


@pytest.mark.parametrize(("size", "becomes"), [(1, 9), (1638, 14)])
def test_letters_of_no_sense_get_a_size_that_can_be_read(size: float, becomes: float) -> None:
    assert _sheet(looks("Arial", size)).size("BodyText") == becomes
    assert _look(looks("Arial", size)).mended == (f"Normal is set in {becomes} pt, not in {size}",)


def test_running_text_that_is_struck_out_is_not() -> None:
    properties = looks("Arial", 11, more="<w:strike/><w:dstrike/>")
    assert not any(_sheet(properties).is_on("BodyText", f"w:rPr/w:{mark}") for mark in ("strike", "dstrike"))
    assert _look(properties).mended == ("Normal is no longer struck out",)


@pytest.mark.parametrize(("line", "rule", "said"), [(80, "exact", "4"), (2400, "exact", "120")])
def test_lines_that_run_over_each_other_or_far_apart_stand_as_their_letters_ask(
    line: int, rule: str, said: str
) -> None:
    properties = f'<w:pPr><w:spacing w:line="{line}" w:lineRule="{rule}" w:after="120"/></w:pPr>{looks("Arial", 11)}'
    found = _sheet(properties)
    assert found.pitch("Normal") == pytest.approx(11 * 1.149)
    assert found.space("Normal") == (0, 6)
    assert _look(properties).mended == (f"the lines of Normal stand {said} pt apart no more",)


def test_an_exact_height_of_lines_that_fits_stays_and_is_counted() -> None:
    properties = f'<w:pPr><w:spacing w:line="300" w:lineRule="exact"/></w:pPr>{looks("Arial", 11)}'
    assert (_look(properties).mended, _sheet(properties).pitch("BodyText")) == ((), 15)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('<w:spacing w:val="-200"/>', "the letters of Normal stand -10 pt apart no more"),
        ('<w:w w:val="5"/>', "the letters of Normal are no longer 5 % as wide"),
    ],
)
def test_letters_that_run_into_each_other_stand_apart(more: str, said: str) -> None:
    assert _look(looks("Arial", 11, more=more)).mended == (said,)
    assert breadth(_sheet(looks("Arial", 11, more=more)), "BodyText") == 1


@pytest.mark.parametrize(
    ("more", "share", "said"),
    [
        ("<w:caps/>", 1.3, "capitals"),
        ("<w:smallCaps/>", 1.07, "capitals"),
        ('<w:spacing w:val="22"/>', 1.2, "letters set apart"),
        ('<w:w w:val="80"/>', 0.8, "letters stretched"),
    ],
)
def test_wider_and_narrower_words_are_counted_so_and_the_person_is_told(more: str, share: float, said: str) -> None:
    properties = looks("Arial", 11, more=more)
    assert breadth(_sheet(properties), "BodyText") == pytest.approx(share)
    assert breadth(_sheet(properties), "EPTableText95") == pytest.approx(1)
    look = _look(properties)
    assert look.uneven == said
    assert f"Its running text has {said}: pages are counted as for such words on average, and Word may differ." in list(
        template_sentences(Template(b"", look))
    )


@pytest.mark.parametrize(("left", "named"), [(2800, False), (5000, True)])
def test_margins_that_pages_cannot_have_are_named(left: int, named: bool) -> None:  # noqa: FBT001
    parts = dict(unpack_parts(_normal(looks("Arial", 11))))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b'w:left="1300"', f'w:left="{left}"'.encode())
    left_out = take_brand(pack_parts(parts))[1]
    assert ("margins of more than 50 mm: they are 50 mm" in left_out) is named


def test_an_ordinary_template_has_nothing_to_put_right() -> None:
    assert _look(looks("Arial", 11, "222222")).mended == ()
