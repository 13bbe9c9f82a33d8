# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from tests.render.everything import documents
from tests.render.typeset.setting import (
    LEFT,
    RIGHT,
    RUNNING,
    document,
    furniture_of,
    lines,
    run_of,
    set_blocks,
    set_documents,
    table,
    words,
)

from evidencepack.blocks.blocks import (
    Bullets,
    Callout,
    Cell,
    Clause,
    Column,
    Figure,
    Gap,
    Heading,
    Numbering,
    PageBreak,
    Paragraph,
    Signatory,
    Signature,
    Style,
    Table,
    TableRow,
    Toc,
    TocEntry,
)
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import CrossReference, Link, Show, Text
from evidencepack.render.fonts.lost import MissingGlyphError
from evidencepack.render.theme import MM, STANDARD, TextStyle
from evidencepack.render.typeset.page import Kind, Outline, Place, Role
from evidencepack.render.typeset.running import Runner

_PAGE = Paragraph(words("x")), PageBreak()


def test_every_block_is_set_in_the_shared_pack() -> None:
    pages = set_documents(*documents())
    assert [span.anchor for span in pages.documents] == ["pack", "mou", "raci", "los"]
    assert len(pages.pages) == sum(span.count for span in pages.documents)
    assert {page.document for page in pages.pages} == {0, 1, 2, 3}


def test_the_same_blocks_give_the_same_pages() -> None:
    first, second = set_documents(*documents()), set_documents(*documents())
    for one, two in zip(first.pages, second.pages, strict=True):
        assert [(run.x, run.y, run.text) for run in one.runs] == [(run.x, run.y, run.text) for run in two.runs]


def test_page_numbers_of_all_lengths_are_printed_where_they_belong() -> None:
    reference = Paragraph((Text("See page "), CrossReference("far", Show.PAGE), Text(".")))
    for count in (1, 8, 9, 98, 99, 120):
        far = document(*_PAGE * count, Heading(2, words("Far"), "far/head"), anchor="far")
        near = document(Paragraph((Text("See page "), CrossReference("far/head", Show.PAGE), Text("."))), reference)
        pages = set_documents(near, far)
        assert pages.page_of("far/head") == count + 2
        assert lines(pages.pages[0]) == [f"See page {count + 2}.", "See page 2."]
        runs = [run for run in pages.pages[0].runs if run.y == pages.pages[0].runs[0].y]
        assert runs[2].x == pytest.approx(runs[1].x + runs[1].width)


def test_a_document_laid_again_for_its_numbers_keeps_its_text() -> None:
    many = [Paragraph((Text("word " * 7), CrossReference("far", Show.PAGE))) for _ in range(200)]
    pages = set_documents(document(*many), document(*_PAGE * 2, anchor="far"))
    number = str(pages.page_of("far"))
    assert sum(run.text == number for page in pages.pages for run in page.runs) == 200


def test_a_small_heading_is_a_heading_like_others_and_no_larger_than_the_text() -> None:
    title = Heading(1, words("Maitree"))
    pages = set_blocks(title, Heading(2, words("Purpose"), small=True), Paragraph(words("Text")))
    heading, text = (run_of(pages.pages[0], word) for word in ("Purpose", "Text"))
    assert heading.size == text.size
    assert heading.element.role is Role.H2
    assert [(entry.level, entry.text) for entry in pages.outline][-1:] == [(2, "Purpose")]


def test_bookmarks_are_documents_and_their_headings() -> None:
    pages = set_documents(
        document(
            Heading(1, words("Working together")),
            Clause(1, words("Status"), "doc/status"),
            Clause(2, words("Text")),
            PageBreak(),
            Heading(2, words("Gives"), numbering=Numbering.SCHEDULE),
            Heading(3, words("Small")),
            letter="B",
        )
    )
    assert [(entry.level, entry.text, entry.place.page) for entry in pages.outline] == [
        (1, "Appendix B: Title of doc", 0),
        (2, "1 Status", 0),
        (2, "Schedule 1: Gives", 1),
    ]
    assert pages.outline[0] == Outline(1, "Appendix B: Title of doc", Place(0, 0.0))
    assert pages.anchors["doc/status"] == pages.outline[1].place


def test_the_footer_counts_in_the_document_and_the_stamp_in_the_pack() -> None:
    first = document(*_PAGE * 2, Paragraph(words("x")), letter="A")
    pages = set_documents(first, document(Paragraph(words("y")), anchor="two", letter="B"))
    footers = [[run.text for run in page.artifacts][2:] for page in pages.pages]
    assert footers[1] == ["TBN-MOU-01", "version 1.0", "code 0123456789ab", "Page 2 of 3", "2"]
    assert footers[3][-2:] == ["Page 1 of 1", "4"]


