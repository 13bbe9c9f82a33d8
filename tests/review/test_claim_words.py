# SPDX-License-Identifier: MPL-2.0
"""Empty claims in whatever order of words, in haste or in a second language, and sentences like them that hold."""

from __future__ import annotations

import pytest
from tests.shipped import LIBRARY

from evidencepack.library.rule_words import Vocabulary
from evidencepack.review.claim_words import claimed, parted, without_sign

WORDS = LIBRARY.rules["VG-01"].vocabulary
CLAIMS = (
    "We follow the people with much care.",
    "It's what we do.",
    "Waiting times were cut noticeably.",
    "The cooperation functions without friction.",
    "We are having cordial relations with them.",
    "The learners were full of enthusiasm.",
    "We exchange us regularly with the partner.",
    "Good links into the Bengali community.",
    "They always deliver.",
    "The wards find our workers courteous.",
    "Between the partners a functioning pathway exists.",
    "No stone is left unturned.",
    "Most have improved.",
    "Nobody has ever complained.",
    "Everyone gets cared for.",
    "They have what we lack.",
    "Our drivers and cooks give everything to make members smile.",
    "The staff have heart for people.",
    "A high proportion of staff hold the diploma.",
    "Our partner is for us like a brother.",
    "It's all under control.",
    "With the app from Kestrel the care workers find it simple to write their notes and to see the rota.",
    "Their knowledge of the area is unmatched.",
    "Can't fault them.",
    "The partners are in touch almost all the time.",
    "The ward sisters are delighted.",
    "Often they are meeting.",
    "We are in this together.",
    "We esteem very much their work.",
    "Knowledge will be passed on.",
    "The greater part of the team has been trained.",
    "A structure exists for that.",
    "Kindly they are supporting our cause.",
    "We are having since long time good relations.",
    "Communication is kept up.",
    "Our handover is slick.",
    "People who come home from hospital are given time and kindness.",
    "Good people who share our ethos.",
    "The engineers of Kestrel are polite and solve faults fast.",
    "We get nothing but praise.",
    "We will involve the voluntary sector.",
    "We are doing our level best always.",
    "Nothing but good things to say.",
    "Staff from the college and our mentors exchange about the apprentices in a regular way.",
    "The premises are lovely.",
    "Clear structures are available.",
    "We spare no effort.",
    "The platform could not be simpler.",
    "We intend to grow the work further.",
    "Good governance is in place.",
    "The doctors appreciate the quick notes.",
    "The training was very instructive.",
    "Contact with the hospital runs smooth.",
    "They can assist with many different matters on request.",
    "They have a lot to bring.",
    "It does not take long.",
    "The lessons are taken to heart.",
    "Staff are aware of their duties.",
    "Customers would not want to be without it.",
    "Carers of people with dementia praise the drop-in.",
    "We want to go further in the future.",
    "The trainees left with a smile.",
    "A sizeable group of members has joined.",
    "Fast we are coming when somebody is needing us.",
    "There is a route for referrals.",
    "They see each other frequently.",
    "We roll up our sleeves.",
    "They fit us well.",
    "Respect is shown to all.",
    "Worries are listened to.",
    "Good food and good company make the lunch club a happy place.",
    "Turnover stays low.",
    "Brilliant support from Maitree as ever.",
    "The members find it useful.",
    "There are enough volunteers for all.",
    "Many compliments were received.",
    "The team is first rate and experienced.",
    "Care is taken that nobody feels left out.",
    "Maitree is our right hand.",
    "Contact with carers' organisations is planned.",
    "Very satisfied are the families with the visits.",
    "Working with the screens is child's play.",
    "The sessions are lively and engaging.",
    "We are available around the clock.",
    "Ready to go the distance.",
    "They have good governance.",
    "In most cases we reply the same hour or thereabouts.",
    "Already long time we know Osierbed.",
    "The colleagues are very engaged and do a super job.",
    "He is having very good rapport with the families.",
    "Staff know what to do.",
    "The lion's share of the referrals comes in time.",
    "By need we can give more hours.",
    "We are since many years in good contact.",
    "They share our outlook.",
    "They are known far and wide.",
    "The feedback from carers is glowing.",
    "Families say they could not do without it.",
    "Regularly we are making exchange.",
    "They just get it.",
    "Our values are close.",
    "We are all singing from the same hymn sheet.",
    "A good referral way is there.",
    "With the hospital we have very nice contact.",
    "A bilingual volunteer is sent wherever it can be done.",
    "We do the best for that all are happy.",
    "The personnel is very professional and prepared.",
    "We would be glad about more cooperation.",
    "Targets were met in full.",
    "The name Lea Marsh opens doors.",
)
HOLDS = (
    "The group sings popular songs from the fifties.",
    "The form asks whether the person felt safe.",
    "He likes to be called Mr Khan.",
    "We publish the minutes on the notice board.",
    "Families who are unhappy write to the trustees, who answer in writing.",
    "The audit by Mazars found no major issue.",
    "The open day is on the first Saturday in June.",
    "We pay travel time between visits.",
    "A good neighbour scheme runs in Marsh Lane.",
    "The connector asks in Sylheti what the person used to enjoy.",
    "The manager reads each exit interview and tells the board what it changed.",
    "The lead rings the ward when a referral lacks a medicines list.",
    "The rapid response team belongs to the hospital.",
    "The contract names the hub as the only way in.",
    "Kestrel’s engineer comes out and swaps the tablet.",
    "The better of the two quotes was taken.",
    "Poor sight is common among members, so leaflets are in large print.",
    "The care plan says how she likes her tea.",
    "Whoever is on shift logs the call and rings the family.",
    "Bad weather is in the continuity plan: staff walk to the nearest person.",
    "They bring their own cups.",
    "Carers asked for a number that is answered at night; the duty line now has one.",
    "A mentor sits with each starter while they write the first notes.",
    "Trust funds pay for the trips.",
    "Skills for Care endorsed the course in 2025.",
    "Volunteers with a passion for cooking run the lunch on Thursdays.",
    "She felt dizzy and the worker rang the GP.",
    "The nurse checks the pressure areas at every visit and draws them on the body map.",
    "The survey asks how happy people are with the food.",
    "Serious incidents go to the coroner.",
    "Everyone who handles food has the hygiene certificate.",
    "Maitree’s trustees live in the ward and use the bus like everyone else.",
    "The Outstanding rating of March 2026 is the regulator’s.",
    "We tell the person who is coming and at what time.",
    "A quick read card hangs in each kitchen.",
    "Perfect attendance is not needed; a learner who misses a class rings the tutor.",
    "Staff get paid breaks.",
    "Nasrin rings each family before the first visit and writes down what they liked.",
    "A clear floor and a ramp are needed before discharge.",
    "A safe walking route to the hall is marked on the map.",
    "A volunteer walks with her to the lunch club until she knows the way.",
    "Urgent care practitioners come to the flat.",
    "The manager on call has the keys of all six flats.",
    "The team leader signs off the notes at the end of the shift.",
    "The chair of trustees signs the minutes.",
    "High blood pressure is checked by the practice nurse.",
    "We keep the leaflet in three languages.",
    "Her friend Doris, a neighbour, has a key.",
    "She enjoys gardening and football.",
    "The warm hub at the library opens when the schools close.",
    "Both leads sit on the discharge board.",
    "The trainer watches each worker use the hoist before signing them off.",
    "The majority of the board are tenants, as the rules of Osierbed require.",
    "Staff who feel unsafe press the alarm and leave.",
    "If a family is not happy, the manager visits.",
    "Members voted for a trip to the sea.",
    "The coordinator reads the log aloud at the Friday huddle.",
    "The shortest way from the ward to Osier House is by the service lift.",
    "The friendly visiting scheme is called Tea at Three.",
    "Osierbed fits a key safe before the person comes home.",
    "The doctor was content for her to go home.",
    "The innovation fund paid for the sensors.",
    "Deep cleaning is done by the landlord’s contractor.",
    "The fastest route for a concern is the duty line.",
    "We record near misses on form N2 and read them out at handover.",
    "The mission hall in Ferry Street is booked on Tuesdays.",
    "Values are discussed at interview with two scenarios, and the panel scores each.",
    "The landlord pays for the repair and sends the bill to the insurer.",
    "People who do not like groups get a visit at home.",
    "The close at Quayside has six flats.",
    "CQC rated Ferrybank Good in November 2025.",
    "We share an office with the advice centre.",
    "A quarter of the group speak Bengali.",
    "The person chooses the carer from two who come to meet them.",
    "The hospital pharmacist sends the medicines chart with the person.",
)
NO_SIGN = (
    "If the level is too low",
    "If we sense that the time is right",
    "If it gets out of hand",
    "When the worry is big enough",
    "A feeling that something is not right",
    "If quality gets too low",
    "When the situation calls for it",
    "When it seems time to act",
    "A drop in general standards",
    "If confidence goes",
    "If it is thought necessary",
    "When it is bad",
    "If concerns are raised about quality",
    "When it is felt that things are not working",
    "If the situation is no longer manageable",
    "Any major issue",
)
SIGNS = (
    "A handover lacks the medicines list 1 hour before arrival",
    "Two missed visits in one week",
    "Cover is in post",
    "A flat fails its safety check",
    "An allegation against a worker",
    "The fire alarm is broken",
    "Portal down for 2 hours",
    "No nurse on shift",
    "Missing item received and read back",
    "The licence lapses",
)


