# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.compose.conftest import field, kind, rows, to

from evidencepack.compose.agreed import agreed
from evidencepack.compose.scope import Scope
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience, SignatureStage
from evidencepack.domain.values import Answer, FieldType, Reference, Scalar, Table
from evidencepack.library.conditions import parse_condition
from evidencepack.library.model import Library, SignatureLine

STAGE = SignatureStage.BEFORE_SUBMISSION
TWO_PARTIES = rows("p", {"organisation": Reference("fb")}, {"organisation": Reference("mt")})


def signing(*lines: tuple[str, str]) -> tuple[SignatureLine, ...]:
    return tuple(SignatureLine(by, STAGE, "authorised_signatory", how, ()) for by, how in lines)


def said(facts: Facts, library: Library, lines: tuple[SignatureLine, ...]) -> str:
    shaped = replace(library["mou"], signatures=lines)
    return agreed(Scope(shaped, facts.records["m1"], facts, library, Audience.PACK))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (signing(), "–"),
        (signing(("each_party", "wet_or_digital")), "2 to sign"),
        (signing(("each_party", "wet_or_digital"), ("parties", "wet_or_digital")), "4 to sign"),
        (signing(("each_party", "acknowledgement")), "2 to initial"),
        (signing(("each_party", "acknowledgement"), ("each_party", "wet_or_digital")), "2 to sign, 2 to initial"),
    ],
)
def test_people_are_counted_as_the_document_prints_them(
    facts: Facts, library: Library, lines: tuple[SignatureLine, ...], words: str
) -> None:
    assert said(facts, library, lines) == words


@pytest.mark.parametrize(
    ("recorded", "words"),
    [
        ({}, "2 to initial"),
        ({"signed_on": date(2027, 2, 12)}, "2 initialled"),
        ({"signed_on": date(2027, 2, 12), "exceptions": "not line 4"}, "2 to initial"),
        ({"signed_on": date(2027, 2, 12), "party": Reference("fb")}, "2 to initial"),
    ],
)
def test_a_list_that_was_recorded_as_initialled_is_initialled(
    facts: Facts, library: Library, recorded: dict[str, Scalar], words: str
) -> None:
    paper = facts.records["m1"].reference
    sheet = Record("x1", "signoff_sheet", "SIG-1", "t1", {"signings": rows("s", {"paper": paper, **recorded})})
    known = replace(facts, records={**facts.records, "x1": sheet})
    assert said(known, library, signing(("each_party", "acknowledgement"))) == words


@pytest.mark.parametrize(("test", "words"), [("law = jersey", "–"), ("law = england_wales", "2 to sign")])
def test_nobody_signs_where_a_condition_of_the_line_does_not_hold(
    facts: Facts, library: Library, test: str, words: str
) -> None:
    (line,) = signing(("each_party", "wet_or_digital"))
    assert said(facts, library, (replace(line, when=(parse_condition(test),)),)) == words


@pytest.mark.parametrize(
    ("dates", "words"),
    [((), "–"), ((1, 2), "2 approved"), ((1, None), "1 of 2 approved"), ((None, None), "0 of 2 approved")],
)
def test_a_kind_whose_parties_approve_its_text_says_how_many_did(
    facts: Facts, library: Library, dates: tuple[int | None, ...], words: str
) -> None:
    columns = (to("organisation", "organisation"), field("approved_on", FieldType.DATE))
    partners = field("partners", FieldType.TABLE, columns=columns)
    study = kind("study", partners, document=True, parties="partners")
    given: list[dict[str, Answer]] = [{"approved_on": date(2027, 2, day)} if day else {} for day in dates]
    table = rows("p", *given) if given else Table(())  # type: ignore[arg-type]
    record = Record("s1", "study", "CS-1", "t1", {"partners": table})
    assert agreed(Scope(study, record, facts, library, Audience.PACK)) == words
