# SPDX-License-Identifier: MPL-2.0
"""Random edits of papers of the sample, tracked and not, made in their XML: each is told, and nothing else."""

from __future__ import annotations

import copy
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from random import Random
from typing import TypeAlias

import pytest
from lxml import etree
from tests.exchange.replies.files import compare, edited, runs
from tests.render.word.files import W, words_of

from evidencepack.exchange.replies.report import Comparison
from evidencepack.exchange.replies.story import tidy

Told: TypeAlias = Counter[tuple[str, str, str]]
SEEDS = range(400 if os.environ.get("EVIDENCEPACK_FULL") == "1" else 24)
_PAPERS = ("F-TBN-RACI-01", "J-TBN-DSA-01", "E-TBN-MOU-01", "W-TBN-REV-01")
_BY = 'w:id="7" w:author="Jo" w:date="2026-11-20T10:00:00Z"'
_MOST = 8
_ENOUGH = 8
_WORDS = (f"{W}t", f"{W}noBreakHyphen")


class _Hand:
    """Makes edits, each in a paragraph or a row of its own, and notes what has to be told of them."""

    def __init__(self, root: etree._Element, random: Random) -> None:
        self.told: Told = Counter()
        self._random = random
        self._number = count()
        body = root[0]
        self._paragraphs = [one for one in body.iterchildren(f"{W}p") if _is_wording(one)]
        self._rows = [row for table in body.iterchildren(f"{W}tbl") for row in table.iterchildren(f"{W}tr")]
        self._rows = [row for row in self._rows if row.find(f".//{W}tag") is not None and _first_cell(row)]
        random.shuffle(self._paragraphs)
        random.shuffle(self._rows)

    def edit(self) -> None:
        """Make a few edits."""
        kinds = (self._type, self._type, self._track, self._reword, self._put_in, self._take_row, self._copy_row)
        for _ in range(self._random.randint(1, _MOST)):
            if self._rows and self._paragraphs:
                self._random.choice((*kinds, self._add, self._take))()

    def _type(self) -> None:
        self._fill(lambda _, new: f"<w:r><w:t>{new}</w:t></w:r>")

    def _track(self) -> None:
        self._fill(
            lambda old, new: (
                f"<w:del {_BY}><w:r><w:delText>{old}</w:delText></w:r></w:del>"
                f"<w:ins {_BY}><w:r><w:t>{new}</w:t></w:r></w:ins>"
            )
        )

    def _fill(self, xml: Callable[[str, str], str]) -> None:
        controls = [one for one in self._rows.pop().iter(f"{W}sdt") if _is_answered(one)]
        if controls:
            control, new = self._random.choice(controls), f"new words {next(self._number)}"
            old = _said(control)
            control[1][:] = runs(xml(old.replace("&", "&amp;"), new))
            self.told["answer", old, new] += 1

    def _reword(self) -> None:
        text = self._text()
        new = f"otherwise{next(self._number)}x"
        text.text = f"{text.text} {new}"
        self.told["changed", "", new] += 1

    def _put_in(self) -> None:
        """Put words in, tracked, and take none out."""
        run, new = self._text().getparent(), f"inserted{next(self._number)}x"
        assert run is not None
        run.addnext(runs(f'<w:ins {_BY}><w:r><w:t xml:space="preserve"> {new}</w:t></w:r></w:ins>')[0])
        self.told["changed", "Jo", new] += 1

    def _text(self) -> etree._Element:
        return next(_own_texts(self._paragraphs.pop()))

    def _take_row(self) -> None:
        row = self._rows.pop()
        self.told["row removed", _first_cell(row), ""] += 1
        _remove(row)

    def _copy_row(self) -> None:
        row = self._rows.pop()
        twin, new = copy.deepcopy(row), f"copied {next(self._number)}"
        for number in twin.iterfind(f".//{W}sdtPr/{W}id"):
            number.set(f"{W}val", str(int(number.get(f"{W}val", "")) // 2 + 1))
        for mark in list(twin.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            _remove(mark)
        cell = next(twin.iterchildren(f"{W}tc"))
        first, *others = cell.iter(f"{W}t")
        first.text = new
        for other in (*others, *cell.iter(f"{W}noBreakHyphen")):
            _remove(other)
        row.addnext(twin)
        self.told["row added", new, ""] += 1

    def _add(self) -> None:
        new = f"Every invoice {next(self._number)} is paid within thirty days."
        self._paragraphs.pop().addnext(runs(f"<w:p><w:r><w:t>{new}</w:t></w:r></w:p>")[0])
        self.told["added", "", new] += 1

    def _take(self) -> None:
        paragraph = self._paragraphs.pop()
        self.told["removed", _said(paragraph)[:20], ""] += 1
        _remove(paragraph)


def _is_wording(paragraph: etree._Element) -> bool:
    """Say whether a paragraph is words of ours alone, enough of them to be known by."""
    plain = not any(True for _ in paragraph.iter(f"{W}sdt", f"{W}fldChar", f"{W}fldSimple", f"{W}sectPr", f"{W}br"))
    return plain and len(words_of(paragraph).split()) >= _ENOUGH and any(True for _ in _own_texts(paragraph))


def _own_texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    return (text for run in paragraph.iterchildren(f"{W}r") for text in run.iterchildren(f"{W}t"))


def _said(element: etree._Element) -> str:
    """Return what stands in an element, as it has to be told."""
    return tidy("".join("-" if one.tag == f"{W}noBreakHyphen" else one.text or "" for one in element.iter(*_WORDS)))


def _is_answered(control: etree._Element) -> bool:
    asks = control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    return not asks and bool(words_of(control).strip()) and control.find(f".//{W}sdtContent//{W}br") is None


def _first_cell(row: etree._Element) -> str:
    cell = next(row.iterchildren(f"{W}tc"))
    return " ".join(_said(line) for line in cell.iter(f"{W}p")).strip()


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _told(found: Comparison) -> Told:
    told: Told = Counter(("answer", one.old or "", one.new) for one in found.answers)
    told += Counter((f"row {row.kind.value}", row.cells[0], "") for row in found.rows)
    for one in found.wording:
        by = one.by[0].author if one.by else ""
        match one.kind.value:
            case "changed":
                told["changed", by, _put_in(one.old, one.new)] += 1
            case "removed":
                told["removed", one.old[:20], ""] += 1
            case kind:
                told[kind, "", one.new] += 1
    return told


def _put_in(old: str, new: str) -> str:
    """Return the word that was put in; all of the new words if anything else was changed."""
    found = re.search(r"(otherwise|inserted)\d+x", new)
    word = found[0] if found else ""
    return word if "".join(new.replace(word, "").split()) == "".join(old.split()) else new


@pytest.mark.parametrize("seed", SEEDS)
def test_random_edits_are_told_and_nothing_else(seed: int, word_files: Mapping[str, bytes]) -> None:
    sent = word_files[_PAPERS[seed % len(_PAPERS)]]
    hands: list[_Hand] = []

    def edit(root: etree._Element) -> None:
        hands.append(_Hand(root, Random(seed)))  # noqa: S311 - the same edits every time
        hands[0].edit()

    assert _told(compare(edited(sent, edit), sent)) == hands[0].told
