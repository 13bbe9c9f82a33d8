# SPDX-License-Identifier: MPL-2.0
"""What a child may take: seconds, memory, files. It takes the limits on by itself, before it touches the file.

Linux limits the address space, so that too much is refused where it is asked for. macOS has no such limit that works;
there, and on Linux beside it, a thread looks every tenth of a second. Windows limits the process from outside, by the
job that ``starting`` puts it into.
"""

from __future__ import annotations

import math
import os
import signal
import sys
import threading
import time
from pathlib import Path

if sys.platform != "win32":
    import resource

TOO_MUCH_MEMORY = 77
"""The exit code of a child that ran out of memory."""

_MOST_FILES = 64
_LOOK_EVERY = 0.1
_MEGABYTE = 1024 * 1024


if sys.platform == "win32":

    def take_on_limits(*, seconds: float, megabytes: int) -> None:
        """Do nothing: the limits are those of the job."""
        del seconds, megabytes

    def ran_out_of_time(exit_code: int) -> bool:
        """Whether a child was ended for its work of the processor: never here, the parent watches the clock."""
        del exit_code
        return False

else:

    def take_on_limits(*, seconds: float, megabytes: int) -> None:
        """Limit this process for the rest of its life.

        Args:
            seconds: of work of the processor; the parent watches the clock on the wall.
            megabytes: on top of what the process has now.
        """
        _lower(resource.RLIMIT_CORE, 0)
        _lower(resource.RLIMIT_FSIZE, 0)
        _lower(resource.RLIMIT_NOFILE, _MOST_FILES)
        _lower(resource.RLIMIT_CPU, math.ceil(seconds) + 1, after=1)
        most = _resident() + megabytes * _MEGABYTE
        threading.Thread(target=_watch, args=(os.getppid(), most), daemon=True).start()
        if sys.platform == "linux":
            _lower(resource.RLIMIT_AS, _address_space() + megabytes * _MEGABYTE)

    def ran_out_of_time(exit_code: int) -> bool:
        """Whether a child was ended for its work of the processor."""
        return exit_code == -signal.SIGXCPU

    def _lower(limit: int, most: int, *, after: int = 0) -> None:
        """Lower a limit for good; one that is lower already stays. The hard limit follows ``after`` the soft one."""
        _, hard = resource.getrlimit(limit)
        last = most + after if hard == resource.RLIM_INFINITY else min(most + after, hard)
        resource.setrlimit(limit, (min(most, last), last))

    def _watch(parent: int, most: int) -> None:
        """End the process when it takes too much, or when the program that asked is gone."""
        while os.getppid() == parent:
            if _resident() > most:
                os._exit(TOO_MUCH_MEMORY)
            time.sleep(_LOOK_EVERY)
        os._exit(1)

    def _resident() -> int:
        """Return the most memory that the process ever held, in bytes; Linux counts it in units of 1,024."""
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)

    def _address_space() -> int:
        """Return the address space that the process has now, in bytes (proc(5), statm: pages)."""
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        return pages * resource.getpagesize()
