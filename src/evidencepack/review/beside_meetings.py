# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-22: how often a meeting is, said right beside its name in any answer, against its record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Frequency
from evidencepack.library.entry_choices import frequency_text
from evidencepack.library.model import RuleWords
from evidencepack.review.agreed import words_of_meeting
from evidencepack.review.prose import typed_words
from evidencepack.review.reading import Reading
from evidencepack.review.spoken_days import RHYTHM, rhythms

_BETWEEN = r"(?:,? (?:is|meets|sits|is held|takes place|happens|comes together))?,? "


def other_rhythms(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each answer that gives a meeting another rhythm right beside its name.

    "monthly Partnership Board" and "the Partnership Board meets every month" count. Who comes to a meeting less often
    than it is held stands in its record, and may be said.
    """
    patterns = [(one, _pattern(one), _known(one)) for one in reading.facts.of_kind("meeting")]
    # One quick look for any rhythm spares nearly all words the look for each meeting.
    for prose in (one for one in typed_words(reading) if any(rhythms(one.text))):
        for meeting, pattern, known in patterns:
            if prose.about.id == meeting.id or pattern is None or not known:
                continue
            for found in pattern.finditer(prose.text):
                said = {one.value for one in rhythms(found["before"] or found["after"])}
                if not said & known:
                    message = words.message.format(
                        document=reading.called(prose.about),
                        fact=prose.label,
                        here=found[0].strip(),
                        record=str(meeting.answers.get("name") or meeting.reference),
                        elsewhere=_often(meeting),
                    )
                    path = str(prose.path)
                    yield Finding(f"CHK-{words.id}", words.severity, prose.about.id, path, message)


def _pattern(meeting: Record) -> re.Pattern[str] | None:
    """Return what finds a rhythm beside a name; the short name counts with its capital letter only."""
    name, short = (str(meeting.answers.get(each, "")).strip() for each in ("name", "short_name"))
    names = [rf"(?i:{re.escape(name)})"] if name else []
    names += [re.escape(short)] if short[:1].isupper() else []
    if not names:
        return None
    said = rf"(?:{'|'.join(names)})"
    before = rf"(?<![\w-])(?P<before>(?i:{RHYTHM})) {said}(?!\w)"
    after = rf"(?<!\w){said}{_BETWEEN}(?P<after>(?i:{RHYTHM}))(?![\w-])"
    return re.compile(f"{before}|{after}")


def _known(meeting: Record) -> frozenset[str]:
    if not isinstance(meeting.answers.get("freq"), Frequency):
        return frozenset()
    return frozenset(one.value for one in rhythms(words_of_meeting(meeting)))


def _often(meeting: Record) -> str:
    freq = meeting.answers.get("freq")
    return frequency_text(freq) if isinstance(freq, Frequency) else ""
