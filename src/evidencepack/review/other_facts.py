# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-10, CHK-XD-55 and CHK-XD-56: flows without access, sums of money that differ, and names out of date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from evidencepack.domain.finding import Finding, Side
from evidencepack.domain.record import Record
from evidencepack.domain.values import Money, Number, Reference
from evidencepack.library.entry_amounts import money_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, Fact, clash, fact
from evidencepack.review.old_names import ANY_OLD_NAME, OLD_NAMES
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, sentences_of
from evidencepack.review.spoken_names import called, organisations_in
from evidencepack.review.telling import cell, rows, tell, words_in

_SYSTEM = "shared_system_role_access"
SUM = re.compile(r"£(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?: ?(?P<times>million|m|k|thousand)\b)?", re.IGNORECASE)
"""Finds a sum of money."""

_YEARLY = re.compile(r" ?(?:a|per|each|every) (?:year|month|week|annum)|,? (?:annually|p\.?a\.?)\b", re.IGNORECASE)
_PAID = re.compile(r"\b(?:pa(?:y|ys|id|yment)|prices?|costs?|fees?|block|funding|fund(?:s|ed))\b", re.IGNORECASE)
_TIMES = {"million": 1_000_000, "m": 1_000_000, "k": 1000, "thousand": 1000}
COVERS: Mapping[str, str] = {
    "public_liability_gbp": r"public liability",
    "employers_liability_gbp": r"employers?[’']?s?[’']? liability",
    "professional_indemnity_gbp": r"professional indemnity",
    "treatment_cover_gbp": r"(?:treatment|malpractice)",
    "abuse_cover_gbp": r"abuse",
    "cyber_cover_gbp": r"cyber",
}
"""What finds the name of a cover, by the field of the organisation that says how much it is."""

_VALUE = re.compile(
    r"\b(?:contract|tender|service)\b[^.;£]{0,40}?\b(?:worth|valued|value|total|estimated)\b[^.;£]{0,25}?$",
    re.IGNORECASE,
)
_LEAST = re.compile(r"\b(?:at least|minimum|more than|over|up to|not less than|asks? for|excess)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:replaced|formerly|previously|was|were|before|until|repealed|once|used to|known as|instead of|old|"
    r"abolished|merged)\b",
    re.IGNORECASE,
)


