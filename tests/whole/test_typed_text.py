# SPDX-License-Identifier: MPL-2.0
"""What people type is never markup: it comes back from PDF and Word as it was typed."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.render.word.reading import read_text
from tests.whole.conftest import Sample
from tests.whole.reading import SOFT, folded, is_read, pdf_bodies, word_text

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Row, Scalar, Table
from evidencepack.errors import ExitCode
from evidencepack.library.entry import Desk, parse_entry
from evidencepack.library.model import Field
from evidencepack.pack.plan import plan_pack
from evidencepack.pack.press import Format
from evidencepack.render.fonts.lost import MissingGlyphError

FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
BATCH = 40
DOCUMENTS = 200 if FULL else 5

_UNREAD = "\u034f\ufffc\ufffd"
_SPACES = re.compile(r"\s+")
_DAY = date(2027, 1, 1)
_DESK = Desk(_DAY, lambda _kind, _text: "", lambda record: record)

MARKUP = (
    "R&D", "<b>bold</b>", "<para>", "</w:t></w:p>", "{{ x }}", "{% if %}", "{# note #}", "=1+1", "@SUM(A1)", "]]>",
    "<![CDATA[", "<!-- -->", "&amp; &#65; &nbsp;", "\\n \\u0041 \\(", "(brackets) ((", "%PDF-1.7 endstream endobj",
    "<</Type/Page>>", "BT /F0 Tf ET", "${HOME} `ls` $(ls)", "../../etc/passwd", "C:\\con", "%s %d {0}", "'; DROP TABLE",
    "**bold** _it_ # head", "[to complete]", "javascript:alert(1)", "\"quoted\" 'single' “curly”", "a\u00a0b",
    "a\u2003b", "e\u0301\u0323", "ẹ̀ Ọ̀", "ﬁ ligature", "½ ⅓ × ÷ ± ≤ ≥ €", "Straße Łódź Dvořák", "Ελληνικά", "Кириллица",
    "মৈত্রী কমিউনিটি ট্রাস্ট", "Maitree (মৈত্রী) Trust", "(মৈত্রী কমিউনিটি ট্রাস্ট)", "Yes ✓ no ✗ ☐ ☑ ☒ → ➔", "😀👍🏽 ok 1️⃣ 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
)  # fmt: skip


@dataclass(frozen=True)
class Typist:
    """Types answers into the sample's memorandum and reads them back from both formats."""

    program: Program
    sample: Sample

    @property
    def record(self) -> Record:
        return next(one.record for one in self.sample.plan.appendices if one.kind.id == "mou")

    @property
    def fields(self) -> Mapping[str, Field]:
        return self.program.library["mou"].fields

    def enter(self, field: Field, text: str) -> Scalar | None:
        entered = parse_entry(field, text, _DESK)
        assert entered.problem == ""
        return entered.value

    def print(self, answers: Mapping[str, Answer]) -> Mapping[Format, bytes]:
        """Return the memorandum with these answers in both formats."""
        record = replace(self.record, answers={**self.record.answers, **answers})
        tender = self.sample.facts.records[self.sample.facts.tender]
        kept = {
            key: one for key, one in self.sample.facts.records.items() if not self.program.library[one.kind].document
        }
        facts = Facts(tender.id, {**kept, record.id: record}, _DAY)
        (appendix,) = plan_pack(facts, self.program.library, as_of=_DAY).appendices
        numbered, pages = self.program.press.lay_out((appendix.document,), stamp=False)
        properties = self.sample.plan.properties
        return {
            form: self.program.press.print_file(numbered, pages, properties, form=form, stamp=False) for form in Format
        }

    def type_cells(self, texts: Sequence[str]) -> tuple[list[str], list[str]]:
        """Type each text into a cell between two cells with marks; return what both formats say stands there."""
        changes = self.fields["changes"]
        rows = tuple(self._row(changes, number, text) for number, text in enumerate(texts))
        files = self.print({"changes": Table(rows)})
        pdf = "\r\n".join(pdf_bodies(files[Format.PDF]))
        word = word_text(files[Format.DOCX])
        return [_between(pdf, number) for number in range(len(texts))], [
            _between(word, number) for number in range(len(texts))
        ]

    def _row(self, changes: Field, number: int, text: str) -> Row:
        typed = {
            "version": f"v{number:05}",
            "changed_on": "1 January 2027",
            "change": text,
            "agreed_by": f"w{number:05}",
        }
        cells = {name: self.enter(changes.column(name), words) for name, words in typed.items()}
        return Row(str(number), {name: value for name, value in cells.items() if value is not None})


@pytest.fixture(scope="module")
def typist(program: Program, sample: Sample) -> Typist:
    return Typist(program, sample)


def _between(text: str, number: int) -> str:
    found = re.search(rf"v{number:05}\s*1 Jan 2027\s*(.*?)\s*w{number:05}", text, re.DOTALL)
    assert found, number
    return str(found[1]).strip()


def test_a_fixed_space_that_begins_a_line_is_one_run_with_the_space_before_it() -> None:
    assert is_read("curly \r\n word", "curly \u00a0word")
    assert not is_read("curly \r\n word", "curlyword")


def test_what_looks_like_markup_is_printed_as_it_was_typed(typist: Typist) -> None:
    pdf, word = typist.type_cells(MARKUP)
    assert [text for text, lines in zip(MARKUP, pdf, strict=True) if not is_read(lines, text)] == []
    assert word == [folded(text) for text in MARKUP]


