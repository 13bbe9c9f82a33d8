# SPDX-License-Identifier: MPL-2.0
"""Check: what an evaluator, or the partner who should sign, would find missing, and what an export would refuse."""

from __future__ import annotations

from evidencepack.compose.drafts import missing_values
from evidencepack.compose.examples import examples_in, examples_shown
from evidencepack.domain.record import Facts
from evidencepack.library.header import is_over
from evidencepack.library.model import Library
from evidencepack.pack.look import look_without_pictures
from evidencepack.pack.press import Press
from evidencepack.review.reading import Given, Reading, Reused
from evidencepack.review.rechecking import Rechecker
from evidencepack.review.register import review
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.setting_aside import Sifted, sift
from evidencepack.usecases.signed_papers import PaperWords, parties_touched
from evidencepack.usecases.unprintable import lay_out


def check_all(facts: Facts, *, library: Library, press: Press, reused: tuple[Reused, ...] = ()) -> Sifted:
    """Return all that a check finds in one tender, the worst first: what is open, reminders, what was set aside.

    Documents that were withdrawn or replaced have none. ``reused`` is what there is to say of its copies
    (``reuse_findings``).
    """
    given = given_of(facts, library=library, press=press, reused=reused)
    return sift(review(reading_of(facts, library, given)), facts, library)


def given_of(
    facts: Facts,
    *,
    library: Library,
    press: Press,
    reused: tuple[Reused, ...] = (),
    words: PaperWords | None = None,
) -> Given:
    """Return what the rules cannot find out by themselves; it takes composing and laying out, so it takes a while.

    ``words``: what papers said to those who sign them, when that was asked last.
    """
    plan = plan_of(facts, library)
    written = [one for one in plan.documents if not is_over(one.record)]
    missing = {one.record.id: missing_values(one.document) for one in written}
    examples = examples_in(facts)
    shown = {appendix.record.id: examples_shown(appendix.document, examples) for appendix in plan.appendices}
    laid = lay_out(plan, press.looking(look_without_pictures(facts)))
    changed = parties_touched((words or PaperWords(library)).changed(facts))
    return Given(missing, laid.unprintable, shown, reused, laid.measures, changed)


def reading_of(facts: Facts, library: Library, given: Given) -> Reading:
    """Return what the rules look at."""
    written = (record for record in facts.records.values() if library[record.kind].document)
    documents = tuple(record for record in written if not is_over(record))
    return Reading(facts.tender, documents, facts, library, as_of(facts), given)


class LiveCheck:
    """The findings of a tender as somebody types: after each edit, only what it touches is looked at again.

    What takes composing and laying out is as old as the last ``Given`` that it was told. One thread uses it at a time.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._rechecker = Rechecker()
        self._given = Given()

    @property
    def given(self) -> Given:
        """What it was told last."""
        return self._given

    def check(self, facts: Facts, given: Given | None = None) -> Sifted:
        """Return what a check finds now; ``given`` is news of what takes longer, where there is any."""
        self._given = given or self._given
        found = self._rechecker.check(reading_of(facts, self._library, self._given))
        return sift(found, facts, self._library)
