# SPDX-License-Identifier: MPL-2.0
"""Phrases that leave a question open, and the same words where their sentence answers it."""

from __future__ import annotations

import re

import pytest
from tests.shipped import LIBRARY

from evidencepack.library.rule_words import Phrase
from evidencepack.review.phrases import SIGNS, answers, heard

VAGUE = LIBRARY.rules["VG-01"].phrases
OPEN = (
    "We work closely with local partners.",
    "We work very closely together.",
    "We have excellent working relationships with the hospital.",
    "Partners meet on a regular basis.",
    "We meet regularly.",
    "There are regular meetings with the council.",
    "The leads liaise regularly.",
    "We will respond as soon as possible.",
    "Referrals are answered ASAP.",
    "Support is given in a timely manner.",
    "Extra staff are provided as required.",
    "Visits are arranged where possible.",
    "We have robust governance.",
    "A holistic approach is taken.",
    "We offer a seamless pathway.",
    "We follow best practice.",
    "We deliver high-quality care.",
    "We are committed to working together.",
    "We are passionate about people.",
    "We aim to reduce readmissions.",
    "Maitree strives to reach everyone.",
    "We are looking to develop new pathways.",
    "We ensure that people are safe.",
    "They support each other.",
    "A range of services is available.",
    "Various groups take part.",
    "This has significantly improved lives.",
    "We have seen improved outcomes.",
    "We engage with key stakeholders.",
    "Wrap-around support is offered.",
    "Our joined-up service works.",
    "Care is person-centred.",
    "The pathway was co-produced.",
    "Kestrel provides an innovative platform.",
    "Our staff are fully trained.",
    "We are a leading provider of care.",
    "We have a proven track record.",
    "Data is kept securely.",
    "We are GDPR-compliant.",
    "Partners will respond.",
    "Risks are monitored closely.",
    "Training is ongoing.",
    "The plan is reviewed periodically.",
    "Staff get appropriate training.",
    "There is a dedicated team.",
    "Nurses and/or carers visit.",
    "Help with shopping, cooking etc.",
    "Going forward we will meet.",
    "It is envisaged that more will join.",
    "A multi-agency approach is used.",
    "We have open communication.",
    "We are flexible.",
    "The service runs 24/7.",
    "We have zero tolerance of abuse.",
    "We are ready to go.",
    "Maitree gives general support.",
    "We collaborate with Maitree.",
    "We work in partnership with Osierbed.",
    "We have strong links with the community.",
    "In 2024 we worked closely with the council.",
    "Since March 2025 we have had strong relationships with housing.",
    "Ferrybank and Maitree meet regularly to discuss cases.",
    "Issues are escalated as appropriate.",
    "We provide excellent care to many people.",
    "The partners enjoy a close relationship built over time.",
    "We are one of many providers who work closely with the council.",
    "No one works in isolation: we work in partnership with all agencies.",
    "The two organisations have built strong links.",
    "Both leads will communicate regularly.",
    "Ferrybank will ensure continuity of care.",
    "Staff receive regular supervision.",
    "Concerns are dealt with promptly.",
    "Our experienced and highly trained team delivers excellent care.",
    "We have excellent links with local GPs.",
    "Regular contact is maintained between partners.",
    "A wide range of activities is on offer.",
    "We take a proactive approach and respond quickly.",
    "The partnership has gone from strength to strength.",
    "We will endeavour to reply within a reasonable time.",
    "Partners are fully committed to the success of this contract.",
    "Arrangements will be kept under regular review.",
    "We have a wealth of experience in this field.",
    "Good communication is key.",
    "We pride ourselves on quality.",
    "Data is handled appropriately.",
)
ANSWERED = (
    "We work closely together: the duty leads meet every day at 09:00.",
    "We meet regularly, every Tuesday at 10:00.",
    "The board meets monthly.",
    "We answer as soon as possible, and always within 4 hours.",
    "A timely visit is one within 2 hours of the call.",
    "Medicines that are taken as needed are on the chart.",
    "Nurses give pain relief as required by the care plan.",
    "Where possible the same worker visits; if not, the deputy rings first.",
    "We ensure handovers are complete by reading the list back.",
    'The buyer asks for "high-quality" care.',
    "The specification asks for “seamless” pathways.",
    "The Best Practice Forum meets on Mondays.",
    "No ongoing care was needed.",
    "A significant event is reported to the council.",
    "He is not flexible about his tea time.",
    "A flexible rota adds 8 people at 10 days’ notice.",
    "We have a dedicated team of six coordinators.",
    "24/7 cover comes from the manager on call.",
    "How many people wait?",
    "Ready to go home by noon.",
    "Staff are fully trained: 52 of 52 by 1 March 2027.",
    "Regular payments are made on the first of each month.",
    "The ward is close to the station.",
    "Unique log-ins are kept for each worker.",
    "Our local partners, such as Maitree and Osierbed, sign.",
    "In an emergency try to ring 999.",
    "If someone tries to leave, call the duty lead.",
    "Substantial public interest is the condition we rely on.",
    "Germany is many miles away and entry to the flat was easy.",
    "We do not say “as soon as possible”.",
    "Instead of regular meetings we have a daily call.",
    "Partnership Working Group minutes are kept.",
    "The regular Tuesday triage meets at 09:30.",
    "Regular reviews: one in each month, chaired by Kwabena Mensah.",
    "We meet at regular intervals of six weeks.",
    "Two people work closely together on each shift, one from each partner.",
    "Strong relationships show in the figures: 80 of 88 contacts were on time.",
    "A range of three walks is on offer.",
    "Staff who are highly trained in moving people: 12 of 14.",
    "Referrals are dealt with promptly, within 2 hours.",
    "Risk of significant harm is reported the same day.",
    "We ensure that each file is right: a second manager checks one in ten.",
    "The flexible bank of six adds hours within 5 working days.",
    "As required by section 42, we report.",
    "The person-centred plan is written with the person, who signs it.",
    "Support is ongoing until week 6.",
    "Many of the 88 people, 44, were alone.",
    "The Strong Links project is run by Maitree.",
    "He said “we work closely together” and meant it.",
    "The contract says ‘best endeavours’.",
    "The title of the course is “Best practice in moving people”.",
    "We do not rely on goodwill or regular meetings alone: the leads ring each other every Friday.",
)


