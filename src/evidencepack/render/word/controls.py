# SPDX-License-Identifier: MPL-2.0
"""Content controls: each answer stands in one, so that a returned file can be read back answer by answer.

An answer is known by three things: the tag of its control; a bookmark round the control, for programs that forget tags;
and the manifest, which says which answer a tag stands for and what it said.
"""

from __future__ import annotations

from typing import NamedTuple

from evidencepack.render.questions import Asked, Question, unasked
from evidencepack.render.word.fields import Bookmarks
from evidencepack.render.word.ids import Numbers, control_tag, shown_again
from evidencepack.render.word.markup import escaped
from evidencepack.render.word.typed import kind_of

_TITLE_LENGTH = 64
_LOCKS = '<w:lock w:val="sdtContentLocked"/>', '<w:lock w:val="sdtLocked"/>'
# A control that cannot be deleted would hold fast the row it stands in.
_ROW_LOCKS = '<w:lock w:val="contentLocked"/>', ""


class Shown(NamedTuple):
    """One control of the file: its tag, its number, its text when written; ``missing`` text asks for an answer."""

    tag: str
    number: int
    text: str
    missing: bool


class _Answer(NamedTuple):
    """What the controls of one answer have in common: tag and title as markup, and its question if it is one alone."""

    tag: str
    title: str
    question: Question | None
    alone: bool


class Controls:
    """Makes the controls of one file and remembers them for its manifest. All bookmarks of the file are made by one.

    ``shown`` are the controls of each answer, by its paths. ``in_row``: what is made now stands in a row that partners
    may delete, and its control with it.
    """

    def __init__(self, asked: Asked = unasked) -> None:
        self.shown: dict[tuple[str, ...], list[Shown]] = {}
        self.bookmarks = Bookmarks()
        self.in_row = False
        self._asked = asked
        self._numbers = Numbers()
        self._questions: dict[str, Question | None] = {}
        self._answers: dict[tuple[str, ...], _Answer] = {}

    def wrap(
        self,
        paths: tuple[str, ...],
        text: str,
        runs: str,
        *,
        look: str = "",
        missing: bool = False,
        linked: bool = False,
    ) -> str:
        """Return a control round the runs of an answer, and a bookmark round the control.

        An answer of several paths cannot be changed in Word, because no one could say which of them was meant; nor can
        a number of rows. ``look`` are the run properties of what is typed into it. ``linked`` words are no date and no
        choice.

        None is a control of plain words: LibreOffice 7.4 takes those for input fields, drops every look in them, and
        writes a file that nothing can read once somebody tracks a change there.
        """
        times = self.shown.get(paths)
        tag, title, question, alone = self._answer(paths) if times is None else self._answers[paths]
        if times is None:
            times = self.shown[paths] = []
        else:
            tag = shown_again(tag, len(times) + 1)
        number = self._numbers.derived(tag)
        times.append(Shown(tag, number, text, missing))
        editable = alone and (missing or not (question and question.counted))
        lock = (_ROW_LOCKS if self.in_row else _LOCKS)[editable]
        placeholder = "<w:showingPlcHdr/>" if missing and editable else ""
        kind = ""
        if question and not linked and runs.startswith("<w:r>") and runs.count("<w:r>") == 1:
            kind = kind_of(question, text, missing=missing)
        mark = self.bookmarks.next()
        return (
            f'<w:bookmarkStart w:id="{mark}" w:name="_{tag}"/><w:sdt><w:sdtPr>{look}<w:alias w:val="{title}"/>'
            f'<w:tag w:val="{tag}"/><w:id w:val="{number}"/>{lock}{placeholder}{kind}</w:sdtPr><w:sdtContent>{runs}'
            f'</w:sdtContent></w:sdt><w:bookmarkEnd w:id="{mark}"/>'
        )

    def _answer(self, paths: tuple[str, ...]) -> _Answer:
        alone = len(paths) == 1
        question = self._question(paths[0]) if alone else None
        made = self._answers[paths] = _Answer(control_tag(paths), escaped(self._title(paths)), question, alone)
        return made

    def _question(self, path: str) -> Question | None:
        if path not in self._questions:
            self._questions[path] = self._asked(path)
        return self._questions[path]

    def _title(self, paths: tuple[str, ...]) -> str:
        questions = ((path, self._question(path)) for path in paths)
        titles = dict.fromkeys(question.label if question else humanised(path) for path, question in questions)
        title = ", ".join(titles)
        return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1].rstrip() + "…"


def humanised(path: str) -> str:
    """Return the last name of a path in words: "Capacity alert" for ".../capacity_alert"."""
    return path.rpartition("/")[2].replace("_", " ").capitalize()
