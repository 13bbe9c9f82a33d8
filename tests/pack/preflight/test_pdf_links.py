# SPDX-License-Identifier: MPL-2.0
"""Links to places with names, in each of the ways in which a PDF may write down what a name means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from evidencepack.pack.preflight.pdf_links import lost_links

Names = Callable[[pikepdf.Pdf, Any], None]


def tree(pdf: pikepdf.Pdf, place: Any) -> None:
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("b"), place])))


def branches(pdf: pikepdf.Pdf, place: Any) -> None:
    kids = Array([Dictionary(Names=Array([String("a"), Array()])), Dictionary(Names=Array([String("b"), place]))])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Kids=kids))


def with_more(pdf: pikepdf.Pdf, place: Any) -> None:
    tree(pdf, Dictionary(D=place))


def older(pdf: pikepdf.Pdf, place: Any) -> None:
    pdf.Root.Dests = Dictionary(b=place)


def lost(names: Names, target: Any, *, is_there: bool = True) -> list[tuple[int, str]]:
    """Return which links are lost in a file with one link to ``target`` and a name for its second page."""
    with pikepdf.new() as pdf:
        first, second = pdf.add_blank_page(), pdf.add_blank_page()
        names(pdf, Array([second.obj, Name.Fit]))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Dest=target)
        first.obj.Annots = Array([pdf.make_indirect(link)])
        if not is_there:
            del pdf.pages[1]
        return list(lost_links(pdf))


@pytest.mark.parametrize("names", [tree, branches, with_more])
def test_a_name_is_found_wherever_it_stands_in_the_tree(names: Names) -> None:
    assert lost(names, String("b")) == []
    assert lost(names, String("c")) == [(1, "")]
    assert lost(names, String("b"), is_there=False) == [(1, "")]


def test_a_name_of_the_older_dictionary_is_found() -> None:
    assert lost(older, Name("/b")) == []
    assert lost(older, Name("/c")) == [(1, "")]
    assert lost(older, Name("/b"), is_there=False) == [(1, "")]


@pytest.mark.parametrize("target", [Array(), Array([Name.Fit]), Dictionary(), Dictionary(D=7)])
def test_what_is_no_place_at_all_is_lost(target: Any) -> None:
    assert lost(tree, target) == [(1, "")]


def test_a_tree_of_names_that_holds_itself_ends() -> None:
    def ring(pdf: pikepdf.Pdf, place: Any) -> None:
        node = pdf.make_indirect(Dictionary(Names=Array([String("b"), place])))
        node.Kids = Array([node])
        pdf.Root.Names = Dictionary(Dests=node)

    assert lost(ring, String("b")) == []
