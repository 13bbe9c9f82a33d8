# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-57: terms, ratings, numbers and versions that one paper tells in another way than where they are entered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Number, Reference
from evidencepack.library.entry_dates import MONTHS
from evidencepack.library.rows import parties_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, Fact, clash, differ, fact
from evidencepack.review.cues import cue, lacks
from evidencepack.review.partners import partners_of
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, sentences_of
from evidencepack.review.spoken import NUMBERS, TIME, length_of
from evidencepack.review.spoken_names import called, organisations_in, people_in
from evidencepack.review.telling import words_in

_TERMS = re.compile(r"\b(?:notice|pay|pays|paid|paying|payment|invoices?|terms)\b", re.IGNORECASE)
_COUNTS = re.compile(
    r"\bpartners\b|\bstaff\b|\bemployees\b|\bsince\b|\b0\d{2,4} |\bversion \d|\bemploys?\b|\bon our payroll\b"
)
_SHARED = ("law", "exclusivity", "notice_days", "ends_after_loss_days")
_PAYS = re.compile(r"\b(?:pa(?:y|ys|id|ying|yment)|settl(?:es?|ed|ing)|invoices?|terms)\b", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:within|in|inside|under|(?:paid|pays?|settled?|settles)(?: in full| only)? after)\s*$", re.IGNORECASE
)
_LEAVES = re.compile(
    r"\b(?:leav\w+|withdraw\w*|end(?:s|ed|ing)?|terminat\w+|step(?:s|ping)? out|pull(?:s|ing)? out)\b", re.IGNORECASE
)
_NOTICE = re.compile(r"\s*(?:[’']s?\s+|in |of )?(?:written )?notice\b", re.IGNORECASE)
_NOTICE_IS = re.compile(
    r"\bnotice(?: period)?(?: (?:for|to|of|on|in) [^.;,]{3,50}?)?(?: is| will be| of|:| must be| has to be)"
    r"(?: at least)? $",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|older than|late|since|used to|until)\b", re.IGNORECASE)
_RATED = re.compile(
    r"\b(?:rated|rating(?: of| is|:)?|as|rates? (?:\S+ ){1,4}?(?:as )?)[ ]?"
    r"[“\"‘']?(?P<rating>outstanding|good|requires improvement|inadequate)\b",
    re.IGNORECASE,
)
_REGULATOR = re.compile(r"\b(?:CQC|Care Quality Commission|inspect\w*|rated|rating)\b")
_CYBER = re.compile(r"\bCyber Essentials(?P<plus> Plus)?\b")
_STAFF = re.compile(
    r"\b(?:employs?|team of|staff of|workforce of|has|have) (?:about |over |"
    r"around )?(?P<number>\d[\d,]*) (?:paid |full-time )?"
    r"(?:staff\b(?! (?:and|or) volunteers)|employees|people\b(?= (?:in|on) (?:our|its|the) (?:staff|payroll|team)))",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:worked|working|work|partners?|together|partnership)\b[^.;]{0,50}?\bsince (?:(?P<month>"
    + "|".join(MONTHS)
    + r") )?(?P<year>20\d\d)"
    r"|\bsince (?:(?P<month2>"
    + "|".join(MONTHS)
    + r") )?(?P<year2>20\d\d)[^.;]{0,40}\b(?:worked|working|partners?|together)\b"
)
_PARTNERS = re.compile(
    r"\b(?:our|its|all|these|the) (?P<number>\d|two|three|four|five|six|seven|eight|nine) partners\b", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\d+])0\d{2,4} ?\d{3,4} ?\d{3,4}(?!\d)")
_VERSION = re.compile(r"(?P<code>[A-Z]{2,5}(?:-[A-Z]+)+-\d+),? \(?version (?P<version>\d+\.\d+)")
_ANY = cue(
    "notice pay pays paid paying payment invoice invoices terms partners staff employees since employ payroll version "
    "outstanding good requires inadequate cyber 0"
)


