# SPDX-License-Identifier: MPL-2.0
"""CHK-LK: what a tender or an organisation asks of the pages that they cannot keep, or keep in another way."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.colour import read_colour, readable
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.print_rules import PageLook, read_print_rules
from evidencepack.domain.record import Record
from evidencepack.domain.values import Number, Reference
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading

_COLOUR = "brand_colour"
_NUMBERS = ("type_size_pt", "margin_mm", "appendix_side_limit")
_EXAMPLE = "#0B5C6B"


def other_typeface(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-PK-10: yield a typeface whose letters are not as wide as Arial's, and a size that the pages do not keep."""
    tender = reading.facts.records[reading.tender]
    rules = read_print_rules(tender.answers)
    if not rules.keeps_typeface:
        instead = "Arimo, which has the widths of Arial; Word files name Arial"
        yield _finding(reading, words, tender, "typeface", answer=rules.typeface, instead=instead)
    if rules.size != rules.kept_size:
        instead = f"{rules.kept_size:g} points" if rules.kept_size else "their own size"
        yield _finding(reading, words, tender, "type_size_pt", answer=f"{rules.size:g}", instead=instead)


def other_paper(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding if the tender asks for anything but A4."""
    tender = reading.facts.records[reading.tender]
    if not read_print_rules(tender.answers).keeps_page_size:
        yield _finding(reading, words, tender, "page_size", answer="something else", instead="A4")


def rules_not_kept(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for a margin that the pages do not keep, and for a compact look that they cannot."""
    tender = reading.facts.records[reading.tender]
    rules = read_print_rules(tender.answers)
    if rules.margin != rules.kept_margin:
        instead = f"{rules.kept_margin:g} millimetres" if rules.kept_margin else "their own"
        yield _finding(reading, words, tender, "margin_mm", answer=f"{rules.margin:g}", instead=instead)
    if rules.look is PageLook.COMPACT and not rules.is_compact:
        instead = f"text of {max(rules.kept_size, 12):g} points, not compact"
        yield _finding(reading, words, tender, "page_look", answer="compact", instead=instead)


def unread_rules(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each rule whose number has words behind it that its question does not know, as "1 e9" has."""
    tender = reading.facts.records[reading.tender]
    fields = reading.library[tender.kind].fields
    for name in _NUMBERS:
        answer = tender.answers.get(name)
        units = fields[name].units if name in fields else ()
        if isinstance(answer, Number) and answer.unit not in {"", *units}:
            said = f"{answer.amount:f} {answer.unit}"
            yield _finding(reading, words, tender, name, answer=said, instead=f"{answer.amount:f}")


def darkened_colour(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding if the colour of the organisation that leads is printed darker than it was given."""
    lead = _lead(reading)
    colour = read_colour(_colour(lead)) if lead else None
    if lead and colour:
        printed = readable(colour)
        if printed != colour:
            yield _finding(reading, words, lead, _COLOUR, answer=str(colour), instead=str(printed))


def unknown_colour(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding if what stands as the colour of the organisation that leads is none."""
    lead = _lead(reading)
    if lead and _colour(lead).strip() and read_colour(_colour(lead)) is None:
        instead = f"# and six digits or letters from A to F, such as {_EXAMPLE}"
        yield _finding(reading, words, lead, _COLOUR, answer=_colour(lead), instead=instead)


def _lead(reading: Reading) -> Record | None:
    lead = reading.facts.records[reading.tender].answers.get("lead_provider")
    return reading.facts.get(lead.record) if isinstance(lead, Reference) else None


def _colour(lead: Record) -> str:
    answer = lead.answers.get(_COLOUR)
    return answer if isinstance(answer, str) else ""


def _finding(reading: Reading, words: RuleWords, record: Record, field: str, *, answer: str, instead: str) -> Finding:
    asked = reading.library[record.kind].fields.get(field)
    message = words.message.format(
        document=reading.called(record), label=asked.label if asked else field, answer=answer, instead=instead
    )
    return Finding(f"CHK-{words.id}", words.severity, record.id, str(FieldPath(record.id, field)), message)
