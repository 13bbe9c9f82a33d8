# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-11: words that give the tender another date, term, reference, name, lot or area than its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from evidencepack.domain.finding import Finding, Put
from evidencepack.domain.record import Record
from evidencepack.domain.values import Duration, FieldType
from evidencepack.library.entry_amounts import duration_text
from evidencepack.library.entry_dates import MONTHS, date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, Fact, clash, differ, fact
from evidencepack.review.cues import NUMBER, cue, lacks
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, sentences_of
from evidencepack.review.spoken import NUMBERS, TIME, in_common, length_of
from evidencepack.review.telling import words_in

_DAY = (
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month>"
    + "|".join(f"{one}|{one[:3]}" for one in MONTHS)
    + r")\.?,? (?P<year>20\d\d)"
)
_MONTH_ONLY = r"(?P<only>" + "|".join(MONTHS) + r") (?P<of>20\d\d)"
_WHEN = rf"(?:{_DAY}|{_MONTH_ONLY})"
_IT = r"(?:contract|service|main contract|delivery|new service|go-live|mobilisation|lot)"
_DATES: tuple[tuple[str, str, str], ...] = (
    (
        "contract_start",
        (
            rf"\b{_IT}\b[^.;]{{0,40}}?\b(?:starts?|begins?|commences?|goes live|start date|starting|live|"
            rf"launch\w*|runs from|from)\b[^.;\d]{{0,25}}?{_WHEN}"
            r"|\b(?:start|go-live|beginning|commencement|day one|first day)(?: date)? (?:of|for) (?:the |"
            rf"our )?{_IT}[^.;\d]{{0,20}}?{_WHEN}"
            rf"|\b(?:go live|goes live|go-live|day one|first day|live)(?: is| will be)?(?: on| from| by|:)? {_WHEN}"
            rf"|\bYear (?:1|one),? from {_WHEN}"
            rf"|\bfrom {_WHEN}(?=[^.;]{{0,30}}\b(?:when the (?:new )?(?:contract|service) (?:starts|begins)|"
            r"the start of the (?:contract|service)))"
        ),
        "contract start",
    ),
    (
        "contract_end",
        (
            rf"\b{_IT}\b[^.;]{{0,80}}?\b(?:ends?|ending|expires?|finish\w*|until|to|runs? to|end date)\b(?: on|"
            rf" is)? {_WHEN}"
            rf"|\bend of (?:the |our )?(?:contract|service)(?: on| is|,| \()? ?{_WHEN}"
        ),
        "contract end",
    ),
    (
        "submission_deadline",
        (
            rf"\b(?:submi\w+|deadline|bids?|tenders?|returns?|closing date)\b[^.;]{{0,40}}?\b(?:due|by|on|"
            rf"deadline|closes?|is|of|before)\b (?:noon on |midday on |5pm on |12:00 on )?{_WHEN}"
        ),
        "deadline for bids",
    ),
    ("award_date", rf"\b(?:award\w*)\b[^.;\d]{{0,30}}?{_WHEN}", "award"),
)
_TERM = re.compile(
    r"\b(?:contract|service|term)\b[^.;]{0,30}?\b(?:for|runs for|lasts|over|of|"
    r"is)\b (?:an initial )?(?P<after>[\w-]+) years?\b"
    r"|\b(?P<before>[\w-]+)[- ]year (?:contract|term|service)\b",
    re.IGNORECASE,
)
_LOT = re.compile(r"\bLot (?P<number>\d+|[A-Z]\b)")
_BID_FOR = re.compile(
    r"\b(?:our|this|we|the) (?:\w+ ){0,3}?(?:bid|bidding|tender|submission|offer|apply|"
    r"applying)\w* (?:\w+ ){0,4}?(?:for|in|to|under) Lot (?P<number>\d+)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:pilot|was|were|since|draft|drafted|signed on|previous|reviewed|old contract|extension)\b", re.IGNORECASE
)
_WARDS = re.compile(r"\ball (?P<count>two|three|four|five|six|seven|eight|\d) wards\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\w’-]+")
_PROPER = re.compile(r"[A-Z][\w’-]+")
_TITLE_END = re.compile(r"(?:[A-Z][\w’-]+ (?:and |of |for |& |at |the )?){2,8}(?:Service|Contract|Pathway|Programme)\b")
_NUMBERED, _TITLED = cue(NUMBER), cue("Service Contract Pathway Programme")
_SHORTEST = 6
_APART = frozenset(
    {"tender", "lot", "question", "clarification", "network_contact", "evidence_item", "organisation", "contact"}
)


