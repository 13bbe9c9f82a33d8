# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from tests.conformance.conforming import claimed
from tests.pack import judges
from tests.render.everything import properties
from tests.render.typeset.setting import FONTS, set_blocks, words

from evidencepack.blocks.blocks import Heading, Paragraph
from evidencepack.guard.child import limited
from evidencepack.pack.validation import BROKE_OFF, NOT_INSTALLED, TOO_LONG, Broken, Pdf, Verdict, judge, validate
from evidencepack.render.pdf.painter import paint
from evidencepack.render.theme import STANDARD

Judging = Callable[..., None]


@pytest.fixture(scope="module")
def good() -> Pdf:
    pages = set_blocks(Heading(1, words("Heading")), Paragraph(words("Words.")))
    return Pdf(claimed(pages, STANDARD, FONTS, replace(properties(), reference="TBN-DOC")), 1)


@pytest.fixture(scope="module")
def bad() -> Pdf:
    """A file that claims nothing and has no output intent."""
    return Pdf(paint(set_blocks(Heading(1, words("Heading"))), STANDARD, FONTS, properties()), 1)


@pytest.fixture
def judging(monkeypatch: pytest.MonkeyPatch) -> Judging:
    """Put another function into the child, with a second for its work and little memory."""

    def put(judge: Callable[..., object], seconds: float = 20) -> None:
        monkeypatch.setattr("evidencepack.pack.validation.judge", judge)
        monkeypatch.setattr("evidencepack.pack.validation._SECONDS", seconds)

    return put


def test_a_file_that_conforms_passes_and_the_verdict_names_who_says_so(good: Pdf) -> None:
    (verdict,) = validate([good])
    assert verdict.passed
    assert verdict.by == "page-validation 0.11.0"


def test_a_file_that_does_not_is_told_by_its_rules(bad: Pdf) -> None:
    (verdict,) = validate([bad])
    assert not verdict.passed
    assert not verdict.reason
    assert {one.profile for one in verdict.broken} == {"PDF/UA-1", "PDF/A-2a"}
    assert all(one.rule and one.count > 0 for one in verdict.broken)


def test_each_file_gets_its_own_verdict(good: Pdf, bad: Pdf) -> None:
    assert [verdict.passed for verdict in validate([good, bad, good, Pdf(b"no PDF", 1), good])] == [
        True, False, True, False, True,
    ]  # fmt: skip


def test_what_cannot_be_read_breaks_both_profiles() -> None:
    (verdict,) = validate([Pdf(b"no PDF", 1)])
    assert [one.profile for one in verdict.broken] == ["PDF/UA-1", "PDF/A-2a"]
    assert all(one.rule.startswith("cannot be read") for one in verdict.broken)


@pytest.mark.parametrize(
    ("judge", "seconds", "reason"),
    [
        (judges.hang, 0.5, "took too long"),
        (judges.eat_memory, 20, "took too much memory"),
        (judges.crash, 20, "broke off"),
        (judges.talk_nonsense, 20, "broke off"),
        (judges.meet_a_limit, 20, "met a limit"),
    ],
)
def test_a_validator_that_does_not_come_to_its_end_gives_no_verdict(
    good: Pdf, judging: Judging, judge: Callable[..., object], seconds: float, reason: str
) -> None:
    judging(judge, seconds)
    (verdict,) = validate([good])
    assert not verdict.passed
    assert reason in verdict.reason
    assert verdict.broken == ()


def test_one_file_that_brings_the_validator_down_takes_no_other_with_it(good: Pdf, judging: Judging) -> None:
    judging(judges.crash_at_the_mark)
    deadly = Pdf(good.data + b"\n%" + judges.MARK, 1)
    assert [verdict.passed for verdict in validate([good, deadly, good])] == [True, False, True]


def test_a_validator_that_hangs_is_waited_for_once_and_not_once_for_each_file(
    good: Pdf, judging: Judging, monkeypatch: pytest.MonkeyPatch
) -> None:
    judging(judges.hang, 0.3)
    asked = _counted(monkeypatch)
    assert [verdict.reason for verdict in validate([good] * 5)] == [TOO_LONG] * 5
    assert len(asked) == 1


def test_where_one_file_hangs_when_asked_alone_the_rest_is_not_asked(
    good: Pdf, judging: Judging, monkeypatch: pytest.MonkeyPatch
) -> None:
    judging(judges.hang_alone, 1)
    asked = _counted(monkeypatch)
    assert [verdict.reason for verdict in validate([good] * 3)] == [TOO_LONG, BROKE_OFF, BROKE_OFF]
    assert asked == [3, 1]


def test_the_child_names_each_rule_each_time_it_is_broken_and_takes_each_file_apart(good: Pdf, bad: Pdf) -> None:
    files = [good.data, bad.data, b"no PDF"]
    told = judge(b"".join(files), [len(one) for one in files])
    well, badly, unread = told["files"]
    assert told["by"] == "page-validation 0.11.0"
    assert well == []
    assert {profile for profile, _ in badly} == {"ua1", "2a"}
    assert all(rule for _, rule in badly)
    assert [(profile, rule.partition(":")[0]) for profile, rule in unread] == [
        ("ua1", "cannot be read"),
        ("2a", "cannot be read"),
    ]


def test_a_limit_of_the_validators_own_is_no_verdict_on_that_file(good: Pdf, monkeypatch: pytest.MonkeyPatch) -> None:
    import page

    def too_deep(*_: object, **__: object) -> None:
        raise page.SafetyLimitError("too deep")

    monkeypatch.setattr(page, "validate_pdf_bytes", too_deep)
    assert judge(good.data, [len(good.data)])["files"] == ["it met a limit of the validator: too deep"]


def test_a_validator_that_is_not_installed_is_named(good: Pdf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "page", None)
    assert judge(good.data, [len(good.data)] * 2) == {"by": "", "files": [NOT_INSTALLED] * 2}


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the list that says of each question how many files it was about."""
    asked: list[int] = []

    def ask(function: Callable[..., Any], data: bytes, sizes: Sequence[int], **limits: Any) -> object:
        asked.append(len(sizes))
        return limited(function, data, sizes, **limits)

    monkeypatch.setattr("evidencepack.pack.validation.limited", ask)
    return asked


def test_a_verdict_passes_only_without_rules_and_without_a_reason() -> None:
    assert Verdict("by").passed
    assert not Verdict("by", (Broken("PDF/UA-1", "7.1", 1),)).passed
    assert not Verdict(reason="it took too long").passed


def test_the_validator_is_never_loaded_into_the_program_itself(good: Pdf) -> None:
    program = (
        "import sys; from evidencepack.pack.validation import Pdf, validate;"
        "(said,) = validate([Pdf(sys.stdin.buffer.read(), 1)]);"
        "print(said.passed, 'page' in sys.modules)"
    )
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}; {program}"]
    said = subprocess.run(command, input=good.data, capture_output=True, check=True, timeout=60)
    assert said.stdout.split() == [b"True", b"False"]
