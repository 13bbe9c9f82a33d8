# SPDX-License-Identifier: MPL-2.0
"""Certificates of sign-off, written for each document that went out, and noted in the register."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from evidencepack.bootstrap import Program
from evidencepack.cli.output import counted, say, say_table
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.paths.folders import refuse_unfit
from evidencepack.usecases.certifying import Certifier, keep_certificates, write_certificates
from evidencepack.usecases.confirming import all_confirmed, conformance_sentences
from evidencepack.usecases.export_folder import kept_sentences
from evidencepack.usecases.pictures import pictures_of
from evidencepack.usecases.signing_off import sign_ground
from evidencepack.usecases.workspaces import open_existing, tender_facts


class NoFolderError(EvidencePackError):
    """Certificates are asked for, and no folder is named."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE


def print_certificates(file: Path, folder: Path | None, document: str, *, by: str, tender: str) -> ExitCode:
    """Write the certificates of a tender, or that of one document (its reference; empty: all), and note them.

    Raises:
        NoFolderError: if no folder is named.
        NotFoundError: if nothing of it went out.
    """
    if folder is None:
        raise NoFolderError("Say where the certificates go, with --to DIR. Nothing was made.")
    refuse_unfit(folder)
    program = Program()
    with open_existing(file) as workspace:
        facts = tender_facts(workspace, tender)
        pictures = pictures_of(facts, workspace.attachment)
        certifier = Certifier(program.library, program.press, pictures)
        made = certifier.certify(facts, sign_ground(workspace).lines(facts.tender), document)
        keep_certificates(workspace, made, by=by)
    kept = write_certificates(folder, facts, made)
    files = [one.file for one in made]
    say_table([(str(folder / one.name), counted(one.pages, "page"), one.sha256[:12]) for one in files])
    say(*kept_sentences(kept), *conformance_sentences(files))
    say(f"The register knows them again: evidencepack verify {file} {folder / files[0].name}")
    return ExitCode.OK if all_confirmed(files) else ExitCode.UNCONFIRMED