@pytest.mark.parametrize("sentence", CLAIMS)
def test_an_empty_claim_is_heard_in_whatever_order_of_words(sentence: str) -> None:
    found = next(claimed(sentence, WORDS))
    assert sentence[found.start : found.end] == found.words
    assert found.phrase.ask.endswith((".", "?"))


@pytest.mark.parametrize("sentence", HOLDS)
def test_a_sentence_that_holds_something_is_let_be(sentence: str) -> None:
    assert [one.words for one in claimed(sentence, WORDS)] == []


@pytest.mark.parametrize("trigger", NO_SIGN)
def test_a_trigger_that_nobody_can_see_is_told(trigger: str) -> None:
    assert [one.words for one in without_sign(trigger, WORDS)] == [trigger.rstrip(".")]


@pytest.mark.parametrize("trigger", SIGNS)
def test_a_trigger_that_anybody_can_see_is_let_be(trigger: str) -> None:
    assert list(without_sign(trigger, WORDS)) == []


def test_words_typed_behind_a_note_are_a_sentence_of_their_own() -> None:
    note = "12 sessions a week from two connectors (1.4 full-time) Families are over the moon."
    told = parted(note, WORDS)
    assert len(told) == len(note)
    assert [one.words for one in claimed(told, WORDS)] == ["over the moon"]
    assert parted("Nasrin comes to joint triage; the Partnership Board meets each month.", WORDS).count("\n") == 0


def test_what_is_quoted_asked_or_said_to_the_reader_is_no_claim() -> None:
    for text in (
        "The buyer asks for “wonderful” care.",
        "Are the carers wonderful?",
        "Say what was wonderful about it.",
        "It is not wonderful.",
        "The Wonderful Days Club meets in the hall.",
    ):
        assert list(claimed(text, WORDS)) == [], text


def test_a_number_answers_a_claim_and_an_idiom_with_a_number_does_not() -> None:
    assert not list(claimed("Families are delighted: 19 of 20 said so.", WORDS))
    assert list(claimed("One day we would love to do this.", WORDS))
    assert list(claimed("The two get along like a family.", WORDS))


def test_without_sorts_nothing_is_claimed() -> None:
    assert list(claimed("It is wonderful.", Vocabulary())) == []
    assert parted("so it was They came", Vocabulary()) == "so it was They came"
