# SPDX-License-Identifier: MPL-2.0
"""Workers of pytest share the work of compiling the tests: each would compile them all, at the same time."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest

_TESTS = Path(__file__).parent


def read_own_share(config: pytest.Config) -> None:
    """Import a worker's share of the tests before it collects them all: the rest is compiled by then, by the others."""
    given: dict[str, object] | None = getattr(config, "workerinput", None)
    if given is None:
        return
    at, workers = int(str(given["workerid"]).removeprefix("gw")), int(str(given["workercount"]))
    asked = {Path(one.partition("::")[0]).resolve() for one in config.args}
    files = [file for file in sorted(_TESTS.rglob("test_*.py")) if not asked.isdisjoint({file, *file.parents})]
    for file in files[at::workers]:
        # Whoever collects it says what is wrong with it.
        with suppress(Exception):
            import_module(".".join(file.relative_to(_TESTS.parent).with_suffix("").parts))
