# SPDX-License-Identifier: MPL-2.0
"""Functions that a child is asked to call: good ones, hostile ones and broken ones."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn, cast

from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.images import LOGO
from evidencepack.guard.redrawing import redraw
from evidencepack.guard.talk import MOST_ANSWER
from evidencepack.guard.wire import Plain
from evidencepack.guard.word_opening import open_word_file


def echo(data: bytes, *more: Plain) -> tuple[Plain, ...]:
    return (data, *more)


def redraw_all(_data: bytes, pictures: list[bytes]) -> list[str]:
    """Return what became of each picture: "drawn", "refused", or the name of an error that is not meant to be."""
    return [_redrawn(picture) for picture in pictures]


def _redrawn(picture: bytes) -> str:
    try:
        redraw(picture, *LOGO.pixels(600))
    except RefusedFileError:
        return "refused"
    except (ArithmeticError, LookupError, TypeError, AttributeError, RuntimeError) as error:
        return f"{type(error).__name__}: {error}"
    return "drawn"


def open_all(_data: bytes, files: list[bytes]) -> tuple[list[str], float, float]:
    """Return what became of each Word file, the seconds of work for the slowest, and the most memory in megabytes."""
    became, slowest = [], 0.0
    for file in files:
        begin = time.process_time()
        became.append(_opened(file))
        slowest = max(slowest, time.process_time() - begin)
    return became, slowest, _most_memory()


def _opened(file: bytes) -> str:
    try:
        open_word_file(file)
    except RefusedFileError:
        return "refused"
    except (ArithmeticError, LookupError, TypeError, AttributeError, RuntimeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return "read"


def _most_memory() -> float:
    """Return the most memory that this process held, in megabytes (proc(5), VmHWM); 0 where nobody counts so."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def number(_data: bytes) -> int:
    """Return the child's number among processes."""
    return os.getpid()


def refuse(_data: bytes) -> NoReturn:
    raise RefusedFileError("This is a shopping list, not a picture. Choose a picture.")


def turn_for_ever(_data: bytes) -> NoReturn:
    while True:
        pass


def sleep_for_ever(data: bytes) -> NoReturn:
    """Say by a signal that it sleeps, to the process whose number is the file, then sleep."""
    if data:
        os.kill(int(data), signal.SIGUSR1)
    while True:
        time.sleep(60)


def take_memory(_data: bytes) -> int:
    return len(bytearray(2_000_000_000))


def take_memory_bit_by_bit(_data: bytes) -> int:
    taken = []
    while True:
        taken.append(bytearray(1_000_000))


def crash(_data: bytes) -> str:
    return ctypes.string_at(0).decode()


def kill_itself(_data: bytes) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave(_data: bytes) -> NoReturn:
    os._exit(0)


def fail(_data: bytes) -> NoReturn:
    raise KeyError("a mistake of ours")


def talk_without_end(_data: bytes) -> NoReturn:
    while True:
        sys.stderr.write("words " * 1000)
        sys.stdout.write("and words " * 1000)


def talk_a_lot(_data: bytes) -> str:
    sys.stdout.write("x" * 1_000_000)
    sys.stdout.flush()
    sys.stderr.write("y" * 1_000_000)
    return "said"


def answer_too_much(_data: bytes) -> bytes:
    return bytes(MOST_ANSWER)


def answer_nonsense(_data: bytes) -> NoReturn:
    """Write over the pipe of answers, as code that took the child over could."""
    for pipe in range(3, 20):
        try:
            os.write(pipe, b"\0" * 7 + b"\4null and more")
        except OSError:
            continue
    os._exit(0)


def answer_an_object(_data: bytes) -> object:
    return object()


def write_a_file(data: bytes) -> str:
    try:
        Path(data.decode()).write_bytes(b"x")
    except OSError as error:
        return type(error).__name__
    return "written"


def open_many(_data: bytes) -> str:
    try:
        opened = [os.dup(0) for _ in range(200)]
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    return str(len(opened))


def leave_a_child(mark: bytes) -> int:
    """Start a process that would go on for an hour, with a mark to know it by, and return its number."""
    return subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(3600)", mark.decode()]).pid


def where_from(_data: bytes) -> list[Plain]:
    """Return what the child would take from its surroundings."""
    return [sys.flags.isolated, sys.flags.no_site, "" in sys.path, sys.stdin is None]


def pages_of(data: bytes, kind: str) -> tuple[Plain, float]:
    """Return what comes of a PDF or of a picture, and the most memory that this process held, in megabytes."""
    # Most that are called here need no PDF.
    from evidencepack.guard.pdf.cleaning import clean_pdf
    from evidencepack.guard.pdf.pictures import print_pictures

    cleaned = clean_pdf(data, "") if kind == "pdf" else print_pictures(data)
    return cast("Plain", cleaned), _most_memory()


def print_all(_data: bytes, files: list[bytes]) -> tuple[list[str], float, float]:
    """Return what became of each PDF, the seconds of work for the slowest, and the most memory in megabytes."""
    became, slowest = [], 0.0
    for file in files:
        begin = time.process_time()
        became.append(_printed(file))
        slowest = max(slowest, time.process_time() - begin)
    return became, slowest, _most_memory()


def _printed(file: bytes) -> str:
    from evidencepack.guard.pdf.cleaning import clean_pdf

    try:
        clean_pdf(file, "")
    except RefusedFileError:
        return "refused"
    except (ArithmeticError, LookupError, TypeError, AttributeError, RuntimeError, ValueError, OSError) as error:
        return f"{type(error).__name__}: {error}"
    return "read"
