# SPDX-License-Identifier: MPL-2.0
"""What a paper says otherwise than what somebody signed, or has been sent: in a sentence, and with the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from evidencepack.domain.record import Facts
from evidencepack.domain.signoff import SentVersion, State
from evidencepack.domain.trade import Weight
from evidencepack.library.model import Library
from evidencepack.signoff.comparing import WordsChanged, weight_of, words_changed
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import button, column, label, row
from evidencepack.ui.widgets.quote import Quote
from evidencepack.ui.widgets.scrolled import ScrolledDialog
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import say
from evidencepack.usecases.sign_changes import SignatureTouched, said_by, said_now, signatures_touched
from evidencepack.usecases.sign_register import CopyLine
from evidencepack.usecases.word_changes import word_changes

Touched = Mapping[str, tuple[SignatureTouched, ...]]
"""Signatures that stand, with what their papers say otherwise by now, by the ids of the papers."""

_WIDTH, _MOST = 760, 3
_MEANS: Mapping[Weight, tuple[Mark, str]] = {
    Weight.RE_SIGN: (Mark.STALE, "Whoever signed it has to sign again, or to initial it"),
    Weight.NOTIFY: (Mark.OUT, "Whoever signed it is to be told, and need not sign again"),
    Weight.COSMETIC: (Mark.SKIP, "Whoever signed it need not know"),
}


def touched_now(facts: Facts, library: Library, copies: Sequence[CopyLine]) -> Touched:
    """Return the signatures that changes have touched; ``copies`` are of whole versions."""
    signed = dict.fromkeys(one.version.record for one in copies if one.state is State.ACCEPTED or one.only_tells)
    papers = (facts.get(name) for name in signed)
    found = {one.id: signatures_touched(one, facts, library, copies) for one in papers if one is not None}
    return {name: touched for name, some in found.items() if (touched := tuple(one for one in some if one.changes))}


def changed_since(
    facts: Facts, library: Library, versions: Sequence[SentVersion]
) -> Mapping[str, tuple[WordsChanged, ...]]:
    """Return what papers say otherwise than whole versions of them that went out, by the ids of those."""
    papers = {one.id: facts.get(one.record) for one in versions}
    return {
        one.id: words_changed(said_by(one), said_now(paper, facts, library), library)
        for one in versions
        if (paper := papers[one.id]) is not None
    }


def since_sentence(changes: Sequence[WordsChanged]) -> str:
    """Return what changes mean for somebody who signs the version before them; nothing where they need not know."""
    weight = weight_of(changes) if changes else Weight.COSMETIC
    if weight is Weight.COSMETIC:
        return ""
    means = say(_MEANS[weight][1])
    said = say(
        "The paper has changed since this went out. {means}: {about}", means=means, about=_about(changes, weight)
    )
    return said if said.endswith(("?", ".")) else f"{said}."


def touched_row(one: SignatureTouched) -> StateRow | None:
    """Return what changes mean for a signature, and which they are; None where they mean nothing for it."""
    weight = weight_of(one.changes)
    if weight is Weight.COSMETIC:
        return None
    words = say("{who} {what}", who=one.signer.name, what=one.effect.value)
    signed = say("Signed: version {label}", label=one.line.version.label)
    return StateRow(_MEANS[weight][0], words, f"{signed}. {_about(one.changes, weight)}")


def _about(changes: Sequence[WordsChanged], weight: Weight) -> str:
    """Return what changes of a weight are about; those there is no room for are counted."""
    about = list(dict.fromkeys(one.about for one in changes if one.weight is weight))
    more = say("; and {n} more", n=len(about) - _MOST) if len(about) > _MOST else ""
    return f"{'; '.join(about[:_MOST])}{more}"


class SinceDialog(ScrolledDialog):
    """Each change with the words before and now, and what it means for a signature."""

    def __init__(self, parent: QWidget, title: str, changes: Sequence[WordsChanged]) -> None:
        super().__init__(parent, say("What has changed since"), wide=_WIDTH)
        told = [part for one in changes for part in _told(one)]
        close = button(say("Close"), self.accept)
        self.lay_out([label(title, "h2")], column(*told, None, gap=8, name="page"), row(None, close))
        close.setFocus()


def _told(one: WordsChanged) -> Iterator[QWidget]:
    mark, means = _MEANS[one.weight]
    yield StateRow(mark, one.about, say(means), strong=True)
    if one.before or one.after:
        words = word_changes("\n".join(one.before), "\n".join(one.after))
        was = column(label(say("As it was signed"), "cap"), Quote(words.old, added=False), gap=3)
        now = column(label(say("As it is now"), "cap"), Quote(words.new, added=True), gap=3)
        yield row(was, now, gap=12)
