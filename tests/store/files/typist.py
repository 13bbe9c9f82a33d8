# SPDX-License-Identifier: MPL-2.0
"""Types into a workspace until it is killed; prints the number of each edit once it is saved."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.store.workspace import open_workspace

with open_workspace(Path(sys.argv[1])) as workspace:
    record = workspace.tenders()[0].id
    for number in count(int(sys.argv[2])):
        text = f"{number} " + "é£" * (number * 37 % 2000)
        workspace.set_value(FieldPath(record, f"field_{number % 7}"), FieldType.LONG_TEXT, text)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
