# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-12 in prose: an answer about safeguarding that promises another time than the ways of working."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.domain.values import Duration
from evidencepack.library.entry_amounts import duration_text
from evidencepack.library.model import RuleWords
from evidencepack.review.overrides import contradictions
from evidencepack.review.prose import typed_words
from evidencepack.review.reading import Reading
from evidencepack.review.spoken import in_common, promised_times

_ABOUT = "safeguarding"
_FIELDS = ("safeguarding_report_time", "safeguarding_tell_lead_time")


def other_safeguarding_times(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each paper with another time: in a row of its own, or in the answer to a question about safeguarding."""
    yield from contradictions(reading, words)
    agreed = tuple(_agreed(reading))
    known = {in_common(time) for time in agreed}
    for prose in typed_words(reading) if agreed else ():
        if _ABOUT not in prose.path.field:
            continue
        other = [one.words for one in promised_times(prose.text) if one.length not in known]
        if other:
            message = words.row_message.format(
                document=reading.called(prose.about),
                fact=prose.label,
                here="” and “".join(dict.fromkeys(other)),
                elsewhere=" and ".join(dict.fromkeys(duration_text(time) for time in agreed)),
            )
            yield Finding(f"CHK-{words.id}", words.severity, prose.about.id, str(prose.path), message)


def _agreed(reading: Reading) -> Iterator[Duration]:
    """Yield the times for safeguarding: of the ways of working, and of response times for such cases."""
    for governance in reading.facts.of_kind("governance"):
        yield from (time for name in _FIELDS if isinstance(time := governance.answers.get(name), Duration))
    for one in reading.facts.of_kind("response_time"):
        within = one.answers.get("within")
        if one.answers.get("case_type") == _ABOUT and isinstance(within, Duration):
            yield within
