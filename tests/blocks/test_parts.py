# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace
from inspect import isclass

import pytest

from evidencepack.blocks import blocks, document, figures, inlines
from evidencepack.blocks.blocks import Bullets, Heading, PageBreak
from evidencepack.blocks.inlines import LineBreak, Text, Value
from evidencepack.blocks.parts import Part

CLASSES = [
    found
    for module in (blocks, document, figures, inlines)
    for found in vars(module).values()
    if isclass(found) and issubclass(found, Part) and found is not Part
]


def test_parts_are_equal_that_hold_the_same() -> None:
    assert Text("a", bold=True) == Text("a", bold=True)
    assert Text("a") != Text("a", expansion="b")
    assert Heading(1, (Text("a"),)) == Heading(1, (Text("a"),))
    assert len({Text("a"), Text("a"), Text("b")}) == 2


def test_parts_of_two_classes_are_never_equal() -> None:
    assert PageBreak() != LineBreak()
    assert Text("a") != Value("a", ())
    assert Bullets(()) != ((), False)


def test_a_part_is_shown_with_its_names() -> None:
    assert repr(Value("a", ("b",))) == (
        "Value(text='a', paths=('b',), missing=False, bold=False, italic=False, language='', expansion='')"
    )
    assert repr(PageBreak()) == "PageBreak()"


@pytest.mark.parametrize("made", CLASSES)
def test_each_part_is_compared_by_all_that_it_holds(made: type[Part]) -> None:
    assert made.__match_args__ == tuple(field.name for field in fields(made))
    assert (made.__eq__, made.__hash__, made.__repr__) == (Part.__eq__, Part.__hash__, Part.__repr__)


def test_a_part_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        Text("a").text = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del Text("a").text


def test_a_part_is_the_same_after_it_was_carried_to_another_process() -> None:
    carried = Heading(1, (Text("a"), Value("b", ("c",), bold=True)))
    assert pickle.loads(pickle.dumps(carried)) == carried == copy.deepcopy(carried)  # noqa: S301 - made here
    assert replace(carried, level=2) == Heading(2, carried.inlines)
