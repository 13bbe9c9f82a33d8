# SPDX-License-Identifier: MPL-2.0
"""What a review rule says, once read. Plain frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from evidencepack.domain.trade import Severity


class Panel(StrEnum):
    """Where a finding is shown: among what an evaluator would miss, or apart from it, as a reminder for the desk."""

    READINESS = "readiness"
    REMINDERS = "reminders"


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """Words that a rule looks for in sentences, as a regular expression in small letters; a hit begins with a word.

    ``ask`` is the question that makes it concrete. ``answered`` names what answers that question where it stands in
    the same sentence (a number, a rhythm ...); ``fine`` are words round it in which it means something else.
    ``severity`` is its own, where it has another one than its rule.
    """

    id: str
    words: str
    ask: str = ""
    answered: tuple[str, ...] = ()
    fine: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, eq=False)
class WordSort:
    """Words of one sort, which a rule looks for in whatever order they stand.

    ``words`` has words and groups of words in small letters between commas; a star stands for any ending. Where there
    is ``beside``, one of those has to stand in the same sentence too. ``ask`` is the question that makes it concrete,
    and ``answered`` names what answers it. ``concrete`` is how many concrete words the sentence may have and still be
    empty; none of them counts where it is left out. ``severity`` is its own, where it has another one than its rule.
    """

    id: str
    words: str
    ask: str
    beside: str = ""
    answered: tuple[str, ...] = ()
    concrete: int | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Sorts of words, and what is needed to weigh a sentence; two are the same only if they are one.

    ``plain`` are words that are not concrete; ``fine`` are groups in which words of a sort mean something else;
    ``reader`` are words with which a sentence begins that tells its reader what to do; ``ask`` is the question for a
    sentence that holds nothing concrete at all, where something has to be seen. ``soft`` are words and groups of words
    of which one says little and several say nothing; ``little`` is the question for a sentence that is made of them.
    """

    sorts: tuple[WordSort, ...] = ()
    plain: str = ""
    fine: str = ""
    reader: str = ""
    ask: str = ""
    soft: str = ""
    little: str = ""


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What a review rule says: its severity, its name, the sentence with ``{places}`` to fill, and what to do.

    ``row_message`` is the sentence about an answer that lies deeper, where the rule has one: a cell of a table, or an
    answer of another record. ``says`` are further sentences by name. ``many`` is the one line in the place of several
    findings in one paper, with ``{number}`` and ``{names}``. ``fix`` is what the button of its fix says. ``looks_at``
    says for the manual what the rule looks at, ``source`` on what it rests: a law, guidance, or practice. ``way_out``
    is what a person may state of a finding that blocks, so that it blocks no more; empty where only a change helps.
    ``phrases`` are words that it looks for, ``vocabulary`` those that it looks for in whatever order.
    """

    id: str
    severity: Severity
    title: str
    message: str
    help: str
    row_message: str = ""
    many: str = ""
    fix: str = ""
    source: str = ""
    looks_at: str = ""
    says: Mapping[str, str] = field(default_factory=dict)
    way_out: str = ""
    panel: Panel = Panel.READINESS
    phrases: tuple[Phrase, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
