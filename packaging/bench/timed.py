# SPDX-License-Identifier: MPL-2.0
"""What the benchmarks share: whole processes and their cost, shares of many numbers, lines that say them."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Took:
    """One finished process: wall and processor seconds, peak memory in MiB."""

    wall: float
    cpu: float
    memory: float


def run(arguments: Sequence[str], **variables: str) -> Took:
    """Run Python with these arguments and return what the operating system says of it; one that fails ends the run."""
    return run_program([sys.executable, *arguments], **variables)


def run_program(command: Sequence[str], **variables: str) -> Took:
    """Run a program, given by its path, as ``run`` runs Python; the processes that it waits for count."""
    start = time.perf_counter()
    devnull = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0o600)]
    child = os.posix_spawn(command[0], list(command), {**os.environ, **variables}, file_actions=devnull)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return Took(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def warm(*commands: Sequence[str], **variables: str) -> None:
    """Run each once without counting it, so that every module is compiled, as it is in an installed program."""
    for command in commands:
        run(command, **variables)


def share(numbers: Sequence[float], part: float) -> float:
    """Return the number that this part of all are not above: 0.99 for the 99th percentile."""
    ordered = sorted(numbers)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def line(what: str, number: str) -> None:
    """Say one number."""
    sys.stdout.write(f"{what}: {number}\n")
    sys.stdout.flush()
