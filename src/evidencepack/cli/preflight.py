# SPDX-License-Identifier: MPL-2.0
"""The command preflight: what stands in the files of an export that should not go to a buyer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.output import say, say_json, seen
from evidencepack.errors import ExitCode
from evidencepack.pack.preflight.sighting import Sighting
from evidencepack.usecases.formats import read_reader
from evidencepack.usecases.preflight import other_buyers, preflight, preflight_sentences
from evidencepack.usecases.workspaces import open_existing, tender_facts


def look_through(file: Path, folder: Path, *, tender: str, reader: str, as_json: bool) -> ExitCode:
    """Open each file of an export again; the exit code says whether something must be mended before it goes.

    Raises:
        NotFoundError: if there is no export in the folder.
    """
    library, audience = Program().library, read_reader(reader)
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, tender)
        buyers = other_buyers(workspace, facts.tender)
    found = preflight(folder, facts, library, audience=audience, buyers=buyers)
    if as_json:
        say_json({"files": found.files, "pages": found.pages, "seen": [_in_json(one) for one in found.sightings]})
    else:
        say(*map(seen, preflight_sentences(found)))
    return ExitCode.OK if found.is_clear else ExitCode.FINDINGS


def _in_json(one: Sighting) -> Mapping[str, object]:
    return {
        "check": one.check.value,
        "severity": one.severity.value,
        "file": one.file,
        "page": one.page,
        "message": one.words,
        "quote": one.quote,
    }
