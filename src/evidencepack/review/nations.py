# SPDX-License-Identifier: MPL-2.0
"""CHK-NA: words were written for another nation than the tender's, or an answer names its law."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.trade import Advice, Nation
from evidencepack.domain.values import Answer, Table
from evidencepack.library.conditions import holds
from evidencepack.library.model import Clause, Field, Kind, Schedule
from evidencepack.library.nations import NATION, names_keys, names_pattern, nation_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.cues import cue_of_names, lacks
from evidencepack.review.reading import Reading
from evidencepack.review.scope import records_in_use

_ADVISERS = {
    Advice.LEGAL: "a solicitor",
    Advice.INFORMATION_GOVERNANCE: "an information governance lead",
    Advice.EMPLOYMENT: "an employment adviser",
    Advice.INSURANCE: "an insurance adviser",
}
_LAWS = {
    "england_wales": (Nation.ENGLAND, Nation.WALES),
    "scotland": (Nation.SCOTLAND,),
    "northern_ireland": (Nation.NORTHERN_IRELAND,),
}
_MOST = 8
_ANYONE = "somebody who knows the rules there"


def written_elsewhere(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield one finding for all the documents whose words are not ready for the tender's nation.

    A document of which only some parts are not ready has a finding of its own.
    """
    nation = nation_of(reading.facts)
    foreign = [one for one in reading.documents if nation not in reading.library[one.kind].nations]
    if foreign:
        path = FieldPath(reading.tender, NATION)
        message = _all_of_them(reading, words, foreign)
        yield Finding(f"CHK-{words.id}", words.severity, reading.tender, str(path), message)
    for document in reading.documents:
        kind = reading.library[document.kind]
        parts = [part for part in _parts(reading, document, kind) if nation not in (part.nations or kind.nations)]
        if nation in kind.nations and parts:
            message = _some_parts(reading, words, document, parts)
            yield Finding(f"CHK-{words.id}", words.severity, document.id, "", message)


def law_of_others(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-NA-52: yield each choice of a governing law that is not the law of the tender's nation."""
    nation, fields = nation_of(reading.facts), reading.library[record.kind].fields
    for name, answer in record.answers.items():
        if isinstance(answer, str) and nation not in _LAWS.get(answer, (nation,)) and name in fields:
            label = next((choice.label for choice in fields[name].choices if choice.id == answer), "")
            message = words.message.format(
                document=reading.called(record),
                label=fields[name].label,
                answer=label,
                nation=_named(reading, (nation,)),
            )
            path = FieldPath(record.id, name)
            if label:
                yield Finding(f"CHK-{words.id}", words.severity, record.id, str(path), message)


def names_of_other_nations(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-NA-53: yield where answers name a law, a regulator or a scheme of another nation.

    Records of one kind that name the same under the same questions are one finding. Organisations and people are left
    out: a partner may be registered elsewhere.
    """
    nation = nation_of(reading.facts)
    groups: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Record]] = {}
    for record in records_in_use(reading) if reading.once(_names_abroad) else ():
        kind, found = reading.library[record.kind], dict(reading.once(_named_abroad, record.id))
        if found:
            said = tuple(dict.fromkeys(f"“{name}”" for named in found.values() for name in named))
            groups.setdefault((kind.id, said, tuple(found)), []).append(record)
    for (kind_id, said, fields), (first, *others) in groups.items():
        message = words.message.format(
            document=", ".join([reading.called(first), *(one.reference for one in others)]),
            names=_listed(said),
            nation=_named(reading, (nation,)),
            labels="; ".join(reading.library[kind_id].fields[name].label for name in fields),
        )
        yield Finding(f"CHK-{words.id}", words.severity, first.id, str(FieldPath(first.id, fields[0])), message)


def _names_abroad(reading: Reading) -> re.Pattern[str] | None:
    """Return what finds names of other nations than the tender's."""
    return names_pattern(reading.library.nations, nation_of(reading.facts))


def _named_abroad(reading: Reading, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what a record names of another nation, by the field in whose words it stands."""
    record = reading.facts.records[name]
    kind, pattern = reading.library[record.kind], reading.once(_names_abroad)
    if pattern is None or kind.shared:
        return ()
    keys = reading.once(_keys_abroad)
    return tuple((field, tuple(found)) for field, found in _foreign(record, kind, pattern, keys))


def _keys_abroad(reading: Reading) -> frozenset[str]:
    """Return words without which nothing of another nation is named: looking for them takes less time."""
    return cue_of_names(filter(None, names_keys(reading.library.nations, nation_of(reading.facts))))


def _foreign(
    record: Record, kind: Kind, pattern: re.Pattern[str], keys: frozenset[str]
) -> Iterator[tuple[str, list[str]]]:
    """Yield each field in whose words something of the pattern stands, with all of it."""
    for name, answer in record.answers.items():
        field = kind.fields.get(name)
        texts = [text for text in _texts(field, answer) if not lacks(text, keys)] if field else []
        found = [one[0] for text in texts for one in pattern.finditer(text)]
        if found:
            yield name, found


def _texts(field: Field, answer: Answer) -> Iterator[str]:
    """Yield the words of an answer: of a choice its label, of a table those of its cells."""
    if isinstance(answer, str):
        yield next((choice.label for choice in field.choices if choice.id == answer), answer)
    elif isinstance(answer, Table):
        for column in field.columns:
            cells = (row.cells[column.id] for row in answer.rows if column.id in row.cells)
            yield from (text for cell in cells for text in _texts(column, cell))


def _parts(reading: Reading, document: Record, kind: Kind) -> Iterator[Clause | Schedule]:
    rows = reading.rows(document)
    parts: tuple[Clause | Schedule, ...] = (*kind.clauses, *kind.schedules)
    return (part for part in parts if holds(part.when, document.answers, rows=rows))


def _all_of_them(reading: Reading, words: RuleWords, documents: Sequence[Record]) -> str:
    kinds = [reading.library[one.kind] for one in documents]
    parts = [part for one, kind in zip(documents, kinds, strict=True) for part in _parts(reading, one, kind)]
    names = [one.reference for one in documents]
    more = len(names) - _MOST
    return words.message.format(
        document=_listed(names) if more <= 0 else f"{', '.join(names[:_MOST])} and {more} more papers",
        nations=_named(reading, tuple(dict.fromkeys(nation for kind in kinds for nation in kind.nations))),
        nation=_named(reading, (nation_of(reading.facts),)),
        advisers=_advisers(parts),
    )


def _some_parts(reading: Reading, words: RuleWords, document: Record, parts: Sequence[Clause | Schedule]) -> str:
    return words.row_message.format(
        document=reading.called(document),
        nations=_named(reading, parts[0].nations),
        nation=_named(reading, (nation_of(reading.facts),)),
        parts=", ".join(f"“{part.heading}”" for part in parts),
        advisers=_advisers(parts),
    )


def _advisers(parts: Sequence[Clause | Schedule]) -> str:
    asked = dict.fromkeys(advice for part in parts if isinstance(part, Clause) for advice in part.advice)
    return _listed([_ADVISERS[advice] for advice in asked] or [_ANYONE])


def _named(reading: Reading, nations: Sequence[Nation]) -> str:
    names = reading.library.nations
    return _listed([names[nation].name if nation in names else nation.value for nation in nations])


def _listed(words: Sequence[str]) -> str:
    return " and ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} and {words[-1]}"
