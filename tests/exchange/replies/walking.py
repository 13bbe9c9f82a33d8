# SPDX-License-Identifier: MPL-2.0
"""A seeded walk through a paper as a person edits it in LibreOffice, and what has to be told of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import TypeAlias

from lxml import etree
from tests.render.word.files import W, body_of, words_of

from evidencepack.exchange.replies.report import Comparison
from evidencepack.exchange.replies.story import tidy

Step: TypeAlias = tuple[object, ...]
_PHRASE = re.compile("[A-Za-z]+ [A-Za-z]+ [A-Za-z]+")
_FIELDS = tuple(f"{W}{name}" for name in ("sdt", "fldChar", "fldSimple", "sectPr", "br", "drawing", "hyperlink"))
_WORDS = (f"{W}t", f"{W}noBreakHyphen")
_FEWEST, _MOST, _ENOUGH = 3, 7, 8


@dataclass
class Told:
    """What is told of a file, by its words: lines that are gone, lines that came, answers.

    A line that came and an answer say whether the change was tracked.
    """

    gone: Counter[str] = field(default_factory=Counter)
    came: Counter[tuple[str, bool]] = field(default_factory=Counter)
    answers: Counter[tuple[str, str, bool]] = field(default_factory=Counter)


def told_by(found: Comparison) -> Told:
    """Return what a comparison tells."""
    told = Told()
    for one in found.wording:
        told.gone.update([one.old] if one.old else [])
        # A paragraph that was split is told as two, or as one of two lines.
        told.came.update((line, bool(one.by)) for line in one.new.splitlines())
    told.gone.update(row.cells[0] for row in found.rows)
    told.answers.update((one.old or "", one.new, bool(one.by)) for one in found.answers)
    return told


class Walk:
    """A walk: its steps for ``office_edits``, each in a paragraph or an answer of its own; and what is told of them."""

    def __init__(self, data: bytes, seed: int) -> None:
        self.steps: list[Step] = []
        self.told = Told()
        self._random = Random(seed)  # noqa: S311 - the same walk every time
        self._number = count()
        body = body_of(data)
        self._all = "\n".join(map(words_of, body.iter(f"{W}p")))
        self._paragraphs = [one for one in body.iterchildren(f"{W}p") if self._is_wording(one)]
        self._answers = [one for one in body.iter(f"{W}sdt") if self._is_answer(one)]
        self._random.shuffle(self._paragraphs)
        self._random.shuffle(self._answers)
        for _ in range(self._random.randint(_FEWEST, _MOST)):
            self._step()
        self.steps.append(("update",))

    def _step(self) -> None:
        tracked = self._random.random() < 1 / 2
        self.steps.append(("track", tracked))
        kinds = [self._reword, self._put_in, self._take_out, self._type, self._type]
        self._random.choice(kinds if tracked else [*kinds, self._split, self._bold])(tracked)
        self.steps.append(("track", False))

    def _reword(self, tracked: bool) -> None:  # noqa: FBT001 - all steps are called alike
        self._change(lambda one, _, two: f"{one} otherwise{next(self._number)}x {two}", tracked=tracked)

    def _put_in(self, tracked: bool) -> None:  # noqa: FBT001
        self._change(lambda one, mid, two: f"{one} inserted{next(self._number)}x {mid} {two}", tracked=tracked)

    def _take_out(self, tracked: bool) -> None:  # noqa: FBT001
        self._change(lambda one, _, two: f"{one} {two}", tracked=tracked)

    def _change(self, new: Callable[[str, str, str], str], *, tracked: bool) -> None:
        line, phrase = self._phrase()
        instead = new(*phrase.split())
        self.steps.append(("replace", phrase, instead))
        self.told.gone[line] += 1
        self.told.came[line.replace(phrase, instead), tracked] += 1

    def _split(self, tracked: bool) -> None:  # noqa: FBT001
        line, phrase = self._phrase()
        self.steps.append(("split", phrase))
        first, second = line.split(phrase)
        self.told.gone[line] += 1
        self.told.came.update([(first.strip(), tracked), (f"{phrase}{second}", tracked)])

    def _bold(self, tracked: bool) -> None:  # noqa: FBT001
        del tracked
        self.steps.append(("bold", self._phrase()[1]))

    def _type(self, tracked: bool) -> None:  # noqa: FBT001
        old = _said(self._answers.pop())
        start, space, _ = old.rpartition(" ")
        new = f"{start}{space}answered{next(self._number)}x"
        self.steps.append(("replace", old, new))
        self.told.answers[old, new, tracked] += 1

    def _phrase(self) -> tuple[str, str]:
        line = _said(self._paragraphs.pop())
        return line, self._random.choice(self._phrases(line))

    def _phrases(self, line: str) -> list[str]:
        """Return the phrases in the middle of a line that stand nowhere else."""
        return [one for one in _PHRASE.findall(line) if self._all.count(one) == 1 and not line.startswith(one)]

    def _is_wording(self, paragraph: etree._Element) -> bool:
        """Say whether a paragraph is plain words of ours, with some in its middle that stand nowhere else."""
        line = _said(paragraph)
        plain = next(paragraph.iter(*_FIELDS), None) is None and len(line.split()) >= _ENOUGH
        return plain and bool(self._phrases(line))

    def _is_answer(self, control: etree._Element) -> bool:
        """Say whether a control is words alone, which may be changed and stand nowhere else."""
        typed = next(control.iter(f"{W}date", f"{W}dropDownList", f"{W}showingPlcHdr", f"{W}br"), None) is not None
        lock = control.find(f"{W}sdtPr/{W}lock")
        locked = lock is not None and "ontentLocked" in lock.get(f"{W}val", "")
        said = _said(control)
        return not (typed or locked) and len(said) >= _ENOUGH and said.isascii() and self._all.count(said) == 1


def _said(element: etree._Element) -> str:
    """Return what stands in an element, as it has to be told."""
    return tidy("".join("-" if one.tag == f"{W}noBreakHyphen" else one.text or "" for one in element.iter(*_WORDS)))