def test_the_stamp_is_a_box_in_its_zone_and_only_in_packs() -> None:
    page = set_blocks(Paragraph(words("x"))).pages[0]
    (box,) = page.boxes
    assert (box.fill, box.outline, box.weight) == ("white", "ink", 0.75)
    assert box.x + box.width == pytest.approx(RIGHT)
    assert box.y + box.height == pytest.approx(page.height - 13 * MM)
    assert box.height <= 11 * MM
    alone = set_documents(document(Paragraph(words("x"))), stamp=False).pages[0]
    assert alone.boxes == []
    assert furniture_of(alone, "Page 1 of 1").face == 0


def test_a_document_without_a_fingerprint_prints_no_code() -> None:
    running = Running("", "", "TBN-MOU-01", "version 0.6 draft")
    pages = set_documents(Document("doc", "Draft", running, (Section((Paragraph(words("x")),)),)))
    assert not any(run.text.startswith("code") for run in pages.pages[0].artifacts)


def test_a_header_too_long_for_its_line_is_cut() -> None:
    running = Running("The Very Long Legal Name of a Lead Bidder " * 4, "TBN", "TBN-MOU-01", "v")
    page = set_documents(Document("doc", "Long", running, (Section((Paragraph(words("x")),)),))).pages[0]
    left, right = page.artifacts[:2]
    assert left.x + left.width < right.x
    assert left.text.startswith("The Very Long")
    solid = Running("x" * 400, "TBN", "TBN-MOU-01", "v")
    page = set_documents(Document("doc", "Long", solid, (Section((Paragraph(words("x")),)),))).pages[0]
    assert page.artifacts[0].x + page.artifacts[0].width < page.artifacts[1].x


