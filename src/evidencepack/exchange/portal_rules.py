# SPDX-License-Identifier: MPL-2.0
"""Portal rules as a file: the slots of a tender and its rules for files, without anything else of it.

It is a tender file of which almost everything was left out, under a name of its own, so that nobody takes it for a
tender; what reads tender files that anyone may have sent reads it too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from evidencepack.domain.codec import Json
from evidencepack.domain.record import Record
from evidencepack.exchange.mistakes import BadTenderFileError, Mistakes
from evidencepack.exchange.strict_json import parse
from evidencepack.exchange.tender_file import FORMAT, TenderFile, read_tender_file, write_tender_file
from evidencepack.library.model import Library

RULES_FORMAT = "evidencepack-portal-rules"
"""What every file of portal rules says it is."""


def write_rules(tender: Record, slots: tuple[Record, ...], library: Library) -> bytes:
    """Return the rules as bytes: the same rules always give the same bytes."""
    tree = json.loads(write_tender_file(TenderFile(tender, date.min, (tender, *slots)), library))
    tree = {key: value for key, value in tree.items() if key not in {"as_of", "attachments"}}
    return (json.dumps(tree | {"format": RULES_FORMAT}, ensure_ascii=False, indent=1) + "\n").encode()


def read_rules(data: bytes, library: Library) -> TenderFile:
    """Read rules that anyone may have sent.

    Raises:
        BadTenderFileError: if anything is wrong; it lists the first twenty mistakes, each with the path of its key.
        NewerTenderFileError: if the file was written by a newer version of the program.
    """
    tree: Json = parse(data, Mistakes())
    if not isinstance(tree, Mapping) or tree.get("format") != RULES_FORMAT:
        raise BadTenderFileError([f'format: expected "{RULES_FORMAT}"; this is some other file'])
    left_out: Mapping[str, Json] = {"as_of": date.min.isoformat(), "attachments": []}
    return read_tender_file(json.dumps({**left_out, **tree, "format": FORMAT}).encode(), library)
