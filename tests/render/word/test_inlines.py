# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.word.files import W, body_of, document, has, paragraph, part_of, same, words_of, write_files, written
from tests.render.word.lint import faults_of_form, lint
from tests.render.word.reading import read_controls, read_text

from evidencepack.blocks.blocks import Bullets, Cell, Clause, Column, Heading, Paragraph, Table, TableRow
from evidencepack.blocks.inlines import CrossReference, Inlines, LineBreak, Link, PageCount, Show, Text, Value
from evidencepack.domain.text import clean
from evidencepack.render.word.inlines import safe_address
from evidencepack.render.word.markup import UnwritableTextError

PATH = "01890000-0000-7000-8000-000000000001/purpose"


def _places(text: str) -> tuple[str, ...]:
    """Return what is read back of a text that stands everywhere a text can stand."""
    words: Inlines = (Text(text),)
    blocks = (
        Heading(1, words, anchor="title"),
        Paragraph((Value(text, (PATH,)),)),
        Paragraph((Value(text, (PATH, PATH + "2"), bold=True),)),
        Paragraph((Link(text, "https://council.example"),)),
        Paragraph((CrossReference("title", Show.TEXT),)),
        Clause(1, words, tags=(text,)),
        Bullets((words,)),
        Table((Column(),), (TableRow((Cell((words,)),)),), (TableRow((Cell((words,)),)),), summary=text or "none"),
    )
    return read_text(written(*blocks))


@given(st.text(max_size=200))
def test_any_text_comes_back_as_it_was_typed(typed: str) -> None:
    text = clean(typed).text
    read = [same(words) for words in _places(text)]
    once = same(text)
    tagged = same(f"{text}\u2003\u00a0{text}\u00a0")
    assert read[:8] == [once, once, once, once, once, tagged, once, once]


@pytest.mark.parametrize("text", ["R&D", "<b>", "{{ x }}", "=1+1", "]]>", "&amp;", "<w:br/>", '"', "a" * 100_000])
def test_typed_text_is_never_markup(text: str) -> None:
    assert _places(text)[1] == text


@pytest.mark.parametrize("character", ["\x00", "\x08", "\ud800", "\ufffe"])
def test_what_word_cannot_hold_is_refused_loudly(character: str) -> None:
    with pytest.raises(UnwritableTextError, match=f"after “before” holds .* U\\+{ord(character):04X}"):
        written(Paragraph((Text(f"before{character}after"),)))


def test_a_line_break_stays_in_its_paragraph() -> None:
    assert read_text(written(Paragraph((Text("one"), LineBreak(), Text("two"))))) == ("one\ntwo",)


def test_word_counts_the_pages_of_the_file_for_itself() -> None:
    data = written(Paragraph((PageCount("38"), Text(" pages"))))
    assert same(read_text(data)[0]) == "38 pages"
    assert [one.text for one in body_of(data).iter(f"{W}instrText")] == [" NUMPAGES "]


def test_hyphens_of_names_and_codes_hold_and_read_as_hyphens() -> None:
    words = "Gwenllïan Prŷs-Jones of TBN-MOU-01, sports-based"
    data = written(Paragraph((Value(words, (PATH,)),)))
    assert len(list(body_of(data).iter(f"{W}noBreakHyphen"))) == 3
    assert read_text(data) == (words,)
    assert read_controls(data) == {PATH: (words,)}


def test_a_soft_hyphen_shows_only_where_word_breaks_a_line() -> None:
    words = "safe\u00adguarding and form\u200bfields"
    data = written(Paragraph((Value(words, (PATH,)),)))
    assert len(list(body_of(data).iter(f"{W}softHyphen"))) == 1
    assert read_text(data) == (words,)
    assert read_controls(data) == {PATH: (words,)}


def test_other_scripts_get_their_font_and_language() -> None:
    data = written(Paragraph((Value("Rabeya Sultana (রাবেয়া সুলতানা)", (PATH,)),)))
    runs = list(body_of(data).iter(f"{W}r"))
    assert [words_of(run) for run in runs] == ["Rabeya Sultana (", "রাবেয়া সুলতানা", ")"]
    fonts = [font.get(f"{W}cs") for font in runs[1].iter(f"{W}rFonts")]
    languages = [language.get(f"{W}bidi") for language in runs[1].iter(f"{W}lang")]
    assert (fonts, languages) == (["Noto Sans Bengali"], ["bn-BD"])


