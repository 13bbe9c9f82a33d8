# SPDX-License-Identifier: MPL-2.0
"""The page that says what the program knows is made from its items, and each of them is where it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from content import HERE, PAGE, Chapter, Item, find_slips, make_page, read_chapters
from content_places import Places

CHAPTERS = read_chapters(HERE / "content")


@pytest.fixture(scope="module")
def places() -> Places:
    return Places()


def test_the_page_is_what_the_script_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == make_page(CHAPTERS), "run: make content"


def test_every_item_is_somewhere_or_says_why_not(places: Places) -> None:
    assert list(find_slips(CHAPTERS, places)) == []


def test_what_is_not_there_yet_says_what_brings_it() -> None:
    waiting = [item for chapter in CHAPTERS for item in chapter.items if item.not_yet]
    assert all("come" in item.not_yet for item in waiting)


def test_names_are_short_and_one_line() -> None:
    names = [item.name for chapter in CHAPTERS for item in chapter.items]
    assert [name for name in names if len(name) > 120 or "|" in name or "\n" in name] == []


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (Item("X.1", "nowhere"), "X.1: neither a place nor a reason"),
        (Item("X.1", "gone", ("mou.gone",)), "X.1: there is no mou.gone"),
        (Item("X.1", "gone", ("clause mou.gone",)), "X.1: there is no clause mou.gone"),
        (Item("X.1", "gone", ("code compose/gone.py",)), "X.1: there is no code compose/gone.py"),
        (Item("X.0", "twice", ("mou",)), "X.0: the id comes twice"),
    ],
)
def test_a_slip_names_its_item(places: Places, item: Item, problem: str) -> None:
    assert list(find_slips((Chapter("One", (Item("X.0", "first", ("mou",)), item)),), places)) == [problem]


def test_every_sort_of_place_is_known(places: Places) -> None:
    known = [
        *("mou", "mou.parties", "mou.parties.organisation", "header.version", "clause mou.purpose", "advice mou.money"),
        *("schedule mou.leads", "choices tender.route", "choice tender.route.psr_direct_a", "starter risk.surge"),
        *("signature mou.authorised_signatory", "law capacity", "notice mou", "rule CHK-RQ-01", "command suggest"),
        *("layout raci_grid", "partner_type vcse", "glossary TUPE", "sample TBN-MOU-01", "page docs/kinds.md"),
    ]
    assert [place for place in known if place not in places] == []


def test_counts_add_up() -> None:
    items = (
        Item("1", "a", ("mou",)),
        Item("2", "b", ("mou",), "the rest comes later"),
        Item("3", "c", (), "comes later"),
    )
    assert "| One | 3 | 1 | 1 | 1 |" in make_page((Chapter("One", items),))


def test_a_file_with_an_unknown_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "1.toml").write_text('title = "One"\nitems = [{ id = "1", nam = "a" }]\n', encoding="utf-8")
    with pytest.raises(SystemExit, match="unknown key nam"):
        read_chapters(tmp_path)
