# SPDX-License-Identifier: MPL-2.0
"""A screen of its own for a journey, with a window manager; and the journey on it, from the command line.

    screen FOLDER SIZE [what the walk is told ...]

The pictures go to FOLDER/pictures, the pack to FOLDER/to. SIZE is that of the screen, as 1366x768.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

Tool = Callable[[str], Path]

_RULES = Path(__file__).with_name("openbox.xml")
_PATIENCE = 60.0
_LONGEST = 900.0
"""Seconds that a journey may take on a busy machine."""


class NoScreenError(AssertionError):
    """Server or window manager did not come up."""


@contextmanager
def screen(tool: Tool, size: str, log: Path) -> Iterator[Mapping[str, str]]:
    """Start a screen and its window manager; give what a program needs in its environment. Their words go to a file."""
    read, write = os.pipe()
    with log.open("ab") as words:
        server = subprocess.Popen(
            # The server looks for a number that is free: two that begin at once do not take the same one.
            [tool("Xvfb"), "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
            pass_fds=(write,),
            stdout=words,
            stderr=words,
        )
        os.close(write)
        try:
            with os.fdopen(read) as said:
                number = said.readline().strip()
            if not number:
                raise NoScreenError(log.read_text(errors="replace"))
            own = {"DISPLAY": f":{number}"}
            with _manager(tool, own, words):
                yield own
        finally:
            server.terminate()
            server.wait()


@contextmanager
def _manager(tool: Tool, own: Mapping[str, str], words: object) -> Iterator[None]:
    """Start the window manager and wait until it manages; one that found no screen yet is started once more."""
    everything = {**os.environ, **own}
    files = {"stdout": words, "stderr": words}
    start = [tool("openbox"), "--config-file", _RULES]
    manager = subprocess.Popen(start, env=everything, **files)  # type: ignore[call-overload]
    try:
        end = time.monotonic() + _PATIENCE
        while subprocess.run([tool("xdotool"), "get_num_desktops"], env=everything, check=False, **files).returncode:  # type: ignore[call-overload]
            if time.monotonic() > end:
                raise NoScreenError("no window manager")
            if manager.poll() is not None:
                time.sleep(1)
                manager = subprocess.Popen(start, env=everything, **files)  # type: ignore[call-overload]
            time.sleep(0.05)
        yield
    finally:
        manager.terminate()
        manager.wait()


def travel(tool: Tool, folder: Path, *words: str, size: str = "1382x816") -> Path:
    """Make the journey on a screen of its own, in folders of its own; return where the pack is.

    Raises:
        AssertionError: it came to no end; with everything that was said.
    """
    home, to, log = folder / "home", folder / "to", folder / "log.txt"
    for one in (home, to):
        one.mkdir(parents=True, exist_ok=True)
    own = {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    walk = [sys.executable, "-X", "faulthandler", "-m", "tests.journey.walk", str(to), *words]
    with screen(tool, size, log) as shown, log.open("ab") as said:
        env = {**os.environ, **own, **shown, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(walk, env=env, stdout=said, stderr=said, timeout=_LONGEST, check=False)
    if done.returncode:
        raise AssertionError(f"the walk ended with {done.returncode}: {log.read_text(errors='replace')[-6000:]}")
    return to


def _found(name: str) -> Path:
    return Path(shutil.which(name) or name)


def main(arguments: list[str]) -> None:
    """Make the journey and keep its pictures."""
    folder, size = Path(arguments[0]).absolute(), arguments[1]
    pictures = folder / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    sys.stdout.write(f"{travel(_found, folder, '--pictures', str(pictures), *arguments[2:], size=size)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