def test_a_foreign_name_says_its_language() -> None:
    data = written(*paragraph((Text("Prŷs-Jones", language="cy"),), (Text("Nowak", language="pl-PL"),)))
    assert [language.get(f"{W}val") for language in body_of(data).iter(f"{W}lang")] == ["cy-GB", "pl-PL"]


def test_references_are_fields_whose_results_are_there_already() -> None:
    data = write_files(
        (
            document(
                Clause(1, (Text("Scope"),), anchor="scope"),
                Clause(2, (Text("See "), CrossReference("in"), Text(" and "), CrossReference("title"), Text("."))),
                Clause(2, (Text("In:"),), anchor="in"),
                Heading(2, (Text("Report"),), anchor="title"),
            ),
        )
    )
    codes = [code.text for code in body_of(data).iter(f"{W}instrText")]
    assert read_text(data)[1] == "See clause\u00a01.2 and Report."
    assert len(codes) == 1
    assert codes[0] is not None
    assert codes[0].startswith(" REF _Ref")
    assert codes[0].endswith(" \\w \\h ")
    assert faults_of_form(data) == []


@pytest.mark.parametrize(("inline", "follows"), [(Text("Report"), True), (Value("Report", (PATH,)), False)])
def test_the_words_of_a_heading_follow_it_unless_a_control_would_come_along(
    inline: Text | Value, *, follows: bool
) -> None:
    words = Paragraph((CrossReference("title", Show.TEXT),))
    body = body_of(written(Heading(1, (inline,), anchor="title"), words))
    assert words_of(body[1]) == "Report"
    assert has(body[1], "instrText") is follows
    assert has(body[1], "hyperlink") is not follows


def test_a_reference_that_gives_a_page_looks_like_a_link() -> None:
    words = (CrossReference("title"), Text(", page "), CrossReference("title", Show.PAGE), Text(". Also "))
    data = written(Heading(1, (Text("Report"),), anchor="title"), Paragraph((*words, CrossReference("title"))))
    looks = [(words_of(run), has(run, "rStyle")) for run in body_of(data)[1].iter(f"{W}r") if has(run, "t")]
    assert looks == [("Report", True), (", page ", True), ("–", True), (". Also ", False), ("Report", False)]
    links = list(body_of(data).iter(f"{W}hyperlink"))
    assert [words_of(link) for link in links] == ["Report, page –", "Report"]
    assert [link.get(f"{W}tooltip") for link in links] == ["Report", None]


def test_the_letter_before_a_page_is_part_of_its_link() -> None:
    words = (
        Text("In A\u00a0p\u00a0"),
        CrossReference("title", Show.PAGE),
        Text("; B p "),
        CrossReference("b", Show.PAGE),
    )
    titles = (Heading(1, (Text("A"),), anchor="title"), Heading(1, (Text("B"),), anchor="b"))
    data = written(*titles, Paragraph(words))
    assert [same(words_of(link)) for link in body_of(data).iter(f"{W}hyperlink")] == ["A p –", "B p –"]
    assert len([code for code in body_of(data).iter(f"{W}instrText") if "PAGEREF" in (code.text or "")]) == 2
    assert lint(data) == []


def test_links_go_to_web_and_mail_addresses_only() -> None:
    assert safe_address("https://council.example/a b?c=é") == "https://council.example/a%20b?c=%C3%A9"
    assert safe_address("mailto:sian@ferrybank.example") == "mailto:sian@ferrybank.example"
    for refused in ("javascript:alert(1)", "file:///etc/passwd", "council.example", "http://[bad", "https:", ""):
        assert safe_address(refused) == ""


def test_a_link_that_word_would_refuse_is_plain_words() -> None:
    data = written(Paragraph((Link("our site", "http://[bad"),)))
    assert read_text(data) == ("our site",)
    assert not has(body_of(data), "hyperlink")


def test_a_link_is_a_relationship_of_its_own() -> None:
    data = written(Paragraph((Link("mail", "mailto:a&b@ferrybank.example", (PATH,)),)))
    targets = [one.get("Target") for one in part_of(data, "word/_rels/document.xml.rels")]
    assert "mailto:a&b@ferrybank.example" in targets
    assert lint(data) == []
