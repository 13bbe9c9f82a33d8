# SPDX-License-Identifier: MPL-2.0
"""Details by which somebody can be found are seen however they are written, and what looks like them is let be."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from evidencepack.review.details_of_people import (
    allegations,
    births,
    homes,
    rare_details,
)
from evidencepack.review.numbers_of_people import Spot, insurance_numbers
from evidencepack.review.people_told_of import first_names_alone, names

Finds = Callable[[str], Iterator[Spot]]

SEEN: tuple[tuple[Finds, str], ...] = (
    (births, "Jean (b. 3 May 1938) came every week."),
    (births, "One member (b 03/05/1938) sings."),
    (births, "DOB 030541"),
    (births, "Date of birth: 03051941"),
    (births, "DOB: 1941-05-03"),
    (births, "She was born on May 3, 1941."),
    (births, "dob 03 05 1941"),
    (insurance_numbers, "his number is ab 123456 c"),
    (insurance_numbers, "ni ab123456 c"),
    (first_names_alone, "Doreen said she had not been out since March."),
    (first_names_alone, "“I sleep again,” said Ernest."),
    (first_names_alone, "In May we met Edith at the lunch club."),
    (first_names_alone, "Her husband Stanley cooks."),
    (first_names_alone, "A man called Percy rang us."),
    (first_names_alone, "Her daughter, Pauline, works nights."),
    (first_names_alone, "Mavis was afraid of the stairs."),
    (first_names_alone, "The resident J. Whitcombe went home."),
    (first_names_alone, "Our tenant D Hollis was found on the floor."),
    (first_names_alone, "Harold came home with nothing in the fridge."),
    (first_names_alone, "Each day Harold walks to the shop with his daughter Susan."),
    (first_names_alone, "Mrs Grey’s neighbour, Rose, has a key."),
    (first_names_alone, "The first to come was Agnieszka."),
    (first_names_alone, "We took Rukhsana to the clinic by bus."),
    (first_names_alone, "With help from Kwame she cooked again."),
    (first_names_alone, "After that Olwen’s notes were read out."),
    (first_names_alone, "One man, whom we shall call Tibor, had no one."),
    (first_names_alone, "A woman named Xanthe rang."),
    (first_names_alone, "Her name is Zdenka."),
    (first_names_alone, "Her son Zoltan found her on the floor."),
    (first_names_alone, "“I can walk again,” says Ottilie."),
    (first_names_alone, "In June we met Grace at the hall."),
    (first_names_alone, "Krystyna, 84, speaks Polish."),
    (first_names_alone, "Sheila and her husband were told."),
    (first_names_alone, "Then June fell in the kitchen."),
    (first_names_alone, "J. Whitcombe, a tenant, asked for a ramp."),
    (first_names_alone, "The client, M. Osei, was told."),
    (first_names_alone, "P.J. Hollis was found on the floor."),
    (names, "Rukhsana Begum sings."),
    (names, "It was Rose Tyler who rang."),
    (names, "Mr Harold Whitcombe came to the review."),
    (homes, "She lives at 14 Quayside and walks there."),
    (homes, "He was found at 9 Northgate."),
    (homes, "He moved from 22 Osier Road in May."),
    (homes, "She lives near the hall, at 14 Ferry Street."),
    (rare_details, "She is the village’s only Tamil speaker."),
    (rare_details, "He is the one Kurdish man in the street; nobody else in the block speaks his language."),
    (rare_details, "He was once mayor of Osierbed."),
    (rare_details, "She used to run the post office in Marsh Lane."),
    (rare_details, "At 81, the retired lifeboat coxswain of Ferrybank cannot climb stairs."),
    (rare_details, "The former head of Quayside School lost her sight."),
    (rare_details, "He is the only Tigrinya speaker in the village."),
    (rare_details, "She is 84 and a former head teacher of Ferrybank School."),
    (rare_details, "A retired postmaster at Osierbed, he knows everyone."),
    (allegations, "Her nephew took money from her in May."),
    (allegations, "The allegation is that a worker hit the woman in bed 4."),
    (allegations, "A carer shouted at the tenant of flat 12."),
)
LET_BE: tuple[tuple[Finds, str], ...] = (
    (births, "Reference 030541 is closed."),
    (births, "Plan (b) 3 May 2026 is the day."),
    (births, "The group began (3 May 2026)."),
    (insurance_numbers, "see cab 123456 d and more"),
    (first_names_alone, "Maitree said it would run the class."),
    (first_names_alone, "We met in March."),
    (first_names_alone, "Her husband cooks."),
    (first_names_alone, "The service called on Monday."),
    (first_names_alone, "The resident told us at once."),
    (first_names_alone, "Partner Maitree runs it."),
    (first_names_alone, "Results of April to June were read in May."),
    (first_names_alone, "It began in April and ended in June."),
    (first_names_alone, "Every April the board meets."),
    (first_names_alone, "The group meets in the Edith Room."),
    (first_names_alone, "Our driver Ken waits."),
    (first_names_alone, "Ask the cook, Olga."),
    (names, "Delphine Hart, forum coordinator, took the minutes."),
    (names, "Staff did the Oliver McGowan course."),
    (first_names_alone, "She was on Harold ward."),
    (first_names_alone, "We use St Margaret and All Saints."),
    (first_names_alone, "Will the group meet?"),
    (first_names_alone, "Mark the day in the rota."),
    (first_names_alone, "Hope grew when the ramp came."),
    (first_names_alone, "Lot B. Members voted."),
    (first_names_alone, "The daughter rang and the son came."),
    (first_names_alone, "The scheme is called Welcome."),
    (first_names_alone, "A friend of hers has the key."),
    (first_names_alone, "Dawn calls are answered by the night team."),
    (names, "She was on Margaret Fletcher Ward for nine days."),
    (homes, "The group meets at 14 Quayside Road."),
    (homes, "Tea is held at Quayside Hall, 14 Ferry Street."),
    (homes, "The office is at 9 Northgate."),
    (homes, "Sessions run in the library, 3 Marsh Lane, on Tuesdays."),
    (homes, "It begins at 9 Monday to Friday and ends later."),
    (homes, "Results stood at 14 May, and rose."),
    (rare_details, "The only group of its sort meets in the hall."),
    (rare_details, "A retired nurse trains the volunteers."),
    (rare_details, "The former baker’s shop is our office."),
    (rare_details, "The only person who signs is the lead."),
    (rare_details, "It is the only service of its sort."),
    (rare_details, "Retired people come on Tuesdays."),
    (rare_details, "A former colleague of the team helps."),
    (allegations, "Allegations go to the council within one working day."),
    (allegations, "A worker who is accused is sent home with pay."),
    (allegations, "Theft is a risk in every home in December."),
)


@pytest.mark.parametrize(("find", "text"), SEEN)
def test_a_detail_is_seen_however_it_is_written(find: Finds, text: str) -> None:
    assert [text[start:end] for start, end in find(text)]


@pytest.mark.parametrize(("find", "text"), LET_BE)
def test_what_only_looks_like_a_detail_is_let_be(find: Finds, text: str) -> None:
    assert [text[start:end] for start, end in find(text)] == []
