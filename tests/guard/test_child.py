# SPDX-License-Identifier: MPL-2.0
"""Real children: what they answer, how they fail, and that nothing of them is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from evidencepack.errors import STOPPED, ExitCode
from evidencepack.guard import starting
from evidencepack.guard.child import limited
from evidencepack.guard.faults import (
    CannotStartError,
    ChildDiedError,
    GuardError,
    RefusedFileError,
    StoppedError,
    TookTooLongError,
    TooMuchMemoryError,
)

PLENTY = 60.0
"""Seconds for what takes far less; the machine may be busy."""


def run(function: Callable[..., Any], data: bytes = b"", *more: Any, seconds: float = PLENTY) -> Any:
    return limited(function, data, *more, seconds=seconds, megabytes=200)


def is_there(process: int) -> bool:
    """Whether there is such a process, also one that has ended and that nobody asked about yet."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def children() -> set[int]:
    """Return the processes that this one started, also those that have ended and that nobody asked about yet."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        # Any of them may end while we look.
        with suppress(FileNotFoundError, ProcessLookupError):
            if stat.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1] == str(os.getpid()):
                found.add(int(stat.parent.name))
    return found


def test_what_goes_in_and_comes_out_is_the_same(odd: ModuleType) -> None:
    more = (1, -2.5, "é\0\ud800", None, True, [1, (2, b"\0")], {"list": [b""], "": {}})
    assert run(odd.echo, bytes(range(256)) * 5000, *more) == (bytes(range(256)) * 5000, *more)


def test_a_refusal_comes_through_in_its_own_words(odd: ModuleType) -> None:
    with pytest.raises(RefusedFileError, match="This is a shopping list") as refused:
        run(odd.refuse)
    assert str(refused.value) == "This is a shopping list, not a picture. Choose a picture."
    assert refused.value.exit_code is ExitCode.BAD_INPUT


@pytest.mark.parametrize("name", ["turn_for_ever", "sleep_for_ever", "talk_without_end"])
def test_a_child_that_does_not_end_is_ended(odd: ModuleType, name: str) -> None:
    begun = time.monotonic()
    with pytest.raises(TookTooLongError, match=r"longer than 0\.5 seconds.*Nothing was changed"):
        run(getattr(odd, name), seconds=0.5)
    assert time.monotonic() - begun < PLENTY


@pytest.mark.parametrize("name", ["take_memory", "take_memory_bit_by_bit"])
def test_a_child_that_takes_too_much_memory_is_refused_it(odd: ModuleType, name: str) -> None:
    with pytest.raises(TooMuchMemoryError, match="more than 200 megabytes"):
        run(getattr(odd, name))


@pytest.mark.parametrize(
    "name", ["crash", "kill_itself", "leave", "fail", "answer_nonsense", "answer_an_object", "answer_too_much"]
)
def test_a_child_that_dies_is_reported(odd: ModuleType, name: str) -> None:
    with pytest.raises(ChildDiedError, match="Nothing was changed") as died:
        limited(getattr(odd, name), b"", seconds=PLENTY, megabytes=2000)
    assert "Traceback" not in str(died.value)


def test_what_a_child_said_last_is_kept_for_whoever_looks_for_the_fault(odd: ModuleType) -> None:
    with pytest.raises(ChildDiedError) as died:
        run(odd.fail)
    assert "KeyError: 'a mistake of ours'" in "".join(died.value.__notes__)


def test_what_a_library_prints_is_no_answer(odd: ModuleType) -> None:
    assert run(odd.talk_a_lot) == "said"


def test_a_child_writes_no_file_and_opens_few(odd: ModuleType, tmp_path: Path) -> None:
    assert run(odd.write_a_file, str(tmp_path / "new").encode()) == "OSError"
    assert run(odd.open_many) == "EMFILE"
    assert sum(path.stat().st_size for path in tmp_path.rglob("*")) == 0


def test_a_child_takes_nothing_from_its_surroundings(odd: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONSTARTUP", "/nowhere")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    assert run(odd.where_from) == [1, 1, False, False]


def test_a_function_that_a_child_could_not_find_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="is no function of a module"):
        run(lambda data: data)


def test_no_child_is_left_behind_whatever_became_of_it(odd: ModuleType) -> None:
    before, threads = children(), set(threading.enumerate())
    assert not is_there(run(odd.number))
    with pytest.raises(GuardError):
        run(odd.kill_itself)
    with pytest.raises(GuardError):
        run(odd.sleep_for_ever, seconds=0.3)
    # Some of before may have ended meanwhile.
    assert children() <= before
    assert set(threading.enumerate()) <= threads


def test_what_a_child_started_ends_with_it(odd: ModuleType) -> None:
    mark = f"left by a child of {os.getpid()}"

    def is_listed() -> bool:
        return mark in subprocess.run(["/bin/ps", "-ef"], capture_output=True, check=True).stdout.decode()

    with pytest.raises(TookTooLongError):
        run(odd.leave_a_child, mark.encode(), seconds=2)
    until = time.monotonic() + PLENTY
    while is_listed() and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_listed()


def test_another_thread_can_stop_it(odd: ModuleType) -> None:
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    with pytest.raises(StoppedError, match=STOPPED):
        limited(odd.sleep_for_ever, b"", seconds=PLENTY, megabytes=200, stop=stop)


def test_an_error_of_the_parent_ends_the_child(odd: ModuleType) -> None:
    class CameInBetweenError(Exception):
        """As Ctrl-C does."""

    def interrupt(number: int, frame: object) -> None:
        del number, frame
        raise CameInBetweenError

    before = children()
    with handling(signal.SIGUSR1, interrupt), pytest.raises(CameInBetweenError):
        run(odd.sleep_for_ever, str(os.getpid()).encode())
    assert children() <= before


@contextmanager
def handling(number: signal.Signals, handler: Callable[[int, object], None]) -> Iterator[None]:
    before = signal.signal(number, handler)
    try:
        yield
    finally:
        signal.signal(number, before)


def test_a_child_ends_when_the_program_is_killed(odd: ModuleType) -> None:
    places = [str(Path(str(odd.__file__)).parent), *sys.path]
    words = (
        f"import sys; sys.path[:] = {places!r}\n"
        "import threading, odd_functions\n"
        "from evidencepack.guard import starting, child\n"
        "begin = starting.Child.__init__\n"
        "def init(self, **limits):\n"
        "    begin(self, **limits)\n"
        "    print(self.process.pid, flush=True)\n"
        "starting.Child.__init__ = init\n"
        "child.limited(odd_functions.sleep_for_ever, b'', seconds=60, megabytes=200)\n"
    )
    with subprocess.Popen([sys.executable, "-c", words], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        child = int(program.stdout.readline())
        time.sleep(0.5)
        program.kill()
    until = time.monotonic() + PLENTY
    while is_there(child) and not is_dead(child) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_there(child) or is_dead(child)


def is_dead(process: int) -> bool:
    """Whether a process has ended, and only its new parent has not asked yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True


def test_a_system_without_room_for_a_process_is_reported(odd: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "command", lambda: ["/nowhere/python"])
    with pytest.raises(CannotStartError, match=r"No such file or directory.*Nothing was changed"):
        run(odd.echo)


def test_a_frozen_program_is_its_own_child(odd: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    places = [str(Path(str(odd.__file__)).parent), *sys.path]
    frozen = tmp_path / "evidencepack"
    frozen.write_text(
        f"#!{sys.executable} -S\nimport sys\nsys.frozen = True\nsys.path[:] = {places!r}\n"
        "from evidencepack.__main__ import main\nmain()\n",
        encoding="utf-8",
    )
    frozen.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(frozen))
    assert starting.command() == [str(frozen), "--guarded-child"]
    assert run(odd.echo, b"all in one") == (b"all in one",)
