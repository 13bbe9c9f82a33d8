# SPDX-License-Identifier: MPL-2.0
"""What every room's tests share: outside programs, measurements, seeds."""

from __future__ import annotations

import gc
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from tests.conformance.conforming import Conforms, make_conforms
from tests.conformance.sdk import faults_by_sdk, leave_out_what_asks_it
from tests.conformance.vera import Vera, running_vera
from tests.sharing import read_own_share
from tests.shipped import PROGRAM
from tests.tracing import choose_seen, import_core, is_seen, only_our_modules_traced, untraced

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.paths.workspace import CACHE, EXPORTS
from evidencepack.usecases.importing import import_tender
from evidencepack.usecases.workspaces import create, open_existing, tender_facts

# Windows of the tests are painted in memory; the smoke test under Xvfb sets its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No test is to find what another one has left: files from outside are looked at anew each time.
os.environ[CACHE] = ""

# The same examples every time, on slow machines too; `make test-full` looks further with fresh ones.
settings.register_profile("test", derandomize=True, deadline=None, database=None)
settings.register_profile("full", deadline=None, database=None, max_examples=1000)
settings.load_profile("full" if os.environ.get("EVIDENCEPACK_FULL") == "1" else "test")


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over what lives to the end: all modules, all tests, all that ships."""
    import_core()
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests that run programs of the system, for systems that are tested without them."""
    leave_out_what_asks_it(config, items)
    for item in items:
        if "tool" in getattr(item, "fixturenames", ()):
            item.add_marker("tools")
    choose_seen(items)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Collect out of coverage's sight."""
    with only_our_modules_traced():
        read_own_share(session.config)
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session: pytest.Session) -> Generator[None, object, object]:
    """Hand tests out to workers out of coverage's sight: the process that does runs none of ours."""
    with untraced() if session.config.pluginmanager.hasplugin("dsession") else nullcontext():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Run a test out of coverage's sight, with all that is made ready for it, unless coverage is to see it."""
    with nullcontext() if is_seen(item) else untraced():
        return (yield)


_NUMBERS = count()


@pytest.fixture(autouse=True)
def _notes_of_exports(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give each test, and the programs that it starts, its own notes on exports: what one test kills no other mends."""
    os.environ[EXPORTS] = str(tmp_path_factory.getbasetemp() / f"exports-{next(_NUMBERS)}")


@pytest.fixture(scope="session")
def tool() -> Callable[[str], Path]:
    """Find a program of the system. One that is missing fails the test: what is not looked at is not known."""

    def find(name: str) -> Path:
        found = shutil.which(name)
        if found is None:
            pytest.fail(f"{name} is not installed; `make test` without NO_SYSTEM=1 installs it on Debian")
        return Path(found)

    return find


@pytest.fixture(scope="session")
def vera(tool: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vera]:
    """Return a running veraPDF."""
    with running_vera(tmp_path_factory.mktemp("vera"), tool) as running:
        yield running


@pytest.fixture(scope="session")
def conforms(vera: Vera, tool: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Conforms:
    """Return the check that a PDF keeps what it claims: ``conforms(data, name)``."""
    return make_conforms(vera, tmp_path_factory.mktemp("conforms"), tool)


@pytest.fixture(scope="session")
def sdk(tool: Callable[[str], Path]) -> Callable[[Path], list[str]]:
    """Return the validator of the Open XML SDK: ``sdk(file)`` are the faults of a Word file."""
    del tool  # it is a program, too: systems that are tested without programs do without it
    return faults_by_sdk


@pytest.fixture(scope="session")
def measured() -> Callable[[str, str, float], None]:
    """Record a number for docs/measurements.md: what was measured, of what, how many. `make test-full` prints them."""
    return _record


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Record how many tests of each room passed: once, not by each worker."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    passed = Counter(report.nodeid.split("/")[1] for report in terminalreporter.getreports("passed"))
    for room, number in passed.items():
        _record(f"Tests of {room} passed", "tests", number)


def _record(what: str, unit: str, number: float) -> None:
    target = os.environ.get("EVIDENCEPACK_MEASUREMENTS")
    if target:
        # One short line in append mode: workers side by side do not mix.
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"what": what, "unit": unit, "number": number}) + "\n")


@pytest.fixture(scope="session")
def program() -> Program:
    """Return the program's own resources, read once for all tests of a process."""
    return PROGRAM


@pytest.fixture(scope="session")
def sample_file(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed workspace with the sample tender. Tests read it; those that change it copy it first."""
    file = tmp_path_factory.mktemp("sample") / "sample.evidencepack"
    with create(file) as workspace:
        import_tender(workspace, program.sample, library=program.library)
    return file


@pytest.fixture(scope="session")
def sample_facts(sample_file: Path) -> Facts:
    """Return the facts of the sample tender."""
    with open_existing(sample_file, read_only=True) as workspace:
        return tender_facts(workspace, "")


@pytest.fixture
def own_file(sample_file: Path, tmp_path: Path) -> Path:
    """Return a closed workspace with the sample tender that the test may change."""
    return Path(shutil.copy(sample_file, tmp_path / "own.evidencepack"))


@pytest.fixture
def as_an_ordinary_person() -> Callable[[], AbstractContextManager[Path]]:
    """Give a folder, and act in it as somebody whose rights the file system minds, even when the tests run as root."""

    @contextmanager
    def act() -> Iterator[Path]:
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            if root:
                os.chown(folder, 65534, 65534)
                os.seteuid(65534)
            try:
                yield folder
            finally:
                if root:
                    os.seteuid(0)
                for path in (folder, *folder.rglob("*")):
                    path.chmod(0o700)

    return act
