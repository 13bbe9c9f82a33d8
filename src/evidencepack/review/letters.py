# SPDX-License-Identifier: MPL-2.0
"""CHK-LT-01 and CHK-LT-51: who signs a letter, and whether the partner agrees that it stands in the bid."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record, short_name
from evidencepack.library.header import goes_into_pack
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading

LETTER = "letter_of_support"
_PARTNER, _SIGNATORY, _CONSENT = "partner", "signatory", "consent_to_share"
_ORGANISATION = "organisation"


def letters_of(reading: Reading) -> Iterator[Record]:
    """Yield the letters of support of a tender."""
    return (document for document in reading.documents if document.kind == LETTER)


def partner_of(reading: Reading, letter: Record) -> Record | None:
    """Return the organisation that writes a letter; None while nobody has said so."""
    return reading.linked(letter, _PARTNER)


def signed_by_others(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-LT-01: yield each letter that somebody of another organisation signs, or that the lead writes to itself."""
    for letter in letters_of(reading):
        partner, person = partner_of(reading, letter), reading.linked(letter, _SIGNATORY)
        home = reading.linked(person, _ORGANISATION) if person else None
        said = {"document": reading.called(letter), "partner": _name(partner)}
        if partner and partner.id in reading.leads():
            yield _finding(words, letter, _PARTNER, words.row_message.format(**said))
        elif partner and person and home and home.id != partner.id:
            who = str(person.answers.get("full_name") or person.reference)
            yield _finding(words, letter, _SIGNATORY, words.message.format(**said, person=who, here=_name(home)))


def without_consent(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-LT-51: yield each letter in the pack of which its partner has not agreed that it may be published."""
    for letter in letters_of(reading):
        stands = goes_into_pack(letter, reading.library[letter.kind])
        if stands and letter.answers.get(_CONSENT) is False:
            label = reading.library[letter.kind].fields[_CONSENT].label
            message = words.message.format(document=reading.called(letter), label=label)
            yield _finding(words, letter, _CONSENT, message)


def _name(record: Record | None) -> str:
    return short_name(record) if record else ""


def _finding(words: RuleWords, letter: Record, field: str, message: str) -> Finding:
    return Finding(f"CHK-{words.id}", words.severity, letter.id, str(FieldPath(letter.id, field)), message)
