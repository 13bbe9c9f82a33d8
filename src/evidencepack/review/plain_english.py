# SPDX-License-Identifier: MPL-2.0
"""CHK-VG-05: narratives that are hard to read: long sentences, nobody who does it, short forms nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.prose import Prose, prose_of
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, listed, tell

_LONGEST, _MOST_PASSIVE, _FEWEST = 28, 0.35, 4
_FIRST = "p1_purpose"
_IRREGULAR = (
    "been|begun|bought|broken|brought|built|caught|chosen|done|drawn|driven|fed|felt|found|given|held|kept|known|laid|led"
    "|left|lent|lost|made|met|paid|put|read|run|said|seen|sent|set|shown|signed|sold|spent|taken|taught|told|understood"
    "|written"
)
_PASSIVE = re.compile(
    rf"\b(?:am|is|are|was|were|be|been|being)\b(?: (?:not|also|then|always|never|now|still|only|\w+ly))* "
    rf"(?:(?!need|hundred|indeed)\w{{2,}}ed|{_IRREGULAR})\b(?! by\b)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\b[A-Z][A-Z&]{1,5}s?\b(?![-–]?\d)")
_USUAL = frozenset(
    {
        "UK",
        "GB",
        "EWHC",
        "HMRC",
        "JPEG",
        "PNG",
        "SI",
        "OK",
        "TV",
        "NHS",
        "AM",
        "PM",
        "II",
        "III",
        "IV",
        "VI",
        "A4",
        "PDF",
        "ID",
        "IT",
        "HR",
        "GP",
        "HQ",
        "ICB",
    }
)


def hard_to_read(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-VG-05: yield a narrative with long sentences, with many that hide who does it, or with unexplained forms."""
    proses = tuple(prose_of(reading, paper))
    text = "\n".join(one.text for one in proses)
    said, sentences = {"document": reading.called(paper)}, _sentences(text)
    if len(sentences) >= _FEWEST:
        average = round(sum(len(one.split()) for one in sentences) / len(sentences))
        passive = [one for one in sentences if _PASSIVE.search(one)]
        if average > _LONGEST:
            yield _at(words, paper, {**said, "number": f"{average}", "most": f"{_LONGEST}"}, "", text)
        if len(passive) > _MOST_PASSIVE * len(sentences):
            found = _PASSIVE.search(passive[0])
            told = {"number": f"{len(passive)}", "most": f"{len(sentences)}", "answer": found[0] if found else ""}
            yield _where(_at(words, paper, {**said, **told}, "passive", text), proses, told["answer"])
    names = _unexplained(reading, text)
    if names:
        yield _where(_at(words, paper, {**said, "names": listed(names)}, "short", *names), proses, names[0])


def _where(found: Finding, proses: Sequence[Prose], said: str) -> Finding:
    """Return a finding at the answer in which words stand first, with their place there."""
    spots = ((one, re.search(rf"(?<!\w){re.escape(said)}s?(?!\w)", one.text)) for one in proses)
    place = next(((one, spot) for one, spot in spots if spot), None)
    if place is None:
        return found
    return replace(found, field=str(place[0].path), quote=place[1][0], span=place[1].span())


def _unexplained(reading: Reading, text: str) -> list[str]:
    """Return the short forms that neither the text, nor the glossary, nor any name in the tender explains."""
    known = reading.once(_known)
    found = dict.fromkeys(one.removesuffix("s") for one in _SHORT.findall(text))
    return [one for one in found if one not in known and not re.search(rf"\({one}s?\)|\b{one}s? \(", text)]


def _known(reading: Reading) -> frozenset[str]:
    """Return short forms that a reader knows: usual ones, and those of the glossary, of names and of references."""
    told = [name for term in reading.library.glossary for name in term.names]
    told += [one.reference for one in reading.facts.records.values()]
    told += [
        str(one.answers.get(name, "")) for one in reading.of("organisation") for name in ("short_name", "legal_name")
    ]
    told += [str(one.answers.get("name", "")) for one in reading.of("meeting")]
    told += [kind.reference for kind in reading.library.kinds.values()]
    return _USUAL | {short.removesuffix("s") for one in told for short in re.findall(r"[A-Z][A-Z&]{1,5}s?", one)}


def _sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?;])\s+|\n+", text) if len(one.split()) > 2]


def _at(words: RuleWords, paper: Record, said: dict[str, str], sentence: str, *looked: str) -> Finding:
    found = tell(words, paper, answer(paper, _FIRST), said, sentence)
    return replace(found, item=paper.reference, looked=looked)
