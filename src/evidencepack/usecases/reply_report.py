# SPDX-License-Identifier: MPL-2.0
"""What a partner did to a Word file, told as a person needs it: where, which question, whose answer, which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidencepack.exchange.replies.report import (
    AnswerChange,
    ColumnChange,
    Comment,
    Comparison,
    FormChange,
    Kind,
    PaperChange,
    RowChange,
    What,
    Where,
    WordingChange,
)
from evidencepack.exchange.replies.story import CELL
from evidencepack.usecases.reply_names import Asked, made_by, place_of
from evidencepack.usecases.word_changes import Passage, word_changes

_DONE: Mapping[Kind, str] = {
    Kind.CHANGED: "was changed",
    Kind.ADDED: "was added",
    Kind.REMOVED: "was taken out",
    Kind.MOVED: "was moved",
    Kind.JOINED: "was joined with its neighbour",
    Kind.SPLIT: "was cut up",
    Kind.LOST: "cannot be found any more",
}
_FORMS: Mapping[tuple[What, Kind], str] = {
    (What.STRUCK, Kind.ADDED): "Words were struck out",
    (What.STRUCK, Kind.REMOVED): "Words are no longer struck out",
    (What.HIDDEN, Kind.ADDED): "Words were hidden: they are in the file, and nobody sees them",
    (What.HIDDEN, Kind.REMOVED): "Hidden words can be seen now",
    (What.LEVEL, Kind.CHANGED): "A paragraph is on another level of its list",
    (What.NUMBER, Kind.CHANGED): "Numbers differ from here on, though nothing above was added or taken out",
    (What.LINK, Kind.CHANGED): "A link leads elsewhere",
    (What.LINK, Kind.ADDED): "A link was added",
    (What.LINK, Kind.REMOVED): "A link was taken out",
    (What.FIELD, Kind.CHANGED): "A cross-reference was changed by hand",
    (What.PICTURE, Kind.CHANGED): "A picture was replaced",
    (What.PICTURE, Kind.ADDED): "A picture was added",
    (What.PICTURE, Kind.REMOVED): "A picture was taken out",
    (What.FOOTNOTE, Kind.ADDED): "A footnote was added",
    (What.ENDNOTE, Kind.ADDED): "An endnote was added",
    (What.LOOK, Kind.CHANGED): "The look of words was changed, and that was tracked",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that somebody did.

    ``sort`` is what it was done to: "paper", "answer", "row", "column", "words", "form" or "comment". ``what`` says
    what was done, ``place`` where, ``question`` and ``whose`` what was asked and of whom; each may be empty. ``about``
    are words that it is about. ``old`` and ``new`` are all words before and after, with those marked that differ;
    nothing where there are none to show. ``by`` is who did it and when, as the file says. ``also`` are further places
    where the same was done, ``still`` those that say what they said. ``paths`` are those of the answers, for programs.
    """

    sort: str
    what: str
    place: str = ""
    question: str = ""
    whose: str = ""
    about: str = ""
    old: tuple[Passage, ...] = ()
    new: tuple[Passage, ...] = ()
    by: tuple[str, ...] = ()
    untracked: bool = False
    also: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()


def told(comparison: Comparison, asked: Asked) -> tuple[Told, ...]:
    """Return everything that differs, papers first and comments last. ``asked`` knows the questions."""
    return (
        *map(_paper, comparison.papers),
        *(_answer(one, asked) for one in comparison.answers),
        *map(_row, comparison.rows),
        *map(_column, comparison.columns),
        *map(_wording, comparison.wording),
        *map(_form, comparison.forms),
        *(_comment(one, asked) for one in comparison.comments),
    )


def _paper(change: PaperChange) -> Told:
    lines = f"{change.lines:,} paragraphs and rows" if change.lines > 1 else "a paragraph"
    what = f"This paper was taken out whole ({lines})"
    return Told("paper", what, place_of(change.where), by=made_by(change.by), untracked=not change.by)


def _answer(change: AnswerChange, asked: Asked) -> Told:
    question, whose = asked(change.paths, change.name)
    if change.kind is Kind.CHANGED and change.old == "":
        what = "This was filled in"
    elif change.kind is Kind.CHANGED and not change.new:
        what = "This answer was emptied"
    else:
        what = f"This answer {_DONE[change.kind]}"
    old, new = _marked(change.old, change.new)
    return Told(
        "answer",
        what,
        place_of(change.where),
        question,
        whose,
        old=old,
        new=new,
        by=made_by(change.by),
        untracked=change.untracked,
        also=tuple(place_of(one, beside=change.where) for one in change.also),
        still=tuple(place_of(one, beside=change.where) for one in change.still),
        paths=change.paths,
    )