def other_terms(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield each term and each sentence of a record that differs from where it is entered."""
    if record.kind == "heads_of_terms":
        yield from _between_agreements(reading, words, record)
    for sentence in sentences_of(reading, record) if record.kind not in {"organisation", "tender", "question"} else ():
        text = sentence.text
        if lacks(text, _ANY):
            continue
        if _TERMS.search(text):
            yield from _days(reading, words, sentence)
        if _COUNTS.search(text):
            yield from _numbers(reading, words, sentence)
        if _RATED.search(text) or _CYBER.search(text):
            yield from _standing(reading, words, sentence)


def _between_agreements(reading: Reading, words: RuleWords, terms: Record) -> Iterator[Finding]:
    """Yield each term of heads of terms that the memorandum with the same partner tells in another way."""
    partner = terms.answers.get("partner")
    for paper in reading.of("mou"):
        parties = parties_of(paper, reading.library["mou"], reading.facts, reading.library)
        both = isinstance(partner, Reference) and partner.record in parties
        for field in _SHARED if both else ():
            mine, theirs = terms.answers.get(field), paper.answers.get(field)
            if mine is not None and theirs is not None and mine != theirs:
                known = [fact(paper, field, _text(reading, paper, field, theirs))]
                yield differ(
                    reading, words, fact(terms, field, _text(reading, terms, field, mine)), paper.reference, known
                )


def _days(reading: Reading, words: RuleWords, sentence: Sentence) -> Iterator[Finding]:
    """Yield another time for paying, or another notice for leaving."""
    text = sentence.text
    for found in TIME.finditer(text) if not _PAST.search(text) else ():
        before, after = text[: found.start()], text[found.end() :]
        pays = _PAYS.search(sentence.whole) and (_LIMIT.search(before) or re.match(r"[ -](?:payment )?terms", after))
        noticed = _NOTICE.match(after) or _NOTICE_IS.search(before)
        leaves = noticed and _LEAVES.search(f"{before[-60:]} {after} {sentence.about}")
        known: Sequence[Fact] = []
        if leaves:
            known = _numbered(reading, "notice_days", ("mou", "heads_of_terms"))
        elif pays and _PAYS.search(text):
            known = _numbered(reading, "payment_days", ("heads_of_terms",))
        lengths = {Decimal(one.words.split()[0]) * 1440 for one in known}
        amount, unit = length_of(found)
        here = any(one.path.record == sentence.prose.path.record for one in known)
        if (
            known
            and not here
            and (unit != "minutes" or amount not in lengths)
            and not (unit == "months" and amount * 43200 in lengths)
        ):
            what = "notice to leave" if leaves else "payment"
            yield clash(reading, words, sentence, found.span(), Against(what, known, known[0].words))


def _numbered(reading: Reading, field: str, kinds: Sequence[str]) -> list[Fact]:
    return [
        fact(one, field, f"{days.amount:f} days")
        for kind in kinds
        for one in reading.of(kind)
        if isinstance(days := one.answers.get(field), Number)
    ]


def _numbers(reading: Reading, words: RuleWords, sentence: Sentence) -> Iterator[Finding]:
    text = sentence.text
    one = _organisation(reading, sentence)
    staff = _STAFF.search(text)
    count = one.answers.get("staff_count") if one else None
    if one and staff and isinstance(count, Number) and Decimal(staff["number"].replace(",", "")) != count.amount:
        yield clash(
            reading,
            words,
            sentence,
            staff.span("number"),
            Against(called(one), [fact(one, "staff_count", f"{count.amount:f}")]),
        )
    many, partners = _PARTNERS.search(text), partners_of(reading)
    said = NUMBERS.get(many["number"].casefold(), 0) or int(many["number"]) if many else 0
    if (
        many
        and partners
        and said not in {len(partners), len(partners) + 1}
        and not re.search(r"\bof (?:our|its|the|these)\b", text)
    ):
        one_of_them = partners[0].fit if partners[0].tested else partners[0].organisation
        known = [fact(one_of_them, "decision" if partners[0].tested else "legal_name", f"{len(partners)} partners")]
        yield clash(reading, words, sentence, many.span("number"), Against("the bid", known))
    yield from _since(reading, words, sentence)
    yield from _phones(reading, words, sentence)
    for found in _VERSION.finditer(text):
        paper = next((each for each in reading.documents if each.reference == found["code"]), None)
        version = words_in(paper, "version") if paper else ""
        if paper and version and version != found["version"]:
            yield clash(
                reading,
                words,
                sentence,
                found.span("version"),
                Against(paper.reference, [fact(paper, "version", version)], version),
            )


def _since(reading: Reading, words: RuleWords, sentence: Sentence) -> Iterator[Finding]:
    """Yield another month or year since when a partner has worked with the lead."""
    found, one = _TOGETHER.search(sentence.text), _organisation(reading, sentence)
    one = reading.facts.get(sentence.owner) if one and one.id in reading.leads() and sentence.owner else one
    fit = next(
        (each for each in reading.of("partnership") if one and each.answers.get("organisation") == Reference(one.id)),
        None,
    )
    day = fit.answers.get("together_since") if fit else None
    if found and fit and one and isinstance(day, date):
        month, year = found["month"] or found["month2"], int(found["year"] or found["year2"])
        other = year != day.year or (month and MONTHS.index(month) + 1 != day.month)
        group = "year" if found["year"] else "year2"
        if other:
            known = [fact(fit, "together_since", f"{MONTHS[day.month - 1]} {day.year}")]
            yield clash(reading, words, sentence, found.span(group), Against(f"{called(one)}, together since", known))


def _phones(reading: Reading, words: RuleWords, sentence: Sentence) -> Iterator[Finding]:
    """Yield a telephone number beside the one person of a sentence that is none of theirs."""
    people = {one.record for one in people_in(reading, sentence.text)}
    person = reading.facts.get(next(iter(people))) if len(people) == 1 else None
    for found in _PHONE.finditer(sentence.text) if person else ():
        own = [words_in(person, name) for name in ("work_phone", "out_of_hours_phone")] if person else []
        digits = {"".join(filter(str.isdigit, one)) for one in own if one}
        if person and digits and "".join(filter(str.isdigit, found[0])) not in digits:
            known = [fact(person, "work_phone", words_in(person, "work_phone"))]
            yield clash(reading, words, sentence, found.span(), Against(called(person), known, known[0].words))


def _standing(reading: Reading, words: RuleWords, sentence: Sentence) -> Iterator[Finding]:
    """Yield another rating by the regulator, or another certificate, than the register has."""
    one = _organisation(reading, sentence)
    rated = _RATED.search(sentence.text) if one and _REGULATOR.search(sentence.text) else None
    rating = one.answers.get("cqc_rating") if one else None
    if one and rated and rating and rated["rating"].casefold().replace(" ", "_") != rating:
        known = [fact(one, "cqc_rating", _text(reading, one, "cqc_rating", rating))]
        yield clash(reading, words, sentence, rated.span("rating"), Against(called(one), known, known[0].words))
    cyber = _CYBER.search(sentence.text) if one else None
    held = one.answers.get("cyber_essentials") if one else None
    if (
        one
        and cyber
        and held
        and (held == "none" or (bool(cyber["plus"]) and held != "plus"))
        and not re.search(r"\b(?:no|not|by|will|work\w* towards)\b", sentence.text)
    ):
        known = [fact(one, "cyber_essentials", _text(reading, one, "cyber_essentials", held))]
        yield clash(reading, words, sentence, cyber.span(), Against(called(one), known))


def _organisation(reading: Reading, sentence: Sentence) -> Record | None:
    """Return the one organisation that a sentence names, or else whose it is."""
    named = list(dict.fromkeys(one.record for one in organisations_in(reading, sentence.text)))
    if len(named) == 1:
        return reading.facts.get(named[0])
    return reading.facts.get(sentence.owner) if sentence.owner and not named else None


def _text(reading: Reading, record: Record, field: str, said: Answer) -> str:
    asked = reading.library[record.kind].fields[field]
    found = next((choice.label for choice in asked.choices if choice.id == said), "")
    if isinstance(said, Number):
        return f"{said.amount:f} {said.unit}".strip()
    return found or str(said)
