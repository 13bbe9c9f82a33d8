# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-06 in words: who is said to chair, to lead, to stand in, to answer or to hold an office, and does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, clash, fact
from evidencepack.review.cues import cue, lacks
from evidencepack.review.names_in_capitals import ANYBODY, NO_PERSON
from evidencepack.review.reading import Reading
from evidencepack.review.role_holders import (
    Known,
    accountable,
    chairs,
    deputies,
    deputy_chairs,
    holder,
    leads,
    lifts,
    office,
    owns,
    safeguarding,
)
from evidencepack.review.sentences import Sentence, clause_around, sentences_of
from evidencepack.review.spoken_names import called, holders_in, meetings_in, organisations_in, people_in

_BE = r"(?:is|are|remains|acts as|serves as|will be|becomes|works as)"
_OUR = r"(?:the |our |its |a |their |this |your |[\w’.]+(?:’s|s’) )?"
_MARK = "\ue000"
"""Stands for each letter of the name of a known person, so that the patterns are the same for everybody."""

_NAME = rf"(?P<who>{_MARK}+|{ANYBODY})"


@dataclass(frozen=True, slots=True)
class _Role:
    """A role: the patterns in which a name has it, and who has it of what the sentence is about."""

    patterns: tuple[str, ...]
    known: Callable[[Reading, Sentence, str], Known]
    needs: str = ""


_OFFICES: Mapping[str, tuple[str, ...]] = {
    r"data protection officer|DPO": ("dpo",),
    r"(?:information governance|IG) lead": ("ig_lead",),
    r"Caldicott [Gg]uardian": ("caldicott_guardian",),
    r"SIRO|senior information risk owner": ("siro",),
    r"[Nn]ominated [Ii]ndividual": ("nominated_individual",),
    r"accessible information lead": ("accessible_information_lead",),
}


def _holding(title: str) -> tuple[str, ...]:
    """Return the patterns in which somebody holds an office: "our DPO is X", "X, the DPO", "X (DPO)"."""
    title = rf"(?i:{title})"
    return (
        rf"\b{title}(?: (?:for|at|of) [^.;,]{{2,40}}? is)?(?:,|:| is| are| will be| remains|, who is)? ?\(?{_NAME}",
        rf"{_NAME},? (?:who )?(?:{_BE} )?(?:as )?{_OUR}{title}\b(?! deputy)",
        rf"{_NAME} \({_OUR}{title}\)",
    )


