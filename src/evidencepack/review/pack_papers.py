# SPDX-License-Identifier: MPL-2.0
"""CHK-PK-04, PK-05, PK-08 and PK-09: papers that are named, marked or cited, against the pack as it is handed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding, Fix, Put, Side
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType, Reference
from evidencepack.library.entry_dates import date_text
from evidencepack.library.header import goes_into_pack
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.cues import cue, lacks
from evidencepack.review.named_records import named_in
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, sentences_of
from evidencepack.review.telling import answer, rows, tell, words_in

_APPENDIX = re.compile(
    r"\b(?:[Aa]ppendi(?:x|ces)|App\.|Annexe?|Attachment) (?P<name>[A-Z]{1,2}|\d{1,2})(?:(?:, | and | to |–|"
    r"-)(?P<more>[A-Z]{1,2}|\d{1,2})\b)?\b"
    r"(?! (?:of|to|in) (?:the |your |its )?(?:spec|ITT|invitation|tender|contract|Act|buyer|guid|report))"
)
_ANY = cue("appendix appendices app annex annexe attachment")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ELSEWHERE = re.compile(
    r"\b(?:on request|when asked|not in (?:this|the) pack|can be seen|we send|kept)\b", re.IGNORECASE
)
_CODE = re.compile(r"\b[A-Z]{1,3}\d+(?:\.\d+)?\b")
_SOON = 1


def not_in_the_pack(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-PK-04: yield each appendix and each paper that a document of the pack names, and that is not in it."""
    for sentence in sentences_of(reading, record) if _stands(reading, record) else ():
        yield from _appendices(reading, words, sentence)
        if record.kind == "narrative" and not _ELSEWHERE.search(sentence.text):
            yield from _papers(reading, words, sentence)


def _appendices(reading: Reading, words: RuleWords, sentence: Sentence) -> Iterator[Finding]:
    if lacks(sentence.text, _ANY):
        return
    letters = reading.once(_letters)
    for found in _APPENDIX.finditer(sentence.text):
        for group in ("name", "more"):
            if found[group] and found[group] not in letters:
                name = f"Appendix {found[group]}"
                yield _at(reading, words, sentence, found.span(group), words.message, name)


def _papers(reading: Reading, words: RuleWords, sentence: Sentence) -> Iterator[Finding]:
    """Yield each paper that a sentence names and that was left out, with the fix that puts it in."""
    for one in named_in(reading, sentence.text):
        if reading.library[one.kind].document and not _stands(reading, one):
            start = sentence.text.casefold().find(one.reference.casefold())
            span = start, start + len(one.reference)
            put = Put(FieldPath(one.id, "in_pack"), FieldType.YES_NO, value=True)
            fix = Fix(words.fix.format(name=one.reference), (put,))
            yield replace(_at(reading, words, sentence, span, words.says["paper"], one.reference), fixes=(fix,))


def _at(
    reading: Reading, words: RuleWords, sentence: Sentence, span: tuple[int, int], template: str, name: str
) -> Finding:
    about, path = sentence.prose.about, str(sentence.prose.path)
    message = template.format(document=reading.called(about), name=name)
    found = Finding(f"CHK-{words.id}", words.severity, about.id, path, message)
    quote, start = sentence.text[slice(*span)], sentence.start
    return replace(found, quote=quote, span=(start + span[0], start + span[1]))


def _letters(reading: Reading) -> frozenset[str]:
    """Return the letters of the appendices: as laid out, else as many as there are papers in the pack."""
    laid_out = frozenset(reading.given.measures.letters.values())
    papers = sum(1 for one in reading.documents if _stands(reading, one))
    return laid_out or frozenset(_LETTERS[:papers])


def marked_internal(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-PK-05: yield each paper of the pack that is marked as meant for nobody but the partners."""
    if paper.answers.get("marking") == "internal" and _stands(reading, paper):
        found = tell(words, paper, answer(paper, "marking"), {"document": reading.called(paper)})
        put = Put(answer(paper, "in_pack"), FieldType.YES_NO, value=False)
        yield replace(found, looked=(paper.id,), fixes=(Fix(words.fix, (put,)),))


def deadline_near(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-PK-08: yield the tender on the day before its deadline, on the day itself, and after it."""
    tender = reading.facts.records[reading.tender]
    day = tender.answers.get("submission_deadline")
    left = (day - reading.as_of).days if isinstance(day, date) else _SOON + 1
    if isinstance(day, date) and left <= _SOON:
        said = {"day": date_text(day), "name": words_in(tender, "submission_time") or "the time that the buyer says"}
        found = tell(words, tender, answer(tender, "submission_deadline"), said, "over" if left < 0 else "")
        yield replace(found, looked=(str(day), str(left < 0)))


def no_appendices_allowed(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-PK-09: yield each paper, and each place on the portal, for a question that takes no appendices."""
    closed = {one.id: one for one in reading.of("question") if one.answers.get("appendix_allowed") is False}
    for path, question in _cited(reading, record) if closed else ():
        if question in closed:
            one = closed[question]
            found = tell(words, record, path, {"document": reading.called(record), "name": one.reference})
            here = Side(str(path), reading.called(record), one.reference)
            there = Side(str(answer(one, "appendix_allowed")), reading.called(one), "no appendices")
            yield replace(found, sides=(here, there), looked=(one.reference,))


def _cited(reading: Reading, record: Record) -> Iterator[tuple[FieldPath, str]]:
    """Yield the questions for which a paper of the pack, or a place on the portal, is meant."""
    if record.kind == "slot":
        for row in rows(record, "for_questions"):
            link = row.cells.get("question")
            if isinstance(link, Reference):
                yield FieldPath(record.id, "for_questions", row.id, "question"), link.record
    elif _stands(reading, record):
        asked, told = record.answers.get("question"), words_in(record, "tender_questions")
        if isinstance(asked, Reference):
            yield answer(record, "question"), asked.record
        codes = set(_CODE.findall(told))
        yield from (
            (answer(record, "tender_questions"), one.id) for one in reading.of("question") if one.reference in codes
        )


def _stands(reading: Reading, record: Record) -> bool:
    kind = reading.library[record.kind]
    return kind.document and goes_into_pack(record, kind)
