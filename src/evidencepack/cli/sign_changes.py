# SPDX-License-Identifier: MPL-2.0
"""What has changed in one document since a version of it went out to be signed, and whose signature that touches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.output import say, say_json
from evidencepack.domain.short_code import printed
from evidencepack.domain.trade import Weight
from evidencepack.errors import ExitCode
from evidencepack.signoff.comparing import WordsChanged, words_changed
from evidencepack.usecases.confirming import conformance_sentences
from evidencepack.usecases.finding_records import find_record
from evidencepack.usecases.pictures import pictures_of
from evidencepack.usecases.sign_changes import (
    SignatureTouched,
    change_lines,
    find_version,
    said_by,
    said_now,
    signatures_touched,
)
from evidencepack.usecases.sign_comparing import Compared, ComparisonPrinter
from evidencepack.usecases.signing_off import sign_ground
from evidencepack.usecases.workspaces import open_existing, tender_facts


def tell_document(
    file: Path, document: str, versions: tuple[int, int], *, tender: str, as_json: bool, to: Path | None = None
) -> ExitCode:
    """Print what has changed in a document since a version that went out (0: the newest), until a later one or (0) now.

    ``to`` is a folder into which the later one is written, its new words marked, behind a list of what is other.

    Raises:
        NotFoundError: if no such version of it went out.
    """
    program = Program()
    library = program.library
    since, until = versions
    with open_existing(file, read_only=True) as workspace:
        facts, ground = tender_facts(workspace, tender), sign_ground(workspace, whole=True)
        pictures = pictures_of(facts, workspace.attachment) if to else {}
    paper = find_record(facts, document)
    older = find_version(ground.sent, paper.id, since)
    newer = find_version(ground.sent, paper.id, until) if until else None
    now = said_by(newer) if newer else said_now(paper, facts, library)
    was = said_by(older)
    changes = words_changed(was, now, library)
    if to is not None:
        printer = ComparisonPrinter(library, program.press, pictures)
        compared = Compared(older.label, newer.label if newer else "now", was, now, changes)
        made = printer.print_into(to, facts, paper, compared)
        say(*([] if as_json else [str(to / made.name), *conformance_sentences([made])]))
    touched = () if newer else signatures_touched(paper, facts, library, ground.lines(facts.tender))
    if as_json:
        say_json({"since": older.label, "until": newer.label if newer else "", **_content(changes, touched)})
    else:
        whole = f"{paper.reference} since version {older.label} of {older.day}"
        whole = f"{whole} until version {newer.label} of {newer.day}" if newer else whole
        say(f"{whole}:" if changes else f"{whole}: nothing has changed.", *change_lines(changes))
        say(*(one.sentence for one in touched))
    return ExitCode.FINDINGS if any(one.weight is not Weight.COSMETIC for one in changes) else ExitCode.OK


def _content(changes: Sequence[WordsChanged], touched: Sequence[SignatureTouched]) -> Mapping[str, object]:
    return {
        "changes": [
            {"about": one.about, "weight": one.weight.value, "before": list(one.before), "after": list(one.after)}
            for one in changes
        ],
        "signatures": [
            {
                "signer": one.signer.name,
                "organisation": one.line.copy.organisation,
                "code": printed(one.line.copy.code),
                "signed": one.line.version.label,
                "effect": one.effect.name.lower(),
            }
            for one in touched
        ],
    }
