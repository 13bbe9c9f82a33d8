# SPDX-License-Identifier: MPL-2.0
"""Examines the readiness rules with every defect there is, and writes the marks into docs/readiness.md.

Usage: ``readiness.py [FILE.md]``. It takes some minutes of one core, and prints what was missed and what was said
wrongly; the page has the numbers only, and keeps everything around them; without the marks it gets them at its end.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.readiness.clean_text import alarms, passages, reads_words  # noqa: E402
from tests.readiness.defect import rule_of, told_as  # noqa: E402
from tests.readiness.examiner import Examiner, live_check  # noqa: E402
from tests.readiness.lists import all_defects, fresh_defects, second_fresh_defects  # noqa: E402
from tests.readiness.marks import Marks, details, report, report_in_short  # noqa: E402
from tests.readiness.mutator import mutations  # noqa: E402
from tests.shipped import LIBRARY, PROGRAM  # noqa: E402
from tests.whole.mistakes import MISTAKES, Mistake  # noqa: E402

from evidencepack.domain.finding import Finding  # noqa: E402
from evidencepack.domain.record import Facts  # noqa: E402
from evidencepack.usecases.changes import apply_change  # noqa: E402
from evidencepack.usecases.importing import import_tender  # noqa: E402
from evidencepack.usecases.signed_papers import PaperWords, notes  # noqa: E402
from evidencepack.usecases.workspaces import create, tender_facts  # noqa: E402

PAGE = ROOT / "docs" / "readiness.md"
RECORD = ROOT / "tests" / "readiness" / "record.md"
"""What the log of the repository showed of how the lists and the rules came about."""

_BEGIN, _END = "<!-- begin: made by packaging/readiness.py -->", "<!-- end: made by packaging/readiness.py -->"
_HEAD = """## How well the rules find what they are for

`.venv/bin/python packaging/readiness.py` puts slips into copies of the sample, one list of them written by hand in
`tests/readiness/defects/`, the others made from a seed, and asks the check. Recall is how much was found of what there
was; precision how much of what was said is right. The aims: 98 % found, and one false alarm in 2,000 words.

*By another rule* counts what was found, but told by another rule that may stand for the one that was meant. *Refused as
typed* counts slips that the form does not take: a day of signing that has not come. They are prevented before any rule
is asked, and count as found only where the refusal names the very thing; the same days are also brought in by a file,
where the rule has to find them."""
_FRESH = """### The set of 23 November, written blind, and spent since

The lists above were there while rules grew, and who mended a rule was told what sort of slip it had missed. So they
say less and less about words that nobody has met. This set was written and committed (`tests/readiness/fresh/`) before
anything was asked of it. Its writer knew the sample, the ids and titles of the rules and the older lists, and no
pattern, word or case of a rule. It is counted nowhere above.

**When it was first asked, the rules found 82 of its 122 slips: 67.2 %** (vague wording 35 of 60, contradictions 20 of
30, personal data 16 of 20, gaps 11 of 12), and spoke wrongly at 5 of its 60 look-alikes. That is the nearer guess for
a tender that nobody has seen, and it stays here.

Then its misses were read and sorted by kind of language, and the rules were mended by sorts: soft words, short answers,
hours and lengths of meetings, days that end a time, names and ages beside each other. None of its sentences stands in
a rule or in a case. But whoever mends a rule by a set knows the set, so **what is found of it now, below, says nothing
of fresh sentences**. The second fresh set, after this one, was written for that.

Nothing of it was changed after it was asked. One of its entries is doubtful itself: the letter for LT-03 is 177 days
old at the deadline, where the rule speaks from 183 on. It counts against the rules here."""
_SECOND = """### The second fresh set, written blind when the first was spent, and partly spent since

This set (`tests/readiness/fresh2/`) was written and committed on 23 November 2026, after rules were mended by the
first, and before anything was asked of it: 135 slips (vague wording 40, contradictions 40, personal data 30, gaps 25)
and 70 look-alikes, right as they stand. Its writer knew the sample, the table of rules that this project set out with
(what each is for, and how personal data were first to be recognised), the first fresh set with the sorts that rules
were mended by, the heads of the older lists, and of two of them, contradictions and gaps, most entries. Of the rules as
they are built it knew no pattern, word, code or case. Some of its slips are ones for which there may be no rule: they
are what an evaluator would mark down, whether or not the program was built to see it.

**When it was first asked, the rules found 91 of its 135 slips: 67.4 %** (vague wording 30 of 40, contradictions 19 of
40, personal data 19 of 30, gaps 23 of 25, one more by another rule), and spoke wrongly at 4 of its 70 look-alikes. That
is the guess for a tender that nobody has seen, and it stays here.

Then the rules for personal data were mended by sorts of its misses: days in words and with months cut short, kin with
two names, initials with an apostrophe, more illnesses, birthdays of great age, more words for roads, bare sort codes,
codes of doors. So **what is found of it now, below, says nothing of fresh personal details**. Of contradictions and of
gaps one was mended by it each, of vague wording none. It is counted nowhere above."""
_APART = """### How the examiner came about

