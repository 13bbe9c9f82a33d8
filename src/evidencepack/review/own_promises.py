# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-03 and CHK-XD-08 in prose: what a letter promises in its own words, against what was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Duration, Reference
from evidencepack.library.entry_amounts import duration_text
from evidencepack.library.model import RuleWords
from evidencepack.review.letters import letters_of, partner_of
from evidencepack.review.overrides import contradictions
from evidencepack.review.prose import Prose, words_of
from evidencepack.review.reading import Reading
from evidencepack.review.spoken import all_times, amounts, in_common, promised_times

_OWN = frozenset({"own_role", "why_it_matters", "condition_words"})
_TIME, _GIVES = "response_time", "contribution"
_PARTY, _WITHIN, _ALL = "party", "within", "every_party"
_GOVERNANCE, _SAFEGUARDING = "governance", "safeguarding_report_time"


@dataclass(frozen=True, slots=True)
class _Own:
    """Words of a letter's own, and the partner that writes it."""

    letter: Record
    partner: Record
    prose: Prose


def times(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each paper that promises another time: in a row of its own, or a letter in its own words."""
    yield from contradictions(reading, words)
    for own in _own_words(reading):
        agreed = tuple(_agreed_times(reading, own.partner))
        given_too = (time for text in _given(reading, own.partner) for time in all_times(text))
        known = {*map(in_common, agreed), *given_too}
        other = [one.words for one in promised_times(own.prose.text) if one.length not in known] if agreed else []
        if other:
            elsewhere = ", ".join(dict.fromkeys(duration_text(time) for time in agreed))
            yield _finding(reading, words, own, here=" and ".join(other), elsewhere=elsewhere)


def given(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each paper that promises another amount: in a row of its own, or a letter in its own words."""
    yield from contradictions(reading, words)
    for own in _own_words(reading):
        agreed = [one for text in _given(reading, own.partner) for one in amounts(text)]
        for said in amounts(own.prose.text):
            same = [one for one in agreed if one.counted == said.counted]
            if same and said.number not in {one.number for one in same}:
                elsewhere = ", ".join(dict.fromkeys(one.words for one in same))
                yield _finding(reading, words, own, here=said.words, elsewhere=elsewhere)


def _own_words(reading: Reading) -> Iterator[_Own]:
    for letter in letters_of(reading):
        partner = partner_of(reading, letter)
        if partner:
            own = (prose for prose in words_of(reading, letter) if prose.path.field in _OWN)
            yield from (_Own(letter, partner, prose) for prose in own)


def _agreed_times(reading: Reading, partner: Record) -> Iterator[Duration]:
    """Yield the times that were agreed with a partner or with everybody."""
    for time in reading.facts.of_kind(_TIME):
        party, within = time.answers.get(_PARTY), time.answers.get(_WITHIN)
        if isinstance(within, Duration) and (party is None or party == Reference(partner.id)):
            yield within
    for governance in reading.facts.of_kind(_GOVERNANCE):
        within = governance.answers.get(_SAFEGUARDING)
        if isinstance(within, Duration):
            yield within


def _given(reading: Reading, partner: Record) -> Iterator[str]:
    """Yield the words of what a partner has agreed to give."""
    for gift in reading.facts.of_kind(_GIVES):
        if gift.answers.get(_PARTY) == Reference(partner.id):
            yield from (answer for answer in gift.answers.values() if isinstance(answer, str))


def _finding(reading: Reading, words: RuleWords, own: _Own, *, here: str, elsewhere: str) -> Finding:
    message = words.row_message.format(
        document=reading.called(own.letter),
        fact=own.prose.label,
        record=str(own.partner.answers.get("short_name") or own.partner.reference),
        here=here,
        elsewhere=elsewhere,
    )
    return Finding(f"CHK-{words.id}", words.severity, own.letter.id, str(own.prose.path), message)
