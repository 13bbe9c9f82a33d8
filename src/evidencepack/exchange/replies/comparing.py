# SPDX-License-Identifier: MPL-2.0
"""Compares a Word file that came back with the one that was sent, answer by answer and block by block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from evidencepack.exchange.replies.answers import answer_changes
from evidencepack.exchange.replies.beside import Beside, lay_out
from evidencepack.exchange.replies.forms import form_changes
from evidencepack.exchange.replies.identity import standing_of, touched
from evidencepack.exchange.replies.issue import Issue
from evidencepack.exchange.replies.markers import Layer
from evidencepack.exchange.replies.missed import unread_things
from evidencepack.exchange.replies.papers import Gone, papers_gone
from evidencepack.exchange.replies.report import Comment, Comparison
from evidencepack.exchange.replies.rows import column_changes, row_changes
from evidencepack.exchange.replies.story import Anchor, tidy
from evidencepack.exchange.replies.word_file import WordFile
from evidencepack.exchange.replies.wording import wording_changes


def compare(sent: WordFile, issue: Issue, back: WordFile) -> Comparison:
    """Return every difference between a file as it was sent and as it came back.

    Words outside of the answers are compared only if the file was made of the very one that was sent: of another
    version, nobody could say who changed them. Of another document, nothing is compared.

    Args:
        sent: the file that was sent, or one made of the same tender since.
        issue: what the sent file says it is.
        back: the file that came back, read with the places of ``issue``.
    """
    found = standing_of(sent, issue, back)
    name = back.issue.name if back.issue else ""
    # A program that does not say who saved leaves what the sent file says: its maker.
    saved = (back.saved_by, back.saved_at)
    about = (found, issue.name, name, *(saved if saved != (sent.saved_by, sent.saved_at) else ("", "")))
    if not found.is_compared:
        return Comparison(*about, len(issue.places), (), worded=False, touched=touched(sent, issue))
    beside = lay_out(sent, issue, back)
    worded = not found.is_other_words
    gone = papers_gone(beside) if worded else Gone()
    if gone.changes:
        beside = beside.but_for(gone.blocks, gone.tags)
    return Comparison(
        *about,
        len(beside.places),
        _layers(beside),
        worded,
        touched(sent, issue),
        papers=gone.changes,
        answers=tuple(answer_changes(beside, found)),
        rows=tuple(row_changes(beside)) if worded else (),
        columns=tuple(column_changes(beside)) if worded else (),
        wording=tuple(wording_changes(beside)) if worded else (),
        forms=tuple(form_changes(beside)) if worded else (),
        comments=tuple(_comments(beside)),
        unread=tuple(unread_things(beside)),
    )


def _layers(beside: Beside) -> tuple[tuple[Layer, int], ...]:
    """Return how many places were found by each layer."""
    answers = beside.back.final.answers
    found = Counter(answers[tag].layer for tag in beside.places if tag in answers)
    found[Layer.WORDS] = len(beside.by_words)
    return tuple((layer, found[layer]) for layer in Layer)


def _comments(beside: Beside) -> Iterator[Comment]:
    for note in beside.back.notes:
        anchor = beside.back.final.anchors.get(note.number, Anchor())
        tags = [tag for tag in anchor.tags if tag in beside.places]
        paths = dict.fromkeys(path for tag in tags for path in beside.places[tag].paths)
        name = beside.sent.final.answers[tags[0]].name if tags else ""
        on, where = tidy("".join(anchor.words)), beside.where_back(anchor.block)
        yield Comment(note.author, note.when, note.words, on, tuple(paths), name, where)
