# SPDX-License-Identifier: MPL-2.0
"""After each edit the findings are those of a whole check, and hardly a rule was asked for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from tests.review.on_sample import read, record_of, saying, saying_in_row, without
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Row, Table
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.measures import Measures
from evidencepack.review.reading import Given, Reading
from evidencepack.review.rechecking import Rechecker
from evidencepack.review.register import RULES, review
from evidencepack.review.rule import Each

_EDITS = 25


def one_edit(facts: Facts, random: Random) -> Facts:
    """Return the facts with something else said, left out, taken away or done twice, somewhere."""
    record = random.choice([one for one in facts.records.values() if one.kind != "tender" and one.answers])
    name = random.choice(list(record.answers))
    answer, way = record.answers[name], random.randrange(6)
    if way == 0:
        return replace(facts, records={key: one for key, one in facts.records.items() if key != record.id})
    if way == 1:
        twin = replace(record, id=f"{record.id[:-4]}ffff", reference=f"{record.reference}9")
        return replace(facts, records={**facts.records, twin.id: twin})
    answers = {key: one for key, one in record.answers.items() if key != name}
    if isinstance(answer, str) and way > 2:
        other = random.choice([one for one in facts.records.values() if one.kind == record.kind])
        answers[name] = other.answers.get(name, f"{answer} See KPI-99 by noon.")
    elif isinstance(answer, Table):
        rows = [one for one in answer.rows if random.random() < 0.7]
        answers[name] = Table((*rows, *(Row(f"{one.id[:-4]}eeee", one.cells) for one in rows[:1])))
    return replace(facts, records={**facts.records, record.id: replace(record, answers=answers)})


@pytest.mark.parametrize("seed", range(3))
def test_what_is_found_again_after_an_edit_is_what_a_whole_check_finds(sample_facts: Facts, seed: int) -> None:
    random, checker, facts = Random(seed), Rechecker(), sample_facts  # noqa: S311 - no secret
    checker.check(read(facts))
    for _ in range(_EDITS):
        facts = one_edit(facts, random)
        found = checker.check(read(facts))
    assert found == review(read(facts))
    assert found


def test_an_edit_asks_few_rules_and_none_asks_none(sample_facts: Facts) -> None:
    checker = Rechecker()
    checker.check(read(sample_facts))
    everything = checker.asked
    checker.check(read(saying(sample_facts, "KPI-03", data_source="The calls register, read once a month.")))
    assert 0 < checker.asked < everything / 3
    checker.check(checker_reading := read(sample_facts))
    checker.check(checker_reading)
    assert checker.asked == 0


def test_what_goes_and_comes_back_with_other_words_is_looked_at_again(sample_facts: Facts) -> None:
    checker = Rechecker()
    checker.check(read(sample_facts))
    checker.check(read(without(sample_facts, "RK-05")))
    late = saying(sample_facts, "RK-05", next_review=date(2027, 1, 1), trigger="Signs of pressure")
    found = checker.check(read(late))
    assert {"CHK-RK-02", "CHK-RK-04"} <= {one.rule for one in found}
    assert found == review(read(late))


def names(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    said = str(record.answers.get("name", ""))
    yield Finding(f"CHK-{words.id}", words.severity, record.id, "", f"{said} of {len(reading.of('meeting'))}")


def test_a_rule_of_each_record_is_asked_for_the_one_that_changed(sample_facts: Facts) -> None:
    checker = Rechecker({"GV-01": Each("meeting", names)})
    library = replace(LIBRARY, rules={"GV-01": LIBRARY.rules["RQ-01"]})
    number = len(checker.check(replace(read(sample_facts), library=library)))
    assert checker.asked == number > 1
    other = saying(sample_facts, "M2", name="Another name")
    found = checker.check(replace(read(other), library=library))
    assert checker.asked == 1
    assert sum(one.message.startswith("Another name") for one in found) == 1
    fewer = without(other, "M2")
    assert len(checker.check(replace(read(fewer), library=library))) == number - 1


def test_another_day_and_other_measures_are_seen(sample_facts: Facts) -> None:
    checker, reading = Rechecker(), read(sample_facts)
    assert checker.check(reading) == review(reading)
    later = replace(reading, as_of=date(2031, 1, 1))
    assert checker.check(later) == review(later) != ()
    tender = record_of(sample_facts, "TBN-ASC-2027-014")
    assert tender.answers["appendix_side_limit"]
    long = replace(reading, given=Given(measures=Measures(sides=900)))
    assert {one.rule for one in checker.check(long)} >= {"CHK-PR-05"}


def test_another_tender_is_another_check(sample_facts: Facts) -> None:
    checker, reading = Rechecker(), read(sample_facts)
    checker.check(reading)
    alone = {one.id: one for one in sample_facts.records.values() if one.kind == "tender"}
    small = Reading(reading.tender, (), Facts(reading.tender, alone), LIBRARY, reading.as_of)
    other = replace(small, library=replace(LIBRARY, glossary=()))
    assert checker.check(other) == review(other)


def test_what_is_found_once_is_found_again_only_when_what_it_read_has_changed(sample_facts: Facts) -> None:
    asked: list[str] = []

    def names_of(reading: Reading, kind: str) -> tuple[str, ...]:
        asked.append(kind)
        return tuple(str(one.answers.get("name")) for one in reading.of(kind))

    def whole(reading: Reading, words: RuleWords) -> Iterator[Finding]:
        for kind in ("meeting", "meeting", "kpi"):
            for name in reading.once(names_of, kind):
                yield Finding(f"CHK-{words.id}", words.severity, reading.tender, "", name)

    checker = Rechecker({"RQ-01": whole})
    checker.check(read(sample_facts))
    assert asked == ["meeting", "kpi"]
    found = checker.check(read(saying(sample_facts, "M2", name="Another name")))
    assert asked == ["meeting", "kpi", "meeting"]
    assert [one.message for one in found].count("Another name") == 2


def test_what_rests_on_something_found_late_is_found_again_as_well(sample_facts: Facts) -> None:
    def first(reading: Reading, name: str) -> str:
        return str(reading.facts.records[name].answers["trigger"])

    def second(reading: Reading, name: str) -> str:
        return reading.once(first, name)

    def third(reading: Reading, name: str) -> tuple[str, str]:
        # It reads the answer itself, too, so it is asked again before what it rests on.
        return first(reading, name), reading.once(second, name)

    def fourth(reading: Reading, name: str) -> str:
        return ", ".join(reading.once(third, name))

    def rule(reading: Reading, words: RuleWords, risk: Record) -> Iterator[Finding]:
        yield Finding(f"CHK-{words.id}", words.severity, risk.id, "", reading.once(fourth, risk.id))

    checker = Rechecker({"RQ-01": Each("risk", rule)})
    checker.check(read(sample_facts))
    found = checker.check(read(saying(sample_facts, "RK-05", trigger="Signs of pressure")))
    assert [one.message for one in found].count("Signs of pressure, Signs of pressure") == 1


def test_the_words_of_a_row_that_others_speak_of_are_found_again(sample_facts: Facts) -> None:
    rules = {"XD-04": RULES["XD-04"]}
    checker = Rechecker(rules)
    checker.check(read(sample_facts))
    for timing, number in (("Within 72 hours", 1), ("Within 2 days", 1), ("Within 24 hours", 0)):
        facts = saying_in_row(sample_facts, "TBN-RACI-01", "activities", 15, timing=timing)
        found = checker.check(read(facts))
        assert len(found) == number
        assert found == Rechecker(rules).check(read(facts))
