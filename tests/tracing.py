# SPDX-License-Identifier: MPL-2.0
"""What coverage gets to see: a program takes four times as long under its eyes, so it is shown only what it needs.

A room that is held to an aim is covered by its own tests of what it does. In the two rooms whose tests take longest, it
is each of them in the first of its cases: the others go the same ways with other words. What is counted is therefore
never more than what all the tests reach.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import SourceFileLoader
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

import pytest
from hypothesis import is_hypothesis_test
from room_coverage import CORE

_TESTS = Path(__file__).parent
_OURS = "evidencepack"
_FIRST_CASES = frozenset({"compose", "render"})
_DEEDS = frozenset({"usecases/test_issuing.py", "usecases/test_slotting.py"})
"""Tests of whole deeds that stand for the core rooms these go through: what is kept of an issue, what fills slots."""
_SEEN = pytest.StashKey[bool]()


@contextmanager
def untraced() -> Iterator[None]:
    """Keep what is done in the block out of coverage's sight.

    The marker no_cover does that where tests run in one process; in a worker it leaves a second tracer at work.
    """
    tracing, of_threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracing)
        threading.settrace(of_threads)


@contextmanager
def only_our_modules_traced() -> Iterator[None]:
    """Collect tests: what is read for that is not looked at, but for our own modules, whose lines run only once."""
    tracing, load = sys.gettrace(), SourceFileLoader.exec_module

    def seen(loader: SourceFileLoader, module: ModuleType) -> None:
        if module.__name__.partition(".")[0] != _OURS:
            return load(loader, module)
        before = sys.gettrace()
        sys.settrace(tracing)
        try:
            return load(loader, module)
        finally:
            sys.settrace(before)

    with untraced(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(SourceFileLoader, "exec_module", seen)
        yield


def choose_seen(items: Iterable[pytest.Item]) -> None:
    """Note of each test whether coverage is shown it."""
    begun: set[str] = set()
    for item in items:
        test = item.nodeid.partition("[")[0]
        item.stash[_SEEN] = _is_wanted(item) and (test not in begun or not _first_will_do(item))
        begun.add(test)


def is_seen(item: pytest.Item) -> bool:
    """Whether coverage is shown a test, with all that is made ready for it."""
    return item.stash[_SEEN]


def _is_wanted(item: pytest.Item) -> bool:
    """Whether a test is of a room that is held to an aim, and not a wide net.

    A wide net looks at whole files, or at random ones: reaching a line is not yet looking at it.
    """
    path = item.path.relative_to(_TESTS)
    wide = path.parts[0] in {"conformance", "project", "whole"} or "golden" in path.parts
    wide = wide or "fuzz" in path.stem or "random" in item.name or is_hypothesis_test(getattr(item, "obj", None))
    return not wide and (_all_is_wanted() or path.parts[0] in CORE or path.as_posix() in _DEEDS)


def import_core() -> None:
    """Import every module of the rooms that are held to an aim while coverage looks, whichever test comes first."""
    for room in sorted(CORE):
        package = import_module(f"{_OURS}.{room}")
        for found in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(found.name)


def _first_will_do(item: pytest.Item) -> bool:
    """Whether the cases of a test go the same ways."""
    return item.path.relative_to(_TESTS).parts[0] in _FIRST_CASES and not _all_is_wanted()


def _all_is_wanted() -> bool:
    """Whether somebody wants to see what all of the tests reach, as `make coverage` does."""
    return os.environ.get("EVIDENCEPACK_COVER_ALL") == "1"
