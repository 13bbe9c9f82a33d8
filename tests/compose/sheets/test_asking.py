# SPDX-License-Identifier: MPL-2.0
"""The page before a paper that somebody is to sign: who signs, what they give and get, and what a signature changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from tests.compose.conftest import rows
from tests.compose.sheets.signed_copy import (
    ADVISED,
    FERRYBANK,
    INITIALS,
    KIND,
    KINDS_SIGNED,
    MAITREE,
    READERS,
    copy_for,
    said,
)

from evidencepack.blocks.inlines import Text
from evidencepack.compose.modified import ModifiedClause
from evidencepack.compose.scope import Scope
from evidencepack.compose.sheets.asking import ASKING, asking_page
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience, Visibility
from evidencepack.domain.values import Reference
from evidencepack.library.model import Library

Scoped = Callable[..., Scope]


@pytest.fixture
def library() -> Library:
    return KINDS_SIGNED


def part(page: list[str], heading: str) -> list[str]:
    """Return what stands under a heading of the page."""
    headings = ("Who signs", "What you give", "What you get", "What changes", "What was changed", "How to sign")
    rest = page[next(at for at, words in enumerate(page) if words.startswith(heading)) + 1 :]
    return rest[: next((at for at, words in enumerate(rest) if words.startswith(headings)), len(rest))]


def test_the_page_says_for_whom_it_is_and_what_the_paper_is(scope: Scoped) -> None:
    made = asking_page(scope(kind=KIND, version="1.0"), copy_for(), ())
    assert (made.anchor, made.running) == (f"m1/{ASKING}", copy_for().running)
    assert said(made)[:4] == [
        "For Maitree Community Trust",
        "What we are asking you to sign",
        "Memorandum of understanding · TBN-MOU-01 · version 1.0 · three pages",
        "It says how partners work together.",
    ]


def test_each_of_theirs_who_signs_or_initials_is_named_with_the_stage(scope: Scoped) -> None:
    found = scope(kind=KIND, readers=READERS)
    assert part(said(asking_page(found, copy_for(), ())), "Who signs") == [
        "- Rabeya Sultana (রাবেয়া সুলতানা), Chair of Trustees: signs, before submission",
        "- Nasrin Akhtar, [to complete: Job title]: initials, on award",
        "- Rabeya Sultana (রাবেয়া সুলতানা), Chair of Trustees: initials, on award",
        "It is needed back by 20 February 2027.",
    ]
    without = part(said(asking_page(found, copy_for(FERRYBANK, due=None), ())), "Who signs")
    assert without == ["- Olúmídé Adébáyọ̀, Managing Director: signs, before submission"]


def test_only_what_they_give_themselves_is_listed_with_what_is_answered(scope: Scoped) -> None:
    page = said(asking_page(scope(kind=KIND), copy_for(), ()))
    assert part(page, "What you give") == ["- Sessions; 12 a week"]
    assert part(page, "What you get") == ["The paper has no list of what you get."]
    other = said(asking_page(scope(kind=KIND), copy_for(FERRYBANK), ()))
    assert part(other, "What you give") == ["The paper has no list of what you give."]


def test_information_is_given_by_who_sends_it_and_got_by_who_receives_it(scope: Scoped, facts: Facts) -> None:
    parties = {"sender": Reference("fb"), "receiver": Reference("mt")}
    flow = Record("d1", "data_flow", "DF-1", "t1", {**parties, "name": "Referrals"})
    promise = Record("u1", "guarantee", "GU-1", "t1", {"party": Reference("mt"), "promise": "A named lead"})
    found = scope(kind=KIND)
    found = replace(found, facts=replace(facts, records={**facts.records, "d1": flow, "u1": promise}))
    theirs, ours = (said(asking_page(found, copy_for(one), ())) for one in (MAITREE, FERRYBANK))
    assert part(theirs, "What you give") == ["- Sessions; 12 a week"]
    assert part(theirs, "What you get") == ["- A named lead", "- Information: Referrals"]
    assert part(ours, "What you give") == ["- Information: Referrals"]


def test_a_table_that_they_may_not_see_is_listed_to_nobody(scope: Scoped) -> None:
    closed = replace(KIND.fields["contributions"], visibility=Visibility.PRIVATE)
    kind = replace(KIND, fields={**KIND.fields, "contributions": closed})
    page = said(asking_page(scope(kind=kind, audience=Audience.PARTNER), copy_for(), ()))
    assert part(page, "What you give") == ["The paper has no list of what you give."]


def test_what_a_signature_says_and_binds_is_told_in_the_words_of_the_paper(scope: Scoped) -> None:
    assert part(said(asking_page(scope(kind=KIND), copy_for(), ())), "What changes") == [
        "By signing you say: “I have read TBN-MOU-01 <b>&.”",
        "These parts are marked as binding: Liability.",
        "A signature counts for these words alone: if the paper changes, we ask you again.",
    ]
    light = replace(KIND, signatures=(INITIALS,), clauses=KIND.clauses[1:])
    page = said(asking_page(scope(kind=light, readers=READERS), copy_for(), ()))
    assert part(page, "What changes") == [
        "A signature counts for these words alone: if the paper changes, we ask you again."
    ]


def test_changed_clauses_stand_with_whose_advice_they_need_and_what_is_recorded(scope: Scoped) -> None:
    changed = (
        ModifiedClause(
            "m1/a", (Text("Liability <b>&{{"),), ADVISED, False, "Our insurer asked.", "Ada", date(2027, 2, 1)
        ),
        ModifiedClause("m1/b", (Text("Leaving"),), ADVISED[:1]),
        ModifiedClause("m1/c", (Text("Bees"),), ADVISED[:1], own=True),
    )
    assert part(said(asking_page(scope(kind=KIND), copy_for(), changed)), "What was changed") == [
        "Clause | Whose advice | What is recorded",
        "Liability <b>&{{ | solicitor to check / IG lead to check | Our insurer asked. / Ada said yes on 1 Feb 2027.",
        "Leaving | solicitor to check | No adviser’s yes is recorded.",
        "Bees | solicitor to check | A clause of our own: nothing of it stands in the template.",
    ]


def test_where_the_paper_differs_from_the_others_is_told_and_otherwise_that_nothing_does(scope: Scoped) -> None:
    told = rows("o", {"fact": "TBN-014/title", "says": "Home At Last", "reason": "Theirs."})
    differing, same = scope(kind=KIND, overrides=told), scope(kind=KIND)
    found = part(said(asking_page(differing, copy_for(), ())), "What was changed")
    assert found[0] == "Where this paper says something else than the others:"
    assert "Title: Home At Last. In the other papers: Home First. Why: Theirs." in found[1]
    (nothing,) = part(said(asking_page(same, copy_for(), ())), "What was changed")
    assert "as the template has it, and no paper differs from the others" in nothing


@pytest.mark.parametrize("marked", [True, False])
def test_how_to_sign_says_where_and_to_whom_it_goes_back(scope: Scoped, *, marked: bool) -> None:
    (how,) = part(said(asking_page(scope(kind=KIND), copy_for(marked=marked), ())), "How to sign")
    assert "on the sign-off sheet at the end." in how
    assert "Send all three pages back to Siân Llŷr-Evans: paper, a scan, or clear photographs." in how
    assert ("or on the screen" in how, "square and the bars" in how) == (marked, marked)
    assert ("code at the foot" in how) is not marked


def test_who_has_no_box_signs_where_the_paper_asks_and_nobody_is_named_who_is_not_known(scope: Scoped) -> None:
    letter_like = replace(KIND, signatures=(INITIALS,))
    unknown = copy_for(Record("mt", "organisation", "MT"), keeper="")
    (how,) = part(said(asking_page(scope(kind=letter_like, readers=READERS), unknown, ())), "How to sign")
    assert "Sign in ink, or on the screen, where the paper asks for it. Send all three pages back: paper" in how
