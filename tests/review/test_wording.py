# SPDX-License-Identifier: MPL-2.0
"""What a check says of words that an organisation uses in the place of a standard clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tests.review.conftest import KINDS, RULES, kind, review_of_any_kind

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Advice, Severity
from evidencepack.domain.values import Answer
from evidencepack.library.conditions import parse_condition
from evidencepack.library.model import Clause, Library
from evidencepack.library.templates import parse_template
from evidencepack.review.register import Reading

DAY = date(2027, 1, 12)


def clause(key: str, words: str, **more: object) -> Clause:
    """Return a clause headed by its key."""
    return Clause(key, key.title(), parse_template(words), words=words, **more)  # type: ignore[arg-type]


MOU = replace(
    kind("mou", *KINDS[0].fields.values()),
    parties="",
    clauses=(
        clause("names", "Ask first.\n\nAsk in writing.", advice=(Advice.LEGAL, Advice.INFORMATION_GOVERNANCE)),
        clause("status", "Nothing binds.", advice=(Advice.LEGAL,), guarded=True),
        clause("lone", "Nobody is alone.", advice=(Advice.INSURANCE,), when=(parse_condition("formal = yes"),)),
        clause("plain", "We are kind."),
    ),
)
LIBRARY = Library({one.id: one for one in (*KINDS, MOU, kind("house_wording"))}, RULES)


def said(part: str, **changed: Answer) -> Mapping[str, Answer]:
    """Return what a record of house wording says of a clause."""
    standard = next((one for one in MOU.clauses if one.key == part), MOU.clauses[0])
    words = {"of_kind": "mou", "part": part, "heading": standard.heading, "text": "Our words."}
    return {**words, "standard_text": standard.words, "standard_heading": standard.heading, **changed}


def found(*wordings: Mapping[str, Answer], **answers: Answer) -> list[Finding]:
    """Return what a check says of house wording."""
    document = Record("mou-1", "mou", "TBN-MOU-01", "tender-1", answers)
    records = (
        Record("tender-1", "tender", "TBN", "tender-1", {"title": "Home First"}),
        document,
        *(Record(f"w{place}", "house_wording", f"w{place}", "", one) for place, one in enumerate(wordings)),
    )
    facts = Facts("tender-1", {record.id: record for record in records})
    reading = Reading("tender-1", (document,), facts, LIBRARY, date(2027, 2, 15))
    return [one for one in review_of_any_kind(reading) if one.rule[4:6] in {"HW", "MO"}]


def test_a_clause_that_was_changed_without_the_advice_it_needs_is_found() -> None:
    [finding] = found(said("names"))
    assert finding == Finding(
        "CHK-HW-53",
        Severity.WARNS,
        "mou-1",
        "w0/adviser",
        "Mou TBN-MOU-01, “Names”: solicitor or information governance lead",
    )


def test_a_name_without_a_day_and_a_day_without_a_name_are_no_advice() -> None:
    assert found(said("names", adviser="Ngozi Adeyemi"))
    assert found(said("names", advised_on=DAY))
    assert found(said("names", adviser="  ", advised_on=DAY))
    assert found(said("names", adviser="Ngozi Adeyemi", advised_on=DAY)) == []


def test_a_guarded_clause_blocks_until_adviser_day_and_reason_are_there() -> None:
    [finding] = found(said("status", adviser="Ngozi Adeyemi", advised_on=DAY))
    assert (finding.rule, finding.severity) == ("CHK-MO-06", Severity.BLOCKS)
    assert finding.message == "Mou TBN-MOU-01, “Status” of mou.status"
    assert found(said("status", reason="Ngozi Adeyemi agreed."))
    assert found(said("status", reason="Ngozi Adeyemi agreed.", adviser="Ngozi Adeyemi", advised_on=DAY)) == []


def test_a_clause_that_needs_no_advice_or_that_the_document_leaves_out_is_not_asked_about() -> None:
    assert found(said("plain")) == []
    assert found(said("lone")) == []
    assert [one.message for one in found(said("lone"), formal=True)] == ["Mou TBN-MOU-01, “Lone”: insurance adviser"]


def test_words_whose_standard_has_changed_since_are_shown_beside_what_is_new_in_it() -> None:
    [finding] = found(said("plain", standard_text="We are fair."))
    assert (finding.rule, finding.severity, finding.field) == ("CHK-HW-51", Severity.SUGGESTS, "w0/text")
    assert finding.message == "mou.plain: “We are kind.”, not “Our words.”"


def test_only_what_the_standard_says_newly_is_shown() -> None:
    first, *_ = sorted(found(said("names", standard_text="Ask first.")), key=lambda one: one.rule)
    assert first.message == "mou.names: “Ask in writing.”, not “Our words.”"


def test_a_long_text_is_shown_by_its_beginning() -> None:
    [finding] = found(said("plain", standard_text="We are fair.", text="kind words " * 500))
    assert len(finding.message) < 400
    assert finding.message.endswith("…”")


def test_words_that_the_standard_has_come_round_to_are_not_asked_about() -> None:
    assert found(said("names", text="Ask first.\n\nAsk\nin writing.", standard_text="Never ask.")) == []


def test_words_that_can_no_longer_be_used_are_said_to_be_so() -> None:
    gone, bad = found(said("gone"), said("plain", text="{{ mou.gone }}"))
    assert gone.message == "mou.gone: The mou has no part “gone” any more."
    assert bad.message.startswith("mou.plain: Line 1: 'mou.gone': a mou has no 'gone'")
    assert (gone.rule, gone.field, bad.rule) == ("CHK-HW-52", "w0/text", "CHK-HW-52")


def test_a_kind_that_is_gone_is_said_to_be_so() -> None:
    [finding] = found(said("names", of_kind="pledge"))
    assert finding.message == "pledge.names: There is no kind of document “pledge” any more."
