# SPDX-License-Identifier: MPL-2.0
"""Links between pages of a file from outside come along as numbers, and nothing else of them."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.guard.pdf import making

from evidencepack.guard.faults import ChildDiedError
from evidencepack.guard.pdf import links
from evidencepack.guard.pdf.cleaning import Cleaned, clean_pdf
from evidencepack.guard.pdf_files import PageLink, checked_pages

PLACE = (100, 100, 200, 120)
HERE = (0, 100.0, 100.0, 200.0, 120.0, 1)
Change = Callable[[pikepdf.Pdf, pikepdf.Object], object]


def cleaned(change: Change) -> Cleaned:
    """Return what the child makes of a file of two pages; here it may be asked in this process, for it is ours."""
    return clean_pdf(making.changed(change, making.text(), making.text("Second")), "")


def linked(**entries: object) -> Change:
    """Return what puts a link on the first page; ``Dest`` is to the second page unless said otherwise."""

    def change(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        said = {"Dest": Array([pdf.pages[1].obj, Name.Fit]), **entries}
        made = making.mark("/Link", PLACE)
        for key, one in said.items():
            if one is not None:
                made[f"/{key}"] = one
        page.Annots = Array([made])

    return change


def test_a_link_to_a_page_comes_along_as_where_it_is_and_where_it_leads() -> None:
    _, _, _, found, dropped, _, _ = cleaned(linked())
    assert found == [HERE]
    assert not [one for one in dropped if "link" in one]


def test_a_named_place_and_an_action_lead_there_too() -> None:
    def change(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        goal = Array([pdf.pages[1].obj, Name.Fit])
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([pikepdf.String("there"), goal])))
        page.Annots = Array(
            [
                making.mark("/Link", PLACE, Dest=pikepdf.String("there")),
                making.mark("/Link", PLACE, A=Dictionary(S=Name.GoTo, D=goal)),
                making.mark("/Link", PLACE, A=Dictionary(S=Name.GoTo, D=pikepdf.String("nowhere"))),
            ]
        )

    _, _, _, found, dropped, _, _ = cleaned(change)
    assert found == [HERE, HERE]
    assert "a link to another page (its words stay)" in dropped


@pytest.mark.parametrize(
    "entries",
    [
        {"Dest": None, "A": Dictionary(S=Name.URI, URI="https://example.org/")},
        {"Dest": None, "A": Dictionary(S=Name.URI, URI="mailto:a@example.org")},
        {"AA": Dictionary(E=Dictionary(S=Name.JavaScript, JS="app.alert(1)"))},
        {"F": 2},
        {"F": 32},
        {"Rect": Array([-90, -90, -10, -10])},
        {"Rect": Array([100, 100, 100, 120])},
        {"Rect": Array([100, 100, Decimal("100.0004"), 120])},
        {"Rect": pikepdf.String("here")},
        {"Dest": Array([99, Name.Fit])},
        {"Dest": Array([])},
        {"Subtype": Name.Square},
    ],
    ids=str,
)
def test_what_is_no_plain_link_to_a_page_that_is_seen_stays_behind(entries: dict[str, object]) -> None:
    assert cleaned(linked(**entries))[3] == []


def test_a_link_with_something_behind_it_stays_behind_and_both_are_told() -> None:
    def change(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        action = Dictionary(S=Name.GoTo, D=Array([pdf.pages[1].obj, Name.Fit]), Next=making.script())
        page.Annots = Array([making.mark("/Link", PLACE, A=action)])

    _, _, _, found, dropped, _, _ = cleaned(change)
    assert found == []
    assert {"a script", "a link to another page (its words stay)"} <= set(dropped)


@pytest.mark.parametrize(
    ("rotated", "area"),
    [
        (0, (90, 80, 190, 100)),
        (90, (80, 395, 100, 495)),
        (180, (395, 720, 495, 740)),
        (270, (720, 90, 740, 190)),
    ],
)
def test_the_area_is_that_on_the_page_as_it_is_shown(rotated: int, area: tuple[float, ...]) -> None:
    def change(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        linked()(pdf, page)
        page.MediaBox, page.Rotate = Array([10, 20, 595, 840]), rotated

    assert cleaned(change)[3] == [(0, *map(float, area), 1)]


def test_a_link_over_the_edge_ends_at_the_edge() -> None:
    assert cleaned(linked(Rect=Array([500, 800, 900, 900])))[3] == [(0, 500.0, 800.0, 595.0, 842.0, 1)]


def test_so_many_links_come_along_and_not_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "MOST_LINKS", 2)

    def change(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        goal = Array([pdf.pages[1].obj, Name.Fit])
        page.Annots = Array([making.mark("/Link", PLACE, Dest=goal) for _ in range(3)])

    _, _, _, found, dropped, _, _ = cleaned(change)
    assert found == [HERE, HERE]
    assert "a link to another page (its words stay)" in dropped


@pytest.mark.parametrize(
    "link",
    [
        (2, 1.0, 1.0, 2.0, 2.0, 0),
        (0, 1.0, 1.0, 2.0, 2.0, 2),
        (-1, 1.0, 1.0, 2.0, 2.0, 0),
        (0, 2.0, 1.0, 2.0, 2.0, 0),
        (0, -1.0, 1.0, 2.0, 2.0, 0),
        (0, 1.0, math.nan, 2.0, 2.0, 0),
        (0, 1.0, 1.0, math.inf, 2.0, 0),
        (0, 1.0, 1.0, 2.0, 0),
        (0, "1", 1.0, 2.0, 2.0, 0),
        "0",
    ],
    ids=str,
)
def test_an_answer_with_links_that_cannot_be_is_none(link: object) -> None:
    pages: list[object] = [(595.0, 842.0, True, 0), (595.0, 842.0, True, 0)]
    with pytest.raises(ChildDiedError):
        checked_pages((b"%PDF-1.7", pages, [], [link], [], False, False))
    told = checked_pages((b"%PDF-1.7", pages, [], [HERE], [], False, False))
    assert told.links == (PageLink(0, 100, 100, 200, 120, 1),)
