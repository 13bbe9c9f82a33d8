# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

import pytest

from evidencepack.compose.examples import MARK
from evidencepack.domain.trade import Severity
from evidencepack.pack.preflight.checks import Wanted, sightings
from evidencepack.pack.preflight.looked import Looked, LookedPage
from evidencepack.pack.preflight.private import Secret, letters_of
from evidencepack.pack.preflight.sighting import Check, Sighting

NAME = "pack.pdf"
OURS = Wanted(ours=frozenset({NAME}))
CLEAN = Looked((LookedPage("Memorandum of understanding"), LookedPage("", is_blank=True)), strings="Evidence pack")


def seen(looked: Looked, wanted: Wanted = OURS, name: str = NAME) -> tuple[Sighting, ...]:
    return sightings({name: looked}, wanted)


def with_text(*texts: str) -> Looked:
    return Looked(tuple(map(LookedPage, texts)))


def test_a_clean_file_raises_nothing() -> None:
    assert seen(CLEAN) == ()


def test_a_file_that_does_not_open_is_said_and_nothing_else() -> None:
    (one,) = seen(Looked(with_text(MARK).pages, trouble="it could not be opened again"))
    assert (one.check, one.blocks) == (Check.OPENS, True)
    assert one.words == "“pack.pdf”: it could not be opened again. Export it again, or take its annex out"


@pytest.mark.parametrize(("wanted", "severity"), [(OURS, Severity.BLOCKS), (Wanted(), Severity.SUGGESTS)])
def test_a_lost_link_of_ours_blocks_and_one_of_others_is_a_hint(wanted: Wanted, severity: Severity) -> None:
    (one,) = seen(replace(CLEAN, lost_links=((2, "Appendix C"),)), wanted)
    assert (one.check, one.severity, one.page) == (Check.LINKS, severity, 2)
    assert "the link “Appendix C” on page 2 leads to no page" in one.words


def test_a_lost_bookmark_is_named() -> None:
    (one,) = seen(replace(CLEAN, lost_links=((0, "C"),)))
    assert "the bookmark “C” leads to no page" in one.words


def test_many_of_one_sort_are_counted() -> None:
    found = seen(replace(CLEAN, lost_links=tuple((1, str(number)) for number in range(1200))))
    assert len(found) == 6
    assert found[-1].words == "“pack.pdf”: 1,195 more like it"


def test_what_could_run_is_warned_of() -> None:
    (one,) = seen(replace(CLEAN, acts=("a script",)), Wanted())
    assert (one.check, one.severity) == (Check.ACTS, Severity.WARNS)
    assert one.words.startswith("“pack.pdf” has a script in it.")
    (one,) = seen(replace(CLEAN, acts=("a file inside it",)), Wanted())
    assert one.words.startswith("“pack.pdf” has a file inside it. Portals")


def test_a_page_on_its_head_is_named() -> None:
    (one,) = seen(Looked((LookedPage("a"), LookedPage("b", is_upside_down=True))))
    assert (one.check, one.page) == (Check.UPRIGHT, 2)


def test_a_scan_without_words_is_named_and_a_blank_page_is_not() -> None:
    (one,) = seen(Looked((LookedPage("", is_blank=True), LookedPage(" \n"))), Wanted())
    assert (one.check, one.page, one.severity) == (Check.TEXT, 2, Severity.SUGGESTS)


GUESTS = Looked((LookedPage("Cover"), LookedPage("Appendix C", is_blank=True, is_guest=True)))


def test_a_blank_page_from_outside_is_a_question() -> None:
    (one,) = seen(GUESTS, Wanted())
    assert (one.check, one.page, one.severity) == (Check.BLANK, 2, Severity.SUGGESTS)
    assert "page 2 is blank" in one.words


def test_a_blank_page_of_a_damaged_annex_blocks() -> None:
    (one,) = seen(GUESTS, Wanted(damaged={NAME: (range(2, 4),)}))
    assert (one.check, one.page, one.blocks) == (Check.BLANK, 2, True)
    assert "page 2 is blank, and its file is damaged" in one.words


