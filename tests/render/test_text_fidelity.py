# SPDX-License-Identifier: MPL-2.0
"""What is typed in any script we have fonts for is what is read: by pdfium, by poppler, and through the tags."""

from __future__ import annotations

import io
import os
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.conformance.conforming import Conforms, claimed
from tests.render.alphabets import texts
from tests.render.everything import properties
from tests.render.pdf.tree import read_tree
from tests.render.typeset.setting import FONTS, document, table
from tests.whole.reading import SOFT, folded, is_read, pdf_bodies

from evidencepack.blocks.blocks import Block, Bullets, Clause, Heading, Paragraph
from evidencepack.blocks.inlines import Inlines, Link, Text, Value
from evidencepack.render.number import number
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.typesetter import typeset

FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
BATCH = 50
ROUNDS, DOCUMENTS = (range(20), 10) if FULL else (range(1), 4)
_SPACE = re.compile(r"\s+")
_ROW = re.compile(r"<([0-9A-F]{4})> <([0-9a-f]+)>")


def _block(place: int, text: str) -> Block:
    """Return a block with a text between two marks: every place where text can stand has its turn."""
    before, after = f"v{place:05} ", f" w{place:05}"
    plain: Inlines = (Text(before), Value(text, ("r/f",)), Text(after))
    bold: Inlines = (Text(before, bold=True), Value(text, ("r/f",), bold=True), Text(after, italic=True))
    link: Inlines = (Text(before), Link(text, "https://ferrybank.example"), Text(after))
    places: tuple[Block, ...] = (
        Paragraph(plain),
        Paragraph(bold),
        Paragraph(link),
        Heading(2, plain, anchor=f"doc/{place}"),
        table((f"{before}{text}{after}",), head=("Words",)),
        Bullets((bold,)),
        Clause(1, plain),
        Clause(2, plain),
    )
    return places[place % len(places)]


def _pdf(typed: list[str]) -> bytes:
    numbered = number((document(*(_block(place, text) for place, text in enumerate(typed))),))
    pages = typeset(numbered, STANDARD, FONTS, stamp=True)
    return claimed(pages, STANDARD, FONTS, properties())


def _between(read: str, count: int) -> Iterator[str]:
    for place in range(count):
        found = re.search(rf"v{place:05}\s*(.*?)\s*w{place:05}", read, re.DOTALL)
        yield found[1] if found else f"nothing stands between the marks of {place}"


def _squeezed(text: str) -> str:
    return _SPACE.sub("", unicodedata.normalize("NFKC", text.translate(SOFT)))


def _by_poppler(data: bytes, file: Path, tool: Callable[[str], Path]) -> str:
    file.write_bytes(data)
    said = subprocess.run([tool("pdftotext"), "-raw", "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
    return said.stdout.decode()


@pytest.mark.parametrize("_round", ROUNDS)
def test_any_text_is_read_as_it_was_typed(
    _round: int, tmp_path: Path, tool: Callable[[str], Path], measured: Callable[[str, str, float], None]
) -> None:
    count = 0

    @settings(max_examples=DOCUMENTS, phases=[Phase.explicit, Phase.generate])
    @given(st.lists(texts().filter(lambda text: folded(text) != ""), min_size=BATCH, max_size=BATCH))
    def check(typed: list[str]) -> None:
        nonlocal count
        data = _pdf(typed)
        pdfium = _between("\r\n".join(pdf_bodies(data)), len(typed))
        tags = _between(read_tree(data).text, len(typed))
        poppler = _between(_by_poppler(data, tmp_path / "read.pdf", tool), len(typed))
        assert [(text, lines) for text, lines in zip(typed, pdfium, strict=True) if not is_read(lines, text)] == []
        assert [folded(text) for text in tags] == [folded(text) for text in typed]
        assert [_squeezed(text) for text in poppler] == [_squeezed(text) for text in typed]
        count += len(typed)

    check()
    measured("Texts of many scripts, signs and emoji read back by pdfium, poppler and the tags", "texts", count)


SPECIMEN = (
    "Yes ✓ ✔ no ✗ ✘ ☐ open ☑ done ☒ refused ★ ● ■ ◆ ⚠ → ➔ ⇒ Ⅳ ① ≤ ≥ ≠ ≈ × ÷ ½ ² € ₦ № ™ “quotes” – — …",
    "😀 👍🏽 👍 👩‍🦽 👨‍👩‍👧‍👦 ❤️ ❤️‍🔥 ✔️ ✅ ❌ 1️⃣ #️⃣ 🇬🇧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🏳️‍🌈 👩‍🔑 and on",
    "মৈত্রী কমিউনিটি ট্রাস্ট, রাবেয়া সুলতানা ১২৩৪ ✓ 😀",
    "Adébáyọ̀ Ṣọlá ẹ́ Ngọzi Ụ̀kà Gwenllïan ŵyr ẃ Ḃ ċ ṫ Nguyễn Świętochłowska kůň Ґанок їжак Ёлка Ελληνικά ἀρχὴ ᾧ",
    "soft\u00adhyphen zero\u200bwidth join\u2060er thin\u2009space figure\u2007space held\u2011hyphen mark\ufeffed",
    "Ә Ə ә ə a\u037eb 5\u22152 3\u20442",
)


def test_all_of_it_conforms(conforms: Conforms) -> None:
    conforms(_pdf([text for text in SPECIMEN for _ in range(8)]), "every script in every place")


def test_every_reader_reads_the_specimen(tmp_path: Path, tool: Callable[[str], Path]) -> None:
    data = _pdf(list(SPECIMEN))
    assert list(_between(read_tree(data).text, len(SPECIMEN))) == [_SPACE.sub(" ", text) for text in SPECIMEN]
    poppler = _between(_by_poppler(data, tmp_path / "read.pdf", tool), len(SPECIMEN))
    assert [_squeezed(text) for text in poppler] == [_squeezed(text) for text in SPECIMEN]


def test_letters_that_are_drawn_alike_are_read_apart() -> None:
    read = read_tree(_pdf(["Әлия Ə ә ə"])).text
    assert "\u04d8лия \u018f \u04d9 \u0259" in read


@pytest.mark.parametrize(
    "text", ["\u0308\u0301\u02be", "x \u0308\u0301\u02be y", "a\u0344b", "!\u0344a", "\u0302\u0301a"]
)
def test_marks_are_read_once_and_before_what_follows_them(
    text: str, tmp_path: Path, tool: Callable[[str], Path]
) -> None:
    data = _pdf([text] * 8)
    assert all(is_read(lines, text) for lines in _between("\r\n".join(pdf_bodies(data)), 8))
    assert {folded(one) for one in _between(read_tree(data).text, 8)} == {folded(text)}
    poppler = _between(_by_poppler(data, tmp_path / "read.pdf", tool), 8)
    assert {_squeezed(one) for one in poppler} == {_squeezed(text)}


def test_a_hand_is_drawn_once_and_read_in_each_colour_of_skin() -> None:
    with pikepdf.open(io.BytesIO(_pdf(["👍 👍🏽 👍🏿"]))) as file:
        font = next(font for name, font in file.pages[0].Resources.Font.items() if "Emoji" in str(font.BaseFont))
        said = font.ToUnicode.read_bytes().decode()
        drawn = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
    codes = {bytes.fromhex(text).decode("utf-16-be"): int(code, 16) for code, text in _ROW.findall(said)}
    assert codes.keys() == {"👍", "👍🏽", "👍🏿"}
    assert len({drawn[2 * code : 2 * code + 2] for code in codes.values()}) == 1
