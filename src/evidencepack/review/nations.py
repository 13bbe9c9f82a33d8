# SPDX-License-Identifier: MPL-2.0
"""CHK-NA-01: a document's words were written for another nation than the tender's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.trade import Advice, Nation
from evidencepack.library.conditions import holds
from evidencepack.library.model import Clause, Kind, RuleWords, Schedule
from evidencepack.library.nations import nation_of
from evidencepack.review.reading import Reading

_ADVISERS = {
    Advice.LEGAL: "a solicitor",
    Advice.INFORMATION_GOVERNANCE: "an information governance lead",
    Advice.EMPLOYMENT: "an employment adviser",
    Advice.INSURANCE: "an insurance adviser",
}
_ANYONE = "somebody who knows the rules there"


def written_elsewhere(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield one finding for each document whose words, or some of them, are not ready for the tender's nation."""
    nation = nation_of(reading.facts)
    for document in reading.documents:
        kind = reading.library[document.kind]
        parts = [part for part in _parts(reading, document, kind) if nation not in (part.nations or kind.nations)]
        if nation not in kind.nations or parts:
            message = _message(reading, words, document, parts)
            yield Finding(f"CHK-{words.id}", words.severity, document.id, "", message)


def _parts(reading: Reading, document: Record, kind: Kind) -> Iterator[Clause | Schedule]:
    rows = reading.rows(document)
    parts: tuple[Clause | Schedule, ...] = (*kind.clauses, *kind.schedules)
    return (part for part in parts if holds(part.when, document.answers, rows=rows))


def _message(reading: Reading, words: RuleWords, document: Record, parts: Sequence[Clause | Schedule]) -> str:
    kind, nation = reading.library[document.kind], nation_of(reading.facts)
    template = words.row_message if nation in kind.nations else words.message
    ready = parts[0].nations if nation in kind.nations else kind.nations
    asked = dict.fromkeys(advice for part in parts if isinstance(part, Clause) for advice in part.advice)
    return template.format(
        document=reading.called(document),
        nations=_named(reading, ready),
        nation=_named(reading, (nation,)),
        parts=", ".join(f"“{part.heading}”" for part in parts),
        advisers=_listed([_ADVISERS[advice] for advice in asked] or [_ANYONE]),
    )


def _named(reading: Reading, nations: Sequence[Nation]) -> str:
    names = reading.library.nations
    return _listed([names[nation].name if nation in names else nation.value for nation in nations])


def _listed(words: Sequence[str]) -> str:
    return " and ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} and {words[-1]}"