@pytest.mark.parametrize("sentence", OPEN)
def test_a_phrase_that_leaves_its_question_open_is_heard(sentence: str) -> None:
    found = next(heard(sentence, VAGUE))
    assert sentence[found.start : found.end] == found.words
    assert found.phrase.ask.endswith((".", "?"))


@pytest.mark.parametrize("sentence", ANSWERED)
def test_a_phrase_that_its_sentence_answers_or_that_means_something_else_is_let_be(sentence: str) -> None:
    assert [one.words for one in heard(sentence, VAGUE)] == []


def test_another_sentence_answers_nothing() -> None:
    found = heard("We meet regularly. The board has six members. Cases are closed as soon as possible!", VAGUE)
    assert [one.phrase.id for one in found] == ["meet_regularly", "soon"]


def test_the_place_is_right_behind_letters_that_grow_when_they_are_small() -> None:
    text = "İstanbul House and Maitree work closely together."
    (found,) = heard(text, VAGUE)
    assert text[found.start : found.end] == "work closely together"


def test_a_year_or_a_reference_is_no_number() -> None:
    assert not answers("In 2024 we began, see KPI-07 and 4.7.", "number")
    assert not answers("on 3 March 2027", "number")
    assert answers("12 people", "number")
    assert answers("two of the three", "number")
    assert answers("£58,000", "number")


def test_every_phrase_of_every_rule_can_be_looked_for_and_is_answered_by_signs_that_there_are() -> None:
    phrases = [one for rule in LIBRARY.rules.values() for one in rule.phrases]
    assert len(phrases) > 50
    for one in phrases:
        assert re.compile(one.words), one.id
        assert re.compile(one.fine), one.id
        assert set(one.answered) <= SIGNS, one.id
        assert not re.compile(one.words).search(""), one.id


def test_without_phrases_nothing_is_heard() -> None:
    assert list(heard("We meet regularly.", ())) == []
    assert [one.words for one in heard("A b.", (Phrase("b", r"b\b"),))] == ["b"]