def access_without_flow(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-10: yield each flow through a shared system whose receiver has no access, and access of no flow."""
    register = reading.of("access_role")
    flows = [one for one in reading.of("data_flow") if one.answers.get("contains") != "anonymous"]
    if record.kind == "data_flow" and record.answers.get("method") == _SYSTEM and register:
        receiver = reading.linked(record, "receiver")
        mine = [one for one in register if receiver and one.answers.get("party") == Reference(receiver.id)]
        if receiver and not mine:
            system = words_in(record, "receiving_system") or "the system"
            said = {"document": reading.called(record), "here": system, "record": called(receiver)}
            yield _flow(reading, words, record, said)
    if record.kind == "access_role" and record.answers.get("level") != "none" and flows:
        party = record.answers.get("party")
        ends = {one.answers.get(side) for one in flows for side in ("sender", "receiver")}
        shared = any(
            one.answers.get("sender_is") == "any_party" for one in flows if one.answers.get("use") != "safeguarding"
        )
        if isinstance(party, Reference) and party not in ends and not shared:
            said = {"document": reading.called(record), "partner": called(reading.facts.records[party.record])}
            said["here"] = words_in(record, "system")
            yield tell(words, record, fact(record, "party", "").path, said, "flow")


def _flow(reading: Reading, words: RuleWords, flow: Record, said: Mapping[str, str]) -> Finding:
    message = words.row_message.format(**said, elsewhere=flow.reference)
    path = str(fact(flow, "method", "").path)
    side = Side(path, reading.called(flow), said["here"])
    return Finding(f"CHK-{words.id}", words.severity, flow.id, path, message, sides=(side,))


def other_sums(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-55: yield each sum of money in words that was entered otherwise."""
    for sentence in sentences_of(reading, record) if record.kind not in {"tender", "organisation"} else ():
        for found in SUM.finditer(sentence.text) if "£" in sentence.text else ():
            pence = pence_of(found)
            known = list(_known(reading, sentence, found))
            if known and pence not in {one[0] for one in known} and not _LEAST.search(sentence.text[: found.start()]):
                of, facts = known[0][1], [one[2] for one in known]
                yield clash(
                    reading,
                    words,
                    sentence,
                    found.span(),
                    Against(of, facts, facts[0].words if len(facts) == 1 else ""),
                )


def _known(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Iterator[tuple[int, str, Fact]]:
    """Yield the sums that are entered for what a sum is about: pence, what it is, where."""
    text, tender = sentence.text, reading.facts.records[reading.tender]
    value = tender.answers.get("estimated_value_gbp")
    if isinstance(value, Money) and _VALUE.search(text[: found.start()]) and not _YEARLY.match(text[found.end() :]):
        yield value.pence, "the contract", fact(tender, "estimated_value_gbp", money_text(value))
    named = {one.record for one in organisations_in(reading, text)} or ({sentence.owner} if sentence.owner else set())
    for name in named:
        owner = reading.facts.get(name)
        for field, pattern in COVERS.items() if owner and len(named) == 1 else ():
            held = owner.answers.get(field) if owner else None
            if isinstance(held, Money) and owner and pattern == _nearest(text, found):
                yield held.pence, called(owner), fact(owner, field, money_text(held))
    yield from _prices(reading, sentence, found)


def _nearest(text: str, found: re.Match[str]) -> str:
    """Return the pattern of the cover that is named last before a sum, or right behind it; empty where none is."""
    before = {
        one.end(): each for each in COVERS.values() for one in re.finditer(each, text[: found.start()], re.IGNORECASE)
    }
    behind = text[found.end() : found.end() + 40]
    after = {
        one.start(): each
        for each in COVERS.values()
        for one in re.finditer(rf" (?:of |for )?{each}", behind, re.IGNORECASE)
    }
    if after and min(after) == 0:
        return after[0]
    last = max(before, default=0)
    return before[last] if before and found.start() - last < 60 else ""


def _prices(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Iterator[tuple[int, str, Fact]]:
    """Yield the prices of the heads of terms with the partner whom a sentence names, for the year that it names."""
    year = re.search(r"\byear (?P<number>1|2|3|one|two|three)\b", sentence.text, re.IGNORECASE)
    number = {"one": "1", "two": "2", "three": "3"}.get(year["number"].casefold(), year["number"]) if year else ""
    promised = {
        one.answers.get(name) for one in reading.of("commitment") for name in ("total", "year_1", "year_2", "year_3")
    }
    other = pence_of(found) in {one.amount * 100 for one in promised if isinstance(one, Number)}
    for paper in reading.of("heads_of_terms") if year and not other and _PAID.search(sentence.text) else ():
        partner = reading.linked(paper, "partner")
        ours = partner and (
            sentence.owner == partner.id
            or any(one.record == partner.id for one in organisations_in(reading, sentence.text))
        )
        for row in rows(paper, "prices") if ours and sentence.prose.path.record != paper.id else ():
            amount = row.cells.get("amount")
            if isinstance(amount, Money) and f"year {number}" in words_in(row.cells, "period").casefold():
                yield amount.pence, f"year {number}", Fact(cell(paper, "prices", row, "amount"), money_text(amount))


def pence_of(found: re.Match[str]) -> int:
    """Return what a sum of money comes to in pence."""
    return int(float(found["number"].replace(",", "")) * 100 * _TIMES.get((found["times"] or "").casefold(), 1) + 0.5)


def old_names(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-56: yield each name of a law or a body that has another name today."""
    for sentence in sentences_of(reading, record) if record.kind != "question" else ():
        for pattern, today in OLD_NAMES if ANY_OLD_NAME.search(sentence.text) else ():
            found = pattern.search(sentence.text)
            if found and not _PAST.search(sentence.text):
                message = words.row_message.format(
                    document=reading.called(sentence.prose.about),
                    fact=sentence.prose.label,
                    here=found[0],
                    elsewhere=today,
                )
                span = sentence.start + found.start(), sentence.start + found.end()
                path = str(sentence.prose.path)
                told = Finding(f"CHK-{words.id}", words.severity, sentence.prose.about.id, path, message)
                yield replace(told, quote=found[0], span=span)
