# SPDX-License-Identifier: MPL-2.0
"""CHK-VG: words that cannot be scored: phrases that leave a question open, partners that do nothing, bare features."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import replace

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import FieldType
from evidencepack.library.rule_words import Phrase, RuleWords
from evidencepack.review.claim_words import claimed, parted, without_sign
from evidencepack.review.phrases import Heard, answers, heard, sentences_in
from evidencepack.review.prose import Prose, plain_label, prose_of
from evidencepack.review.reading import Reading
from evidencepack.review.soft_words import answers_little, says_little
from evidencepack.review.telling import answer, tell, words_in

NARRATIVE, _CASE = "narrative", "case_study"
_STORIES = frozenset({NARRATIVE, "letter_of_support", _CASE, "partnership_review", "partnership", "stop_rule"})
"""Kinds in which even a small open question costs a mark."""

_NOT_OURS = frozenset({"question", "tender", "contact", "lot", "slot", "library_item", "origin", "clarification"})
"""Kinds whose words are the buyer's, or are read by nobody who scores."""

_NAMES = frozenset(
    {"name", "short_name", "full_name", "preferred_form", "title", "legal_name", "trading_name", "job_title", "label"}
)
_ROLES = re.compile(
    r"\b(?:managers?|coordinators?|nurses?|officers?|auditors?|accountants?|trustees?|commissioners?|council|hospital|board"
    r"|payroll|supervisors?|deput(?:y|ies)|callers?|inspectors?|university)\b",
    re.IGNORECASE,
)
_PLEASED = re.compile(
    r"\b(?:happy|pleased|satisfied|delighted|content|glad|grateful|impressed|liked|loved|enjoyed|thrilled|appreciated"
    r"|thanked|praised|positive|smil\w+|confident|convinced)\b",
    re.IGNORECASE,
)
_CHECKS = re.compile(
    r"\b(?:check\w*|sampl\w+|audit\w*|count\w*|review\w*|records?|recorded|logs?|logged|survey\w*|measur\w+|compar\w+"
    r"|verif\w+|read|signed|inspect\w+|register|figures?|scores?|confirm\w*)\b",
    re.IGNORECASE,
)
"""Contentment is no check, whoever feels it; with one of these beside it, somebody looked."""

_FIT_REASONS = ("service_fit_reason", "local_fit_reason", "evidence_fit_reason", "governance_fit_reason")
_SEEN = frozenset(
    {("stop_rule", "trigger"), ("stop_rule", "conditions_to_lift"), ("risk", "trigger")}
    | {("partnership", reason) for reason in _FIT_REASONS}
)
"""Answers in which everything has to be something that anybody can see or count."""

_ONE_THING: Mapping[str, tuple[str, ...]] = {
    "action": ("action", "result"),
    "action_log": ("action", "result", "decision"),
    "audit": ("changed", "sample"),
    "commitment": ("evidence",),
    "continuity_plan": ("told",),
    "contribution": ("volume", "surge"),
    "decision": ("decision", "reason"),
    "escalation_level": ("trigger", "time_limit"),
    "governance": ("improvement_test_method",),
    "guarantee": ("promise", "how_checked", "if_missed"),
    "handover_rule": ("if_incomplete", "time_limit"),
    "heads_of_terms": ("price_review",),
    "info_flow_access": ("emergency_access",),
    "kpi": ("verification",),
    "risk": ("controls", "trigger"),
    "small_detail": ("agreed_way", "compromise"),
    "social_value": ("remedy",),
    "stop_rule": ("trigger", "conditions_to_lift"),
}
"""Answers to one short question, in which a single soft word leaves it open, by kind."""

_PAUSES = re.compile(r"[.!?;:,\n()]|(?<= )[–—-](?= )")
_SHORT_CLAUSE = 12

_DOES = re.compile(
    r"\b(?:runs?|gives?|provides?|delivers?|trains?|fits?|leads?|chairs?|meets?|calls?|rings?|visits?|teach\w*|hosts?"
    r"|coach\w*|checks?|screens?|sends?|offers?|brings?|holds?|answers?|hands?|takes?|makes?|comes?|goes|sits?|repairs?"
    r"|lends?|hires?|employs?|recruits?|drives?|cooks?|opens?|keeps?|tells?|reports?|signs?|decides?|tests?|samples?|audits?"
    r"|counts?|records?|joins?|links?|takes|pays?|lets?|houses?|moves?|installs?|covers?|knows?|has|have|owns?|lives?|live"
    r"|asks?|writes?|reads?|fix(?:es)?|adds?|switch\w*|staffs?|books?|introduces?|translates?|speaks?)\b"
)


