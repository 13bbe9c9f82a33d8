# SPDX-License-Identifier: MPL-2.0
"""Whether PDFs conform to what they claim: asked of page-validation, in a process of its own with limits.

A verdict is "passed" or "failed" only if the validator came to its end. A limit that was met, or a child that broke
off, is no verdict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from evidencepack.guard.child import limited
from evidencepack.guard.faults import (
    CannotStartError,
    GuardError,
    StoppedError,
    TookTooLongError,
    TooMuchMemoryError,
)

PROFILES = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}
"""What every PDF of ours claims, by the validator's names of the profiles."""

TOO_LONG = "checking it took too long"
TOO_MUCH_MEMORY = "checking it took too much memory"
NOT_STARTED = "the part of the program that checks it could not be started"
NOT_INSTALLED = "the validator page-validation is not installed, or cannot be loaded"
BROKE_OFF = "the part of the program that checks it broke off"
"""Reasons why there is no verdict, as the end of a sentence. No number in them: those of two machines differ."""

# Far more than the validator takes (about 2 ms and a third of a megabyte a page), so that only a fault meets a limit.
_SECONDS, _SECONDS_A_PAGE, _SECONDS_A_MEGABYTE = 14.0, 0.1, 1.0
_MEGABYTES, _MEGABYTES_A_PAGE, _MEGABYTES_A_MEGABYTE = 512, 2, 16
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a file breaks: the profile ("PDF/UA-1"), the validator's name of the rule, how often."""

    profile: str
    rule: str
    count: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the validator says of a file, with its name and version in ``by``.

    ``reason`` says in words why there is no verdict, and is empty if there is one. ``broken`` are the rules that the
    file breaks: none, and the file passed.
    """

    by: str = ""
    broken: tuple[Broken, ...] = ()
    reason: str = ""

    @property
    def passed(self) -> bool:
        """Whether the validator came to its end and found nothing."""
        return not self.broken and not self.reason


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF to validate, and its number of pages, by which the limits go."""

    data: bytes
    pages: int


def validate(files: Sequence[Pdf]) -> list[Verdict]:
    """Return a verdict on each file: all asked of one child, or of a child each if that one broke off.

    After a time-out nothing more is asked: a validator that hangs would keep the person waiting once for each file.

    Raises:
        StoppedError: the person went on to something else meanwhile.
    """
    found = _ask(files)
    if len(files) == 1 or not any(_is_worth_asking_again(verdict) for verdict in found):
        return found
    again, in_time = list[Verdict](), True
    for file, verdict in zip(files, found, strict=True):
        again += _ask([file]) if in_time and _is_worth_asking_again(verdict) else [verdict]
        in_time = in_time and again[-1].reason != TOO_LONG
    return again


def judge(data: bytes, sizes: Sequence[int]) -> dict[str, Any]:
    """Validate files that stand one behind the other; called in the child.

    Returns:
        The validator's name under "by"; under "files" for each file either the rules that it breaks, each time it
        breaks them, as pairs of profile and rule, or a text that says why it was not validated.
    """
    try:
        import page  # tens of megabytes of machine code, which only the child has to load
    except ImportError:
        return {"by": "", "files": [NOT_INSTALLED for _ in sizes]}
    answers, at = [], 0
    for size in sizes:
        answers.append(_broken_in(data[at : at + size]))
        at += size
    return {"by": f"page-validation {page.__version__}", "files": answers}


def _broken_in(data: bytes) -> list[tuple[str, str]] | str:
    import page

    # The limits are those of the process: the validator's own are less than a long table or a long outline takes.
    limits = page.SafetyLimits.unlimited()
    found: list[tuple[str, str]] = []
    try:
        for profile in PROFILES:
            report = page.validate_pdf_bytes(data, profile=profile, limits=limits)
            rules = [failure.rule_id for failure in report.failures]
            found += [(profile, rule) for rule in rules or ([] if report.is_compliant else ["without a name"])]
    except page.SafetyLimitError as error:
        return f"it met a limit of the validator: {error}"
    except page.ParseError as error:
        return [(profile, f"cannot be read: {error}") for profile in PROFILES]
    return found


def _ask(files: Sequence[Pdf]) -> list[Verdict]:
    data = b"".join(file.data for file in files)
    pages, megabytes = sum(file.pages for file in files), len(data) // _MEGABYTE + 1
    seconds = _SECONDS + _SECONDS_A_PAGE * pages + _SECONDS_A_MEGABYTE * megabytes
    memory = _MEGABYTES + _MEGABYTES_A_PAGE * pages + _MEGABYTES_A_MEGABYTE * megabytes
    try:
        answer = limited(judge, data, [len(file.data) for file in files], seconds=seconds, megabytes=memory)
    except StoppedError:
        raise
    except GuardError as error:
        return [Verdict(reason=_reason(error))] * len(files)
    return _verdicts(answer, len(files))


def _is_worth_asking_again(verdict: Verdict) -> bool:
    return bool(verdict.reason) and verdict.reason not in {TOO_LONG, NOT_STARTED, NOT_INSTALLED}


def _reason(error: GuardError) -> str:
    match error:
        case TookTooLongError():
            return TOO_LONG
        case TooMuchMemoryError():
            return TOO_MUCH_MEMORY
        case CannotStartError():
            return NOT_STARTED
        case _:
            return BROKE_OFF


def _verdicts(answer: object, count: int) -> list[Verdict]:
    """Read the child's answer; one that is none counts as a child that broke off."""
    match answer:
        case {"by": str(by), "files": list(files)} if len(files) == count:
            return [_verdict(by, file) for file in files]
        case _:
            return [Verdict(reason=BROKE_OFF)] * count


def _verdict(by: str, answer: object) -> Verdict:
    match answer:
        case list(pairs):
            counted = Counter((str(profile), str(rule)) for profile, rule in pairs)
            broken = (Broken(PROFILES.get(name, name), rule, count) for (name, rule), count in counted.items())
            return Verdict(by, tuple(broken))
        case _:
            return Verdict(reason=str(answer))
