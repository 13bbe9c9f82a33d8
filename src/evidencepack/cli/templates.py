# SPDX-License-Identifier: MPL-2.0
"""The command template: what a Word template would bring along, and a page in its clothes."""

from __future__ import annotations

from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.output import say
from evidencepack.errors import ExitCode
from evidencepack.usecases.word_templates import template_sentences, try_template


def try_word_template(template: Path, page: Path | None) -> ExitCode:
    """Print what is taken over of a template and what is not; write a page, if a file for it is named."""
    found = try_template(template, page, Program().press)
    say(*template_sentences(found))
    if page:
        say(f"{page} shows a page in its looks. Keep it with: evidencepack attach FILE RECORD/word_template TEMPLATE")
    return ExitCode.OK
