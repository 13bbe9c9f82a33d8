# SPDX-License-Identifier: MPL-2.0
"""Answers that came back other than they were sent.

Two texts are the same answer if they differ only in what programs do to white space and ties (``story.tidy``). A
placeholder counts as no answer, also where a program forgot that it is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from evidencepack.exchange.replies.beside import Beside
from evidencepack.exchange.replies.issue import Place
from evidencepack.exchange.replies.markers import Layer
from evidencepack.exchange.replies.report import AnswerChange, Kind, Standing
from evidencepack.exchange.replies.story import Mark, Told
from evidencepack.render.word.manifest import hash_of


def answer_changes(beside: Beside, standing: Standing) -> Iterator[AnswerChange]:
    """Yield every answer that was changed, removed with its words, or lost, but for those of removed rows and columns.

    What was done to one answer in the same way in several places is one change.
    """
    changes = list(_changes(beside, standing))
    changed = {change.tag for change in changes}
    groups: defaultdict[tuple[Kind, tuple[str, ...], str | None, str], list[AnswerChange]] = defaultdict(list)
    for change in changes:
        groups[change.kind, change.paths, change.old, change.new].append(change)
    shown: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for tag, place in beside.places.items():
        if tag not in changed and tag in beside.back.final.answers:
            shown[place.paths].append(tag)
    for first, *others in groups.values():
        also = tuple(dict.fromkeys(one.where for one in others))
        still = tuple(dict.fromkeys(beside.where_answer(tag) for tag in shown[first.paths]))
        by = tuple(dict.fromkeys(one for change in (first, *others) for one in change.by))
        untracked = any(change.untracked for change in (first, *others))
        yield replace(first, also=also, still=still, by=by, untracked=untracked)


def _changes(beside: Beside, standing: Standing) -> Iterator[AnswerChange]:
    """Yield every place of an answer that is not as it was sent."""
    gone = set(_gone(beside))
    for tag, place in beside.places.items():
        told = beside.back.final.answers.get(tag)
        if told is None and tag in beside.by_words:
            told = Told(Layer.WORDS, parts=[beside.by_words[tag]])
        change = _change(beside, place, told, standing) if told else _lost(beside, place)
        if change and (told or tag not in gone) and not (tag in gone and not change.new):
            yield change


def _gone(beside: Beside) -> Iterator[str]:
    """Yield the tags in rows and columns that were removed."""
    blocks = beside.sent.final.blocks
    for block in beside.pairing.removed:
        yield from blocks[block].tags
    for row, columns in beside.gone.items():
        cells = (cell for at, cell in enumerate(blocks[row].cells) if at in columns)
        yield from (token.tag for cell in cells for token in cell if isinstance(token, Mark))


def _change(beside: Beside, place: Place, told: Told, standing: Standing) -> AnswerChange | None:
    """Return what was changed in a place that was found; nothing if it says what it said."""
    was = beside.sent.final.answers[place.tag]
    old, new = _said(was, place, was), _said(told, place, was)
    if new == old or (standing.is_other_words and _says_what_was_issued(beside, place, told)):
        return None
    known = not standing.is_other_words or _is_what_was_issued(beside, place, was)
    emptied = told.layer is Layer.BOOKMARK and not new and beside.keeps_tags
    first = beside.back.original.answers.get(place.tag)
    return AnswerChange(
        Kind.REMOVED if emptied else Kind.CHANGED,
        place.paths,
        place.tag,
        was.name,
        old if known else None,
        new,
        told.layer,
        tuple(told.tracked),
        untracked=not told.tracked or first is None or _said(first, place, was) != old,
        where=beside.where_answer(place.tag),
    )


def _lost(beside: Beside, place: Place) -> AnswerChange:
    was = beside.sent.final.answers[place.tag]
    first = beside.back.original.answers.get(place.tag)
    kind = Kind.REMOVED if first else Kind.LOST
    by = tuple(first.tracked) if first else ()
    old, where = _said(was, place, was), beside.where_answer(place.tag)
    return AnswerChange(kind, place.paths, place.tag, was.name, old, "", Layer.WORDS, by, not by, where)


def _said(told: Told, place: Place, was: Told) -> str:
    """Return what stands in a place; nothing where a placeholder asks for it."""
    return "" if told.asks or (place.missing and told.text == was.text) else told.text


def _says_what_was_issued(beside: Beside, place: Place, told: Told) -> bool:
    """Whether a place says what it said when the file that came back was issued, whatever it says by now."""
    issued = beside.back.issue.places.get(place.tag) if beside.back.issue else None
    return issued is not None and ((told.asks and issued.missing) or hash_of(told.text) == issued.hash)


def _is_what_was_issued(beside: Beside, place: Place, was: Told) -> bool:
    issued = beside.back.issue.places.get(place.tag) if beside.back.issue else None
    return issued is not None and hash_of(was.text) == issued.hash
