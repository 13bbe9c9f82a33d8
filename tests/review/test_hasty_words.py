# SPDX-License-Identifier: MPL-2.0
"""Sentences as people in a hurry write them: what contradicts a fact is heard, what only looks so is left alone.

All the sentences of a table stand in one answer, one behind the other, so that a table costs one look.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.review.on_sample import read, record_of, saying
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.review.register import RULES
from evidencepack.review.rule import Each, OneByOne

NAR, MT, OH, KR, LC = "TBN-NAR-01/p2_delivery", *(f"TBN-LOS-{one}/own_role" for one in ("MT", "OH", "KR", "LC"))
MOU = "TBN-MOU-01/purpose"

HEARD: dict[tuple[str, str], tuple[str, ...]] = {
    ("XD-01", OH): (
        "The daily handover huddle is a short talk at 7.45 each day.",
        "The Partnership Board lasts two hours.",
        "For four hours all leads sit in the Partnership Board.",
        "The daily handover huddle pauses over the weekend.",
        "Joint triage falls on the first Friday of each month.",
    ),
    ("XD-13", MT): (
        "Connector notes are deleted a year after we last met.",
        "Connector notes are kept for 8 years after the last contact.",
    ),
    ("XD-06", KR): ("The chair of the Partnership Board is Olúmídé Adébáyọ̀. Imran Chowdhury stands in for him.",),
    ("XD-57", OH): ("Osierbed’s invoices are settled in full after 90 days.",),
    ("XD-03", KR): ("Osierbed fits each key safe by the fourth day.", "Key safes are fitted inside a week."),
    ("XD-03", NAR): ("Ferrybank says yes or no to a complete referral by the close of the day.",),
    ("XD-04", OH): ("The partners are told of a breach by the fifth day.",),
    ("XD-01", NAR): (
        "Our quarterly Partnership Board looks at the open actions.",
        "What is open goes to a quarterly board.",
        "Every quarter, the Partnership Board.",
        "Once a quarter: Partnership Board, with all leads.",
        "Once every two months the partners come together at the Partnership Board.",
        "Each fortnight all of us sit down for joint triage.",
        "The Partnership Board, which brings us together once a quarter, looks at risks.",
        "Joint triage, to which everybody comes every fortnight, settles it.",
        "Partnership Board: quarterly.",
        "A monthly joint triage allocates.",
        "Once a month all of us come together for joint triage.",
        "There is a Partnership Board every quarter.",
        "Our every-other-week Partnership Board decides.",
        "Every second month it is the turn of the Partnership Board.",
        "Once in every two months all of the partners and their leads meet at the Partnership Board.",
        "Quarterly is held the Partnership Board.",
        "The Partnership Board, coming together each quarter, decides.",
        "The Partnership Board, whose meetings are quarterly, decides.",
        "The Board meets all two months.",
        "The information governance group, which all partners attend every month, helps.",
        "The weekly workforce meeting fills posts.",
        "Each quarter comes the Partnership Board.",
    ),
    ("XD-03", MT): (
        "We ring each person within two working days (48 hours).",
        "First contact comes within 2 working days, that is 48 hours.",
        "We get in touch with people in three working days.",
        "People hear from our connectors within a week.",
        "Nobody waits more than five working days for our first call.",
        "First contact with each person: 24 hours.",
    ),
    ("XD-03", LC): ("A shortlist is with Ferrybank in four weeks.",),
    ("XD-04", MT): (
        "If something goes wrong with people’s information, we let the others know within 3 days.",
        "Should a file go astray, all partners hear of it in four days.",
        "If a letter is sent to the wrong person, everybody involved knows within 5 days.",
        "If records are lost we will inform each other no later than 72 hours.",
    ),
    ("XD-05", MT): (
        "Maitre Community Trust gives sessions.",
        "Our partner Osierbed Hosing Association Limited gives flats.",
        "Lea Marsh Collage teaches.",
        "Kestrel Rota & Records CIC hosts.",
        "Maitree Community Trust Ltd gives sessions.",
        "We work with Ferybank each day.",
        "We answer to the London Borough of Thamesborne.",
    ),
    ("XD-06", NAR): (
        "If it is not settled at triage, the Board, chaired by Nasrin Akhtar, decides.",
        "Chair of the Board: Priya Nair.",
        "The chair of joint triage is taken by Imran Chowdhury.",
        "The Partnership Board meets with Nasrin Akhtar chairing.",
        "The Partnership Board is chaired by our trustee, Ms Okafor.",
        "By Imran Chowdhury is chaired the joint triage.",
        "Nasrin comes to joint triage, chaired by Olúmídé Adébáyọ̀, and Rabeya Sultana sits on the Partnership Board.",
        "At Maitree, Imran is in charge.",
        "Maitree’s lead, Rabeya Sultana, comes to joint triage.",
        "The Registered Manager is Kwabena Mensah.",
    ),
    ("XD-06", MT): (
        "Ẹniọlá Ọ̀ṣúnlékè chairs the shared risk review.",
        "Łucja Dąbrowska chairs the Partnership Board.",
        "Ольга Петрова chairs the Partnership Board.",
        "Žofie Nováková facilitates the shared risk review.",
    ),
    ("XD-08", OH): ("We hold eight step-down flats in the borough.", "Osierbed has an eight-flat building near by."),
    ("XD-08", KR): ("We give licences for 60 users.", "A licence comes with 60 seats."),
    ("XD-08", MOU): (
        "People move into one of eight step-down flats.",
        "Maitree runs 9 weekly sessions.",
        "Ferrybank takes up to 50 referrals a month.",
    ),
    ("XD-11", MT): (
        "We look forward to working with Harrowgate Council.",
        "This bid to Harrowgate Borough Council is ours too.",
        "We help residents of the London Borough of Camden.",
        "From April 2027, when the new contract starts, we will be ready.",
    ),
    ("XD-12", MT): ("Any worry about neglect reaches the council within two days.",),
    ("XD-16", MT): ("In January 2027, 12 of 13 first contacts were on time (KPI-08).",),
    ("XD-56", MT): (
        "We follow No Secrets.",
        "We meet the CQC essential standards.",
        "We are registered under the Care Standards Act 2000.",
        "Complaints can go to the OFT.",
        "We comply with the NHS Information Governance Toolkit.",
        "The Data Protection Act 1998 binds us.",
    ),
    ("XD-57", NAR): (
        "Either of us may leave with a fortnight’s notice.",
        "Any party can end this with a month’s notice.",
        "The notice period for leaving the memorandum is 14 days.",
        "The CQC rates Ferrybank Outstanding.",
    ),
    ("LT-08", MT): (
        "The council told us that it hopes we win.",
        "We hear that the commissioner would be happy to see Ferrybank chosen.",
        "It is the wish of the council that this partnership wins.",
        "Officers at the Town Hall say they would like us to carry on.",
        "The council’s first choice is Ferrybank.",
    ),
}

LEFT: dict[tuple[str, str], tuple[str, ...]] = {
    ("XD-01", OH): (
        "The daily handover huddle is a short talk at 8.30 each day.",
        "The Partnership Board lasts an hour and a half.",
        "For 90 minutes all leads sit in the Partnership Board.",
        "We prepare the papers for two hours before the Partnership Board.",
        "The Partnership Board is on every third Thursday.",
        "The hall pauses over the weekend, and the daily handover huddle goes on.",
    ),
    ("XD-13", MT): (
        "Connector notes are deleted two years after the last contact.",
        "Care records are kept for 8 years after support ends.",
    ),
    ("XD-06", KR): ("The chair of the Partnership Board is Olúmídé Adébáyọ̀. Rabeya Sultana stands in for him.",),
    ("XD-06", OH): ("Repairs are led by Małgorzata.", "Coaching is led by Ayo Bello."),
    ("XD-57", OH): (
        "Osierbed’s invoices are settled after 30 days.",
        "Osierbed’s invoices came after 90 days of rain.",
    ),
    ("XD-03", KR): ("Osierbed fits each key safe within 24 hours.", "The key safe was shown by the fourth day."),
    ("XD-03", "TBN-LOS-LC/own_role"): ("We answer every applicant within 5 working days.",),
    ("XD-04", OH): ("The partners are told of the new rota by the fifth day.",),
    ("XD-01", NAR): (
        "Our trustees look at it every quarter before the Partnership Board.",
        "Each month the Partnership Board looks at open actions.",
        "Every three months we report on social value to the Partnership Board.",
        "Weekly figures go to the Partnership Board.",
        "Once a year the Partnership Board looks at the whole plan.",
        "Kestrel comes to joint triage once a month.",
        "Each quarter Nasrin speaks at the Partnership Board.",
        "All two connectors come to joint triage.",
        "Each week the figures go to triage and once a month to the Board.",
        "Once a year we invite carers to the Board.",
        "Every three months a carer sits at the Board.",
        "The Board looks at safeguarding every quarter.",
    ),
    ("XD-01", MT): ("Our trustees hold their own quarterly board.",),
    ("XD-03", MT): (
        "Post is answered within 3 working days.",
        "We read and answer each e-mail within 3 working days.",
        "New volunteers are phoned within 3 days.",
        "We send the monthly report within 5 working days.",
        "Questions about rent are answered within five days.",
    ),
    ("XD-04", MT): (
        "If a person goes missing we tell the family within 2 days.",
        "If someone loses their key, we come within 3 hours.",
        "We send records to the right person within 2 days.",
    ),
    ("XD-05", MT): (
        "Maitree’s connectors and Osierbed’s flats help.",
        "The Housing Association and the Community Trust work together.",
        "Osier House and Osier ward are near.",
        "Ferrybank Home Support Limited, Maitree Community Trust and Kestrel Rota and Records Ltd help.",
    ),
    ("XD-06", NAR): (
        "The Partnership Board is chaired by Olúmídé Adébáyọ̀, and joint triage by Róisín O’Shaughnessy.",
        "Nasrin opens the hall at nine.",
        "Nasrin hosts the drop-in for carers and tells joint triage about it.",
        "Imran directs new people to us before the Partnership Board.",
        "Imran leads the garden group and the walking group.",
        "Until 2025 the Board was chaired by Priya Nair.",
        "The Partnership Board is chaired by Olúmídé Adébáyọ̀, or by Rabeya Sultana when he is away.",
        "Imran Chowdhury is in charge of the van.",
        "Imran leads the groups and Nasrin comes to the Partnership Board.",
    ),
    ("XD-08", OH): (
        "We let two flats to others.",
        "Six step-down flats are ready.",
        "Three flats are on the ground floor.",
        "Our four trustees meet.",
    ),
    ("XD-08", MT): ("Two sessions a week are for carers.", "Each session has six places and one connector."),
    ("XD-11", MT): (
        "We run the same service for Oldport Council since 2021.",
        "The Town Council and the Parish Council lend us a hall.",
        "Thamesbourne Council buys the service.",
        "Our Youth Council advises.",
    ),
    ("XD-56", MT): ("There are no secrets between us.", "Essential oils and standard rates are another matter."),
    ("XD-57", MT): ("Maitree has 14 staff and volunteers in the hall each Monday.",),
    ("XD-57", NAR): ("Sessions move with a fortnight’s notice.", "Either of us may leave with three months’ notice."),
    ("LT-08", MT): (
        "The council asks for community links by week 3, and we give them.",
        "The hospital wants people home by noon, and our drivers take them.",
        "We hope to work with the council.",
        "The council plans a new bridge near our hall, and the hospital plans each contract with us.",
    ),
}


def told(facts: Facts, rule: str, place: str, sentences: Sequence[str]) -> list[Finding]:
    """Return what a rule says of an answer that is these sentences."""
    reference, field = place.split("/")
    changed = saying(facts, reference, **{field: "\n".join(sentences)})
    finds, record = RULES[rule], record_of(changed, reference)
    assert isinstance(finds, OneByOne)
    assert not isinstance(finds, Each) or finds.kind == record.kind
    return [one for one in finds.find(read(changed), LIBRARY.rules[rule], record) if one.field.endswith(f"/{field}")]


@pytest.mark.parametrize(("rule", "place"), HEARD, ids=lambda said: said)
def test_each_of_them_is_heard(rule: str, place: str, sample_facts: Facts) -> None:
    sentences, heard = HEARD[rule, place], set[int]()
    starts = [sum(len(one) + 1 for one in sentences[:at]) for at in range(len(sentences) + 1)]
    for one in told(sample_facts, rule, place, sentences):
        heard |= {at for at in range(len(sentences)) if starts[at] <= one.span[0] < starts[at + 1]}
    assert [one for at, one in enumerate(sentences) if at not in heard] == []


@pytest.mark.parametrize(("rule", "place"), LEFT, ids=lambda said: said)
def test_none_of_them_is(rule: str, place: str, sample_facts: Facts) -> None:
    assert [one.quote for one in told(sample_facts, rule, place, LEFT[rule, place])] == []