It shares no pattern, list or code with the rules, and `tests/readiness/test_apart.py` holds that: nothing of the rules
is imported, and no sentence of the lists stands in the rules, their words or their cases. It knows of a rule only its
id and what it is for. Which rules were merged it reads from `packaging/rule_list.toml`. Whoever mends a rule is to be
told what sort of slip it missed, and not the sentence. That last part is a way of working; no test can hold it.

When that test was first run, on 23 November 2026, six sentences of the lists stood word for word in the rules' own
tests, too. Whether by chance or not, nobody can tell from the log; they were said anew. Five of them are slips: all
five had been found, and three of the five were found after it. What was found before is flattered by that much, at
least.

In the same commit slips were mended that were wrong themselves, when their misses were known; its message has the
reason for each. Without what the form refuses, 89.9 % were found before it and 90.8 % after it, by the same rules."""


def main(arguments: list[str]) -> int:
    """Examine, write the page and return the exit code."""
    page = Path(arguments[0]) if arguments else PAGE
    facts = sample()
    page.write_text(with_part(page.read_text(encoding="utf-8"), body(facts)), encoding="utf-8")
    print(f"{page} is written")
    return 0


def sample() -> Facts:
    """Return the facts of the sample tender."""
    with tempfile.TemporaryDirectory() as folder, create(Path(folder) / "sample.evidencepack") as workspace:
        import_tender(workspace, PROGRAM.sample, library=PROGRAM.library)
        return tender_facts(workspace, "")


def body(facts: Facts) -> str:
    """Return the part as Markdown."""
    examiner = Examiner(facts, live_check(facts))
    defects = (*all_defects(), *mutations(facts))
    asked = Marks(list(examiner.marks(defects)), [one for one in defects if not examiner.asks(one)])
    fresh = Marks(list(examiner.marks(fresh_defects())))
    second = Marks(list(examiner.marks(second_fresh_defects())))
    print(details(asked), "The spent set", details(fresh), "The second fresh set", details(second), sep="\n\n")
    sets = (_FRESH, report_in_short(fresh), _SECOND, report_in_short(second))
    parts = (report(asked), *sets, _APART, RECORD.read_text(encoding="utf-8").strip())
    return "\n\n".join((_HEAD, _own(examiner), *_clean(examiner), *parts))


def _own(examiner: Examiner) -> str:
    """Return how many of the sample's own mistakes are found, and what is said of the sample without any."""
    facts = signed(examiner.facts)
    found = [one for one in MISTAKES if _is_found(one, examiner, facts)]
    lost = ", ".join(f"CHK-{one.rule}" for one in MISTAKES if one not in found)
    return (
        f"Of the sample's own {len(MISTAKES)} mistakes, {len(found)} are found{f'; not found: {lost}' if lost else ''}."
        f" Of the sample as it stands, all rules together say {len(examiner.before) or 'nothing'}."
    )


def _is_found(mistake: Mistake, examiner: Examiner, facts: Facts) -> bool:
    findings = examiner.sure(mistake.made(facts))
    return any(rule_of(one) in told_as(mistake.rule) for one in findings if one not in examiner.before)


def signed(facts: Facts) -> Facts:
    """Return the facts with what is noted of the words that people signed, as it is when a signature is recorded."""
    words = PaperWords(LIBRARY)
    changes = notes(facts, LIBRARY, lambda one: words.of(one.paper.id, facts).words)
    return reduce(apply_change, changes, facts)


def _clean(examiner: Examiner) -> Iterator[str]:
    """Yield how often rules speak where nothing is wrong."""
    text = passages(examiner.facts)
    words = sum(len(one.split()) for one in text)
    said = [one for _, one in alarms(examiner, text)]
    of_words = [one for one in said if reads_words(one)]
    rate = f"one in {words // len(of_words):,} words" if of_words else "none"
    yield (
        f"Clean text (clauses, helps, good examples, the sample, the manual): {words:,} words, {len(of_words)} false"
        f" alarms by the rules that read words as words, VG and PD: {rate} ({_by_rule(of_words)})."
    )
    yield (
        "A passage of it stands behind an answer that it has nothing to do with. Rules that compare words with facts"
        " may rightly say there that it disagrees, and rules on length that it is long:"
        f" {_by_rule(said, of_words)}. How they do in the right place is seen from the look-alikes below, where"
        " anything that is said counts as a false alarm."
    )


def _by_rule(findings: Sequence[Finding], without: Sequence[Finding] = ()) -> str:
    """Return how often each rule spoke, the busiest first."""
    said = Counter(rule_of(one) for one in findings if one not in without)
    return ", ".join(f"{rule} {times}" for rule, times in said.most_common()) or "none"


def with_part(page: str, part: str) -> str:
    """Return the page with its part renewed, or added at the end."""
    before, found, rest = page.partition(_BEGIN)
    after = rest.partition(_END)[2] if found else "\n"
    return f"{before.rstrip()}\n\n{_BEGIN}\n\n{part}\n\n{_END}{after}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