def _row(change: RowChange) -> Told:
    row = (Passage(CELL.join(change.cells)),)
    old, new = (row, ()) if change.kind is Kind.REMOVED else ((), row)
    thing = f"A table of {change.more + 1} rows" if change.more else "A row of a table"
    what, place = f"{thing} {_DONE[change.kind]}{'; this is the first' if change.more else ''}", place_of(change.where)
    return Told("row", what, place, old=old, new=new, by=made_by(change.by), untracked=not change.by)


def _column(change: ColumnChange) -> Told:
    name, *cells = change.cells
    column = (Passage(CELL.join(cells)),)
    old, new = (column, ()) if change.kind is Kind.REMOVED else ((), column)
    what = f"The column “{name}” of a table {_DONE[change.kind]}"
    return Told(
        "column", what, place_of(change.where), old=old, new=new, by=made_by(change.by), untracked=not change.by
    )


def _wording(change: WordingChange) -> Told:
    thing = "The wording of a row" if change.where.row and change.kind is Kind.CHANGED else "A paragraph"
    what = f"{thing} {_DONE[change.kind]}"
    if change.more:
        what = f"{change.more + 1} paragraphs were moved together; this is the first"
    if change.kind is Kind.MOVED and change.to != Where():
        what = f"{what}: it stands after {place_of(change.to, beside=change.where)} now"
    elif change.kind is Kind.ADDED and change.where != Where():
        what = f"{what} after this place"
    old, new = ((), (Passage(change.new),)) if change.kind is Kind.MOVED else _marked(change.old, change.new)
    by = made_by(change.by)
    return Told("words", what, place_of(change.where), old=old, new=new, by=by, untracked=not by)


def _form(change: FormChange) -> Told:
    what = _FORMS.get((change.what, change.kind), f"The {change.what} {_DONE[change.kind]}")
    if change.more:
        what = f"{what}, here and in {change.more:,} more place{'' if change.more == 1 else 's'}"
    marked = change.what in {What.HEADER, What.FOOTER, What.FOOTNOTE, What.ENDNOTE}
    old, new = _marked(change.old, change.new) if marked else (tuple(_whole(change.old)), tuple(_whole(change.new)))
    if change.old == change.new:
        old, new = (), ()
    by = made_by(change.by)
    return Told("form", what, place_of(change.where), about=change.words, old=old, new=new, by=by, untracked=not by)


def _comment(comment: Comment, asked: Asked) -> Told:
    question, whose = asked(comment.paths, comment.name) if comment.paths else ("", "")
    what = "A comment on these words" if comment.on else "A comment"
    new = (Passage(comment.words),)
    by = made_by((comment,))
    return Told(
        "comment", what, place_of(comment.where), question, whose, comment.on, new=new, by=by, paths=comment.paths
    )


def _marked(old: str | None, new: str) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """Return both texts in passages. Where they have nothing in common, all is changed, and nothing need be marked."""
    if not old or not new:
        return tuple(_whole(old or "")), tuple(_whole(new))
    changes = word_changes(old, new)
    if any(not one.changed and any(map(str.isalnum, one.text)) for one in changes.old):
        return changes.old, changes.new
    return tuple(_whole(old)), tuple(_whole(new))


def _whole(text: str) -> Iterator[Passage]:
    if text:
        yield Passage(text)


def sum_of(comparison: Comparison, things: Sequence[Told]) -> str:
    """Return in one sentence how much there is."""
    if comparison.is_unchanged:
        return "Nothing was changed."
    if not (comparison.differences or comparison.comments):
        return "Nothing that can be read was changed."
    open_ones = sum(one.untracked for one in things)
    number, comments = comparison.differences, len(comparison.comments)
    said = f"{number:,} difference{'' if number == 1 else 's'}"
    if number > 1:
        said += f", {open_ones:,} of them not tracked, or not wholly" if open_ones else ", all of them tracked"
    elif number:
        said += ", not tracked, or not wholly" if open_ones else ", tracked"
    return f"{said}; {comments:,} comment{'' if comments == 1 else 's'}."