_ROLES: tuple[_Role, ...] = (
    _Role(
        (
            rf"\bdeputy[- ]chair(?:ed by|,|:| is)? {_NAME}",
            rf"{_NAME}[^.;]{{0,30}}\b(?:is|as|acts as) {_OUR}deputy[- ]chair\b",
        ),
        deputy_chairs,
        "deputy",
    ),
    _Role(
        (
            rf"\b[Bb]y {_NAME} (?:is|are|will be) (?:the \w+ )?(?:chaired|led|run|headed|presided|convened|held)\b",
            rf"{_NAME} (?:is|are) (?:the one |she |he )?who (?:chairs|leads|runs|presides)\b",
            rf"\b(?:chairing|chair|chairmanship|chairship|leading) by (?:our |the )?(?:[\w-]+ ){{0,3}}?{_NAME}",
            (
                r"\b(?:chaired|presided over|led|run|hosted|headed|convened|guided|steered|opened|called together|held|"
                r"moderated|facilitated|directed|conducted|managed|overseen|taken)"
                rf"(?:,[^,]{{1,30}},)? by "
                rf"(?:(?:our|the|its|their|a) (?:[\w’-]+,? ){{1,4}}?|(?:[\w-]+ ){{0,3}}?){_NAME}"
            ),
            (
                rf"{_NAME},? (?:[^,.;]{{1,50}}, )?(?:also |always |now |will |who |then |usually )?"
                r"(?:chairs?|is chairing|chairing|presides? over|presides?|heads|leads|runs|convenes?|steers?|opens?|"
                r"moderates?|facilitates?|directs?|conducts?|hosts?|"
                r"holds? the (?:chair|gavel)|(?:takes?|has|is in|sits in) the chair)\b"
            ),
            rf"(?<!deputy )(?i:\bchair(?:person|man|woman)?)(?:,|:| –| -| is| are| will be| remains)? \(?{_NAME}",
            (
                r"\bchair(?:ship)? (?:(?:of|at|in) [^.;,]{3,40}? )?(?:is |will be )?(?:taken|held|done|filled|shared) "
                rf"(?:on \w+ )?by {_NAME}"
            ),
            rf"\b(?:chair|chairing|chairship)\b (?:lies|rests|sits|stays|is|falls) (?:with|to|in the hands of) {_NAME}",
            rf"{_NAME} \((?:who )?chairs?(?: it)?\)",
            rf"\bwith {_NAME} (?:chairing|presiding|leading|at the head|as (?:its |the )?chair)",
            rf"{_NAME}[^.;]{{0,25}}\b(?:as|in|takes) {_OUR}(?<!deputy )chair\b",
            rf"{_NAME} \(chair\)",
            rf"(?<!deputy )(?i:\bchair) of [^.;,:]{{3,40}}?(?: is| will be|:| –) {_NAME}",
            rf"{_NAME} {_BE} {_OUR}(?<!deputy )chair\b",
            rf"\bunder (?:the chair(?:ship|manship)? of )?{_NAME}",
        ),
        chairs,
        r"(?i)\bchair|\bled by\b|\bleads\b|\bheads\b|\bheaded\b|\brun by\b|\bhosted\b|\bpresid|\bunder\b|\bconven|"
        r"\bguided\b|\bsteer|\bopen|\bgavel\b|\bat the head\b|\bmoderat|"
        r"\bfacilitat|\bdirect|\bconduct|\bhosts?\b|\btaken by",
    ),
    _Role(
        (
            (
                rf"(?<!team )(?<!desk )(?<!group )(?<!sessions )(?<!session )(?<!course )(?<!training )(?<!coaching )\b"
                rf"(?:led|headed|overseen) by (?:our |the )?(?:[\w-]+ ){{0,3}}?{_NAME}"
            ),
            (
                rf"{_NAME}(?:,[^,.;]{{1,50}},|,(?= who))? (?:who )?(?:will )?(?:leads?|heads|manages|runs|"
                r"oversees)(?= (?:our|the|its|this|all) "
                rf"(?:work|service|delivery|partnership|contribution|part|offer|whole|project|team\b(?! of))|"
                r" (?:for|on|at) (?:us|our|this|the|[A-Z])|[.,;]|$| and\b| with\b|"
                r" it\b| here\b| (?=[A-Z]))"
            ),
            (
                rf"{_NAME},? (?:who )?{_BE} {_OUR}(?:named |project |overall |delivery |partner |"
                r"contract )?lead(?:er)?\b(?! for (?!us))"
            ),
            (
                r"\b(?:[Nn]amed |[Oo]ur |[Pp]artner |[Pp]roject |"
                r"[Dd]elivery )?(?<!safeguarding )(?<!governance )(?<!IG )(?<!deputy )(?<!clinical"
                r" )(?<!accountable )lead(?:er)?(?: officer| contact)?(?: (?:for|at|of|"
                rf"from) [^.;,]{{2,40}}?(?= is| will be|:))?"
                rf"(?:,|:| is| will be| remains)? {_NAME}"
            ),
            rf"{_NAME},? (?:as )?{_OUR}named lead\b",
            (
                rf"{_NAME},? (?:who )?(?:is in charge|has charge|is in the lead|takes the lead)\b"
                r"(?! (?:of|for|on) (?!us\b|it\b))"
            ),
            rf"\b(?:point of contact|contact person|first contact)(?:,|:| is) {_NAME}",
        ),
        leads,
        r"\b[Ll]ead|\bled\b|\bcharge\b|\bhead|\bmanage|\brun\b|\bruns\b|\boverse|\bcontact\b",
    ),
    _Role(
        (
            rf"{_NAME} (?:as|acting as) {_OUR}(?:named )?deputy\b(?! chair)",
            (
                rf"{_NAME},? (?:who )?(?:deputises|covers(?= for|[.,;]|$| when| in| her| him)|stands in|steps in|"
                rf"{_BE} {_OUR}(?:named )?deputy(?! chair))"
            ),
            rf"{_NAME} (?:covering|standing in|deputising)\b",
            rf"\b[Dd]eputy(?: lead)?(?! chair)(?:,|:| is| will be)? {_NAME}",
            rf"\b(?:deputised|covered|supported) by {_NAME}",
            rf"\bcover(?: comes)? (?:from|by) {_NAME}",
            rf"\bin (?:her|his|their) (?:absence|place),? {_NAME}",
        ),
        deputies,
        r"\b[Dd]eput|\bcover|\bstand|\bsteps in|\babsence|\bin (?:her|his|their) place",
    ),
    _Role(
        (*_holding("(?:named |adult )?safeguarding lead"), rf"{_NAME} leads (?:on|for) safeguarding"),
        safeguarding,
        "afeguarding",
    ),
    _Role(
        (
            (
                rf"{_NAME},? (?:who )?(?:alone )?(?:answers|is (?:singly |solely |overall )?(?:accountable|"
                r"responsible)) for "
                rf"(?:joint|the whole|everything|all|overall|the (?:contract|service|partnership))"
            ),
            rf"\b(?:[Ss]ingle |[Oo]ne |[Oo]verall )?accountable (?:lead|person|officer)(?:,|:| is)? {_NAME}",
            (
                rf"{_NAME},? (?:who )?{_BE} {_OUR}(?:single |one |overall |sole )*(?:accountable (?:lead|person|"
                r"officer)|overall lead)\b"
            ),
            rf"\b(?:overall|final) (?:accountability|responsibility) (?:rests|lies|sits) with {_NAME}",
            rf"{_NAME} has (?:overall|final) (?:accountability|responsibility)",
        ),
        accountable,
        r"accountab|answers for|responsib|overall lead",
    ),
    _Role(
        (
            rf"\bonly {_NAME} (?:lifts|can lift|may lift)",
            rf"\b(?:lifted|ended) (?:only )?by {_NAME}",
            rf"{_NAME} (?:alone )?(?:lifts|can lift|may lift)",
        ),
        lifts,
        r"\blift|\bended by",
    ),
    _Role(
        (rf"\bowned by {_NAME}", rf"\bowner(?:,|:| is) {_NAME}", rf"{_NAME} (?:owns|is (?:the )?owner of)\b"),
        owns,
        r"\bown",
    ),
    *(_Role(_holding(title), office(*fields), rf"(?i:{title})") for title, fields in _OFFICES.items()),
)


