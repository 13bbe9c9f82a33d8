# SPDX-License-Identifier: MPL-2.0
"""CHK-DS: what a data sharing agreement says of keeping, rights, checks and its own reviews."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Choices
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.abroad import is_abroad, places_abroad
from evidencepack.review.complaints import acknowledged_in_time
from evidencepack.review.kept_how_long import has_no_end
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, cell, listed, rows, tell, words_in

_YEAR = 366
_NO_REASON = frozenset(
    re.findall(
        r"\S+",
        """
        all also always and any are as ask be beneficial best both case completeness do essential everything extremely
        file files for full general generally good great handy have helpful important in information interesting is it
        just key know n na necessary needed nice or our practical practice purposes quite really record records
        reference relevant required safe so standard sure the they this to too us use useful usual valuable various
        very vital we your
        """,
    )
)
"""Words that give no reason by themselves, however many of them stand together."""

_UNSAFE = re.compile(
    r"\b(?:WhatsApp|plain e-?mail|(?:un|not )encrypted e-?mail|text messages?|SMS|fax(?:ed)?|"
    r"USB(?: stick)?|memory stick|"
    r"(?:personal|own|private) (?:phone|mobile|e-?mail))\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\b(?:never|no|not|without|instead of|rather than|nor|or)\W+(?:\w+\W+){0,3}$", re.IGNORECASE)
_HOW = ("receiving_system", "trigger", "purpose", "audit_trail", "confidentiality_note")
_RECORDS = re.compile(r"\b(?:record|not(?:es?|ed)\b|writ)", re.IGNORECASE)
_REVIEWS = re.compile(r"\breview|\b(?:look|ask|check)\w* (?:it )?again|\brevisit", re.IGNORECASE)


def no_flows(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-01: yield an agreement on personal information without any flow."""
    if _is_personal(paper) and not reading.of("data_flow"):
        yield _at(reading, words, paper, answer(paper, "flows"))


