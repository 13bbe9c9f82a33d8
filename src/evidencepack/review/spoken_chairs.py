# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-24: somebody who is said to chair a meeting, and does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.model import RuleWords
from evidencepack.review.agreed import named_meetings
from evidencepack.review.prose import typed_words
from evidencepack.review.reading import Reading
from evidencepack.review.said import sentences

_CHAIRED = r"\bchaired by {}(?!\w)|(?<!\w){} chairs\b"


def other_chairs(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each answer in which a person chairs a meeting of which the record names others.

    The meeting must be named in the same sentence, and the person in full; where it names several, one will do.
    """
    people = {one.id: str(one.answers.get("full_name", "")).strip() for one in reading.facts.of_kind("contact")}
    for prose in typed_words(reading):
        for sentence in sentences(prose.text) if "chair" in prose.text else ():
            meetings = list(named_meetings(reading, sentence))
            chairs = [person for one in meetings for person in _chairs(reading, one)]
            known = {one.id for one in chairs}
            for name in (name for person, name in people.items() if name and chairs and person not in known):
                found = re.search(_CHAIRED.format(re.escape(name), re.escape(name)), sentence)
                if found:
                    message = words.message.format(
                        document=reading.called(prose.about),
                        fact=prose.label,
                        here=found[0],
                        record=" and ".join(str(one.answers.get("name", one.reference)) for one in meetings),
                        elsewhere=" or ".join(str(one.answers.get("full_name", one.reference)) for one in chairs),
                    )
                    yield Finding(f"CHK-{words.id}", words.severity, prose.about.id, str(prose.path), message)


def _chairs(reading: Reading, meeting: Record) -> Iterator[Record]:
    for field in ("chair", "deputy_chair"):
        person = reading.linked(meeting, field)
        if person:
            yield person
