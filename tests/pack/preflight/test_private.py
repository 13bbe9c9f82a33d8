# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from tests.pack.conftest import Answering

from evidencepack.bootstrap import Program
from evidencepack.domain.trade import Audience
from evidencepack.pack.preflight.private import letters_of, secrets_of

_PRIVATE = "Do not offer the weekend rota before the county has signed."


def test_letters_are_all_that_counts() -> None:
    assert letters_of("Do not offer\nthe week\u00adend ﬁve-day Rota!") == "donotoffertheweekendfivedayrota"


def test_a_private_answer_is_a_secret_sentence_by_sentence(program: Program, answering: Answering) -> None:
    facts = answering("TBN-ASC-2027-014", questions_note=f"{_PRIVATE} Ask Imran about the second price list first.")
    words = {one.words for one in secrets_of(facts, program.library, Audience.PACK)}
    assert {_PRIVATE, "Ask Imran about the second price list first."} <= words


def test_nothing_is_secret_from_those_who_may_see_everything(program: Program, answering: Answering) -> None:
    facts = answering("TBN-ASC-2027-014", questions_note=_PRIVATE)
    assert _PRIVATE not in {one.words for one in secrets_of(facts, program.library, Audience.OWN)}


def test_what_is_said_openly_elsewhere_is_no_secret(program: Program, answering: Answering) -> None:
    open_answer = next(
        str(one.answers["purpose"]) for one in answering("TBN-MOU-01").of_kind("mou") if "purpose" in one.answers
    )
    facts = answering("TBN-ASC-2027-014", questions_note=open_answer)
    assert not {one.words for one in secrets_of(facts, program.library, Audience.PACK)} & set(open_answer.split(". "))


def test_the_name_of_a_record_or_of_an_answer_is_no_secret(program: Program, answering: Answering) -> None:
    name = "01a20846-fe00-7cb1-a4b9-14a0d26b9496"
    facts = answering("TBN-ASC-2027-014", questions_note=f"{name}\n{name}/legal_name\n{name} is who it is about")
    words = {one.words for one in secrets_of(facts, program.library, Audience.PACK)}
    assert [one for one in words if name in one] == [f"{name} is who it is about"]


def test_a_few_letters_are_no_secret(program: Program, answering: Answering) -> None:
    facts = answering("TBN-ASC-2027-014", questions_note="Ask first.")
    assert "Ask first." not in {one.words for one in secrets_of(facts, program.library, Audience.PACK)}
