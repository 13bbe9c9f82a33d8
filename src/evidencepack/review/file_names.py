# SPDX-License-Identifier: MPL-2.0
"""CHK-PD-15: names of files that tell who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Attachment
from evidencepack.library.rule_words import RuleWords
from evidencepack.review import business_details as known_of
from evidencepack.review.numbers_of_people import insurance_numbers, nhs_numbers
from evidencepack.review.people_told_of import names
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, tell

_ENDING = re.compile(r"\.\w{1,5}$")
_BETWEEN = re.compile(r"[_\-.]+")
_DAY = re.compile(r"(?<!\d)(?:\d{1,2} \d{1,2} (?:19|20)?\d{2}|(?:19|20)\d{2} ?\d{2} ?\d{2}|\d{8})(?!\d)")


def telling_file_names(reading: Reading, words: RuleWords, item: Record) -> Iterator[Finding]:
    """Yield each file whose name has a number of a person, or the name of nobody at work and a day."""
    file = item.answers.get("file")
    if isinstance(file, Attachment) and _tells(reading, _BETWEEN.sub(" ", _ENDING.sub("", file.name))):
        said = {"document": reading.called(item), "answer": file.name}
        yield replace(tell(words, item, answer(item, "file"), said), looked=(file.name,))


def _tells(reading: Reading, text: str) -> bool:
    numbered = any(True for find in (nhs_numbers, insurance_numbers) for _ in find(text))
    named = any(not known_of.name(reading, text[start:end]) for start, end in names(text))
    return numbered or (named and bool(_DAY.search(text)))