def test_a_blank_page_of_a_file_of_annexes_alone_is_a_question_and_ours_between_papers_is_none() -> None:
    between = Looked((LookedPage("Cover"), LookedPage(is_blank=True)))
    assert [one.page for one in seen(between, Wanted(foreign=frozenset({NAME})))] == [2]
    assert seen(between, Wanted(damaged={NAME: (range(9, 12),)})) == ()


def test_a_word_file_without_words_is_no_scan() -> None:
    assert seen(with_text(""), name="letter.docx") == ()


def test_gaps_and_examples_block_and_what_people_leave_behind_warns() -> None:
    found = seen(with_text("ends [to complete: end date]", f"We meet. {MARK}", "Lead: TBC"))
    assert [(one.check, one.severity, one.page) for one in found] == [
        (Check.PLACEHOLDER, Severity.BLOCKS, 1),
        (Check.EXAMPLE, Severity.BLOCKS, 2),
        (Check.PLACEHOLDER, Severity.WARNS, 3),
    ]
    assert found[0].words == (
        "“pack.pdf”: page 1 says “[to complete: end date]”. Answer the question, and export again"
    )


def test_a_pack_without_a_version_is_a_draft() -> None:
    (one,) = seen(CLEAN, replace(OURS, is_draft=True))
    assert one.check is Check.DRAFT
    assert seen(CLEAN, Wanted(is_draft=True)) == ()


def test_comments_tracked_changes_and_hidden_words_block() -> None:
    found = seen(replace(CLEAN, comments=1, tracked=12, hidden="floor price £19"), name="letter.docx")
    assert [(one.check, one.blocks) for one in found] == [
        (Check.COMMENTS, True),
        (Check.TRACKED, True),
        (Check.HIDDEN, True),
    ]
    assert "has 1 comment in it" in found[0].words
    assert "has 12 tracked changes in it" in found[1].words
    assert "“floor price £19”" in found[2].words


@pytest.mark.parametrize("text", ["as MARLOW\nCounty Council asks", "(Marlow County Council)"])
def test_another_buyer_is_found_however_lines_break(text: str) -> None:
    (one,) = seen(with_text(text), Wanted(buyers=("Marlow County Council",)))
    assert (one.check, one.page, one.blocks) == (Check.BUYER, 1, True)


def test_another_buyer_is_found_where_no_page_shows_it() -> None:
    (one,) = seen(replace(CLEAN, strings="Tender for Marlow County Council"), Wanted(buyers=("Marlow County Council",)))
    assert "its description names Marlow County Council" in one.words


def test_a_longer_name_is_not_the_other_buyer() -> None:
    assert seen(with_text("the Marlowe Trust"), Wanted(buyers=("Marlow",))) == ()


@pytest.mark.parametrize(
    "looked", [with_text("Do not offer the\nweekend rota."), Looked(strings="do not offer the weekend rota")]
)
def test_private_words_block_on_a_page_and_beside_it(looked: Looked) -> None:
    words = "Do not offer the weekend rota"
    (one,) = seen(looked, Wanted(secrets=(Secret("t/questions_note", words, letters_of(words)),)))
    assert (one.check, one.blocks, one.quote) == (Check.PRIVATE, True, words)


def test_fonts_that_are_missing_block_in_ours_alone() -> None:
    looked = replace(CLEAN, loose_fonts=("Helvetica",))
    assert [one.severity for one in (*seen(looked), *seen(looked, Wanted()))] == [Severity.BLOCKS, Severity.SUGGESTS]


@pytest.mark.parametrize("path", [r"C:\Users\ines\bids", "/" + "home/ines/bids"])
def test_a_folder_of_somebody_is_named(path: str) -> None:
    (one,) = seen(replace(CLEAN, strings=f"made from {path}"))
    assert one.check is Check.COMPUTER


def test_the_worst_comes_first() -> None:
    found = sightings({"a.pdf": with_text("TBC"), "b.pdf": with_text("[to complete: x]")}, Wanted())
    assert [one.file for one in found] == ["b.pdf", "a.pdf"]
