# SPDX-License-Identifier: MPL-2.0
"""The validator of Microsoft's Open XML SDK, which knows Word's files as Word does.

It is one program (see packaging/word_validator.py), started for each file. Where it is not installed, the tests that
ask it are left out; under CI they fail.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.prefix) / "bin" / "ooxml-validator"
_NEWEST = "Microsoft365"


def faults_by_sdk(file: Path) -> list[str]:
    """Return what the validator has against a file, one line for each fault."""
    if not PROGRAM.exists():
        pytest.fail(f"{PROGRAM} is not there; `make test` fetches it where npm is installed")
    # Its language is that of the machine; it needs no tables of letters for ours.
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    command = [str(PROGRAM), str(file), _NEWEST]
    said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=environment)
    answer = json.loads(said.stdout)
    faults = [f"{fault['path']} {fault['xPath']}: {fault['description']}" for fault in answer["errors"]]
    return faults if answer["ok"] or faults else [said.stdout]


def leave_out_what_asks_it(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that ask the validator where it is not installed, and no CI asks for it."""
    if PROGRAM.exists() or os.environ.get("CI") == "true":
        return
    asking = [item for item in items if "sdk" in getattr(item, "fixturenames", ())]
    items[:] = [item for item in items if item not in asking]
    config.hook.pytest_deselected(items=asking)
