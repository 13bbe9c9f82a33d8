# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-16 and CHK-XD-07: figures and targets beside a measure that the measure does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Number, Reference
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, Fact, clash, differ, fact
from evidencepack.review.reading import Reading
from evidencepack.review.response_promises import stems
from evidencepack.review.results import Result, figures_of, pairs_of, results_of, shown
from evidencepack.review.sentences import Sentence, sentences_of
from evidencepack.review.telling import rows, words_in

_TOLD = frozenset(
    {"letter_of_support", "narrative", "case_study", "partnership_review", "mou", "social_value", "cases_brief"}
)
_ALSO_BY_NAME = frozenset({"partnership_review", "case_study", "audit"})
_CODE = re.compile(r"\bKPI-\d+\b")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_PERIOD = rf"(?P<first>{_MONTH})(?:(?: to |–|-| and )(?P<last>{_MONTH}))?(?: (?P<year>20\d\d))?"
_NO_FIGURE = re.compile(
    rf"\bKPI-\d+|\b\d{{1,2}} {_MONTH}\b|{_MONTH} \d{{4}}|\b(?:19|20)\d\d(?:[-–]\d\d)?\b|\b[Ww]eeks?[ -]\d+|"
    r"\b\d+(?:[ -](?:working )?(?:minute|hour|day|week|month|year)s?)\b|£[\d,.]+|\bper \d[\d,]*|\bLevels? \d|"
    r"\b[A-Z]{1,4}\d?-?\d+\b|\b\d+(?:st|nd|rd|th)\b"
)
_PAIR = re.compile(
    r"(?<![\w£.,-])(?P<met>\d[\d,]*) (?:out )?of (?:the |all )?(?P<cases>\d[\d,]*)(?![\w%]|[.]\d)", re.IGNORECASE
)
_FIGURE = re.compile(r"(?<![\w£.,-])\d+(?:,\d{3})*(?:\.\d+)?")
_WHEN = re.compile(
    rf"[^.;\d]{{0,30}}?(?:\(?\d+(?:\.\d+)?%\)?,?)?[^.;\d]{{0,20}}?(?:\bin |\(|\bfor |, |"
    rf"\bduring )(?:[^\d;.()]{{0,12}}?){_PERIOD}"
)
_WHEN_BEFORE = re.compile(rf"\b(?:[Ii]n|[Dd]uring|[Ff]or) {_PERIOD},? [^.;\d]{{0,30}}$")
_TARGET = re.compile(
    r"\b(?:targets?|aims?|goals?|to reach|reaching|to get to|ambition|"
    r"standard)\b[^.;\d]{0,45}?(?P<after>\d+(?:\.\d+)?)(?P<unit> ?%| per cent)?"
    r"|(?P<before>\d+(?:\.\d+)?)(?P<also> ?%| per cent)?[ -](?:target|goal)\b",
    re.IGNORECASE,
)
_DIGIT, _AIMS = re.compile(r"\d"), re.compile(r"target|aim|goal|reach|ambition|standard")
_LONG_NAME = 3
_MOST = Decimal("0.6")


