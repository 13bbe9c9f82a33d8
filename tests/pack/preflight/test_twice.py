# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from tests.pack.annexed import A4, annex, foreign, joined

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Severity
from evidencepack.pack.annexes import Annex
from evidencepack.pack.manifest import Held, Listed
from evidencepack.pack.preflight.sighting import Check
from evidencepack.pack.preflight.twice import twice_in

FIRST = annex("AN-01", foreign(A4), title="Insurance").record
AGAIN = annex("AN-02", foreign(A4), title="Insurance <b>&{{").record


def file(name: str, *papers: Record) -> Listed:
    held = (Held(one.reference, found.sha256 if (found := Annex(one, "").file) else "") for one in papers)
    return Listed(name, "", is_ours=False, holds=tuple(held))


def test_the_same_file_under_two_names_is_told_once_at_the_first_file_that_has_both(few_facts: Facts) -> None:
    facts = joined(few_facts, FIRST, AGAIN)
    files = [file("annexes/C.pdf", FIRST), file("bundle.pdf", FIRST, AGAIN), file("slots/01/all.pdf", FIRST, AGAIN)]
    (seen,) = twice_in(files, facts)
    assert (seen.check, seen.severity, seen.file) == (Check.TWICE, Severity.WARNS, "bundle.pdf")
    assert seen.words.startswith(
        "“bundle.pdf”: AN-01 “Insurance” and AN-02 “Insurance <b>&{{” are the same file. Take one"
    )


def test_what_is_there_once_or_no_longer_an_annex_is_not_told(few_facts: Facts) -> None:
    assert not list(twice_in([file("bundle.pdf", FIRST, FIRST)], joined(few_facts, FIRST)))
    assert not list(twice_in([file("bundle.pdf", FIRST, AGAIN)], joined(few_facts, FIRST)))
    assert not list(twice_in([file("bundle.pdf")], few_facts))
