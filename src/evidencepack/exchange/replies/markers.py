# SPDX-License-Identifier: MPL-2.0
"""By what each answer is found again: the tag of its control, else the bookmark that stood round it.

LibreOffice 7.4 forgets tags and keeps bookmarks. A row that somebody copied has its tags twice: the control that kept
its number is the one that was issued.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from evidencepack.exchange.replies.issue import Place
from evidencepack.exchange.replies.xml import W, value
from evidencepack.render.word.ids import control_bookmark


class Layer(StrEnum):
    """By what an answer was found: its control, its bookmark, or the words around it."""

    CONTROL = "control"
    BOOKMARK = "bookmark"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Markers:
    """The controls of a body that stand for answers, with their tags; and the tags by bookmarks, where those serve."""

    controls: Mapping[etree._Element, str]
    bookmarks: Mapping[str, str]


def find_markers(body: etree._Element, places: Mapping[str, Place]) -> Markers:
    """Return what stands for each place in a body."""
    tagged: defaultdict[str, list[etree._Element]] = defaultdict(list)
    for control in body.iter(f"{W}sdt"):
        tag = value(control, "sdtPr/tag")
        if tag in places:
            tagged[tag].append(control)
    controls = {_issued(found, places[tag]): tag for tag, found in tagged.items()}
    return Markers(controls, {control_bookmark(tag): tag for tag in places if tag not in tagged})


def _issued(controls: list[etree._Element], place: Place) -> etree._Element:
    same = (control for control in controls if value(control, "sdtPr/id") == place.number)
    return next(same, controls[0])
