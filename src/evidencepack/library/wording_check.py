# SPDX-License-Identifier: MPL-2.0
"""House wording held to what a kind's own words are held to. What is wrong comes back as a sentence that says where."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.domain.text import clean
from evidencepack.library.checks import check_template
from evidencepack.library.expression_check import Place
from evidencepack.library.model import Kind, Library
from evidencepack.library.names import first_names
from evidencepack.library.problems import Problems, TemplateError
from evidencepack.library.template import Template
from evidencepack.library.templates import parse_template
from evidencepack.library.wording import MOST, HouseWording, Part, part_called
from evidencepack.library.wording_slips import name_slip, note_slip, shape_slips, syntax_slip

LONGEST_HEADING = 120
"""How many characters a heading may have: two lines of a page."""


def heading_problem(heading: str) -> str:
    """Return why these words cannot be a heading; empty when they can."""
    heading = heading.strip()
    if not heading:
        return "A heading needs words."
    if "\n" in heading:
        return "A heading stands in one line."
    if len(heading) > LONGEST_HEADING:
        return f"A heading has at most {LONGEST_HEADING} characters; this one has {len(heading):,}."
    if "{{" in heading or "{%" in heading:
        return "A heading takes no fields; put the field into the words below it."
    return ""


def words_problem(part: Part, text: str, kinds: Mapping[str, Kind]) -> str:
    """Return why this text cannot stand in the place of a part, and in which line; empty when it can."""
    words = clean(text).text.strip()
    if not words:
        return "There are no words. To have the standard words again, restore them."
    if len(words) > MOST:
        return f"The words have {len(words):,} characters; at most {MOST:,} are allowed."
    try:
        template = parse_template(words)
    except TemplateError as error:
        return note_slip(words) or syntax_slip(words, error)
    return note_slip(words) or name_slip(words, [*_wrong_names(part, template, kinds), *shape_slips(template)])


def wording_problem(wording: HouseWording, library: Library) -> str:
    """Return why house wording can no longer be used; empty when it can."""
    kind = library.kinds.get(wording.kind)
    part = part_called(kind, wording.part) if kind else None
    if kind is None:
        return f"There is no kind of document “{wording.kind}” any more."
    if part is None:
        return f"The {kind.title[:1].lower()}{kind.title[1:]} has no part “{wording.part}” any more."
    said = heading_problem(wording.heading) if part.heading else ""
    return said or words_problem(part, wording.text, library.kinds)


def _wrong_names(part: Part, template: Template, kinds: Mapping[str, Kind]) -> list[str]:
    found, kind = Problems(part.kind), kinds[part.kind]
    check_template(Place(kind, kinds, first_names(kind, kinds), part.audience, part.name, found), template)
    return [one.problem for one in found.found]
