# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-17: somebody whose risks, promises, access or tasks a paper shows, and who is none of its parties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from evidencepack.domain.finding import Finding, Side
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference
from evidencepack.library.rows import parties_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.spoken_names import called
from evidencepack.review.telling import answer, reference, tell

_SHOWS: Mapping[str, str] = {
    "risk_register": "risk",
    "social_value": "commitment",
    "info_flow_access": "access_role",
    "mou": "contribution",
}
"""The records that a paper shows, each with a party of its own, by the kind of the paper."""

_OVER = frozenset({"closed", "withdrawn"})


def left_out_of_papers(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """Yield each organisation that has something in a paper and is none of its parties; once, with what it has."""
    kind = reading.library[paper.kind]
    parties = parties_of(paper, kind, reading.facts, reading.library)
    shown = reading.of(_SHOWS[paper.kind]) if paper.kind in _SHOWS and parties else ()
    found: dict[str, list[Record]] = {}
    for one in shown:
        link = reference(one, "party")
        if link and link.record not in parties and one.answers.get("status") not in _OVER:
            found.setdefault(link.record, []).append(one)
    for name, theirs in found.items():
        party = reading.facts.get(name)
        if party and (paper.kind != "mou" or _is_partner(reading, party)):
            yield _finding(reading, words, paper, party, theirs)


def _is_partner(reading: Reading, party: Record) -> bool:
    """Whether a memorandum should name somebody: whoever buys, or was left out, is told of elsewhere."""
    out = (one for one in reading.of("partnership") if one.answers.get("organisation") == Reference(party.id))
    return party.answers.get("org_type") not in {"commissioner", "nhs_body"} and not any(
        one.answers.get("decision") == "exclude" or one.answers.get("partner_stage") == "left" for one in out
    )


def _finding(reading: Reading, words: RuleWords, paper: Record, party: Record, theirs: list[Record]) -> Finding:
    codes = " and ".join(one.reference for one in theirs[:3])
    said = {"document": reading.called(paper), "partner": called(party), "here": codes}
    found = tell(words, paper, answer(paper, reading.library[paper.kind].parties), said, "shown")
    mine = Side(found.field, f"{said['document']}: parties", "")
    sides = (mine, *(Side(f"{one.id}/party", reading.called(one), called(party)) for one in theirs[:3]))
    return replace(found, sides=sides, looked=(party.id, *(one.reference for one in theirs)))