def test_a_long_name_is_measured_a_few_times_for_the_whole_document(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[str] = []
    real = Runner._width

    def noting(runner: Runner, text: str, style: TextStyle) -> float:
        measured.append(text)
        return real(runner, text, style)

    monkeypatch.setattr(Runner, "_width", noting)
    running = Running("The Very Long Legal Name of a Lead Bidder " * 40, "TBN", "TBN-MOU-01", "v")
    blocks = tuple(Paragraph(words(f"{number}")) for number in range(400))
    pages = set_documents(Document("doc", "Long", running, (Section(blocks),))).pages
    assert len(pages) > 5
    assert len([text for text in measured if text.startswith("The Very")]) < 20
    assert {page.artifacts[0].text[-1] for page in pages} == {"…"}


def test_a_long_reference_in_the_footer_is_cut_and_leaves_the_day_its_room() -> None:
    running = Running("", "", "LBT-ADULTS-HEALTH-REABLEMENT-2027-014-LOT-3-MAP", "15 Feb 2027", "0123456789ab")
    page = set_documents(Document("doc", "Long", running, (Section((Paragraph(words("x")),)),))).pages[0]
    said = [run.text for run in page.artifacts]
    (at,) = (at for at, text in enumerate(said) if text.startswith("LBT-ADULTS") and text.endswith("…"))
    assert said[at + 1 : at + 4] == ["15 Feb 2027", "code 0123456789ab", "Page 1 of 1"]


def test_a_header_names_a_character_no_font_has() -> None:
    running = Running("Tick 漢", "", "TBN-MOU-01", "v")
    with pytest.raises(MissingGlyphError, match="header or footer"):
        set_documents(Document("doc", "Long", running, (Section((Paragraph(words("x")),)),)))


def test_a_cover_has_its_rule_its_gap_and_its_foot_but_no_header() -> None:
    foot = Table(
        (Column(36), Column()),
        (TableRow((Cell((words("Submitted"),)), Cell((words("Contact"),)))),),
        (TableRow((Cell((words("26 February 2027"),)), Cell(((Link("a@b.example", "mailto:a@b.example"),),)))),),
    )
    blocks = (
        Paragraph(words("Ferrybank"), Style.COVER_NAME),
        Paragraph(words("Home First"), Style.COVER_TITLE),
        Gap(16),
        Paragraph(words("Lot 2"), Style.COVER_LINE),
    )
    section = Section(blocks, cover=True, foot=(foot, Paragraph(words("Below"), Style.NOTE)))
    pages = set_documents(Document("doc", "Cover", RUNNING, (section,)))
    page = pages.pages[0]
    assert not any(run.text == RUNNING.left for run in page.artifacts)
    assert furniture_of(page, "TBN-MOU-01").y == STANDARD.portrait.footer
    assert next(rule for rule in page.rules if rule.colour == "accent").weight == 4
    assert lines(page)[-1] == "Below"
    assert page.runs[-1].y == pytest.approx(STANDARD.portrait.floor - 11.5 + STANDARD.note.baseline)
    title = run_of(page, "Home First").element
    assert title is not None
    assert title.role == "H1"


def test_the_name_on_a_cover_stands_half_way_down_its_band() -> None:
    section = Section((Paragraph(words("Ferrybank"), Style.COVER_NAME),), cover=True)
    page = set_documents(Document("doc", "Cover", RUNNING, (section,))).pages[0]
    look, name = STANDARD.cover, STANDARD.cover_name
    line = look.top + (look.band - name.pitch) / 2 + name.baseline
    assert run_of(page, "Ferrybank").y == pytest.approx(line)
    rule = next(rule for rule in page.rules if rule.colour == "accent")
    assert rule.y0 == pytest.approx(look.top + look.band + look.rule / 2)


def test_a_full_cover_puts_its_foot_on_one_more_page() -> None:
    section = Section((Paragraph(words("x")),) * 32, cover=True, foot=(Paragraph(words("foot")),))
    first, second = set_documents(Document("d", "C", RUNNING, (section,))).pages
    assert set(lines(first)) == {"x"}
    assert lines(second) == ["foot"]


def test_a_long_cover_title_is_set_smaller() -> None:
    page = set_blocks(Paragraph(words("Home First Reablement and Supported Discharge " * 4), Style.COVER_TITLE)).pages[
        0
    ]
    assert {run.size for run in page.runs} == {24}


def test_a_title_without_facts_leaves_white_below_it() -> None:
    alone = set_blocks(Heading(1, words("Title")), Paragraph(words("Text"))).pages[0].runs
    with_facts = set_blocks(Heading(1, words("Title")), Paragraph(words("Facts"), Style.FACTS)).pages[0].runs
    assert alone[1].y - alone[0].y > with_facts[1].y - with_facts[0].y


def test_an_aside_or_tags_without_room_go_to_a_line_of_their_own() -> None:
    head = Heading(
        2, words("A heading that is nearly as long as the whole measure of the page"), aside=words("clause 5.1")
    )
    assert lines(set_blocks(head).pages[0])[1] == "clause 5.1"
    tags = ("solicitor to check", "information governance lead to check", "changed from the template", "binding")
    page = set_blocks(Clause(1, words("A clause of some length"), tags=tags)).pages[0]
    assert len(lines(page)) == 2
    assert all(box.x + box.width <= RIGHT for box in page.boxes)
    assert len([box for box in page.boxes if box.outline == "ink2"]) == 4


def test_clause_numbers_and_texts_stand_in_their_columns() -> None:
    page = set_blocks(*(Clause(level, words(f"text{level}")) for level in (1, 2, 3, 4))).pages[0]
    at = [(run_of(page, f"text{level}").x - LEFT) / MM for level in (1, 2, 3, 4)]
    assert at == pytest.approx([12, 12, 20, 28])
    numbers = [(run_of(page, text).x - LEFT) / MM for text in ("1.1", "(a)", "(i)")]
    assert numbers == pytest.approx([0, 12, 20])


def test_numbered_steps_count_and_bullets_do_not() -> None:
    page = set_blocks(Bullets((words("one"), words("two")), numbered=True), Bullets((words("three"),))).pages[0]
    assert lines(page) == ["1 one", "2 two", "• three"]


def test_a_figure_fits_the_page_with_its_title() -> None:
    page = set_blocks(Figure("0" * 64, 400, 900, "Words", words("Trend"))).pages[0]
    (picture,) = page.pictures
    assert picture.x + picture.width <= RIGHT
    assert picture.y + picture.height <= STANDARD.portrait.floor
    assert picture.element.own.alt == "Words"
    assert lines(page) == ["Figure 1\u2002Trend", ""]
    bare = set_blocks(Figure("0" * 64, 79, 30, "Words")).pages[0]
    assert bare.pictures[0].width == pytest.approx(79 * MM)
    assert [(run.text, run.element) for run in bare.runs] == [("", bare.pictures[0].element)]


def test_a_callout_is_one_shaded_box_and_splits_only_when_it_is_taller_than_a_page() -> None:
    def shades(count: int) -> list[int]:
        rows = ((words("Problem"), words("word " * count)), ((), words("more")))
        pages = set_blocks(Callout(words("Case study"), (), rows)).pages
        return [sum(box.fill == "tint1" for box in page.boxes) for page in pages]

    assert shades(40) == [1]
    assert shades(3000) == [1] * len(shades(3000))
    assert len(shades(3000)) > 2


def test_a_signature_box_is_never_split() -> None:
    people = Signatory(words("Maitree"), words("Rabeya Sultana"), words("Chair"))
    pages = set_blocks(Signature((people,) * 9)).pages
    for page in pages:
        boxes = [box for box in page.boxes if box.weight == 0.75 and box.fill != "white"]
        assert len([run for run in page.runs if run.text.startswith("Signature (")]) == len(boxes)
    assert sum(run.text == "/" for page in pages for run in page.artifacts) == 18


def test_a_signatory_without_names_says_only_its_capacity() -> None:
    page = set_blocks(Signature((Signatory((), (), (), "Second signatory"), Signatory((), (), words("Chair"))))).pages[
        0
    ]
    assert lines(page)[0] == "Second signatory"
    assert "Signatory Chair" in lines(page)


def test_a_signatory_with_a_very_long_name_is_introduced_above_the_box() -> None:
    page = set_blocks(Signature((Signatory(words("Maitree " * 120), (), ()),))).pages[0]
    assert not any(box.fill == "tint1" for box in page.boxes)
    assert sum("Maitree" in line for line in lines(page)) > 6


def test_contents_widen_for_long_page_ranges() -> None:
    toc = Toc(("App.", "Title", "Pages"), (11, 0, 5), (TocEntry("far", "A", words("Far")),))
    pages = set_documents(document(toc), document(*_PAGE * 105, anchor="far"))
    run = run_of(pages.pages[0], "2–106")
    assert run.x + run.width == pytest.approx(RIGHT)


def test_contents_keep_entries_on_one_line_where_they_can() -> None:
    entry = TocEntry("doc", "A", words("Memorandum of understanding"), (words("v1.0, 15 Feb 2027"), words("5 to sign")))
    toc = Toc(("App.", "Title", "Version", "Signed", "Pages"), (11, 0, 29, 73, 14), (entry,))
    assert len(lines(set_blocks(toc).pages[0])) == 1
    long = TocEntry("doc", "A", words("Memorandum of understanding " * 5), (words("v1.0"), words("5 to sign")))
    assert len(lines(set_blocks(Toc(toc.head, toc.widths, (long,))).pages[0])) > 2


def test_of_a_contents_list_with_little_room_titles_are_the_first_to_break() -> None:
    entry = TocEntry("doc", "A", words("A title of many words " * 5), (words("v1.0, 10 Feb 2027"),))
    blocks = Heading(1, words("Contents")), Toc(("App.", "Title", "Version", "Pages"), (11, 0, 5, 14), (entry,))
    page = set_documents(document(*blocks)).pages[0]
    (version,) = {run.y for run in page.runs if set(run.text.split()) & {"v1.0,", "10", "Feb", "2027"}}
    assert len({run.y for run in page.runs if "title" in run.text or "many" in run.text}) > 1
    assert version == min(run.y for run in page.runs if run.text.startswith("A title"))


def test_a_contents_list_without_entries_is_only_its_head() -> None:
    page = set_blocks(Toc(("Title", "Pages"), (0, 14), ())).pages[0]
    assert lines(page) == []
    assert [one.text.strip() for one in page.artifacts if one.kind is Kind.REPEATED] == ["Title", "Pages"]


def test_links_are_underlined_in_their_colour() -> None:
    page = set_blocks(Paragraph((Link("page", "https://example.org"),))).pages[0]
    rule = next(rule for rule in page.rules if rule.colour == "accent")
    run = page.runs[0]
    assert (rule.x0, rule.x1) == (run.x, run.x + run.width)
    assert run.y < rule.y0 < run.y + 3


def test_tables_under_a_cover_foot_keep_title_and_note() -> None:
    foot = table(("a", "b"), title=words("Hours"), note=words("A year."))
    section = Section((Paragraph(words("x")),), cover=True, foot=(foot,))
    page = set_documents(Document("doc", "C", RUNNING, (section,))).pages[0]
    assert lines(page)[-3:] == ["Table 1\u2002Hours", "ab", "A year."]


def test_a_cover_foot_taller_than_a_page_runs_over() -> None:
    section = Section((Paragraph(words("x")),), cover=True, foot=(table(("a", "word " * 3000)),))
    assert len(set_documents(Document("doc", "C", RUNNING, (section,))).pages) > 2


def test_an_empty_table_at_a_covers_foot_is_nothing() -> None:
    section = Section((Paragraph(words("x")),), cover=True, foot=(Table((Column(),), (), ()),))
    assert lines(set_documents(Document("doc", "C", RUNNING, (section,))).pages[0]) == ["x"]