def half_kept(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-17: yield each record of which nobody knows how long, from when or by whom it is kept."""
    asked = {"period": "for how long", "starts": "counted from when", "holder": "by whom"}
    for row in rows(paper, "retention"):
        missing = [name for name in asked if not row.cells.get(name)]
        if missing:
            said = {"name": words_in(row.cells, "what"), "missing": listed([asked[one] for one in missing])}
            yield _at(reading, words, paper, cell(paper, "retention", row, missing[0]), **said)


def kept_for_ever(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-18: yield each period for keeping that has no end, only a policy, or an end after more than 30 years."""
    for row in rows(paper, "retention"):
        period = words_in(row.cells, "period")
        if has_no_end(period):
            said = {"name": words_in(row.cells, "what"), "answer": period}
            yield _at(reading, words, paper, cell(paper, "retention", row, "period"), **said)
    for flow in reading.of("data_flow"):
        period = words_in(flow, "retention_receiver")
        if has_no_end(period):
            said = {"name": f"{flow.reference} {words_in(flow, 'name')}".strip(), "answer": period}
            found = _at(reading, words, flow, answer(flow, "retention_receiver"), **said)
            yield replace(found, quote=period, span=(0, len(period)), looked=())


def no_live_review(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-22: yield an agreement without a day of review, or with one that has passed."""
    day = paper.answers.get("review_date")
    if not isinstance(day, date) or day < reading.as_of:
        yield _at(reading, words, paper, answer(paper, "review_date"))


def late_review(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-23: yield an agreement that is reviewed more than a year after it starts, or after its version."""
    told = (paper.answers.get(name) for name in ("start_date", "version_date"))
    since, day = [one for one in told if isinstance(one, date)], paper.answers.get("review_date")
    if since and isinstance(day, date) and (day - max(since)).days > _YEAR:
        yield _at(
            reading, words, paper, answer(paper, "review_date"), day=date_text(day), otherday=date_text(max(since))
        )


def no_assessment(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-24: yield an agreement that does not say where its impact assessment is, or plans it too late."""
    done, start, due = (paper.answers.get(name) for name in ("dpia_done", "start_date", "dpia_date"))
    late = isinstance(due, date) and isinstance(start, date) and due >= start
    if _is_personal(paper) and (not done or (done == "planned" and (late or not due))):
        yield _at(reading, words, paper, answer(paper, "dpia_date" if done else "dpia_done"))


def unsafe_ways(reading: Reading, words: RuleWords, flow: Record) -> Iterator[Finding]:
    """CHK-DS-27: yield each flow in whose words an unsafe way of sending is named, and not forbidden."""
    for name in _HOW if flow.answers.get("contains") != "anonymous" else ():
        text = words_in(flow, name)
        for said in _UNSAFE.finditer(text):
            if not _NEVER.search(text[: said.start()]):
                found = _at(reading, words, flow, answer(flow, name), answer=said[0])
                yield replace(found, quote=said[0], span=said.span())


def needless_items(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-28: yield each item of which nobody says why it is needed."""
    for row in rows(paper, "data_items"):
        why = words_in(row.cells, "why")
        said = re.findall(r"[\w’'-]+", why.casefold())
        if len(said) <= 1 or all(one in _NO_REASON for one in said):
            yield _at(reading, words, paper, cell(paper, "data_items", row, "why"), name=words_in(row.cells, "item"))


def slow_complaints(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-30: yield an agreement without a way to complain that is acknowledged within 30 days."""
    text = words_in(paper, "complaint_process")
    if _is_personal(paper) and not acknowledged_in_time(text):
        yield _at(reading, words, paper, answer(paper, "complaint_process"))


def unchecked(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-31: yield an agreement of whose latest version nobody with knowledge has read."""
    days = [row.cells.get("reviewed_on") for row in rows(paper, "ig_reviews") if row.cells.get("contact")]
    read, version = [day for day in days if isinstance(day, date)], paper.answers.get("version_date")
    if _is_personal(paper) and (not read or (isinstance(version, date) and max(read) < version)):
        yield _at(reading, words, paper, answer(paper, "ig_reviews"))


def no_capacity(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-32: yield an agreement about people who draw on care that does not say what happens without capacity."""
    people = paper.answers.get("data_subjects")
    asked = isinstance(people, Choices) and "people_using_service" in people.chosen
    if _is_personal(paper) and asked and not words_in(paper, "capacity_approach"):
        yield _at(reading, words, paper, answer(paper, "capacity_approach"))


def opt_out_open(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-33: yield an agreement that leaves the national opt-out open, or says that research does not engage it."""
    said = paper.answers.get("opt_out")
    research = any(one.answers.get("use") == "research" for one in reading.of("data_flow"))
    if _is_personal(paper) and (not said or (research and said == "not_engaged")):
        yield _at(reading, words, paper, answer(paper, "opt_out"))


def no_safeguard(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-34: yield an agreement on information that leaves the UK without a safeguard, whatever its answer says."""
    if paper.answers.get("outside_uk_safeguard"):
        return
    if paper.answers.get("outside_uk") is True:
        yield _at(reading, words, paper, answer(paper, "outside_uk_safeguard"))
    there = [(answer(paper, "storage_location"), listed(places_abroad(words_in(paper, "storage_location"))))]
    for row in rows(paper, "subprocessors"):
        country = words_in(row.cells, "country")
        there.append((cell(paper, "subprocessors", row, "country"), country if is_abroad(country) else ""))
    for path, place in there:
        if place:
            said = {"document": reading.called(paper), "name": place}
            yield replace(tell(words, paper, path, said, "place"), item=place, looked=(place, path.field))


def one_language(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-35: yield each notice that does not say in which languages and formats it is given."""
    for row in rows(paper, "privacy_notices"):
        if not words_in(row.cells, "languages"):
            notice = words_in(row.cells, "notice")
            yield _at(reading, words, paper, cell(paper, "privacy_notices", row, "languages"), name=notice)


def unrecorded_consent(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-36: yield an agreement that does not say that each decision is recorded and looked at again."""
    text = words_in(paper, "consent_approach")
    if _is_personal(paper) and not (_RECORDS.search(text) and _REVIEWS.search(text)):
        yield _at(reading, words, paper, answer(paper, "consent_approach"))


def uncovered_pilot(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-40: yield an agreement that starts after work that was shared before, and names none that covered it."""
    start, before = paper.answers.get("start_date"), paper.answers.get("covers_pilot")
    logged = (row.cells.get("access_on") for one in reading.of("info_flow_access") for row in rows(one, "jml_log"))
    early = isinstance(start, date) and any(isinstance(day, date) and day < start for day in logged)
    if _is_personal(paper) and (before is True or early) and not words_in(paper, "previous_agreement"):
        yield _at(reading, words, paper, answer(paper, "previous_agreement" if before is True else "covers_pilot"))


def _is_personal(paper: Record) -> bool:
    return paper.answers.get("sharing") == "personal"


def _at(reading: Reading, words: RuleWords, record: Record, path: FieldPath, **said: str) -> Finding:
    found = tell(words, record, path, {"document": reading.called(record), **said})
    return replace(found, item=said.get("name", record.reference), looked=(found.message, path.field))
