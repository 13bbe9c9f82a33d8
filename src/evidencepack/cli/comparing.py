# SPDX-License-Identifier: MPL-2.0
"""The command compare: what a partner did to a Word file, for reading only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from evidencepack.cli.output import counted, one_line, say, say_json, short
from evidencepack.errors import ExitCode
from evidencepack.exchange.replies.plain import as_plain, to_plain
from evidencepack.usecases.replies import NOT_COMPARED, compare_reply, standing_sentences, unread_sentence
from evidencepack.usecases.reply_names import Asked, by_the_workspace, by_their_controls
from evidencepack.usecases.reply_report import Told, sum_of, told
from evidencepack.usecases.word_changes import Passage

_MARK = "*"
_MARKED = f"Words between {_MARK} and {_MARK} differ."
_MOST = 6  # places that are named; JSON has all
_LONG, _KEPT = 160, 60  # of words that did not change, so many are left out of the middle


def compare_word_files(sent: Path, back: Path, *, workspace: Path | None, tender: str, as_json: bool) -> ExitCode:
    """Print what differs; the exit code says whether anything does."""
    found = compare_reply(sent, back)
    things = told(found, _asked(workspace, tender))
    sentences = [*standing_sentences(found)]
    if found.standing.is_compared:
        sentences.append(sum_of(found, things))
        sentences += filter(None, [unread_sentence(found)])
    if as_json:
        report = {"said": sentences, "told": [as_plain(one) for one in things], "not_compared": NOT_COMPARED}
        say_json({**to_plain(found), "report": report})
    else:
        say(*sentences, *_lines(things), *(("", NOT_COMPARED) if found.standing.is_compared else ()))
    return ExitCode.OK if found.is_unchanged and found.standing.is_compared else ExitCode.FINDINGS


def _asked(workspace: Path | None, tender: str) -> Asked:
    """Return what knows the questions: the workspace that the tender is in, or without one the controls."""
    if workspace is None:
        return by_their_controls
    from evidencepack.bootstrap import Program
    from evidencepack.usecases.workspaces import open_existing, tender_facts

    with open_existing(workspace, read_only=True) as opened:
        return by_the_workspace(tender_facts(opened, tender), Program().library)


def _lines(things: Sequence[Told]) -> Iterator[str]:
    if any(passage.changed for one in things for passage in (*one.old, *one.new)):
        yield _MARKED
    for number, one in enumerate(things, 1):
        yield ""
        yield from _one(number, one)


def _one(number: int, thing: Told) -> Iterator[str]:
    question = f"“{thing.question}”" if thing.question else ""
    whose = f"(answer of {thing.whose})" if thing.whose else ""
    asked = " ".join(filter(None, (question, whose)))
    yield f"{number}. {', '.join(filter(None, (thing.place, asked))) or 'In the file'}"
    yield f"   {thing.what}{'.' if not thing.about else f': “{short(thing.about)}”.'}"
    if thing.old:
        yield f"   was: {_said(thing.old)}"
    if thing.new:
        yield f"   {'now' if thing.sort != 'comment' else 'says'}: {_said(thing.new)}"
    if thing.by:
        partly = " Not all of it is tracked." if thing.untracked else ""
        yield f"   {'By' if thing.sort == 'comment' else 'Tracked by'} {'; '.join(thing.by)}.{partly}"
    for places, words in ((thing.also, "The same was done here"), (thing.still, "The old words still stand here")):
        if places:
            more = f"; and {counted(len(places) - _MOST, 'more place')}" if len(places) > _MOST else ""
            yield f"   {words}: {'; '.join(places[:_MOST])}{more}."


def _said(passages: Sequence[Passage]) -> str:
    """Return words in one line, those that differ marked, and long stretches that do not shortened."""
    marked = any(one.changed for one in passages)
    return one_line("".join(_passage(one, shorten=marked) for one in passages))


def _passage(passage: Passage, *, shorten: bool) -> str:
    text = passage.text
    if passage.changed:
        inner = text.strip()
        return text.replace(inner, f"{_MARK}{inner}{_MARK}", 1) if inner else text
    if not shorten or len(text) <= _LONG:
        return text
    return f"{text[:_KEPT].rsplit(' ', 1)[0]} … {text[-_KEPT:].split(' ', 1)[-1]}"
