# SPDX-License-Identifier: MPL-2.0
"""CHK-PK-51 to PK-53: places on the portal that stay empty, annexes without a file, and what is said to be attached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidencepack.domain.finding import Finding
from evidencepack.domain.name_words import is_named, name_words
from evidencepack.domain.record import Record
from evidencepack.domain.values import Attachment, Reference
from evidencepack.library.header import goes_into_pack
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import sentences_of
from evidencepack.review.telling import answer, rows, tell, words_in

_THING = (
    r"(?P<thing>(?:insurance |registration |accreditation |training |gas safety |fire safety )?"
    r"(?:certificates?|policy schedules?|insurance schedules?|licen[cs]es?|accounts))"
)
_ATTACHED = re.compile(
    rf"\b(?:(?:see|in) (?:the |our )?(?:attached|enclosed) {_THING}\b|"
    rf"(?:the|our|its) {_THING.replace('?P<thing>', '?P<named>')} (?:is|are) (?:attached|enclosed)\b)"
    r"(?! (?:to|in|with|on|as) )",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:not|will|on request|when asked|once|after|before)\b", re.IGNORECASE)


def empty_places(reading: Reading, words: RuleWords, place: Record) -> Iterator[Finding]:
    """CHK-PK-51: yield a place that must have a file, and into which nothing goes, whoever or whatever chooses."""
    name = words_in(place, "name") or place.reference
    if place.answers.get("mandatory") is False:
        return
    said = rows(place, "holds")
    lost = [row for row in said if row.cells.get("what") == "paper" and not _is_there(reading, row.cells.get("paper"))]
    if said and len(lost) == len(said):
        yield replace(tell(words, place, answer(place, "holds"), {"name": name}, "lost"), looked=(name, "lost"))
    elif not said and not rows(place, "for_questions") and not _suggests(reading, name):
        yield replace(tell(words, place, answer(place, "holds"), {"name": name}), looked=(name,))


def _is_there(reading: Reading, link: object) -> bool:
    return isinstance(link, Reference) and reading.facts.get(link.record) is not None


def _suggests(reading: Reading, place: str) -> bool:
    """Whether a paper is called as the place: the program then puts it there, or asks which of several it is to be."""
    kinds = ((one, reading.library[one.kind]) for one in reading.documents)
    papers = (kind.title for one, kind in kinds if goes_into_pack(one, kind))
    annexes = (words_in(one, "title") for one in reading.of("annex") if _has_file(one))
    return any(is_named(paper, place) for paper in (*papers, *annexes))


def _has_file(annex: Record) -> bool:
    return isinstance(annex.answers.get("file"), Attachment)


def annexes_without_file(reading: Reading, words: RuleWords, annex: Record) -> Iterator[Finding]:
    """CHK-PK-52: yield an annex of the pack that has no file: the pack would do without it, and nobody would notice."""
    del reading
    if annex.answers.get("in_pack") is not False and not _has_file(annex):
        name = words_in(annex, "title")
        called = f"{annex.reference} “{name}”" if name else annex.reference
        yield replace(tell(words, annex, answer(annex, "file"), {"name": called}), looked=(called,))


def nothing_attached(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-PK-53: yield a thing that a paper of the pack says is attached, where no annex could be it."""
    if not goes_into_pack(paper, reading.library[paper.kind]):
        return
    for sentence in sentences_of(reading, paper):
        for found in _ATTACHED.finditer(sentence.text):
            thing = found["thing"] or found["named"]
            if _LATER.search(sentence.text) or any(_could_be(thing, annex) for annex in reading.of("annex")):
                continue
            path, start = sentence.prose.path, sentence.start + found.start()
            said = {"document": reading.called(paper), "thing": thing}
            told = replace(tell(words, paper, path, said), record=sentence.prose.about.id)
            yield replace(told, quote=found[0], span=(start, start + len(found[0])))


def _could_be(thing: str, annex: Record) -> bool:
    """Whether an annex shares a word with what is said to be attached, in its title or its sort."""
    what = f"{words_in(annex, 'title')} {annex.answers.get('what') or ''}"
    return annex.answers.get("in_pack") is not False and bool(name_words(thing) & name_words(what.replace("_", " ")))