def vague(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-VG-01: yield each phrase that leaves open a question which its own sentence does not answer."""
    for prose in _scored(reading, record):
        for one in _open(prose, words, weighty=record.kind in _STORIES):
            said = {"document": reading.called(prose.about), "answer": one.words, "question": one.phrase.ask}
            found = tell(words, prose.about, prose.path, said)
            severity = one.phrase.severity or words.severity
            quoted = replace(found, quote=one.words, span=(one.start, one.end), severity=severity)
            yield replace(quoted, item=f"“{one.words}”")
    if record.kind == _CASE:
        yield from _unchecked(reading, words, record)


def _open(prose: Prose, words: RuleWords, *, weighty: bool) -> Iterator[Heard]:
    """Yield the phrases that leave a question open, and the empty claims of sentences that have no such phrase.

    A small open question is left out where it costs no mark. Each sentence is told once.
    """
    text = parted(prose.text, words.vocabulary)
    said = heard(text, words.phrases)
    phrases = tuple(one for one in said if weighty or one.phrase.severity is not Severity.SUGGESTS)
    signs = without_sign(text, words.vocabulary) if (prose.about.kind, prose.path.field) in _SEEN else ()
    short = prose.path.field in _ONE_THING.get(prose.about.kind, ())
    little = (answers_little if short else says_little)(text, words.vocabulary)
    yield from _one_a_sentence(text, (*phrases, *claimed(text, words.vocabulary), *signs, *little))


def _one_a_sentence(text: str, found: tuple[Heard, ...]) -> Iterator[Heard]:
    """Yield the first of what was heard in each sentence, what weighs most first: one sentence is one thing to mend."""
    starts = [start for start, _ in sentences_in(text)] if found else []
    told = set()
    for one in sorted(found, key=lambda one: one.phrase.severity is Severity.SUGGESTS):
        if (sentence := bisect(starts, one.start)) not in told:
            told.add(sentence)
            yield one if isinstance(one.phrase, Phrase) else _clause(text, one)


def _clause(text: str, one: Heard) -> Heard:
    """Return what was heard with the clause round it, if that is short: two words alone tell nobody what is meant."""
    before, after = _PAUSES.split(text[: one.start])[-1], _PAUSES.split(text[one.end :])[0]
    start, end = one.start - len(before.lstrip()), one.end + len(after.rstrip())
    return Heard(start, end, text[start:end], one.phrase) if len(text[start:end].split()) <= _SHORT_CLAUSE else one


def _unchecked(reading: Reading, words: RuleWords, case: Record) -> Iterator[Finding]:
    """Yield an assurance that tells neither who checked nor how often, how many or when."""
    said = words_in(case, "assurance")
    named = _ROLES.search(said) or any(name in said for name in reading.once(_names))
    general = not named or (_PLEASED.search(said) and not _CHECKS.search(said))
    if said and general and not re.search(r"\d", said) and not answers(said, "number", "rhythm", "time"):
        found = tell(words, case, answer(case, "assurance"), {"document": reading.called(case)}, "assurance")
        yield replace(found, quote=said, span=(0, len(said)), item=f"“{said}”")


def _names(reading: Reading) -> frozenset[str]:
    """Return what people and organisations are called, each person by the first name too."""
    people = [words_in(one, name) for one in reading.of("contact") for name in ("full_name", "preferred_form")]
    parties = [words_in(one, name) for one in reading.of("organisation") for name in ("short_name", "legal_name")]
    return frozenset(filter(None, (*people, *parties, *(one.split(" ")[0] for one in people))))


def named_only(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-VG-03: yield each paragraph of a narrative that names its partner and not what it does."""
    partner = reading.linked(paper, "partner")
    name = str(partner.answers.get("short_name") or "") if partner else ""
    for prose in prose_of(reading, paper) if name else ():
        named = [one for one in _sentences(prose.text) if name in one]
        does = any(_DOES.search(one) or answers(one, "number", "rhythm", "time") for one in named)
        if named and not does and not answers(prose.text, "number", "rhythm", "time"):
            said = {"document": reading.called(paper), "label": prose.label, "partner": name}
            found = tell(words, paper, prose.path, said)
            start = prose.text.index(name)
            yield replace(
                found, quote=name, span=(start, start + len(name)), item=paper.reference, looked=(prose.text,)
            )


def bare_features(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-VG-04: yield each paragraph of a narrative that tells of a tool, and of no figure that it changed."""
    for prose in prose_of(reading, paper):
        first = next(heard(prose.text, words.phrases), None)
        if first and not answers(prose.text, "number"):
            said = {"document": reading.called(paper), "label": prose.label, "answer": first.words}
            found = tell(words, paper, prose.path, said)
            yield replace(found, quote=first.words, span=(first.start, first.end), item=paper.reference)


def _scored(reading: Reading, record: Record) -> Iterator[Prose]:
    """Yield the words of a record that somebody scores: no names, no words of the buyer; of a fit test its reasons."""
    if record.kind in _NOT_OURS:
        return
    for prose in prose_of(reading, record):
        if (prose.path.column or prose.path.field) not in _NAMES:
            yield prose
    for name in _FIT_REASONS if record.kind == "partnership" else ():
        field = reading.library[record.kind].fields[name]
        if field.type is FieldType.LONG_TEXT and words_in(record, name):
            yield Prose(record, answer(record, name), plain_label(field), words_in(record, name))


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+|\n", text)
