# SPDX-License-Identifier: MPL-2.0
"""Sentences made of soft words say nothing, in whatever order; one concrete thing more, and they say something."""

from __future__ import annotations

import pytest
from tests.review.on_sample import read, record_of, saying
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.review.claim_words import claimed
from evidencepack.review.register import RULES
from evidencepack.review.rule import OneByOne
from evidencepack.review.soft_words import answers_little, says_little

WORDS = LIBRARY.rules["VG-01"].vocabulary

EMPTY = {
    "who": ("Somebody from the office gets back to them soon afterwards.", "Staff from the office ring each caller."),
    "by when": ("The partner sorts it out fairly soon.", "The partner sorts it out by 17:00."),
    "how often": ("We sometimes look into how things are going.", "We look into it every Tuesday."),
    "how many": ("There are a few extra hands if things get busy.", "There are extra hands: Ayo and Carys."),
    "hedges": ("It would be better, more or less.", "It would be 4 points better."),
    "effort": ("People try harder if something goes wrong.", "The deputy tries the ward if nobody answers."),
    "manner": ("It is handled sensitively and discreetly.", "The purse is counted and signed for."),
    "comparisons": ("Things are calmer and somewhat easier.", "The corridor is calmer with the radio off."),
    "conditions": (
        "In case of difficulties the teams help one another.",
        "In case of fire the teams meet by the gate.",
    ),
    "turns of phrase": ("Any hiccups are sorted out between us.", "Any faulty straps are thrown away."),
}
SHORT = {
    "a trigger": ("Flat rather crowded lately", "Flat with six beds in use"),
    "a control": ("Extra cover if it gets tight", "Agency nurse booked through Ayo"),
    "a result": ("Improved", "Rail screwed on and tested"),
    "a check": ("A look now and then", "A look each Friday"),
    "a way": ("Handled discreetly", "Bag hangs behind the door"),
}
SORTS = {
    "mostly_so": ("The carer usually stays longer.", "The carer stayed longer on 9 of 10 days, usually a Friday."),
    "soon_without_a_time": ("The family is told soon afterwards.", "The family is told within the hour."),
    "no_delay": ("We answer without delay.", "The processor tells the controller of a breach without delay."),
    "somebody": ("Someone from the office rings back.", "Ayo from the office rings back."),
    "as_far_as_it_goes": ("Where we can, the same carer comes.", "Where Ferry Lane ends, the same carer waits."),
    "turns_of_phrase": ("The team keeps a close eye on how people are doing.", "The team keeps an eyewash in the van."),
}


@pytest.mark.parametrize("sort", EMPTY)
def test_a_sentence_of_soft_words_says_little_and_one_with_a_concrete_thing_does_not(sort: str) -> None:
    little, much = EMPTY[sort]
    assert [one.words for one in says_little(little, WORDS)] == [little]
    assert list(says_little(much, WORDS)) == []


@pytest.mark.parametrize("asked", SHORT)
def test_a_short_answer_needs_one_thing_that_somebody_can_see(asked: str) -> None:
    little, much = SHORT[asked]
    assert [one.words for one in answers_little(little, WORDS)] == [little]
    assert list(answers_little(much, WORDS)) == []


@pytest.mark.parametrize("sort", SORTS)
def test_a_sort_is_heard_by_itself_and_let_be_beside_what_answers_it(sort: str) -> None:
    open_one, answered = SORTS[sort]
    assert [one.phrase.id for one in claimed(open_one, WORDS)] == [sort]
    assert list(claimed(answered, WORDS)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Do things sometimes go wrong?",
        "Say whether things are somewhat better.",
        "“Things are somewhat better,” she said.",
        "",
        "<b>&{{",
        "事情好多了。",
    ],
)
def test_what_asks_quotes_or_says_nothing_in_english_is_let_be(sentence: str) -> None:
    assert list(says_little(sentence, WORDS)) == []


def test_a_long_answer_is_weighed_sentence_by_sentence() -> None:
    assert list(answers_little("Ayo reads the log with the nurse in the ward. " * 9 + "It is better.", WORDS)) == []


def test_an_enormous_answer_is_read_to_its_end() -> None:
    assert len(list(says_little("Things are somewhat better. " * 2000, WORDS))) == 2000


def test_a_word_at_the_head_of_a_second_sentence_is_no_name() -> None:
    assert [one.words for one in claimed("The gate is blue. Where we can, we help.", WORDS)] == ["Where we can"]


def test_one_sentence_is_told_once_and_with_the_words_round_it(sample_facts: Facts) -> None:
    said = "We work closely, robustly and seamlessly in partnership with local stakeholders."
    assert [one.quote for one in _vague(sample_facts, said)] == ["work closely"]
    assert [one.quote for one in _vague(sample_facts, "The carers are nice, and 4 of them drive.")] == []
    assert [one.quote for one in _vague(sample_facts, "The food is great.")] == ["The food is great"]


def _vague(facts: Facts, said: str) -> list[Finding]:
    finds = RULES["VG-01"]
    assert isinstance(finds, OneByOne)
    changed = saying(facts, "TBN-NAR-01", p2_delivery=said)
    return list(finds.find(read(changed), LIBRARY.rules["VG-01"], record_of(changed, "TBN-NAR-01")))
