# SPDX-License-Identifier: MPL-2.0
"""Lays out the parts of the sample tender as the program writes them: answers in the order of their kind's fields.

    .venv/bin/python packaging/sample_parts.py

Run it after editing a part by hand. A part stays as it is when the tender file has mistakes; they are listed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.errors import EvidencePackError
from evidencepack.exchange.tender_file import read_tender_file, write_tender_file
from evidencepack.paths.resources import resource


def main() -> int:
    """Rewrite every part; return 1 if the sample cannot be read."""
    program = Program()
    try:
        file = read_tender_file(program.sample, program.library)
    except EvidencePackError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    tree = json.loads(write_tender_file(file, program.library))
    records = {record["id"]: record for record in tree["records"]}
    for part in sorted(resource("samples", "thamesbourne").glob("*.json")):
        _lay_out(part, records)
    return 0


def _lay_out(part: Path, records: dict[str, object]) -> None:
    tree = json.loads(part.read_bytes())
    tree["records"] = [records[record["id"]] for record in tree["records"]]
    part.write_text(json.dumps(tree, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
