# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-17 and CHK-XD-05: organisations that take no part, and legal names said in another way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference
from evidencepack.library.rows import parties_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.alike import plain
from evidencepack.review.clash import Against, clash, differ, fact
from evidencepack.review.partners import partners_of
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, sentences_of
from evidencepack.review.spoken_names import called, organisations_in
from evidencepack.review.telling import words_in

_PUBLIC = frozenset({"commissioner", "nhs_body", "regulator"})
_WITH_PUBLIC = frozenset(
    {"dsa", "info_flow_access", "case_study", "joint_event", "partnership_review", "letter_of_support"}
)
"""Papers in which councils and hospitals stand beside the partners."""

_PAPERS = frozenset(
    {
        "letter_of_support",
        "narrative",
        "mou",
        "heads_of_terms",
        "social_value",
        "governance",
        "raci",
        "contribution",
        "meeting",
    }
)
_GIVES = re.compile(
    r"^(?:’s|'s)?[^.;]{0,30}?\b(?:will|shall|gives?|provides?|runs?|offers?|delivers?|joins?|comes?|sits?|sends?|hosts?|leads?|"
    r"brings?|supplies|trains?|holds?|is (?:a|our|the) partner|are partners?|as (?:a |our )?partner)\b"
)
_PARTNER = re.compile(
    r"\b[Pp]artners?(?: are| is|,|:| such as| include| including)? (?P<names>[A-Z][\w’&-]*(?:(?:,? and |, |"
    r" )(?:of |the )?[A-Z][\w’&-]*)*)"
)
_ENDS = re.compile(
    r"(?P<name>(?:[A-Z][\w’&-]+ (?:and |& |of |for )?){1,6}?(?:Ltd|Limited|CIC|CIO|LLP|plc|"
    r"Housing Association|Community Trust|College))\b\.?"
)
_NONE = re.compile(r"\b(?:not|never|no longer|unlike|rival|instead of|left|withdrew|other lots?)\b", re.IGNORECASE)
_JOINS = re.compile(r",? and (?:the )?|, ")


def no_parties(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-17: yield parties of a paper, and partners that words name, which are no party of the memorandum."""
    memoranda = [one for one in reading.of("mou") if _members(reading, one)]
    inside = {party for one in memoranda for party in _members(reading, one)}
    if not memoranda:
        return
    kind = reading.library[record.kind]
    if kind.document and record.kind != "mou":
        for name in sorted(parties_of(record, kind, reading.facts, reading.library) - inside):
            party = reading.facts.get(name)
            public = party and party.answers.get("org_type") in _PUBLIC and record.kind in _WITH_PUBLIC
            if party and not public and not _is_out(reading, name):
                known = [fact(memoranda[0], "parties", memoranda[0].reference)]
                yield differ(reading, words, fact(record, kind.parties, called(party)), called(party), known)
    for sentence in sentences_of(reading, record) if record.kind in _PAPERS else ():
        yield from _named(reading, words, sentence, memoranda[0], frozenset(inside))


def _named(
    reading: Reading, words: RuleWords, sentence: Sentence, paper: Record, inside: frozenset[str]
) -> Iterator[Finding]:
    text, known = sentence.text, [fact(paper, "parties", paper.reference)]
    if _NONE.search(text):
        return
    for one in organisations_in(reading, text):
        party = reading.facts.records[one.record]
        stranger = one.record not in inside and party.answers.get("org_type") not in _PUBLIC
        if stranger and (_GIVES.match(text[one.end :]) or _PARTNER.search(text)):
            yield clash(reading, words, sentence, (one.start, one.end), Against(called(party), known))
    for name in reading.once(_outside):
        at = text.find(name)
        if at >= 0 and (_GIVES.match(text[at + len(name) :]) or _PARTNER.search(text)):
            yield clash(reading, words, sentence, (at, at + len(name)), Against(name, known))
    listed = _PARTNER.search(text)
    for name in _JOINS.split(listed["names"]) if listed else ():
        unknown = len(name.split()) > 1 and not organisations_in(reading, name) and not _is_known(reading, name)
        if listed and unknown:
            start = text.index(name, listed.start("names"))
            yield clash(reading, words, sentence, (start, start + len(name)), Against(name, known))


def _is_known(reading: Reading, name: str) -> bool:
    """Whether a name in capitals is that of a person, a meeting or something else of the tender."""
    said = set(plain(name))
    for kind, fields in (("contact", ("full_name", "job_title")), ("meeting", ("name", "short_name"))):
        for one in reading.of(kind):
            if any(said <= set(plain(words_in(one, field))) for field in fields):
                return True
    return name in reading.once(_outside) or bool(
        re.search(r"\b(?:Board|Lead|Manager|Director|Group|Review|Meeting)\b", name)
    )


def _outside(reading: Reading) -> tuple[str, ...]:
    """Return the names of those who were talked to and are no partners."""
    names = [one for one in reading.of("network_contact") if not isinstance(one.answers.get("organisation"), Reference)]
    return tuple(
        name for one in names if one.answers.get("sort") != "cvs_forum" and len(name := words_in(one, "name")) > 3
    )


def _members(reading: Reading, paper: Record) -> frozenset[str]:
    return parties_of(paper, reading.library[paper.kind], reading.facts, reading.library)


def _is_out(reading: Reading, name: str) -> bool:
    """Whether somebody decided to leave a partner out: another sentence of the rule says so."""
    fits = [one for one in reading.of("partnership") if one.answers.get("organisation") == Reference(name)]
    return bool(fits) and name not in {one.id for one in partners_of(reading)}


def other_names(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-05: yield each sentence with a name in law that is nearly one of the register, and is none."""
    if record.kind in {"organisation", "network_contact", "house_wording"}:
        return
    for sentence in sentences_of(reading, record):
        for found in _ENDS.finditer(sentence.text):
            one = _nearly(reading, found["name"])
            if one:
                known = [fact(one, "legal_name", words_in(one, "legal_name"))]
                yield clash(reading, words, sentence, found.span("name"), Against(called(one), known, known[0].words))


def _nearly(reading: Reading, name: str) -> Record | None:
    """Return whose name in law is nearly this one; nothing where it is one in other letters, or quite another."""
    said = plain(name)
    names = {one.id: plain(words_in(one, "legal_name")) for one in reading.of("organisation")}
    if any(said == legal[: len(said)] or said[: len(legal)] == legal for legal in names.values()):
        return None
    for one in reading.of("organisation"):
        short = plain(words_in(one, "short_name"))
        alike = names[one.id] and said[:1] == names[one.id][:1]
        if alike and len(said) > 1 and short and said[: len(short)] == short:
            return one
    return None
