# SPDX-License-Identifier: MPL-2.0
"""CHK-RQ-52: one person is named to lead, and to stand in for the lead."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.answer_lines import finding_at, lines_of
from evidencepack.review.reading import Reading

_DEPUTY = "deputy"
PAIRS = (
    ("named_lead", "named_deputy"),
    ("named_lead", _DEPUTY),
    ("chair", "deputy_chair"),
    ("lead", _DEPUTY),
    ("safeguarding_lead", "safeguarding_deputy"),
)
"""Fields and columns of which the second names who stands in for the first."""


def same_person(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield each pair in which nobody would be there if one person were away; a person who is their own deputy too."""
    for line in lines_of(reading, record):
        for first, second in PAIRS:
            lead, deputy = line.answers.get(first), line.answers.get(second)
            if isinstance(lead, Reference) and lead == deputy and {first, second} <= set(line.asked):
                person = reading.facts.get(lead.record)
                message = words.message.format(
                    document=reading.called(line.record),
                    person=str(person.answers.get("full_name") or person.reference) if person else "one person",
                    label=line.label(first),
                    other=line.label(second),
                )
                yield finding_at(words, line, second, message)
        if line.record.kind == "contact" and line.answers.get(_DEPUTY) == Reference(line.record.id) and not line.row:
            message = words.row_message.format(document=reading.called(line.record), label=line.label(_DEPUTY))
            yield finding_at(words, line, _DEPUTY, message)