def _printable(program: Program) -> str:
    """Return every character that the text face can set, white space too; what Bengali needs comes by syllables.

    Left out is what pdfium leaves out too: the joiner of graphemes, which is never seen, and what stands for the lost.
    """
    known = set(program.press.fonts.faces[0].cmap) & set(program.press.fonts.faces[1].cmap)
    return "".join(sorted(sign for sign in known if unicodedata.category(sign)[0] in "LMNPSZ" and sign not in _UNREAD))


def _is_scripts_own(sign: str) -> bool:
    """Whether nobody writes the sign beside any other: writing from right to left, marks that belong to one script."""
    return unicodedata.bidirectional(sign) == "R" or (unicodedata.category(sign)[0] == "M" and sign > "\u036f")


def _syllables() -> st.SearchStrategy[str]:
    """Give Bengali syllables: a letter, at times joined to a second, at times with a vowel sign."""
    letter = st.sampled_from("কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ৎ".replace("়", ""))
    joined = st.one_of(st.just(""), letter.map("্{}".format))
    return st.tuples(letter, joined, st.sampled_from(["", *"ািীুূৃেৈোৌংঃঁ", " "])).map("".join)


def test_any_text_comes_back_from_both(typist: Typist, measured: Callable[[str, str, float], None]) -> None:
    signs = _printable(typist.program)
    latin = [sign for sign in signs if sign < "\u0250"]
    others = [sign for sign in signs if sign not in latin and not _is_scripts_own(sign)]
    pieces = st.one_of(
        st.sampled_from(MARKUP),
        st.text(st.sampled_from(latin), max_size=60),
        st.text(st.sampled_from(others), max_size=30),
        st.lists(_syllables(), max_size=9).map("".join),
    )
    texts = st.lists(pieces, min_size=1, max_size=4).map(" ".join)
    count = 0

    @settings(max_examples=DOCUMENTS, phases=[Phase.explicit, Phase.generate])
    @given(st.lists(texts.filter(lambda text: folded(text) != ""), min_size=BATCH, max_size=BATCH))
    def check(typed: list[str]) -> None:
        nonlocal count
        pdf, word = typist.type_cells(typed)
        assert word == [folded(text) for text in typed]
        assert [(text, lines) for text, lines in zip(typed, pdf, strict=True) if not is_read(lines, text)] == []
        count += len(typed)

    check()
    measured("Texts typed, printed and read back from PDF and Word, all equal", "texts", count)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000,
        "word " * 39_999 + "end",
        "Llanfairpwllgwyngyll-gogerychwyrndrobwll-" * 300,
        "মৈত্রী " * 2000 + "শেষ",
    ],
    ids=["100,000 letters without a space", "a paragraph of 200,000 characters", "hyphens only", "Bengali only"],
)
def test_no_text_is_too_long(typist: Typist, text: str) -> None:
    purpose = typist.enter(typist.fields["purpose"], text)
    assert purpose is not None
    files = typist.print({"purpose": purpose})
    printed = "".join(pdf_bodies(files[Format.PDF])).translate(SOFT)
    assert _squeezed(text) in _squeezed(printed)
    assert folded(text) in word_text(files[Format.DOCX])


def test_paragraphs_line_breaks_and_lists_are_kept_and_nothing_elseis_read(typist: Typist) -> None:
    text = "First *line*\nsecond <b>line</b>\n\n# no heading\n\n- one & two\n- {{ three }}\n\n1. =1+1\n2. last"
    purpose = typist.enter(typist.fields["purpose"], text)
    assert purpose is not None
    files = typist.print({"purpose": purpose})
    lines = ("First *line*", "second <b>line</b>", "# no heading", "one & two", "{{ three }}", "=1+1", "last")
    printed, written = (
        [folded(line) for page in pdf_bodies(files[Format.PDF]) for line in page.splitlines()],
        [folded(line) for line in "\n".join(read_text(files[Format.DOCX])).splitlines()],
    )
    for line in lines:
        assert any(one.endswith(line) for one in printed)
        assert line in written


def test_text_inside_a_sentence_loses_its_line_breaks_and_nothing_else(typist: Typist) -> None:
    area = typist.enter(typist.fields["area"], "Marsh & Quayside,\n {{ Osier }}")
    assert area is not None
    files = typist.print({"area": area})
    assert "We cover Marsh & Quayside, {{ Osier }}." in folded("".join(pdf_bodies(files[Format.PDF])))
    assert "We cover Marsh & Quayside, {{ Osier }}." in word_text(files[Format.DOCX])


@pytest.mark.parametrize(("sign", "name"), [("𓀀", "EGYPTIAN HIEROGLYPH A001"), ("漢", "CJK UNIFIED IDEOGRAPH-6F22")])
def test_a_character_that_no_font_has_is_named_with_where_it_stands(typist: Typist, sign: str, name: str) -> None:
    area = typist.enter(typist.fields["area"], f"Marsh {sign} Quayside")
    assert area is not None
    with pytest.raises(MissingGlyphError, match=name) as caught:
        typist.print({"area": area})
    assert caught.value.exit_code is ExitCode.BAD_CHARACTER
    assert f"“Marsh {sign} Quayside” (Memorandum of understanding" in str(caught.value)
    assert any(f"{typist.record.id}/area" in lost.paths for lost in caught.value.lost)


def _squeezed(text: str) -> str:
    return _SPACES.sub("", unicodedata.normalize("NFC", text))