def other_tender(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield each answer and each sentence of a record that tells something else of the tender."""
    if record.kind in _APART:
        return
    tender = reading.facts.records[reading.tender]
    yield from _typed(reading, words, record, tender)
    for sentence in sentences_of(reading, record):
        if not lacks(sentence.text, _NUMBERED):
            yield from _dates(reading, words, sentence, tender)
            yield from _references(reading, words, sentence, tender)
            yield from _lots(reading, words, sentence)
        yield from _names(reading, words, sentence, tender)
        yield from _term(reading, words, sentence, tender)
        yield from _wards(reading, words, sentence, tender)


def _typed(reading: Reading, words: RuleWords, record: Record, tender: Record) -> Iterator[Finding]:
    """Yield the start, the end and the area of an agreement that are not those of the contract."""
    pairs = {
        "dsa": (("start_date", "contract_start"), ("end_date", "contract_end")),
        "mou": (("end_date", "contract_end"),),
    }
    for mine, theirs in pairs.get(record.kind, ()):
        said, there = record.answers.get(mine), tender.answers.get(theirs)
        # A memorandum that ends too early has a rule of its own, and one may outlive the contract by an extension.
        late = mine == "start_date" or (
            isinstance(said, date) and isinstance(there, date) and said < there and record.kind == "dsa"
        )
        if isinstance(said, date) and isinstance(there, date) and said != there and late:
            known, put = (
                [fact(tender, theirs, date_text(there))],
                Put(fact(record, mine, "").path, FieldType.DATE, there),
            )
            yield differ(reading, words, fact(record, mine, date_text(said)), "the contract", known, put)
    area, own = words_in(record, "area"), words_in(tender, "area")
    if record.kind == "mou" and area and own and _is_another_area(area, own):
        yield differ(reading, words, fact(record, "area", area), "the area", [fact(tender, "area", own)])


def _is_another_area(area: str, own: str) -> bool:
    """Whether an area has a place that the tender's has not, or only some of the places that the tender's lists.

    "The borough" alone is the same area as "the borough: this ward and that ward"; one of the wards alone is not.
    """
    mine, theirs = (set(_PROPER.findall(one)) - {"The"} for one in (area, own))
    listed = set(_PROPER.findall(own.partition(":")[2]))
    return bool(mine - theirs) or (bool(mine & listed) and not listed <= mine)


def _dates(reading: Reading, words: RuleWords, sentence: Sentence, tender: Record) -> Iterator[Finding]:
    for field, pattern, of in _COMPILED if "20" in sentence.text and _YEAR.search(sentence.text) else ():
        there = tender.answers.get(field)
        found = pattern.search(sentence.text) if isinstance(there, date) else None
        if found and isinstance(there, date) and not _PAST.search(sentence.text):
            named = {name.rstrip("0123456789"): said for name, said in found.groupdict().items() if said}
            day = int(named["day"]) if "day" in named else there.day
            month = _month(named.get("month") or named["only"])
            year = int(named.get("year") or named["of"])
            if (day, month, year) != (there.day, there.month, there.year):
                start = found.end() - len(_last(found))
                known = [fact(tender, field, date_text(there))]
                yield clash(
                    reading,
                    words,
                    sentence,
                    (start, found.end()),
                    Against(of, known, known[0].words if "day" in named else ""),
                )


def _last(found: re.Match[str]) -> str:
    """Return the words of the date with which a match ends."""
    dates = list(re.finditer(_WHEN, found[0], re.IGNORECASE))
    return dates[-1][0]


def _numbered(pattern: str) -> str:
    """Return a pattern in which a group that is there more than once has a number."""
    count = iter(range(1, 1000))
    return re.sub(r"\(\?P<(day|month|year|only|of)>", lambda found: f"(?P<{found[1]}{next(count)}>", pattern)


_COMPILED = tuple((field, re.compile(_numbered(pattern), re.IGNORECASE), of) for field, pattern, of in _DATES)
_YEAR = re.compile(r"\b20\d\d\b")


def _month(name: str) -> int:
    return next(number for number, one in enumerate(MONTHS, start=1) if one.casefold().startswith(name.casefold()[:3]))


def _references(reading: Reading, words: RuleWords, sentence: Sentence, tender: Record) -> Iterator[Finding]:
    """Yield what looks like the reference of the tender and is another one."""
    own = tender.reference
    shape = reading.once(_shape)
    for found in shape.finditer(sentence.text) if shape else ():
        if found[0] != own:
            yield clash(
                reading,
                words,
                sentence,
                found.span(),
                Against("the tender", [Fact(fact(tender, "title", "").path, own)], own),
            )


def _shape(reading: Reading) -> re.Pattern[str] | None:
    """Return what finds references that look like the tender's; None where its own is too short, or has no number."""
    own = reading.facts.records[reading.tender].reference
    if len(own) < _SHORTEST or not any(one.isdigit() for one in own):
        return None
    letters = re.match(r"[A-Za-z]+", own)
    begun = letters[0] if letters else ""
    rest = (r"\d" if one.isdigit() else "[A-Z]" if one.isalpha() else re.escape(one) for one in own[len(begun) :])
    return re.compile(rf"(?<![\w-]){re.escape(begun)}{''.join(rest)}(?![\w-])")


def _lots(reading: Reading, words: RuleWords, sentence: Sentence) -> Iterator[Finding]:
    tender = reading.facts.records[reading.tender]
    lot = reading.linked(tender, "lot")
    own = _LOT.search(words_in(lot, "name")) if lot else None
    for found in _BID_FOR.finditer(sentence.text) if lot and own else ():
        if own and found["number"] != own["number"]:
            known = [fact(tender, "lot", own[0])]
            yield clash(reading, words, sentence, found.span("number"), Against("the lot", known, own["number"]))


def _names(reading: Reading, words: RuleWords, sentence: Sentence, tender: Record) -> Iterator[Finding]:
    """Yield a name in capitals that is nearly the name of the service, and not a short form of it."""
    titles = list(_TITLE_END.finditer(sentence.text)) if not lacks(sentence.text, _TITLED) else []
    own = [one for one in _WORDS.split(words_in(tender, "service_name")) if one[:1].isupper()] if titles else []
    for found in titles if len(own) > 2 else ():
        said = [one for one in _WORDS.split(found[0]) if one[:1].isupper() and one not in {"The", "Our", "This"}]
        shared = [one for one in said if one in own]
        if len(shared) >= 2 and shared != said and len(shared) * 2 >= len(said):
            known = [fact(tender, "service_name", words_in(tender, "service_name"))]
            yield clash(reading, words, sentence, found.span(), Against("the service", known, known[0].words))


def _term(reading: Reading, words: RuleWords, sentence: Sentence, tender: Record) -> Iterator[Finding]:
    term, found = tender.answers.get("initial_term"), _TERM.search(sentence.text) if "year" in sentence.text else None
    group = "after" if found and found["after"] else "before"
    number = found and (NUMBERS.get(found[group].casefold()) or (int(found[group]) if found[group].isdecimal() else 0))
    if isinstance(term, Duration) and found and number:
        length = TIME.search(f"{number} years")
        if (
            length
            and length_of(length) != in_common(term)
            and not re.search(r"extension|extend|pilot|\bwas\b", sentence.text)
        ):
            known = [fact(tender, "initial_term", duration_text(term))]
            yield clash(reading, words, sentence, found.span(group), Against("the contract", known))


def _wards(reading: Reading, words: RuleWords, sentence: Sentence, tender: Record) -> Iterator[Finding]:
    found = _WARDS.search(sentence.text) if "wards" in sentence.text else None
    own = words_in(tender, "area") if found else ""
    wards = re.search(r"(?:[A-Z]\w+(?:, | and )){1,9}[A-Z]\w+(?= wards)", own)
    count = len(re.findall(r"[A-Z]\w+", wards[0])) if wards else 0
    said = found and (NUMBERS.get(found["count"].casefold()) or int(found["count"]))
    if found and count and said != count:
        yield clash(reading, words, sentence, found.span("count"), Against("the area", [fact(tender, "area", own)]))
