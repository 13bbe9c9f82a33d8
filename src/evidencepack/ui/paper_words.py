# SPDX-License-Identifier: MPL-2.0
"""How papers stand, in marks and words: the same ones in every place."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.words import counted, say
from evidencepack.usecases.document_grid import PaperCount
from evidencepack.usecases.documents import Standing

MARKS: Mapping[Standing, tuple[Mark, str]] = {
    Standing.ATTENTION: (Mark.WARN, "Look again"),
    Standing.CHANGED: (Mark.STALE, "Sign again"),
    Standing.STARTED: (Mark.DRAFT, "In progress"),
    Standing.NOT_STARTED: (Mark.NONE, "Not started"),
    Standing.OUT: (Mark.OUT, "Out"),
    Standing.COMPLETE: (Mark.DONE, "Ready"),
    Standing.SIGNED: (Mark.SIGNED, "Signed"),
    Standing.OVER: (Mark.SKIP, "Not in use"),
}
"""The mark and the word of each way in which a paper that there is, or that is to be begun, can stand.

The word has to fit into a cell; ``Standing`` itself says it in full, for the foot of a table and for who cannot see it.
"""


def ready_words(count: PaperCount) -> str:
    """Return "33 of 36 papers are ready"."""
    return say("{ready} of {all} papers are ready", ready=count.ready, all=count.papers)


def rest_words(count: PaperCount) -> str:
    """Return "1 has changed since signed, 1 is out for signing, 2 need work"; empty where all are ready."""
    since = counted(count.changed, "1 has changed since signed", "{n} have changed since signed")
    changed = since if count.changed else ""
    out = counted(count.out, "1 is out for signing", "{n} are out for signing") if count.out else ""
    work = counted(count.work, "1 needs work", "{n} need work") if count.work else ""
    return ", ".join(filter(None, (changed, out, work)))


def papers_sentences(count: PaperCount) -> str:
    """Return "33 of 36 papers are ready, 1 is out for signing, 2 need work. 24 go into the pack."."""
    far = ", ".join(filter(None, (ready_words(count), rest_words(count))))
    packed = counted(count.packed, "1 goes into the pack.", "{n} go into the pack.") if count.packed else ""
    return " ".join(filter(None, (f"{far}.", packed)))