def other_figures(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-16: yield each figure of a record that its measure does not hold, or holds for other months."""
    if record.kind == "kpi":
        yield from _other_start(reading, words, record)
    if record.kind == "case_study":
        yield from _other_cases(reading, words, record)
    look = record.kind in _TOLD | _ALSO_BY_NAME
    for sentence in sentences_of(reading, record) if look else ():
        if not _DIGIT.search(sentence.text):
            continue
        apart = record.kind == "case_study" and sentence.prose.path.column in {"source", "name"}
        measures, sure = _measures(reading, sentence)
        if measures and not apart:
            yield from _of_sentence(reading, words, sentence, measures, sure=sure)


def other_targets(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-07: yield each sentence that gives a measure another target than its own."""
    apart = record.kind in {"kpi", "gateway", "audit", "risk", "tender"}
    for sentence in sentences_of(reading, record) if not apart else ():
        told = _DIGIT.search(sentence.text) and _AIMS.search(sentence.text)
        found = _TARGET.search(sentence.text) if told else None
        measures = _measures(reading, sentence, aims=True)[0] if found else []
        group = "after" if found and found["after"] else "before"
        known = {number.amount for one in measures if isinstance(number := one.answers.get("target"), Number)}
        unit = found and (found["unit"] or found["also"])
        share = all(one.answers.get("unit") == "pct" for one in measures) == bool(unit)
        if found and known and share and len(measures) == 1 and Decimal(found[group]) not in known:
            target = [fact(one, "target", _plain(one)) for one in measures]
            yield clash(
                reading,
                words,
                sentence,
                found.span(group),
                Against(measures[0].reference, target, f"{next(iter(known)):f}"),
            )


def _plain(measure: Record) -> str:
    target = measure.answers.get("target")
    return (
        f"{target.amount:f}{'%' if measure.answers.get('unit') == 'pct' else ''}" if isinstance(target, Number) else ""
    )


def _measures(reading: Reading, sentence: Sentence, *, aims: bool = False) -> tuple[list[Record], bool]:
    """Return the measures of which a sentence speaks, and whether it names them."""
    codes = _CODE.findall(sentence.text) or _CODE.findall(sentence.about)
    all_of_them = reading.of("kpi")
    named = [one for one in all_of_them if one.reference in codes] if codes else []
    linked = set[str]() if named else _linked(reading, sentence)
    named = named or ([one for one in all_of_them if one.id in linked] if linked else [])
    if named:
        return named, True
    of_paper = reading.once(_of_study, sentence.prose.path.record)
    if of_paper:
        return of_paper, False
    if not _PAIR.search(sentence.text) and not aims:
        return [], False
    return reading.once(_by_name, f"{sentence.text} {sentence.about if sentence.prose.path.row else ''}"), False


def _linked(reading: Reading, sentence: Sentence) -> set[str]:
    path = sentence.prose.path
    record = reading.facts.records[path.record]
    row = next((one for one in rows(record, path.field) if one.id == path.row), None) if path.row else None
    links = [row.cells.get("measure")] if row else [record.answers.get("kpi"), record.answers.get("measure")]
    return {one.record for one in links if isinstance(one, Reference)}


def _of_study(reading: Reading, name: str) -> list[Record]:
    """Return the measures that a case study shows."""
    record = reading.facts.records[name]
    lines = rows(record, "measures") if record.kind == "case_study" else ()
    codes = {code for row in lines for code in _CODE.findall(words_in(row.cells, "kpi"))}
    return [one for one in reading.of("kpi") if one.reference in codes]


def _by_name(reading: Reading, text: str) -> list[Record]:
    """Return the one measure most of whose name stands in a text; none where two might be meant."""
    said = stems(text)
    scores = {}
    for one in reading.of("kpi"):
        name = stems(words_in(one, "name"))
        share = Decimal(len(name & said)) / len(name) if len(name) >= _LONG_NAME else Decimal(0)
        if share >= _MOST:
            scores[one.id] = share
    best = [name for name, share in scores.items() if share == max(scores.values())]
    return [reading.facts.records[best[0]]] if len(best) == 1 else []


def _of_sentence(
    reading: Reading, words: RuleWords, sentence: Sentence, measures: Sequence[Record], *, sure: bool
) -> Iterator[Finding]:
    pairs = {pair for one in measures for pair in pairs_of(one)}
    for span, when in _wrong_pairs(sentence.text, measures, pairs, sure=sure):
        yield _clash(reading, words, sentence, span, measures, when)
    rest = _NO_FIGURE.sub(_blank, sentence.text)
    for span, when in _wrong_figures(_PAIR.sub(_blank, rest) if pairs else rest, sentence.text, measures, sure=sure):
        yield _clash(reading, words, sentence, span, measures, when)


def _wrong_pairs(
    text: str, measures: Sequence[Record], pairs: AbstractSet[tuple[Decimal, Decimal]], *, sure: bool
) -> Iterator[tuple[tuple[int, int], Sequence[Result]]]:
    """Yield where a text says "80 of 88" and no result does, with the results of the months it names."""
    for said in _PAIR.finditer(text):
        pair = _number(said["met"]), _number(said["cases"])
        when = _period(text, said.start(), said.end(), measures)
        if when:
            # Without the name of the measure, half of the pair has to be right: else it may speak of something else.
            meant = sure or any(pair[0] == one.met or pair[1] == one.cases for one in when)
            wrong = meant and all(pair != (one.met, one.cases) for one in when)
        else:
            wrong = sure and bool(pairs) and pair not in pairs
        if wrong:
            yield said.span(), when


def _wrong_figures(
    rest: str, text: str, measures: Sequence[Record], *, sure: bool
) -> Iterator[tuple[tuple[int, int], Sequence[Result]]]:
    """Yield where a text says a figure alone that no measure has; ``rest`` is the text with all else blanked out."""
    own = {figure for one in measures for figure in figures_of(one)}
    for alone in _FIGURE.finditer(rest) if own else ():
        number, when = _number(alone[0]), _period(text, alone.start(), alone.end(), measures)
        other = "." in alone[0] and when and not any(number in one.figures for one in when)
        if (sure and number not in own) or other:
            yield alone.span(), when


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _clash(
    reading: Reading,
    words: RuleWords,
    sentence: Sentence,
    span: tuple[int, int],
    measures: Sequence[Record],
    when: Sequence[Result],
) -> Finding:
    of = " and ".join(one.reference for one in measures)
    known = [Fact(FieldPath(one.measure, "readings"), one.shown) for one in when]
    known = known or [fact(one, "readings", shown(one)) for one in measures]
    return clash(reading, words, sentence, span, Against(of, known))


def _period(text: str, start: int, at: int, measures: Sequence[Record]) -> list[Result]:
    """Return the results for the months that are named beside a figure; none where none is."""
    found = _WHEN.match(text, at) or _WHEN_BEFORE.search(text[:start])
    if not found:
        return []
    first, last, year = found["first"][:3], (found["last"] or found["first"])[:3], found["year"]
    return [
        one
        for measure in measures
        for one in results_of(measure)
        if one.months == (first, last) and (not year or int(year) == one.year)
    ]


def _other_start(reading: Reading, words: RuleWords, measure: Record) -> Iterator[Finding]:
    """Yield the first figure of a measure, where its result for the same months is another."""
    start = measure.answers.get("baseline")
    period = re.fullmatch(_PERIOD, words_in(measure, "baseline_period"))
    for one in results_of(measure) if period and isinstance(start, Number) else ():
        months = (period["first"][:3], (period["last"] or period["first"])[:3]) if period else ("", "")
        same = one.months == months and (not period or not period["year"] or int(period["year"]) == one.year)
        if same and isinstance(start, Number) and one.figures and start.amount not in one.figures:
            mine = fact(measure, "baseline", f"{start.amount:f}")
            yield differ(reading, words, mine, measure.reference, [Fact(FieldPath(measure.id, "readings"), one.shown)])


def _other_cases(reading: Reading, words: RuleWords, study: Record) -> Iterator[Finding]:
    """Yield each number of cases of a case study that is none of its measure."""
    for row in rows(study, "measures"):
        codes, cases = _CODE.findall(words_in(row.cells, "kpi")), row.cells.get("cases")
        measures = [one for one in reading.of("kpi") if one.reference in codes]
        held = {
            number for one in measures for result in results_of(one) for number in (result.cases,) if number is not None
        }
        held |= {pair[1] for one in measures for pair in pairs_of(one)}
        if isinstance(cases, Number) and held and cases.amount not in held:
            mine = Fact(FieldPath(study.id, "measures", row.id, "cases"), f"{cases.amount:f}")
            known = [fact(one, "readings", shown(one)) for one in measures]
            yield differ(reading, words, mine, " and ".join(codes), known)


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
