# SPDX-License-Identifier: MPL-2.0
"""CHK-MO-52 and CHK-MO-53: agreements that one side cannot leave, and terms that bind or help one side only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Number
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, sentences_of
from evidencepack.review.spoken_names import organisations_in
from evidencepack.review.telling import answer, rows, tell, words_in

AGREEMENTS = frozenset({"mou", "heads_of_terms"})
"""The kinds of document by which partners bind themselves."""

_LONGEST = 183
"""Days of notice that a partner can still plan for: half a year."""

_ENDS = r"(?:end|leave|terminate|withdraw|pull out|step down|cancel|give notice|exit|resign)"
_BOUND = re.compile(
    rf"\b(?:may|can|shall|must) not (?:\w+ )?{_ENDS}\b|\bcannot (?:\w+ )?{_ENDS}\b"
    rf"|\bno (?:right|way|option) (?:to {_ENDS}|out)\b"
    rf"|\b(?:nobody|no (?:party|partner|side)) (?:may|can|shall|will|must) {_ENDS}\b"
    r"|\b(?:is|are) (?:bound|tied|locked in) (?:for|until|to the end)\b",
    re.IGNORECASE,
)
_STILL_OUT = re.compile(
    r"\bwithout (?:[\w’']+ ){0,3}(?:notice|telling|saying|writing|agree\w*|consent|talking|warning|handover|plan)"
    r"|\bbefore\b(?! the end\b)|\bunless\b|\bexcept\b|\buntil (?:\w+ ){0,4}(?:is|are|has|have) |\bmid|\bin the middle"
    r"|\bsupport\b|\bvisits?\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:each|every|both|either|mutual\w*|all (?:the )?(?:parties|partners|of us)|any (?:party|partner|side)"
    r"|jointly|together|one another|neither|equally|share[sd]?|mediator|adjudicator|arbitrator|expert|court)\b",
    re.IGNORECASE,
)
_ACTS = r"(?:end|terminate|leave|change|vary|amend|alter|cancel|suspend|withdraw|stop|replace)"
_ANY_TIME = r"(?:at any time|at once|at will|without (?:notice|(?:a |any |giving )*reason|asking))"
_ONE = re.compile(
    r"\b(?:sole|absolute|entire) discretion\b|\bas it sees fit\b|\b(?:decides?|settles?|rules?) alone\b"
    r"|\bfinal say\b|\blast word\b|\bdecision (?:is|shall be|will be) final\b|\bwhose (?:decision|word) is final\b"
    rf"|\bonly (?:\w+[’']?\w* ){{1,4}}(?:may|can) {_ACTS}\b|\b(?:may|can) {_ACTS} (?:\w+ ){{0,4}}{_ANY_TIME}"
    r"|\b(?:carr(?:y|ies)|bears?|takes?|accepts?|meets?|covers?) (?:all|every|any|the whole of the|the full) "
    r"(?:\w+ ){0,2}(?:loss(?:es)?|risks?|liabilit\w+|costs?|damages?|claims?)\b"
    r"|\b(?:unlimited|uncapped) liabilit\w+|\bliab\w+ (?:\w+ ){0,3}without (?:a |any )?(?:limit|cap)\b"
    r"|\bindemnif(?:y|ies)\b|\bowns? (?:all|everything|every)\b|\bwaives? (?:all|any|every|its)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no|not|never|nobody|neither|without|nor)\b[^.;,]{0,30}$", re.IGNORECASE)


def no_way_out(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-MO-52: yield an agreement with more notice than half a year, and each sentence that lets nobody leave."""
    days = paper.answers.get("notice_days") if paper.kind in AGREEMENTS else None
    if isinstance(days, Number) and days.amount > _LONGEST:
        said = {"document": reading.called(paper), "answer": f"{days.amount:,f} days’"}
        yield tell(words, paper, answer(paper, "notice_days"), said)
    for sentence in sentences_of(reading, paper) if paper.kind in AGREEMENTS else ():
        found = _BOUND.search(sentence.text)
        if found and not _STILL_OUT.search(sentence.text):
            yield _quoted(reading, words, sentence, found, "bound")


def for_one_side(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-MO-53: yield each sentence that binds or helps one side only, and a quarrel that one side settles alone."""
    if paper.kind not in AGREEMENTS:
        return
    for sentence in sentences_of(reading, paper):
        found = _ONE.search(sentence.text)
        if found and not _BOTH.search(sentence.text) and not _NOT.search(sentence.text[: found.start()]):
            yield _quoted(reading, words, sentence, found)
    judges = [_named(reading, words_in(row.cells, "who")) for row in rows(paper, "disagreement_steps")]
    alone = judges[0] if judges and len(set(judges)) == 1 and len(judges[0]) == 1 else frozenset()
    for name in alone:
        partner = reading.facts.records[name]
        said = {"document": reading.called(paper), "partner": words_in(partner, "short_name") or partner.reference}
        yield tell(words, paper, answer(paper, "disagreement_steps"), said, "judge")


def _named(reading: Reading, who: str) -> frozenset[str]:
    """Return the organisations that words name; none where they mean both sides, or somebody from outside."""
    return frozenset() if _BOTH.search(who) else frozenset(one.record for one in organisations_in(reading, who))


def _quoted(
    reading: Reading, words: RuleWords, sentence: Sentence, found: re.Match[str], sentence_name: str = ""
) -> Finding:
    prose = sentence.prose
    said = {"document": reading.called(prose.about), "answer": sentence.text.strip(" .;,\n")}
    told = tell(words, prose.about, prose.path, said, sentence_name)
    span = sentence.start + found.start(), sentence.start + found.end()
    return replace(told, quote=found[0], span=span, looked=(sentence.text,))
