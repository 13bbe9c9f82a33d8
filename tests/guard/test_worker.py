# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import time
from pathlib import Path
from threading import Thread

import pytest

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.guard.faults import StoppedError
from evidencepack.guard.worker import Work, WorkerBrokeOffError, WorkerFailedError
from evidencepack.guard.working import Line


class FullError(EvidencePackError):
    exit_code = ExitCode.CANNOT_WRITE


def count(line: Line, most: int) -> int:
    for number in range(most):
        line.tell(number, f"{number} of {most}")
    return most


def fail(line: Line) -> None:
    del line
    raise FullError("The disk is full. Nothing was written. Free some space.")


def break_off(line: Line) -> None:
    del line
    raise SystemExit(3)


def print_much(line: Line) -> str:
    del line
    print("x" * 200_000)  # noqa: T201 - what a library might do
    return "done all the same"


def write_after_leave(line: Line, file: str) -> str:
    line.tell("ready")
    line.wait_for_leave()
    time.sleep(0.2)
    Path(file).write_text("whole")
    return "written"


def wait_for_ever(line: Line) -> None:
    line.tell("waiting")
    time.sleep(600)


def test_a_worker_tells_how_it_goes_and_returns_what_the_function_does() -> None:
    told: list[tuple[object, ...]] = []
    assert Work().do(count, lambda *said: told.append(said), 3) == 3
    assert told == [(0, "0 of 3"), (1, "1 of 3"), (2, "2 of 3")]


def test_an_error_of_ours_arrives_with_its_words() -> None:
    with pytest.raises(WorkerFailedError, match=r"The disk is full\. Nothing was written") as found:
        Work().do(fail, print)
    assert found.value.reason == ExitCode.CANNOT_WRITE


def test_a_worker_that_ends_on_its_own_is_an_error_in_words() -> None:
    with pytest.raises(WorkerBrokeOffError, match="Nothing was changed"):
        Work().do(break_off, print)


def test_what_is_printed_over_there_does_not_mix_with_the_answer() -> None:
    assert Work().do(print_much, print) == "done all the same"


def test_a_worker_that_is_allowed_to_finishes_even_when_it_is_stopped_then(tmp_path: Path) -> None:
    work = Work()

    def stop_soon() -> None:
        time.sleep(0.1)
        work.stop()

    def told(*said: object) -> None:
        assert said == ("ready",)
        Thread(target=stop_soon).start()

    try:
        assert work.do(write_after_leave, told, str(tmp_path / "file")) == "written"
    except StoppedError:
        assert not (tmp_path / "file").exists()
    else:
        assert (tmp_path / "file").read_text() == "whole"


def test_a_worker_can_be_stopped_from_another_thread() -> None:
    work = Work()
    with pytest.raises(StoppedError):
        work.do(wait_for_ever, lambda *_: Thread(target=work.stop).start())


def test_work_that_is_stopped_before_it_begins_does_not_begin() -> None:
    work = Work()
    assert work.stop()
    with pytest.raises(StoppedError):
        work.do(count, print, 3)
