# SPDX-License-Identifier: MPL-2.0
"""House wording against the shipped kinds: whatever somebody types is refused in a sentence, or can be printed."""

from __future__ import annotations

from random import Random

import pytest
from tests.shipped import LIBRARY

from evidencepack.blocks.walk import inlines_in
from evidencepack.compose.document import compose
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.library.model import Library
from evidencepack.library.wording import HouseWording, Part, parts_of
from evidencepack.library.wording_check import words_problem

PIECES = (
    *("{{", "}}", "{%", "%}", "{#", "#}", "{", "}", "<b>", "&amp;", "\\", "'", '"', "- ", "\n", "\n\n", " ", "\t", "."),
    *("for p in mou.parties", "endfor", "if mou.area", "elif", "else", "endif", "raw", "endraw", "set x = 1"),
    *("mou.purpose", "mou.area", "mou.parties|names", "tender.title", "lead.short_name", "law.care_regulator"),
    *("{{ mou.area }}", "{{ p.capacity }}", "{{ clause('law') }}", "{% for p in mou.parties %}", "{% endfor %}"),
    *("{% if mou.area %}", "{% endif %}", "মৈত্রী", "Siân", "e\u0301", "\u202e", "\ue000", "\x00", "\ud800", "9" * 5000),
)


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


@pytest.fixture(scope="module")
def part(library: Library) -> Part:
    return next(part for part in parts_of(library["mou"]) if part.name == "names")


def printed(library: Library, text: str) -> str:
    """Return what a memorandum with nothing but these words for a clause says."""
    said = {"of_kind": "mou", "part": "names", "heading": "Names", "text": text}
    records = (
        Record("t1", "tender", "T", "t1", {"title": "Home First"}),
        Record("w1", "house_wording", "mou.names", "", said),
        Record("m1", "mou", "TBN-MOU-01", "t1"),
    )
    facts = Facts("t1", {record.id: record for record in records})
    return plain(
        tuple(inlines_in(compose(library["mou"], records[2], facts=facts, library=library, audience=Audience.OWN)))
    )


@pytest.mark.parametrize("seed", range(40))
def test_anything_typed_is_refused_in_a_sentence_or_printed(library: Library, part: Part, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - it makes examples, no secrets
    for _ in range(25):
        text = "".join(random.choice(PIECES) for _ in range(random.randint(1, 12)))
        problem = words_problem(part, text, library.kinds)
        assert problem == "" or problem.endswith("."), text
        assert "Jinja" not in problem
        assert "token" not in problem
        if not problem:
            printed(library, text)


def test_every_standard_of_every_kind_could_be_house_wording(library: Library) -> None:
    documents = [kind for kind in library.kinds.values() if kind.document]
    found = {
        part.reference: words_problem(part, part.words, library.kinds) for kind in documents for part in parts_of(kind)
    }
    assert {reference: problem for reference, problem in found.items() if problem} == {}
    assert len(found) > 100


def test_names_of_parts_are_used_once(library: Library) -> None:
    names = [part.reference for kind in library.kinds.values() for part in parts_of(kind)]
    assert len(names) == len(set(names))


def test_the_most_that_is_allowed_is_printed_whole(library: Library, part: Part) -> None:
    text = "Words and words. " * 1176
    assert words_problem(part, text, library.kinds) == ""
    assert printed(library, text).count("Words and words.") == 1176


def test_a_heap_of_open_brackets_is_refused_and_does_not_break_anything(library: Library, part: Part) -> None:
    for text in ("{{" + "(" * 9000, "{% if " + "not " * 4000 + "mou.area %}x{% endif %}", "{% if mou.area %}" * 900):
        assert words_problem(part, text, library.kinds)


@pytest.mark.parametrize(
    ("before", "now", "ours", "replaces", "behind"),
    [
        ("One.", "One.", "One.", False, False),
        ("One.", "One.", "Ours.", True, False),
        ("One.", "Two.", "Ours.", True, True),
        ("One.", "Two.", "Two.", False, False),
        ("One\ntwo.", "One   two.", "Ours.", True, False),
        ("One.\n\nTwo.", "One. Two.", "Ours.", True, True),
        ("So:\n- a\n- b", "So: - a - b", "Ours.", True, True),
    ],
)
def test_words_are_behind_when_the_standard_says_something_else(
    before: str, now: str, ours: str, *, replaces: bool, behind: bool
) -> None:
    part = Part("mou", "names", "Names", now, Audience.PACK, heading="Names")
    wording = HouseWording("w", "mou", "names", ours, "Names", standard_text=before, standard_heading="Names")
    assert (wording.replaces(part), wording.is_behind(part)) == (replaces, behind)
