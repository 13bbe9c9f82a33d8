# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-11: a council that is named as the buyer and is not the one that buys: the paper was for another bid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, clash, fact
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, sentences_of
from evidencepack.review.spoken_names import called
from evidencepack.review.telling import rows, words_in

_PLACE = r"[A-ZÀ-Þ][\w’'-]+(?:[ -](?:(?:and|upon|on|under|in|le|&)[ -])?[A-ZÀ-Þ][\w’'-]+){0,3}?"
_SORT = r"(?:Metropolitan |City |County |District |Borough |Town |Unitary )*"
_COUNCIL = re.compile(
    rf"(?<!\bTown )\b(?:(?P<of>(?:Royal |London )?Borough of|City of|Council of|County of) (?P<behind>{_PLACE})\b|"
    rf"(?P<before>{_PLACE}) {_SORT}Council\b(?! of\b))"
)
_NO_PLACE = frozenset(
    re.findall(
        r"\S+",
        """
        A All An Any Both British Care City County District Each Every Health Local London Member National Neighbouring
        Our Parish Research Right Royal Student Tenants That The Their This Town Two Your Youth Borough Metropolitan
        """,
    )
)
_BUYS = re.compile(
    r"\b(?:tender|bid|contract|commission\w*|buyer|buys|procure\w*|submi\w+|offer|residents?|people of|dear|"
    r"on behalf of|look(?:s|ing)? forward|(?:work|working|partner\w*|together) with|for|to|award\w*|safeguarding|"
    r"deliver\w*|priorit\w+|strategy|vision|outcomes|specification|asks?|wants?|supports?|in)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:was|were|had|since 20\d\d|similar|also|already|elsewhere|previous\w*|neighbour\w*|other|another|nearby|"
    r"as well as|other lots?|before|until|used to|pilot in|from 20\d\d|in 20\d\d|moved|lives?|hospital|"
    r"registered|rated|next door|adjoining|between|border\w*|boroughs)\b",
    re.IGNORECASE,
)
_PAPERS = frozenset(
    {"letter_of_support", "narrative", "mou", "heads_of_terms", "social_value", "governance", "continuity_plan", "dsa"}
)


def other_buyer(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield each sentence of a paper that speaks of the buyer and names a council that nobody has entered."""
    buyer = reading.linked(reading.facts.records[reading.tender], "buyer")
    for sentence in sentences_of(reading, record) if buyer and record.kind in _PAPERS else ():
        for found in _COUNCIL.finditer(sentence.text) if "Council" in sentence.text or "of" in sentence.text else ():
            if buyer and _is_unknown(reading, sentence, found):
                known = fact(buyer, "legal_name", words_in(buyer, "legal_name"))
                yield clash(reading, words, sentence, found.span(), Against(called(buyer), [known], known.words))


def _is_unknown(reading: Reading, sentence: Sentence, found: re.Match[str]) -> bool:
    name = found["behind"] or found["before"]
    places = [one for one in re.split(r"[ -]", name) if one[:1].isupper() and one not in _NO_PLACE]
    there = reading.once(_places)
    meant = _BUYS.search(sentence.text) and not _OTHERS.search(sentence.text)
    return bool(places) and bool(meant) and not any(one.casefold() in there for one in places)


def _places(reading: Reading) -> frozenset[str]:
    """Return the words of every council and place that is entered somewhere, in small letters."""
    tender = reading.facts.records[reading.tender]
    told = [words_in(tender, name) for name in ("area", "title", "service_name")]
    told += [words_in(row.cells, "council") for row in rows(tender, "safeguarding_contacts")]
    fields = ("legal_name", "short_name", "trading_name", "operating_area", "registered_address", "what_they_do")
    told += [words_in(one, name) for one in reading.of("organisation") for name in fields]
    told += [words_in(one, "name") for one in reading.of("network_contact")]
    return frozenset(word.casefold() for one in told for word in re.findall(r"[^\W\d_]+", one))