def others_in_roles(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield each sentence of a record that gives a role to somebody who does not have it."""
    if record.kind in {"contact", "organisation", "network_contact"}:
        return
    for sentence in sentences_of(reading, record):
        told = set[tuple[int, int]]()
        for at, role in () if lacks(sentence.text, _ANY) else enumerate(_ROLES):
            for found in _of_role(reading, words, sentence, role) if _NEEDED[at].search(sentence.text) else ():
                if found.span not in told:
                    told.add(found.span)
                    yield found


_NEEDED = tuple(re.compile(one.needs) for one in _ROLES)
_ANY = cue(
    "lead leads leader leading led chair convene charge guided steer gavel open opens opened moderates facilitates "
    "direct conduct taken takes deputy deputises head heads headed presides cover stand stands standing steps absence "
    "place answers accountable accountability responsible lift lifts lifted ended own owns owned owner contact manage "
    "run runs overseen hosts host hosted under safeguarding data DPO information IG Caldicott SIRO senior nominated "
    "accessible"
)
_PAST = re.compile(r"\b(?:used to|was|were|had|until|formerly|previously|no longer|checked|not|never|instead of)\b")


def other_jobs(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-06: yield each name that stands beside the job of somebody else: "Nasrin Akhtar, Registered Manager"."""
    if record.kind in {"contact", "organisation"}:
        return
    for sentence in sentences_of(reading, record):
        jobs = holders_in(reading, sentence.text)
        for one in people_in(reading, sentence.text) if jobs else ():
            for job in jobs:
                between = (
                    sentence.text[one.end : job.start] if job.start > one.end else sentence.text[job.end : one.start]
                )
                side_by_side = (
                    between.strip().casefold() in (_BESIDE | ({"is"} if job.end <= one.start else set()))
                    if one.record != job.record
                    else False
                )
                if side_by_side:
                    holder = reading.facts.records[job.record]
                    known = [fact(holder, "job_title", called(holder))]
                    yield clash(
                        reading, words, sentence, (one.start, one.end), Against(job.name, known, called(holder))
                    )


_BESIDE = frozenset(
    {
        ",",
        ", our",
        ", the",
        ", its",
        "is our",
        "is the",
        "is its",
        "–",
        "-",
        "is now",
        "will be",
        "(",
        ":",
        ", who is our",
        ", who is the",
        "",
    }
)


def _of_role(reading: Reading, words: RuleWords, sentence: Sentence, role: _Role) -> Iterator[Finding]:
    for person, around, span in _said(reading, sentence, role):
        of, known = role.known(reading, sentence, _about(reading, sentence, role, around))
        if role.known is deputies and _FOR_THEM.match(sentence.text, span[1]):
            of, known = _of_chair(reading, sentence) or (of, known)
        holders = {holder(reading, one) for one in known}
        known = () if role.known is chairs and not _is_of_meeting(reading, sentence, around) else known
        # The very place that names the holder cannot contradict itself.
        if known and person not in holders and not any(one.path == sentence.prose.path for one in known):
            one = known[0] if len({each.words for each in known}) == 1 else None
            yield clash(reading, words, sentence, span, Against(of, known, one.words if one else ""))


_FOR_THEM = re.compile(r",? (?:\w+ ){1,3}for (?:him|her|them)\b")


def _of_chair(reading: Reading, sentence: Sentence) -> Known | None:
    """Return who stands in for the chair, where somebody who chairs a meeting is told of right before; else None."""
    told = f"{sentence.before} {sentence.text}"
    return deputy_chairs(reading, sentence, told) if _CHAIRS.search(told) else None


def _is_of_meeting(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether somebody chairs, or does something to a meeting that is named right beside: to host a drop-in is none."""
    if _CHAIRS.search(sentence.text[slice(*span)]):
        return True
    near = (max(one.start - span[1], span[0] - one.end) for one in meetings_in(reading, sentence.text))
    return min(near, default=0) <= _BESIDE_IT


def _about(reading: Reading, sentence: Sentence, role: _Role, span: tuple[int, int]) -> str:
    """Return the words that say of what somebody has a role; of several meetings, the one that is named nearest."""
    named = meetings_in(reading, sentence.text)
    if role.known in _CHAIRING and len({one.record for one in named}) > 1:
        return min(named, key=lambda one: max(one.start - span[1], span[0] - one.end)).name
    clause = clause_around(sentence.text, span) if named and role.known in _LEADING else ""
    if any(organisations_in(reading, clause)) and not meetings_in(reading, clause):
        return clause
    return _around(reading, sentence)


_CHAIRS, _BESIDE_IT = re.compile(r"chair|presid|gavel|conven", re.IGNORECASE), 20
_CHAIRING, _LEADING = (chairs, deputy_chairs), (leads, deputies)


def _said(reading: Reading, sentence: Sentence, role: _Role) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Yield whom a sentence gives a role, by id (empty for somebody unknown): where that is said, and the name."""
    text = sentence.text
    named = people_in(reading, text) or holders_in(reading, text)
    people = {(one.start, one.end): one.record for one in named}
    seen = set[tuple[int, int]]()
    marked = _marked(text, people)
    for pattern in _patterns(_ROLES.index(role)):
        for found in pattern.finditer(marked):
            span = found.span("who")
            known = next(((a, b) for a, b in people if a < span[1] and span[0] < b), None)
            span = known or span
            if role.known is leads and _TASK.search(marked[: span[0]]):
                continue
            if _PAST.search(clause_around(text, found.span())):
                continue
            unknown = not known and text[span[0]].isupper() and not _is_no_person(reading, text[span[0] : span[1]])
            if span not in seen and (known or unknown):
                seen.add(span)
                yield people.get(span, ""), found.span(), span


_TASK = re.compile(
    r"\b(?!(?i:services|partners|connectors|teams|works|is|this)\b)[A-Za-z]+(?:s|ing)"
    r" (?:is|are|will be) (?:led|headed|overseen) by $"
)
"""Behind one task, such as repairs: whoever leads it need not lead for the organisation."""


@cache
def _patterns(number: int) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a role; they are made when a sentence first speaks of it."""
    return tuple(map(re.compile, _ROLES[number].patterns))


def _marked(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return a text of the same length in which marks stand in the place of names."""
    for start, end in places:
        text = text[:start] + _MARK * (end - start) + text[end:]
    return text


def _is_no_person(reading: Reading, name: str) -> bool:
    return bool(NO_PERSON.search(name)) or bool(organisations_in(reading, name)) or bool(meetings_in(reading, name))


def _around(reading: Reading, sentence: Sentence) -> str:
    """Return a sentence with the one before it, where it says "it" or "they" and names no meeting itself."""
    it = re.search(r"\b(?:it|It|they|They|this|This|which)\b", sentence.text)
    return f"{sentence.before} {sentence.text}" if it and not meetings_in(reading, sentence.text) else sentence.text
